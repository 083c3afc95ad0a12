#include "actions.h"

#include "key.h"

#define READER_ACTION_ENTRY(id, name, keys, where, chinese, english) {name, keys, where, chinese, english},
const struct action_entry action_table[ACTIONS] = {READER_ACTIONS(READER_ACTION_ENTRY)};
#undef READER_ACTION_ENTRY

static bool has_key(const char *words, uint32_t wanted)
{
    struct slice rest = slice_of(words);
    while (rest.length > 0) {
        size_t space = slice_find(rest, slice_of(" "), 0);
        size_t end = space == SLICE_NONE ? rest.length : space;
        uint32_t key;
        if (key_read(slice_part(rest, 0, end), &key) && key == wanted)
            return true;
        rest = slice_part(rest, end + 1, rest.length);
    }
    return false;
}

enum action action_of(uint32_t key, unsigned where)
{
    uint32_t plain = key_plain(key);
    for (size_t i = 0; i < ACTIONS; i++) {
        if ((action_table[i].where & where) != 0 && has_key(action_table[i].keys, plain))
            return (enum action)i;
    }
    return ACTION_NONE;
}
