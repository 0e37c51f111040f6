/* inkling eval: how well a network knows the test images of MNIST. */
#include "cli/cli.h"

#include <stdio.h>

#include "cli/args.h"
#include "cli/tally.h"
#include "train/mnist.h"
#include "train/sgd.h"

typedef struct EvalOptions {
    const char *data;
    bool json;
} EvalOptions;

static bool read_options(int argc, char **argv, EvalOptions *options, Args *args, Err *err)
{
    const ArgOption option[] = {
        {"data", "DIR", "where the four files of MNIST are", .text = &options->data},
        {"json", NULL, "print one JSON object: images, right, accuracy, cost, confusion",
         .flag = &options->json},
    };
    const ArgForm form = {
        .usage = "inkling eval [OPTION]... FILE",
        .about = "Measure a network on the 10,000 test images of MNIST, prepared as it wants them.",
        .option = option,
        .options = sizeof option / sizeof *option,
        .least = 1,
        .most = 1,
        .needs = "Name one network file.",
    };
    return args_parse(&form, argc, argv, args, err);
}

/* Returns the mean cost. */
static double measure(const Net *net, NetCost cost, const Dataset *test, Tally *tally)
{
    NetActs acts;
    double sum = 0;
    for (int i = 0; i < test->images; i++) {
        NetInput input = dataset_input(test, i);
        net_forward(net, &input, &acts);
        const float *outputs = net_outputs(net, &acts);
        tally_add(tally, test->label[i], net_answer(outputs));
        sum += net_cost(outputs, test->label[i], cost);
    }
    return test->images ? sum / test->images : 0;
}

static bool print_json(const Tally *tally, double cost, Err *err)
{
    cJSON *line = cJSON_CreateObject();
    cJSON_AddNumberToObject(line, "images", tally->images);
    cJSON_AddNumberToObject(line, "right", tally->right);
    cJSON_AddNumberToObject(line, "accuracy", tally_accuracy(tally));
    cJSON_AddNumberToObject(line, "cost", cost);
    cJSON_AddItemToObject(line, "confusion", tally_json(tally));
    return cli_print_json(line, err);
}

static void print_text(const Tally *tally, double cost, NetCost kind)
{
    printf("%d of %d test images right: %.2f %%. Mean cost (%s): %.4f.\n\n", tally->right,
           tally->images, 100 * tally_accuracy(tally), net_cost_name(kind), cost);
    tally_print(tally);
}

CliStatus eval_run(int argc, char **argv, Err *err)
{
    CliStatus status = CLI_FAILED;
    EvalOptions options = {0};
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
    Mnist mnist = {0};
    Dataset test = {0};
    int threads = train_config_default().threads;
    if (!cli_load_model(args.path[0], &net, &info, &preparation, err) ||
        !mnist_load(&mnist, options.data, err) ||
        !dataset_prepare(&test, &mnist.test, preparation, threads, err)) {
        goto done;
    }
    Tally tally = {0};
    double cost = measure(&net, info.cost, &test, &tally);
    if (options.json && !print_json(&tally, cost, err)) {
        goto done;
    }
    if (!options.json) {
        print_text(&tally, cost, info.cost);
    }
    status = CLI_DONE;
done:
    dataset_free(&test);
    mnist_free(&mnist);
    net_free(&net);
    return status;
}
