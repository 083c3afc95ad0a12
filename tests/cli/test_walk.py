"""Walks through the reader by keys alone: on the sample, and on the compilations of ../shared where they are there."""
import glob, os, re, sys, tempfile, unittest

from vt import Terminal, run_tests

PROGRAM = os.environ["CHUANDA"]
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SAMPLE = os.path.join(ROOT, "docs", "sample", "floods.txt")
CORPUS = os.path.join(ROOT, "..", "shared", "corpus")
BACK = "\x7f"


class Reader(Terminal):
    def __init__(self, library, *files):
        folder = os.path.dirname(library)
        super().__init__([PROGRAM, "--library", library, *files], rows=60, columns=150,
                         env={"XDG_STATE_HOME": os.path.join(folder, "state")})
        self.expect("帮助")  # what is taken in may keep it silent for a while before
        self.settle()

    def row(self):
        """What the cursor's row says: it is in reverse, as are the headings above and the status line below."""
        rows = [text for row, text in self.screen.reversed_rows().items() if 0 < row < self.screen.rows - 1]
        return rows[0].lstrip("▸") if rows else ""

    def move_to(self, *texts):
        """Goes down in the list that has the focus to the row that has all the texts."""
        self.keys("g")
        for _ in range(200):
            if all(text in self.row() for text in texts):
                return
            before = self.screen.reversed_rows()
            self.keys("j")
            if self.screen.reversed_rows() == before:
                break
        raise AssertionError(f"no row with {texts}; the screen:\n{self.screen.text()}")

    def open(self, *texts):
        self.keys("1")
        self.move_to(*texts)
        self.keys("\r")

    def choose(self, *texts):
        """Takes the first row with the texts of the chooser that is open, by its number."""
        for number, row in re.findall(r"[|│](\d)[ >]([^|│]*)[|│]", self.screen.text()):
            if all(text in row for text in texts):
                self.keys(number)
                return
        raise AssertionError(f"no choice with {texts}; the screen:\n{self.screen.text()}")

    def heading(self):
        return self.screen.line(0)

    def at(self, *texts):
        for text in texts:
            assert text in self.heading(), f"not at {text}; the screen:\n{self.screen.text()}"

    def leave(self):
        self.send("q")
        assert self.finish() == 0, "the exit code is not 0"


def library():
    return os.path.join(tempfile.mkdtemp(), "library.db")


def corpus(*names):
    files = [found for name in names for found in glob.glob(os.path.join(CORPUS, name + "_*.txt"))]
    if len(files) < len(names):
        raise unittest.SkipTest("no compilations in ../shared/corpus")
    return files


def from_the_capital_to_the_county_and_back():
    path = library()
    with Reader(path, SAMPLE) as reader:
        reader.expect("中央 9", "澜川省 7", "临溪市 8", "白苇县 2")
        reader.open("07-18")
        reader.expect("中央 07-18 → 澜川省 07-19 (+1天) → 临溪市 07-20 (+2天)")
        reader.keys("3")
        reader.move_to("要毫不放松做好退水期巡堤查险")
        directive = reader.row()
        reader.keys("\r", "07-19", "07-20", "07-21")
        reader.choose("白苇县", "07-21")
        reader.at("2031-07-21", "白苇县")
        assert "巡查频次不减" in reader.screen.text()
        reader.keys(BACK)
        reader.at("2031-07-18")
        assert reader.row() == directive, f"not back at the directive: {reader.row()!r}"
        reader.keys(">")
        reader.at("2031-07-21", "白苇县")
        reader.leave()


def up_and_down():
    with Reader(library(), SAMPLE) as reader:
        reader.open("07-18")
        reader.keys("d", "07-19", "07-20", "07-21")
        reader.choose("07-19")
        reader.at("2031-07-19")
        reader.keys("u")
        reader.at("2031-07-18")
        reader.leave()


def a_word_is_found_everywhere():
    with Reader(library(), SAMPLE) as reader:
        reader.open("07-18")
        reader.keys("/巡查频次\r", "1/1")
        reader.leave()


def a_bookmark_and_the_place_are_kept():
    path = library()
    with Reader(path, SAMPLE) as reader:
        reader.open("07-18")
        reader.keys("2")
        reader.keys("/退水期巡堤查险\r")
        reader.keys("vllllllm")
        reader.keys("各级都在讲\r")
        reader.leave()
    with Reader(path, SAMPLE) as reader:
        reader.at("2031-07-18")
        reader.keys("'", "各级都在讲")
        reader.keys("\x1b")
        reader.leave()


def the_walk_on_the_first_compilation():
    files = corpus("000")
    path = library()
    with Reader(path, *files) as reader:
        reader.expect("中央 17", "湖北省 11", "黄冈市 16")
        reader.open("02-26")
        reader.at("2020-02-26")
        reader.expect("中央 02-26 → 湖北省 02-27 (+1天) → 黄冈市 02-27 (+1天)")
        reader.keys("3")
        reader.keys("gjj")  # the third directive: the first of what 会议强调 introduces
        directive = reader.row()
        for place, others in (("湖北省", "黄冈市"), ("黄冈市", "湖北省")):
            reader.keys("\r", "02-27", others)
            reader.choose(place, "02-27")
            reader.at("2020-02-27")
            reader.keys(BACK)
            reader.at("2020-02-26")
            assert reader.row() == directive, f"not back at the directive: {reader.row()!r}"
        for place in ("湖北省", "黄冈市"):
            reader.keys("d", "02-27", "湖北省", "黄冈市")
            reader.choose(place, "02-27")
            reader.at("2020-02-27")
            reader.keys("u")
            reader.at("2020-02-26")
        reader.keys("2")
        reader.keys("/会议强调\r")
        reader.keys("vllllm")
        reader.keys("从这里开始\r")
        reader.leave()
    with Reader(path, *files) as reader:
        reader.at("2020-02-26")
        reader.keys("'", "从这里开始")
        reader.keys("\x1b")
        reader.leave()


def across_two_compilations():
    with Reader(library(), *corpus("000", "002")) as reader:
        reader.keys("1")
        reader.move_to("湖北省")
        while "02-23" not in reader.row():
            reader.keys("j", "省委常委会")
        reader.keys("\r")
        reader.at("2020-02-23", "省委召开常委会会议")
        reader.keys("u", "02-23")
        reader.choose("讲话")
        reader.at("2020-02-23", "会议上的讲话")
        reader.leave()


if __name__ == "__main__":
    sys.exit(run_tests([
        from_the_capital_to_the_county_and_back, up_and_down, a_word_is_found_everywhere,
        a_bookmark_and_the_place_are_kept, the_walk_on_the_first_compilation, across_two_compilations]))
