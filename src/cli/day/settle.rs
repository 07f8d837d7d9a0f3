//! What `day` changes: worked out for one date after the other, as one change.

use crate::cli::args::DayArgs;
use crate::cli::context::Context;
use crate::cli::{CliError, dates};
use crate::diary::{Diary, Draft, OnOverlap, Operation, Profile, Refusal, Unconfirmed};
use crate::domain::{BadReason, DayKind, Span, parse_clock};
use crate::store::Session;
use crate::timetable::Planned;
use crate::tr;
use chrono::{Duration, NaiveDate};
use std::ops::RangeInclusive;

/// What is asked for, for one or several days.
pub(super) struct Settlement {
    /// The change.
    pub(super) operations: Vec<Operation>,
    /// School days that would be closed without a block.
    pub(super) empty: Vec<NaiveDate>,
    /// What is planned and not booked, because something else stands in its time.
    pub(super) taken: Vec<(NaiveDate, Planned)>,
}

/// Works out what is asked for; none if nothing is.
pub(super) fn settlement(
    cx: &Context<'_>,
    args: &DayArgs,
    days: RangeInclusive<NaiveDate>,
    session: &mut Session,
    profile: &Profile,
) -> Result<Option<Settlement>, CliError> {
    let kind = kind(cx, args)?;
    let like = args
        .like
        .as_deref()
        .map(|like| dates::date(Some(like), cx.today(), &cx.i18n));
    let like = like.transpose()?;
    let settles = args.fill || args.close || args.reopen || args.copy_from.is_some();
    if !settles && kind.is_none() && like.is_none() && args.dismiss.is_empty() {
        return Ok(None);
    }
    let around = *days.start() - Duration::days(1)..=*days.end() + Duration::days(1);
    let known: Diary = session.days(around)?.into_iter().collect();
    let mut out = Work {
        known,
        done: Settlement {
            operations: copies(cx, args, &days, session)?,
            empty: Vec::new(),
            taken: Vec::new(),
        },
    };
    for operation in &out.done.operations {
        operation.apply(&mut out.known).map_err(refused)?;
    }
    let only = days.start() == days.end();
    for date in days.start().iter_days().take_while(|d| d <= days.end()) {
        if let Some(kind) = kind.clone() {
            let follows = out.known.day(date).follows.is_some();
            out.put(Operation::Mark { date, kind })?;
            if follows && like.is_none() {
                out.put(Operation::Follow { date, like: None })?;
            }
        }
        if like.is_some() {
            out.put(Operation::Follow { date, like })?;
        }
        for what in &args.dismiss {
            out.dismiss(cx, profile, date, what)?;
        }
        if args.fill {
            out.fill(profile, date, args.overlap.policy())?;
        }
        if args.close || args.reopen {
            out.close(date, args.close, only)?;
        }
    }
    Ok(Some(out.done))
}

fn kind(cx: &Context<'_>, args: &DayArgs) -> Result<Option<DayKind>, CliError> {
    let Some(reason) = &args.off else {
        return Ok(args.school.then_some(DayKind::School));
    };
    let long = |e: BadReason| {
        let (length, most) = (e.0.to_string(), DayKind::LONGEST_REASON.to_string());
        CliError::Usage(tr!(cx.i18n, "cli-long-reason", length = length, most = most))
    };
    DayKind::off(reason).map(Some).map_err(long)
}

/// The copies of other days: as many as are asked for, from the date named on. Of several, those without blocks are
/// passed over.
fn copies(
    cx: &Context<'_>,
    args: &DayArgs,
    days: &RangeInclusive<NaiveDate>,
    session: &mut Session,
) -> Result<Vec<Operation>, CliError> {
    let Some(from) = &args.copy_from else {
        return Ok(Vec::new());
    };
    let first = *dates::days(Some(from), cx.today(), &cx.i18n)?.start();
    let shift = first - *days.start();
    let on_overlap = args.overlap.policy();
    let source: Diary = session.days(first..=*days.end() + shift)?.into_iter().collect();
    // Each day as it was, also where it gets entries itself.
    let copy = |date: NaiveDate| Operation::Add {
        date,
        drafts: source.day(date + shift).blocks().iter().map(Draft::of).collect(),
        on_overlap,
    };
    let has_blocks = |to: &NaiveDate| !source.day(*to + shift).blocks().is_empty();
    let mut out: Vec<Operation> = Vec::new();
    let all = days.start().iter_days().take_while(|d| d <= days.end());
    out.extend(all.filter(has_blocks).map(copy));
    if out.is_empty() {
        return Err(refused(Refusal::NothingToCopy(first)));
    }
    Ok(out)
}

/// The days as they are after what is decided so far.
struct Work {
    known: Diary,
    done: Settlement,
}

impl Work {
    fn put(&mut self, operation: Operation) -> Result<(), CliError> {
        operation.apply(&mut self.known).map_err(refused)?;
        self.done.operations.push(operation);
        Ok(())
    }

    fn fill(&mut self, profile: &Profile, date: NaiveDate, policy: OnOverlap) -> Result<(), CliError> {
        let waits = profile.unconfirmed_in(&self.known, date).into_iter();
        let (free, taken): (Vec<Unconfirmed>, Vec<Unconfirmed>) =
            waits.partition(|u| u.is_free || policy != OnOverlap::Refuse);
        let taken = taken.into_iter().map(|u| (date, u.planned));
        self.done.taken.extend(taken);
        if free.is_empty() {
            return Ok(());
        }
        self.put(Operation::Confirm {
            date,
            planned: free.iter().map(Unconfirmed::draft).collect(),
            on_overlap: policy,
        })
    }

    fn dismiss(
        &mut self,
        cx: &Context<'_>,
        profile: &Profile,
        date: NaiveDate,
        what: &str,
    ) -> Result<(), CliError> {
        let bells = profile.bells_on(date);
        let period = what.strip_prefix('p').unwrap_or(what);
        let named = bells.between(period, period).and_then(Result::ok);
        let time = || {
            let (start, end) = what.split_once('-').map_or((what, None), |(s, e)| (s, Some(e)));
            let start = parse_clock(start)?;
            let end = end.map_or(Some(start + 1), parse_clock)?;
            Span::clocked(start, end).ok()
        };
        let span = named.or_else(time);
        let waits = profile.unconfirmed(&self.known.day(date));
        let spans = waits.iter().map(|u| u.planned.span);
        let planned: Vec<Span> = spans
            .filter(|s| span.is_some_and(|span| s.overlaps(span)))
            .collect();
        if planned.is_empty() {
            let text = tr!(
                cx.i18n,
                "cli-nothing-planned",
                what = what,
                date = date.to_string()
            );
            return Err(CliError::Refused(text));
        }
        self.put(Operation::Dismiss { date, planned })
    }

    /// Closes or opens a day; of several only school days that are not as asked for yet.
    fn close(&mut self, date: NaiveDate, closed: bool, only: bool) -> Result<(), CliError> {
        let day = self.known.day(date);
        if !only && (day.closed == closed || !day.is_school()) {
            return Ok(());
        }
        if closed && day.is_school() && day.blocks().is_empty() {
            self.done.empty.push(date);
        }
        self.put(Operation::Close { date, closed })
    }
}

fn refused(refusal: crate::diary::Refusal) -> CliError {
    crate::store::StoreError::Refused(refusal).into()
}
