#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include "screen_output.h"

#include <fcntl.h>
#include <ncursesw/ncurses.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

/// What ncurses has for the terminal's descriptor: at first a second one of standard output, then memory.
static FILE *output;

struct screen *cn_newterm(void) {
    int descriptor = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    if (descriptor < 0) return NULL;
    output = fdopen(descriptor, "w");
    if (!output) {
        close(descriptor);
        return NULL;
    }
    SCREEN *screen = newterm(NULL, output, stdin);
    if (!screen) fclose(output);
    return screen;
}

bool cn_gather_output(void) {
    int memory = memfd_create("screen", MFD_CLOEXEC);
    if (memory < 0) return false;
    bool is_done = dup3(memory, fileno(output), O_CLOEXEC) >= 0;
    close(memory);
    return is_done;
}

size_t cn_gathered(void) {
    off_t end = lseek(fileno(output), 0, SEEK_CUR);
    return end < 0 ? 0 : (size_t)end;
}

void cn_take_gathered(void *bytes, size_t count) {
    (void)!pread(fileno(output), bytes, count, 0);
    lseek(fileno(output), 0, SEEK_SET);
}

void cn_delscreen(struct screen *screen) {
    delscreen(screen);
    fclose(output);
}
