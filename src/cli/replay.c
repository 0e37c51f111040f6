/* inkling replay: pen strokes drawn as the mouse draws them, then classified. */
#include "cli/cli.h"

#include <stdio.h>

#include "cli/args.h"
#include "cli/redraw.h"
#include "cli/tally.h"

typedef struct ReplayOptions {
    const char *model;
    Redraw redraw;
    bool raw;
    uint64_t seed;
    bool json;
} ReplayOptions;

static const char ABOUT[] =
    "Draw digits that people wrote with a pen, as the mouse would, and classify them.\n"
    "A line of the file is a digit: its label, its source, and strokes separated by\n"
    "semicolons; points are separated by blanks, each x,y from 0 to 1000. InkML whose traces\n"
    "are annotated as digits, and UNIPEN whose segments are labelled so, are taken as well.";

static bool read_options(int argc, char **argv, ReplayOptions *options, Args *args, Err *err)
{
    const char *size = "0.7", *at = "centre";
    const ArgOption option[] = {
        {"model", "FILE", "the network; if not given, the one that comes with Inkling",
         .text = &options->model},
        {"size", "S|A..B", "longer side of a digit, share of the sheet, or drawn from a range",
         .text = &size},
        {"at", "centre|random", "where on the sheet", .text = &at},
        {"brush", "W", "width of the brush in cells", .number = &options->redraw.brush_cell},
        {"dot", "X", "a stray dot beside each: so far outside of it, a share of its longer side",
         .number = &options->redraw.dot},
        {"raw", NULL, "show the network the sheet as it is, whatever it was trained on",
         .flag = &options->raw},
        {"seed", "N", "of all that is random", .seed = &options->seed},
        {"json", NULL, "print JSON: digits, right, accuracy, per_digit, confusion, sure, ...",
         .flag = &options->json},
    };
    const ArgForm form = {
        .usage = "inkling replay [OPTION]... STROKES[.gz]",
        .about = ABOUT,
        .option = option,
        .options = sizeof option / sizeof *option,
        .least = 1,
        .most = 1,
        .needs = "Name one file of pen strokes.",
    };
    return args_parse(&form, argc, argv, args, err) &&
           (args->help || redraw_parse(&options->redraw, size, at, err));
}

static bool classify(const Digits *digits, const Net *net, Preparation preparation,
                     const ReplayOptions *options, Tally *tally, Err *err)
{
    Rng rng;
    NetActs acts;
    bool ok = net_acts_make(&acts, &net->shape, err);
    rng_init(&rng, options->seed);
    for (int i = 0; ok && i < digits->digits; i++) {
        Answer answer;
        ok =
            redraw_answer(&options->redraw, digits, i, preparation, net, &acts, &rng, &answer, err);
        if (ok) {
            tally_add(tally, digits->digit[i].label, answer.digit, answer.kind);
        }
    }
    net_acts_free(&acts);
    return ok;
}

static cJSON *share_json(int right, int of)
{
    return of ? cJSON_CreateNumber((double)right / of) : cJSON_CreateNull();
}

static bool print_json(const Tally *tally, Err *err)
{
    cJSON *line = cJSON_CreateObject();
    cJSON_AddNumberToObject(line, "digits", tally->images);
    cJSON_AddNumberToObject(line, "right", tally->right);
    cJSON_AddNumberToObject(line, "accuracy", tally_accuracy(tally));
    cJSON *per_digit = cJSON_AddArrayToObject(line, "per_digit");
    for (int d = 0; d < NET_OUTPUTS; d++) {
        cJSON_AddItemToArray(per_digit, share_json(confusion_right(&tally->confusion, d),
                                                   tally->confusion.count[d][CONFUSION_ALL]));
    }
    cJSON_AddItemToObject(line, "confusion", tally_json(tally));
    tally_add_doubt(tally, line);
    return cli_print_json(line, err);
}

static void print_text(const Tally *tally)
{
    printf("%d of %d digits right: %.2f %%.\n\n", tally->right, tally->images,
           100 * tally_accuracy(tally));
    tally_print(tally);
    printf("\n");
    tally_print_doubt(tally, "Digits");
}

CliStatus replay_run(int argc, char **argv, Err *err)
{
    bool ok = false;
    ReplayOptions options = {.redraw = {.brush_cell = BRUSH_DEFAULT_CELL}, .seed = 1};
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
    Tally tally = {0};
    if (!cli_load_model(options.model, &net, &info, &preparation, err) ||
        !cli_load_digits(args.path[0], &digits, err)) {
        goto done;
    }
    preparation = options.raw ? PREPARATION_RAW : preparation;
    if (!classify(&digits, &net, preparation, &options, &tally, err) ||
        (options.json && !print_json(&tally, err))) {
        goto done;
    }
    if (!options.json) {
        print_text(&tally);
    }
    ok = true;
done:
    digits_free(&digits);
    net_free(&net);
    return ok ? CLI_DONE : CLI_FAILED;
}
