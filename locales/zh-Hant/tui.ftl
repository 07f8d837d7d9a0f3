# 終端介面。句子要短：螢幕可能只有 60 格寬。不用寬度不定的字元。

# 按鍵的作用：頁尾與說明
action-log = 記一筆
action-edit = 修改
action-delete = 刪除
action-undo = 復原
action-redo = 重做
action-close-day = 完成當天
action-up = 上移
action-down = 下移
action-first = 第一筆
action-last = 最後一筆
action-page-up = 上一頁
action-page-down = 下一頁
action-previous-day = 前一天
action-next-day = 後一天
action-previous-week = 前一週
action-next-week = 後一週
action-today = 今天
action-book = 儲存
action-complete = 自動完成
action-complete-back = 反向自動完成
action-trim = 縮短新的
action-replace = 取代舊的
action-parallel = 兩筆都留
action-accept = 是
action-cancel = 返回
action-help = 說明
action-suspend = 回到命令列
action-quit = 離開
action-repeat-last = 再記一次
action-repeat-day = 照搬一天
action-day-kind = 上課或休息
action-earlier = 早 5 分鐘
action-later = 晚 5 分鐘
action-start-earlier = 早開始 5 分鐘
action-start-later = 晚開始 5 分鐘
action-end-earlier = 早結束 5 分鐘
action-end-later = 晚結束 5 分鐘
action-copy-block = 複製這筆
action-copy-day = 複製整天
action-paste = 貼上
action-previous-month = 前一月
action-next-month = 後一月
action-calendar = 月曆
action-search = 搜尋備註
action-day = 看當天
action-week = 看本週
action-baseline = 選基線週
action-settings = 設定
action-previous-value = 前一個值
action-next-value = 後一個值
action-setup = 首次設定
action-toggle = 選上或去掉
action-palette = 全部操作

# 各處的按鍵
context-day = 列表
context-entry = 輸入列
context-dialog = 提問
context-help = 本頁
context-week = 一週
context-settings = 設定
context-menu = 選單
context-prompt = 單行輸入
context-calendar = 月曆

# 頂欄
tui-date = { $year }年{ $month }月{ $day }日 { $weekday }
tui-today = 今天
tui-yesterday = 昨天
tui-tomorrow = 明天
tui-day-off-reason = 放假日：{ $reason }
tui-day-share = 非教學 { $percent }%
tui-day-no-share = 還沒有紀錄
tui-week = 第 { $week } 週
tui-week-used = 非教學 { $minutes } 分鐘
tui-week-of = { $minutes } / { $target } 分鐘
tui-week-left = 還剩 { $minutes } 分鐘
tui-week-over = 超出 { $minutes } 分鐘
tui-week-closed = 已完成 { $closed }/{ $days } 天

# 列表
mark-teaching = 教
mark-meetings = 會
mark-reports = 報
mark-parent_messages = 家
mark-duty = 值
tui-minutes = { $minutes } 分鐘
tui-total = 共 { $minutes } 分鐘
tui-parallel-total = 並行 { $minutes } 分鐘
tui-parallel = 並行
tui-empty = 這一天還沒有紀錄
tui-empty-how = 直接輸入時間和事情就行，例如
tui-empty-example = 8:00-8:45 上課 三年二班
tui-reopen-day = 重新打開
tui-loading = 讀取中
tui-too-small = 視窗太小：至少 { $width }x{ $height }

# 輸入列
tui-prompt = 記錄
tui-prompt-edit = 修改
tui-placeholder = 輸入時間和事情，如 8:00-8:45 上課 三年二班
tui-conflict = 與 { $span } { $activity } 重疊
tui-conflict-before = 與前一天 { $span } { $activity } 重疊
tui-conflict-after = 與後一天 { $span } { $activity } 重疊

# 一週
tui-week-dates = { $from } 至 { $to }
tui-lesson-share = 上課 { $percent }%
tui-week-on-pace = 進度之內：{ $days } 天完成了 { $closed } 天，至此可用 { $minutes } / { $target } 分鐘
tui-week-above-pace = 超出進度：{ $days } 天完成了 { $closed } 天，至此可用 { $minutes } / { $target } 分鐘
tui-week-none-closed = 還沒有一天完成
tui-week-each-left = 剩下每天可用 { $minutes } 分鐘
tui-week-nothing-left = 剩下的天已沒有可用的分鐘
tui-week-target = 目標 { $minutes }
tui-week-expected = 基線 { $minutes }
tui-week-change = 與基線相比 { $percent }%
tui-week-holiday = 這一週沒有上課日，不設目標
tui-week-no-baseline = 還沒有目標：需要兩個每天都已完成的週。
tui-week-choose-baseline = 按 { $key } 選基線週，或直接輸入分鐘數。
tui-week-share = 占比
tui-week-sum = 全週
tui-week-scale = 每格 { $minutes } 分鐘
tui-week-open = 尚未完成：{ $days }
tui-week-meetings = 會議 { $count } 次，全校會議 { $staff } 次，平均 { $minutes } 分鐘
tui-week-goal = { $what }（目標 -{ $percent }%）
tui-baseline-auto = 自動：最早的兩個完整週
tui-baseline-type = 輸入五天一週的分鐘數
tui-baseline-typed = 手動輸入：五天一週 { $minutes } 分鐘
tui-baseline-days = { $days } 天
tui-baseline-a-day = 每天 { $minutes }
tui-baseline-gives = 每個上課日 { $minutes } 分鐘；五天 { $expected }，目標 { $target }（減 { $percent }%）
tui-baseline-too-few = 沒有基線：需要兩個完整的週，或輸入分鐘數。
tui-baseline-none-complete = 還沒有完整的週。一週的上課日全部完成後，這一週才算完整。

# 提問
tui-close-empty = 這個上課日一筆紀錄也沒有，仍要標為完成嗎？
help-map-gap = 沒有記錄
help-map-ghost = 正在輸入
help-map-before = 前一天延續
tui-choose = 選定
tui-overlap-nothing = 一點不剩
tui-overlap = 時間重疊
tui-overlap-with = 這段時間已有 { $block }
tui-overlap-edit = 回去改
tui-overlap-and = { "；" }
tui-overlap-goes = 刪除 { $blocks }
tui-overlap-blocks = { $count } 筆
tui-day-off-other = 其他原因休息
tui-reason-too-long = 共 { $length } 字，最多 { $most } 字
tui-repeat-day = 照這一天再記一遍
tui-entries = { $count } 筆
tui-and-more = 另有 { $count } 筆
tui-restore = 把全部內容恢復到備份 { $name }？現在的內容會先備份。
tui-move-data = 以後把資料放在 { $folder }？全部內容會複製過去，原資料夾保持不變。

# 提示
toast-booked = 已儲存：{ $span } { $activity }
toast-beside = { "；" }{ $what }
toast-beside-and = { "，" }
toast-pieces = 分成 { $count } 段
toast-shorter = 已縮短
toast-removed = 刪除 { $count } 筆
toast-cut = 縮短 { $count } 筆
toast-saved-unread = 已儲存，但未能重新讀取這一天：{ $why }
toast-data-moved = 資料現在放在 { $folder }
toast-restored = 已恢復備份 { $name }；之前的內容在備份 { $kept } 裡
toast-backed-up = 已備份：{ $name }
toast-booked-several = 已儲存 { $count } 筆（按 { $key } 復原）
toast-copied = 已複製 { $count } 筆：到另一天按 { $key } 貼上
toast-nothing-copied = 還沒有複製任何記錄
toast-nothing-to-repeat = 還沒有可以照搬的記錄
toast-marked-school = 已標為上課日
toast-marked-off = 已標為休息日
toast-saved = 已儲存
toast-changed = 已修改：{ $span } { $activity }
toast-deleted = 已刪除：{ $span } { $activity }（按 { $key } 找回）
toast-closed = 已完成：當天共 { $total } 分鐘，非教學 { $share }%；本週非教學 { $used } 分鐘
toast-closed-target = 已完成：當天共 { $total } 分鐘，非教學 { $share }%；本週 { $used } / { $target } 分鐘，{ $status }
toast-reopened = 這一天重新打開了
toast-undone = 已復原：{ $what }（按 { $key } 重做）
toast-redone = 已重做：{ $what }
toast-nothing-to-undo = 沒有可復原的操作
toast-nothing-to-redo = 沒有可重做的操作
toast-gone = 這筆紀錄已不在：在別處被刪除了
toast-gone-typed = 這筆紀錄已在別處被刪除：按 Enter 可把輸入的內容記為新的一筆
toast-past-midnight = 已過零點：現在顯示的是 { $date }
toast-logs-yesterday = 已過零點：這一行仍記在 { $date }
toast-no-block = 沒有選取的紀錄
toast-no-such-date = 日誌到此為止

# 被復原或重做的變更
change-logged = 記錄 { $span } { $activity }
change-deleted = 刪除 { $span } { $activity }
change-edited = 修改 { $span } { $activity }
change-entries = { $count } 筆紀錄
change-closed = { $day }的完成標記
change-reopened = 重新打開{ $day }
change-day = { $day }的類型
change-days = { $count } 天
change-and = 、
change-baseline = 基線
change-goals = 目標
change-activities = 自訂事項
change-bells = 鐘聲時間

# 說明
help-title = 說明
help-entry = 可以這樣輸入
help-entry-clock = 8:00-8:45 上課 三年二班 | 起訖時間、事情、備註
help-entry-length = 40m 家長消息 | 40 分鐘，不寫幾點
help-entry-next = +30m 批改 | 接在上一筆後面
help-entry-period = p3 上課 | 第三節課
help-entry-rating = 14:00-15:30 全校會議 *2 | 有用程度 2 分（滿分 5）
help-entry-parallel = 20m 電話 & | 與別的事同時進行
help-marks = 類別
help-entry-what = 事情可寫拼音首字母、名稱或名稱開頭，{ $key } 自動完成

# 使用者自己的檔案
keymap-context = 沒有「{ $name }」這一處：可用 day、entry、dialog、help
keymap-action = 沒有「{ $name }」這個操作
keymap-key = 「{ $text }」不是按鍵：請寫成 q、enter、f5、ctrl-r 或 shift-left
keymap-list = 「{ $name }」的按鍵請寫成列表：["q", "ctrl-q"]
keymap-conflict = 按鍵「{ $key }」同時用於「{ $first }」和「{ $second }」
keymap-typed = 按鍵「{ $key }」在輸入列裡是普通字元：請用功能鍵或 Ctrl 加字母
theme-unknown = 「{ $key }」在這裡沒有意義
theme-missing = 缺少「{ $key }」
theme-value = 「{ $key }」的值不對：顏色寫 red、bright-blue 或 "#1e90ff"，其餘寫 true 或 false
help-activities = 可以記錄的事情
