#ifndef ENDEKS_CSPAWN_H
#define ENDEKS_CSPAWN_H

#include <sys/types.h>

/// Starts a worker: `channel` becomes its standard input and output, standard error goes nowhere, and no other
/// descriptor of ours is open in it, whether or not it was marked to be closed.
///
/// The worker has a process group of its own and no signal blocked or ignored. Returns 0, or what errno would be.
///
/// The seam is here because glibc hides `posix_spawn_file_actions_addclosefrom_np` from Swift.
int endeks_spawn_worker(const char *program, char *const *arguments, char *const *environment, int channel,
                        pid_t *child);

/// Gives blocks of `bytes` and more back to the system as soon as they are freed, whatever was freed before.
///
/// The seam is here because glibc's `mallopt` is hidden from Swift.
void endeks_return_blocks_from(int bytes);

#endif
