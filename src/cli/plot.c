/* inkling plot: a network's learning curves and first weights as a picture, without a window. */
#include "cli/cli.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/file.h"
#include "cli/args.h"
#include "cli/plot_page.h"

typedef struct PlotOptions {
    const char *out;
    bool dark, json;
} PlotOptions;

static bool read_options(int argc, char **argv, PlotOptions *options, Args *args, Err *err)
{
    const ArgOption option[] = {
        {"out", "FILE", "where to save the picture, as SVG", .text = &options->out},
        {"dark", NULL, "the colours of the dark theme", .flag = &options->dark},
        {"json", NULL, "print one JSON object: network, points, neurons, out",
         .flag = &options->json},
    };
    const ArgForm form = {
        .usage = "inkling plot [OPTION]... --out FILE.svg FILE",
        .about = "Draw the learning curves of a network file, and the weights of its first layer.",
        .option = option,
        .options = sizeof option / sizeof *option,
        .least = 1,
        .most = 1,
        .needs = "Name one network file.",
    };
    return args_parse(&form, argc, argv, args, err) &&
           (args->help || (options->out && *options->out) ||
            err_set(err, "Say where to save the picture: --out FILE.svg."));
}

/* A picture saved over its network would be the end of that. */
static bool check_out(const char *out, const char *network, Err *err)
{
    struct stat there, read;
    bool same = stat(out, &there) == 0 && stat(network, &read) == 0 &&
                there.st_dev == read.st_dev && there.st_ino == read.st_ino;
    return !same || err_set(err, "%s is the network itself: give the picture another name.", out);
}

static bool save(const Net *net, const NetInfo *info, const PlotOptions *options, Err *err)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    if (!out) {
        return err_set(err, "There is not enough memory for the picture.");
    }
    bool ok = plot_page_write(out, net, info, plot_theme_get(options->dark), err);
    bool failed = ferror(out);
    if ((fclose(out) != 0 || failed) && ok) {
        ok = err_set(err, "There is not enough memory for the picture.");
    }
    ok = ok && file_save(options->out, text, size, err);
    free(text);
    return ok;
}

static bool print_end(const Net *net, const NetInfo *info, const PlotOptions *options, Err *err)
{
    int points = info->curves.points, neurons = net->shape.size[1];
    if (options->json) {
        char shape[64];
        cJSON *line = cJSON_CreateObject();
        net_shape_print(&net->shape, shape, sizeof shape);
        cJSON_AddStringToObject(line, "network", shape);
        cJSON_AddNumberToObject(line, "points", points);
        cJSON_AddNumberToObject(line, "neurons", neurons);
        cJSON_AddStringToObject(line, "out", options->out);
        return cli_print_json(line, err);
    }
    if (points > 0) {
        printf("Curves of %d points", points);
    } else {
        printf("No curves, as the file has none,");
    }
    printf(" and the weights of %d neuron%s are drawn in %s.\n", neurons, neurons == 1 ? "" : "s",
           options->out);
    return true;
}

CliStatus plot_run(int argc, char **argv, Err *err)
{
    PlotOptions options = {0};
    Args args;
    if (!read_options(argc, argv, &options, &args, err)) {
        return CLI_USAGE;
    }
    if (args.help) {
        return CLI_DONE;
    }
    Net net;
    NetInfo info;
    bool ok = net_load(&net, &info, args.path[0], err) &&
              check_out(options.out, args.path[0], err) && save(&net, &info, &options, err) &&
              print_end(&net, &info, &options, err);
    net_free(&net);
    return ok ? CLI_DONE : CLI_FAILED;
}
