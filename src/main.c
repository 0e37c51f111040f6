/* The only main(): the window, or one of the commands. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/config.h"
#include "base/path.h"
#include "cli/cli.h"

typedef struct Command {
    const char *name, *summary;
    CliStatus (*run)(int argc, char **argv, Err *err);
} Command;

static const Command COMMANDS[] = {
    {"train", "train a network on MNIST", train_run},
    {"eval", "measure a network on MNIST", eval_run},
    {"classify", "say which digit a picture shows", classify_run},
    {"replay", "draw and classify pen strokes", replay_run},
};

enum { COMMAND_COUNT = sizeof COMMANDS / sizeof *COMMANDS };

static const Command *find_command(const char *name)
{
    for (int i = 0; i < COMMAND_COUNT; i++) {
        if (strcmp(COMMANDS[i].name, name) == 0) {
            return &COMMANDS[i];
        }
    }
    return NULL;
}

static void print_help(void)
{
    printf(
        "Usage: inkling [--data DIR] [FILE]\n"
        "       inkling COMMAND [OPTION]...\n\n"
        "Draw a digit and watch a neural network answer. Without a command a window opens, with\n"
        "the network FILE or the last one, and MNIST from the folder DIR.\n\n");
    for (int i = 0; i < COMMAND_COUNT; i++) {
        printf("  %-10s %s\n", COMMANDS[i].name, COMMANDS[i].summary);
    }
    printf("\n  --help     print this; after a command, print its options\n"
           "  --version  print the version\n");
}

/* What was printed may still fail to reach its file: a full disk, a closed pipe. */
static CliStatus flush_output(CliStatus status, const char *command)
{
    Err err;
    errno = 0;
    bool ok = !ferror(stdout);
    if (fflush(stdout) == 0 && ok) {
        return status;
    }
    err_set(&err, "The output cannot be written%s%s.", errno ? ": " : "",
            errno ? strerror(errno) : "");
    cli_complain(command, &err);
    return CLI_FAILED;
}

static CliStatus run_command(const Command *command, int argc, char **argv)
{
    Err err = {0};
    CliStatus status = command->run(argc, argv, &err);
    if (status != CLI_DONE && err.text[0]) {
        cli_complain(command->name, &err);
    }
    return flush_output(status, command->name);
}

int main(int argc, char **argv)
{
    const char *first = argc > 1 ? argv[1] : "";
    const Command *command = find_command(first);
    if (command) {
        return (int)run_command(command, argc - 1, argv + 1);
    }
    if (strcmp(first, "--help") == 0) {
        print_help();
        return (int)flush_output(CLI_DONE, NULL);
    }
    if (strcmp(first, "--version") == 0) {
        printf("inkling %s\n", INKLING_VERSION);
        return (int)flush_output(CLI_DONE, NULL);
    }
    return 0;
}
