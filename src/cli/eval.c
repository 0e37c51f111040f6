/* inkling eval: how well a network knows the test images of MNIST. */
#include "cli/cli.h"

#include <stdio.h>

#include "cli/args.h"
#include "cli/tally.h"
#include "train/generate.h"
#include "train/mnist.h"
#include "train/review.h"

/* Images that show no digit, none of which a network is trained on: those come from other seeds. */
enum { NO_DIGITS = 4000, NO_DIGIT_SEED = 0x0DD5 };

typedef struct EvalOptions {
    const char *data;
    bool json;
} EvalOptions;

static bool read_options(int argc, char **argv, EvalOptions *options, Args *args, Err *err)
{
    const ArgOption option[] = {
        {"data", "DIR|FILE", "MNIST: its folder, CSV or zip archive", .text = &options->data},
        {"json", NULL,
         "print one JSON object: images, right, accuracy, cost, confusion, sure, ..., no_digit",
         .flag = &options->json},
    };
    const ArgForm form = {
        .usage = "inkling eval [OPTION]... FILE",
        .about = "Measure a network on the test images of MNIST, prepared as it wants them, and on "
                 "4,000\n"
                 "generated scribbles, letters and signs that are no digit.",
        .option = option,
        .options = sizeof option / sizeof *option,
        .least = 1,
        .most = 1,
        .needs = "Name one network file.",
    };
    return args_parse(&form, argc, argv, args, err);
}

static bool measure(const Net *net, NetCost cost, const Dataset *test, Tally *tally, double *mean,
                    Err *err)
{
    Review review;
    if (!review_make(&review, net, cost, test, err)) {
        return false;
    }
    review_go_on(&review, test->images);
    *mean = 0;
    for (int i = 0; i < test->images; i++) {
        const ReviewAnswer *answer = &review.answer[i];
        tally_add(tally, test->label[i], answer->digit, answer->kind);
        *mean += (double)answer->cost / test->images;
    }
    review_free(&review);
    return true;
}

/* The test images, prepared; where the data have none, all that there are. */
static bool load_test(const char *data, Preparation preparation, int threads, Dataset *test,
                      Err *err)
{
    Err said;
    Mnist mnist;
    if (!mnist_load(&mnist, data, err)) {
        return false;
    }
    const Dataset *measured = mnist.test.images > 0 ? &mnist.test : &mnist.train;
    if (mnist.test.images == 0) {
        err_set(&said, "%s has no test images of its own: all %d images with labels are measured.",
                mnist.folder.text, mnist.train.images);
        cli_complain("eval", &said);
    }
    bool ok = dataset_prepare(test, measured, preparation, threads, err);
    mnist_free(&mnist);
    return ok;
}

static bool print_json(const Tally *tally, const Tally *strange, double cost, Err *err)
{
    cJSON *line = cJSON_CreateObject();
    cJSON_AddNumberToObject(line, "images", tally->images);
    cJSON_AddNumberToObject(line, "right", tally->right);
    cJSON_AddNumberToObject(line, "accuracy", tally_accuracy(tally));
    cJSON_AddNumberToObject(line, "cost", cost);
    cJSON_AddItemToObject(line, "confusion", tally_json(tally));
    tally_add_doubt(tally, line);
    tally_add_doubt(strange, cJSON_AddObjectToObject(line, "no_digit"));
    return cli_print_json(line, err);
}

static void print_text(const Tally *tally, const Tally *strange, double cost, NetCost kind)
{
    printf("%d of %d test images right: %.2f %%. Mean cost (%s): %.4f.\n\n", tally->right,
           tally->images, 100 * tally_accuracy(tally), net_cost_name(kind), cost);
    tally_print(tally);
    printf("\n");
    tally_print_doubt(tally, "Test images");
    tally_print_doubt(strange, "Generated scribbles, letters and signs");
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
    Dataset test = {0}, no_digit = {0};
    int threads = train_config_default().threads;
    if (!cli_load_model(args.path[0], &net, &info, &preparation, err) ||
        !load_test(options.data, preparation, threads, &test, err) ||
        !generate_dataset(&no_digit, NO_DIGITS, 1.0f, preparation, NO_DIGIT_SEED, threads, err)) {
        goto done;
    }
    Tally tally = {0}, strange = {0};
    double cost, no_digit_cost;
    if (!measure(&net, info.cost, &test, &tally, &cost, err) ||
        !measure(&net, info.cost, &no_digit, &strange, &no_digit_cost, err)) {
        goto done;
    }
    if (options.json && !print_json(&tally, &strange, cost, err)) {
        goto done;
    }
    if (!options.json) {
        print_text(&tally, &strange, cost, info.cost);
    }
    status = CLI_DONE;
done:
    dataset_free(&no_digit);
    dataset_free(&test);
    net_free(&net);
    return status;
}
