/* What differs by platform, and is no file (sys_file.h), no program (sys_process.h) and no thread's
 * place (sys_place.h): memory, time, the terminal, signals, the user's folder. All of it stands
 * here, and in sys_posix*.c for Linux, macOS and the BSDs, sys_windows*.c for Windows: nothing else
 * asks where it runs. */
#ifndef BASE_SYS_H
#define BASE_SYS_H

#include "base/path.h"

#include <stdint.h>
#include <stdio.h>

/** Bytes that sys_alloc_aligned() aligns to: a line of the cache, and the widest vector. */
enum { SYS_ALIGNMENT = 64 };

/** Clocks. */
typedef enum SysClock {
    SYS_STEADY, /* only goes forward, since some moment before the start of the program */
    SYS_DATE,   /* since 1970 */
    SYS_THREAD, /* how long the calling thread has run */
} SysClock;

/**
 * Called first, by main() alone: the words that the program was started with are UTF-8 from here
 * on, and what it prints are bytes as they are, shown as UTF-8.
 *
 * @param[in,out] argc, argv  of main()
 */
void sys_start(int *argc, char ***argv);

/** Room on the heap for `bytes`, a multiple of SYS_ALIGNMENT, aligned to that; released by
 * sys_free_aligned() alone. NULL without memory. Any thread. */
void *sys_alloc_aligned(size_t bytes);

/** Release it; NULL is nothing to release. */
void sys_free_aligned(void *room);

/**
 * Room on the heap as malloc() gives it, in huge pages where there are such and a page is filled:
 * to come upon new pages of 4 KiB takes a quarter of the time in which MNIST is unpacked. Any
 * thread; the caller releases it with free(). NULL without memory.
 */
void *sys_alloc_large(size_t bytes);

/** A stream that keeps what is written in memory: it is at [out] text after sys_flush_text() or
 * sys_close_text(), which take the same two places. NULL without memory. */
FILE *sys_open_text(char **text, size_t *size);

/** All that was written so far, valid until the next call; it ends with a 0 that `size` leaves out.
 * Errors: memory. */
bool sys_flush_text(FILE *stream, char **text, size_t *size);

/** Likewise, and close the stream. The caller frees the text, also where this fails. */
bool sys_close_text(FILE *stream, char **text, size_t *size);

/** Nanoseconds of a clock. Any thread. */
int64_t sys_time_ns(SysClock clock);

/** Sleep so long. Any thread. */
void sys_sleep_ms(int time_ms);

/** How many processors are at work in this machine, 1 or more. */
int sys_processors(void);

/** A number that no other program on this machine has at the same time. */
uint64_t sys_unlike(void);

/**
 * The file of the running program, links followed.
 *
 * @param[out] path  an absolute path
 * @param room       bytes of that, its final 0 included
 *
 * @return false, and an empty path, where the system does not tell
 */
bool sys_program_file(char *path, size_t room);

/** Load a library, by its name and the version of its binary interface; it stays. NULL where there
 * is none. */
void *sys_library(const char *name, int version);

/** A function of a library that is loaded, to be called as what it is. NULL where it has none of
 * that name. */
void (*sys_library_call(void *library, const char *name))(void);

/** Keep an open socket from programs that are started. */
bool sys_keep_private(intptr_t socket);

/** Whether somebody may read what goes there as it comes. */
bool sys_is_terminal(FILE *stream);

/** Whether windows can be opened, as far as the environment tells. */
bool sys_has_display(void);

/** The folder for all programs' files of this user: nothing is made. Errors: none is known. */
bool sys_user_folder(Path *folder, Err *err);

/**
 * From here on what would end the program from outside (Ctrl+C, a terminal that closes) is kept
 * waiting in all threads that start later, and for sys_end_asked(); so is what ends it where nobody
 * reads its output, which is an error of the stream then. What is ignored stays ignored: under
 * nohup the program outlives its terminal.
 */
void sys_hold_ends(void);

/** Whether such an end waits. */
bool sys_end_asked(void);

/** A terminal or a session that closes ends the program as a request to end it does (SIGTERM),
 * unless it was started so that it outlives them. */
void sys_end_at_hangup(void);

#endif
