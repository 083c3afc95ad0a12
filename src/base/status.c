#include "chuanda/status.h"

#include "chuanda/memory.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum status problem_raise(struct problem *problem, enum status status, const char *format, ...)
{
    if (problem == NULL || problem->message != NULL)
        return status;
    va_list arguments;
    va_start(arguments, format);
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length >= 0) {
        problem->message = mem_new((size_t)length + 1, 1);
        (void)vsnprintf(problem->message, (size_t)length + 1, format, again);
    }
    va_end(again);
    return status;
}

void problem_clear(struct problem *problem)
{
    free(problem->message);
    problem->message = NULL;
}
