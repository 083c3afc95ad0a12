"""Tests of commands: each function gets a folder of its own with a library in it."""
import json, os, subprocess, tempfile, unittest

PROGRAM = os.environ.get("CHUANDA", "build/release/chuanda")


class Desk:
    """A folder with a library and files of its own."""

    def __init__(self, folder):
        self.folder = folder

    def path(self, name, content=None):
        path = os.path.join(self.folder, name)
        if content is not None:
            with open(path, "wb") as file:
                file.write(content if isinstance(content, bytes) else content.encode())
        return path

    def run(self, *words, library="library.db"):
        command = [PROGRAM, "--library", self.path(library) if library != ":memory:" else library, *words]
        return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=60)

    def fails(self, code, why, *words, **how):
        """Runs, and asks for the exit code and for one line on stderr that holds `why`."""
        done = self.run(*words, **how)
        line = done.stderr.decode()
        assert done.returncode == code, f"exit code {done.returncode}, not {code}: {line}"
        assert line.startswith("chuanda: ") and line.count("\n") == 1 and why in line, f"{line!r} lacks {why!r}"
        return done.stdout.decode()

    def prints(self, *words, code=0, **how):
        done = self.run(*words, **how)
        assert done.returncode == code, f"exit code {done.returncode}: {done.stderr.decode()}"
        assert done.stderr == b"", done.stderr.decode()
        return done.stdout.decode()

    def objects(self, *words, **how):
        return [json.loads(line) for line in self.prints(*words, **how).splitlines()]


def run_at_desks(tests):
    """Runs functions of a Desk, prints TAP lines, gives the exit code. SkipTest skips."""
    failed = False
    for function in tests:
        with tempfile.TemporaryDirectory() as folder:
            try:
                function(Desk(folder))
                print("ok", function.__name__)
            except unittest.SkipTest as reason:
                print("ok", function.__name__, "# SKIP", reason)
            except (AssertionError, subprocess.TimeoutExpired, json.JSONDecodeError, LookupError) as why:
                failed = True
                print(f"not ok {function.__name__}: {type(why).__name__} {' '.join(str(why).split())}")
    return failed
