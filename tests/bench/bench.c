/* What is measured of Inkling beside what it does for its user: bench COMMAND [OPTION]... */
#include "bench.h"

#include <stdio.h>
#include <string.h>

static const struct {
    const char *name;
    CliStatus (*run)(int argc, char **argv, Err *err);
} COMMAND[] = {
    {"bench", speed_run},
    {"bench-forms", told_apart_run},
    {"bench-pictures", pictures_run},
    {"bench-writers", writers_run},
};

int main(int argc, char **argv)
{
    for (size_t i = 0; argc > 1 && i < sizeof COMMAND / sizeof *COMMAND; i++) {
        if (strcmp(argv[1], COMMAND[i].name) == 0) {
            Err err = {0};
            CliStatus status = COMMAND[i].run(argc - 1, argv + 1, &err);
            if (status != CLI_DONE && err.text[0]) {
                cli_complain(COMMAND[i].name, &err);
            }
            return (int)status;
        }
    }
    fprintf(stderr, "Name what to measure: bench, bench-forms, bench-pictures or bench-writers.\n");
    return CLI_USAGE;
}
