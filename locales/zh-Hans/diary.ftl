# 日志操作
span-end-not-after-start = 结束 { $end } 不晚于开始 { $start }
span-starts-too-late = 开始时间 { $start } 太晚：应早于当天 24:00
span-ends-too-late = 结束时间 { $end } 太晚：最晚 36:00（次日中午）
span-nothing = 每段至少 1 分钟
span-too-long = { $minutes } 分钟太长：每段最长 24 小时
bad-date = “{ $text }”不是日期：请写成 2026-11-20，1970 年至 2399 年
diary-overlap = { $new } 与 { $date } 的 { $span } { $activity }（{ $id }）重叠：没有保存
diary-nothing-left = { $new } 没有剩余时间：已被 { $span }（{ $id }）等占满
diary-no-last-block = { $date } 还没有带钟点的记录可接：请写开始时间
diary-no-block = 没有编号为 { $id } 的记录：“jianfu day”和“jianfu log”会列出编号
diary-nothing-to-copy = { $date } 没有可复制的记录
diary-day-full = { $date } 已有 { $most } 条记录，到达上限
change-school_days = 上课日
change-reply_window = 回复家长的时段
change-rules = 负担清单的规则
change-ask_worth = 是否询问会议价值
change-surveys = 参加的调查
