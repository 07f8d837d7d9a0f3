# Commands
import-not-an-export = this is not an export of jianfu's: its first line is not {"{"}"type":"jianfu","version":1{"}"}
import-newer = this export is of version { $version }, newer than this program: use a newer version
import-line = line { $line }: { $why }; nothing was imported
import-other-block = the block { $id } of { $date } is different here: nothing was imported; --replace takes the file's day instead
import-other-kind = { $date } is marked differently here: nothing was imported; --replace takes the file's day instead
import-other-setting = the setting { $name } is different here: nothing was imported; --replace takes the file's instead
import-overlap = { $first } and { $second } overlap: nothing was imported
cli-bad-date = "{ $text }" is not a date: write 2026-11-20, today, yesterday, -3 (days ago) or mon
cli-bad-week = "{ $text }" is not a week: write 2026-W47, this, last or -2 (weeks ago)
cli-unquoted = these look like parts of one entry: put it in quotation marks, like "{ $entry }"; nothing was saved
cli-saved = saved
cli-removed = removed
cli-close-empty = { $date } is a school day without a block. Close it all the same? [y/N]
cli-not-closed = { $date } stays open
cli-nothing-to-undo = there is nothing to undo
cli-nothing-to-redo = there is nothing to redo
cli-undone = undone: { $what }
cli-redone = done again: { $what }
cli-from-after-to = --from { $from } is after --to { $to }
cli-no-subject = "{ $text }" is no category or activity: "jianfu activity" lists them
cli-ambiguous-subject = "{ $text }" fits several: { $list }
cli-baseline-none = no baseline yet: it takes two complete weeks (all school days closed), or "jianfu baseline minutes N"
cli-baseline-typed = typed in
cli-baseline-not-complete = not counted, because not complete: { $weeks }
cli-bad-percent = "{ $text }" is not a percentage: write a number from 0 to 100, like 15 or 12.5
cli-main-goal-stays = the goal on non-teaching time stays; "jianfu goal set non_teaching PERCENT" changes it
cli-no-goal = there is no goal on { $what }
cli-bad-activity = "{ $text }" is not of the form category/code: use English codes in small letters, like reports/weekly
cli-activity-exists = there is an activity { $activity } already
cli-activity-name = give the activity a name, and --py only small letters
cli-no-own-activity = { $activity } is no activity of your own
cli-would-import = would add { $added } blocks and remove { $removed }; { $known } are there already; nothing was changed
cli-imported = added { $added } blocks, removed { $removed }; { $known } were there already
cli-backup-made = backup { $name } made
cli-backup-restored = everything is as in backup { $name }; "jianfu undo" takes this back
cli-backup-row = { $name }  made { $at }  { $days } days  { $blocks } blocks
cli-checked = { $days } days, { $blocks } blocks, { $changes } changes and { $backups } backups checked
cli-check-sound = all sound
cli-check-mended = mended; no record is missing
cli-check-broken = not sound: "jianfu check --repair" mends it
cli-no-home = the system names no folder for data: use --data-dir and --config
cli-editor-failed = the editor { $editor } failed; nothing was changed
cli-edited-not-taken = { $why }; nothing is changed, your edited copy is kept: { $kept }
cli-no-terminal = the screen needs a terminal; without one use jianfu add, jianfu day or jianfu week (jianfu --help lists all)
help-about = Log where a teacher's working time goes; without a command, the terminal UI on today
help-after = DATE is 2026-11-20, today, yesterday, -3 (days ago) or mon; WEEK is 2026-W47, this, last or -2. Environment: JIANFU_DATA_DIR, JIANFU_CONFIG, JIANFU_LANG, JIANFU_NOW, NO_COLOR.
help-help = Print help
help-version = Print the version
help-arg-data-dir = Folder of the data
help-arg-config = Configuration file
help-arg-lang = Language: zh-Hans, zh-Hant or en
help-arg-now = Fix the clock: 2026-11-20T17:30
help-arg-no-color = No colours
help-arg-trim = Shorten the new block around blocks in the way
help-arg-replace = Remove or shorten the blocks in the way
help-arg-parallel = Keep both, the new one as a parallel activity
help-arg-date = The day; today if left out
help-arg-from = From this date on
help-arg-to = Up to this date
help-arg-json = As JSON
help-arg-format = The format
help-arg-output = Write to a file instead of standard output
help-arg-id = The block's id, as day and log print it
help-arg-what = non_teaching, a category, an activity, or an activity with :count (how many) or :mean (how long on average) behind it
help-arg-activity = Category and code, like reports/weekly
help-arg-name = The name
help-add = Book finished blocks, all or none
help-add-entries = One block each, in quotation marks: "8:00-8:45 lesson 7B"
help-day = Show or settle a day
help-day-close = Sign the day off as fully logged
help-day-reopen = Take the signature back
help-day-off = Mark as a day off, with the reason
help-day-school = Mark as a school day
help-day-copy-from = Book the blocks of that day again
help-edit = Change a block; parts that are not named stay
help-edit-entry = What changes, as for add
help-remove = Remove blocks
help-remove-ids = Their ids
help-undo = Take the last change back
help-redo = Make the change again that was undone
help-log = List and search blocks
help-log-category = Only this category or activity
help-log-search = Only notes with this text
help-week = The personal weekly summary
help-week-week = The week; this one if left out
help-status = One line for a prompt; exit status 1 while a past school day of this week is open
help-status-short = Even shorter
help-baseline = What the weeks are compared with
help-baseline-show = Show it
help-baseline-weeks = Use these weeks
help-baseline-weeks-weeks = At least two complete weeks
help-baseline-minutes = Type in the non-teaching minutes of a five-day week
help-baseline-minutes-minutes = Minutes
help-baseline-auto = Use the first two complete weeks
help-goal = What is to fall, and by how much
help-goal-show = Show the goals
help-goal-set = Set a goal
help-goal-set-percent = By how many per cent, like 15
help-goal-off = Drop a goal
help-goal-preset = Take over goals of the policy
help-goal-preset-name = reports (-30 %), parents (-20 %), meetings (all-staff: -20 % in number, -15 % in length), inspections (-50 % in number) or all
help-activity = The activities, and your own
help-activity-show = List them
help-activity-add = Add one of your own
help-activity-add-py = Pinyin initials for quick entry
help-activity-remove = Remove one of your own; its blocks stay
help-import = Import an export, all or nothing
help-import-file = The file; - for standard input
help-arg-dry-run = Only say what would change
help-import-replace = Where the diary says something else, take the file's day
help-export = Export everything
help-backup = Backups
help-backup-now = Make one now
help-backup-list = List them
help-backup-restore = Make everything as it was in one; can be undone
help-backup-restore-name = Its name, as list prints it
help-check = Compare backups, journal and database
help-check-repair = Mend what is wrong
help-config = The configuration
help-config-show = Show the values in force
help-config-edit = Open it in your editor
help-config-path = Where the file is
help-config-set = Change one value
help-config-set-key = language, theme, borders, mouse, data_dir, school_days, reply_window, goals, baseline, rules, ask_worth or backups
help-config-set-value = The new value; lists with commas: mon,tue,sat or non_teaching=15,reports=30
help-completions = Completions for a shell
help-completions-shell = Which shell
help-man = The manual page
help-demo = The UI on a made-up term, in a folder that is thrown away
cli-overlap-flags = { "; " }mend the time, or add --trim, --replace or --parallel
cli-theme-not-taken = { $why }; the default theme is used
cli-date-in-entry = an entry says no day: use --date { $word } for it; nothing was saved
cli-spelling-taken = "{ $spelling }" already means { $name }: choose another; nothing was changed
cli-no-theme = no theme "{ $name }": there are { $known }, and your own in { $file }; nothing was changed
cli-long-reason = the reason has { $length } characters: at most { $most } fit
cli-bad-school-days = "{ $text }" is no list of weekdays: write it like mon,tue,wed,thu,fri, each day once
cli-bad-reply-window = "{ $text }" is no reply window: write it like 07:00-20:00, the start before the end, up to 24:00
help-school-days = The weekdays that are school days
help-school-days-show = Show them
help-school-days-set = Set them, from today on; past days stay as they are
help-school-days-set-days = Like mon,tue,wed,thu,fri,sat
help-reply-window = When parents can expect a reply on school days
help-reply-window-show = Show it
help-reply-window-set = Set it
help-reply-window-set-window = Like 07:00-20:00
cli-keymap-not-taken = { $why }; the built-in keys are used
help-config-keymap = Show the keys in force, in the form of keymap.toml
cli-plan-taken = { $date }: the planned { $span } is not booked, something else stands in its time (--trim, --replace or --parallel books it all the same)
cli-day-waits = { $count } planned
cli-nothing-planned = nothing planned for "{ $what }" on { $date } waits to be confirmed: `jianfu day { $date }` lists what does
cli-too-many-days = { $from } to { $to } are more than { $most } days: take fewer at once
cli-no-timetable = No timetable yet: "jianfu timetable edit" or "jianfu timetable import FILE"
cli-timetable-from = It holds from { $date } on; days before keep their plan (--from DATE for an earlier date)
cli-timetable-would-be = The timetable from { $date } on would be this; nothing is changed
cli-timetable-saved = Saved. Entries: { $entries }; bell schedules: { $bells }; terms: { $terms }
cli-timetable-changed-since = the timetable has been changed elsewhere since
cli-holidays-marked = { $count } days of holidays are marked as off
cli-term-week = { $term } week { $number }
cli-term-weeks = { $count } weeks
cli-every-weeks = every { $count } weeks
cli-no-bells = no bell schedule is called "{ $name }"
cli-no-term = no term begins on { $first }: "jianfu timetable term" lists them
help-day-fill = Book what the timetable has for the day and waits to be confirmed
help-day-dismiss = What was planned for this period or time did not take place
help-day-like = The day follows the timetable of that date, as make-up days do
help-timetable = The weekly timetable, the bells and the terms
help-timetable-show = Show the timetable of a week
help-timetable-edit = Edit timetable, bells and terms as text
help-timetable-edit-from = The first date on which it holds (default: today)
help-timetable-import = Take a timetable over from a file
help-timetable-import-from = The first date on which it holds (default: today)
help-timetable-bells = Bell schedules, for all the year or by season
help-timetable-bells-show = Show the bells
help-timetable-bells-set = Set a bell schedule
help-timetable-bells-set-name = Its name: summer, winter
help-timetable-bells-set-dates = When it holds: 05-01..09-30 every year; none for the rest of the year
help-timetable-bells-set-periods = The periods: 08:00-08:45, with a name "早读 07:30-07:55"; or usual, primary
help-timetable-bells-remove = Remove a bell schedule
help-timetable-bells-remove-name = Its name
help-timetable-term = Terms: their weeks are counted from the first one
help-timetable-term-show = Show the terms
help-timetable-term-add = Add a term, or change the one that begins on that date
help-timetable-term-add-first = The first day, 2026-08-31
help-timetable-term-add-last = The last day
help-timetable-term-add-name = Its name
help-timetable-term-add-holiday = Days off in it: "2026-10-01..2026-10-07 国庆节"
help-timetable-term-remove = Remove a term
help-timetable-term-remove-first = Its first day
help-timetable-import-file = The file: a timetable as text (TOML); - is standard input
help-timetable-show-date = A date of the week to show
cli-no-zone = no time zone "{ $name }": write it like Asia/Shanghai
cli-no-encoding = no encoding "{ $name }": use utf8, gb18030 or big5
cli-no-meaning = "{ $text }" is no meaning: write an activity, off, off:reason, school or skip
cli-bad-map = "{ $text }" says nothing of a word: write WORD=ACTIVITY, such as 社团=kh or lunch=skip
cli-bad-word = "{ $word }" is no word for a rule: write 1 to 100 characters, without control characters
cli-no-word = no rule of your own for "{ $word }": "jianfu activity words" lists them
cli-import-asked = { $count ->
    [one] One wording means nothing yet
   *[other] { $count } wordings mean nothing yet
}: { $list }. Say what they are, --map "{ $first }=ACTIVITY" (=skip to pass it over; whole days: =off:REASON or =school), or pass all over with --skip-unknown; nothing was imported
cli-import-in-the-way = { $place }: in the time of "{ $label }" stands { $date } { $span } ({ $id }): use --trim, --replace or --parallel; nothing was imported
cli-would-take = would be imported: { $blocks ->
    [one] 1 entry
   *[other] { $blocks } entries
}, { $days ->
    [one] 1 day
   *[other] { $days } days
}; known already: { $known }
cli-taken = imported: { $blocks ->
    [one] 1 entry
   *[other] { $blocks } entries
}, { $days ->
    [one] 1 day
   *[other] { $days } days
}; known already: { $known }
cli-count-asked = to be asked: { $count }
cli-count-in-the-way = in the time of other entries: { $count }
cli-count-ahead = still ahead: { $count }
cli-count-decided = days you have marked otherwise: { $count }
cli-count-skipped = passed over: { $count }
cli-bells-kept = the file names other bells than yours; yours stay (see "jianfu timetable bells")
cli-weekly-taken = new in the timetable: { $added }; there already: { $known }; passed over: { $skipped }
cli-weekly-no-period = { $place }: no bell schedule has the period "{ $period }": set it with "jianfu timetable bells set"; nothing was imported
cli-weekly-no-term = { $place }: weeks are counted from the first Monday of a term: say when it is, "jianfu timetable term add 2026-08-31 2027-01-22"; nothing was imported
cli-weekly-clash = { $place }: it may take place at the same time as { $other }: change one of them, or use --replace to replace the timetable; nothing was imported
help-arg-map = What a word in the file means: an activity, off, off:reason, school or skip; remembered
help-arg-encoding = How the text is encoded: utf8, gb18030 or big5 (default: found out)
help-arg-zone = Your time zone, such as Asia/Shanghai (default: the system's)
help-arg-skip-unknown = Pass over whatever means nothing
help-timetable-import-replace = Replace the timetable instead of adding to it
help-activity-words = What words in the files of other programs mean
help-activity-words-show = Show your rules
help-activity-words-set = Say what a word means
help-activity-words-set-word = The word
help-activity-words-set-meaning = An activity, off, off:reason, school or skip
help-activity-words-remove = Remove a rule
help-activity-words-remove-word = The word
cli-closed-empty = closed without an entry: { $dates }
cli-import-timetable = { $file } is a timetable: take it over with "jianfu timetable import FILE"; nothing was imported
cli-worth-ask = { $date } { $span } { $what }: how much was it worth, 1 (nothing) to 5 (much)? Enter for no rating:
cli-encoding-of-csv = --encoding is for tables in text: add --format csv
cli-not-for-terminal = a workbook is no text for a terminal: write it to a file, with -o { $file }
help-arg-csv-encoding = Of CSV: utf8 (with a byte order mark, the default) or gb18030
help-week-format = text, json, md, csv, xlsx or html; by the end of the file name if left out, else text
help-trend = A summary of several weeks: a term or a school year
help-trend-from = The first week; the first of the school year if left out
help-trend-to = The last week; this one if left out
help-trend-term = This term up to now
help-trend-year = This school year up to now, as without any of these
help-trend-format = text, json, md, csv, xlsx or html; by the end of the file name if left out, else text
help-rules = The rules of the burden list: which are on, and their limits
help-rules-show = Show all rules, what each is set to and can be set to
help-rules-set = Set a rule
help-rules-on = Switch a rule on, with the limit of the policies
help-rules-off = Switch a rule off: it marks nothing any more
help-arg-rule = The code of a rule, like staff-meeting-length
help-rules-set-value = on, off, a number, or for no-meeting-day a weekday
help-ask-worth = Whether a meeting's worth is asked when it is logged
help-ask-worth-show = Show it
help-ask-worth-on = Ask
help-ask-worth-off = Do not ask
cli-strange-ending = files ending in .{ $ending } cannot be written: use .xlsx, .html, .md, .csv, .json or .txt, or say which with --format
cli-file-saved = saved as { $path }
cli-file-replaced = replaced { $path }
help-survey = Surveys: take part, see all that is sent, take it back
help-survey-list = The surveys you take part in
help-survey-new = For coordinators: make a definition and its key
help-survey-new-name = Name of the files: NAME.survey.toml and NAME.key
help-survey-new-title = What it is called: once for all languages, or zh-Hans=…, zh-Hant=…, en=…
help-survey-new-contact = Who asks and how to reach them; languages as with --title
help-survey-new-weeks = The weeks it asks about: 2026-W48..2027-W03
help-survey-new-closes = The last day on which responses are taken
help-survey-new-ask = What is asked beside time by category: activities, meetings, late_parent_messages, goal, ratings, all or none
help-survey-new-group = What teachers say of themselves: stage, role, years, subject; with the staff behind it stage:primary=120,…; or your own: region=North:120,South:90, with codes for the tables region[Region]=n[North]:120,…
help-survey-new-staff = How many people are asked to take part
help-survey-new-rounding = Minutes that times are rounded to: 5 to 60 (default 15)
help-survey-new-min-group = Groups with fewer respondents are not shown: 5 or more (default 10)
help-survey-new-panel = The weeks of one respondent can be told to belong together
help-survey-new-passphrase = Protect the key with a passphrase: typed, or the first line of standard input
help-survey-new-to = Folder of the two files; this one if left out
help-survey-show = Check a definition and show what it says; joins nothing
help-survey-join = Take part: shows who asks what and how you are protected
help-survey-join-answer = What you say of yourself, like stage=primary
help-survey-join-withhold = What you do not give, like ratings
help-survey-answer = Change what you say of yourself and what you give; without arguments, show it
help-survey-answer-answers = GROUP=ANSWER, GROUP=not_said, FIELD=withheld or FIELD=given
help-survey-leave = Take part no longer; what was sent stays in the history
help-survey-preview = Everything a response would say, in words and byte by byte; writes nothing
help-survey-preview-week = The week; the last one if left out, this one once it is complete
help-survey-preview-raw = Exactly the bytes that would be sealed, nothing else
help-survey-respond = Write a sealed response, one file a week, after a look at all of it
help-survey-respond-weeks = The weeks; as with preview if left out
help-survey-respond-to = Folder of the files; this one if left out
help-survey-withdraw = Take responses back: writes a sealed withdrawal for each week
help-survey-withdraw-weeks = The weeks
help-survey-withdraw-to = Folder of the files; this one if left out
help-survey-history = What was written when, newest first
help-survey-history-week = Only this week
help-arg-file = The file
help-arg-yes = Do not ask
help-arg-survey = Which survey, where you take part in several: its number in the list, the beginning of its fingerprint, or a part of its title
cli-survey-none = you take part in no survey: "jianfu survey join FILE" with the file that the coordinator sent
cli-survey-which = which survey? Say it with --survey: { $list }
cli-survey-no-such = "{ $word }" is none of the surveys: { $list }
cli-survey-several = "{ $word }" fits several surveys: { $list }
cli-survey-list-closed = { $date } (closed)
cli-survey-list-written = Written for
cli-survey-list-withdrawn = Withdrawn
cli-survey-list-open = To be answered
cli-survey-answer-how = "jianfu survey answer" takes GROUP=ANSWER, GROUP=not_said, FIELD=withheld or FIELD=given. The groups and their answers:
cli-survey-code-name = { $code } ({ $name })
cli-survey-answers-more = { " " }and { $count } more
cli-survey-withheld = withheld
cli-survey-given = given
cli-survey-not-an-answer = "{ $text }" is no answer: write GROUP=ANSWER, GROUP=not_said, FIELD=withheld or FIELD=given
cli-survey-field-value = { $field } is "withheld" or "given", not "{ $value }"
cli-survey-ask-group = A number, or Enter to leave it unsaid:
cli-survey-ask-many = { $group }: one of { $count } answers. Type a part of its name, or Enter to leave it unsaid:
cli-survey-not-joined = not joined: nothing was changed
cli-survey-joined = you take part. Compare the fingerprint with the one you were told. "jianfu survey preview" shows all that would be sent, "jianfu survey respond" writes it; nothing is sent by itself
cli-survey-there = you take part already: nothing was changed but the answers given here
cli-survey-left = you no longer take part in "{ $title }"; "jianfu undo" takes this back
cli-survey-left-written = what was written for { $weeks } stays as it is. To take it back: "jianfu undo", then "jianfu survey withdraw", then leave
cli-survey-bytes = These { $bytes } bytes would be sealed:
cli-survey-padding = and then { $spaces } spaces and a line end, so that every response is of one length
cli-survey-write-it = Seal and write { $count ->
    [one] this response
   *[other] these { $count } responses
}? [y/N]
cli-survey-nothing-written = nothing was written
cli-survey-responded = Hand { $count ->
    [one] the file
   *[other] the { $count } files
} to whoever bundles them at school, or send to { $contact }: who gets files straight from you knows that they are yours. Name and date of a file say nothing, on purpose. To take it back: "jianfu survey withdraw { $weeks }"
cli-survey-some-written = { $why }; written before that: { $files }
cli-survey-withdraw-it = Take back what was written for { $weeks } of "{ $title }"? [y/N]
cli-survey-withdrew = Send { $count ->
    [one] the file
   *[other] the { $count } files
} to { $contact }: only then is the response dropped. What was published before stays: sums in reports, and rows without a name in a public-use file. Inside are the survey, the week, your pseudonym and a number, nothing else
cli-survey-response = Response
cli-survey-revision = revision { $n }
cli-survey-history-local = this list is kept here only, with the data; it is in no response
cli-survey-history-empty = nothing was written yet
cli-survey-bad-name = "{ $name }" is no name for files: use letters, digits, - and _, without folders
cli-survey-missing = missing: { $flags }; on a terminal they are asked for
cli-survey-languages = { $flag } is given once for all languages, or once for each as zh-Hans=…, zh-Hant=…, en=…
cli-survey-closes-past = { $date } is past: choose a later day
cli-survey-bad-ask = "{ $word }" cannot be asked: use { $known }, all or none
cli-survey-no-preset = there is no ready group "{ $name }": use { $known }, or your own as NAME=ANSWER:STAFF,…
cli-survey-bad-group = the group "{ $name }" needs a name and at least two answers: NAME=ANSWER:STAFF,…
cli-survey-bad-staff = "{ $part }": the number of people is a whole number
cli-survey-ask-title = What is the survey called?
cli-survey-ask-contact = Who asks, and how can they be reached?
cli-survey-ask-weeks = Which weeks (2026-W48..2027-W03)?
cli-survey-ask-closes = Until which day are responses taken (2027-01-31)?
cli-survey-ask-what = What is asked beside time by category?
cli-survey-ask-what-numbers = Numbers; “all” for all of it, Enter for nothing:
cli-survey-ask-groups = What do teachers say of themselves?
cli-survey-ask-groups-numbers = Numbers; Enter for nothing:
cli-survey-ask-staff = How many people are asked to take part (Enter if not known)?
cli-survey-nothing-made = nothing was made
cli-survey-passphrase = Passphrase for the key (unseen):
cli-survey-passphrase-again = The same once more:
cli-survey-passphrases-differ = the two passphrases differ: type both again
cli-survey-no-passphrase = the passphrase is empty: type one, or give it as the first line of standard input
cli-survey-new-definition = Definition
cli-survey-new-key = Key
cli-survey-new-send = Send the definition to the teachers, any way you like: it is public.
cli-survey-new-tell = Tell them the fingerprint by another way, on the telephone or on paper, so that they know the file is yours.
cli-survey-new-keep = Send the key to nobody and keep a copy of it in a safe place: it alone opens the responses, and if it is lost nothing can be opened.
cli-survey-ask-group-staff = { $group }: how many people are behind each? { $answers } (Enter if not known)
cli-survey-ask-own-group = A group of your own, like region=North:120,South:90 (Enter for none):
help-survey-bundle = Pack sealed responses into one file, so that nobody can tell who handed in which
help-survey-bundle-files = Sealed responses, or folders of them
help-survey-bundle-output = The new tar file
help-survey-codebook = What stands in each column of the responses to a survey
help-survey-codebook-format = md, csv or json; by the end of the file name if left out, else md
help-survey-schema = The JSON Schema of what is sealed
cli-survey-bundle-other = left out, no sealed response: { $file }
cli-survey-bundled = { $responses ->
    [one] One file (a response or a withdrawal)
   *[other] { $responses } files (responses and withdrawals)
} packed{ $copies ->
    [0] { "" }
    [one] ; one copy left out
   *[other] ; { $copies } copies left out
}
cli-survey-codebook-ending = a codebook ends in .md, .csv or .json, not .{ $ending }; or say which with --format
cli-survey-no-answer = { $group } has no answer "{ $answer }": use { $known }
help-export-without-surveys = Leave out what is known of surveys: the secret, what was written, and those you take part in
cli-export-surveys = the export holds your secret for surveys or what you wrote to them: it is as private as the diary, for whoever has it can tell which responses are yours; --without-surveys leaves them out
cli-import-secret = the file's secret for surveys is taken over: your pseudonyms come from it
cli-import-secret-replaces = the file's secret for surveys takes the place of yours: for weeks that you have not answered yet, you get other pseudonyms
cli-import-sent = into the history of surveys: { $count ->
    [one] 1 written response
   *[other] { $count } written responses
}
cli-survey-other-folder = { $why }: choose another with --to
cli-survey-ask-sender = { $why } (ask whoever sent it for a sound file)
cli-survey-needs-yes = nobody can be asked here, so nothing was written: look at "jianfu survey preview", then say --yes
cli-survey-left-out = a response to { $week } of "{ $title }" is in the history, but you take part no longer: join the survey again ("jianfu survey join FILE"), then withdraw; the pseudonym stays
cli-survey-short-passphrase = the passphrase is too short: at least { $least } characters, for fewer are found by trying
cli-survey-bad-weeks = { $why }; several weeks are written first..last: 2026-W48..2027-W03
cli-survey-ask-none = none
cli-survey-ask-all = all
cli-survey-ask-nothing-and = none does not go with anything else: say none, or what is asked
cli-survey-sizes-above = { $group }: { $people } people are behind its answers, more than the { $staff } who are asked to take part (--staff): correct one of them
cli-survey-answer-twice = the group "{ $group }" has the answer "{ $answer }" twice: give each once
cli-survey-bad-code = "{ $code }": { $why }
cli-survey-warn-closes = It closes on { $date }, before { $week } is over: the last weeks can hardly be answered
cli-survey-warn-staff = Only { $staff } people are asked, and nothing is reported of fewer than { $least }: nothing can be reported
cli-survey-warn-few = { $group }: fewer than { $least } people are behind { $answers }, so nothing can be reported of them by themselves; wider answers would say more
cli-survey-show-staff = Invited
cli-survey-not-one-of-them = "{ $text }" is none of the answers, or fits several: type a number, or more of a name
cli-survey-take-part = Take part? [Y/n]
cli-survey-bundle-folder = { $file } is a folder: name the new file in it, such as school.tar
cli-survey-bundle-ending = { $file }: a bundle is a tar file, so its name ends with .tar
cli-survey-unknown = "{ $word }" is no command of survey: use { $known }
cli-survey-new-name = say what the files are to be called: "jianfu survey new time" makes time.survey.toml and time.key
cli-survey-bundle-where = say where the bundle goes: -o school.tar
cli-survey-size = { $answer }: { $people }
cli-survey-joined-closed = the survey is closed: you take part only to take back what you wrote, with "jianfu survey withdraw"
help-survey-collect = Put what was sent into a dataset: again and again, in any order
help-survey-collect-inbox = Folders, files, tar and zip archives, in any mix
help-survey-collect-key = The private key that “survey new” made
help-survey-collect-to = The folder of the dataset; a new one is made
help-survey-collect-definition = The definition, for a new dataset; if left out, the one beside the key
help-survey-collect-watch = Go on as files arrive: a live screen on a terminal, lines elsewhere; until Ctrl-C
help-survey-collect-json = As JSON, for programs
help-survey-collect-plain = With --watch: lines instead of the live screen
cli-survey-show-final = Final
cli-survey-show-final-is = what is published stays, also if you withdraw later: sums in reports, and single responses, made coarse and without anything that says whose they are, in a public-use file. Who withdraws before the first such file about a week is not in it
