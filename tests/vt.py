"""A terminal for tests: a small VT100 screen, and a program run in it through a pty.

    with Terminal([program, "file.txt"], rows=40, columns=120) as terminal:
        terminal.expect("中央")
        terminal.send("j")
        print(terminal.screen.text())

The screen understands what ncurses sends to an xterm-256color and shows wide
characters in two cells, ambiguous ones in one.
"""
import codecs, collections, fcntl, os, pty, re, select, signal, struct, termios, time, unicodedata, unittest

ESCAPE = re.compile(
    r"\x1b(?:\[(?P<params>[0-9;:?>=!]*)(?P<final>[ -/]*[@-~])"  # CSI
    r"|\](?P<osc>[^\x07\x1b]*)(?:\x07|\x1b\\)"                   # OSC
    r"|(?P<charset>[()*+])(?P<set>.)"
    r"|(?P<other>[78DEMHc=>]))")
Style = collections.namedtuple("Style", "bold dim underline reverse foreground background")
PLAIN = Style(False, False, False, False, None, None)
ATTRIBUTES = {1: {"bold": True}, 2: {"dim": True}, 4: {"underline": True}, 7: {"reverse": True},
              22: {"bold": False, "dim": False}, 24: {"underline": False}, 27: {"reverse": False},
              39: {"foreground": None}, 49: {"background": None}}
for _base, _field, _first in ((30, "foreground", 0), (40, "background", 0), (90, "foreground", 8), (100, "background", 8)):
    ATTRIBUTES.update({_base + _n: {_field: _first + _n} for _n in range(8)})
LINES = dict(zip("jklmnqtuvwx`aftg", "┘┐┌└┼─├┤┴┬│◆▒°±├"))  # the line-drawing set


def width(character):
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


class Screen:
    def __init__(self, rows, columns):
        self.rows, self.columns = rows, columns
        self.pending = ""
        self.copied = []  # what OSC 52 was given
        self.alternate = False
        self.reset()

    def reset(self):
        self.cells = [[" "] * self.columns for _ in range(self.rows)]  # "" is the second half of a wide character
        self.styles = [[PLAIN] * self.columns for _ in range(self.rows)]
        self.row = self.column = 0
        self.saved = (0, 0)
        self.top, self.bottom = 0, self.rows - 1
        self.drawing = False
        self.style = PLAIN
        self.last = " "

    def resize(self, rows, columns):
        self.rows, self.columns = rows, columns
        self.reset()

    def line(self, row):
        return "".join(self.cells[row]).rstrip()

    def text(self):
        return "\n".join(self.line(row) for row in range(self.rows))

    def reversed_rows(self):
        """{row: the characters shown in reverse}, without the rows that have none."""
        rows = {}
        for row in range(self.rows):
            text = "".join(c for c, style in zip(self.cells[row], self.styles[row]) if style.reverse).strip()
            if text:
                rows[row] = text
        return rows

    def feed(self, text):
        text = self.pending + text
        self.pending = ""
        position = 0
        while position < len(text):
            character = text[position]
            if character == "\x1b":
                match = ESCAPE.match(text, position)
                if not match:
                    self.pending = text[position:]
                    return
                self.escape(match)
                position = match.end()
            else:
                self.put(character)
                position += 1

    def put(self, character):
        if character == "\r":
            self.column = 0
        elif character == "\n":
            self.down()
        elif character == "\b":
            self.column = max(0, min(self.column, self.columns - 1) - 1)
        elif character == "\t":
            self.column = min(self.columns - 1, (self.column // 8 + 1) * 8)
        elif ord(character) >= 32:
            self.show(LINES.get(character, character) if self.drawing else character)

    def show(self, character):
        columns = width(character)
        if columns == 0:
            place = max(0, self.column - 1)
            while place > 0 and self.cells[self.row][place] == "":
                place -= 1
            self.cells[self.row][place] += character
            return
        if self.column + columns > self.columns:
            self.column = 0
            self.down()
        row = self.cells[self.row]
        if row[self.column] == "" and self.column > 0:  # half of a wide character goes with its other half
            row[self.column - 1] = " "
        end = self.column + columns
        if end < self.columns and row[end] == "":
            row[end] = " "
        row[self.column:end] = [character] + [""] * (columns - 1)
        self.styles[self.row][self.column:end] = [self.style] * columns
        self.column = end
        self.last = character

    def down(self):
        if self.row == self.bottom:
            self.scroll(1)
        elif self.row < self.rows - 1:
            self.row += 1

    def scroll(self, lines, top=None):
        """Moves the scrolling region's rows from `top` on up (lines > 0) or down."""
        top = self.top if top is None else top
        for grid, empty in ((self.cells, " "), (self.styles, PLAIN)):
            for _ in range(abs(lines)):
                out, into = (top, self.bottom) if lines > 0 else (self.bottom, top)
                del grid[out]
                grid.insert(into, [empty] * self.columns)

    def erase(self, row, start, end):
        self.cells[row][start:end] = [" "] * (end - start)
        self.styles[row][start:end] = [PLAIN] * (end - start)

    def escape(self, match):
        if match["osc"] is not None:
            if match["osc"].startswith("52;"):
                self.copied.append(match["osc"].split(";", 2)[2])
        elif match["charset"]:
            if match["charset"] == "(":
                self.drawing = match["set"] == "0"
        elif match["other"]:
            other = match["other"]
            if other == "7":
                self.saved = (self.row, self.column)
            elif other == "8":
                self.row, self.column = self.saved
            elif other in "DE":
                self.column = 0 if other == "E" else self.column
                self.down()
            elif other == "M":
                if self.row == self.top:
                    self.scroll(-1)
                else:
                    self.row = max(0, self.row - 1)
            elif other == "c":
                self.reset()
        else:
            self.control(match["params"], match["final"])

    def control(self, params, final):
        if params[:1] in ("?", ">", "=", "!"):
            if params in ("?1049", "?47", "?1047") and final in "hl":
                self.alternate = final == "h"
                self.reset()
            return
        numbers = [int(p) if p else 0 for p in re.split("[;:]", params)] if params else []
        n = max(1, numbers[0]) if numbers else 1
        row, column = self.row, min(self.column, self.columns - 1)
        if final == "m":
            self.attributes(numbers or [0])
        elif final in "Hf":
            self.row = min(self.rows, n) - 1
            self.column = min(self.columns, max(1, numbers[1]) if len(numbers) > 1 else 1) - 1
        elif final == "A":
            self.row = max(0, row - n)
        elif final in "Be":
            self.row = min(self.rows - 1, row + n)
        elif final in "Ca":
            self.column = min(self.columns - 1, column + n)
        elif final == "D":
            self.column = max(0, column - n)
        elif final in "G`":
            self.column = min(self.columns, n) - 1
        elif final == "d":
            self.row = min(self.rows, n) - 1
        elif final in "JK":
            self.clear(final, numbers[0] if numbers else 0, row, column)
        elif final == "X":
            self.erase(row, column, min(self.columns, column + n))
        elif final in "P@":
            for grid, empty in ((self.cells, " "), (self.styles, PLAIN)):
                for _ in range(min(n, self.columns - column)):
                    out, into = (column, self.columns - 1) if final == "P" else (self.columns - 1, column)
                    del grid[row][out]
                    grid[row].insert(into, empty)
        elif final in "ML":
            self.scroll(n if final == "M" else -n, top=row)
        elif final in "ST":
            self.scroll(n if final == "S" else -n)
        elif final == "b":
            for _ in range(n):
                self.show(self.last)
        elif final == "r":
            self.top = (numbers[0] or 1) - 1 if numbers else 0
            self.bottom = (numbers[1] if len(numbers) > 1 and numbers[1] else self.rows) - 1
            self.row = self.column = 0

    def clear(self, final, mode, row, column):
        start, end = (0 if mode else column), (column + 1 if mode == 1 else self.columns)
        self.erase(row, start, end)
        if final == "J":
            for other in range(row + 1, self.rows) if mode == 0 else range(row) if mode == 1 else range(self.rows):
                self.erase(other, 0, self.columns)

    def attributes(self, numbers):
        numbers = list(numbers)
        while numbers:
            number = numbers.pop(0)
            if number == 0:
                self.style = PLAIN
            elif number in (38, 48):
                field, colour = ("foreground", "background")[number == 48], None
                if numbers and numbers.pop(0) == 5 and numbers:
                    colour = numbers.pop(0)
                self.style = self.style._replace(**{field: colour})
            elif number in ATTRIBUTES:
                self.style = self.style._replace(**ATTRIBUTES[number])


class Terminal:
    """A program in a pty.  `expect` waits for what the screen shall show and fails with the screen."""

    def __init__(self, command, rows=40, columns=120, env=None, limit=20.0):
        self.screen, self.limit, self.status = Screen(rows, columns), limit, None
        self.received = 0  # bytes
        self.drawing = True  # off: what comes is only timed and counted
        self.last_byte = time.perf_counter()
        self.decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self.started = time.perf_counter()
        try:
            self.pid, self.fd = pty.fork()
        except OSError as error:
            raise unittest.SkipTest(f"no pseudo-terminal can be had here: {error}") from error
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            try:
                os.execvpe(command[0], command, {**os.environ, "TERM": "xterm-256color", **(env or {})})
            finally:
                os._exit(127)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def send(self, keys):
        os.write(self.fd, keys.encode())

    def resize(self, rows, columns):
        self.screen.resize(rows, columns)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, seconds):
        """Takes in what comes within `seconds`; False where nothing came or the program has ended."""
        if not select.select([self.fd], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self.fd, 65536)
        except OSError:
            data = b""
        if not data:
            return False
        self.last_byte = time.perf_counter()
        self.received += len(data)
        if self.drawing:
            self.screen.feed(self.decode(data))
        return True

    def settle(self, quiet=0.15):
        """Waits until the program has been silent for `quiet` seconds."""
        deadline = time.monotonic() + self.limit
        while self.read(quiet) and time.monotonic() < deadline:
            pass
        return self.screen.text()

    def wait(self, condition, what):
        deadline = time.monotonic() + self.limit
        while not condition(self.screen):
            if time.monotonic() > deadline:
                raise AssertionError(f"{what} did not come; the screen:\n{self.screen.text()}")
            if not self.read(0.1) and self.ended():
                if condition(self.screen):
                    return
                raise AssertionError(f"{what} did not come before the program ended; the screen:\n{self.screen.text()}")

    def expect(self, *texts):
        for text in texts:
            self.wait(lambda screen: text in screen.text(), repr(text))

    def keys(self, keys, *texts):
        """Sends keys, lets the program come to rest, then expects texts."""
        self.send(keys)
        self.settle()
        self.expect(*texts)

    def ended(self):
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
        return self.status is not None

    def finish(self):
        """Waits for the program's end; its exit code."""
        deadline = time.monotonic() + self.limit
        while not self.ended():
            self.read(0.02)
            if time.monotonic() > deadline:
                raise AssertionError(f"the program did not end; the screen:\n{self.screen.text()}")
        while self.read(0.02):
            pass
        return self.status

    def close(self):
        if not self.ended():
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self.fd)


def run_tests(tests):
    """Runs functions named after what they show, prints TAP lines, gives the exit code. SkipTest skips."""
    import traceback
    failed = 0
    for test in tests:
        name = test.__name__.replace("_", " ")
        try:
            test()
            print(f"ok {name}", flush=True)
        except unittest.SkipTest as reason:
            print(f"ok {name} # SKIP {reason}", flush=True)
        except Exception as error:
            failed += 1
            print(f"not ok {name}: {str(error) or type(error).__name__}", flush=True)
            if not isinstance(error, AssertionError):
                traceback.print_exc()
    return failed != 0
