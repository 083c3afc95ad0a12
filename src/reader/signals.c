#include "signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <unistd.h>

static const int caught[] = {SIGWINCH, SIGTSTP, SIGCONT, SIGTERM, SIGHUP, SIGINT};
enum { CAUGHT = sizeof caught / sizeof caught[0] };

static int ends[2] = {-1, -1};
static struct sigaction before[CAUGHT];

static void note(int signal)
{
    int saved = errno;
    unsigned char byte = (unsigned char)signal;
    /* A full pipe has woken the loop already. */
    ssize_t written = write(ends[1], &byte, 1);
    (void)written;
    errno = saved;
}

static void watch(int signal, struct sigaction *old)
{
    struct sigaction action = {.sa_handler = note, .sa_flags = SA_RESTART};
    (void)sigfillset(&action.sa_mask);
    (void)sigaction(signal, &action, old);
}

bool signals_install(void)
{
    if (pipe(ends) != 0)
        return false;
    for (int i = 0; i < 2; i++) {
        (void)fcntl(ends[i], F_SETFL, O_NONBLOCK);
        (void)fcntl(ends[i], F_SETFD, FD_CLOEXEC);
    }
    for (size_t i = 0; i < CAUGHT; i++)
        watch(caught[i], &before[i]);
    return true;
}

void signals_restore(void)
{
    for (size_t i = 0; i < CAUGHT; i++)
        (void)sigaction(caught[i], &before[i], NULL);
    (void)close(ends[0]);
    (void)close(ends[1]);
}

int signals_descriptor(void)
{
    return ends[0];
}

int signals_next(void)
{
    unsigned char byte;
    return read(ends[0], &byte, 1) == 1 ? byte : 0;
}

void signals_stop(void)
{
    struct sigaction stop = {.sa_handler = SIG_DFL};
    (void)sigemptyset(&stop.sa_mask);
    (void)sigaction(SIGTSTP, &stop, NULL);
    (void)kill(0, SIGTSTP);
    watch(SIGTSTP, NULL);
}
