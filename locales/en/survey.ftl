# Surveys: definitions and responses
survey-at = line { $line }, { $site }: { $why }
survey-at-line = line { $line }: { $why }
survey-not-a-definition = this is not the definition of a survey: ask the coordinator for the file that ends with .survey.toml
survey-too-large = the file is too large for the definition of a survey: at most { $most } KiB
survey-not-utf8 = the file is not text in UTF-8: ask the coordinator to send it again, as a file
survey-syntax = not well-formed: { $why }
survey-newer = the definition is of version { $version } of the format, which is newer than this program: update jianfu
survey-key = there is no such key here: use { $known }
survey-missing = { $key } is missing: add it
survey-not-text = a text is needed: put it in quotation marks
survey-text = one line of text is needed, at most { $most } characters, without control characters or space at its ends
survey-number = a whole number from { $least } to { $most } is needed
survey-not-a-flag = true or false is needed
survey-list = a list of { $least } to { $most } items is needed
survey-not-a-table = keys with values are needed in braces
survey-id = the id is 32 small hexadecimal digits, made by "jianfu survey new"
survey-recipient = this is not the public key of an age key pair, which begins with age1
survey-week = a week is needed, such as "2026-W48"
survey-date = a date is needed, such as 2027-01-31
survey-weeks = the last week comes after the first, and there are at most { $most } weeks
survey-closes-early = the survey closes before its first week is over: choose a later date
survey-code = a code is 1 to { $most } small letters, digits and _, a letter first, and not "not_said"
survey-twice = the code "{ $code }" is there already: each is given once
survey-no-such-answer = it is within "{ $code }", which is not an answer of this group
survey-circle = the answer is within itself
survey-file-head =
    A survey of jianfu: this file is public. Teachers join with "jianfu survey join FILE".
    It may be edited until it is sent out; any change makes another survey, with another fingerprint
    ("jianfu survey show FILE").
survey-file-rounding = minutes that times are rounded to
survey-file-min-group = groups with fewer respondents are not shown
survey-file-panel = true: the weeks of one respondent belong together
response-survey = Survey (fingerprint)
response-week = Week
response-respondent = Respondent (pseudonym)
response-revision = Revision
response-withdrawal = Withdrawal
response-withdrawal-means = the response of this week is dropped
response-withheld = not given
response-not-said = not said
response-minutes = Time by category
response-rounded = rounded to { $minutes } min
response-other-activities = { $count } other activities, each
response-days = Days
response-days-are = { $closed } of { $school } school days closed: { $complete }
response-complete = complete
response-not-complete = not complete
response-activities = Time by activity
response-meetings = Meetings
response-meetings-are = { $count } ({ $time }), of them { $staff } all-staff, { $long } longer than { $limit } min
response-late-parents = With parents outside the reply hours
response-goal = Goal of 15 % less
response-goal-unknown = not known of this week
response-goal-met = met
response-goal-missed = not met
response-goal-is = { $met }; change { $band }
response-band = between { $from } % and { $to } %
response-band-lowest = { $to } % or less
response-band-highest = more than { $from } %
response-ratings = Worth of meetings
response-ratings-are = meetings by rating: { $counts }
survey-no-random = the system gives no random numbers: try again after a restart
survey-not-sealed = the response could not be sealed: { $why }
survey-other-week = { $week } is not a week of this survey: it asks about { $first } to { $last }
survey-future-week = { $week } has not begun yet
survey-too-much = { $week } has { $hours } hours logged, and a week has 168: correct the diary first; most often an amount was booked twice
survey-closed = the survey closed on { $date }: nothing is taken any more; ask the contact if it should be
survey-nothing-to-withdraw = no response to { $week } is out: there is nothing to withdraw
survey-changed = what would be sent has changed since it was shown: look at it again
survey-no-such-field = "{ $field }" is not asked for here: use { $known }
survey-no-answer-of-group = { $group } has no answer "{ $answer }": use { $known } or not_said
survey-audience = With these answers you are one of about { $about }
survey-warn-not-complete = The week is not complete: { $closed } of { $school } school days are closed. It is sent as what it is
survey-warn-short-week = { $days ->
    [0] There is no school day in this week: it says little
    [one] This is less than a full week: { $days } school day
   *[other] This is less than a full week: { $days } school days
}
survey-warn-empty = Nothing is logged in this week: all minutes are 0
survey-warn-no-baseline = There is no baseline yet, so nothing is said about the 15 % goal
survey-warn-few-alike = Only about { $about } people fit these answers: they may tell who you are
survey-warn-few-alike-group = Only about { $about } people fit these answers: they may tell who you are. Leave "{ $group }" unsaid
survey-warn-unchanged = The same was sent before: nothing has changed
sheet-title = Survey
sheet-contact = Who asks
sheet-weeks = Weeks
sheet-weeks-are = { $first } to { $last } ({ $count } { $count ->
    [one] week
   *[other] weeks
})
sheet-closes = Until
sheet-asks = It asks
sheet-groups = About you
sheet-groups-are = { $groups }; each can be left unsaid
sheet-no-groups = nothing
sheet-and = ,{ " " }
sheet-protections = Protection
sheet-protections-are = times are rounded to { $minutes } min; nothing is reported of fewer than { $least } people; only the key below opens what you send
sheet-linking = Linking
sheet-panel = your weeks can be told to belong together (a panel), though not to whom
sheet-no-panel = your weeks cannot be linked to each other, nor to another survey
sheet-never = Never sent
sheet-never-is = school, names, notes, dates, times of day, your own activities
sheet-key = Key
sheet-fingerprint = Fingerprint
