# chuanda: `make run` and `make test` are all that a newcomer needs; `make help` lists the rest.

BUILD ?= build
CC ?= gcc
MODE ?= release
PKGS := ncursesw icu-uc icu-i18n sqlite3

WARN := -std=c17 -Wall -Wextra -Wpedantic -Wshadow -Wconversion
ifeq ($(MODE),sanitize)
  OPT := -O1 -g -fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined
else
  OPT := -O2 -g
endif
OUT := $(BUILD)/$(MODE)
CFLAGS ?=
ALL_CFLAGS = $(WARN) $(OPT) -D_POSIX_C_SOURCE=200809L -Iinclude -Isrc $(shell pkg-config --cflags $(PKGS)) $(CFLAGS)
LIBS = $(shell pkg-config --libs $(PKGS)) -lm

LIB_SRC := $(sort $(wildcard src/base/*.c src/text/*.c src/import/*.c src/parse/*.c src/library/*.c src/trace/*.c))
APP_SRC := $(sort $(wildcard src/reader/*.c src/commands/*.c))
LIB_OBJ := $(LIB_SRC:%.c=$(OUT)/%.o)
APP_OBJ := $(APP_SRC:%.c=$(OUT)/%.o)
TESTS := $(sort $(wildcard tests/*/test_*.c))
TEST_BIN := $(TESTS:tests/%.c=$(OUT)/tests/%)
TEST_LIBS = $(shell pkg-config --libs cmocka vterm) -lutil

.PHONY: all run test clean deps test-deps help test-programs
all: chuanda

$(OUT)/%.o: %.c
	@mkdir -p $(dir $@)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c $< -o $@

$(OUT)/libchuanda.a: $(LIB_OBJ)
	@rm -f $@; ar rcs $@ $^
$(OUT)/libprogram.a: $(APP_OBJ)
	@rm -f $@; ar rcs $@ $^
$(OUT)/chuanda: $(OUT)/src/main.o $(OUT)/libprogram.a $(OUT)/libchuanda.a
	$(CC) $(ALL_CFLAGS) $^ -o $@ $(LIBS)
chuanda: $(OUT)/chuanda
	@cp -f $< $@

$(OUT)/tests/%: tests/%.c $(OUT)/libprogram.a $(OUT)/libchuanda.a
	@mkdir -p $(dir $@)
	$(CC) $(ALL_CFLAGS) -Itests -MMD -MP $< $(OUT)/libprogram.a $(OUT)/libchuanda.a -o $@ $(LIBS) $(TEST_LIBS)
test-programs: $(TEST_BIN)

clean:
	rm -rf $(BUILD) chuanda

-include $(LIB_OBJ:.o=.d) $(APP_OBJ:.o=.d) $(TEST_BIN:=.d) $(OUT)/src/main.d
