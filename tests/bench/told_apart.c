/* Each way of writing a digit told apart, and how well it is read. */
#include "bench.h"

#include <stdio.h>

#include "cli/args.h"
#include "cli/forms.h"
#include "cli/redraw.h"

typedef struct FormsOptions {
    const char *model;
    Redraw redraw;
    uint64_t seed;
    bool json;
} FormsOptions;

typedef struct Count {
    int digits[NET_OUTPUTS][FORMS_MAX], right[NET_OUTPUTS][FORMS_MAX]; /* [label][form] */
} Count;

static bool read_options(int argc, char **argv, FormsOptions *options, Args *args, Err *err)
{
    const char *size = "0.7", *at = "centre";
    const ArgOption option[] = {
        {"model", "FILE", "the network; if not given, the one that comes with Inkling",
         .text = &options->model},
        {"size", "S|A..B", "as of inkling replay", .text = &size},
        {"at", "centre|random", "likewise", .text = &at},
        {"brush", "W", "likewise", .number = &options->redraw.brush_cell},
        {"seed", "N", "of all that is random", .seed = &options->seed},
        {"json", NULL, "print one JSON object", .flag = &options->json},
    };
    const ArgForm form = {
        .usage = "./run bench-forms [OPTION]... STROKES[.gz]",
        .about =
            "Draw digits that people wrote with a pen, and classify them: each way of writing\n"
            "a digit by itself, crossed, with a foot, and so on.",
        .option = option,
        .options = sizeof option / sizeof *option,
        .least = 1,
        .most = 1,
        .needs = "Name one file of pen strokes.",
    };
    return args_parse(&form, argc, argv, args, err) &&
           (args->help || redraw_parse(&options->redraw, size, at, err));
}

static bool count(const Digits *digits, const Net *net, Preparation preparation,
                  const FormsOptions *options, Count *counted, Err *err)
{
    Rng rng;
    NetActs acts;
    bool ok = net_acts_make(&acts, &net->shape, err);
    rng_init(&rng, options->seed);
    for (int i = 0; ok && i < digits->digits; i++) {
        Answer answer;
        ok =
            redraw_answer(&options->redraw, digits, i, preparation, net, &acts, &rng, &answer, err);
        int label = digits->digit[i].label, form = forms_tell(digits, i);
        counted->digits[label][form]++;
        counted->right[label][form] += ok && answer.digit == label;
    }
    net_acts_free(&acts);
    return ok;
}

static bool print_json(const Count *counted, Err *err)
{
    cJSON *line = cJSON_CreateObject(), *rows = cJSON_AddArrayToObject(line, "forms");
    for (int label = 0; label < NET_OUTPUTS; label++) {
        for (int form = 0; form < forms_count(label); form++) {
            int right = counted->right[label][form], digits = counted->digits[label][form];
            cJSON *row = cJSON_CreateObject();
            cJSON_AddNumberToObject(row, "label", label);
            cJSON_AddStringToObject(row, "form", forms_name(label, form));
            cJSON_AddNumberToObject(row, "digits", digits);
            cJSON_AddNumberToObject(row, "right", right);
            cJSON_AddItemToObject(row, "accuracy",
                                  digits ? cJSON_CreateNumber((double)right / digits)
                                         : cJSON_CreateNull());
            cJSON_AddItemToArray(rows, row);
        }
    }
    return cli_print_json(line, err);
}

static void print_text(const Count *counted)
{
    printf("Digit  form             digits   right\n");
    for (int label = 0; label < NET_OUTPUTS; label++) {
        for (int form = 0; form < forms_count(label); form++) {
            int right = counted->right[label][form], digits = counted->digits[label][form];
            printf("%5d  %-15s %7d %7d", label, forms_name(label, form), digits, right);
            if (digits) {
                printf("  %6.2f %%", 100.0 * right / digits);
            }
            printf("\n");
        }
    }
}

CliStatus told_apart_run(int argc, char **argv, Err *err)
{
    bool ok = false;
    FormsOptions options = {.redraw = {.brush_cell = BRUSH_DEFAULT_CELL}, .seed = 1};
    Args args;
    if (!read_options(argc, argv, &options, &args, err)) {
        return CLI_USAGE;
    }
    if (args.help) {
        return CLI_DONE;
    }
    Net net;
    NetInfo info;
    Preparation preparation;
    Digits digits = {0};
    Count counted = {0};
    if (!cli_load_model(options.model, &net, &info, &preparation, err) ||
        !cli_load_digits(args.path[0], &digits, err) ||
        !count(&digits, &net, preparation, &options, &counted, err) ||
        (options.json && !print_json(&counted, err))) {
        goto done;
    }
    if (!options.json) {
        print_text(&counted);
    }
    ok = true;
done:
    digits_free(&digits);
    net_free(&net);
    return ok ? CLI_DONE : CLI_FAILED;
}
