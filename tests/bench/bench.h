/* The commands of the program that measures. */
#ifndef BENCH_BENCH_H
#define BENCH_BENCH_H

#include "cli/cli.h"

/** As the commands of cli/cli.h: argv[0] is the command's name. */
CliStatus speed_run(int argc, char **argv, Err *err);
CliStatus told_apart_run(int argc, char **argv, Err *err);
CliStatus pictures_run(int argc, char **argv, Err *err);
CliStatus writers_run(int argc, char **argv, Err *err);

#endif
