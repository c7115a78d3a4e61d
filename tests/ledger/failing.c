/* The n-th call that changes files in a folder fails, whoever makes it: Python, SQLite, Arrow. Loaded before the C
   library (LD_PRELOAD); see failing.py. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static char folder[4096];
static long nth, count;
static int for_ever;

/* From now on count calls on files in a folder; the n-th fails, or all from the n-th on. */
void arm(const char *path, long n, int ever) {
    strncpy(folder, path, sizeof folder - 1);
    nth = n;
    for_ever = ever;
    count = 0;
}

/* The calls counted so far. */
long calls(void) { return count; }

static int fails(const char *path, int error) {
    if (!folder[0] || (path[0] == '/' && strncmp(path, folder, strlen(folder)))) return 0;
    count++;
    if (for_ever ? count < nth : count != nth) return 0;
    errno = error;
    return 1;
}

static int fails_at(int file, int error) {
    char link[64], path[4096];
    if (!folder[0]) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return path[0] == '/' && fails(path, error);
}

#define WRAP(result, name, declared, passed, failing)                       \
    typedef result name##_t declared;                                       \
    result name declared {                                                  \
        static name##_t *real;                                              \
        if (!real) real = (name##_t *)dlsym(RTLD_NEXT, #name);              \
        return failing ? -1 : real passed;                                  \
    }

WRAP(ssize_t, write, (int file, const void *data, size_t size), (file, data, size), fails_at(file, ENOSPC))
WRAP(ssize_t, writev, (int file, const struct iovec *data, int size), (file, data, size), fails_at(file, ENOSPC))
WRAP(ssize_t, pwrite, (int file, const void *data, size_t size, off_t at), (file, data, size, at), fails_at(file, ENOSPC))
WRAP(ssize_t, pwrite64, (int file, const void *data, size_t size, off64_t at), (file, data, size, at),
     fails_at(file, ENOSPC))
WRAP(int, fsync, (int file), (file), fails_at(file, EIO))
WRAP(int, fdatasync, (int file), (file), fails_at(file, EIO))
WRAP(int, ftruncate, (int file, off_t size), (file, size), fails_at(file, EIO))
WRAP(int, ftruncate64, (int file, off64_t size), (file, size), fails_at(file, EIO))
WRAP(int, rename, (const char *from, const char *to), (from, to), fails(to, EIO))
WRAP(int, unlink, (const char *path), (path), fails(path, EIO))
WRAP(int, mkdir, (const char *path, mode_t mode), (path, mode), fails(path, ENOSPC))
