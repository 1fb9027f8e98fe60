#define _GNU_SOURCE
#include "CSpawn.h"
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <spawn.h>

int endeks_spawn_worker(const char *program, char *const *arguments, char *const *environment, int channel,
                        pid_t *child) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    int error = posix_spawn_file_actions_init(&actions);
    if (error) return error;
    error = posix_spawnattr_init(&attributes);
    if (error) {
        posix_spawn_file_actions_destroy(&actions);
        return error;
    }
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    // Ctrl-C in a terminal goes to a whole group; it is for the service, which lets a photo be finished.
    short flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF;
    if (!(error = posix_spawn_file_actions_adddup2(&actions, channel, 0)) &&
        !(error = posix_spawn_file_actions_adddup2(&actions, channel, 1)) &&
        !(error = posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)) &&
        !(error = posix_spawn_file_actions_addclosefrom_np(&actions, 3)) &&
        !(error = posix_spawnattr_setsigmask(&attributes, &none)) &&
        !(error = posix_spawnattr_setsigdefault(&attributes, &all)) &&
        !(error = posix_spawnattr_setpgroup(&attributes, 0)) &&
        !(error = posix_spawnattr_setflags(&attributes, flags)))
        error = posix_spawn(child, program, &actions, &attributes, arguments, environment);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

void endeks_return_blocks_from(int bytes) { mallopt(M_MMAP_THRESHOLD, bytes); }
