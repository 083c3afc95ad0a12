#!/usr/bin/env python3
"""Short documents of our own in every shape of the genre, against what is right in them.

Each NAME.txt beside this file is a small compilation, and NAME.expected says what its export must hold, document by
document:

    2. 9-13 meeting province 甲省 | 省委常委会 | 2024-07-11 inferred | 主持人 | 0
       title 省委常委会召开会议
       relays 1 by date,event
       12 会议强调，要把各项准备做在前面。

lines, kind, level, place, organ, date and its basis, who chaired, number (`-`: none); the title; the documents of the file
that it relays, with all evidence together; the sentences that demand something, with their line: those of which
directives cover at least half.  The expectations are written by hand from what is right, never from the program's output.

usage: test_documents.py [--show NAME …]    with --show: prints what the program finds, in the same form
"""
import difflib, glob, json, os, re, subprocess, sys

HERE = os.path.dirname(os.path.abspath(__file__))
SENTENCE = re.compile(r"[^。！？；]*[。！？；]+[”’）》]*|[^。！？；]+$")
BASES = ["date", "event", "number", "title", "speaker", "listed"]


def export(path):
    command = [os.environ["CHUANDA"], "export", "--library", ":memory:", "--format=jsonl", path]
    run = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=True)
    return [json.loads(line) for line in run.stdout.decode().splitlines()]


def demands(lines, directives):
    """The sentences of which directives cover at least half, with their line."""
    covered = {}
    for item in directives:
        covered.setdefault(item["line"], set()).update(range(item["start"], item["end"]))
    for number in sorted(covered):
        for match in SENTENCE.finditer(lines[number - 1]):
            if 2 * len(covered[number] & set(range(*match.span()))) >= len(match.group()):
                yield f"   {number} {match.group().strip()}"


def describe(path):
    """What the program finds in a file, in the form of an .expected."""
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")
    records = export(path)
    documents = sorted((record for record in records if record["type"] == "document"), key=lambda document: document["first_line"])
    order = {document["id"]: number for number, document in enumerate(documents, 1)}
    for number, document in enumerate(documents, 1):
        date = f"{document['date'] or '-'} {document['date_basis']}"
        chair = "、".join(document["chair"]) or "-"
        yield (f"{number}. {document['first_line']}-{document['last_line']} {document['kind']} {document['level']} "
               f"{document['place'] or '-'} | {document['organ'] or '-'} | {date} | {chair} | {document['number'] or 0}")
        yield f"   title {document['title']}"
        relayed = {}
        for record in records:
            if record["type"] == "relay" and record["from"] == document["id"] and record["to"] is not None:
                relayed.setdefault(order[record["to"]], set()).update(record["basis"].split(","))
        for to in sorted(relayed):
            yield f"   relays {to} by {','.join(sorted(relayed[to], key=BASES.index))}"
        yield from demands(lines, [record for record in records
                                   if record["type"] == "directive" and record["document"] == document["id"]])


def main():
    if sys.argv[1:2] == ["--show"]:
        for name in sys.argv[2:]:
            print("\n".join(describe(os.path.join(HERE, name + ".txt"))))
        return 0
    failed = 0
    for path in sorted(glob.glob(os.path.join(HERE, "*.txt"))):
        name = os.path.basename(path)[: -len(".txt")]
        with open(path[: -len(".txt")] + ".expected", encoding="utf-8") as file:
            expected = file.read().splitlines()
        difference = list(difflib.unified_diff(expected, list(describe(path)), "expected", "found", lineterm="", n=1))
        print(f"not ok {name}: found differs from expected" if difference else f"ok {name}")
        for line in difference[2:]:
            print("    " + line)
        failed += bool(difference)
    return failed != 0


if __name__ == "__main__":
    sys.exit(main())
