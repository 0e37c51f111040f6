/* What the benchmark found, printed. */
#include "bench_report.h"

#include <math.h>
#include <stdio.h>

#include "cli/cli.h"

static void print_time(const char *what, const BenchTime *time, const char *unit)
{
    printf("%-32s %9.2f %-4s median %.2f\n", what, time->min, unit, time->median);
}

static void print_start(const BenchReport *report)
{
    if (report->started) {
        print_time("Start to first frame", &report->first_frame_ms, "ms");
    } else {
        printf("%-32s         -      %s\n", "Start to first frame", report->no_start.text);
    }
}

static void print_epochs(const BenchReport *report)
{
    for (int t = 0; t < report->threads; t++) {
        const BenchEpochs *epoch = &report->epoch[t];
        char what[64];
        snprintf(what, sizeof what, "Epoch, %d thread%s", t + 1, t > 0 ? "s" : "");
        printf("%-32s %9.2f %-4s median %.2f; %.2f with measuring on the test images\n", what,
               epoch->training.min, "ms", epoch->training.median, epoch->with_all);
    }
}

static void print_levels(const BenchReport *report)
{
    const BenchLevel *level = bench_train_levels();
    for (int i = 0; i < BENCH_LEVELS; i++) {
        char what[64];
        snprintf(what, sizeof what, "Random weights to %s %%", level[i].percent);
        if (isinf(report->time_to_ms[i])) {
            printf("%-32s         -     ", what);
        } else {
            printf("%-32s %9.2f ms  ", what, report->time_to_ms[i]);
        }
        printf(" median of %d seeds; %d get there, of %d epochs\n", BENCH_SEEDS, report->reached[i],
               level[i].epochs);
    }
}

/* Of augmentation. */
static double price(const BenchNetwork *network)
{
    return network->augmented_ms.min / network->epoch_ms.min;
}

static void print_networks(const BenchReport *report)
{
    printf("\nOne thread, images/s      forward  training augmented  price   epoch ms  arithmetic  "
           " cache   dense\n");
    for (int i = 0; i < BENCH_NETWORKS; i++) {
        const BenchNetwork *network = &report->network[i];
        const BenchShares *shares = &network->shares;
        char shape[64];
        net_shape_print(&network->shape, shape, sizeof shape);
        printf("  %-20s %10.0f %9.0f %9.0f %6.2f %10.2f %9.1f %% %5.1f %% %5.1f %%\n", shape,
               1e6 / network->forward_us.min, 1e3 * report->images / network->epoch_ms.min,
               1e3 * report->images / network->augmented_ms.min, price(network),
               network->epoch_ms.min, 100 * shares->arithmetic, 100 * shares->cache,
               100 * shares->dense);
    }
    printf(
        "\n"
        "augmented: every image is changed at random; price: its epoch, in epochs without that\n"
        "arithmetic: operations that the inked pixels need, over the core's peak, to the epoch\n"
        "cache: bytes of weights and gradients they move, over the L1 cache's, to the epoch\n"
        "dense: operations that all 784 pixels would need, over the core's peak, to the epoch\n");
}

static void print_limits(const BenchLimits *limits)
{
    printf("One core, FP32 multiply-add     ");
    for (int i = 0; i < BENCH_SETS && limits->set[i]; i++) {
        printf("%s %s %.0f", i > 0 ? "," : "", limits->set[i], limits->set_gflops[i]);
    }
    printf(" GFLOP/s\nOne core, reading                L1 cache %.0f, L2 cache %.0f GB/s\n",
           limits->l1_gbs, limits->l2_gbs);
}

void bench_report_print(const BenchReport *report)
{
    printf("%s from %s, %d training images; kernels: %s. Times are minima.\n\n", report->data,
           report->folder, report->images, report->kernels);
    print_start(report);
    print_time("Loading MNIST", &report->load_ms, "ms");
    print_epochs(report);
    print_levels(report);
    print_time("Drawing to outputs", &report->drawing_us, "us");
    print_time("784 bytes to outputs", &report->pixels_us, "us");
    printf("%-32s %9.2f MB\n", "Peak memory, loaded and trained", report->peak_mb);
    print_limits(&report->limits);
    print_networks(report);
}

/* Rounded, since digits past these are noise; JSON has no infinity. */
static void add(cJSON *object, const char *key, double value)
{
    cJSON_AddItemToObject(object, key,
                          isinf(value) ? cJSON_CreateNull()
                                       : cJSON_CreateNumber(round(1e4 * value) / 1e4));
}

static void add_epochs(cJSON *line, const BenchReport *report)
{
    cJSON *least = cJSON_AddObjectToObject(line, "epoch_ms");
    cJSON *median = cJSON_AddObjectToObject(line, "epoch_median_ms");
    cJSON *with_all = cJSON_AddObjectToObject(line, "epoch_with_measuring_ms");
    for (int t = 0; t < report->threads; t++) {
        char threads[16];
        snprintf(threads, sizeof threads, "%d", t + 1);
        add(least, threads, report->epoch[t].training.min);
        add(median, threads, report->epoch[t].training.median);
        add(with_all, threads, report->epoch[t].with_all);
    }
}

static void add_levels(cJSON *line, const BenchReport *report)
{
    cJSON *time_to = cJSON_AddObjectToObject(line, "time_to");
    for (int i = 0; i < BENCH_LEVELS; i++) {
        add(time_to, bench_train_levels()[i].percent, report->time_to_ms[i]);
    }
    cJSON *reached = cJSON_AddObjectToObject(line, "reached");
    for (int i = 0; i < BENCH_LEVELS; i++) {
        add(reached, bench_train_levels()[i].percent, report->reached[i]);
    }
}

static void add_networks(cJSON *line, const BenchReport *report)
{
    cJSON *networks = cJSON_AddArrayToObject(line, "networks");
    for (int i = 0; i < BENCH_NETWORKS; i++) {
        const BenchNetwork *network = &report->network[i];
        cJSON *item = cJSON_CreateObject();
        char shape[64];
        net_shape_print(&network->shape, shape, sizeof shape);
        cJSON_AddStringToObject(item, "network", shape);
        add(item, "forward_images_per_second", 1e6 / network->forward_us.min);
        add(item, "train_images_per_second", 1e3 * report->images / network->epoch_ms.min);
        add(item, "augmented_images_per_second", 1e3 * report->images / network->augmented_ms.min);
        add(item, "augmented_price", price(network));
        add(item, "epoch_ms", network->epoch_ms.min);
        add(item, "arithmetic_share", network->shares.arithmetic);
        add(item, "cache_share", network->shares.cache);
        add(item, "dense_share", network->shares.dense);
        cJSON_AddItemToArray(networks, item);
    }
}

static void add_limits(cJSON *line, const BenchLimits *limits)
{
    cJSON *gflops = cJSON_AddObjectToObject(line, "peak_gflops");
    for (int i = 0; i < BENCH_SETS && limits->set[i]; i++) {
        add(gflops, limits->set[i], limits->set_gflops[i]);
    }
    add(line, "l1_gb_per_second", limits->l1_gbs);
    add(line, "l2_gb_per_second", limits->l2_gbs);
}

bool bench_report_json(const BenchReport *report, Err *err)
{
    cJSON *line = cJSON_CreateObject();
    const BenchShares *shares = &report->network[0].shares;
    cJSON_AddStringToObject(line, "kernels", report->kernels);
    add(line, "threads", report->threads);
    add_epochs(line, report);
    add(line, "forward_us", report->pixels_us.min);
    add(line, "drawing_us", report->drawing_us.min);
    add_levels(line, report);
    add(line, "load_ms", report->load_ms.min);
    add(line, "first_frame_ms", report->started ? report->first_frame_ms.min : INFINITY);
    add(line, "peak_mb", report->peak_mb);
    add(line, "limit_share", fmax(shares->arithmetic, shares->cache));
    add_limits(line, &report->limits);
    add_networks(line, report);
    return cli_print_json(line, err);
}
