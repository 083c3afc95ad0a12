#!/usr/bin/env python3
"""Corrections as users and scripts make them: heard everywhere, kept, undone."""
import sys

from desk import run_at_desks

TEXT = """中共中央政治局召开会议 研究部署防汛工作

2031年7月1日，中共中央政治局召开会议，研究圩堤加固工作。
会议强调，要逐段加固沿江圩堤，昼夜巡查管涌险情，备足砂石编织袋。
会议指出，要组织小学生错峰返校。

湖北省委常委会召开会议 研究部署防汛工作

7月3日，湖北省委常委会召开会议，传达学习7月1日中央政治局会议精神。省委书记钱乙二主持会议。
会议要求，要逐段加固沿江圩堤，昼夜巡查管涌险情，备足砂石编织袋。
会议要求，要办好群众身边小事。
"""
tests = []


def test(function):
    tests.append(function)
    return function


def taken_in(desk):
    desk.prints("add", desk.path("a.txt", TEXT))
    return {o["level"]: o["id"] for o in desk.objects("list", "--json")}


def of_type(desk, kind, *files):
    return [o for o in desk.objects("export", *files) if o["type"] == kind]


@test
def fields_are_corrected_and_marked(desk):
    ids = taken_in(desk)
    said = desk.prints("correct", str(ids["province"]), "level", "市级", "日期", "2031年7月4日")
    assert "a.txt:7  level province → city" in said and "date 2031-07-03 → 2031-07-04" in said, said
    local = [o for o in of_type(desk, "document", desk.path("a.txt")) if o["id"] == ids["province"]][0]
    assert (local["level"], local["date"], local["date_basis"]) == ("city", "2031-07-04", "stated"), local
    assert local["corrected"] == ["level", "date"], local
    row = [line for line in desk.prints("list").splitlines() if line.startswith(str(ids["province"]))][0]
    assert " 市级* " in row and " 2031-07-04* " in row, row
    desk.prints("correct", str(ids["province"]), "chair", "none")
    assert of_type(desk, "document")[1]["chair"] == []


@test
def one_is_undone_and_stays_in_the_history(desk):
    ids = taken_in(desk)
    before = of_type(desk, "document")
    made = desk.objects("correct", "--json", str(ids["national"]), "kind", "speech")
    assert [o["act"] for o in made] == ["set"] and made[0]["recognised"] == "meeting", made
    assert desk.prints("corrections", "--undo", str(made[0]["id"])) == ""
    assert of_type(desk, "document") == before
    assert desk.prints("corrections", code=1) == ""
    assert "(undone) kind meeting → speech" in desk.prints("corrections", "--all")
    desk.prints("correct", str(ids["national"]), "kind", "notice", "kind", "policy")
    assert [o["holds"] for o in desk.objects("corrections", "--json")] == [False, True]
    assert "(without effect) kind meeting → notice" in desk.prints("corrections")
    desk.prints("corrections", "--undo", "3")
    assert [o["holds"] for o in desk.objects("corrections", "--json")] == [True]
    assert of_type(desk, "correction")[0]["undone"] is not None
    desk.fails(1, "no correction 1 holds", "corrections", "--undo=1")
    desk.fails(2, "takes a correction's id", "corrections", "--undo=first")


@test
def documents_are_split_and_joined(desk):
    ids = taken_in(desk)
    desk.prints("correct", str(ids["national"]), "split", "5")
    documents = of_type(desk, "document")
    assert sorted((o["first_line"], o["last_line"]) for o in documents) == [(1, 4), (5, 5), (7, 11)], documents
    new = [o for o in documents if o["first_line"] == 5][0]
    assert new["corrected"] == ["boundary"] and new["id"] not in ids.values(), new
    desk.prints("correct", str(ids["province"]), "join")
    assert sorted(o["first_line"] for o in of_type(desk, "document")) == [1, 5]
    assert f"{new['id']}*" in desk.prints("list")


@test
def a_relay_is_struck_confirmed_and_added(desk):
    ids = taken_in(desk)
    national, local = str(ids["national"]), str(ids["province"])
    assert [(o["to"], o["correction"]) for o in of_type(desk, "relay")] == [(ids["national"], None)]
    assert "relay confirm “7月1日中央政治局会议精神”" in desk.prints("correct", "relay", "confirm", local, national)
    assert [(o["to"], o["correction"]) for o in of_type(desk, "relay")] == [(ids["national"], "confirmed")]
    desk.prints("correct", "relay", "strike", f"{local}:9", national)
    assert [o["to"] for o in of_type(desk, "relay")] == [None]
    desk.prints("correct", "relay", "add", f"{local}:11:5-12", national)
    assert [(o["to"], o["text"], o["correction"]) for o in of_type(desk, "relay")] == [
        (None, "7月1日中央政治局会议精神", None), (ids["national"], "要办好群众身边", "added")]
    desk.prints("correct", "relay", "strike", f"{local}:9")
    assert len(of_type(desk, "relay")) == 1
    desk.fails(1, "no such relay", "correct", "relay", "strike", f"{local}:10", national)


@test
def a_follow_up_is_struck_confirmed_and_added(desk):
    ids = taken_in(desk)
    directives = {o["line"]: str(o["id"]) for o in of_type(desk, "directive")}
    place = f"{ids['province']}:10"
    assert [(o["line"], o["correction"]) for o in of_type(desk, "follow_up")] == [(10, None)]
    desk.prints("correct", "follow-up", "confirm", directives[4], place)
    assert [(o["score"], o["correction"]) for o in of_type(desk, "follow_up")] == [(1, "confirmed")]
    desk.prints("correct", "follow-up", "strike", directives[4], place)
    assert of_type(desk, "follow_up") == []
    desk.prints("correct", "follow-up", "add", directives[5], f"{ids['province']}:11")
    added = of_type(desk, "follow_up")
    assert [(o["line"], o["score"], o["correction"]) for o in added] == [(11, 1, "added")], added
    desk.fails(1, "is not said to take", "correct", "follow-up", "strike", directives[4], place)
    desk.fails(1, "no directive 99", "correct", "follow-up", "add", "99", place)


@test
def corrections_follow_their_text(desk):
    ids = taken_in(desk)
    path = desk.path("a.txt")
    desk.prints("correct", str(ids["province"]), "place", "荆州市")
    assert of_type(desk, "document")[1]["place"] == "湖北省荆州市"
    desk.path("a.txt", "（整理稿）\n\n" + TEXT)
    assert of_type(desk, "document", path)[1]["place"] == "湖北省荆州市"
    assert "a.txt:9  place" in desk.prints("corrections")
    desk.path("a.txt", "今天天气很好。\n")
    done = desk.run("corrections", path)
    assert b"1 corrections" in done.stderr and b"(orphan) place" in done.stdout, done
    desk.path("a.txt", TEXT)
    assert of_type(desk, "document", path)[1]["place"] == "湖北省荆州市"


@test
def what_is_wrong_is_said_in_one_line(desk):
    ids = taken_in(desk)
    local = str(ids["province"])
    desk.fails(2, "correct needs DOC", "correct")
    desk.fails(2, "is no document's id", "correct", "level", "city")
    desk.fails(2, "needs a field", "correct", local)
    desk.fails(2, "no field colour", "correct", local, "colour", "red")
    desk.fails(2, "level needs a value", "correct", local, "level")
    desk.fails(2, "镇级 is no level", "correct", local, "level", "镇级")
    desk.fails(2, "2031-02-30 is no date", "correct", local, "date", "2031-02-30")
    desk.fails(2, "cannot be empty", "correct", local, "title", "")
    desk.fails(2, "line 8 is blank", "correct", local, "split", "8")
    desk.fails(2, "begins at line 7 already", "correct", local, "split", "7")
    desk.fails(2, "no line 1", "correct", local, "split", "1")
    desk.fails(2, "no further words", "correct", local, "join", "now")
    desk.fails(2, "first of its source", "correct", str(ids["national"]), "join")
    desk.fails(1, "no document 99", "correct", "99", "level", "city")
    desk.fails(2, "none of confirm, strike and add", "correct", "relay", "doubt", local)
    desk.fails(2, "is no place", "correct", "relay", "add", f"{local}:x", "1")
    desk.fails(2, "needs the document", "correct", "relay", "add", f"{local}:9")
    desk.fails(2, "cannot relay itself", "correct", "relay", "add", f"{local}:9", local)
    assert desk.prints("corrections", "--all", code=1) == ""


sys.exit(run_at_desks(tests))
