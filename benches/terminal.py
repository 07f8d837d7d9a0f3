#!/usr/bin/env python3
"""Start, key to frame, flood and idle of a terminal program, measured through a pseudo-terminal.

    python3 benches/terminal.py --ready '14:00' --keys 'jjkk' [--runs 20] -- PROGRAM ARGUMENT...

Prints one JSON object, times in milliseconds. `start`: from exec to the last byte of the first screen on which READY
(a regular expression, matched on the output without its escape sequences) has appeared. `key`: from writing a key to
the last byte of the redraw. `flood`: the same for 200 keys in one write, and the bytes that came. `idle`: bytes in two
seconds without a key. A redraw counts as over when nothing has come for 40 ms; that wait is in no number. Only Python's
own library is used, on Linux and macOS.
"""
import argparse
import fcntl
import json
import os
import pty
import re
import select
import signal
import statistics
import struct
import sys
import termios
import time

ESCAPES = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]*[0-~])")
QUIET = 0.04


class Program:
    """A program on a terminal of its own."""

    def __init__(self, command, rows, columns):
        self.began = time.perf_counter()
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", COLORTERM="")
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execvp(command[0], command)

    def read(self, timeout):
        """What comes within the time, with its moment; nothing at all once the program is gone."""
        if not select.select([self.terminal], [], [], timeout)[0]:
            return None
        moment = time.perf_counter()
        try:
            return moment, os.read(self.terminal, 1 << 16)
        except OSError:
            return None

    def redraw(self, limit=5.0):
        """The moment of the last byte before it falls quiet, and all bytes; no moment if nothing came."""
        last, text, deadline = None, b"", time.perf_counter() + limit
        while time.perf_counter() < deadline:
            got = self.read(QUIET if last else 0.5)
            if not got:
                break
            last, text = got[0], text + got[1]
        return last, text

    def start(self, ready):
        """Seconds until the first screen that shows `ready` is complete."""
        seen = b""
        while True:
            last, text = self.redraw()
            seen += text
            if last is None:
                plain = ESCAPES.sub(b"", seen).decode(errors="replace")
                sys.exit(f"{ready!r} never appeared; the screen said:\n{plain}")
            if re.search(ready, ESCAPES.sub(b" ", seen).decode(errors="replace")):
                return last - self.began

    def press(self, keys):
        """Seconds until the screen has followed, and the bytes it took; no seconds if nothing came."""
        began = time.perf_counter()
        os.write(self.terminal, keys)
        last, text = self.redraw()
        return (last - began if last else None), len(text)

    def end(self):
        os.kill(self.pid, signal.SIGTERM)
        while self.read(0.2):
            pass
        os.close(self.terminal)
        os.waitpid(self.pid, 0)


def milliseconds(times):
    """The smallest, the median and the 99th percentile."""
    times = sorted(t * 1000 for t in times)
    if not times:
        return None
    at99 = times[min(len(times) - 1, int(len(times) * 0.99))]
    return {"min": round(times[0], 2), "p50": round(statistics.median(times), 2), "p99": round(at99, 2), "n": len(times)}


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--ready", required=True)
    arguments.add_argument("--keys", default="jk")
    arguments.add_argument("--runs", type=int, default=10)
    arguments.add_argument("--rows", type=int, default=40)
    arguments.add_argument("--columns", type=int, default=120)
    arguments.add_argument("command", nargs="+")
    asked = arguments.parse_args()
    starts, keys, silent, flood, idle = [], [], 0, [], []
    for _ in range(asked.runs):
        program = Program(asked.command, asked.rows, asked.columns)
        starts.append(program.start(asked.ready))
        for key in asked.keys:
            took, _ = program.press(key.encode())
            silent += took is None
            keys += [took] if took is not None else []
        many = (asked.keys * 200)[:200].encode()
        flood.append(program.press(many))
        idle.append(len((program.read(2.0) or (0, b""))[1]))
        program.end()
    print(json.dumps({
        "start": milliseconds(starts),
        "key": milliseconds(keys),
        "keys_without_output": silent,
        "flood": milliseconds([t for t, _ in flood if t is not None]),
        "flood_bytes": max(size for _, size in flood),
        "idle_bytes_in_2_s": max(idle),
    }, indent=2))


if __name__ == "__main__":
    main()
