#!/usr/bin/env python3
"""How fast the reader is, beside less on the same file in the same run, through a pty of 120x40.

usage: bench.py --program CHUANDA --shared FOLDER [--runs N]

first frame  from fork to the last byte before a silence of 10 ms
a key        from the write of the key to the last byte before a silence of 4 ms
at rest      to the last byte before a silence of 150 ms: what is asked for once the keys rest (follow-up counts, the
             chain) is there as well
The limits hold for the file in ../shared; where that is missing the sample, repeated to the same size, is read.
"""
import argparse, glob, os, shutil, statistics, sys, tempfile, time

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from vt import Terminal

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FRAME, ANSWER, REST = 0.010, 0.004, 0.150  # seconds of silence that end each
FULL = 1500  # bytes: a first screen of 120x40 has more
FRAME_LIMIT, INTAKE_LIMIT, KEY_LIMIT = 40, 400, 5  # ms


def burst(terminal, silence):
    """Reads until `silence`; the time of the last byte."""
    while terminal.read(silence):
        pass
    return terminal.last_byte


def first_frame(terminal):
    """(ms to the first complete frame, ms to rest): drawing would delay the reading, so bytes are only counted."""
    terminal.drawing = False
    while terminal.received < FULL:  # before: switching screens, progress
        if not terminal.read(20):
            raise SystemExit("bench: no first frame")
    frame, rest = burst(terminal, FRAME), burst(terminal, REST)
    return (frame - terminal.started) * 1000, (rest - terminal.started) * 1000


def key(terminal, keys):
    """(ms to the answer, ms to rest), or None where the key changed nothing."""
    start = time.perf_counter()
    terminal.send(keys)
    if not terminal.read(0.5):
        return None
    answer, rest = burst(terminal, ANSWER), burst(terminal, REST)
    return (answer - start) * 1000, (rest - start) * 1000


def keys_of(command, env, plan):
    """{name: ([ms to the answer], [ms to rest])} for a plan of (name, keys to press one by one)."""
    found = {}
    with Terminal(command, env=env) as terminal:
        first_frame(terminal)
        for name, presses in plan:
            times = [t for t in (key(terminal, press) for press in presses) if t]
            found[name] = ([t[0] for t in times], [t[1] for t in times])
    return found


def show(name, times, limit=None):
    if not times:
        print(f"{name:34}{'–':>9}")
        return
    median, top = statistics.median(times), sorted(times)[int(len(times) * 0.95)]
    verdict = "" if limit is None else f"{limit:9d}  {'kept' if median <= limit else 'MISSED'}"
    print(f"{name:34}{median:9.2f}{min(times):9.2f}{top:9.2f}{len(times):6d}{verdict}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--shared", required=True)
    parser.add_argument("--runs", type=int, default=15)
    options = parser.parse_args()
    program = os.path.abspath(options.program)
    with tempfile.TemporaryDirectory() as folder:
        found = glob.glob(os.path.join(options.shared, "corpus", "000_*.txt"))
        if found:
            text = os.path.abspath(found[0])
        else:
            text = os.path.join(folder, "sample.txt")
            with open(os.path.join(ROOT, "docs", "sample", "floods.txt"), encoding="utf-8") as sample:
                once = sample.read()
            with open(text, "w", encoding="utf-8") as file:
                file.write(once * (208_000 // len(once.encode()) + 1))
        env = {"LC_ALL": "C.UTF-8", "HOME": folder, "LESSHISTFILE": "-", "LESS": ""}
        env.update({f"XDG_{name}_HOME": os.path.join(folder, name) for name in ("DATA", "CONFIG", "STATE", "CACHE")})
        less = shutil.which("less")

        def frame(command):
            with Terminal(command, env=env) as terminal:
                return first_frame(terminal)

        def library(n):
            return os.path.join(folder, f"library-{n}.db")

        print(f"{os.path.basename(text)}, {os.path.getsize(text) // 1000} KB, 120x40; ms")
        print(f"{'':34}{'median':>9}{'min':>9}{'95 %':>9}{'n':>6}{'limit':>9}")
        intake = [frame([program, "--library", library(n), text]) for n in range(max(3, options.runs // 3))]
        show("first frame, taken in first", [t[0] for t in intake], INTAKE_LIMIT)
        show("    at rest", [t[1] for t in intake])
        known, peer = [], []
        for _ in range(options.runs):  # in turn, so that both see the same machine
            known.append(frame([program, "--library", library(0), text]))
            if less:
                peer.append(frame([less, text]))
        show("first frame, known library", [t[0] for t in known], FRAME_LIMIT)
        show("    at rest", [t[1] for t in known])
        show("    less" if less else "    less: not installed", [t[0] for t in peer])

        plan = [("j", "j" * 80), ("k", "k" * 40), ("J", "J" * 20), ("Space", " " * 3), ("/ and typing", "/会议强调"), ("Enter, n", "\rnnnnnnnn")]
        ours = keys_of([program, "--library", library(0), text], env, [("text pane", "2"), *plan])
        theirs = keys_of([less, text], env, [p for p in plan if p[0] != "J"]) if less else {}
        for name, _ in plan:
            show(f"key {name}", ours[name][0], KEY_LIMIT)
            show("    at rest", ours[name][1])
            if name in theirs:
                show("    less", theirs[name][0])
    return 0


if __name__ == "__main__":
    sys.exit(main())
