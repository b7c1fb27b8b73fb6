// What Swift cannot call of Linux itself: variadic functions, as typed ones.
#ifndef CLINUX_H
#define CLINUX_H
#include <sys/prctl.h>

/// No core dump, and no other process of the same user may read this one's memory (prctl(2)).
static inline int clinux_forbid_dumps(void) {
  return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}
#endif
