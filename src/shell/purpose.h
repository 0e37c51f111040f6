/* What the file dialog is for, a row each. */
#ifndef SHELL_PURPOSE_H
#define SHELL_PURPOSE_H

#include "shell/listing.h"
#include "shell/shell.h"

/** One of them. A name without one of the endings gets the first, in the place of one that
 * stands for another format. */
typedef struct Purpose {
    const char *ending[FILES_ENDINGS], *unnamed;
    bool (*of_lab)(Lab *lab, const char *path, Err *err); /* what is done: one of both */
    bool (*of_window)(Shell *shell, const char *path, Err *err);
    bool (*exists)(const char *path); /* whether something would be written over */
    const char *hint;
} Purpose;

/** Its row. */
const Purpose *purpose_of(FilesPurpose purpose);

#endif
