/* inkling digits: the user's own digits, or those of a file, counted, listed and exported. */
#include "cli/cli.h"

#include <stdio.h>

#include "cli/args.h"
#include "cli/forms.h"
#include "ink/export.h"
#include "ink/own.h"

typedef struct DigitsOptions {
    const char *idx, *csv, *strokes; /* where to; NULL for not at all */
    bool list, json;
} DigitsOptions;

static bool read_options(int argc, char **argv, DigitsOptions *options, Args *args, Err *err)
{
    const ArgOption option[] = {
        {"list", NULL, "print a line for each digit: number, label, source, strokes, form",
         .flag = &options->list},
        {"export-idx", "PREFIX", "save PREFIX-images-idx3-ubyte and PREFIX-labels-idx1-ubyte",
         .text = &options->idx},
        {"export-csv", "FILE", "save label,pixel0,...,pixel783, as Kaggle has MNIST",
         .text = &options->csv},
        {"export-strokes", "FILE", "save the strokes, as `inkling replay` reads them",
         .text = &options->strokes},
        {"json", NULL, "print JSON: file, digits, per_label; with --list an object for each digit",
         .flag = &options->json},
    };
    const ArgForm form = {
        .usage = "inkling digits [OPTION]... [STROKES[.gz]]",
        .about = "Count, list and export pen digits: those in a file, or, if none is named, the\n"
                 "ones that you labelled in the window. Images are 28x28, prepared as MNIST's are.",
        .option = option,
        .options = sizeof option / sizeof *option,
        .most = 1,
        .needs = "Name one file of pen strokes at most.",
    };
    return args_parse(&form, argc, argv, args, err);
}

static cJSON *digit_json(const Digits *digits, int i)
{
    const PenDigit *digit = &digits->digit[i];
    cJSON *line = cJSON_CreateObject();
    cJSON_AddNumberToObject(line, "number", i + 1);
    cJSON_AddNumberToObject(line, "label", digit->label);
    cJSON_AddStringToObject(line, "source", digit->source);
    cJSON_AddNumberToObject(line, "strokes", digit->count);
    cJSON_AddStringToObject(line, "form", forms_name(digit->label, forms_tell(digits, i)));
    return line;
}

static bool list(const Digits *digits, bool json, Err *err)
{
    for (int i = 0; i < digits->digits; i++) {
        const PenDigit *digit = &digits->digit[i];
        if (json && !cli_print_json(digit_json(digits, i), err)) {
            return false;
        }
        if (!json) {
            printf("%6d  %d  %-*s %3d  %s\n", i + 1, digit->label, DIGITS_SOURCE, digit->source,
                   digit->count, forms_name(digit->label, forms_tell(digits, i)));
        }
    }
    return true;
}

static bool count(const Digits *digits, const char *path, bool json, Err *err)
{
    int label[NET_OUTPUTS] = {0};
    for (int i = 0; i < digits->digits; i++) {
        label[digits->digit[i].label]++;
    }
    if (json) {
        cJSON *line = cJSON_CreateObject();
        cJSON_AddStringToObject(line, "file", path);
        cJSON_AddNumberToObject(line, "digits", digits->digits);
        cJSON_AddItemToObject(line, "per_label", cJSON_CreateIntArray(label, NET_OUTPUTS));
        return cli_print_json(line, err);
    }
    printf("%d digit%s in %s.\n", digits->digits, digits->digits == 1 ? "" : "s", path);
    for (int d = 0; digits->digits > 0 && d < NET_OUTPUTS; d++) {
        printf("%5d%6d\n", d, label[d]);
    }
    return true;
}

static bool export(const Digits *digits, const DigitsOptions *options, Err *err)
{
    return (!options->idx || export_idx(digits, options->idx, err)) &&
           (!options->csv || export_csv(digits, options->csv, err)) &&
           (!options->strokes || export_strokes(digits, options->strokes, err));
}

static bool show(const Digits *digits, const char *path, const DigitsOptions *options, Err *err)
{
    return export(digits, options, err) &&
           (options->list ? list(digits, options->json, err)
                          : count(digits, path, options->json, err));
}

static bool show_named(const char *path, const DigitsOptions *options, Err *err)
{
    Digits digits;
    bool ok = cli_load_digits(path, &digits, err) && show(&digits, path, options, err);
    digits_free(&digits);
    return ok;
}

static bool show_own(const char *command, const DigitsOptions *options, Err *err)
{
    Path path;
    Own own;
    if (!cli_load_own(command, &own, &path, err)) {
        return false;
    }
    bool ok = show(&own.digits, path.text, options, err);
    own_free(&own);
    return ok;
}

CliStatus digits_run(int argc, char **argv, Err *err)
{
    DigitsOptions options = {0};
    Args args;
    if (!read_options(argc, argv, &options, &args, err)) {
        return CLI_USAGE;
    }
    if (args.help) {
        return CLI_DONE;
    }
    bool ok =
        args.paths ? show_named(args.path[0], &options, err) : show_own(argv[0], &options, err);
    return ok ? CLI_DONE : CLI_FAILED;
}
