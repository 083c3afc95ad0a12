#!/usr/bin/env python3
"""Measures the export against the gold of the compilations in ../shared and in tests/gold and holds it to the agreed limits.

usage: score.py --program CHUANDA --shared FOLDER
"""
import argparse, glob, json, os, subprocess, sys, tempfile

import baseline

FIELDS = ["fields." + field for field in ("kind", "level", "place", "organ", "date", "chair", "number")]
LIMITS = {"boundaries.f1": 1.0, "relays.precision": 0.95, "relays.recall": 0.95, "directives.f1": 0.95}
LIMITS.update({field: 0.98 for field in FIELDS})
LIMITS.update({"followups.p_at_1": 0.88, "followups.r_at_3": 0.87, "followups.abstain": 0.75})
VARIETY_LIMITS = {"boundaries.f1": 0.93, "relays.precision": 0.9, "relays.recall": 0.9, "directives.f1": 0.93}
VARIETY_LIMITS.update({field: 0.95 for field in FIELDS})
OWN_LIMITS = {figure: 0.97 for figure in ["boundaries.f1", *FIELDS]}  # on the compilations of tests/gold
FIRST_LIMITS = {**OWN_LIMITS, "followups.p_at_1": 0.88, "followups.r_at_3": 0.88, "followups.abstain": 0.85}


def scored(shared, gold, text):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as export:
        export.write(text)
        export.flush()
        scorer = [sys.executable, os.path.join(shared, "tools", "score.py"), "--gold", gold, "--json", export.name]
        return json.loads(subprocess.run(scorer, stdout=subprocess.PIPE, check=True).stdout)


def figures(program, shared, gold, files):
    """Ours, and behind each figure of follow-ups what the baseline has."""
    command = [program, "export", "--library", ":memory:", "--format=jsonl", *files]
    ours = subprocess.run(command, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, check=True).stdout.decode()
    values = scored(shared, gold, ours)
    if not any(figure.startswith("followups.") for figure in values):
        return values
    plain = scored(shared, gold, baseline.export([json.loads(line) for line in ours.splitlines()], files))
    both = {}
    for figure, value in values.items():
        both[figure] = value
        if figure.startswith("followups."):
            both[figure.replace("followups.", "  baseline ")] = plain[figure]
    return both


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--shared", required=True)
    options = parser.parse_args()
    corpus, gold = os.path.join(options.shared, "corpus"), os.path.join(options.shared, "gold")
    if not os.path.isdir(corpus):
        print(f"score: skipped: there is no {corpus}")
        print("0 passed, 0 failed, 1 skipped")
        return 0
    own = os.path.join(os.path.dirname(os.path.abspath(__file__)), "gold")
    sets = [  # name, gold, texts, limits
        ("the two", gold, corpus, LIMITS),
        ("variety", gold + "/variety", corpus + "/variety", VARIETY_LIMITS),
        ("first", own + "/first", own + "/first", FIRST_LIMITS),
        ("second", own + "/second", own + "/second", OWN_LIMITS),
    ]
    columns = [(name, limits, figures(options.program, options.shared, where, sorted(glob.glob(texts + "/*.txt"))))
               for name, where, texts, limits in sets]
    passed = failed = 0
    print(f"{'':24}" + "".join(f"{name:>10}{'limit':>7}" for name, _, _ in columns))
    for figure in dict.fromkeys(figure for _, _, values in columns for figure in values):
        line, missed = f"{figure:24}", False
        for _, limits, values in columns:
            value, limit = values.get(figure), limits.get(figure)
            bad = limit is not None and value < limit
            passed, failed, missed = passed + (limit is not None and not bad), failed + bad, missed or bad
            line += f"{value:10.3f}" if isinstance(value, (int, float)) else f"{'':10}"
            line += f"{limit:7.2f}" if limit is not None else f"{'':7}"
        print(line.rstrip() + ("  MISSED" if missed else ""))
    print(f"{passed} passed, {failed} failed")
    return failed != 0


if __name__ == "__main__":
    sys.exit(main())
