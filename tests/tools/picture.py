#!/usr/bin/env python3
"""Draws the reader's real screen on the sample as docs/reader.svg.

usage: picture.py CHUANDA KEYS > docs/reader.svg     KEYS are pressed one after the other; <Enter>, <Tab> by name
"""
import html, os, re, sys, tempfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from vt import Terminal

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ROWS, COLUMNS, WIDTH, HEIGHT, EDGE = 32, 120, 8, 21, 10
INK, PAPER = "#d6d6d6", "#1c1f24"
COLOURS = ["#3b3f46", "#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#d6d6d6"] * 2


def colour(number, otherwise):
    return otherwise if number is None or number >= len(COLOURS) else COLOURS[number]


def words(cells):
    """The stretches of (column, character) without blanks; the second halves of wide characters are left out."""
    found = [[]]
    for column, character in cells:
        if character.isspace():
            found.append([])
        elif character:
            found[-1].append((column, character))
    return [word for word in found if word]


def draw(screen):
    width, height = COLUMNS * WIDTH + 2 * EDGE, ROWS * HEIGHT + 2 * EDGE
    print(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
          f'font-family="\'Noto Sans Mono CJK SC\', \'Sarasa Mono SC\', Menlo, Consolas, monospace" font-size="16">')
    print(f'<rect width="{width}" height="{height}" rx="6" fill="{PAPER}"/>')
    for row in range(ROWS):
        runs = []  # (style, first column, [(column, character)])
        for column in range(COLUMNS):
            style, character = screen.styles[row][column], screen.cells[row][column]
            if not runs or runs[-1][0] != style:
                runs.append((style, column, []))
            runs[-1][2].append((column, character))
        for style, first, cells in runs:
            ink, paper = colour(style.foreground, INK), colour(style.background, None)
            if style.reverse:
                ink, paper = paper or PAPER, ink
            top = EDGE + row * HEIGHT
            if paper:
                print(f'<rect x="{EDGE + first * WIDTH}" y="{top}" width="{len(cells) * WIDTH}" height="{HEIGHT}" fill="{paper}"/>')
            look = (' font-weight="bold"' if style.bold else "") + (' opacity="0.6"' if style.dim else "") + \
                   (' text-decoration="underline"' if style.underline else "")
            for word in words(cells):
                places = " ".join(str(EDGE + column * WIDTH) for column, _ in word)
                text = html.escape("".join(character for _, character in word))
                print(f'<text x="{places}" y="{top + 16}" fill="{ink}"{look}>{text}</text>')
    print("</svg>")


def main():
    program, keys = os.path.abspath(sys.argv[1]), sys.argv[2]
    names = {"<Enter>": "\r", "<Tab>": "\t"}
    with tempfile.TemporaryDirectory() as folder:
        env = {f"XDG_{name}_HOME": folder for name in ("DATA", "CONFIG", "STATE")}
        os.chdir(ROOT)
        with Terminal([program, "docs/sample/floods.txt"], ROWS, COLUMNS, {"LC_ALL": "C.UTF-8", **env}) as terminal:
            terminal.settle(0.5)
            for key in re.findall(r"<\w+>|.", keys):
                terminal.send(names.get(key, key))
                terminal.settle()
            draw(terminal.screen)


if __name__ == "__main__":
    main()
