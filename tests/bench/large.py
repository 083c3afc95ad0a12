#!/usr/bin/env python3
"""How the reader and its questions fare in a large library of invented readouts, through a pty of 120x40.

usage: large.py --program CHUANDA [--documents N] [--library PATH]

A readout of a national meeting is passed on by provinces and cities in words of their own, over twenty years.  Printed
are the ms to the first frame, from J to rest (all follow-ups of a document, counted), and how large memory grew.
With --library the library is kept, and taken as it is where it exists.
"""
import argparse, os, random, subprocess, sys, tempfile, time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from bench import burst, first_frame, key, show
from vt import Terminal

PLACES = {"江苏省": ["南京", "苏州", "徐州"], "四川省": ["成都", "绵阳", "宜宾"], "河北省": ["石家庄", "保定", "邢台"],
          "福建省": ["福州", "泉州", "龙岩"], "云南省": ["昆明", "曲靖", "玉溪"], "辽宁省": ["沈阳", "锦州", "抚顺"]}
VERBS = "加固 抢修 疏浚 清查 修缮 补种 储备 调运 排查 核实 公示 培训 安置 减免 督办 扩建 改造 整治 登记 回访".split()
WHOSE = "沿江 城北 乡村 山区 老旧 新建 偏远 低洼 重点 小型 公办 民营 季节性 跨区 试点 闲置 在册 返乡 高龄 受灾".split()
WHAT = ("堤防 水库 涵闸 沟渠 校舍 桥梁 仓库 管网 茶园 果林 渔港 车站 食堂 诊所 档案 账目 种子 农机 合同 住房 "
        "电站 矿井 市场 码头 班车 药品 教师 工匠 牧场 苗圃").split()
ENDS = "，月底前报结果".split() + ["，一户一策", "，由专人负责", "，不留死角", "，按季公开", "，先急后缓", "，逐项销号", ""]


def demand(chance):
    return f"要{chance.choice(VERBS)}{chance.choice(WHOSE)}{chance.choice(WHAT)}{chance.choice(ENDS)}"


def readout(title, day, lead, demands, chance):
    paragraphs = ["。".join(demands[i:i + 4]) + "。" for i in range(0, len(demands), 4)]
    return "\n".join([title, "", f"{day.year}年{day.month}月{day.day}日，{lead}"] + [f"会议强调，{p}" for p in paragraphs]) + "\n\n\n"


def compilation(number, chance):
    """A national meeting and those of every province and city that pass it on: 25 documents."""
    class Day:
        def __init__(self, offset):
            t = time.gmtime(946684800 + 86400 * (number * 3 % 7300 + offset))
            self.year, self.month, self.day = t.tm_year, t.tm_mon, t.tm_mday
    top = [demand(chance) for _ in range(16)]
    day = Day(0)
    texts = [readout("中共中央政治局召开会议", day, "中共中央政治局召开会议，研究防灾减灾工作。", top, chance)]
    named = f"{day.month}月{day.day}日中央政治局会议精神"
    for province, cities in PLACES.items():
        for step, (place, body) in enumerate([(province, province[:-1] + "省委")] + [(c, c + "市委") for c in cities]):
            own = chance.sample(top, 5) + [demand(chance) for _ in range(7)]
            chance.shuffle(own)
            texts.append(readout(f"{body}常委会召开会议", Day(1 + step), f"{body}常委会召开会议，传达学习{named}。", own, chance))
    return "".join(texts)


def fill(program, library, documents):
    """Seconds to take the documents in."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(documents // 25):
            with open(os.path.join(folder, f"{number:05}.txt"), "w", encoding="utf-8") as file:
                file.write(compilation(number, random.Random(number)))
        start = time.perf_counter()
        subprocess.run([program, "add", "--library", library, folder], stdout=subprocess.DEVNULL, check=True)
        return time.perf_counter() - start


def peak(pid):
    with open(f"/proc/{pid}/status") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--documents", type=int, default=5000)
    parser.add_argument("--library")
    options = parser.parse_args()
    program = os.path.abspath(options.program)
    with tempfile.TemporaryDirectory() as folder:
        library = options.library or os.path.join(folder, "library.db")
        if not os.path.exists(library):
            seconds = fill(program, library, options.documents)
            print(f"taken in: {options.documents} documents in {seconds:.1f} s, {os.path.getsize(library) / 1e6:.0f} MB")
        env = dict(os.environ, XDG_STATE_HOME=folder, XDG_DATA_HOME=folder)
        with Terminal([program, "--library", library], env=env) as terminal:
            frame, rest = first_frame(terminal)
            times = [t for t in (key(terminal, "J") for _ in range(12)) if t]
            burst(terminal, 2)
            print(f"{'ms':34}{'median':>9}{'least':>9}{'95 %':>9}{'runs':>6}")
            show("first frame", [frame])
            show("first frame, to rest", [rest])
            show("J", [t[0] for t in times])
            show("J, to rest", [t[1] for t in times])
            print(f"memory: {peak(terminal.pid):.0f} MB")


if __name__ == "__main__":
    main()
