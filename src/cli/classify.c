/* inkling classify: which digits a picture shows. */
#include "cli/cli.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/picture.h"
#include "cli/args.h"
#include "ink/found.h"
#include "nn/answer.h"

typedef struct ClassifyOptions {
    const char *model;
    bool json;
} ClassifyOptions;

/* The network, and where it answers. */
typedef struct Classifier {
    Net net;
    NetInfo info;
    NetActs acts;
    Preparation preparation;
} Classifier;

/* What the network said of a digit. */
typedef struct Said {
    Answer answer;
    float activation[NET_OUTPUTS];
} Said;

static bool read_options(int argc, char **argv, ClassifyOptions *options, Args *args, Err *err)
{
    const ArgOption option[] = {
        {"model", "FILE", "the network; if not given, the one that comes with Inkling",
         .text = &options->model},
        {"json", NULL, "print one JSON object a picture: file, digit, other, verdict, activations",
         .flag = &options->json},
    };
    const ArgForm form = {
        .usage = "inkling classify [OPTION]... IMAGE...",
        .about =
            "Say which digits each picture shows: PNG, JPEG, GIF, WebP, BMP, PBM, PGM, PPM or\n"
            "PAM of any size, drawn, written or photographed, dark on light or light on dark;\n"
            "- is standard input. Shadows, rulings, frames and specks are left out. A digit is\n"
            "prepared like a drawing in the window. As there, an answer may be in doubt between\n"
            "two digits, and is no digit I know where no output reaches 0.4. Of several digits,\n"
            "up to 64, each is told from left to right and line by line, with its box: x, y,\n"
            "width and height in pixels. In JSON digit is null where there is none, and other\n"
            "where there is no doubt; the verdict is \"sure\", \"in doubt\" or \"no digit\";\n"
            "several digits are a list, digits, with x, y, w and h for each.",
        .option = option,
        .options = sizeof option / sizeof *option,
        .least = 1,
        .most = INT_MAX,
        .needs = "Name at least one picture.",
    };
    return args_parse(&form, argc, argv, args, err);
}

static Said ask(Classifier *classifier, const FoundDigit *digit)
{
    Said said;
    const float *outputs =
        net_forward_levels(&classifier->net, digit->input.cell, &classifier->acts);
    for (int d = 0; d < NET_OUTPUTS; d++) {
        said.activation[d] = outputs[d];
    }
    said.answer = answer_of(outputs);
    return said;
}

static void add_digit(cJSON *object, const char *key, bool there, int digit)
{
    cJSON_AddItemToObject(object, key, there ? cJSON_CreateNumber(digit) : cJSON_CreateNull());
}

/* What was said; NULL where nothing is drawn. */
static void add_said(cJSON *object, const Said *said)
{
    bool digit = said != NULL && said->answer.kind != ANSWER_NONE;
    add_digit(object, "digit", digit, digit ? said->answer.digit : 0);
    add_digit(object, "other", digit && said->answer.kind == ANSWER_DOUBT,
              digit ? said->answer.other : 0);
    if (said == NULL) {
        cJSON_AddNullToObject(object, "verdict");
        cJSON_AddNullToObject(object, "activations");
    } else {
        cJSON_AddStringToObject(object, "verdict", answer_name(said->answer.kind));
        cJSON_AddItemToObject(object, "activations",
                              cJSON_CreateFloatArray(said->activation, NET_OUTPUTS));
    }
}

static void add_boxed(cJSON *list, const FoundDigit *digit, const Said *said)
{
    cJSON *object = cJSON_CreateObject();
    cJSON_AddNumberToObject(object, "x", digit->x);
    cJSON_AddNumberToObject(object, "y", digit->y);
    cJSON_AddNumberToObject(object, "w", digit->w);
    cJSON_AddNumberToObject(object, "h", digit->h);
    add_said(object, said);
    cJSON_AddItemToArray(list, object);
}

static bool print_json(Classifier *classifier, const char *path, const Found *found, Err *err)
{
    cJSON *line = cJSON_CreateObject();
    cJSON_AddStringToObject(line, "file", path);
    if (found->count <= 1) {
        Said said = found->count == 1 ? ask(classifier, &found->digit[0]) : (Said){0};
        add_said(line, found->count == 1 ? &said : NULL);
        return cli_print_json(line, err);
    }
    cJSON *list = cJSON_AddArrayToObject(line, "digits");
    for (int i = 0; i < found->count; i++) {
        Said said = ask(classifier, &found->digit[i]);
        add_boxed(list, &found->digit[i], &said);
    }
    return cli_print_json(line, err);
}

static void print_said(const Said *said)
{
    int digit = said->answer.digit, other = said->answer.other;
    double best = (double)said->activation[digit], next = (double)said->activation[other];
    if (said->answer.kind == ANSWER_SURE) {
        printf("%d  (activation %.2f)\n", digit, best);
    } else if (said->answer.kind == ANSWER_DOUBT) {
        printf("%d or %d, in doubt  (activations %.2f and %.2f)\n", digit, other, best, next);
    } else {
        printf("no digit I know  (the strongest output is %d with %.2f)\n", digit, best);
    }
}

static void print_text(Classifier *classifier, const char *path, const Found *found)
{
    if (found->count == 0) {
        printf("%s: nothing is drawn on it.\n", path);
    } else if (found->count > 1) {
        printf("%s: %d digits\n", path, found->count);
    }
    for (int i = 0; i < found->count; i++) {
        const FoundDigit *digit = &found->digit[i];
        Said said = ask(classifier, digit);
        if (found->count == 1) {
            printf("%s: ", path);
        } else {
            printf("  %d,%d %dx%d: ", digit->x, digit->y, digit->w, digit->h);
        }
        print_said(&said);
    }
    fflush(stdout);
}

static bool find(const char *path, Preparation preparation, Found *found, Err *err)
{
    Picture picture;
    Err wrong;
    if (!picture_load_stream(&picture, path, err)) {
        return false;
    }
    bool ok =
        found_in_picture(picture.rgba, picture.width, picture.height, preparation, found, &wrong);
    picture_free(&picture);
    return ok || err_set_code(err, wrong.code, "%s: %s", path, wrong.text);
}

static CliStatus classify_all(const char *command, Classifier *classifier, bool json,
                              const Args *args, Found *found)
{
    CliStatus status = CLI_DONE;
    for (int i = 0; i < args->paths; i++) {
        Err wrong;
        bool ok = find(args->path[i], classifier->preparation, found, &wrong);
        if (ok && json) {
            ok = print_json(classifier, args->path[i], found, &wrong);
        } else if (ok) {
            print_text(classifier, args->path[i], found);
        }
        if (!ok) {
            cli_complain(command, &wrong);
            status = CLI_FAILED;
        }
    }
    return status;
}

CliStatus classify_run(int argc, char **argv, Err *err)
{
    ClassifyOptions options = {0};
    Args args;
    if (!read_options(argc, argv, &options, &args, err)) {
        return CLI_USAGE;
    }
    if (args.help) {
        return CLI_DONE;
    }
    Classifier classifier;
    CliStatus status = CLI_FAILED;
    if (!cli_load_model(options.model, &classifier.net, &classifier.info, &classifier.preparation,
                        err)) {
        return CLI_FAILED;
    }
    Found *found = malloc(sizeof *found);
    if (found == NULL) {
        err_set_code(err, ERR_NO_MEMORY, "There is not enough memory; close other programs.");
    } else if (net_acts_make(&classifier.acts, &classifier.net.shape, err)) {
        status = classify_all(argv[0], &classifier, options.json, &args, found);
        net_acts_free(&classifier.acts);
    }
    free(found);
    net_free(&classifier.net);
    return status;
}
