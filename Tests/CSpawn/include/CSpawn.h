// What Swift's Glibc module leaves out of starting processes.
#ifndef CSPAWN_H
#define CSPAWN_H

/// A pipe whose ends no child inherits by chance (pipe2(2), O_CLOEXEC); 0 on success.
int cspawn_pipe(int ends[2]);
/// A pseudo-terminal (openpty(3)), first its master; 0 on success.
int cspawn_terminal(int ends[2]);
/// `actions` is a posix_spawn_file_actions_t. The child has no descriptor but its first three: a server's socket must not outlive the server in a child.
int cspawn_close_others(void *actions);
#endif
