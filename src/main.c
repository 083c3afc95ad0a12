/* The program: everything is in src/commands and src/reader. */
#include "commands/command.h"

int main(int count, char **arguments)
{
    return (int)commands_run(count, arguments);
}
