# The timetable: what is wrong with one that is written down
timetable-at = 第 { $line } 行，{ $site }：{ $why }
timetable-at-line = 第 { $line } 行：{ $why }
timetable-syntax = 格式有误：{ $why }
timetable-key = 这里没有这个键：可用 { $known }
timetable-missing = 缺少 { $key }：请补上
timetable-not-text = 需要文字：请加引号
timetable-not-a-list = 需要列表：请用方括号
timetable-not-a-table = 需要键和值，例如 { "{ period = 1 }" }
timetable-dates = “{ $text }”不是日期范围：每年写 05-01..09-30，一次性写 2026-10-01..2026-10-07
timetable-term = 学期要先开始后结束，互不重叠，假期要在学期之内
timetable-name = 太长：一行，最多 40 个字
timetable-time = “{ $text }”不是起止时间：请写成 08:00-08:45
timetable-period-order = 它在上一节结束之前就开始了：请按顺序写各节
timetable-period-name = 节次名称最多 { $most } 个字，不能是数字，不能重复；普通课不用名称
timetable-no-period = 作息里没有“{ $period }”这一节：请加到 [[bells]] 里，或写 time = "08:00-08:45"
timetable-slot = 写 period = 3 或 time = "08:00-08:45"，只写一个
timetable-weeks = “{ $text }”不是周次：写 all（每周）、odd（单周）、even（双周）、1-8,10 或 1-16 odd；最多 60 周
timetable-no-term = 周次从学期第一个周一数起：请用 [[terms]] 写明学期起止
timetable-every = 写每几周一次，1 到 52；2 以上要用 from = 日期 说明从哪天数起
timetable-note = 备注有 { $length } 个字：最多 500 个
timetable-clash = 可能和 { $other } 同时：请改其中一个，或改周次
timetable-no-activity = 没有活动“{ $text }”：可用 lesson、duty/supervision 等代码或名称；jianfu activity 列出全部
timetable-activities = “{ $text }”有多种含义：{ $list }
timetable-head =
    课表。保存并关闭即生效；有错会指出行号。
    { "[[terms]]  学期：first、last 第一天和最后一天；name 名称；holidays = [\"2026-10-01..2026-10-07 国庆节\"]" }
    { "[[bells]]  作息：periods = [\"早读 07:30-07:55\", \"08:00-08:45\"]，普通课不写名称；name 名称；dates = \"05-01..09-30\"" }
    { "[week]     mon 周一、tue 周二……每项写 period = 3、\"3-4\" 或 \"早读\"，或 time = \"19:00-20:30\"；" }
    { "           note 班级和科目；what 活动（不写就是上课）；" }
    { "           weeks = \"odd\" 单周、\"even\" 双周、\"1-8,10\" 或 \"1-16 odd\"；from、until 起止日期；every = 2 每两周；" }
    { "           except = [\"2026-10-05\"] 这些天没有" }
