// The signal handlers of the terminal, in C because Swift promises nothing about what is safe inside one.
#ifndef TERMINAL_SIGNALS_H
#define TERMINAL_SIGNALS_H
#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

/// Catches the signals that a program on a screen must know of. Returns the descriptor that becomes readable
/// when one has come, or -1 with errno. A signal that the parent process chose to ignore stays ignored.
int cn_signals_install(void);
/// Puts the handlers from before back.
void cn_signals_remove(void);
/// Empties the descriptor; ask cn_signals_take next.
void cn_signals_drain(void);
/// Whether this signal has come since it was last asked for.
bool cn_signals_take(int signal);
/// Stops this process, and the others of its job, as Ctrl+Z does in a shell; returns when it is resumed.
void cn_signals_stop(void);
/// Ends the process as the signal would have without a handler.
void cn_signals_die(int signal);

/// What gives the terminal back when the program crashes or exits without closing it: bytes to write and
/// settings to restore. Bytes beyond 512 are left out.
void cn_restore_arm(const char *bytes, size_t count, const struct termios *settings);
void cn_restore_disarm(void);
#endif
