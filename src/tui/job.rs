//! Stopping as a job of the shell: with everybody who was started together with us.

/// Stops the whole process group until somebody lets it go on, as the terminal's own Ctrl-Z does: a shell looks at the
/// process it started, which may be a wrapper that waits for us. Call it only where [`is_watched`].
#[cfg(unix)]
pub(super) fn stop() {
    use rustix::process::{Signal, kill_current_process_group};
    // Not SIGTSTP, which we catch: stopping ourselves would take a second signal, and the shell, once it sees the
    // wrapper stopped, may let the group go on before that one comes.
    let _ = kill_current_process_group(Signal::STOP);
}

#[cfg(not(unix))]
pub(super) fn stop() {}

/// Whether a shell watches the group and can let it go on. If not, the system ignores a request to stop, and so must
/// we, or the program would hang for good.
///
/// Only the system knows: the answer hangs on the parents of all in the group. So a child is asked to stop.
#[cfg(unix)]
pub(super) fn is_watched() -> bool {
    use rustix::process::{Pid, WaitOptions, waitpid};
    use std::process::{Command, Stdio};
    let child = Command::new("/bin/sh")
        .args(["-c", "kill -TSTP $$"])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let Ok(mut child) = child else { return false };
    let ended = waitpid(Some(Pid::from_child(&child)), WaitOptions::UNTRACED);
    let stopped = matches!(ended, Ok(Some((_, status))) if status.stopped());
    if stopped {
        let _ = child.kill();
        let _ = child.wait();
    }
    stopped
}

#[cfg(not(unix))]
pub(super) fn is_watched() -> bool {
    false
}
