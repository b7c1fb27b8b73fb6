#define _GNU_SOURCE
#include "CSpawn.h"
#include <fcntl.h>
#include <pty.h>
#include <spawn.h>
#include <unistd.h>

int cspawn_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

int cspawn_terminal(int ends[2]) {
  if (openpty(&ends[0], &ends[1], 0, 0, 0) != 0) return -1;
  return fcntl(ends[0], F_SETFD, FD_CLOEXEC) | fcntl(ends[1], F_SETFD, FD_CLOEXEC);
}

int cspawn_close_others(void *actions) {
  return posix_spawn_file_actions_addclosefrom_np(actions, 3);
}
