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
timetable-head =
    课表。保存并关闭即生效；有错会指出行号。
    { "[[terms]]  学期：first、last 第一天和最后一天；name 名称；holidays = [\"2026-10-01..2026-10-07 国庆节\"]" }
    { "[[bells]]  作息：periods = [\"早读 07:30-07:55\", \"08:00-08:45\"]，普通课不写名称；name 名称；dates = \"05-01..09-30\"" }
    { "[week]     mon 周一、tue 周二……每项写 period = 3、\"3-4\" 或 \"早读\"，或 time = \"19:00-20:30\"；" }
    { "           note 班级和科目；what 活动（不写就是上课）；" }
    { "           weeks = \"odd\" 单周、\"even\" 双周、\"1-8,10\" 或 \"1-16 odd\"；from、until 起止日期；every = 2 每两周；" }
    { "           except = [\"2026-10-05\"] 这些天没有" }

# The timetable screen
timetable-title = 课表
timetable-sums = 每周 { $lessons } 节，{ $time }
timetable-no-terms = 未设学期
timetable-no-school = 不在学期内
timetable-week = 第 { $n } 周（{ $parity }）
timetable-bells-are = 作息：{ $name }
timetable-bells-usual = 作息：通常的时间
timetable-bells-always = 全年
timetable-holds-always = 一直有效
timetable-holds-from = { $date } 起有效
timetable-changes-always = 改动始终有效
timetable-changes-today = 改动从今天起
timetable-changes-from = 改动从 { $date } 起
timetable-is-over = 已被新课表取代
timetable-empty-how = 直接输入班级学科，如 三(2)班语文；前面可写活动，如 备课；末尾可写 单周、双周 或 1-8
timetable-period-n = 第 { $n } 节
timetable-every-week = 每周
timetable-weeks-n = 第 { $weeks } 周
timetable-odd = 单周
timetable-even = 双周
timetable-odd-short = 单
timetable-even-short = 双
timetable-since = { $date } 起
timetable-until = 到 { $date }
timetable-every-weeks = 每 { $n } 周一次
timetable-except = { $dates } 除外
timetable-and = ，
timetable-add = 按时间添加一项
timetable-add-how = 如：周三 19:00-20:30 晚自习；或 周一 3-4 三(2)班语文
timetable-cell-how = 三(2)班语文 就是上课；bk 或 备课 是备课；末尾写 单周、双周 或 1-8 表示哪些周
timetable-removes = 将删除这一项
timetable-replaces = { $what }（取代 { $old }）
timetable-lacks-term = { $what }：周次从学期数起，下一步先设学期
timetable-clashes = 同一时间已有：{ $other }
timetable-note-long = 备注有 { $length } 个字：最多 { $most } 个
timetable-no-time = 请写时间：19:00-20:30，或节次的数字、名称
timetable-ambiguous = “{ $name }”可能是 { $fits }
timetable-another = 这里再加一项
timetable-terms = 学期
timetable-new-term = 添加学期
timetable-term-title = 学期：首日 末日 名称
timetable-term-how = 如：2026-08-31 2027-01-22 秋季学期；首日所在的周是第 1 周
timetable-term-line = { $name }：{ $first } 至 { $last }，{ $weeks } 周
timetable-term-unnamed = 学期
timetable-term-dates = 请先写两个日期：2026-08-31 2027-01-22
timetable-term-backwards = 末日在首日之前
timetable-term-overlaps = 与另一学期重叠：{ $other }
timetable-holidays-outside = 这个学期的假期会落在学期之外：请在文本里修改（{ $key }）
timetable-bells = 作息
timetable-new-bells = 添加，以通常的中学作息为底
timetable-new-bells-primary = 添加，以通常的小学作息为底
timetable-bells-head = 作息：名称和日期
timetable-bells-head-how = 如：夏季 05-01..09-30；不写日期，则在其他作息之外的时间有效
timetable-bells-periods = 各节时间
timetable-bells-periods-how = 依次写：早读 7:30-7:55，8:00-8:45，8:55-9:40；普通课不写名称
timetable-periods-value = { $count } 节，{ $start }-{ $end }
timetable-apply-from = 这份课表从哪天起有效？
timetable-apply-from-how = 写日期，如 2026-09-01
timetable-from-earlier = { $date } 起尚未完成的日子也用这份课表
timetable-from-later = 从 { $date } 起用，可在那一周修改；在此之前仍用现在的
timetable-no-date = 请写日期，如 2026-09-01
timetable-list-hint = { $key } 删除
timetable-copied = 已复制 { $count } 项：按 { $key } 贴到别的格
timetable-nothing-there = 这里没有内容
timetable-over = 这份课表已被新课表取代，不再改动；{ $key } 回到今天
timetable-weeks-need-term = 有的课分周次：没有学期就数不出周次
timetable-bells-in-use = 课表里用到的节次只有这份作息才有
timetable-bells-lost = 这样就没有作息含有这一项的节次：{ $entry }
timetable-unchanged = 没有改动
timetable-changed-since = 课表在此期间已在别处改动；若继续修改并保存，将以这份文本为准
tui-no-editor = 这里打不开编辑器
tui-bad-text = 文本不能采用：{ $why }
tui-edit-again = 继续修改
tui-leave-text = 先放下
tui-text-kept = 没有改动。文本保存在 { $kept }
tui-save-line = 保存
timetable-bells-need-dates = 请写明日期：其余时间已用“{ $other }”
