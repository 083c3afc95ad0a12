#!/usr/bin/env python3
"""chuanda why: the evidence, as text and as objects."""
import sys

from desk import run_at_desks

TEXT = """中共中央政治局召开会议 研究部署防汛工作

2031年7月1日，中共中央政治局召开会议，研究圩堤加固工作。
会议强调，要逐段加固沿江圩堤，昼夜巡查管涌险情，备足砂石编织袋。

湖北省委常委会召开会议 研究部署防汛工作

7月3日，湖北省委常委会召开会议，传达学习7月1日中央政治局会议精神。省委书记钱乙二主持会议。
他强调，一要逐段加固沿江圩堤，昼夜巡查管涌险情，备足砂石编织袋。二是各市各县要守望相助。
"""
tests = []


def test(function):
    tests.append(function)
    return function


def taken_in(desk):
    desk.prints("add", desk.path("a.txt", TEXT))
    return {o["level"]: o["id"] for o in desk.objects("list", "--json")}


@test
def a_document_is_accounted_for(desk):
    ids = taken_in(desk)
    text = desk.prints("why", str(ids["province"]))
    for line in ["湖北省委常委会召开会议 研究部署防汛工作", "  起止：第 6 至 9 行", "  日期：2031-07-03（推定）", "  主持：钱乙二",
                 "  起止  第 6 行 “湖北省委常委会召开会议 研究部署防汛工作” 标题起首", "  主持  第 8 行 “钱乙二” 导语：主持",
                 "  第 8 行 传达 “7月1日中央政治局会议精神”",
                 f"  → 中共中央政治局召开会议 研究部署防汛工作 · 日期相符  [{ids['national']}]",
                 "承接与共有的词句（文库共 6 段）", "    “逐段加固沿江圩堤” 见于 2 段"]:
        assert line in text.split("\n"), f"{line!r} is not in:\n{text}"
    above = desk.prints("why", str(ids["national"]))
    assert f"  湖北省 2031-07-03（推定）  传达 “7月1日中央政治局会议精神”  [{ids['province']}:8]\n" in above, above
    assert "落实与共有的词句" in above and f"传达了这份文件  [{ids['province']}:9]" in above, above


@test
def a_line_is_accounted_for(desk):
    ids = taken_in(desk)
    text = desk.prints("why", f"{ids['province']}:9")
    assert "起止" not in text and "导语" not in text, text
    assert "一要逐段加固沿江圩堤" in text and "  引语：他强调\n  谁说的：钱乙二\n  要谁做：—\n  序号：1\n" in text, text
    assert "  谁说的：钱乙二\n  要谁做：各市各县\n  序号：2\n" in text, text
    named = desk.prints("why", f"{ids['province']}:8")
    assert "7月1日中央政治局会议精神\n  方式：传达\n" in named and "  日期：2031-07-01\n" in named, named


@test
def scripts_get_objects(desk):
    ids = taken_in(desk)
    found = desk.objects("why", "--json", str(ids["province"]))
    chair = [o for o in found if o["type"] == "evidence" and o["field"] == "chair"]
    assert chair == [{"type": "evidence", "document": ids["province"], "field": "chair", "value": "钱乙二", "line": 8,
                      "start": 39, "end": 42, "words": "钱乙二", "rule": "导语：主持"}], chair
    assert [o["value"] for o in found if o["type"] == "evidence" and o["field"] == "boundary"] == ["6-9"]
    assert {o["type"] for o in found} == {"evidence", "relay", "directive", "follow_up"}
    assert all(len(o["shared"]) == len(o["shared_passages"]) for o in found if o["type"] == "follow_up")
    line = desk.objects("why", "--json", f"{ids['province']}:9")
    assert all(o["line"] == 9 for o in line), line


@test
def what_is_not_there_gets_one_line(desk):
    ids = taken_in(desk)
    desk.fails(1, "no document 4711", "why", "4711")
    desk.fails(1, "has no words on line 7; it goes from line 6 to 9", "why", f"{ids['province']}:7")
    desk.fails(2, "夏 is no place", "why", "夏")
    desk.fails(2, "why needs DOC", "why")


sys.exit(run_at_desks(tests))
