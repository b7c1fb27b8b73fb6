// What Swift cannot call of Linux and its C library: variadic functions, as typed ones, and what its Glibc module leaves out.
#ifndef CLINUX_H
#define CLINUX_H
#include <malloc.h>
#include <spawn.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/vfs.h>

/// No core dump, and no other process of the same user may read this one's memory (prctl(2)).
static inline int clinux_forbid_dumps(void) {
  return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

/// The kind of file system (its magic number, statfs(2)) that a path lies on, and the bytes left there for its owner.
/// 0 on success.
static inline int clinux_file_system(const char *path, uint32_t *kind, uint64_t *left) {
  struct statfs status;
  if (statfs(path, &status) != 0) return -1;
  *kind = (uint32_t)status.f_type;
  *left = (uint64_t)status.f_bavail * (uint64_t)status.f_bsize;
  return 0;
}

/// The child has no file of ours from this descriptor on (glibc 2.34 or newer). 0 on success, else an error number.
int clinux_add_close_from(posix_spawn_file_actions_t *actions, int descriptor);

/// All threads allocate from one heap (mallopt(3)). To be called before there is a second thread's heap.
static inline void clinux_use_one_heap(void) {
#ifdef M_ARENA_MAX
  mallopt(M_ARENA_MAX, 1);
#endif
}
#endif
