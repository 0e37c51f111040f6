/* The running program itself. */
#ifndef BASE_PROGRAM_H
#define BASE_PROGRAM_H

#include <stdbool.h>
#include <stddef.h>

/**
 * The file of the running program, links followed.
 *
 * @param[out] path  an absolute path
 * @param room       bytes of that, its final 0 included
 *
 * @return false, and an empty path, where the system does not tell
 */
bool program_file(char *path, size_t room);

#endif
