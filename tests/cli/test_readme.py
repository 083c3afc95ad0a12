"""The README's table of keys is the reader's help screen.  CHUANDA_UPDATE=1 writes it anew."""
import os, re, sys

from vt import Terminal, run_tests

PROGRAM = os.environ["CHUANDA"]
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
README = os.path.join(ROOT, "README.md")
TABLE = re.compile(r"(?<=\n## Keys\n\n)\|.*?\n(?=\n)", re.DOTALL)


def table():
    rows = ["| key | | |", "|---|---|---|"]
    with Terminal([PROGRAM, "--library", ":memory:", os.path.join(ROOT, "docs", "sample", "floods.txt")], rows=100) as terminal:
        terminal.settle()
        terminal.keys("?", "帮助 · help")
        for line in terminal.screen.text().split("\n")[1:-1]:
            action = re.fullmatch(r" (\S.*?)\s{2,}(\S.*?) · (.*)", line)
            heading = re.fullmatch(r" (\S*) · (\S.*)", line)
            if action:
                keys = " ".join(f"`{key}`" for key in action[1].split())
                rows.append(f"| {keys} | {action[2]} | {action[3]} |")
            elif heading:
                rows.append(f"| **{heading[1]}** | | **{heading[2]}** |")
        terminal.send("qq")
        terminal.finish()
    return "\n".join(rows) + "\n"


def the_keys_of_the_README_are_those_of_the_help_screen():
    with open(README, encoding="utf-8") as file:
        readme = file.read()
    wanted = table()
    if os.environ.get("CHUANDA_UPDATE"):
        with open(README, "w", encoding="utf-8") as file:
            file.write(TABLE.sub(lambda _: wanted, readme))
        return
    found = TABLE.search(readme)
    assert found and found[0] == wanted, "they differ; run with CHUANDA_UPDATE=1 and look at what changes"


if __name__ == "__main__":
    sys.exit(run_tests([the_keys_of_the_README_are_those_of_the_help_screen]))
