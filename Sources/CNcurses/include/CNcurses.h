// What Swift cannot call of ncursesw (macros, variadics, globals), as prefixed inline functions.
#ifndef CNCURSES_H
#define CNCURSES_H
#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#include <ncursesw/ncurses.h>
#include <term.h>
#endif
