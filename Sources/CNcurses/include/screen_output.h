// ncurses writes to the terminal at every motion of the cursor: a screen would leave in a hundred pieces, each a wake-up
// for whoever reads it and, over a network, a packet. Here it writes into memory, and a picture is taken out whole.
#ifndef SCREEN_OUTPUT_H
#define SCREEN_OUTPUT_H
#include <stdbool.h>
#include <stddef.h>

struct screen;

/// ncurses on standard input and output; NULL where it refuses the terminal.
struct screen *cn_newterm(void);
/// From here on ncurses writes into memory; until then it can ask the terminal for its settings. False with errno.
bool cn_gather_output(void);
/// How many bytes ncurses has written since they were last taken.
size_t cn_gathered(void);
/// Takes them out.
void cn_take_gathered(void *bytes, size_t count);
/// Frees the screen and what its output goes through.
void cn_delscreen(struct screen *screen);
#endif
