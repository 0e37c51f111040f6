/* The options of a command: read from its arguments, and printed as its help. */
#ifndef CLI_ARGS_H
#define CLI_ARGS_H

#include "base/err.h"

#include <stdint.h>

/** One option. One target is set; it holds the default before, and the value given after. */
typedef struct ArgOption {
    const char *name;  /* "epochs", written --epochs */
    const char *value; /* what the help calls its value, "N"; NULL for a switch */
    const char *help;  /* one line */
    bool *flag;
    const char **text; /* borrowed from argv */
    int *whole;
    uint64_t *seed;
    float *number;
} ArgOption;

/** Options of a command at most. */
enum { ARGS_MAX_OPTIONS = 32 };

/** All that a command takes. */
typedef struct ArgForm {
    const char *usage;       /* "inkling eval [OPTION]... FILE" */
    const char *about;       /* what it does: one or more lines */
    const ArgOption *option; /* at most ARGS_MAX_OPTIONS */
    int options;
    int least, most;   /* operands */
    const char *needs; /* the sentence for too few or too many of them */
} ArgForm;

/** What was found beside the options' values. */
typedef struct Args {
    bool help;   /* it was asked for and printed; nothing else was looked at */
    char **path; /* the operands, borrowed from argv, which is reordered */
    int paths;
} Args;

/**
 * Read the options and find the operands. Options and operands may be mixed; "--" ends the options.
 * Where --help is among them, print the help on standard output instead.
 *
 * @param argv       argv[0] is passed over
 * @param[out] args  the operands
 *
 * Errors: an unknown option, a missing, surplus or impossible value, too few or too many operands.
 */
bool args_parse(const ArgForm *form, int argc, char **argv, Args *args, Err *err);

/** A finite number in plain or exponent notation, all of `text`; false where it is not one. */
bool args_number(const char *text, float *number);

#endif
