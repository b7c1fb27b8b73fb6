// What Swift cannot call of Linux and its C library: variadic functions, as typed ones, and what its Glibc module leaves out.
#ifndef CLINUX_H
#define CLINUX_H
#include <malloc.h>
#include <sys/prctl.h>

/// No core dump, and no other process of the same user may read this one's memory (prctl(2)).
static inline int clinux_forbid_dumps(void) {
  return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

/// All threads allocate from one heap (mallopt(3)). To be called before there is a second thread's heap.
static inline void clinux_use_one_heap(void) {
#ifdef M_ARENA_MAX
  mallopt(M_ARENA_MAX, 1);
#endif
}
#endif
