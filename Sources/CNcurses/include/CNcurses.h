// What Swift cannot call of ncursesw and the C library (macros, variadics, globals), as prefixed inline
// functions, and the signal handlers of the terminal.
#ifndef CNCURSES_H
#define CNCURSES_H
#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <ncursesw/ncurses.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

#include "main_queue.h"
#include "screen_output.h"
#include "terminal_signals.h"

// MARK: Terminfo

/// Reads the description of `$TERM` alone, without a screen.
static inline int cn_setupterm(void) {
    int error = 0;
    return setupterm(NULL, STDOUT_FILENO, &error) == OK ? OK : ERR;
}
static inline void cn_del_curterm(void) {
    if (cur_term) del_curterm(cur_term);
}
static inline int cn_number(const char *name) { return tigetnum(name); }
static inline bool cn_flag(const char *name) { return tigetflag(name) == 1; }
/// NULL where the terminal has no such string.
static inline const char *cn_string(const char *name) {
    const char *text = tigetstr(name);
    return text == (const char *)-1 ? NULL : text;
}

// MARK: Locale

/// Takes the character set, and only that, from the environment; true if it is UTF-8.
static inline bool cn_use_locale(void) {
    setlocale(LC_CTYPE, "");
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}
// <wchar.h> hides it from Swift's own view of the C library.
int wcwidth(wchar_t character);
/// Columns that ncurses will give a character, or -1 where the locale cannot write it.
static inline int cn_columns(wchar_t character) {
    char bytes[MB_LEN_MAX];
    mbstate_t state;
    memset(&state, 0, sizeof state);
    return wcrtomb(bytes, character, &state) == (size_t)-1 ? -1 : wcwidth(character);
}

// MARK: Screen

static inline int cn_erase(void) { return werase(stdscr); }
static inline int cn_move(int y, int x) { return wmove(stdscr, y, x); }
static inline int cn_leaveok(bool is_on) { return leaveok(stdscr, is_on); }
static inline int cn_clearok(void) { return clearok(curscr, TRUE); }
static inline int cn_refresh(void) {
    wnoutrefresh(stdscr);
    return doupdate();
}
/// Writes one cell: a character with the marks on it, ended by 0. The return value says nothing of use, for
/// the last cell of a screen is written and yet reported as an error.
static inline void cn_put(int y, int x, const wchar_t *text, attr_t attributes, int pair) {
    cchar_t cell;
    if (setcchar(&cell, text, attributes, 0, &pair) == OK) mvwadd_wch(stdscr, y, x, &cell);
}
/// Writes characters of one column each, all with the same attributes.
static inline void cn_put_text(int y, int x, const wchar_t *text, int count, attr_t attributes, int pair) {
    wattr_set(stdscr, attributes, 0, &pair);
    mvwaddnwstr(stdscr, y, x, text, count);
    wattr_set(stdscr, A_NORMAL, 0, NULL);
}
static inline int cn_pair_limit(void) { return COLOR_PAIRS; }
static inline attr_t cn_attributes(bool bold, bool dim, bool underlined, bool reversed) {
    attr_t weight = (bold ? A_BOLD : 0) | (dim ? A_DIM : 0);
    return weight | (underlined ? A_UNDERLINE : 0) | (reversed ? A_REVERSE : 0);
}

/// The window's size as the kernel knows it; 0 on success.
static inline int cn_window_size(int descriptor, struct winsize *size) {
    return ioctl(descriptor, TIOCGWINSZ, size);
}
#endif
