#define _GNU_SOURCE
#include "CSpawn.h"
#include <fcntl.h>
#include <spawn.h>
#include <unistd.h>

int cspawn_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

int cspawn_close_others(void *actions) {
  return posix_spawn_file_actions_addclosefrom_np(actions, 3);
}
