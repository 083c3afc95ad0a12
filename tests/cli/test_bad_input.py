"""The whole program on bad input: one clear line, the exit code of the design, nothing lost."""
import collections, json, os, resource, shutil, signal, subprocess, sys, tempfile, unittest

from vt import Terminal, run_tests

PROGRAM = os.environ["CHUANDA"]
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SAMPLE = os.path.join(ROOT, "docs", "sample", "floods.txt")
TEXT = "白苇县委召开常委会会议\n2031年7月21日，白苇县委书记罗青禾主持召开县委常委会会议。会议强调，要抓好退水期巡堤查险。\n"
FOLDER = tempfile.mkdtemp()


def file(name, content):
    path = os.path.join(FOLDER, name)
    with open(path, "wb") as out:
        out.write(content.encode() if isinstance(content, str) else content)
    return path


def run(*words, library=":memory:", prefix=(), **more):
    # restore_signals: Python ignores SIGXFSZ, and the program shall see the error of a full disk instead
    command = [*prefix, PROGRAM, words[0], "--library", library, *words[1:]]
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8",
                          restore_signals=False, timeout=150, **more)


def one_line(result, code, *texts):
    lines = result.stderr.splitlines()
    assert result.returncode == code, f"exit code {result.returncode}, not {code}: {result.stderr}"
    assert len(lines) == 1, f"{len(lines)} lines on stderr: {result.stderr}"
    for text in texts:
        assert text in lines[0], f"no {text!r} in {lines[0]!r}"


def refused(path, *texts):
    for command in ("add", "list", "export"):
        result = run(command, path)
        one_line(result, 3, *texts)
        assert '"document"' not in result.stdout


def a_missing_file():
    refused(os.path.join(FOLDER, "不存在.txt"), "不存在.txt")


def a_directory_without_texts():
    path = os.path.join(FOLDER, "empty-folder")
    os.makedirs(path, exist_ok=True)
    refused(path, "empty-folder")


def an_empty_file():
    refused(file("empty.txt", ""), "empty.txt")
    refused(file("blank.txt", "\n  \n　　\n"), "blank.txt")


def a_binary_file():
    refused(file("binary.txt", bytes(range(256)) * 64), "binary.txt")


def a_file_that_is_one_5_MB_line():
    path = file("line.txt", "会议强调，要抓好巡堤查险。" * (5_000_000 // 39))
    result = run("export", "--format=jsonl", path)
    assert result.returncode == 0, result.stderr
    types = collections.Counter(json.loads(line)["type"] for line in result.stdout.splitlines())
    assert types["source"] == 1 and types["document"] == 1 and types["directive"] > 0, types


def a_long_text_without_any_mark():
    path = file("unmarked.txt", "会议强调要抓好巡堤查险" * 5000)
    result = run("export", "--format=jsonl", path)
    assert result.returncode == 0, result.stderr
    assert [json.loads(line)["type"] for line in result.stdout.splitlines()][:2] == ["source", "document"], result.stdout[:200]


def a_file_with_invalid_UTF_8():
    content = TEXT.encode() * 20 + b"\xff\xfe\x80" + TEXT.encode()
    result = run("list", file("faulty.txt", content))
    assert result.returncode == 0, result.stderr
    assert len(result.stderr.splitlines()) <= 1, result.stderr
    assert "白苇县" in result.stdout


def one_bad_file_does_not_stop_the_others():
    library = os.path.join(FOLDER, "others.db")
    result = run("add", os.path.join(FOLDER, "nowhere.txt"), file("good.txt", TEXT), library=library)
    one_line(result, 3, "nowhere.txt")
    assert "白苇县" in run("list", library=library).stdout


def unknown_words():
    for words in (["--nonsense"], ["lst", "--nonsense"], ["list", "--level", "village"], ["export", "--format=xyz", SAMPLE]):
        result = subprocess.run([PROGRAM, *words], stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8")
        assert result.returncode == 2, f"{words}: exit code {result.returncode}"
        assert result.stderr and not result.stdout


def without_privileges():
    """What to put before a command so that permissions hold for root as well."""
    if os.geteuid() != 0:
        return ()
    if not shutil.which("setpriv"):
        raise unittest.SkipTest("root may write everywhere, and there is no setpriv")
    return ("setpriv", "--bounding-set=-all", "--inh-caps=-all", "--")


def a_library_folder_that_may_not_be_written():
    prefix = without_privileges()
    folder = os.path.join(FOLDER, "read-only")
    library = os.path.join(folder, "library.db")
    os.makedirs(folder)
    os.chmod(folder, 0o555)
    one_line(run("add", SAMPLE, library=library, prefix=prefix), 3, "library.db")
    os.chmod(folder, 0o755)
    assert run("add", file("first.txt", TEXT), library=library).returncode == 0
    os.chmod(library, 0o444)
    os.chmod(folder, 0o555)
    one_line(run("add", SAMPLE, library=library, prefix=prefix), 3, "library.db")
    listed = run("list", library=library, prefix=prefix)
    assert listed.returncode == 0 and "白苇县" in listed.stdout, listed.stderr


def kept_when_full(library, **limits):
    """The library holds one file; taking in the sample fails for want of room; the first is still there."""
    one_line(run("add", SAMPLE, library=library, **limits), 3)
    listed = run("list", library=library)
    assert listed.returncode == 0 and "白苇县" in listed.stdout, listed.stderr
    assert len(listed.stdout.splitlines()) < 5, listed.stdout


def a_library_that_may_not_grow():
    library = os.path.join(FOLDER, "limited.db")
    assert run("add", file("first.txt", TEXT), library=library).returncode == 0
    size = os.path.getsize(library) + 4096
    kept_when_full(library, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)))


def a_library_on_a_full_disk():
    folder = os.path.join(FOLDER, "disk")
    os.makedirs(folder)
    mount = ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", folder]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode != 0:
        raise unittest.SkipTest("no tmpfs can be mounted here")
    try:
        library = os.path.join(folder, "library.db")
        assert run("add", file("first.txt", TEXT), library=library).returncode == 0
        with open(os.path.join(folder, "filler"), "wb") as filler:
            try:
                filler.write(b"x" * 400_000)
            except OSError:
                pass
        kept_when_full(library)
    finally:
        subprocess.run(["umount", folder], check=True)


def a_library_that_is_none():
    path = file("note.db", "this is no library, only a note that somebody wants to keep\n" * 50)
    before = open(path, "rb").read()
    one_line(run("list", library=path), 3, "note.db")
    assert open(path, "rb").read() == before


def without_a_terminal_the_hierarchy_is_printed():
    result = subprocess.run([PROGRAM, "--library", ":memory:", SAMPLE], stdin=subprocess.DEVNULL, capture_output=True,
                            encoding="utf-8")
    assert result.returncode == 0, result.stderr
    assert "中央" in result.stdout and "临溪市" in result.stdout and "\x1b" not in result.stdout


def a_dumb_terminal():
    with Terminal([PROGRAM, "--library", ":memory:", SAMPLE], env={"TERM": "dumb"}) as terminal:
        code = terminal.finish()
        lines = [line for line in terminal.screen.text().split("\n") if line]
        assert code == 3, f"exit code {code}: {lines}"
        assert len(lines) == 1 and "dumb" in lines[0], lines


def a_terminal_of_10_by_3():
    with Terminal([PROGRAM, "--library", ":memory:", SAMPLE], rows=3, columns=10) as terminal:
        terminal.settle()
        assert terminal.screen.text().strip(), "nothing is said"
        terminal.resize(30, 100)
        terminal.settle()
        terminal.expect("中央")
        terminal.send("q")
        assert terminal.finish() == 0


def a_terminal_that_goes_away():
    with Terminal([PROGRAM, "--library", os.path.join(FOLDER, "gone.db"), SAMPLE]) as terminal:
        terminal.expect("中央")
        os.kill(terminal.pid, signal.SIGHUP)
        terminal.finish()
    listed = run("list", library=os.path.join(FOLDER, "gone.db"))
    assert listed.returncode == 0 and "临溪市" in listed.stdout, listed.stderr


if __name__ == "__main__":
    try:
        sys.exit(run_tests([
            a_missing_file, a_directory_without_texts, an_empty_file, a_binary_file, a_file_that_is_one_5_MB_line,
            a_long_text_without_any_mark, a_file_with_invalid_UTF_8, one_bad_file_does_not_stop_the_others, unknown_words,
            a_library_folder_that_may_not_be_written, a_library_that_may_not_grow, a_library_on_a_full_disk,
            a_library_that_is_none, without_a_terminal_the_hierarchy_is_printed, a_dumb_terminal,
            a_terminal_of_10_by_3, a_terminal_that_goes_away]))
    finally:
        shutil.rmtree(FOLDER, ignore_errors=True)
