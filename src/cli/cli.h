/* The commands, and what they share. */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "ink/digits.h"
#include "ink/normalise.h"
#include "ink/own.h"
#include "nn/net_file.h"

#include <cjson/cJSON.h>

/** What a command exits with. */
typedef enum CliStatus {
    CLI_DONE = 0,
    CLI_FAILED = 1,
    CLI_USAGE = 2,         /* the arguments make no sense */
    CLI_INTERRUPTED = 130, /* as shells report a program that Ctrl+C ended */
} CliStatus;

/* The commands. argv[0] is the command's name. Results go to standard output; where one fails, the
 * caller prints `err`, unless it is empty because all was said. */

/** Train a network, and save it. Ctrl+C ends the training early and saves what there is. */
CliStatus train_run(int argc, char **argv, Err *err);

/** Measure a network on the test images of MNIST, and on images that show no digit. */
CliStatus eval_run(int argc, char **argv, Err *err);

/** Say which digits pictures show. */
CliStatus classify_run(int argc, char **argv, Err *err);

/** Draw pen digits on the sheet as the mouse does, and count what a network makes of them. */
CliStatus replay_run(int argc, char **argv, Err *err);

/** Count, list and export the user's own digits, or those of a file. */
CliStatus digits_run(int argc, char **argv, Err *err);

/** Draw a network's learning curves and first weights as SVG. */
CliStatus plot_run(int argc, char **argv, Err *err);

/** Print one sentence on standard error: "inkling train: ...". `command` is NULL for the window. */
void cli_complain(const char *command, const Err *err);

/**
 * Open a network, and say what is assumed of one that another program saved.
 *
 * @param path              NULL for the one that comes with the program
 * @param[out] preparation  of its inputs
 *
 * Errors: as net_load(); net is zeroed then.
 */
bool cli_load_model(const char *path, Net *net, NetInfo *info, Preparation *preparation, Err *err);

/** Say on standard error what is assumed of the network of that file, if anything is. */
void cli_say_assumed(const NetInfo *info, const char *path);

/**
 * Read a file of pen digits, plain or gzip: lines, InkML or UNIPEN, see strokes_parse().
 *
 * Errors: missing, unreadable, cut or damaged gzip, too large, no digits, or a line of another form
 * (the sentence names it); digits is zeroed then.
 */
bool cli_load_digits(const char *path, Digits *digits, Err *err);

/**
 * Read the user's own digits, and say what of them cannot be read. Waits while another program has
 * locked their file; after a second it says so, once.
 *
 * @param[out] path  of their file
 *
 * Errors: as own_load(); own is zeroed then.
 */
bool cli_load_own(const char *command, Own *own, Path *path, Err *err);

/** Print an object as one line, at once, and release it. Errors: out of memory (it is NULL). */
bool cli_print_json(cJSON *object, Err *err);

#endif
