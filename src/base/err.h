/* A failure: one sentence for the user, and a code for the program. */
#ifndef BASE_ERR_H
#define BASE_ERR_H

#include <stdbool.h>

/** Bytes of a sentence, its final 0 included. */
enum { ERR_TEXT_MAX = 1024 };

/** What a program can do about a failure. The numbers of the codes stay as they are. */
typedef enum ErrCode {
    ERR_OTHER,     /* show the sentence: it alone says more */
    ERR_MISSING,   /* name or make what is not there: a file, a folder, a program */
    ERR_DENIED,    /* get the right to read or write there */
    ERR_BUSY,      /* wait for another program, and try again */
    ERR_NO_ROOM,   /* make room on the disk, in the drawing or in the collection */
    ERR_NO_MEMORY, /* ask for less: memory, threads or descriptors have run out */
    ERR_DAMAGED,   /* get the file again: it is not what its format says */
    ERR_FOREIGN,   /* read it with another program: of another format or shape, or no file */
    ERR_NEWER,     /* read it with a newer version, which wrote it */
    ERR_VALUE,     /* choose another value for what was asked: a setting, a name */
} ErrCode;

/** One sentence: which thing, what is wrong with it, what helps. Empty where nothing failed, and
 * then the code says nothing. */
typedef struct Err {
    char text[ERR_TEXT_MAX];
    ErrCode code;
} Err;

/**
 * Write the sentence, as printf() does, cut to what fits; the code is ERR_OTHER. It is one line,
 * whatever is in the names of files: control characters become '?'. Any thread.
 *
 * @return always false, so that a failure is one line: `return err_set(err, ...);`
 */
bool err_set(Err *err, const char *format, ...) __attribute__((format(printf, 2, 3)));

/** As err_set(), with a code. */
bool err_set_code(Err *err, ErrCode code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/** The code of what the system refused, errno as `reason`. */
ErrCode err_code_of(int reason);

/** Say that a file cannot be saved, as the system refused it: errno as `reason`. Returns false. */
bool err_unsaved(Err *err, const char *path, int reason);

/** Say that a file or folder cannot be opened; as err_unsaved(). */
bool err_unopened(Err *err, const char *path, int reason);

/** Say that a folder cannot be made; as err_unsaved(). */
bool err_unmade(Err *err, const char *folder, int reason);

#endif
