#!/usr/bin/env python3
"""What a follow-up's score means: of the pairs shown at a score, how many are right?

usage: follow_up_curve.py GOLD EXPORT [GOLD EXPORT …] > docs/follow-ups.svg

The table goes to stderr. A pair is a judged local passage and an upper passage, at the best score of any of its
directives; it is right where the gold lists it as core or acceptable.
"""
import collections, csv, json, os, sys

EDGES = (0.37, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0001)
LEFT, TOP, SIZE = 52, 16, 300  # of the square of the plot


def rows(path):
    with open(path, encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def pairs(gold, export):
    """(score, right, is it the passage's best) of every pair shown for a judged passage."""
    with open(export, encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    of = lambda kind: {r["id"]: r for r in records if r["type"] == kind}
    sources, documents, directives = of("source"), of("document"), of("directive")
    shown = collections.defaultdict(dict)  # local passage → upper line → score
    for record in records:
        if record["type"] != "follow_up":
            continue
        local, directive = documents[record["document"]], directives[record["directive"]]
        if documents[directive["document"]]["source"] == local["source"]:
            found = shown[sources[local["source"]]["name"], record["line"]]
            found[directive["line"]] = max(record["score"], found.get(directive["line"], 0))
    for judged in rows(os.path.join(gold, "followups.tsv")):
        right = {int(line) for field in ("core", "acceptable") for line in judged[field].split(",") if line}
        for (name, line), uppers in shown.items():
            if name.startswith((judged["source"] + "_", judged["source"] + ".")) and line == int(judged["line"]):
                best = max(uppers.values())
                for upper, score in uppers.items():
                    yield score, upper in right, score == best


def table(found):
    """Of each bin: mean score, share right, how many; and the last two of the best pairs alone."""
    lines = []
    for low, high in zip(EDGES, EDGES[1:]):
        within = [pair for pair in found if low <= pair[0] < high]
        best = [pair for pair in within if pair[2]]
        if within:
            share = lambda some: sum(right for _, right, _ in some) / len(some) if some else 0
            lines.append((low, sum(p[0] for p in within) / len(within), share(within), len(within), share(best), len(best)))
    return lines


def svg(lines):
    x, y = (lambda v: LEFT + SIZE * v), (lambda v: TOP + SIZE * (1 - v))
    width, height = LEFT + SIZE + 16, TOP + SIZE + 48
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
             'font-family="sans-serif" font-size="11">',
             f'<rect width="{width}" height="{height}" fill="white"/>']
    for step in range(0, 11, 2):
        v = step / 10
        parts += [f'<path d="M{x(v):.0f} {y(0)}V{y(1)}M{x(0)} {y(v):.0f}H{x(1)}" stroke="#ddd"/>',
                  f'<text x="{x(v):.0f}" y="{y(0) + 14}" text-anchor="middle">{v:.1f}</text>',
                  f'<text x="{x(0) - 6}" y="{y(v) + 4:.0f}" text-anchor="end">{v:.1f}</text>']
    parts.append(f'<path d="M{x(0)} {y(0)}L{x(1)} {y(1)}" stroke="#999" stroke-dasharray="4"/>')
    curve = "L".join(f"{x(score):.1f} {y(right):.1f}" for _, score, right, *_ in lines)
    parts.append(f'<path d="M{curve}" fill="none" stroke="#b22" stroke-width="2"/>')
    for _, score, right, count, *_ in lines:
        parts.append(f'<circle cx="{x(score):.1f}" cy="{y(right):.1f}" r="{2 + count ** 0.5 / 3:.1f}" fill="#b22"/>'
                     f'<text x="{x(score) + 9:.1f}" y="{y(right) + 14:.1f}" fill="#666">{count}</text>')
    parts += [f'<text x="{x(0.5)}" y="{height - 10}" text-anchor="middle">score of the pairs shown</text>',
              f'<text transform="translate(14 {y(0.5)}) rotate(-90)" text-anchor="middle">share that is right</text>', "</svg>"]
    return "\n".join(parts)


def main():
    if len(sys.argv) < 3 or len(sys.argv) % 2 == 0:
        sys.exit(__doc__)
    found = [pair for gold, export in zip(sys.argv[1::2], sys.argv[2::2]) for pair in pairs(gold, export)]
    lines = table(found)
    for low, score, right, count, best_right, best in lines:
        print(f"{low:.2f}-  mean {score:.2f}  right {right:.2f} of {count:3}  best pairs {best_right:.2f} of {best:3}", file=sys.stderr)
    print(svg(lines))


if __name__ == "__main__":
    main()
