#include "trail.h"

#include "chuanda/memory.h"

#include <stdlib.h>

void trail_free(struct trail *trail)
{
    free(trail->stops);
    *trail = (struct trail){0};
}

void trail_push(struct trail *trail, struct stop left)
{
    trail->count = trail->behind;
    trail->stops = mem_grow(trail->stops, trail->count, &trail->capacity, sizeof *trail->stops);
    trail->stops[trail->count++] = left;
    trail->behind = trail->count;
}

bool trail_back(struct trail *trail, struct stop here, struct stop *to)
{
    if (trail->behind == 0)
        return false;
    trail->behind--;
    *to = trail->stops[trail->behind];
    trail->stops[trail->behind] = here;
    return true;
}

bool trail_forward(struct trail *trail, struct stop here, struct stop *to)
{
    if (trail->behind == trail->count)
        return false;
    *to = trail->stops[trail->behind];
    trail->stops[trail->behind] = here;
    trail->behind++;
    return true;
}
