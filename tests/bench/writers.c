/* The leave-out test as a command. */
#include "bench.h"

#include "cli/args.h"
#include "leave_out.h"

typedef struct WritersOptions {
    const char *model, *data;
    TrainConfig train;
    int writers;
    uint64_t seed;
    bool json;
} WritersOptions;

static bool read_options(int argc, char **argv, WritersOptions *options, Args *args, Err *err)
{
    const ArgOption option[] = {
        {"model", "FILE", "the network; if not given, the one that comes with Inkling",
         .text = &options->model},
        {"writers", "N", "how many of them", .whole = &options->writers},
        {"epochs", "N", "of this training", .whole = &options->train.epochs},
        {"rate", "X", "its learning rate", .number = &options->train.rate},
        {"seed", "N", "of all that is random", .seed = &options->seed},
        {"data", "DIR", "where the four files of MNIST are", .text = &options->data},
        {"json", NULL, "print a JSON object a writer, and one of all", .flag = &options->json},
    };
    const ArgForm form = {
        .usage = "./run bench-writers [OPTION]... STROKES[.gz]",
        .about = "Train the network further for each of the writers (the sources) with the most\n"
                 "digits, on ten of the digits mixed in as in the window, and measure it on the\n"
                 "others and on MNIST, before and after.",
        .option = option,
        .options = sizeof option / sizeof *option,
        .least = 1,
        .most = 1,
        .needs = "Name one file of pen strokes.",
    };
    if (!args_parse(&form, argc, argv, args, err)) {
        return false;
    }
    if (!args->help && options->writers < 1) {
        return err_set(err, "--writers takes the number of writers, not %d.", options->writers);
    }
    return args->help || train_config_check(&options->train, err);
}

CliStatus writers_run(int argc, char **argv, Err *err)
{
    bool ok = false;
    WritersOptions options = {.train = train_config_further(), .writers = 40, .seed = 1};
    Args args;
    if (!read_options(argc, argv, &options, &args, err)) {
        return CLI_USAGE;
    }
    if (args.help) {
        return CLI_DONE;
    }
    Net net;
    NetInfo info;
    Digits digits = {0};
    LeaveOut test = {
        .net = &net,
        .mix = mix_config_default(),
        .train = options.train,
        .data = options.data,
        .writers = options.writers,
        .json = options.json,
    };
    test.mix.own = true;
    test.train.seed = test.mix.seed = options.seed;
    if (cli_load_model(options.model, &net, &info, &test.mix.preparation, err) &&
        cli_load_digits(args.path[0], &digits, err)) {
        test.train.cost = info.cost;
        ok = leave_out_run(&test, &digits, err);
    }
    digits_free(&digits);
    net_free(&net);
    return ok ? CLI_DONE : CLI_FAILED;
}
