#define _GNU_SOURCE
#include "terminal_signals.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// MARK: Giving the terminal back

static struct {
    volatile sig_atomic_t is_armed;
    char bytes[512];
    size_t count;
    struct termios settings;
} restore;

/// Async-signal-safe. Leaves a terminal alone that belongs to another job by now.
static void restore_now(void) {
    if (!restore.is_armed) return;
    restore.is_armed = 0;
    pid_t owner = tcgetpgrp(STDIN_FILENO);
    if (owner > 0 && owner != getpgrp()) return;
    size_t written = 0;
    while (written < restore.count) {
        ssize_t count = write(STDOUT_FILENO, restore.bytes + written, restore.count - written);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) break;
        written += (size_t)count;
    }
    tcflush(STDIN_FILENO, TCIFLUSH);
    tcsetattr(STDIN_FILENO, TCSANOW, &restore.settings);
}

void cn_restore_arm(const char *bytes, size_t count, const struct termios *settings) {
    static bool is_registered;
    restore.is_armed = 0;
    restore.count = count < sizeof restore.bytes ? count : sizeof restore.bytes;
    memcpy(restore.bytes, bytes, restore.count);
    restore.settings = *settings;
    restore.is_armed = 1;
    if (!is_registered) is_registered = atexit(restore_now) == 0;
}

void cn_restore_disarm(void) { restore.is_armed = 0; }

// MARK: Signals that the program answers

static const int answered[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT};
static const int fatal[] = {SIGSEGV, SIGABRT, SIGILL, SIGTRAP, SIGBUS, SIGFPE, SIGQUIT};
enum { answered_count = sizeof answered / sizeof *answered, fatal_count = sizeof fatal / sizeof *fatal };

static volatile sig_atomic_t has_come[NSIG];
static struct sigaction earlier[NSIG];
static volatile sig_atomic_t is_installed[NSIG];
/// The pipe that wakes the loop; it stays open to the end of the process.
static int ends[2] = {-1, -1};

static void end_with(int number) {
    sigaction(number, &earlier[number], NULL);
    raise(number);
}

/// One byte wakes the loop. A second request to end while the first has not been looked at means that the
/// program is stuck: it ends here.
static void note(int number) {
    int saved = errno;
    bool ends_program = number == SIGTERM || number == SIGHUP || number == SIGINT;
    if (!has_come[number]) {
        has_come[number] = 1;
        (void)!write(ends[1], "", 1);
    } else if (ends_program) {
        restore_now();
        end_with(number);
    }
    errno = saved;
}

static void crash(int number) {
    restore_now();
    end_with(number);
}

static void install(int number, void (*handler)(int), int flags) {
    sigaction(number, NULL, &earlier[number]);
    bool is_ignored = !(earlier[number].sa_flags & SA_SIGINFO) && earlier[number].sa_handler == SIG_IGN;
    if (is_ignored && handler == note) return;
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigemptyset(&action.sa_mask);
    is_installed[number] = sigaction(number, &action, NULL) == 0;
}

int cn_signals_install(void) {
    if (ends[0] < 0 && pipe2(ends, O_NONBLOCK | O_CLOEXEC) != 0) return -1;
    signal(SIGPIPE, SIG_IGN);
    // A stack that has overflowed cannot run a handler; the runtime may have set another one already.
    static char stack[64 * 1024];
    stack_t present;
    if (sigaltstack(NULL, &present) == 0 && present.ss_flags & SS_DISABLE) {
        stack_t other = {.ss_sp = stack, .ss_size = sizeof stack};
        sigaltstack(&other, NULL);
    }
    for (int i = 0; i < answered_count; i++) {
        has_come[answered[i]] = 0;
        install(answered[i], note, SA_RESTART);
    }
    for (int i = 0; i < fatal_count; i++) install(fatal[i], crash, SA_ONSTACK);
    return ends[0];
}

static void uninstall(int number) {
    if (is_installed[number]) sigaction(number, &earlier[number], NULL);
    is_installed[number] = 0;
}

void cn_signals_remove(void) {
    for (int i = 0; i < answered_count; i++) uninstall(answered[i]);
    for (int i = 0; i < fatal_count; i++) uninstall(fatal[i]);
}

void cn_signals_drain(void) {
    char bytes[64];
    while (read(ends[0], bytes, sizeof bytes) > 0) {
    }
}

bool cn_signals_take(int number) {
    bool came = has_come[number];
    has_come[number] = 0;
    return came;
}

/// Raises a signal for this thread with its default action, though Dispatch blocks signals on its threads.
static void raise_by_default(int number) {
    sigset_t one, before;
    sigemptyset(&one);
    sigaddset(&one, number);
    signal(number, SIG_DFL);
    pthread_sigmask(SIG_UNBLOCK, &one, &before);
    raise(number);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
}

void cn_signals_stop(void) {
    // The others of the job first; raising it for this thread alone stops the process before the call
    // returns.
    signal(SIGTSTP, SIG_IGN);
    kill(0, SIGTSTP);
    raise_by_default(SIGTSTP);
    if (is_installed[SIGTSTP]) install(SIGTSTP, note, SA_RESTART);
    has_come[SIGTSTP] = has_come[SIGCONT] = 0;
}

void cn_signals_die(int number) { raise_by_default(number); }
