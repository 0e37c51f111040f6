/* How fast this machine trains and answers, and how fast it could. */
#include "bench.h"

#include <sys/resource.h>

#include "bench_answer.h"
#include "bench_report.h"
#include "bench_start.h"
#include "cli/args.h"
#include "nn/kernels.h"
#include "train/mnist.h"
#include "train/sgd.h"

enum { LOADS = 5, WIDE_EPOCHS = 5, AUGMENTED_EPOCHS = 3 };

/* Hidden layers of the networks, the default one's first. */
static const char *const HIDDEN[BENCH_NETWORKS] = {"16,16", "128,64", "512"};

typedef struct BenchOptions {
    const char *data, *program;
    int threads;
    bool json;
} BenchOptions;

static bool read_options(int argc, char **argv, BenchOptions *options, Args *args, Err *err)
{
    const ArgOption option[] = {
        {"data", "DIR", "where the four files of MNIST are", .text = &options->data},
        {"program", "FILE", "whose window is started; if not given, none is",
         .text = &options->program},
        {"threads", "N", "most threads to train with", .whole = &options->threads},
        {"json", NULL, "print one JSON object; times in it are the least of several",
         .flag = &options->json},
    };
    const ArgForm form = {
        .usage = "./run bench [OPTION]...",
        .about =
            "Measure speed and memory on this machine, in half a minute or so: epochs of "
            "training,\n"
            "the way to 90, 94, 95 and 96 % of the test images, loading, answering, the start of\n"
            "the window (where there is a display), and what share of one core's arithmetic and\n"
            "cache the training uses. Other programs should be quiet meanwhile.",
        .option = option,
        .options = sizeof option / sizeof *option,
        .needs = "There is nothing to name but options.",
    };
    if (!args_parse(&form, argc, argv, args, err)) {
        return false;
    }
    return args->help || (options->threads >= 1 && options->threads <= BENCH_MAX_THREADS) ||
           err_set(err, "--threads takes a number from 1 to %d.", BENCH_MAX_THREADS);
}

/* The last of the loads stays. */
static bool measure_loading(const char *data, Mnist *mnist, BenchTime *ms, Err *err)
{
    double sample[LOADS];
    for (int i = 0; i < LOADS; i++) {
        mnist_free(mnist);
        double start_ms = bench_time_now_ms();
        if (!mnist_load(mnist, data, err)) {
            return false;
        }
        sample[i] = bench_time_now_ms() - start_ms;
    }
    *ms = bench_time_of(sample, LOADS);
    return true;
}

static double peak_mb(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
#ifdef __APPLE__
    return (double)usage.ru_maxrss / 1e6; /* bytes */
#else
    return (double)usage.ru_maxrss * 1024 / 1e6;
#endif
}

static bool measure_epochs(const Mnist *mnist, BenchReport *report, Err *err)
{
    NetShape shape = net_shape_default();
    for (int t = 0; t < report->threads; t++) {
        if (!bench_train_epochs(mnist, &shape, t + 1, false, BENCH_EPOCHS, &report->epoch[t],
                                err)) {
            return false;
        }
    }
    return true;
}

/* The limits and epochs are there; the default network is not trained again. */
static bool measure_network(const Mnist *mnist, const char *hidden, const BenchReport *report,
                            BenchNetwork *network, Err *err)
{
    NetShape standard = net_shape_default();
    if (!net_shape_parse(hidden, &network->shape, err) ||
        !bench_answer_cells(&mnist->test, &network->shape, &network->forward_us, err)) {
        return false;
    }
    BenchEpochs epoch = report->epoch[0], augmented;
    if ((!net_shape_equal(&network->shape, &standard) &&
         !bench_train_epochs(mnist, &network->shape, 1, false, WIDE_EPOCHS, &epoch, err)) ||
        !bench_train_epochs(mnist, &network->shape, 1, true, AUGMENTED_EPOCHS, &augmented, err)) {
        return false;
    }
    network->epoch_ms = epoch.training;
    network->augmented_ms = augmented.training;
    BenchWork work = bench_limits_work(&network->shape, &mnist->train);
    network->shares =
        bench_limits_shares(&report->limits, &work, mnist->train.images, network->epoch_ms.min);
    return true;
}

static bool measure_levels(const Mnist *mnist, BenchReport *report, Err *err)
{
    for (int i = 0; i < BENCH_LEVELS; i++) {
        if (!bench_train_time_to(mnist, &bench_train_levels()[i], report->threads,
                                 &report->time_to_ms[i], &report->reached[i], err)) {
            return false;
        }
    }
    return true;
}

/* All but the start of the window, which comes before there is anything in memory to be copied. */
static bool measure(const Mnist *mnist, BenchReport *report, Err *err)
{
    if (!measure_epochs(mnist, report, err)) {
        return false;
    }
    report->peak_mb = peak_mb();
    if (!bench_answer_drawing(&report->drawing_us, err) ||
        !bench_answer_pixels(&mnist->test, &report->pixels_us, err) ||
        !bench_limits_measure(&report->limits, err)) {
        return false;
    }
    for (int i = 0; i < BENCH_NETWORKS; i++) {
        if (!measure_network(mnist, HIDDEN[i], report, &report->network[i], err)) {
            return false;
        }
    }
    return measure_levels(mnist, report, err);
}

CliStatus speed_run(int argc, char **argv, Err *err)
{
    CliStatus status = CLI_FAILED;
    BenchOptions options = {.threads = train_config_default().threads};
    Args args;
    if (!read_options(argc, argv, &options, &args, err)) {
        return CLI_USAGE;
    }
    if (args.help) {
        return CLI_DONE;
    }
    Mnist mnist = {0};
    BenchReport report = {.kernels = kernels_best()->name, .threads = options.threads};
    Path folder;
    if (!mnist_find(options.data, &folder, err)) {
        goto done;
    }
    report.started = bench_start_measure(options.program, options.data, &report.first_frame_ms,
                                         &report.no_start);
    if (!measure_loading(options.data, &mnist, &report.load_ms, err)) {
        goto done;
    }
    report.data = mnist_name(mnist.other);
    report.folder = mnist.folder.text;
    report.images = mnist.train.images;
    if (!measure(&mnist, &report, err)) {
        goto done;
    }
    if (options.json && !bench_report_json(&report, err)) {
        goto done;
    }
    if (!options.json) {
        bench_report_print(&report);
    }
    status = CLI_DONE;
done:
    mnist_free(&mnist);
    return status;
}
