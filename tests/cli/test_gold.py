#!/usr/bin/env python3
"""The documents that are recognised in the invented compilations of tests/gold are those of the gold."""
import csv, glob, json, os, subprocess, sys

PROGRAM = os.environ.get("CHUANDA", "build/release/chuanda")
GOLD = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "gold")
FIELDS = ("kind", "level", "place", "organ", "date", "chair", "number")
LIMIT = 0.97  # of the documents, and of each field


def exported(files):
    """The documents of an export, by source and lines."""
    command = [PROGRAM, "export", "--library", ":memory:", "--format=jsonl", *files]
    output = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=True, timeout=120).stdout
    objects = [json.loads(line) for line in output.decode().splitlines()]
    sources = {o["id"]: os.path.basename(o["name"]).removesuffix(".txt") for o in objects if o["type"] == "source"}
    return {(sources[o["source"]], o["first_line"], o["last_line"]): o for o in objects if o["type"] == "document"}


def right(field, want, document):
    if field == "chair":
        return not want or want in document["chair"]
    found = str(document[field] or "").replace(" ", "")
    if field == "organ":
        return not want or (found != "" and (found in want.replace(" ", "") or want.replace(" ", "") in found))
    return found == want


def measure(folder):
    """One TAP line for the boundaries and one for each field."""
    with open(os.path.join(folder, "documents.tsv"), encoding="utf-8") as file:
        gold = list(csv.DictReader(file, delimiter="\t"))
    found = exported(sorted(glob.glob(os.path.join(folder, "*.txt"))))
    pairs = [(row, found.get((row["source"], int(row["first_line"]), int(row["last_line"])))) for row in gold]
    missed = [row["id"] for row, document in pairs if document is None]
    share = 2 * (len(gold) - len(missed)) / (len(gold) + len(found))
    results = [("boundaries", share, missed)]
    for field in FIELDS:
        wrong = [row["id"] for row, document in pairs if document is None or not right(field, row[field], document)]
        results.append((field, 1 - len(wrong) / len(gold), wrong))
    for name, share, wrong in results:
        verdict = "ok" if share >= LIMIT else "not ok"
        print(f"{verdict} - {os.path.basename(os.path.dirname(folder))}: {name} {share:.3f}" + (f": {' '.join(wrong)}" if wrong else ""))
    return all(share >= LIMIT for _, share, _ in results)


if __name__ == "__main__":
    verdicts = [measure(folder) for folder in sorted(glob.glob(os.path.join(GOLD, "*", "")))]
    sys.exit(0 if verdicts and all(verdicts) else 1)
