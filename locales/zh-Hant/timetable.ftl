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
timetable-head =
    課表。儲存並關閉即生效；有錯會指出行號。
    { "[[terms]]  學期：first、last 第一天和最後一天；name 名稱；holidays = [\"2026-10-01..2026-10-07 國慶節\"]" }
    { "[[bells]]  作息：periods = [\"早讀 07:30-07:55\", \"08:00-08:45\"]，普通課不寫名稱；name 名稱；dates = \"05-01..09-30\"" }
    { "[week]     mon 週一、tue 週二……每項寫 period = 3、\"3-4\" 或 \"早讀\"，或 time = \"19:00-20:30\"；" }
    { "           note 班級和科目；what 活動（不寫就是上課）；" }
    { "           weeks = \"odd\" 單週、\"even\" 雙週、\"1-8,10\" 或 \"1-16 odd\"；from、until 起訖日期；every = 2 每兩週；" }
    { "           except = [\"2026-10-05\"] 這些天沒有" }

# The timetable screen
timetable-title = 課表
timetable-sums = 每週 { $lessons } 節，{ $time }
timetable-no-terms = 未設學期
timetable-no-school = 不在學期內
timetable-week = 第 { $n } 週（{ $parity }）
timetable-bells-are = 作息：{ $name }
timetable-bells-usual = 作息：通常的時間
timetable-bells-always = 全年
timetable-holds-always = 一直有效
timetable-holds-from = { $date } 起有效
timetable-changes-always = 改動始終有效
timetable-changes-today = 改動從今天起
timetable-changes-from = 改動從 { $date } 起
timetable-is-over = 已被新課表取代
timetable-empty-how = 直接輸入班級學科，如 三(2)班語文；前面可寫活動，如 備課；末尾可寫 單週、雙週 或 1-8
timetable-period-n = 第 { $n } 節
timetable-every-week = 每週
timetable-weeks-n = 第 { $weeks } 週
timetable-odd = 單週
timetable-even = 雙週
timetable-odd-short = 單
timetable-even-short = 雙
timetable-since = { $date } 起
timetable-until = 到 { $date }
timetable-every-weeks = 每 { $n } 週一次
timetable-except = { $dates } 除外
timetable-and = ，
timetable-add = 按時間新增一項
timetable-add-how = 如：週三 19:00-20:30 晚自習；或 週一 3-4 三(2)班語文
timetable-cell-how = 三(2)班語文 就是上課；bk 或 備課 是備課；末尾寫 單週、雙週 或 1-8 表示哪些週
timetable-removes = 將刪除這一項
timetable-replaces = { $what }（取代 { $old }）
timetable-lacks-term = { $what }：週次從學期數起，下一步先設學期
timetable-clashes = 同一時間已有：{ $other }
timetable-note-long = 備註有 { $length } 個字：最多 { $most } 個
timetable-no-time = 請寫時間：19:00-20:30，或節次的數字、名稱
timetable-ambiguous = 「{ $name }」可能是 { $fits }
timetable-another = 這裡再加一項
timetable-terms = 學期
timetable-new-term = 新增學期
timetable-term-title = 學期：首日 末日 名稱
timetable-term-how = 如：2026-08-31 2027-01-22 秋季學期；首日所在的週是第 1 週
timetable-term-line = { $name }：{ $first } 至 { $last }，{ $weeks } 週
timetable-term-unnamed = 學期
timetable-term-dates = 請先寫兩個日期：2026-08-31 2027-01-22
timetable-term-backwards = 末日在首日之前
timetable-term-overlaps = 與另一學期重疊：{ $other }
timetable-holidays-outside = 這個學期的假期會落在學期之外：請在文字裡修改（{ $key }）
timetable-bells = 作息
timetable-new-bells = 新增，以通常的中學作息為底
timetable-new-bells-primary = 新增，以通常的小學作息為底
timetable-bells-head = 作息：名稱和日期
timetable-bells-head-how = 如：夏季 05-01..09-30；不寫日期，則在其他作息之外的時間有效
timetable-bells-periods = 各節時間
timetable-bells-periods-how = 依次寫：早讀 7:30-7:55，8:00-8:45，8:55-9:40；普通課不寫名稱
timetable-periods-value = { $count } 節，{ $start }-{ $end }
timetable-apply-from = 這份課表從哪天起有效？
timetable-apply-from-how = 寫日期，如 2026-09-01
timetable-from-earlier = { $date } 起尚未完成的日子也用這份課表
timetable-from-later = 從 { $date } 起用，可在那一週修改；在此之前仍用現在的
timetable-no-date = 請寫日期，如 2026-09-01
timetable-list-hint = { $key } 刪除
timetable-copied = 已複製 { $count } 項：按 { $key } 貼到別的格
timetable-nothing-there = 這裡沒有內容
timetable-over = 這份課表已被新課表取代，不再改動；{ $key } 回到今天
timetable-weeks-need-term = 有的課分週次：沒有學期就數不出週次
timetable-bells-in-use = 課表裡用到的節次只有這份作息才有
timetable-bells-lost = 這樣就沒有作息含有這一項的節次：{ $entry }
timetable-unchanged = 沒有改動
timetable-changed-since = 課表在此期間已在別處改動；若繼續修改並儲存，將以這份文字為準
tui-no-editor = 這裡打不開編輯器
tui-bad-text = 文字不能採用：{ $why }
tui-edit-again = 繼續修改
tui-leave-text = 先放下
tui-text-kept = 沒有改動。文字儲存在 { $kept }
tui-save-line = 儲存
timetable-bells-need-dates = 請寫明日期：其餘時間已用「{ $other }」
