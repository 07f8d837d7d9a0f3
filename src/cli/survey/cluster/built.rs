//! The parts of a cluster, and asking one.

use crate::cli::CliError;
use crate::cli::args::{ClusterAction, ClusterArgs, ExecutorArgs};
use crate::cli::context::Context;
use crate::cli::survey::file::shown;
use crate::i18n::{I18n, Say};
use crate::survey::collector::cluster::{
    ClusterAddress, ClusterError, ExecutorOptions, SchedulerOptions, cells_by_cluster, run_executor,
    run_scheduler,
};
use crate::survey::collector::{Cells, Dataset};
use crate::tr;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

pub(super) fn run(cx: &mut Context<'_>, action: &ClusterAction) -> Result<(), CliError> {
    match action {
        ClusterAction::Scheduler {
            bind,
            private_network,
        } => scheduler(cx, *bind, *private_network),
        ClusterAction::Executor(args) => executor(cx, args),
        ClusterAction::Check { dataset, cluster } => check(cx, dataset, cluster),
    }
}

pub(super) fn cells(
    cx: &mut Context<'_>,
    dataset: &Dataset,
    args: &ClusterArgs,
) -> Result<Option<Cells>, CliError> {
    let Some(address) = &args.cluster else {
        return Ok(None);
    };
    let address = address_of(address, &cx.i18n)?;
    let deadline = Duration::from_secs(args.deadline);
    let cells = cells_by_cluster(dataset, &address, deadline);
    cells.map(Some).map_err(|why| failed(&why, &cx.i18n))
}

fn scheduler(cx: &mut Context<'_>, bind: SocketAddr, private_network: bool) -> Result<(), CliError> {
    warn(cx, bind.ip());
    let options = SchedulerOptions {
        bind,
        private_network,
    };
    let ready = || {
        let address = bind.to_string();
        cx.say(&tr!(cx.i18n, "cluster-scheduler-ready", address = address));
    };
    run_scheduler(options, ready).map_err(|why| failed(&why, &cx.i18n))?;
    cx.say(&tr!(cx.i18n, "cluster-ended"));
    Ok(())
}

fn executor(cx: &mut Context<'_>, args: &ExecutorArgs) -> Result<(), CliError> {
    let options = ExecutorOptions {
        scheduler: address_of(&args.scheduler, &cx.i18n)?,
        bind: args.bind,
        host: args.host.clone(),
        port: args.port,
        grpc_port: args.grpc_port,
        cores: args.cores.map(usize::from),
        work_folder: work_folder(cx, args)?,
        private_network: args.private_network,
    };
    if args.bind.is_unspecified() && args.host.is_none() {
        return Err(CliError::Usage(tr!(cx.i18n, "cluster-which-host")));
    }
    warn(cx, args.bind);
    let ready = || {
        let (address, folder) = (options.scheduler.to_string(), shown(&options.work_folder));
        cx.say(&tr!(
            cx.i18n,
            "cluster-executor-ready",
            address = address,
            folder = folder
        ));
    };
    run_executor(&options, ready).map_err(|why| failed(&why, &cx.i18n))?;
    cx.say(&tr!(cx.i18n, "cluster-ended"));
    Ok(())
}

/// Where an executor works: a folder of its own among the user's data if none is named.
fn work_folder(cx: &Context<'_>, args: &ExecutorArgs) -> Result<PathBuf, CliError> {
    if let Some(folder) = &args.work_dir {
        return Ok(folder.clone());
    }
    let home = cx.config.data_dir.clone();
    let home = home.ok_or_else(|| CliError::Usage(tr!(cx.i18n, "cluster-which-folder")))?;
    Ok(home.join("cluster").join(format!("executor-{}", args.port)))
}

/// Says what a cluster does not keep from others, where others can reach it.
fn warn(cx: &mut Context<'_>, bind: IpAddr) {
    if !bind.is_loopback() {
        cx.say(&tr!(cx.i18n, "cluster-no-login"));
    }
}

fn check(cx: &mut Context<'_>, dataset: &Path, args: &ClusterArgs) -> Result<(), CliError> {
    let dataset = Dataset::open(dataset).map_err(|why| failed(&why.into(), &cx.i18n))?;
    let args = ClusterArgs {
        cluster: Some(
            args.cluster
                .clone()
                .unwrap_or_else(|| ClusterArgs::USUAL.to_owned()),
        ),
        deadline: args.deadline,
    };
    let start = Instant::now();
    let Some(cells) = super::cells(cx, &dataset, &args)? else {
        return Ok(());
    };
    let seconds = start.elapsed().as_secs_f64();
    let responses: u64 = cells.cells.values().map(|cell| u64::from(cell.respondents)).sum();
    let text = tr!(
        cx.i18n,
        "cluster-checked",
        responses = responses,
        weeks = cells.weeks().len(),
        cells = cells.cells.len(),
        seconds = format!("{seconds:.1}")
    );
    cx.print(&(text + "\n"))
}

fn address_of(text: &str, i18n: &I18n) -> Result<ClusterAddress, CliError> {
    text.parse()
        .map_err(|why: ClusterError| CliError::Usage(why.say(i18n)))
}

fn failed(why: &ClusterError, i18n: &I18n) -> CliError {
    CliError::Refused(why.say(i18n))
}
