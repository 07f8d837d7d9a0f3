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
timetable-activities = "{ $text }" fits several: { $list }
timetable-head =
    Timetable. Save and close to take it over; a mistake is told with its line.
    { "[[terms]]  first, last: the first and the last day; name; holidays = [\"2026-10-01..2026-10-07 reason\"]" }
    { "[[bells]]  periods = [\"早读 07:30-07:55\", \"08:00-08:45\"]: lessons have no name; name; dates = \"05-01..09-30\"" }
    { "[week]     mon, tue, … = [ entries ]; an entry has period = 3, \"3-4\" or \"早读\", or time = \"19:00-20:30\";" }
    { "           note = class and subject; what = an activity (a lesson unless said);" }
    { "           weeks = \"odd\", \"even\", \"1-8,10\" or \"1-16 odd\"; from, until = dates; every = 2 (weeks, from \"from\");" }
    { "           except = [\"2026-10-05\"]" }
