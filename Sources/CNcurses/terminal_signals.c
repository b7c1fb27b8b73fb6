#define _GNU_SOURCE
#include "terminal_signals.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

// MARK: Giving the terminal back

static struct {
    volatile sig_atomic_t is_armed;
    char bytes[512];
    size_t count;
    struct termios settings;
} restore;

/// Whether the terminal does not belong to another job by now. Async-signal-safe, as all that follows here.
static bool is_ours(void) {
    pid_t owner = tcgetpgrp(STDIN_FILENO);
    return owner <= 0 || owner == getpgrp();
}

/// Drops what a terminal has not taken within so many milliseconds; false where it takes nothing even then.
static bool make_room(int patience) {
    struct pollfd state = {.fd = STDOUT_FILENO, .events = POLLOUT};
    if (poll(&state, 1, patience) == 1) return true;
    tcflush(STDOUT_FILENO, TCOFLUSH);
    return poll(&state, 1, 0) == 1;
}

/// Without waiting for a terminal that takes no output: whoever asks the program to end is to see it end.
static void write_out(const char *bytes, size_t count) {
    int flags = fcntl(STDOUT_FILENO, F_GETFL);
    fcntl(STDOUT_FILENO, F_SETFL, flags | O_NONBLOCK);
    for (size_t written = 0; written < count;) {
        ssize_t length = write(STDOUT_FILENO, bytes + written, count - written);
        if (length > 0) {
            written += (size_t)length;
        } else if (length == 0 || (errno != EINTR && errno != EAGAIN)) {
            break;
        } else if (errno == EAGAIN && !make_room(100)) {
            break;
        }
    }
    fcntl(STDOUT_FILENO, F_SETFL, flags);
}

static void restore_now(void) {
    if (!restore.is_armed) return;
    restore.is_armed = 0;
    if (!is_ours()) return;
    write_out(restore.bytes, restore.count);
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
/// Crashes, and what else ends a process that does not expect it.
static const int fatal[] = {SIGSEGV, SIGABRT, SIGILL,  SIGTRAP, SIGBUS,  SIGFPE,   SIGQUIT, SIGUSR1,   SIGUSR2,
                            SIGALRM, SIGXCPU, SIGXFSZ, SIGPROF, SIGPOLL, SIGSYS,   SIGPWR,  SIGVTALRM, SIGSTKFLT};
enum { answered_count = sizeof answered / sizeof *answered, fatal_count = sizeof fatal / sizeof *fatal };

/// When each signal came that has not been taken yet, in milliseconds of the monotonic clock; 0 for none.
static atomic_int_least64_t came_at[NSIG];
static struct sigaction earlier[NSIG];
static volatile sig_atomic_t is_installed[NSIG];
/// The pipe that wakes the loop; it stays open to the end of the process.
static int ends[2] = {-1, -1};

static void end_with(int number) {
    sigaction(number, &earlier[number], NULL);
    raise(number);
}

static int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

/// One byte wakes the loop. A second SIGTERM or SIGINT means that the program is stuck where the first has not been
/// looked at for a second: it ends here. A hang-up means nothing of the kind, for it comes twice by itself: from the
/// shell, which tells its jobs, and from the kernel.
static void note(int number) {
    int saved = errno;
    int_least64_t since = 0;
    bool is_plea = number == SIGTERM || number == SIGINT;
    // Writing to a terminal that takes no output would keep the loop from looking.
    if ((is_plea || number == SIGHUP) && is_ours()) make_room(0);
    if (atomic_compare_exchange_strong(&came_at[number], &since, now())) {
        (void)!write(ends[1], "", 1);
    } else if (is_plea && now() - since >= 1000) {
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
    if (is_ignored) return;
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
        atomic_store(&came_at[answered[i]], 0);
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

bool cn_signals_take(int number) { return atomic_exchange(&came_at[number], 0) != 0; }

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
    atomic_store(&came_at[SIGTSTP], 0);
    atomic_store(&came_at[SIGCONT], 0);
}

void cn_signals_die(int number) { raise_by_default(number); }
