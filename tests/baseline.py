"""The baseline of follow-ups that ours are held against: TF-IDF cosine over character bigrams, upper passages with
directives in documents of a higher level that are not later, never abstaining (../shared/facts.md)."""
import collections, json, math, os

LEVELS = ("national", "province", "city", "county", "unit")


def bigrams(text):
    characters = "".join(c for c in text if c.isalnum())
    return collections.Counter(characters[i:i + 2] for i in range(len(characters) - 1))


def vectors(texts):
    """Each text's weights, of length one."""
    counts = [bigrams(text) for text in texts]
    passages = collections.Counter(bigram for count in counts for bigram in count)
    weighed = []
    for count in counts:
        weights = {b: (1 + math.log(n)) * math.log((len(texts) + 1) / passages[b]) for b, n in count.items()}
        norm = math.sqrt(sum(w * w for w in weights.values())) or 1
        weighed.append({b: w / norm for b, w in weights.items()})
    return weighed


def may_follow(local, upper):
    later = not local["date"] or not upper["date"] or local["date"] >= upper["date"]
    return local["source"] == upper["source"] and LEVELS.index(local["level"]) > LEVELS.index(upper["level"]) and later


def export(ours, files):
    """The rows of our export with the baseline's follow-ups (the best three of each passage) instead of ours."""
    rows = [row for row in ours if row["type"] != "follow_up"]
    texts = {os.path.basename(file): open(file, encoding="utf-8").read().split("\n") for file in files}
    names = {row["id"]: row["name"] for row in rows if row["type"] == "source"}
    directives = {}
    for row in rows:
        if row["type"] == "directive":
            directives.setdefault((row["document"], row["line"]), row["id"])
    passages = []  # (document, line, text)
    for row in rows:
        if row["type"] == "document":
            lines = texts[names[row["source"]]]
            passages += [(row, line, lines[line - 1]) for line in range(row["first_line"], row["last_line"] + 1)
                         if lines[line - 1].strip()]
    weighed = vectors([text for _, _, text in passages])
    uppers = [(document, line, vector) for (document, line, _), vector in zip(passages, weighed)
              if (document["id"], line) in directives]
    for (local, line, text), vector in zip(passages, weighed):
        pairs = [(sum(w * upper[b] for b, w in vector.items() if b in upper), directives[document["id"], above])
                 for document, above, upper in uppers if may_follow(local, document)]
        for score, directive in sorted(pairs, reverse=True)[:3]:
            if score > 0:
                rows.append({"type": "follow_up", "directive": directive, "document": local["id"], "line": line,
                             "start": 0, "end": len(text), "score": score, "shared": []})
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
