# 日誌操作
span-end-not-after-start = 結束 { $end } 不晚於開始 { $start }
span-starts-too-late = 開始時間 { $start } 太晚：應早於當天 24:00
span-ends-too-late = 結束時間 { $end } 太晚：最晚 36:00（次日中午）
span-nothing = 每段至少 1 分鐘
span-too-long = { $minutes } 分鐘太長：每段最長 24 小時
bad-date = 「{ $text }」不是日期：請寫成 2026-11-20，1970 年至 2399 年
diary-overlap = { $new } 與 { $date } 的 { $span } { $activity }（{ $id }）重疊：沒有儲存
diary-nothing-left = { $new } 沒有剩餘時間：已被 { $span }（{ $id }）等佔滿
diary-no-last-block = { $date } 還沒有帶鐘點的紀錄可接：請寫開始時間
diary-no-block = 沒有編號為 { $id } 的紀錄：「jianfu day」和「jianfu log」會列出編號
diary-nothing-to-copy = { $date } 沒有可複製的紀錄
diary-day-full = { $date } 已有 { $most } 條紀錄，到達上限
change-school_days = 上課日
change-reply_window = 回覆家長的時段
change-rules = 負擔清單的規則
change-ask_worth = 是否詢問會議價值
change-surveys = 參加的調查
