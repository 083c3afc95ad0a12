#include "chuanda/document.h"

#include "chuanda/buffer.h"
#include "chuanda/memory.h"

#include <stdlib.h>
#include <string.h>

struct word {
    const char *name;
    const char *label;
};

static const struct word kinds[KINDS] = {
    [KIND_MEETING] = {"meeting", "会议"},         [KIND_SPEECH] = {"speech", "讲话"},
    [KIND_INSTRUCTION] = {"instruction", "指示"}, [KIND_ARTICLE] = {"article", "文章"},
    [KIND_POLICY] = {"policy", "文件"},           [KIND_NOTICE] = {"notice", "通知"},
    [KIND_AGENDA] = {"agenda", "议程"},
};

static const struct word levels[LEVELS] = {
    [LEVEL_NATIONAL] = {"national", "中央"}, [LEVEL_PROVINCE] = {"province", "省级"}, [LEVEL_CITY] = {"city", "市级"},
    [LEVEL_COUNTY] = {"county", "县级"},     [LEVEL_UNIT] = {"unit", "单位"},
};

static const char *const date_bases[] = {[DATE_NONE] = "none", [DATE_STATED] = "stated", [DATE_INFERRED] = "inferred"};

static const struct word manners[] = {
    [MANNER_RELAY] = {"relay", "传达"}, [MANNER_LISTED] = {"listed", "列出"}, [MANNER_MENTION] = {"mention", "提到"}};

static const struct word fields[FIELDS] = {
    [FIELD_BOUNDARY] = {"boundary", "起止"}, [FIELD_TITLE] = {"title", "标题"}, [FIELD_KIND] = {"kind", "种类"},
    [FIELD_LEVEL] = {"level", "层级"},       [FIELD_PLACE] = {"place", "地区"}, [FIELD_ORGAN] = {"organ", "机构"},
    [FIELD_DATE] = {"date", "日期"},         [FIELD_CHAIR] = {"chair", "主持"}, [FIELD_NUMBER] = {"number", "次数"},
    [FIELD_EVENT] = {"event", "会议名"},
};

const char *kind_name(enum kind kind)
{
    return kinds[kind].name;
}

const char *kind_label(enum kind kind)
{
    return kinds[kind].label;
}

const char *level_name(enum level level)
{
    return levels[level].name;
}

const char *level_label(enum level level)
{
    return levels[level].label;
}

const char *date_basis_name(enum date_basis basis)
{
    return date_bases[basis];
}

const char *manner_name(enum manner manner)
{
    return manners[manner].name;
}

const char *manner_label(enum manner manner)
{
    return manners[manner].label;
}

const char *field_name(enum field field)
{
    return fields[field].name;
}

const char *field_label(enum field field)
{
    return fields[field].label;
}

/* The index of a word among `count`, or `count`. */
static int find_word(const struct word *words, int count, const char *word)
{
    int i = 0;
    while (i < count && strcmp(words[i].name, word) != 0 && strcmp(words[i].label, word) != 0)
        i++;
    return i;
}

bool kind_read(const char *word, enum kind *kind)
{
    int i = find_word(kinds, KINDS, word);
    if (i < KINDS)
        *kind = (enum kind)i;
    return i < KINDS;
}

bool level_read(const char *word, enum level *level)
{
    int i = find_word(levels, LEVELS, word);
    if (i < LEVELS)
        *level = (enum level)i;
    return i < LEVELS;
}

bool field_read(const char *word, enum field *field)
{
    int i = find_word(fields, FIELDS, word);
    if (i < FIELDS)
        *field = (enum field)i;
    return i < FIELDS;
}

char *field_value_label(enum field field, const char *value)
{
    enum level level;
    enum kind kind;
    if (value == NULL || value[0] == '\0')
        return mem_copy("无");
    if (field == FIELD_LEVEL && level_read(value, &level))
        return mem_copy(level_label(level));
    if (field == FIELD_KIND && kind_read(value, &kind))
        return mem_copy(kind_label(kind));
    return mem_copy(value);
}

char *document_value(const struct document *document, enum field field)
{
    struct buffer value = {0};
    char date[11];
    const char *texts[FIELDS] = {[FIELD_TITLE] = document->title,
                                 [FIELD_KIND] = kind_name(document->kind),
                                 [FIELD_LEVEL] = level_name(document->level),
                                 [FIELD_PLACE] = document->place,
                                 [FIELD_ORGAN] = document->organ,
                                 [FIELD_EVENT] = document->event};
    if (texts[field] != NULL)
        buffer_add_text(&value, texts[field]);
    if (field == FIELD_DATE && date_complete(document->date)) {
        date_write(document->date, date);
        buffer_add_text(&value, date);
    }
    if (field == FIELD_NUMBER && document->number != 0)
        buffer_print(&value, "%d", document->number);
    for (size_t i = 0; field == FIELD_CHAIR && i < document->chair_count; i++)
        buffer_print(&value, "%s%s", i == 0 ? "" : "、", document->chairs[i]);
    return buffer_take(&value);
}

struct place_in_text directive_in_line(const struct directive *directive, size_t line)
{
    if (line == directive->where.line)
        return directive->where;
    if (line < directive->where.line || line > directive->last_line)
        return (struct place_in_text){0};
    return (struct place_in_text){.line = line, .end = line == directive->last_line ? directive->last_end : (size_t)-1};
}

void document_free(struct document *document)
{
    for (size_t i = 0; i < document->chair_count; i++)
        free(document->chairs[i]);
    for (size_t i = 0; i < document->evidence_count; i++)
        free(document->evidence[i].rule);
    free(document->chairs);
    free(document->evidence);
    free(document->title);
    free(document->place);
    free(document->organ);
    free(document->event);
    *document = (struct document){0};
}

void directive_free(struct directive *directive)
{
    free(directive->text);
    free(directive->lead);
    free(directive->speaker);
    free(directive->addressee);
    *directive = (struct directive){0};
}

void reference_free(struct reference *reference)
{
    free(reference->text);
    free(reference->place);
    free(reference->organ);
    free(reference->event);
    free(reference->title);
    free(reference->speaker);
    *reference = (struct reference){0};
}
