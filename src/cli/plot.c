/* inkling plot: a network's learning curves and first weights, or the cost around its run, as a
 * picture without a window. */
#include "cli/cli.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/sys.h"
#include "base/sys_file.h"
#include "cli/args.h"
#include "cli/plot_landscape.h"
#include "cli/plot_page.h"

typedef struct PlotOptions {
    const char *out, *data;
    bool landscape, dark, json;
} PlotOptions;

static bool read_options(int argc, char **argv, PlotOptions *options, Args *args, Err *err)
{
    const ArgOption option[] = {
        {"out", "FILE", "where to save the picture, as SVG", .text = &options->out},
        {"landscape", NULL,
         "the cost around its run, in place of curves and weights; of a file that\n"
         "has the moments of its run",
         .flag = &options->landscape},
        {"data", "DIR|FILE", "where MNIST is, for --landscape: folder, CSV or zip",
         .text = &options->data},
        {"dark", NULL, "the colours of the dark theme", .flag = &options->dark},
        {"json", NULL,
         "print one JSON object: network, points, neurons, out; or network, moments,\n"
         "images, share, out",
         .flag = &options->json},
    };
    const ArgForm form = {
        .usage = "inkling plot [OPTION]... --out FILE.svg FILE",
        .about =
            "Draw the learning curves of a network file, and the weights of its first layer; or\n"
            "the landscape of the cost around its run.",
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
    SysInfo there, read;
    bool same = sys_info(out, &there) && sys_info(network, &read) && sys_is_same(&there, &read);
    return !same || err_set(err, "%s is the network itself: give the picture another name.", out);
}

/* What is drawn of a file. */
typedef struct Plotted {
    Net net;
    NetInfo info;
    NetMoments moments;
    Survey *survey; /* of the landscape alone */
} Plotted;

static bool load(const char *path, const PlotOptions *options, Plotted *plotted, Err *err)
{
    if (!options->landscape) {
        bool ok = net_load(&plotted->net, &plotted->info, path, err);
        cli_say_assumed(&plotted->info, path);
        return ok;
    }
    if (!net_load_run(&plotted->net, &plotted->info, &plotted->moments, path, err)) {
        return false;
    }
    if (plotted->moments.count < 2) {
        return err_set(err,
                       "%s has no moments of its run, which --landscape draws: train it with "
                       "--moments, or save it with its run.",
                       path);
    }
    plotted->survey = plot_landscape_survey(&plotted->moments, &plotted->info, options->data, err);
    return plotted->survey != NULL;
}

static void free_plotted(Plotted *plotted)
{
    survey_destroy(plotted->survey);
    net_moments_free(&plotted->moments);
    net_free(&plotted->net);
}

static bool write_page(FILE *out, const Plotted *plotted, const PlotOptions *options, Err *err)
{
    const PlotTheme *theme = plot_theme_get(options->dark);
    return plotted->survey ? plot_landscape_write(out, plotted->survey, &plotted->moments,
                                                  &plotted->info, theme, options->dark, err)
                           : plot_page_write(out, &plotted->net, &plotted->info, theme, err);
}

static bool save(const Plotted *plotted, const PlotOptions *options, Err *err)
{
    char *text;
    size_t size;
    FILE *out = sys_open_text(&text, &size);
    if (!out) {
        return err_set(err, "There is not enough memory for the picture.");
    }
    bool ok = write_page(out, plotted, options, err);
    if (!sys_close_text(out, &text, &size) && ok) {
        ok = err_set(err, "There is not enough memory for the picture.");
    }
    ok = ok && file_save(options->out, text, size, err);
    free(text);
    return ok;
}

static bool print_landscape(const Plotted *plotted, const PlotOptions *options, Err *err)
{
    const Survey *survey = plotted->survey;
    double share = survey->share[0] + survey->share[1];
    if (options->json) {
        char shape[64];
        cJSON *line = cJSON_CreateObject();
        net_shape_print(&plotted->net.shape, shape, sizeof shape);
        cJSON_AddStringToObject(line, "network", shape);
        cJSON_AddNumberToObject(line, "moments", plotted->moments.count);
        cJSON_AddNumberToObject(line, "images", survey->data.images);
        cJSON_AddNumberToObject(line, "share", share);
        cJSON_AddStringToObject(line, "out", options->out);
        return cli_print_json(line, err);
    }
    printf("The cost around a run of %d moments, on %d images, is drawn in %s; the plane holds "
           "%.0f %% of its way.\n",
           plotted->moments.count, survey->data.images, options->out, 100.0 * share);
    return true;
}

static bool print_end(const Plotted *plotted, const PlotOptions *options, Err *err)
{
    const Net *net = &plotted->net;
    int points = plotted->info.curves.points, neurons = net->shape.size[1];
    if (plotted->survey) {
        return print_landscape(plotted, options, err);
    }
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
    Plotted plotted = {.survey = NULL};
    bool ok = load(args.path[0], &options, &plotted, err) &&
              check_out(options.out, args.path[0], err) && save(&plotted, &options, err) &&
              print_end(&plotted, &options, err);
    free_plotted(&plotted);
    return ok ? CLI_DONE : CLI_FAILED;
}
