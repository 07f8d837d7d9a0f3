# Files of other programs
import-file-line = line { $number }
import-file-entry = entry { $number }
import-file-cell = cell { $name }
import-file-at = { $place }: { $why }; nothing was imported
import-file-whole = { $why }; nothing was imported
import-file-not-this = this is not a file of the format { $format }: choose another file, or say its format with --format
import-file-encoding = this is not text in UTF-8, UTF-16, GB18030 or Big5: save the file as UTF-8 and try again
import-file-no-column = a column is missing: name one in the first row { $names }
import-file-value = "{ $text }" is not a value of { $field } that can be read: correct it in the file
import-file-no-value = { $field } is missing: fill it in in the file
import-file-zone = the time zone "{ $name }" is unknown: give the file one such as Asia/Shanghai
import-file-damaged = the file is damaged: save it again in the program that wrote it
import-file-cut-off = BEGIN:{ $name } has no END: the file is cut off; export it again
import-file-too-large = the file is too large when unpacked: keep only the timetable in it
import-file-sheet-too-large = the sheet is too large for a timetable: keep only the timetable in it
import-file-too-many-events = it holds more than { $most } events in these dates: choose fewer dates with --from and --to
import-file-too-many-dates = its recurring events have too many dates to work out: give them an end
import-file-old-rule = EXRULE, which calendars no longer use, is not read: export the calendar again from a newer program
import-file-other = { $why }
import-file-left-out = { $place }, "{ $label }": { $why }
import-file-left-out-nameless = { $place }: { $why }
import-file-why-length = it lasts no time, or longer than the 24 hours that a block can; enter it by hand if it counts
import-file-why-cancelled = it is cancelled or only tentative
import-file-why-open = it is still running; import it when it has ended
import-file-why-outside = it lies outside the dates asked for
import-file-why-too-often = it recurs more often than a diary takes
import-file-why-not-weekly = it does not recur weekly at one time, so it is no part of a timetable
import-file-why-no-event = it is no event, but a to-do, a journal or the like

# The preview of an import
import-title = Import { $name } ({ $kind })
import-as-log = as a log
import-as-timetable = as a timetable
import-failed = { $name }: { $why }
import-no-such-file = there is no such file
import-no-file = this is no file
import-too-big = the file is larger than { $most } MB
import-no-format = The name has to end in .ics, .csv, .xlsx, .json (Timewarrior) or .klg (klog)
import-file-how = Type, paste or drop a calendar, a log or a timetable: .ics .csv .xlsx .json .klg; { $key } completes the name. Nothing is saved before you have seen it
import-comma = {", "}
import-empty = nothing that a diary takes
import-count-asked = { $count } to be decided
import-count-blocks = { $count } new
import-count-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
import-count-way = { $count } in others' time
import-count-known = { $count } known
import-count-ahead = { $count } ahead
import-count-decided = { $count } marked otherwise
import-count-skipped = { $count } passed over
import-count-left-out = { $count } left out ({ $key })
import-count-entries = { $count } new
import-count-stuck = { $count ->
    [one] 1 does not fit
   *[other] { $count } do not fit
}
import-asked = { $count ->
    [one] 1 wording that nobody knows: { $key } says what it means, { $skip } passes over it
   *[other] { $count } wordings that nobody knows: { $key } says what one means, { $skip } passes over all
}
import-asked-first = { $count ->
    [one] First decide 1 wording: { $key } says what it means, { $skip } passes over it
   *[other] First decide { $count } wordings: { $key } says what one means, { $skip } passes over all
}
import-stuck-first = First settle what stands above the list
import-nothing-new = Nothing new to import
import-way = Where others stand in the time: { $way } ({ $key } changes that)
import-way-refuse = leave the new ones out
import-way-trim = shorten the new ones
import-way-replace = cut the old ones
import-way-parallel = keep both, the new ones as parallel
import-take = Import { $what }
import-some-blocks = { $count ->
    [one] 1 block
   *[other] { $count } blocks
}
import-some-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
import-some-entries = { $count ->
    [one] 1 timetable entry
   *[other] { $count } timetable entries
}
import-done = Imported { $what } ({ $key } takes it all back)
import-times = { $count }x
import-unfold = show each
import-nameless = (without a name)
import-skip = passed over
import-known = known
import-unknown = what is it?
import-ahead = lies ahead
import-decided = you marked it otherwise
import-stuck = does not fit
import-in-the-way = in its time: { $block }
import-means = What is "{ $label }"?
import-means-several = A number chooses, or type another activity
import-means-work = An activity as in quick entry, or skip
import-means-day = off, a reason, school, or skip
import-no-meaning = Choose one of these, or type something they know
import-leave = Leave without importing? What you decided here is forgotten
import-skip-asked = { $count ->
    [one] Pass over the wording that nobody knows?
   *[other] Pass over all { $count } wordings that nobody knows?
}
import-left-out-title = Left out: { $count }
import-term = Term: { $first } to { $last }
import-term-missing = Term: its weeks are counted; Enter says from when
import-term-title = First and last day of the term
import-term-how = Like 2026-09-01 2027-01-22; odd and even weeks are counted from the first
import-term-wrong = Two dates, the earlier one first: 2026-09-01 2027-01-22
import-no-term = { $place }: its weeks are counted, but no term says from when
import-no-period = { $place }: your bells have no period { $period }; { $key } passes the line over
import-clash = { $place }: at the same time as { $other }; { $key } passes a line over
import-bells-taken = Bells: taken from the file
import-bells-replace = Bells: those of the file replace yours
import-bells-kept = Bells: yours stay ({ $key } takes those of the file)
import-period = P{ $name }
import-weeks = weeks { $numbers }
import-weeks-odd = odd weeks
import-weeks-even = even weeks
import-rule-new = New rule
import-rule-how = A word and what it means wherever it stands in a file: club = duty/after-school, or lunch = skip
import-rule-wrong = Write a word, =, and one activity, off, school or skip
