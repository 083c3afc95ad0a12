#include "chuanda/charset.h"

#include "chuanda/memory.h"
#include "chuanda/utf8.h"
#include "simplified.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucsdet.h>
#include <unicode/ustring.h>

enum {
    SAMPLE_BYTES = 16384, /* of these the charset is told */
    PLAUSIBLE = 40,       /* per cent of a sample's characters beyond ASCII that must be common ones */
    BINARY_SHARE = 10     /* one character in so many a control or faulty: no text */
};

/*
 * The Chinese characters used most, and the marks: of any Chinese text they are the larger part, of bytes
 * decoded by the wrong charset nearly none.  Simplified; what is looked up is simplified before.
 */
static const char common[] = "，。、；：“”（）《》？！　的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也"
                             "你对生能而子那得于着下自之年过"
                             "发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心"
                             "她本前开但因只从想实日军者意无力"
                             "它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政"
                             "美相见被利什二等产或新己制身果加"
                             "西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入"
                             "几口认条平系气题活尔更别打女变四"
                             "神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社"
                             "便空决治展马科司五基眼书非则听白"
                             "却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共"
                             "确传师观清今切院让识候带导争运"
                             "党委省县议局落习近贯彻防控坚持强调督促推紧抓疫情灾救";

/* A bit for each code point of the BMP that is common. */
struct common_set {
    unsigned char bits[0x10000 / 8];
};

static void fill(struct common_set *set)
{
    memset(set, 0, sizeof *set);
    for (size_t at = 0; at < sizeof common - 1;) {
        uint32_t code_point = utf8_next((struct slice){.bytes = common, .length = sizeof common - 1}, &at);
        set->bits[code_point / 8] |= (unsigned char)(1U << code_point % 8);
    }
}

static bool is_common(const struct common_set *set, uint32_t code_point)
{
    code_point = simplify(code_point);
    return (set->bits[code_point / 8] & 1U << code_point % 8) != 0;
}

/* What ICU made of some bytes. */
struct units {
    UChar *items; /* owned */
    size_t count;
    size_t faults;
};

static bool is_control(uint32_t code_point)
{
    return code_point < ' ' && code_point != '\t' && code_point != '\n' && code_point != '\r' && code_point != '\f';
}

/* Where count_fault, which ICU calls for each faulty stretch, counts. */
struct fault_counter {
    size_t *faults;
};

static void count_fault(const void *context, UConverterToUnicodeArgs *arguments, const char *bytes, int32_t length,
                        UConverterCallbackReason reason, UErrorCode *error)
{
    (void)bytes;
    (void)length;
    if (reason > UCNV_IRREGULAR)
        return;
    static const UChar replacement = 0xFFFD;
    const struct fault_counter *counter = context;
    ++*counter->faults;
    *error = U_ZERO_ERROR;
    ucnv_cbToUWriteUChars(arguments, &replacement, 1, 0, error);
}

/* Decodes by ICU; `whole` is false for a sample, which may end within a character. False: no such charset. */
static bool to_units(struct slice bytes, const char *charset, bool whole, struct units *units)
{
    *units = (struct units){0};
    UErrorCode error = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(charset, &error);
    if (U_FAILURE(error))
        return false;
    struct fault_counter counter = {&units->faults};
    ucnv_setToUCallBack(converter, count_fault, &counter, NULL, NULL, &error);
    size_t capacity = bytes.length * 2 + 2; /* no charset makes more than two units of a byte */
    units->items = mem_new(capacity, sizeof *units->items);
    UChar *target = units->items;
    const char *source = bytes.bytes;
    ucnv_toUnicode(converter, &target, units->items + capacity, &source, bytes.bytes + bytes.length, NULL, whole,
                   &error);
    units->count = (size_t)(target - units->items);
    ucnv_close(converter);
    return true;
}

/* Of the characters beyond ASCII, how many per cent are common? 100 where all is ASCII. */
static int chinese_share(const struct units *units)
{
    struct common_set set;
    fill(&set);
    size_t all = 0;
    size_t found = 0;
    for (size_t i = 0; i < units->count; i++) {
        if (units->items[i] < 0x80 && !is_control(units->items[i]))
            continue;
        all++;
        found += is_common(&set, units->items[i]);
    }
    return all == 0 ? 100 : (int)(found * 100 / all);
}

/* Of the stretches beyond ASCII, how many per cent are UTF-8? */
static int utf8_share(struct slice bytes)
{
    size_t valid = 0;
    size_t faulty = 0;
    for (size_t at = 0; at < bytes.length;) {
        size_t start = at;
        uint32_t code_point = utf8_next(bytes, &at);
        valid += at - start > 1;
        faulty += at - start == 1 && code_point >= 0x80;
    }
    return valid == 0 ? 0 : (int)(valid * 100 / (valid + faulty));
}

/* May bytes in this charset hold NULs? */
static bool is_wide(const char *charset)
{
    return strncmp(charset, "UTF-16", 6) == 0 || strncmp(charset, "UTF-32", 6) == 0;
}

/* ICU's guess, for the caller to free; NULL: none. Its UTF-16 without a mark is noise, or has its bytes swapped. */
static char *icu_guess(struct slice sample)
{
    UErrorCode error = U_ZERO_ERROR;
    UCharsetDetector *detector = ucsdet_open(&error);
    ucsdet_setText(detector, sample.bytes, (int32_t)sample.length, &error);
    const UCharsetMatch *guess = ucsdet_detect(detector, &error);
    const char *name = guess == NULL ? NULL : ucsdet_getName(guess, &error);
    char *copy = U_FAILURE(error) || name == NULL || is_wide(name) ? NULL : mem_copy(name);
    ucsdet_close(detector);
    return copy;
}

/* The charset that a byte-order mark names; NULL: none. */
static const char *marked(struct slice bytes)
{
    static const struct {
        struct slice mark;
        const char *charset;
    } marks[] = {{{"\xEF\xBB\xBF", 3}, "UTF-8"},    {{"\xFF\xFE\0\0", 4}, "UTF-32LE"},
                 {{"\0\0\xFE\xFF", 4}, "UTF-32BE"}, {{"\xFF\xFE", 2}, "UTF-16LE"},
                 {{"\xFE\xFF", 2}, "UTF-16BE"},     {{"\x84\x31\x95\x33", 4}, "GB18030"}};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (slice_starts(bytes, marks[i].mark))
            return marks[i].charset;
    return NULL;
}

/* The charset of bytes without a mark that are no valid UTF-8, or hold NULs; for the caller to free. */
static char *detect(struct slice bytes)
{
    static const char *const candidates[] = {"UTF-16LE", "UTF-16BE", "GB18030", "Big5"};
    struct slice sample = slice_part(bytes, 0, SAMPLE_BYTES);
    size_t beyond = 0;
    while (beyond < bytes.length && (unsigned char)bytes.bytes[beyond] < 0x80)
        beyond++;
    struct slice telling = slice_part(bytes, beyond, beyond + SAMPLE_BYTES); /* a long ASCII head tells nothing */
    const char *best = "UTF-8";
    int best_share = utf8_share(telling);
    for (size_t i = 0; i < sizeof candidates / sizeof candidates[0]; i++) {
        struct units units;
        if (!to_units(i < 2 ? sample : telling, candidates[i], false, &units))
            continue;
        int share = chinese_share(&units);
        free(units.items);
        if (share > best_share) {
            best = candidates[i];
            best_share = share;
        }
    }
    char *guess = best_share >= PLAUSIBLE ? NULL : icu_guess(telling);
    return guess == NULL ? mem_copy(best) : guess;
}

/* UTF-8 as it is, with each faulty stretch made one U+FFFD. */
static void repair(struct slice bytes, struct decoded *decoded)
{
    struct buffer text = {0};
    bool in_fault = false;
    buffer_add(&text, slice_of(""));
    for (size_t at = 0; at < bytes.length;) {
        size_t start = at;
        uint32_t code_point = utf8_next(bytes, &at);
        bool faulty = at - start == 1 && code_point >= 0x80;
        if (!faulty)
            buffer_add(&text, slice_part(bytes, start, at));
        else if (!in_fault)
            utf8_add(&text, code_point);
        decoded->replaced += faulty && !in_fault;
        in_fault = faulty;
    }
    decoded->length = text.length;
    decoded->text = buffer_take(&text);
}

static void from_utf8(struct slice bytes, struct decoded *decoded)
{
    if (!utf8_valid(bytes)) {
        repair(bytes, decoded);
        return;
    }
    decoded->text = slice_copy(bytes);
    decoded->length = bytes.length;
}

static void from_units(struct units *units, struct decoded *decoded)
{
    for (size_t i = 0; i < units->count; i++) {
        if (units->items[i] != 0)
            continue;
        units->items[i] = 0xFFFD; /* the text ends with NUL and so must hold none */
        units->faults++;
    }
    size_t capacity = units->count * 3 + 1;
    decoded->text = mem_new(capacity, 1);
    int32_t length = 0;
    UErrorCode error = U_ZERO_ERROR;
    u_strToUTF8WithSub(decoded->text, (int32_t)capacity, &length, units->items, (int32_t)units->count, 0xFFFD, NULL,
                       &error);
    decoded->length = (size_t)length;
    decoded->replaced = units->faults;
}

static bool looks_binary(const struct decoded *decoded)
{
    struct slice text = {.bytes = decoded->text, .length = decoded->length};
    size_t all = 0;
    size_t odd = 0;
    for (size_t at = 0; at < text.length; all++) {
        uint32_t code_point = utf8_next(text, &at);
        odd += is_control(code_point) || code_point == 0xFFFD;
    }
    return odd * BINARY_SHARE > all;
}

static void drop_mark(struct decoded *decoded)
{
    if (!slice_starts((struct slice){.bytes = decoded->text, .length = decoded->length}, slice_of("\xEF\xBB\xBF")))
        return;
    decoded->length -= 3;
    memmove(decoded->text, decoded->text + 3, decoded->length + 1);
}

/* The name as IANA has it, the one preferred for MIME first (GB18030), where ICU knows the charset. */
static char *iana_name(const char *charset)
{
    UErrorCode error = U_ZERO_ERROR;
    const char *name = ucnv_getStandardName(charset, "MIME", &error);
    if (name == NULL) {
        error = U_ZERO_ERROR;
        name = ucnv_getStandardName(charset, "IANA", &error);
    }
    return mem_copy(name == NULL ? charset : name);
}

static char *choose(struct slice bytes, const char *forced, bool has_nul)
{
    const char *named = forced != NULL ? forced : marked(bytes);
    if (named == NULL && !has_nul && utf8_valid(bytes))
        named = "UTF-8";
    if (named != NULL)
        return iana_name(named);
    char *detected = detect(bytes);
    char *name = iana_name(detected);
    free(detected);
    return name;
}

/* Fills text, length and replaced by decoded->charset; false: there is no such charset. */
static bool decode(struct slice bytes, struct decoded *decoded)
{
    if (strcmp(decoded->charset, "UTF-8") == 0) {
        from_utf8(bytes, decoded);
        return true;
    }
    struct units units;
    if (decoded->charset[0] == '\0' || !to_units(bytes, decoded->charset, true, &units))
        return false;
    from_units(&units, decoded);
    free(units.items);
    return true;
}

enum status charset_decode(struct slice bytes, const char *forced, struct decoded *decoded, struct problem *problem)
{
    bool has_nul = bytes.length > 0 && memchr(bytes.bytes, '\0', bytes.length) != NULL;
    *decoded = (struct decoded){.charset = choose(bytes, forced, has_nul)};
    enum status status = STATUS_OK;
    if (has_nul && !is_wide(decoded->charset))
        status =
            problem_raise(problem, STATUS_FAILED, "it holds NUL bytes and so is no text; convert it to a text file");
    else if (!decode(bytes, decoded))
        status = problem_raise(problem, STATUS_FAILED, "there is no charset “%s”; try UTF-8, GB18030 or Big5",
                               decoded->charset);
    else if (looks_binary(decoded))
        status = problem_raise(problem, STATUS_FAILED, "it is binary, no text; convert it to a text file");
    else
        drop_mark(decoded);
    if (status != STATUS_OK)
        decoded_free(decoded);
    return status;
}

void decoded_free(struct decoded *decoded)
{
    free(decoded->text);
    free(decoded->charset);
    *decoded = (struct decoded){0};
}
