#!/bin/sh
# The checks that no test makes: rooms, lengths, format, warnings.  Ends with `N passed, N failed`.
set -u
cd "$(dirname "$0")/.." || exit 1
passed=0 failed=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# verdict NAME: passes where $work/found is empty
verdict() {
    if [ -s "$work/found" ]; then
        failed=$((failed + 1))
        echo "not ok $1"
        sed 's/^/    /' "$work/found"
    else
        passed=$((passed + 1))
        echo "ok $1"
    fi
}

room() {
    grep -rnE "#include <$2" src include --include=*.c --include=*.h | grep -v "^src/$1/" >"$work/found"
    verdict "only src/$1 includes <$3>"
}
room reader '(n?curses[a-z]*/)?(n?curses|term|panel)\.h' ncurses.h
room library 'sqlite3\.h' sqlite3.h
room text 'unicode/' 'unicode/*.h'
grep -rn '#include <ctype.h>' src include >"$work/found"
verdict "no <ctype.h> on document bytes"

# A table of data is no code to be read: *_table.c may be longer.
find src include tests \( -name '*.c' -o -name '*.h' -o -name '*.py' \) ! -name '*_table.c' -exec wc -l {} + |
    awk '$2 != "total" && $1 > 500' >"$work/found"
verdict "no file has more than 500 lines"

if command -v clang-format >/dev/null; then
    find src include tests \( -name '*.c' -o -name '*.h' \) ! -name '*_table.c' -exec clang-format --dry-run {} + 2>&1 |
        grep 'warning:' >"$work/found"
    verdict "clang-format"
else
    echo "ok clang-format # SKIP not installed"
fi

for compiler in gcc clang; do
    if command -v $compiler >/dev/null; then
        make --no-print-directory CC=$compiler CFLAGS=-Werror BUILD="${BUILD:-build}/check-$compiler" programs >"$work/log" 2>&1 </dev/null &&
            : >"$work/found" || grep -E 'error|warning|\*\*\*' "$work/log" >"$work/found"
        verdict "$compiler gives no warning"
    else
        echo "ok $compiler gives no warning # SKIP not installed"
    fi
done

echo "$passed passed, $failed failed"
[ $failed = 0 ]
