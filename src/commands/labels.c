#include "labels.h"

const char *label_place(const struct document *document)
{
    return document->place == NULL ? level_label(document->level) : document->place;
}

void label_date(struct buffer *buffer, const struct document *document)
{
    char date[11];
    if (!date_complete(document->date))
        return;
    date_write(document->date, date);
    buffer_print(buffer, "%s%s", document->date_basis == DATE_INFERRED ? "~" : "", date);
}
