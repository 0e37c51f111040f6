/* inkling classify: which digit a picture shows. */
#include "cli/cli.h"

#include <limits.h>
#include <stdio.h>

#include "cli/args.h"
#include "cli/picture.h"

typedef struct ClassifyOptions {
    const char *model;
    bool json;
} ClassifyOptions;

/* What the network said of a picture. */
typedef struct Answer {
    bool blank; /* nothing is drawn: there is no answer */
    int digit;
    float activation[NET_OUTPUTS];
} Answer;

static bool read_options(int argc, char **argv, ClassifyOptions *options, Args *args, Err *err)
{
    const ArgOption option[] = {
        {"model", "FILE", "the network; if not given, the one that comes with Inkling",
         .text = &options->model},
        {"json", NULL, "print one JSON object a picture: file, digit, activations",
         .flag = &options->json},
    };
    const ArgForm form = {
        .usage = "inkling classify [OPTION]... IMAGE...",
        .about =
            "Say which digit each picture shows: PNG, PGM or BMP of any size, dark on light or\n"
            "light on dark. A picture is prepared like a drawing in the window.",
        .option = option,
        .options = sizeof option / sizeof *option,
        .least = 1,
        .most = INT_MAX,
        .needs = "Name at least one picture.",
    };
    return args_parse(&form, argc, argv, args, err);
}

static bool classify(const Net *net, Preparation preparation, const char *path, Answer *answer,
                     Err *err)
{
    Picture picture;
    Sheet sheet;
    *answer = (Answer){0};
    if (!picture_load(&picture, path, err)) {
        return false;
    }
    bool ok =
        normalise_picture(picture.grey, picture.width, picture.height, preparation, &sheet, err);
    picture_free(&picture);
    if (!ok) {
        return false;
    }
    NetInputRoom room;
    NetActs acts;
    NetInput input = net_input(sheet.cell, &room);
    net_forward(net, &input, &acts);
    const float *outputs = net_outputs(net, &acts);
    for (int d = 0; d < NET_OUTPUTS; d++) {
        answer->activation[d] = outputs[d];
    }
    answer->digit = net_answer(outputs);
    answer->blank = raster_is_blank(&sheet);
    return true;
}

static bool print_json(const char *path, const Answer *answer, Err *err)
{
    cJSON *line = cJSON_CreateObject();
    cJSON_AddStringToObject(line, "file", path);
    if (answer->blank) {
        cJSON_AddNullToObject(line, "digit");
        cJSON_AddNullToObject(line, "activations");
    } else {
        cJSON_AddNumberToObject(line, "digit", answer->digit);
        cJSON_AddItemToObject(line, "activations",
                              cJSON_CreateFloatArray(answer->activation, NET_OUTPUTS));
    }
    return cli_print_json(line, err);
}

static void print_text(const char *path, const Answer *answer)
{
    if (answer->blank) {
        printf("%s: nothing is drawn on it.\n", path);
    } else {
        printf("%s: %d  (activation %.2f)\n", path, answer->digit,
               (double)answer->activation[answer->digit]);
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
    if (!cli_load_model(options.model, &net, &info, &preparation, err)) {
        return CLI_FAILED;
    }
    CliStatus status = CLI_DONE;
    for (int i = 0; i < args.paths; i++) {
        Answer answer;
        Err wrong;
        bool ok = classify(&net, preparation, args.path[i], &answer, &wrong);
        if (ok && options.json) {
            ok = print_json(args.path[i], &answer, &wrong);
        } else if (ok) {
            print_text(args.path[i], &answer);
        }
        if (!ok) {
            cli_complain(argv[0], &wrong);
            status = CLI_FAILED;
        }
    }
    net_free(&net);
    return status;
}
