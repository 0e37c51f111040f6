/* The only main(): the window, or one of the commands. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "app/loop.h"
#include "base/config.h"
#include "base/path.h"
#include "base/spell.h"
#include "base/sys.h"
#include "cli/args.h"
#include "cli/cli.h"

typedef struct Command {
    const char *name, *summary;
    CliStatus (*run)(int argc, char **argv, Err *err);
} Command;

static const Command COMMANDS[] = {
    {"train", "train a network", train_run},
    {"eval", "measure a network on MNIST", eval_run},
    {"classify", "say which digit a picture shows", classify_run},
    {"replay", "draw and classify pen strokes", replay_run},
    {"digits", "count, list and export the digits that you labelled", digits_run},
    {"plot", "draw the learning curves and weights of a network", plot_run},
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

/* The sentence for a word that names neither a command nor a file. */
static bool complain_unknown(const char *word, Err *err)
{
    Spell spell = spell_of(word);
    for (int i = 0; i < COMMAND_COUNT; i++) {
        spell_offer(&spell, COMMANDS[i].name);
    }
    return spell.meant
               ? err_set(err,
                         "There is no command and no file called %s: did you mean %s? --help "
                         "lists the commands.",
                         word, spell.meant)
               : err_set(err,
                         "There is no command and no file called %s; --help lists the commands.",
                         word);
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

typedef struct WindowOptions {
    const char *data;
    bool version;
} WindowOptions;

static bool read_window_options(int argc, char **argv, WindowOptions *options, Args *args, Err *err)
{
    const ArgOption option[] = {
        {"data", "DIR|FILE", "MNIST: its folder, CSV or zip archive", .text = &options->data},
        {"version", NULL, "print the version", .flag = &options->version},
    };
    const ArgForm form = {
        .usage = "inkling [OPTION]... [FILE]\n       inkling COMMAND [OPTION]...",
        .about = "Draw a digit and watch a neural network answer, and learn. Without a command a\n"
                 "window opens, with the network in FILE or the one of the last time. A picture in "
                 "FILE\n"
                 "goes on the sheet.",
        .option = option,
        .options = sizeof option / sizeof *option,
        .most = 1,
        .needs = "Name one file at most, a network or a picture.",
    };
    /* Before the options, which belong to a misspelt command. */
    if (argc > 1 && argv[1][0] != '-' && !path_exists(argv[1])) {
        return complain_unknown(argv[1], err);
    }
    if (!args_parse(&form, argc, argv, args, err)) {
        return false;
    }
    if (args->help) {
        printf("\nCommands, each with a --help of its own:\n");
        for (int i = 0; i < COMMAND_COUNT; i++) {
            printf("  %-9s %s\n", COMMANDS[i].name, COMMANDS[i].summary);
        }
        return true;
    }
    if (args->paths && !path_exists(args->path[0])) {
        return complain_unknown(args->path[0], err);
    }
    return true;
}

static CliStatus run_window(int argc, char **argv)
{
    Err err;
    WindowOptions options = {0};
    Args args;
    if (!read_window_options(argc, argv, &options, &args, &err)) {
        cli_complain(NULL, &err);
        return CLI_USAGE;
    }
    if (args.help) {
        return flush_output(CLI_DONE, NULL);
    }
    if (options.version) {
        printf("inkling %s\n", INKLING_VERSION);
        return flush_output(CLI_DONE, NULL);
    }
    return (CliStatus)app_run(argv, options.data, args.paths ? args.path[0] : NULL);
}

/* "help" is --help, and "help train" is "train --help". */
static int spell_out_help(int argc, char **argv, char *help)
{
    if (argc < 2 || strcmp(argv[1], "help") != 0 || path_exists(argv[1])) {
        return argc;
    }
    bool of_command = argc > 2 && find_command(argv[2]);
    argv[1] = of_command ? argv[2] : help;
    if (of_command) {
        argv[2] = help;
    }
    return of_command ? 3 : 2;
}

int main(int argc, char **argv)
{
    char help[] = "--help";
    sys_start(&argc, &argv);
    argc = spell_out_help(argc, argv, help);
    const Command *command = argc > 1 ? find_command(argv[1]) : NULL;
    return (int)(command ? run_command(command, argc - 1, argv + 1) : run_window(argc, argv));
}
