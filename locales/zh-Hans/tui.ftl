# 终端界面。句子要短：屏幕可能只有 60 格宽。不用宽度不定的字符。

# 按键的作用：页脚与帮助
action-log = 记一笔
action-edit = 修改
action-delete = 删除
action-undo = 撤销
action-redo = 重做
action-close-day = 完成当天
action-up = 上移
action-down = 下移
action-first = 第一条
action-last = 最后一条
action-page-up = 上一页
action-page-down = 下一页
action-previous-day = 前一天
action-next-day = 后一天
action-previous-week = 前一周
action-next-week = 后一周
action-today = 今天
action-book = 保存
action-complete = 补全
action-complete-back = 反向补全
action-trim = 缩短新的
action-replace = 替换旧的
action-parallel = 两条都留
action-accept = 是
action-cancel = 返回
action-help = 帮助
action-suspend = 回到命令行
action-quit = 退出
action-repeat-last = 再记一次
action-repeat-day = 照搬一天
action-day-kind = 上课或休息
action-earlier = 早 5 分钟
action-later = 晚 5 分钟
action-start-earlier = 早开始 5 分钟
action-start-later = 晚开始 5 分钟
action-end-earlier = 早结束 5 分钟
action-end-later = 晚结束 5 分钟
action-copy-block = 复制这条
action-copy-day = 复制整天
action-paste = 粘贴
action-previous-month = 前一月
action-next-month = 后一月
action-calendar = 日历
action-search = 搜索备注
action-day = 看当天
action-week = 看本周
action-baseline = 选基线周
action-settings = 设置
action-previous-value = 前一个值
action-next-value = 后一个值
action-setup = 首次设置
action-toggle = 选上或去掉
action-palette = 全部操作

# 各处的按键
context-day = 列表
context-entry = 输入行
context-dialog = 提问
context-help = 本页
context-week = 一周
context-settings = 设置
context-menu = 选单
context-prompt = 单行输入
context-calendar = 日历

# 顶栏
tui-date = { $year }年{ $month }月{ $day }日 { $weekday }
tui-today = 今天
tui-yesterday = 昨天
tui-tomorrow = 明天
tui-day-off-reason = 休息日：{ $reason }
tui-day-share = 非教学 { $percent }%
tui-day-no-share = 还没有记录
tui-week = 第 { $week } 周
tui-week-used = 非教学 { $minutes } 分钟
tui-week-of = { $minutes } / { $target } 分钟
tui-week-left = 还剩 { $minutes } 分钟
tui-week-over = 超出 { $minutes } 分钟
tui-week-closed = 已完成 { $closed }/{ $days } 天

# 列表
mark-teaching = 教
mark-meetings = 会
mark-reports = 报
mark-parent_messages = 家
mark-duty = 值
tui-minutes = { $minutes } 分钟
tui-total = 共 { $minutes } 分钟
tui-parallel-total = 并行 { $minutes } 分钟
tui-parallel = 并行
tui-empty = 这一天还没有记录
tui-empty-how = 直接输入时间和事情就行，比如
tui-empty-example = 8:00-8:45 sk 三(2)班
tui-reopen-day = 重新打开
tui-loading = 读取中
tui-too-small = 窗口太小：至少 { $width }x{ $height }

# 输入行
tui-prompt = 记录
tui-prompt-edit = 修改
tui-placeholder = 输入时间和事情，如 8:00-8:45 sk 三(2)班
tui-conflict = 与 { $span } { $activity } 重叠
tui-conflict-before = 与前一天 { $span } { $activity } 重叠
tui-conflict-after = 与后一天 { $span } { $activity } 重叠

# 一周
tui-week-dates = { $from } 至 { $to }
tui-lesson-share = 上课 { $percent }%
tui-week-on-pace = 进度之内：{ $days } 天完成了 { $closed } 天，至此可用 { $minutes } / { $target } 分钟
tui-week-above-pace = 超出进度：{ $days } 天完成了 { $closed } 天，至此可用 { $minutes } / { $target } 分钟
tui-week-none-closed = 还没有一天完成
tui-week-each-left = 余下每天可用 { $minutes } 分钟
tui-week-nothing-left = 余下的天已没有可用的分钟
tui-week-target = 目标 { $minutes }
tui-week-expected = 基线 { $minutes }
tui-week-change = 与基线相比 { $percent }%
tui-week-holiday = 这一周没有上课日，不设目标
tui-week-no-baseline = 还没有目标：需要两个每天都已完成的周。
tui-week-choose-baseline = 按 { $key } 选基线周，或直接输入分钟数。
tui-week-share = 占比
tui-week-sum = 全周
tui-week-scale = 每格 { $minutes } 分钟
tui-week-open = 尚未完成：{ $days }
tui-week-meetings = 会议 { $count } 次，全校会议 { $staff } 次，平均 { $minutes } 分钟
tui-week-goal = { $what }（目标 -{ $percent }%）
tui-baseline-auto = 自动：最早的两个完整周
tui-baseline-type = 输入五天一周的分钟数
tui-baseline-typed = 手工输入：五天一周 { $minutes } 分钟
tui-baseline-days = { $days } 天
tui-baseline-a-day = 每天 { $minutes }
tui-baseline-gives = 每个上课日 { $minutes } 分钟；五天 { $expected }，目标 { $target }（减 { $percent }%）
tui-baseline-too-few = 没有基线：需要两个完整的周，或输入分钟数。
tui-baseline-none-complete = 还没有完整的周。一周的上课日全部完成后，这一周才算完整。

# 提问
tui-close-empty = 这个上课日一条记录也没有，仍要标为完成吗？
help-map-gap = 没有记录
help-map-ghost = 正在输入
help-map-before = 前一天延续
tui-choose = 选定
tui-overlap-nothing = 一点不剩
tui-overlap = 时间重叠
tui-overlap-with = 这段时间已有 { $block }
tui-overlap-edit = 回去改
tui-overlap-and = { "；" }
tui-overlap-goes = 删除 { $blocks }
tui-overlap-blocks = { $count } 条
tui-day-off-other = 其他原因休息
tui-reason-too-long = 共 { $length } 字，最多 { $most } 字
tui-repeat-day = 照这一天再记一遍
tui-entries = { $count } 条
tui-and-more = 另有 { $count } 条
tui-restore = 把全部内容恢复到备份 { $name }？现在的内容会先备份。
tui-move-data = 以后把数据放在 { $folder }？全部内容会复制过去，原文件夹保持不变。

# 提示
toast-booked = 已保存：{ $span } { $activity }
toast-beside = { "；" }{ $what }
toast-beside-and = { "，" }
toast-pieces = 分成 { $count } 段
toast-shorter = 已缩短
toast-removed = 删除 { $count } 条
toast-cut = 缩短 { $count } 条
toast-saved-unread = 已保存，但未能重新读取这一天：{ $why }
toast-data-moved = 数据现在放在 { $folder }
toast-restored = 已恢复备份 { $name }；之前的内容在备份 { $kept } 里
toast-backed-up = 已备份：{ $name }
toast-booked-several = 已保存 { $count } 条（按 { $key } 撤销）
toast-copied = 已复制 { $count } 条：到另一天按 { $key } 粘贴
toast-nothing-copied = 还没有复制任何记录
toast-nothing-to-repeat = 还没有可以照搬的记录
toast-marked-school = 已标为上课日
toast-marked-off = 已标为休息日
toast-saved = 已保存
toast-changed = 已修改：{ $span } { $activity }
toast-deleted = 已删除：{ $span } { $activity }（按 { $key } 找回）
toast-closed = 已完成：当天共 { $total } 分钟，非教学 { $share }%；本周非教学 { $used } 分钟
toast-closed-target = 已完成：当天共 { $total } 分钟，非教学 { $share }%；本周 { $used } / { $target } 分钟，{ $status }
toast-reopened = 这一天重新打开了
toast-undone = 已撤销：{ $what }（按 { $key } 重做）
toast-redone = 已重做：{ $what }
toast-nothing-to-undo = 没有可撤销的操作
toast-nothing-to-redo = 没有可重做的操作
toast-gone = 这条记录已不在：在别处被删除了
toast-gone-typed = 这条记录已在别处被删除：按 Enter 可把输入的内容记为新的一条
toast-past-midnight = 已过零点：现在显示的是 { $date }
toast-logs-yesterday = 已过零点：这一行仍记在 { $date }
toast-no-block = 没有选中的记录
toast-no-such-date = 日志到此为止

# 被撤销或重做的改动
change-logged = 记录 { $span } { $activity }
change-deleted = 删除 { $span } { $activity }
change-edited = 修改 { $span } { $activity }
change-entries = { $count } 条记录
change-closed = { $day }的完成标记
change-reopened = 重新打开{ $day }
change-day = { $day }的类型
change-days = { $count } 天
change-and = 、
change-baseline = 基线
change-goals = 目标
change-activities = 自定事项
change-bells = 铃声时间

# 帮助
help-title = 帮助
help-entry = 可以这样输入
help-entry-clock = 8:00-8:45 sk 三(2)班 | 起止时间、事情、备注
help-entry-length = 40m jz | 40 分钟，不写几点
help-entry-next = +30m pg | 接在上一条后面
help-entry-period = p3 sk | 第三节课
help-entry-rating = 14:00-15:30 qx *2 | 有用程度 2 分（满分 5）
help-entry-parallel = 20m jz & | 与别的事同时进行
help-marks = 类别
help-entry-what = 事情可写拼音首字母、名称或名称开头，{ $key } 补全

# 用户自己的文件
keymap-context = 没有“{ $name }”这一处：可用 day、entry、dialog、help
keymap-action = 没有“{ $name }”这个操作
keymap-key = “{ $text }”不是按键：请写成 q、enter、f5、ctrl-r 或 shift-left
keymap-list = “{ $name }”的按键请写成列表：["q", "ctrl-q"]
keymap-conflict = 按键“{ $key }”同时用于“{ $first }”和“{ $second }”
keymap-typed = 按键“{ $key }”在输入行里是普通字符：请用功能键或 Ctrl 加字母
theme-unknown = “{ $key }”在这里没有意义
theme-missing = 缺少“{ $key }”
theme-value = “{ $key }”的值不对：颜色写 red、bright-blue 或 "#1e90ff"，其余写 true 或 false
help-activities = 可以记录的事情
