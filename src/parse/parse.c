#include "chuanda/memory.h"
#include "layout.h"
#include "parser.h"

#include <stdlib.h>

struct parser *parser_new(void)
{
    struct parser *parser = mem_new(1, sizeof *parser);
    parser->organs = organ_table_new();
    parser->places = place_index_new();
    parser->documents = document_rules_new();
    parser->events = event_rules_new();
    parser->directives = directive_rules_new();
    parser->references = reference_rules_new();
    return parser;
}

void parser_free(struct parser **parser)
{
    if (*parser == NULL)
        return;
    reference_rules_free(&(*parser)->references);
    directive_rules_free(&(*parser)->directives);
    event_rules_free(&(*parser)->events);
    document_rules_free(&(*parser)->documents);
    place_index_free(&(*parser)->places);
    organ_table_free(&(*parser)->organs);
    free(*parser);
    *parser = NULL;
}

/* The code of the place that a full name starts with: 甲省乙市丙新区 has that of 甲省乙市. */
static int code_of_place(const struct place_index *places, const char *place)
{
    struct place_mention mention;
    bool known = place != NULL && place_find(places, slice_of(place), 0, 0, &mention) && mention.start == 0 &&
                 mention.place != NULL;
    return known ? mention.place->code : 0;
}

void parse_lines(struct parser *parser, const struct slice *lines, size_t line_count, struct parsed *parsed)
{
    parse_lines_knowing(parser, lines, line_count, (struct fact_list){0}, parsed);
}

void parse_lines_knowing(struct parser *parser, const struct slice *lines, size_t line_count, struct fact_list facts,
                         struct parsed *parsed)
{
    parsed_free(parsed);
    struct layout layout;
    layout_read(&layout, parser->documents, lines, line_count, facts);
    struct reading reading = {.parser = parser,
                              .lines = layout.texts,
                              .line_count = layout.count,
                              .facts = {layout.facts, layout.fact_count},
                              .parsed = parsed};
    read_documents(&reading);
    read_events(&reading);
    for (size_t i = 0; i < parsed->document_count; i++) {
        struct document *document = &parsed->documents[i];
        document->place_code = code_of_place(parser->places, document->place);
        read_directives(&reading, i);
        read_references(&reading, i);
    }
    layout_restore(&layout, parsed);
    layout_free(&layout);
}

void parsed_free(struct parsed *parsed)
{
    for (size_t i = 0; i < parsed->document_count; i++)
        document_free(&parsed->documents[i]);
    for (size_t i = 0; i < parsed->directive_count; i++)
        directive_free(&parsed->directives[i]);
    for (size_t i = 0; i < parsed->reference_count; i++)
        reference_free(&parsed->references[i]);
    free(parsed->documents);
    free(parsed->directives);
    free(parsed->references);
    *parsed = (struct parsed){0};
}
