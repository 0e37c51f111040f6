/* inkling classify: which digit a picture shows. */
#include "cli/cli.h"

#include <limits.h>
#include <stdio.h>

#include "base/picture.h"
#include "cli/args.h"
#include "ink/flat.h"
#include "nn/answer.h"

typedef struct ClassifyOptions {
    const char *model;
    bool json;
} ClassifyOptions;

/* What the network said of a picture. */
typedef struct Said {
    bool blank; /* nothing is drawn: there is no answer */
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
            "Say which digit each picture shows: PNG, JPEG, GIF, WebP, BMP, PBM, PGM, PPM or PAM\n"
            "of any size, dark on light or light on dark; - is standard input. A picture is "
            "prepared like a drawing in the window. As there, an\n"
            "answer may be in doubt between two digits, and is no digit I know where no output\n"
            "reaches 0.4. In JSON the verdict is \"sure\", \"in doubt\" or \"no digit\"; digit is\n"
            "null where there is none, and other where there is no doubt.",
        .option = option,
        .options = sizeof option / sizeof *option,
        .least = 1,
        .most = INT_MAX,
        .needs = "Name at least one picture.",
    };
    return args_parse(&form, argc, argv, args, err);
}

static bool classify(const Net *net, Preparation preparation, const char *path, NetActs *acts,
                     Said *said, Err *err)
{
    Picture picture;
    Sheet sheet;
    *said = (Said){0};
    if (!picture_load_stream(&picture, path, err)) {
        return false;
    }
    bool ok = flat_input(&picture, preparation, &sheet, err);
    picture_free(&picture);
    if (!ok) {
        return false;
    }
    const float *outputs = net_forward_levels(net, sheet.cell, acts);
    for (int d = 0; d < NET_OUTPUTS; d++) {
        said->activation[d] = outputs[d];
    }
    said->answer = answer_of(outputs);
    said->blank = raster_is_blank(&sheet);
    return true;
}

static void add_digit(cJSON *line, const char *key, bool there, int digit)
{
    cJSON_AddItemToObject(line, key, there ? cJSON_CreateNumber(digit) : cJSON_CreateNull());
}

static bool print_json(const char *path, const Said *said, Err *err)
{
    cJSON *line = cJSON_CreateObject();
    const Answer *answer = &said->answer;
    bool digit = !said->blank && answer->kind != ANSWER_NONE;
    cJSON_AddStringToObject(line, "file", path);
    add_digit(line, "digit", digit, answer->digit);
    add_digit(line, "other", digit && answer->kind == ANSWER_DOUBT, answer->other);
    if (said->blank) {
        cJSON_AddNullToObject(line, "verdict");
        cJSON_AddNullToObject(line, "activations");
    } else {
        cJSON_AddStringToObject(line, "verdict", answer_name(answer->kind));
        cJSON_AddItemToObject(line, "activations",
                              cJSON_CreateFloatArray(said->activation, NET_OUTPUTS));
    }
    return cli_print_json(line, err);
}

static void print_text(const char *path, const Said *said)
{
    int digit = said->answer.digit, other = said->answer.other;
    double best = (double)said->activation[digit], next = (double)said->activation[other];
    if (said->blank) {
        printf("%s: nothing is drawn on it.\n", path);
    } else if (said->answer.kind == ANSWER_SURE) {
        printf("%s: %d  (activation %.2f)\n", path, digit, best);
    } else if (said->answer.kind == ANSWER_DOUBT) {
        printf("%s: %d or %d, in doubt  (activations %.2f and %.2f)\n", path, digit, other, best,
               next);
    } else {
        printf("%s: no digit I know  (the strongest output is %d with %.2f)\n", path, digit, best);
    }
    fflush(stdout);
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
    Net net;
    NetInfo info;
    Preparation preparation;
    NetActs acts;
    if (!cli_load_model(options.model, &net, &info, &preparation, err)) {
        return CLI_FAILED;
    }
    if (!net_acts_make(&acts, &net.shape, err)) {
        net_free(&net);
        return CLI_FAILED;
    }
    CliStatus status = CLI_DONE;
    for (int i = 0; i < args.paths; i++) {
        Said said;
        Err wrong;
        bool ok = classify(&net, preparation, args.path[i], &acts, &said, &wrong);
        if (ok && options.json) {
            ok = print_json(args.path[i], &said, &wrong);
        } else if (ok) {
            print_text(args.path[i], &said);
        }
        if (!ok) {
            cli_complain(argv[0], &wrong);
            status = CLI_FAILED;
        }
    }
    net_acts_free(&acts);
    net_free(&net);
    return status;
}
