# The timetable: what is wrong with one that is written down
timetable-at = line { $line }, { $site }: { $why }
timetable-at-line = line { $line }: { $why }
timetable-syntax = not well-formed: { $why }
timetable-key = there is no such key here: use { $known }
timetable-missing = { $key } is missing: add it
timetable-not-text = a text is needed: put it in quotation marks
timetable-not-a-list = a list is needed: put it in square brackets
timetable-not-a-table = keys with values are needed, such as { "{ period = 1 }" }
timetable-dates = "{ $text }" are no dates: write 05-01..09-30 for every year, or 2026-10-01..2026-10-07
timetable-term = a term ends after it begins, overlaps no other, and its holidays lie within it
timetable-name = too long: one line of at most 40 characters
timetable-time = "{ $text }" is no time from one to another: write it like 08:00-08:45
timetable-period-order = it begins before the period before it ends: write the periods in their order
timetable-period-name = a period's name has at most { $most } characters, is no number, and is given once; lessons need none
timetable-no-period = no bell schedule has the period "{ $period }": add it to [[bells]], or write time = "08:00-08:45"
timetable-slot = write either period = 3 or time = "08:00-08:45"
timetable-weeks = "{ $text }" is no list of weeks: write all, odd, even, 1-8,10 or 1-16 odd; the last week is 60
timetable-no-term = weeks are counted from the first Monday of a term: say with [[terms]] when it begins and ends
timetable-every = write every how many weeks, 1 to 52; from 2 on it needs from = a date to count from
timetable-note = the note has { $length } characters: at most 500 fit
timetable-clash = it may take place at the same time as { $other }: change one of them, or their weeks
timetable-no-activity = no activity "{ $text }": use a code such as lesson or duty/supervision; "jianfu activity" lists them
timetable-head =
    Timetable. Save and close to take it over; a mistake is told with its line.
    { "[[terms]]  first, last: the first and the last day; name; holidays = [\"2026-10-01..2026-10-07 reason\"]" }
    { "[[bells]]  periods = [\"早读 07:30-07:55\", \"08:00-08:45\"]: lessons have no name; name; dates = \"05-01..09-30\"" }
    { "[week]     mon, tue, … = [ entries ]; an entry has period = 3, \"3-4\" or \"早读\", or time = \"19:00-20:30\";" }
    { "           note = class and subject; what = an activity (a lesson unless said);" }
    { "           weeks = \"odd\", \"even\", \"1-8,10\" or \"1-16 odd\"; from, until = dates; every = 2 (weeks, from \"from\");" }
    { "           except = [\"2026-10-05\"]" }

# The timetable screen
timetable-title = Timetable
timetable-sums = { $lessons } { $lessons ->
    [one] lesson
   *[other] lessons
}, { $time } a week
timetable-no-terms = no term set
timetable-no-school = outside of terms
timetable-week = week { $n } ({ $parity })
timetable-bells-are = Bells: { $name }
timetable-bells-usual = Bells: the usual ones
timetable-bells-always = all the year
timetable-holds-always = holds always
timetable-holds-from = holds from { $date }
timetable-changes-always = changes hold always
timetable-changes-today = changes hold from today
timetable-changes-from = changes hold from { $date }
timetable-is-over = replaced since
timetable-empty-how = Type a class or subject, such as 7B English. What it is may come first, odd, even or 1-8 last.
timetable-period-n = period { $n }
timetable-every-week = every week
timetable-weeks-n = weeks { $weeks }
timetable-odd = odd weeks
timetable-even = even weeks
timetable-odd-short = odd{ " " }
timetable-even-short = even{ " " }
timetable-since = from { $date }
timetable-until = until { $date }
timetable-every-weeks = every { $n } weeks
timetable-except = not on { $dates }
timetable-and = , { "" }
timetable-add = Add an entry at a time
timetable-add-how = Such as: wed 19:00-20:30 supervision; or mon 3-4 7B English
timetable-cell-how = 7B English is a lesson; marking 7B is marking; odd, even or 1-8 at the end says in which weeks
timetable-removes = It is taken out
timetable-replaces = { $what } (instead of { $old })
timetable-lacks-term = { $what }: weeks are counted from a term, which is asked for next
timetable-clashes = At the same time: { $other }
timetable-note-long = The note has { $length } characters: at most { $most } fit
timetable-no-time = Say when: 19:00-20:30, or the number or name of a period
timetable-ambiguous = "{ $name }" may mean { $fits }
timetable-another = One more here
timetable-terms = Terms
timetable-new-term = Add a term
timetable-term-title = A term: first day, last day, name
timetable-term-how = Such as: 2026-08-31 2027-01-22 autumn; the week of the first day is week 1
timetable-term-line = { $name }: { $first } to { $last }, { $weeks } weeks
timetable-term-unnamed = Term
timetable-term-dates = Begin with two dates: 2026-08-31 2027-01-22
timetable-term-backwards = It ends before it begins
timetable-term-overlaps = It overlaps another: { $other }
timetable-holidays-outside = Days off of this term would lie outside of it: change them in the text ({ $key })
timetable-bells = Bell schedules
timetable-new-bells = Add one, from the usual secondary day
timetable-new-bells-primary = Add one, from the usual primary day
timetable-bells-head = A bell schedule: name and dates
timetable-bells-head-how = Such as: summer 05-01..09-30; without dates it holds whenever no other does
timetable-bells-periods = Its periods
timetable-bells-periods-how = One after the other: Reading 7:30-7:55, 8:00-8:45, 8:55-9:40; lessons need no name
timetable-periods-value = { $count ->
    [one] one period
   *[other] { $count } periods
}, { $start }-{ $end }
timetable-apply-from = From which date on does this timetable hold?
timetable-apply-from-how = A date such as 2026-09-01
timetable-from-earlier = Days from { $date } on that are not closed get it too
timetable-from-later = It begins on { $date }, to be changed there; until then the present one holds
timetable-no-date = Write a date such as 2026-09-01
timetable-list-hint = { $key } takes it out
timetable-copied = Copied { $count ->
    [one] one entry
   *[other] { $count } entries
}: { $key } puts it into another cell
timetable-nothing-there = Nothing there
timetable-over = Another timetable has replaced this one, so it stays as it is; { $key } goes to today
timetable-weeks-need-term = Entries take place in certain weeks: without a term nobody could count them
timetable-bells-in-use = Entries go by periods that only these bells have
timetable-bells-lost = No bell schedule would have the period of { $entry }
timetable-unchanged = Nothing changed
timetable-changed-since = the timetable has been changed elsewhere since; edited again, this text takes the place of that
tui-no-editor = No editor can be opened here
tui-bad-text = The text cannot be taken: { $why }
tui-edit-again = edit again
tui-leave-text = leave it
tui-text-kept = Nothing has changed. The text is in { $kept }
tui-save-line = save
timetable-bells-need-dates = Say from when to when it holds: "{ $other }" holds already for the rest of the year
