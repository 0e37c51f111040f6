/* What would be left of files after a power cut: what was synced. */
#ifndef FAULTS_DISK_H
#define FAULTS_DISK_H

#include <stdbool.h>
#include <sys/types.h>

enum { DISK_FILES = 600 /* descriptors from here on belong to this */ };

/** All that is there now is safe. */
void disk_begin(void);

/** Before a write to a file. */
void disk_note_write(int fd);

/** A sync, and 0 or the errno that it fails with. Whether a folder was synced. */
bool disk_note_sync(int fd, int fault);

/** Before a file is cut to a size, which is safe at once. */
void disk_note_size(int fd, off_t size);

/** What was written since disk_begin(), and not synced, is gone. */
void disk_cut_power(void);

#endif
