/* inkling replay: pen strokes drawn as the mouse draws them, then classified. */
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

#include "base/rng.h"
#include "cli/args.h"
#include "cli/forms.h"
#include "cli/leave_out.h"
#include "cli/tally.h"

typedef struct ReplayOptions {
    const char *model;
    float size_least, size_most; /* of the digit's longer side, a share of the sheet's side */
    bool at_random;
    float brush_cell;
    bool raw;
    uint64_t seed;
    bool forms, json;
    int writers; /* of the leave-out test; 0 for none */
    TrainConfig train;
    const char *data;
} ReplayOptions;

/* What came of a replay. */
typedef struct Outcome {
    Tally tally;
    int digits[NET_OUTPUTS][FORMS_MAX], right[NET_OUTPUTS][FORMS_MAX]; /* [label][form] */
} Outcome;

static bool parse_size(const char *text, ReplayOptions *options, Err *err)
{
    char least[32];
    const char *dots = strstr(text, "..");
    size_t length = dots ? (size_t)(dots - text) : strlen(text);
    snprintf(least, sizeof least, "%.*s", (int)length, text);
    if (length >= sizeof least || !args_number(least, &options->size_least) ||
        !args_number(dots ? dots + 2 : least, &options->size_most) || options->size_least <= 0 ||
        options->size_most > 1 || options->size_least > options->size_most) {
        return err_set(
            err,
            "--size takes a share of the sheet above 0 and up to 1, or two of them as in "
            "0.4..0.9, not '%s'.",
            text);
    }
    return true;
}

static bool check_options(const char *size, const char *at, ReplayOptions *options, Err *err)
{
    if (strcmp(at, "centre") != 0 && strcmp(at, "random") != 0) {
        return err_set(err, "--at takes centre or random, not '%s'.", at);
    }
    options->at_random = strcmp(at, "random") == 0;
    if (options->brush_cell < BRUSH_MIN_CELL || options->brush_cell > BRUSH_MAX_CELL) {
        return err_set(err, "--brush takes a width from %g to %g cells.", (double)BRUSH_MIN_CELL,
                       (double)BRUSH_MAX_CELL);
    }
    if (options->writers < 0) {
        return err_set(err, "--writers takes the number of writers, not %d.", options->writers);
    }
    if (options->writers > 0 && options->forms) {
        return err_set(err, "--writers and --forms do not go together: use one after the other.");
    }
    return parse_size(size, options, err) && train_config_check(&options->train, err);
}

static const char ABOUT[] =
    "Draw digits that people wrote with a pen, as the mouse would, and classify them.\n"
    "A line of the file is a digit: its label, its source, and strokes separated by\n"
    "semicolons; points are separated by blanks, each x,y from 0 to 1000.\n"
    "With --writers, the network is trained further for each of the writers (the\n"
    "sources) with the most digits, on ten of the digits mixed in as in the window, and\n"
    "measured on the others and on MNIST, before and after; where and how large digits\n"
    "are drawn does not matter then.";

static bool read_options(int argc, char **argv, ReplayOptions *options, Args *args, Err *err)
{
    const char *size = "0.7", *at = "centre";
    const ArgOption option[] = {
        {"model", "FILE", "the network; if not given, the one that comes with Inkling",
         .text = &options->model},
        {"size", "S|A..B", "longer side of a digit, share of the sheet, or drawn from a range",
         .text = &size},
        {"at", "centre|random", "where on the sheet", .text = &at},
        {"brush", "W", "width of the brush in cells", .number = &options->brush_cell},
        {"raw", NULL, "show the network the sheet as it is, whatever it was trained on",
         .flag = &options->raw},
        {"seed", "N", "of all that is random", .seed = &options->seed},
        {"forms", NULL, "tell each way of writing a digit apart: crossed, with a foot, ...",
         .flag = &options->forms},
        {"writers", "N", "what training further does for each of N writers: the leave-out test",
         .whole = &options->writers},
        {"epochs", "N", "with --writers: of this training", .whole = &options->train.epochs},
        {"rate", "X", "with --writers: its learning rate", .number = &options->train.rate},
        {"data", "DIR", "with --writers: where the four files of MNIST are",
         .text = &options->data},
        {"json", NULL,
         "print JSON: digits, right, accuracy, per_digit, confusion, sure, ..., forms",
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
           (args->help || check_options(size, at, options, err));
}

/* A place for something `side_cell` long where it and half a brush on each side fit, or the middle
 * where they do not. */
static float place_side(float side_cell, float brush_cell, bool at_random, Rng *rng)
{
    float share = at_random ? rng_unit(rng) : 0.5f;
    float free_cell = SHEET_SIDE - side_cell - brush_cell;
    return free_cell > 0 ? brush_cell / 2 + share * free_cell : (SHEET_SIDE - side_cell) / 2;
}

static bool draw_digit(const Digits *digits, int i, const ReplayOptions *options, Rng *rng,
                       Drawing *drawing, Err *err)
{
    float share = options->size_least + rng_unit(rng) * (options->size_most - options->size_least);
    float side_cell = share * SHEET_SIDE;
    Point size = digits_size(digits, i, side_cell), corner;
    corner.x_cell = place_side(size.x_cell, options->brush_cell, options->at_random, rng);
    corner.y_cell = place_side(size.y_cell, options->brush_cell, options->at_random, rng);
    return digits_draw(digits, i, corner, side_cell, options->brush_cell, drawing, err);
}

static bool classify(const Digits *digits, const Net *net, Preparation preparation,
                     const ReplayOptions *options, Outcome *outcome, Err *err)
{
    Rng rng;
    rng_init(&rng, options->seed);
    for (int i = 0; i < digits->digits; i++) {
        Drawing drawing = {0};
        Sheet sheet;
        bool ok = draw_digit(digits, i, options, &rng, &drawing, err) &&
                  normalise_drawing(&drawing, preparation, &sheet, err);
        drawing_free(&drawing);
        if (!ok) {
            return false;
        }
        NetInputRoom room;
        NetActs acts;
        NetInput input = net_input(sheet.cell, &room);
        net_forward(net, &input, &acts);
        int label = digits->digit[i].label;
        const float *outputs = net_outputs(net, &acts);
        Answer answer = answer_of(outputs);
        tally_add(&outcome->tally, label, answer.digit, answer.kind);
        if (options->forms) {
            int form = forms_tell(digits, i);
            outcome->digits[label][form]++;
            outcome->right[label][form] += answer.digit == label;
        }
    }
    return true;
}

static cJSON *share_json(int right, int of)
{
    return of ? cJSON_CreateNumber((double)right / of) : cJSON_CreateNull();
}

static cJSON *forms_json(const Outcome *outcome)
{
    cJSON *rows = cJSON_CreateArray();
    for (int label = 0; label < NET_OUTPUTS; label++) {
        for (int form = 0; form < forms_count(label); form++) {
            int right = outcome->right[label][form], digits = outcome->digits[label][form];
            cJSON *row = cJSON_CreateObject();
            cJSON_AddNumberToObject(row, "label", label);
            cJSON_AddStringToObject(row, "form", forms_name(label, form));
            cJSON_AddNumberToObject(row, "digits", digits);
            cJSON_AddNumberToObject(row, "right", right);
            cJSON_AddItemToObject(row, "accuracy", share_json(right, digits));
            cJSON_AddItemToArray(rows, row);
        }
    }
    return rows;
}

static bool print_json(const Outcome *outcome, bool forms, Err *err)
{
    const Tally *tally = &outcome->tally;
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
    if (forms) {
        cJSON_AddItemToObject(line, "forms", forms_json(outcome));
    }
    return cli_print_json(line, err);
}

static void print_forms(const Outcome *outcome)
{
    printf("\nDigit  form             digits   right\n");
    for (int label = 0; label < NET_OUTPUTS; label++) {
        for (int form = 0; form < forms_count(label); form++) {
            int right = outcome->right[label][form], digits = outcome->digits[label][form];
            printf("%5d  %-15s %7d %7d", label, forms_name(label, form), digits, right);
            if (digits) {
                printf("  %6.2f %%", 100.0 * right / digits);
            }
            printf("\n");
        }
    }
}

static void print_text(const Outcome *outcome, bool forms)
{
    const Tally *tally = &outcome->tally;
    printf("%d of %d digits right: %.2f %%.\n\n", tally->right, tally->images,
           100 * tally_accuracy(tally));
    tally_print(tally);
    printf("\n");
    tally_print_doubt(tally, "Digits");
    if (forms) {
        print_forms(outcome);
    }
}

static bool replay(const Digits *digits, const Net *net, Preparation preparation,
                   const ReplayOptions *options, Err *err)
{
    Outcome outcome = {0};
    if (!classify(digits, net, preparation, options, &outcome, err)) {
        return false;
    }
    if (options->json) {
        return print_json(&outcome, options->forms, err);
    }
    print_text(&outcome, options->forms);
    return true;
}

static bool leave_out(const Digits *digits, const Net *net, const NetInfo *info,
                      Preparation preparation, const ReplayOptions *options, Err *err)
{
    LeaveOut test = {
        .net = net,
        .mix = mix_config_default(),
        .train = options->train,
        .data = options->data,
        .writers = options->writers,
        .json = options->json,
    };
    test.mix.own = true;
    test.mix.preparation = preparation;
    test.train.cost = info->cost;
    test.train.seed = test.mix.seed = options->seed;
    return leave_out_run(&test, digits, err);
}

CliStatus replay_run(int argc, char **argv, Err *err)
{
    bool ok = false;
    ReplayOptions options = {
        .brush_cell = BRUSH_DEFAULT_CELL, .seed = 1, .train = train_config_further()};
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
    if (!cli_load_model(options.model, &net, &info, &preparation, err) ||
        !cli_load_digits(args.path[0], &digits, err)) {
        goto done;
    }
    preparation = options.raw ? PREPARATION_RAW : preparation;
    ok = options.writers ? leave_out(&digits, &net, &info, preparation, &options, err)
                         : replay(&digits, &net, preparation, &options, err);
done:
    digits_free(&digits);
    net_free(&net);
    return ok ? CLI_DONE : CLI_FAILED;
}
