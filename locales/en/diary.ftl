# Operations on the diary
span-end-not-after-start = it ends at { $end } but starts at { $start }
span-starts-too-late = it starts at { $start }: a block starts before 24:00 of its date
span-ends-too-late = it ends at { $end }: a block ends by 36:00, noon of the next day
span-nothing = a block lasts 1 minute at least
span-too-long = { $minutes } minutes: a block lasts 24 hours at most
bad-date = "{ $text }" is not a date: write it like 2026-11-20, from 1970 to 2399
diary-overlap = { $new } overlaps { $span } { $activity } ({ $id }, { $date }): nothing was saved
diary-nothing-left = nothing is left of { $new }: { $span } ({ $id }) and the blocks beside it fill the time
diary-no-last-block = { $date } has no clocked block to follow: give a start time
diary-no-block = no block { $id }: "jianfu day" and "jianfu log" list the ids
diary-nothing-to-copy = { $date } has no blocks to copy
diary-day-full = { $date } holds { $most } blocks, the most a day can
change-school_days = the school days
change-reply_window = the reply window
change-rules = the rules of the burden list
change-ask_worth = whether a meeting's worth is asked
change-surveys = the surveys you take part in
