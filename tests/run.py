#!/usr/bin/env python3
"""Runs test programs, two at a time, and ends with the line `N passed, N failed`.

usage: run.py --program CHUANDA TEST …

A TEST is a cmocka program or a Python script.  Both print TAP lines
(`ok NAME`, `not ok NAME: why`, `… # SKIP why`); a test that ends with another
exit code than 0 without a failed line counts as one failure.  Each runs in the
project's folder with folders of its own for home, XDG and temporary files.
"""
import argparse, concurrent.futures, os, re, signal, subprocess, sys, tempfile, time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
LIMIT = 300  # seconds for one test program
LINE = re.compile(r"^(not ok|ok)\b(?:\s+\d+)?(?:\s+-)?\s*(.*)$")


def environment(folder, program):
    env = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "LC_", "LANG", "MAKE", "MFLAGS", "CHUANDA_"))}
    env.update(HOME=folder, TMPDIR=folder, LC_ALL="C.UTF-8", TZ="UTC", TERM="xterm-256color",
               CMOCKA_MESSAGE_OUTPUT="TAP", CHUANDA=program, PYTHONDONTWRITEBYTECODE="1",
               PYTHONPATH=os.path.join(ROOT, "tests"))
    env.setdefault("ASAN_OPTIONS", "abort_on_error=0:detect_leaks=1")
    env.setdefault("UBSAN_OPTIONS", "print_stacktrace=1")
    for name in ("DATA", "CONFIG", "STATE", "CACHE"):
        env[f"XDG_{name}_HOME"] = os.path.join(folder, name.lower())
    if "CHUANDA_UPDATE" in os.environ:
        env["CHUANDA_UPDATE"] = os.environ["CHUANDA_UPDATE"]
    return env


def run(path, program):
    command = [sys.executable, path] if path.endswith(".py") else [os.path.abspath(path)]
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="chuanda-test-", ignore_cleanup_errors=True) as folder:
        child = subprocess.Popen(command, cwd=ROOT, env=environment(folder, program), stdin=subprocess.DEVNULL,
                                 stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)
        try:
            output, _ = child.communicate(timeout=LIMIT)
            end = "" if child.returncode >= 0 else f"killed by {signal.Signals(-child.returncode).name}"
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
            output, _ = child.communicate()
            end = f"not done after {LIMIT} s"
    return path, output.decode("utf-8", "replace"), child.returncode, end, time.monotonic() - start


def count(output, code, end):
    passed, failed, skipped = 0, 0, []
    for line in output.splitlines():
        match = LINE.match(line)
        if not match:
            continue
        if "# SKIP" in line:
            skipped.append(match[2].replace("# SKIP", "").strip())
        elif match[1] == "ok":
            passed += 1
        else:
            failed += 1
    if end or (code != 0 and failed == 0) or passed + failed + len(skipped) == 0:
        failed += 1
    return passed, failed, skipped


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("tests", nargs="+")
    options = parser.parse_args()
    program = os.path.abspath(options.program)
    passed = failed = skipped = 0
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for path, output, code, end, seconds in pool.map(lambda test: run(test, program), options.tests):
            p, f, skips = count(output, code, end)
            passed, failed, skipped = passed + p, failed + f, skipped + len(skips)
            print(f"{'FAIL' if f else 'ok  '} {path}: {p} passed" + (f", {f} failed" if f else "") + f" ({seconds:.1f} s)")
            for skip in skips:
                print(f"     skipped: {skip}")
            if f:
                print("     " + "\n     ".join(output.splitlines() + ([end] if end else [f"exit code {code}"])))
            sys.stdout.flush()
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return failed != 0


if __name__ == "__main__":
    sys.exit(main())
