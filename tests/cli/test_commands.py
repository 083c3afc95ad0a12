#!/usr/bin/env python3
"""The commands as scripts use them: what they print, on which stream, with which exit code."""
import os, pty, sqlite3, subprocess, sys, unittest

from desk import PROGRAM, run_at_desks

TEXT = """中共中央政治局召开会议 研究部署防汛工作

中共中央政治局2031年7月1日召开会议，研究圩堤加固工作。中共中央总书记赵甲一主持会议。
会议强调，要加固沿江堤防，备足抢险物料，确保人民群众生命安全。

湖北省委常委会召开会议 传达学习中央政治局会议精神

7月2日，湖北省委常委会召开会议，传达学习7月1日中央政治局会议精神，研究贯彻落实意见。省委书记钱乙二主持会议。
会议要求，要加固沿江堤防，备足抢险物料，把工作做到汛情前面。
"""
tests = []


def test(function):
    tests.append(function)
    return function


@test
def help_and_version_need_no_library(desk):
    for command in ([], ["add"], ["list"], ["directives"], ["why"], ["bookmarks"], ["correct"], ["corrections"], ["export"]):
        text = desk.prints(*command, "--help", library="nowhere/library.db")
        assert text.startswith("usage: chuanda") and "--library=PATH" in text, text
    assert desk.prints("--version").startswith("chuanda ")
    assert not os.path.exists(desk.path("nowhere"))


@test
def without_a_terminal_the_hierarchy_is_printed(desk):
    text = desk.prints(desk.path("a.txt", TEXT))
    lines = [line for line in text.splitlines() if not line.startswith("  ")]
    assert lines == ["中央 1", "湖北省 1"], text
    assert "2031-07-02" in text
    assert desk.prints() == text


@test
def add_says_what_was_recognised(desk):
    line = desk.prints("add", desk.path("a.txt", TEXT))
    assert "a.txt: new; documents 2 (中央 1, 省级 1; 会议 2), without a date 0" in line, line
    assert "a.txt: known; documents 2 " in desk.prints("add", desk.path("a.txt"))
    desk.path("a.txt", "（整理稿）\n\n" + TEXT)
    added = desk.objects("add", "--json", desk.path("a.txt"))
    assert len(added) == 1 and added[0]["intake"] == "reread", added


@test
def list_filters(desk):
    path = desk.path("a.txt", TEXT)
    assert len(desk.prints("list", path).splitlines()) == 2
    assert len(desk.prints("list", "--level=province", path).splitlines()) == 1
    assert len(desk.prints("list", "--place", "湖北", path).splitlines()) == 1
    assert len(desk.prints("list", "--to=2031-07-01").splitlines()) == 1
    assert desk.prints("list", "--from=2031-07-03", code=1) == ""
    found = desk.objects("list", "--json", "--level", "中央")
    assert [o["date"] for o in found] == ["2031-07-01"], found
    desk.fails(2, "--from takes a day", "list", "--from=yesterday")
    desk.fails(2, "no level village", "list", "--level=village")


@test
def an_event_in_two_files_is_listed_once(desk):
    more = "\n会议还听取了水文部门的情况汇报，同意设立三处巡堤驿站，由沿江各县统一管理。\n"
    a, b = desk.path("a.txt", TEXT), desk.path("b.txt", TEXT + more)
    rows = desk.prints("list", a, b).splitlines()
    assert len(rows) == 2 and rows[0].endswith("〔a.txt；b.txt 3〕") and rows[1].endswith("〔b.txt；a.txt 2〕"), rows
    for words in (["list", "--json"], ["export"]):
        found = [o for o in desk.objects(*words, a, b) if o["type"] == "document"]
        assert {o["id"]: o["event_id"] for o in found} == {1: 1, 2: 2, 3: 1, 4: 2}, found
    assert desk.prints(a, b).count("湖北省委常委会") == 1


@test
def directives_by_document_and_by_file(desk):
    path = desk.path("a.txt", TEXT)
    text = desk.prints("directives", path)
    assert "会议强调\n      要加固沿江堤防" in text and "→ 湖北省 2031-07-02" in text.replace("~", ""), text
    top = desk.objects("list", "--json", "--level=national")[0]["id"]
    found = desk.objects("directives", "--json", str(top))
    assert {o["type"] for o in found} == {"directive", "follow_up"}, found
    directives = [o for o in found if o["type"] == "directive"]
    assert all(o["document"] == top for o in directives)
    assert [(o["speaker"], o["addressee"], o["ordinal"], o["gist"]) for o in directives] == [("会议", None, None, "要加固沿江堤防")]
    numbered = desk.path("b.txt", "市委常委会召开会议\n\n7月3日，市委常委会召开会议。市委书记孙丙三主持会议。\n"
                                  "他强调，一要守住大堤。二要备足物料，各乡镇要转移群众。\n")
    assert "  他强调 [孙丙三]\n   1  一要守住大堤。\n   2  [各乡镇] 二要备足物料" in desk.prints("directives", numbered)
    desk.fails(1, "no document 4711", "directives", "4711")
    desk.fails(2, "directives needs DOC", "directives")


@test
def export_keeps_the_contract(desk):
    found = desk.objects("export", "--format=jsonl", desk.path("a.txt", TEXT))
    order = ["source", "document", "directive", "relay", "follow_up", "bookmark", "correction"]
    assert [o["type"] for o in found] == sorted((o["type"] for o in found), key=order.index)
    lines = TEXT.splitlines()
    documents = {o["id"]: o for o in found if o["type"] == "document"}
    assert [(o["first_line"], o["last_line"]) for o in documents.values()] == [(1, 4), (6, 9)], documents
    for o in found:
        if o["type"] in ("directive", "relay"):
            assert lines[o["line"] - 1][o["start"]:o["end"]] == o["text"], o
    relays = [o for o in found if o["type"] == "relay" and o["to"] is not None]
    assert {(documents[o["from"]]["level"], documents[o["to"]]["level"]) for o in relays} == {("province", "national")}
    desk.fails(2, "no format xml", "export", "--format=xml")


@test
def bookmarks_outlive_their_text(desk):
    path = desk.path("a.txt", TEXT)
    desk.prints("add", path)
    assert desk.prints("bookmarks", code=1) == ""
    library = sqlite3.connect(desk.path("library.db"))
    with library:
        library.execute("INSERT INTO bookmark (source, found, line, first, behind, quote, prefix, suffix, before, after,"
                        " note, created) VALUES (1, 1, 4, 5, 12, '要加固沿江堤防', '会议强调，', '，备足抢险物料', '', '',"
                        " '核对', '2031-07-05T08:00:00Z')")
        library.execute("INSERT INTO tag VALUES (1, '堤防')")
    library.close()
    line = desk.prints("bookmarks")
    assert "a.txt:4" in line and "“要加固沿江堤防” 核对 #堤防" in line, line
    desk.path("a.txt", "（整理稿）\n" + TEXT)
    found = desk.objects("bookmarks", "--json", path)
    assert found[0]["line"] == 5 and found[0]["document"] is not None and found[0]["tags"] == ["堤防"], found
    desk.path("a.txt", "今天天气很好。\n")
    done = desk.run("bookmarks", path)
    assert b"1 bookmarks were not found again" in done.stderr and b"(orphan)" in done.stdout, done
    desk.path("a.txt", TEXT)
    assert desk.objects("bookmarks", "--json", path)[0]["line"] == 4


@test
def a_terminal_gets_nothing_but_text(desk):
    path = desk.path("a.txt", "市委常委会召开会议\n2031年7月2日，市委常委会召开会议。会议强调，要\x1b[31m\u202e守好大堤。\n")
    assert "\x1b" in desk.prints("directives", path)
    try:
        child, terminal = pty.fork()
    except OSError as error:
        raise unittest.SkipTest(f"no pseudo-terminal can be had here: {error}") from error
    if child == 0:
        os.execv(PROGRAM, [PROGRAM, "--library", desk.path("library.db"), "directives", "1"])
    shown = b""
    try:
        while block := os.read(terminal, 4096):
            shown += block
    except OSError:  # the other end is closed
        pass
    os.close(terminal)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert "守好大堤".encode() in shown, shown
    assert b"\x1b" not in shown and "\u202e".encode() not in shown, shown


@test
def one_bad_file_does_not_stop_the_others(desk):
    good, empty = desk.path("a.txt", TEXT), desk.path("empty.txt", "\n \n")
    assert len(desk.fails(3, "empty.txt", "list", empty, good).splitlines()) == 2
    assert desk.fails(3, "empty.txt", "list", empty) == ""


@test
def bad_input_gets_one_line(desk):
    desk.fails(3, "missing.txt", desk.path("missing.txt"))
    desk.fails(3, "missing.txt", "add", desk.path("missing.txt"))
    os.mkdir(desk.path("folder"))
    desk.fails(3, "folder", desk.path("folder"))
    desk.fails(3, "no text", "add", desk.path("a.bin", bytes(range(256)) * 64))
    desk.fails(2, "unknown option --colour", "--colour")
    desk.fails(2, "neither a command nor a file", "lsit")
    desk.fails(2, "add needs FILE", "add")


@test
def odd_texts_are_taken_in(desk):
    long = desk.path("long.txt", "会议强调，要加固堤防。" * 40000)
    assert "; documents 1 (" in desk.prints("add", long)
    faulty = desk.path("faulty.txt", TEXT.encode().replace("，".encode(), b"\xff\xfe", 1))
    desk.run("add", faulty)
    assert desk.run("add", faulty).stderr == b""
    plain = desk.path("plain.txt", "今天天气很好。\n")
    assert "; documents 1 (" in desk.prints("add", plain)


@test
def faulty_bytes_are_mentioned_once(desk):
    faulty = desk.path("faulty.txt", TEXT.encode().replace("，".encode(), b"\xff", 1))
    line = desk.run("list", faulty).stderr.decode()
    assert line.count("\n") == 1 and "U+FFFD" in line, line
    assert desk.run("list", faulty).stderr == b""


@test
def a_library_in_use_is_said(desk):
    path = desk.path("a.txt", TEXT)
    desk.prints("add", path)
    other = sqlite3.connect(desk.path("library.db"))
    other.execute("BEGIN EXCLUSIVE")
    desk.fails(3, "another program", "list")
    other.rollback()
    other.close()
    assert desk.prints("list") != ""


@test
def other_files_are_no_library(desk):
    desk.path("notes.db", "这是一段说明文字，不是数据库。" * 20)
    desk.fails(3, "not a chuanda library", "list", library="notes.db")
    other = sqlite3.connect(desk.path("other.db"))
    other.execute("CREATE TABLE apples (weight)")
    other.close()
    desk.fails(3, "another program's database", "list", library="other.db")


@test
def full_output_is_said(desk):
    path = desk.path("a.txt", TEXT)
    with open("/dev/full", "w") as full:
        done = subprocess.run([PROGRAM, "--library", desk.path("library.db"), "list", path], stdin=subprocess.DEVNULL,
                              stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 3 and b"could not be written" in done.stderr, done


@test
def memory_leaves_no_trace(desk):
    assert len(desk.prints("list", desk.path("a.txt", TEXT), library=":memory:").splitlines()) == 2
    assert os.listdir(desk.folder) == ["a.txt"]


sys.exit(run_at_desks(tests))
