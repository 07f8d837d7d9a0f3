# The timetable: what is wrong with one that is written down
timetable-at = 第 { $line } 行，{ $site }：{ $why }
timetable-at-line = 第 { $line } 行：{ $why }
timetable-syntax = 格式有誤：{ $why }
timetable-key = 這裡沒有這個鍵：可用 { $known }
timetable-missing = 缺少 { $key }：請補上
timetable-not-text = 需要文字：請加引號
timetable-not-a-list = 需要清單：請用方括號
timetable-not-a-table = 需要鍵和值，例如 { "{ period = 1 }" }
timetable-dates = 「{ $text }」不是日期範圍：每年寫 05-01..09-30，一次性寫 2026-10-01..2026-10-07
timetable-term = 學期要先開始後結束，互不重疊，假期要在學期之內
timetable-name = 太長：一行，最多 40 個字
timetable-time = 「{ $text }」不是起訖時間：請寫成 08:00-08:45
timetable-period-order = 它在上一節結束之前就開始了：請按順序寫各節
timetable-period-name = 節次名稱最多 { $most } 個字，不能是數字，不能重複；普通課不用名稱
timetable-no-period = 作息裡沒有「{ $period }」這一節：請加到 [[bells]] 裡，或寫 time = "08:00-08:45"
timetable-slot = 寫 period = 3 或 time = "08:00-08:45"，只寫一個
timetable-weeks = 「{ $text }」不是週次：寫 all（每週）、odd（單週）、even（雙週）、1-8,10 或 1-16 odd；最多 60 週
timetable-no-term = 週次從學期第一個週一數起：請用 [[terms]] 寫明學期起訖
timetable-every = 寫每幾週一次，1 到 52；2 以上要用 from = 日期 說明從哪天數起
timetable-note = 備註有 { $length } 個字：最多 500 個
timetable-clash = 可能和 { $other } 同時：請改其中一個，或改週次
timetable-no-activity = 沒有活動「{ $text }」：可用 lesson、duty/supervision 等代碼或名稱；jianfu activity 列出全部
timetable-activities = 「{ $text }」有多種含義：{ $list }
timetable-head =
    課表。儲存並關閉即生效；有錯會指出行號。
    { "[[terms]]  學期：first、last 第一天和最後一天；name 名稱；holidays = [\"2026-10-01..2026-10-07 國慶節\"]" }
    { "[[bells]]  作息：periods = [\"早讀 07:30-07:55\", \"08:00-08:45\"]，普通課不寫名稱；name 名稱；dates = \"05-01..09-30\"" }
    { "[week]     mon 週一、tue 週二……每項寫 period = 3、\"3-4\" 或 \"早讀\"，或 time = \"19:00-20:30\"；" }
    { "           note 班級和科目；what 活動（不寫就是上課）；" }
    { "           weeks = \"odd\" 單週、\"even\" 雙週、\"1-8,10\" 或 \"1-16 odd\"；from、until 起訖日期；every = 2 每兩週；" }
    { "           except = [\"2026-10-05\"] 這些天沒有" }
