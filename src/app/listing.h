/* What a name in the file dialog stands for: a folder with what is in it, a file, or nothing yet.
 * Is found out on the thread of errands, as a disk may not answer for long. */
#ifndef APP_LISTING_H
#define APP_LISTING_H

#include "app/errand.h"

/** Whether a name ends as the files of a dialog do. */
bool listing_fits(const char *const ending[FILES_ENDINGS], const char *name);

/**
 * For Errand.work: takes the path and what is asked in `listing`, and fills the rest of it in. The
 * path becomes that of the folder itself, or has an ending, for which it has room. A folder that
 * cannot be read is an answer, too.
 *
 * @return true
 */
bool listing_find(Errand *errand);

#endif
