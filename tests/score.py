#!/usr/bin/env python3
"""Measures the export against the gold of the compilations in ../shared and holds it to the agreed limits.

usage: score.py --program CHUANDA --shared FOLDER
"""
import argparse, glob, json, os, subprocess, sys, tempfile

LIMITS = {"boundaries.f1": 1.0, "relays.precision": 0.95, "relays.recall": 0.95, "directives.f1": 0.85}
LIMITS.update({"fields." + field: 0.98 for field in ("kind", "level", "place", "organ", "date", "chair", "number")})


def figures(program, shared, gold, files):
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as export:
        command = [program, "export", "--library", ":memory:", "--format=jsonl", *files]
        subprocess.run(command, stdout=export, stdin=subprocess.DEVNULL, check=True)
        scorer = [sys.executable, os.path.join(shared, "tools", "score.py"), "--gold", gold, "--json", export.name]
        return json.loads(subprocess.run(scorer, stdout=subprocess.PIPE, check=True).stdout)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--shared", required=True)
    options = parser.parse_args()
    corpus = os.path.join(options.shared, "corpus")
    if not os.path.isdir(corpus):
        print(f"score: skipped: there is no {corpus}")
        print("0 passed, 0 failed, 1 skipped")
        return 0
    gold = os.path.join(options.shared, "gold")
    main_figures = figures(options.program, options.shared, gold, sorted(glob.glob(corpus + "/*.txt")))
    variety = figures(options.program, options.shared, gold + "/variety", sorted(glob.glob(corpus + "/variety/*.txt")))
    failed = 0
    print(f"{'':24}{'the two':>10}{'limit':>10}{'variety':>10}")
    for name in dict.fromkeys([*main_figures, *variety]):
        limit, value = LIMITS.get(name), main_figures.get(name)
        bad = limit is not None and value < limit
        failed += bad
        cells = [f"{x:10.3f}" if isinstance(x, (int, float)) else f"{'':10}" for x in (value, limit, variety.get(name))]
        print(f"{name:24}{''.join(cells)}" + ("  MISSED" if bad else ""))
    print(f"{len(LIMITS) - failed} passed, {failed} failed")
    return failed != 0


if __name__ == "__main__":
    sys.exit(main())
