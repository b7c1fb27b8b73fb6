// Here and not in the header: what it makes visible would differ from module to module.
#define _GNU_SOURCE
#include "CLinux.h"

int clinux_add_close_from(posix_spawn_file_actions_t *actions, int descriptor) {
  return posix_spawn_file_actions_addclosefrom_np(actions, descriptor);
}
