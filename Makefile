# chuanda: `make run` and `make test` are all that a newcomer needs; `make help` lists the rest.

BUILD ?= build
MODE ?= release
PREFIX ?= /usr/local
JOBS ?= $(shell nproc 2>/dev/null || echo 2)
ifeq ($(filter -j% --jobserver%,$(MAKEFLAGS)),)
  MAKEFLAGS += -j$(JOBS)
endif

WARN := -std=c17 -Wall -Wextra -Wpedantic -Wshadow -Wconversion
ifeq ($(MODE),sanitize)
  OPT := -O1 -g -fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined
else ifeq ($(MODE),release)
  OPT := -O2 -g
else
  $(error MODE is release or sanitize, not $(MODE))
endif
OUT := $(BUILD)/$(MODE)
# Each step is one short line; V=1 shows the whole commands.
V ?= 0
SAY := @$(if $(filter 1,$(V)),true,echo)
RUN := $(if $(filter 1,$(V)),,@)
CFLAGS ?=
ALL_CFLAGS = $(WARN) $(OPT) -D_POSIX_C_SOURCE=200809L -Iinclude -Isrc $(PKG_CFLAGS) $(CFLAGS)
LIBS = $(PKG_LIBS) -lm

LIB_SRC := $(sort $(wildcard src/base/*.c src/text/*.c src/import/*.c src/parse/*.c src/library/*.c src/trace/*.c))
APP_SRC := $(sort $(wildcard src/reader/*.c src/commands/*.c))
LIB_OBJ := $(LIB_SRC:%.c=$(OUT)/%.o)
APP_OBJ := $(APP_SRC:%.c=$(OUT)/%.o)
TESTS := $(sort $(wildcard tests/*/test_*.c))
TEST_BIN := $(TESTS:tests/%.c=$(OUT)/tests/%)
TEST_PY := $(sort $(wildcard tests/*/test_*.py))
SAMPLE := docs/sample/floods.txt
SHARED ?= ../shared

.PHONY: all run test check score bench bench-large fuzz install uninstall clean help programs
all: chuanda

# What must be there before the first compiler call: these two files hold the flags of pkg-config, and making
# them installs what is missing.  GNU make makes an included file first and then starts anew.
NO_BUILD := clean help uninstall
ifneq ($(if $(MAKECMDGOALS),$(filter-out $(NO_BUILD),$(MAKECMDGOALS)),all),)
  include $(BUILD)/build.mk
endif
ifneq ($(filter test programs $(BUILD)/%,$(MAKECMDGOALS)),)
  include $(BUILD)/test.mk
endif
$(BUILD)/build.mk $(BUILD)/test.mk: $(BUILD)/%.mk: .ci/dependencies
	@mkdir -p $(BUILD)
	@sh .ci/dependencies $* $@

$(OUT)/%.o: %.c
	@mkdir -p $(dir $@)
	$(SAY) "  CC   $<"
	$(RUN)$(CC) $(ALL_CFLAGS) -MMD -MP -c $< -o $@

$(OUT)/libchuanda.a: $(LIB_OBJ)
	@rm -f $@; ar rcs $@ $^
$(OUT)/libprogram.a: $(APP_OBJ)
	@mkdir -p $(dir $@); rm -f $@; ar rcs $@ $^
$(OUT)/chuanda: $(OUT)/src/main.o $(OUT)/libprogram.a $(OUT)/libchuanda.a
	$(SAY) "  LINK $@"
	$(RUN)$(CC) $(ALL_CFLAGS) $^ -o $@ $(LIBS)
chuanda: $(OUT)/chuanda
	@cp -f $< $@
	@rm -f $(BUILD)/sample.db # what an older program recognised

run: chuanda
	@./chuanda --library $(BUILD)/sample.db $(SAMPLE)

$(OUT)/tests/%: tests/%.c $(OUT)/libprogram.a $(OUT)/libchuanda.a
	@mkdir -p $(dir $@)
	$(SAY) "  LINK $@"
	$(RUN)$(CC) $(ALL_CFLAGS) -Itests -MMD -MP -MF $@.d -MT $@ $< $(OUT)/libprogram.a $(OUT)/libchuanda.a -o $@ $(LIBS) $(TEST_LIBS)
programs: $(OUT)/chuanda $(TEST_BIN)

test: $(OUT)/chuanda $(TEST_BIN)
	@python3 tests/run.py --program $(OUT)/chuanda $(TEST_BIN) $(TEST_PY)

check:
	@sh tests/check.sh

score: $(OUT)/chuanda
	@python3 tests/score.py --program $(OUT)/chuanda --shared $(SHARED)

bench: $(OUT)/chuanda
	@python3 tests/bench/bench.py --program $(OUT)/chuanda --shared $(SHARED)

bench-large: $(OUT)/chuanda
	@python3 tests/bench/large.py --program $(OUT)/chuanda --documents 10000

FUZZ := $(sort $(wildcard tests/fuzz/fuzz_*.c))
FUZZ_SECONDS ?= 20
$(BUILD)/fuzz/%: tests/fuzz/%.c $(LIB_SRC)
	@mkdir -p $(dir $@) $@.corpus
	clang $(WARN) -O1 -g -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined -D_POSIX_C_SOURCE=200809L \
	  -Iinclude -Isrc $(PKG_CFLAGS) $< $(LIB_SRC) -o $@ $(LIBS)
fuzz: $(FUZZ:tests/%.c=$(BUILD)/%)
	@for f in $^; do echo "== $$f"; $$f -max_total_time=$(FUZZ_SECONDS) -timeout=10 -print_final_stats=0 -verbosity=0 $$f.corpus || exit 1; done

install: chuanda
	@mkdir -p $(DESTDIR)$(PREFIX)/bin
	install -m 755 chuanda $(DESTDIR)$(PREFIX)/bin/chuanda
uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/chuanda

clean:
	rm -rf $(BUILD) chuanda

help:
	@echo "make run        build, and open the sample compilation in the reader"
	@echo "make test       build, and run every test (MODE=sanitize: under the address and undefined-behaviour sanitizers)"
	@echo "make            build ./chuanda"
	@echo "make check      rooms, lengths, format, and warnings with gcc and clang"
	@echo "make score      measure the recognition against the gold in $(SHARED)"
	@echo "make bench      time to the first frame, and per key, beside less (bench-large: in a library of 10,000 documents)"
	@echo "make fuzz       fuzz the pure rooms (clang; FUZZ_SECONDS=$(FUZZ_SECONDS) for each target)"
	@echo "make install    to PREFIX=$(PREFIX); make uninstall takes it away"
	@echo "make clean      remove what was built"
	@echo "V=1 shows whole commands. What is missing to build or test is installed with apt-get where that can be done, and named elsewhere."

-include $(LIB_OBJ:.o=.d) $(APP_OBJ:.o=.d) $(TEST_BIN:=.d) $(OUT)/src/main.d
