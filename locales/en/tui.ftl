# The terminal UI. Messages are short: a screen may be 60 cells wide. No characters of ambiguous width here.

# What keys do: footer and help
action-log = log time
action-confirm = confirm
action-confirm-all = confirm all
action-edit = edit
action-delete = delete
action-undo = undo
action-redo = redo
action-close-day = close day
action-up = up
action-down = down
action-first = first
action-last = last
action-page-up = page up
action-page-down = page down
action-previous-day = day before
action-next-day = next day
action-previous-week = week before
action-next-week = next week
action-today = today
action-book = save
action-complete = complete
action-complete-back = complete, backwards
action-trim = shorten new
action-replace = replace old
action-parallel = keep both
action-accept = yes
action-cancel = back
action-help = help
action-suspend = to the shell
action-quit = quit
action-repeat-last = once more
action-repeat-day = copy a day
action-day-kind = school day or off
action-earlier = 5 min earlier
action-later = 5 min later
action-start-earlier = start 5 min earlier
action-start-later = start 5 min later
action-end-earlier = end 5 min earlier
action-end-later = end 5 min later
action-copy-block = copy entry
action-copy-day = copy all entries
action-paste = paste
action-previous-month = month before
action-next-month = month after
action-calendar = calendar
action-search = search notes
action-day = day
action-week = week
action-baseline = baseline weeks
action-timetable = timetable
action-add-entry = add at a time
action-terms = terms
action-bells = bells
action-apply-from = apply from a date
action-edit-text = edit as text
action-settings = settings
action-previous-value = value before
action-next-value = value after
action-setup = first steps
action-import = import a file
action-take-in = import
action-make-room = overlaps
action-switch-kind = log or timetable
action-left-out = left out
action-skip-asked = pass over unknown
action-word-rules = words in files
action-toggle = take in or out
action-repeat-week = copy last week
action-open-days = open days
action-select-days = several days
action-mark-school = school day
action-mark-break = time between terms as holiday
action-next-open = next open day
action-previous-open = open day before
action-toggle-all = all or none
action-palette = all commands

# Places with keys of their own
context-day = In the list
context-entry = In the entry line
context-dialog = At a question
context-help = On this page
context-week = The week
context-timetable = The timetable
context-settings = Settings
context-import = Import
context-words = Words in files
context-menu = A list
context-prompt = A line to type
context-calendar = The calendar
context-open-days = The open days

# Top lines
tui-date = { $weekday } { $year }-{ $month }-{ $day }
tui-today = Today
tui-yesterday = Yesterday
tui-tomorrow = Tomorrow
tui-day-off-reason = day off: { $reason }
tui-day-like = as on { $weekday } { $date }
tui-follows = as on { $weekday } { $date }
tui-day-share = { $percent }% non-teaching
tui-day-no-share = nothing logged
tui-week = Week { $week }
tui-week-used = { $minutes } min non-teaching
tui-week-of = { $minutes } of { $target } min
tui-week-left = { $minutes } min left
tui-week-over = { $minutes } min over
tui-week-closed = { $closed }/{ $days } days closed

# The list
mark-teaching = T
mark-meetings = M
mark-reports = R
mark-parent_messages = P
mark-duty = D
tui-minutes = { $minutes } min
tui-total = { $minutes } min in all
tui-parallel-total = { $minutes } min parallel
tui-parallel = parallel
tui-waiting = { $count } to confirm
tui-waiting-how = { $confirm } confirms one, { $all } all of them
tui-waiting-else = { $edit } changes it first, { $dismiss }: it was not held
tui-taken = overlaps
tui-dismiss = not held
tui-empty = Nothing logged on this day
tui-empty-how = Just type: a time and what it was. For example
tui-empty-example = 8:00-8:45 lesson 7B
tui-reopen-day = reopen day
tui-loading = reading
tui-too-small = Window too small: { $width }x{ $height } at least, this is { $now }. Make it larger, or leave with { $key }.

# The entry line
tui-prompt = log
tui-prompt-edit = edit
tui-prompt-confirm = confirm
tui-placeholder = type a time, e.g. 8:00-8:45 lesson 7B
tui-conflict = overlaps { $span } { $activity }
tui-conflict-before = overlaps the day before: { $span } { $activity }
tui-conflict-after = overlaps the next day: { $span } { $activity }

# The week
tui-week-dates = { $from } to { $to }
tui-lesson-share = { $percent }% lessons
tui-week-on-pace = on pace: up to { $minutes } of { $target } min after { $closed } of { $days } days
tui-week-above-pace = above pace: up to { $minutes } of { $target } min after { $closed } of { $days } days
tui-week-none-closed = no day closed yet
tui-week-each-left = { $days ->
    [one] { $minutes } min for the open day
   *[other] { $minutes } min for each open day
}
tui-week-nothing-left = nothing left for this week
tui-week-target = target { $minutes }
tui-week-expected = baseline { $minutes }
tui-week-change = { $percent }% against the baseline
tui-week-holiday = No school day in this week, so no target
tui-week-no-baseline = No baseline yet: it takes two weeks with all days closed.
tui-week-choose-baseline = { $key } lets you choose the weeks or type minutes.
tui-week-share = share
tui-week-sum = week
tui-week-scale = a sign is { $minutes } min
tui-week-open = still open: { $days }
tui-week-meetings = meetings: { $count }, { $staff } all-staff, { $minutes } min on average
tui-week-goal = { $what } (goal −{ $percent } %)
tui-week-goal-untyped = no target from typed minutes
tui-baseline-auto = automatic: the first two complete weeks
tui-baseline-type = type minutes for a five-day week
tui-baseline-typed = typed: { $minutes } min for a five-day week
tui-baseline-days = { $days -> 
    [one] 1 day
   *[other] { $days } days
}
tui-baseline-a-day = { $minutes } a day
tui-baseline-incomplete = not complete: { $closed }/{ $days } days closed
tui-baseline-older = all complete weeks, also the older ones
tui-baseline-gives = { $minutes } min a school day; five days { $expected }, target { $target }, { $percent }% less
tui-baseline-too-few = No baseline: it takes two complete weeks, or minutes you type.
tui-baseline-none-complete = No week is complete yet. A week is complete when each of its school days is closed.

# Questions
tui-close-empty = Nothing is logged on this school day. Close it all the same?
change-words = what words in files mean
tui-close-planned = The timetable has { $count } more to confirm.
tui-close-planned-taken = Other entries stand in the time of { $count }: not logged.
tui-close-confirm = confirm { $count } and close
tui-close-without = close without them
tui-close-not-yet = not yet
tui-close-days = Close { $count ->
    [one] 1 day
   *[other] { $count } days
}
tui-close-as-they-are = close as they are
tui-close-empty-days = { " " }({ $count ->
    [one] 1 without an entry
   *[other] { $count } without an entry
})
tui-open-days = Open school days
tui-open-none = No school day is open.
tui-open-planned = { $count } planned
tui-open-how = { $close } closes the day, { $all } marks all before today
tui-open-marked = { $count ->
    [one] 1 day
   *[other] { $count } days
} marked: { $close } closes
tui-mark-days = { $first } to { $last }, { $count } days
tui-repeat-week = The same as last week
tui-repeat-gets = { $count ->
    [one] 1 entry
   *[other] { $count } entries
}
tui-repeat-nothing = nothing last week
tui-repeat-has = passed over: has entries
tui-repeat-off = passed over: off
tui-repeat-closed = passed over: closed
tui-repeat-none = There is nothing to be saved
tui-repeat-all = { $key } saves { $count ->
    [one] 1 entry
   *[other] { $count } entries
}
change-dismissed = what became of the plan for { $day }
change-terms = the terms
change-timetable = the timetable
tui-suspended = jianfu waits: type fg and press Enter to come back
tui-placeholder-open = a time and what it was; { $key }: back to the list
tui-overlap-apart = its minutes count apart
tui-overlap-leave = leave it
help-map-gap = nothing logged
help-map-typed = being typed
help-map-planned = planned, to be confirmed
help-map-before = from the day before
tui-choose = choose
tui-overlap-nothing = nothing would be left of it
tui-overlap = Overlap
tui-overlap-with = { $block } is there already
tui-overlap-edit = change what is typed
tui-overlap-and = { "; " }
tui-overlap-goes = deletes { $blocks }
tui-overlap-blocks = saves { $count } entries
tui-day-off-other = off for another reason
tui-reason-too-long = { $length } characters: at most { $most } fit
tui-repeat-day = Log the same as on
tui-entries = { $count ->
    [one] 1 entry
   *[other] { $count } entries
}
tui-and-more = and { $count } more
tui-restore = Make everything as it was in the backup { $name }? What is logged now is backed up first.
tui-move-data = Keep your data in { $folder } from now on? Everything is copied there; the old folder stays as it is.

# Short messages
toast-booked = Saved: { $span } { $activity }
toast-beside = { "; " }{ $what }
toast-beside-and = { ", " }
toast-pieces = in { $count } pieces
toast-shorter = shortened to fit
toast-removed = { $count } deleted
toast-cut = { $count } shortened
toast-saved-unread = Saved, but the day could not be read again: { $why }
toast-confirmed = Confirmed { $count } ({ $key } takes it back)
toast-still-waits = { $count } still to confirm: other entries stand in their time
toast-nothing-waits = Nothing is waiting to be confirmed.
toast-is-logged = This is logged already; { $count } to confirm.
toast-all-taken = Other entries stand in the time of all { $count }: take them one by one with { $key }.
toast-confirm-first = Not confirmed yet: confirm it first ({ $confirm }), or change it and save ({ $edit }).
toast-dismissed = { $count -> 
    [one] Did not take place: it will not be offered again ({ $key } brings it back)
   *[other] { $count } did not take place: they will not be offered again ({ $key } brings them back)
}
toast-follows = Follows the timetable of { $date }
toast-follows-own = Follows its own timetable again
toast-finish-line = First save what is typed ({ $book }) or close it ({ $cancel })
toast-only-goals-go = Only a goal can be taken out here
toast-data-moved = Your data is in { $folder } from now on
toast-restored = Restored { $name }; how it was before is in the backup { $before }
toast-backed-up = Backed up: { $name }
toast-booked-several = Saved { $count } entries ({ $key } takes them back)
toast-copied = Copied { $count } entries: go to a day and press { $key }
toast-nothing-copied = Nothing is copied yet
toast-nothing-to-repeat = There is nothing yet to log again
toast-marked-school = A school day now
toast-marked-off = Marked as off
toast-saved = Saved
toast-changed = Changed: { $span } { $activity }
toast-deleted = Deleted: { $span } { $activity } ({ $key } brings it back)
toast-closed = Closed: { $total } min, { $share }% non-teaching. The week has { $used } min of non-teaching work.
toast-closed-target = Closed: { $total } min, { $share }% non-teaching. The week has { $used } of { $target } min: { $status }.
toast-marked-several = Marked { $count } days ({ $kind }); { $key } takes it back
toast-closed-several = { $days ->
    [one] 1 day
   *[other] { $days } days
} closed ({ $key } takes it back)
toast-closed-booked = { $days ->
    [one] 1 day
   *[other] { $days } days
} closed with { $count } planned entries ({ $key } takes it back)
toast-still-open = { $said } Still open before it: { $count ->
    [one] 1 day
   *[other] { $count } days
} ({ $key }).
toast-reopened = The day is open again
toast-undone = Taken back: { $what } ({ $key } makes it again)
toast-redone = Made again: { $what }
toast-nothing-to-undo = There is nothing to take back
toast-nothing-to-redo = There is nothing to make again
toast-gone = This entry is no longer there: it was deleted elsewhere
toast-gone-typed = This entry was deleted elsewhere: Enter logs what you typed as a new one
toast-past-midnight = It is past midnight: this is { $date } now
toast-logs-yesterday = It is past midnight: this line still logs on { $date }
toast-no-block = No entry is selected
toast-no-such-date = The diary ends there

# Changes that are taken back or made again
change-logged = logging { $span } { $activity }
change-deleted = deleting { $span } { $activity }
change-edited = changing { $span } { $activity }
change-entries = { $count } entries
change-closed = closing { $day }
change-reopened = reopening { $day }
change-day = what { $day } is marked as
change-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
change-and = { ", " }
change-baseline = the baseline
change-goals = the goals
change-activities = your own activities
change-bells = the bells

# Finding what the program can do, notes, and days
tui-palette-placeholder = type a part of its name
tui-palette-nothing = Nothing is called that
tui-search-placeholder = type what the note says
tui-search-how = Looks through the notes of all days, the newest first
tui-search-nothing = No note says that
tui-search-count = { $count ->
    [one] 1 entry
   *[other] { $count } entries
}
tui-search-more = { $count }+ entries, the newest shown
tui-calendar-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
tui-calendar-week = Week
tui-calendar-none = no entries
tui-calendar-one = 1 entry
tui-calendar-closed = closed
tui-calendar-entries = logged
tui-calendar-off = off
tui-calendar-today = today
tui-calendar-selected = selected
tui-calendar-is-open = open
tui-calendar-open = { $count ->
    [one] 1 school day is
   *[other] { $count } school days are
} open ({ $key }): { "" }
tui-calendar-range = { $count ->
    [one] 1 day
   *[other] { $count } days
}: { $kind } off or why, { $school } school, { $drop } drops
tui-calendar-break = between terms { $first } - { $last }: { $key } marks as off
tui-calendar-several = { $key } selects several days, to mark them as off or school

# Help
help-title = Help
help-entry = What you can type
help-entry-clock = 8:00-8:45 lesson 7B | from, to, what, note
help-entry-length = 40m parents | 40 minutes, no clock time
help-entry-next = +30m marking | right after the last entry
help-entry-period = p3 lesson | the third period
help-entry-rating = 14:00-15:30 training *2 | worth 2 of 5
help-entry-parallel = 20m calls & | beside something else
help-marks = The letters
help-entry-what = A code, a name or its beginning; { $key } completes it

# Files of the user's own
keymap-context = there is no place "{ $name }": there are { $known }
keymap-action = there is no action "{ $name }"
keymap-key = "{ $text }" is not a key: write it like q, enter, f5, ctrl-r or shift-left
keymap-list = give the keys of "{ $name }" as a list: ["q", "ctrl-q"]
keymap-conflict = the key "{ $key }" is for both "{ $first }" and "{ $second }"
keymap-typed = the key "{ $key }" types a character in the entry line: use a function key or Ctrl with a letter
theme-unknown = "{ $key }" means nothing here
theme-missing = "{ $key }" is missing
theme-value = the value of "{ $key }" is of the wrong form: colours are red, bright-blue or "#1e90ff", the rest is true or false
help-activities = What can be logged

# The settings
settings-title = Settings
settings-looks = Looks
settings-work = Work
settings-data = Data
settings-language = Language
settings-language-system = the system's ({ $name })
settings-language-what = The language of everything here.
settings-theme = Theme
settings-theme-what = The colours. A file of yours, themes/NAME.toml beside the configuration file, is offered too.
settings-borders = Lines
settings-borders-lines = drawn
settings-borders-ascii = ASCII
settings-borders-what = ASCII is for terminals that draw box lines two cells wide.
settings-mouse = Mouse
settings-on = on
settings-off = off
settings-mouse-what = Clicks and the wheel work. When off, the terminal selects text as it always does.
settings-main-goal = Goal: non-teaching time
settings-main-goal-what = By how many per cent all non-teaching time is to fall, against the baseline; the policy says 15.
settings-goal = Goal: { $what }
settings-goal-what = By how many per cent this is to fall, against the baseline.
settings-goal-how = a number from 0 to 100, like 15 or 12.5; nothing takes the goal out
settings-percent-how = a number from 0 to 100, like 15 or 12.5
settings-main-goal-stays = the goal on all non-teaching time stays; 0 is no goal
settings-goal-policy = { $what } { $percent } (policy)
settings-new-goal = One more goal...
settings-new-goal-what = What is to fall by itself: a category, an activity, or how many and how long. The policy names some.
settings-baseline = Baseline
settings-baseline-auto = the first two complete weeks
settings-baseline-weeks = { $count } weeks you chose
settings-baseline-minutes = { $minutes } min in a five-day week
settings-baseline-what = What your weeks are compared with: how it was before.
settings-school-days = School days
settings-school-days-what = The weekdays with school: from today to Sunday (not on days you marked) and in weeks not begun. Past weeks stay.
settings-toggle = { $key } takes a day in or out
settings-reply-window = Reply window
settings-reply-window-what = When parents can expect a reply on a school day. Messages outside it are counted as such.
settings-bells = Lessons
settings-bells-value = { $count } lessons, { $start }-{ $end }
settings-bells-what = The times that p1, p2, ... stand for in an entry.
settings-bells-how = a lesson after the other, like 08:00-08:45 08:55-09:40; nothing means the usual ones
settings-bells-wrong = "{ $text }" is no lesson: write it like 08:00-08:45
settings-bells-order = lesson { $n } begins before the one before it ends
settings-data-dir = Data folder
settings-data-dir-what = Where your diary lies. All of it is copied to the new folder; the old one stays as it is.
settings-data-dir-how = the whole path of a folder that is empty or not there yet, like ~/jianfu
settings-data-dir-same = your data are there already
settings-words = Words in files
settings-words-value = { $count ->
    [one] 1 rule
   *[other] { $count } rules
}
settings-words-what = What words in calendars, logs and timetables mean when you import them.
settings-backups = Backups
settings-backups-what = Made by themselves every day that you log on. Shows the list, makes one more, restores one.
settings-file = Configuration file
settings-file-what = Can be changed with an editor too: "jianfu config edit". All that holds there is said in it.
settings-no-file = none
settings-kept-file = Kept in the configuration file
settings-kept-diary = Kept with your diary; { $undo } takes a change back
settings-kept-goal = { $key } takes the goal out. Kept with your diary; { $undo } takes a change back
settings-kept-decided = Decided by the command line or the environment, so not to be changed here
toast-decided = The command line or the environment decides this: leave it out there to change it here
toast-last-school-day = At least one weekday stays a school day
backups-now = Back up now
backups-hint = Choosing a backup makes everything as it was then

# The first start
setup-title = Welcome to jianfu
setup-step = Step { $n } of { $of }
setup-language = Which language?
setup-school-days = Which days have school?
setup-bells = When are your lessons?
setup-bells-secondary = secondary, 45 min: { $bells }
setup-bells-primary = primary, 40 min: { $bells }
setup-bells-later = later, or as they are now
setup-toggle = { $key } takes a day in or out, or picks the times
setup-timetable = Enter your timetable now?
setup-timetable-later = later: straight to today
setup-timetable-now = enter it now
setup-timetable-import = take it from a file
setup-timetable-what = With a timetable your school days fill themselves: you only confirm what took place. It can be entered at any time.
setup-note = All of this can be changed later in the settings. Or just begin to type what you did: a time and what it was.
setup-next = next
setup-back = back
setup-skip = skip
tui-import-anew = Something was changed elsewhere meanwhile: look again, then import
tui-goal-of = { $value } of { $target }
tui-goal-left = { $value } left
tui-goal-over = { $value } over
tui-week-open-entry = open entry
tui-week-flags = burden list: { $count }
tui-week-flag-at = burden list: { $at } of { $count }
tui-week-flags-below = burden list: { $count }, { $below } more below
tui-week-flag-minutes = { $value } > { $limit } min
tui-week-flag-days = { $value } > { $limit } days
tui-week-no-flag = no burden-list flag this week
tui-week-more = { $count } more
tui-week-worth = worth of meetings: { $worth } of 5 ({ $count } rated)
tui-week-late = parents outside reply hours: { $minutes } min
tui-week-changes = since the baseline:{ " " }
tui-week-changed = { $what } { $minutes } min
tui-week-changed-others = { $count } others
tui-week-comma = { ", " }
trend-term = Term
trend-year = School year { $year }
trend-share = non-teaching { $share }
trend-nothing = Nothing is logged in these weeks.
trend-average = non-teaching time { $change } on average (goal −{ $percent } %)
trend-none-counts = no complete week after the baseline yet
trend-saved = { $time } less than the baseline; the goal is { $goal }
trend-lost = { $time } more than the baseline; the goal is { $goal } less
trend-counted = { $counted } of { $weeks } weeks count
trend-closed = closed
trend-minutes = min
trend-calendar = non-teaching min a day
trend-not-logged = not logged
trend-worth = mean worth { $mean } of 5 ({ $rated } rated)
trend-late = parents outside reply hours { $time }
trend-best = best { $best }, worst { $worst }
context-trend = The trend
action-trend = trend
action-switch-span = term/year
action-previous-span = earlier
action-next-span = later
action-next-pane = next part
action-export = save as file
worth-ask = How much was it worth?
worth-place = meeting { $number } of { $count }
worth-least = nothing
worth-most = much
worth-none = not rated
trend-open-week = week
export-path = File
export-how = Up and down choose the kind of file; Enter writes it
export-exists = There is a file of this name: Enter again replaces it
export-failed = Not written: { $why }
export-saved = Saved as { $path }
export-preview = Preview
export-xlsx = sheets with charts
export-html = a page with charts, to print or send
export-markdown = text with tables, to paste anywhere
export-csv = tables of numbers for any program
export-csv-gb = the same for old Chinese programs
export-json = for programs
export-write = write the file
trend-month = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
trend-calendar-short = min a day
export-no-path = Type where the file goes
export-no-folder = There is no folder { $folder }
export-no-permission = Nothing may be written into { $folder }: choose another folder
settings-rules = Burden list
settings-rules-value = { $on } of { $all } rules on
settings-rules-what = Which of the policies' limits mark your entries in the week, and where each limit lies.
settings-ask-worth = Ask a meeting's worth
settings-ask-worth-what = After you log a meeting, asks its worth from 1 to 5.
settings-goal-all = all of the policy's goals
settings-rule-how = { $fits }
tui-type-limit = type the limit
tui-type-weekday = type the weekday
tui-switch = on or off
action-rules = burden list
context-rules = The burden list
export-no-file = There is something at { $path } that is no file: choose another name
worth-how = { " " }1-5, then { $key }; { $key } alone: not rated
toast-worth = , worth { $worth }
toast-unsaved = Your entry is not saved yet: { $book } saves it, { $quit } again leaves without it
toast-unsaved-below = Your entry is not saved yet: { $quit } again leaves without it
toast-flagged = Burden list: { $rule }, { $beyond } ({ $key } leads back)
settings-more = { $count } more
context-survey = Surveys
action-survey = surveys
action-join-survey = join a survey
action-leave-survey = leave this survey
action-next-survey = next survey
action-respond = write response
action-withdraw = withdraw response
action-survey-raw = show raw
action-survey-history = history
survey-screen-title = Survey: { $title }
survey-screen-title-of = Survey { $at } of { $all }: { $title }
survey-screen-week = { $week } ({ $at } of { $all })
survey-screen-none-joined = none joined
survey-screen-later = of a later version of jianfu
survey-screen-unreadable = This survey cannot be read: { $why }
survey-screen-gone = This survey is not joined any more.
survey-screen-until = Open until { $date }
survey-screen-closed = Closed on { $date }
survey-screen-contact = Who asks: { $contact }
survey-screen-fingerprint = Fingerprint: { $fingerprint }
survey-screen-panel = Your weeks belong together (panel)
survey-screen-no-panel = Nothing in it links your weeks
survey-screen-in-words = In words
survey-screen-raw = Raw
survey-screen-history = History
survey-screen-words = in words
survey-screen-look = look
survey-screen-give = give
survey-screen-withhold = withhold
survey-screen-answer = pick
survey-screen-take-part = take part
survey-screen-well = close
survey-screen-scroll = more
survey-screen-padding = Followed by { $spaces } spaces and a line end: { $size } bytes in all, whatever it says. Exactly these bytes are sealed.
survey-screen-nothing-sent = Nothing was written yet.
survey-screen-sent-response = response { $revision }
survey-screen-sent-withdrawal = withdrawal { $revision }
survey-screen-sent = { $title }, { $week }, revision { $revision }, written { $at }
survey-screen-file = File: { $file }
survey-screen-what = A survey asks how teachers' time is spent. You see all that a response would say before you write it, into a file that only the survey's key opens. What you log and who you are stays here.
survey-screen-how = To join one, ask its coordinator for the file that ends with .survey.toml and press { $key }, or use “jianfu survey join FILE”.
survey-screen-file-how = The definition of the survey, a file that ends with .survey.toml. { $key } completes.
survey-screen-joined-already = You take part in “{ $title }” already.
survey-screen-leave = Leave the survey “{ $title }”? What was written stays written: withdraw it first if it should not count.
survey-screen-always = This is in every response. Fields from “Days” on can be withheld, answers left unsaid.
survey-screen-nothing-to-send = There is nothing that could be written.
survey-screen-nothing-to-withdraw = No response of this week was written that could be withdrawn.
survey-screen-people = { $count } people
survey-screen-folder = Folder
survey-screen-no-folder = Type the folder that the file goes into.
survey-screen-will-write = Writes the response of { $week } to “{ $title }”, exactly as it was shown, sealed, into a file with a random name. Nothing is sent: you pass the file on.
survey-screen-will-withdraw = Writes a withdrawal of what you wrote for “{ $title }” and { $week }, sealed, into a file with a random name. It asks whoever collects to drop your response, and takes effect once you have handed the file in.
survey-screen-written = The response of { $week } is written:
survey-screen-withdrawn = The withdrawal of { $week } is written:
survey-screen-send = Hand this file to whoever bundles them at school, or to { $contact }: who gets it straight from you knows that it is yours
action-survey-about = about the survey
survey-screen-about = About
survey-screen-name = File name
survey-screen-says-nothing = The name and the date of the file say nothing, on purpose: with the newest first, it comes last.
survey-screen-unchanged = The same was written before.
survey-screen-of = { $title }, fingerprint { $fingerprint }
survey-screen-of-left = Left: { $title }, fingerprint { $fingerprint }
survey-screen-left = You have left this survey: join it again first ({ $key }).
survey-screen-not-begun = { $week } has not begun yet.
survey-screen-first-week = { $week } is the first week of this survey.
survey-screen-last-week = { $week } is the last week of this survey.
survey-screen-leave-weeks = Leave the survey “{ $title }” ({ $first } to { $last })? What was written stays written: withdraw it first if it should not count.
survey-screen-key-respond = write
survey-screen-key-withdraw = withdraw
survey-screen-key-raw = raw
survey-screen-key-history = history
survey-screen-key-about = about
survey-screen-key-earlier = prev
survey-screen-key-later = next
change-survey-joined = joining “{ $title }”
change-survey-left = leaving “{ $title }”
change-survey-answered = what you say to “{ $title }”
tui-made-up = This is the demo: all of it is made up, and this folder is thrown away at its end.
survey-screen-answer-in = { $name } ({ $above })
context-collecting = Collecting responses
