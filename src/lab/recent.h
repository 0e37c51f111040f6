/* The files that were opened or saved lately: pictures and networks. */
#ifndef LAB_RECENT_H
#define LAB_RECENT_H

#include "base/path.h"

/** How many there are, at most. */
enum { RECENT_MOST = 8 };

/** The newest first, each once. A zeroed one is empty. */
typedef struct RecentFiles {
    Path file[RECENT_MOST]; /* paths that mean the same from every folder */
    int count;
    int revision; /* counts the changes */
} RecentFiles;

/** A file becomes the newest. */
void recent_add(RecentFiles *recent, const char *path);

/** A file is there no longer. */
void recent_forget(RecentFiles *recent, const char *path);

/** Forget all of them. */
void recent_clear(RecentFiles *recent);

#endif
