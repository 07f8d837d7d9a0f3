//! The parts of a cluster as processes of their own, so that a kill is a kill.

use jianfu::survey::collector::cluster::ClusterAddress;
use std::fs::File;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus};
use std::time::{Duration, Instant};

/// A scheduler or an executor; killed when it is dropped.
pub(crate) struct Part {
    child: Child,
    log: PathBuf,
}

/// A scheduler and two executors, and where they keep their files.
pub(crate) struct Cluster {
    pub(crate) scheduler: Part,
    pub(crate) executors: Vec<Part>,
    pub(crate) address: ClusterAddress,
    pub(crate) folder: tempfile::TempDir,
    started: usize,
}

impl Cluster {
    pub(crate) fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let port = free_port();
        let bind = format!("127.0.0.1:{port}");
        let scheduler = Part::start(
            &["scheduler", "--bind", &bind],
            &folder.path().join("scheduler.log"),
        );
        scheduler.wait_for(port);
        let address = format!("df://{bind}").parse().unwrap();
        let mut cluster = Self {
            scheduler,
            executors: Vec::new(),
            address,
            folder,
            started: 0,
        };
        cluster.add_executor();
        cluster.add_executor();
        cluster
    }

    /// Starts an executor; its folder is `work-0`, `work-1` and so on.
    pub(crate) fn add_executor(&mut self) {
        let (port, grpc) = (free_port(), free_port());
        let work = self.work_folder(self.started);
        let log = self.folder.path().join(format!("executor-{}.log", self.started));
        let (address, ports) = (self.address.to_string(), [port.to_string(), grpc.to_string()]);
        let work = work.to_str().unwrap();
        let executor = Part::start(
            &[
                "executor",
                "--scheduler",
                &address,
                "--port",
                &ports[0],
                "--grpc-port",
                &ports[1],
                "--cores",
                "2",
                "--work-dir",
                work,
            ],
            &log,
        );
        executor.wait_for(port);
        executor.wait_for(grpc);
        self.executors.push(executor);
        self.started += 1;
    }

    pub(crate) fn work_folder(&self, number: usize) -> PathBuf {
        self.folder.path().join(format!("work-{number}"))
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if std::thread::panicking() {
            for part in self.executors.iter().chain([&self.scheduler]) {
                eprintln!("{}: {}", part.log.display(), part.said());
            }
        }
    }
}

impl Part {
    fn start(args: &[&str], log: &Path) -> Self {
        let file = File::create(log).unwrap();
        let child = Command::new(env!("CARGO_BIN_EXE_jianfu"))
            .args(["--lang", "en", "survey", "cluster"])
            .args(args)
            .env("JIANFU_DATA_DIR", log.with_extension("data"))
            .stdin(std::process::Stdio::null())
            .stdout(file.try_clone().unwrap())
            .stderr(file)
            .spawn()
            .unwrap();
        Self {
            child,
            log: log.to_owned(),
        }
    }

    fn wait_for(&self, port: u16) {
        let start = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(start.elapsed() < Duration::from_secs(30), "{}", self.said());
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// What it said so far.
    pub(crate) fn said(&self) -> String {
        std::fs::read_to_string(&self.log).unwrap()
    }

    /// SIGKILL: it has no time to do anything.
    pub(crate) fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// SIGTERM: it ends by itself.
    #[cfg(unix)]
    pub(crate) fn end(&mut self) -> ExitStatus {
        use rustix::process::{Pid, Signal, kill_process};
        let id = Pid::from_raw(i32::try_from(self.child.id()).unwrap()).unwrap();
        kill_process(id, Signal::TERM).unwrap();
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            assert!(start.elapsed() < Duration::from_secs(20), "{}", self.said());
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A port that nobody listens at.
pub(crate) fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    listener.local_addr().unwrap().port()
}
