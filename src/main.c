/* The program: everything is in src/commands and src/reader. */
#include "commands/command.h"

#include <signal.h>

int main(int count, char **arguments)
{
    /* A limit on file sizes then fails the write, which can be told, instead of ending the program. */
    (void)signal(SIGXFSZ, SIG_IGN);
    return (int)commands_run(count, arguments);
}
