/* One run of training: rounds of local gradient descent and averaging, epochs, measuring. */
#include "train/run.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/number.h"
#include "base/sys.h"
#include "train/estimate.h"
#include "train/workers.h"

enum {
    ROUND_IMAGES = 2000,   /* between two averages: fewer cost time, more cost accuracy */
    ROUND_WORK = 80000000, /* parameters times images that a worker passes in some 20 ms */
    STEP_IMAGES = 8,       /* a step takes as long as the gradient of so many images */
};

/* The weights given out are a mean over the run in which a round counts the more the later it is:
 * about the last ninth of the images counts. */
static const double LATE = 8;

static const double RECENT_S = 0.5; /* how far "lately" reaches back */

/* Figures that fade as newer ones are added. */
typedef struct Recent {
    double images, cost, seconds;
} Recent;

struct Run {
    const Dataset *train, *test;
    TrainConfig config;
    Workers workers;
    Net mean;        /* of the weights after each round */
    double averaged; /* images that mean reaches back */
    int share;       /* minibatches of a worker in a round */
    Rng rng;         /* of the order */
    int *order;      /* of the training images in this epoch */
    int at;          /* how many of the order are done or, while measuring, of the test images and
                        the training images that follow them */
    int piece;       /* images of the piece of work in hand, from `at` on */
    float rate;      /* learning rate of this piece */
    bool measuring;
    const Dataset *measured;      /* in the piece of work in hand, */
    int measured_from;            /* from this image on */
    Score learned, tested, plain; /* of this epoch; plain: of training images as they are */
    double epoch_seconds;         /* of training in this epoch */
    Recent recent;
    TrainEpoch epoch;
    TrainStats stats;
    Estimate estimate;
    History history;
    int64_t minibatches; /* of this run, without those of one that it goes on with */
};

static double now_s(void)
{
    return 1e-9 * (double)sys_time_ns(SYS_STEADY);
}

/* That this thread has run. */
static double processor_s(void)
{
    return 1e-9 * (double)sys_time_ns(SYS_THREAD);
}

/* Minibatches of a worker in a round, at least one: few enough that commands do not wait long. */
static int share_of_round(const TrainConfig *config, const NetShape *shape)
{
    int64_t work = (int64_t)net_shape_parameters(shape) * (config->minibatch + STEP_IMAGES);
    int in_time = (int)(ROUND_WORK / work);
    int share = number_min(ROUND_IMAGES / config->threads / config->minibatch, in_time);
    return share > 1 ? share : 1;
}

static void start_epoch(Run *run)
{
    double start_s = now_s();
    sgd_shuffle(run->order, run->train->images, &run->rng);
    run->learned = run->tested = run->plain = (Score){0};
    run->epoch_seconds = now_s() - start_s;
    run->stats.seconds += run->epoch_seconds;
    run->measuring = false;
    run->at = 0;
}

/* Minibatches of so many images, the last one short. */
static int64_t minibatches_of(const Run *run, int64_t images)
{
    return (images + run->config.minibatch - 1) / run->config.minibatch;
}

/* Between two epochs a run begins by measuring, inside of one it has the rest of that to train. */
static void begin_at(Run *run, double begun)
{
    int64_t epoch = run->train->images;
    run->stats.images = llround(begun * (double)(run->config.epochs * epoch));
    run->stats.done = begun;
    run->stats.epochs = (int)(run->stats.images / epoch);
    run->stats.steps_planned = run->config.epochs * minibatches_of(run, epoch);
    run->stats.steps = run->stats.epochs * minibatches_of(run, epoch) +
                       minibatches_of(run, run->stats.images % epoch);
    run->measuring = run->stats.images % epoch == 0;
    if (!run->measuring) {
        run->stats.epochs++;
        start_epoch(run);
        run->at = (int)(run->stats.images % epoch);
    }
}

Run *run_create(const Dataset *train, const Dataset *test, const TrainConfig *config,
                const Net *net, Err *err)
{
    assert(train->images > 0 && test->images > 0 && net_is_finite(net));
    if (!train_config_check(config, err)) {
        return NULL;
    }
    Run *run = calloc(1, sizeof *run);
    int *order = calloc((size_t)train->images, sizeof *order);
    if (!run || !order) {
        err_set_code(err, ERR_NO_MEMORY, "There is not enough memory for the training.");
        free(order);
        free(run);
        return NULL;
    }
    *run = (Run){.train = train,
                 .test = test,
                 .config = *config,
                 .share = share_of_round(config, &net->shape),
                 .order = order};
    rng_init(&run->rng, config->seed);
    begin_at(run, config->begun);
    if (!net_make(&run->mean, &net->shape, err) ||
        !workers_make(&run->workers, net, config, run->share, err) ||
        !estimate_make(&run->estimate, test, err)) {
        run_destroy(run);
        return NULL;
    }
    net_copy(&run->mean, net);
    return run;
}

void run_destroy(Run *run)
{
    if (!run) {
        return;
    }
    workers_free(&run->workers);
    estimate_free(&run->estimate);
    net_free(&run->mean);
    free(run->order);
    free(run);
}

static void train_share(void *context, int worker)
{
    Run *run = context;
    int first, count;
    workers_cut(&run->workers, worker, run->piece, run->config.minibatch, &first, &count);
    worker_train(&run->workers.worker[worker], run->train, run->order + run->at + first, count,
                 &run->config, run->rate);
}

/* Take the newest weights into the mean over the run. Source: Shamir and Zhang (2013), "Stochastic
 * gradient descent for non-smooth optimization", polynomial-decay averaging. */
static void average(Run *run)
{
    run->averaged += run->piece;
    float part = (float)((LATE + 1) * run->piece / (run->averaged + LATE * run->piece));
    const float *newest = run->workers.worker[0].net.block;
    for (size_t i = 0; i < run->mean.floats; i++) {
        run->mean.block[i] = (1 - part) * run->mean.block[i] + part * newest[i];
    }
}

static void fail(Run *run)
{
    run->stats.failed = true;
    err_set_code(
        &run->stats.why, ERR_VALUE,
        "The cost is no longer a number: the learning rate %g is too large for this network. "
        "Its last good weights are kept; try a smaller rate.",
        (double)run->config.rate);
}

/* Lately is what fades by 1/e in RECENT_S. */
static void update_recent(Run *run, const Score *piece, double seconds)
{
    double keep = exp(-seconds / RECENT_S);
    Recent *recent = &run->recent;
    recent->images = keep * recent->images + piece->images;
    recent->cost = keep * recent->cost + piece->cost;
    recent->seconds = keep * recent->seconds + seconds;
    run->stats.images_per_second = recent->images / recent->seconds;
    run->stats.cost = recent->cost / recent->images;
}

static void record_cost(Run *run, float cost)
{
    TrainStats *stats = &run->stats;
    stats->steps++;
    stats->smooth_cost = history_smooth(stats->smooth_cost, (double)cost, ++run->minibatches);
    history_add(&run->history, &(HistoryPoint){stats->steps, cost, (float)stats->smooth_cost,
                                               (float)stats->accuracy, stats->accuracy_step});
}

/* Minibatches that the workers did side by side count one after another. */
static void record_costs(Run *run)
{
    for (int i = 0; i < run->share; i++) {
        for (int w = 0; w < run->config.threads; w++) {
            const Worker *worker = &run->workers.worker[w];
            if (i < worker->minibatches) {
                record_cost(run, worker->cost[i]);
            }
        }
    }
}

/* What follows a piece of training. */
static void finish_piece(Run *run, double start_s)
{
    Score piece = {0};
    workers_add_scores(&run->workers, &piece);
    workers_merge(&run->workers);
    average(run);
    if (!isfinite(piece.cost) || !net_is_finite(run_net(run))) {
        fail(run);
        return;
    }
    record_costs(run);
    estimate_reset(&run->estimate);
    workers_add_scores(&run->workers, &run->learned);
    run->at += piece.images;
    run->stats.images += piece.images;
    run->stats.done = (double)run->stats.images / ((double)run->config.epochs * run->train->images);
    double seconds = now_s() - start_s;
    run->epoch_seconds += seconds;
    run->stats.seconds += seconds;
    update_recent(run, &piece, seconds);
    if (run->at == run->train->images) {
        run->measuring = true;
        run->at = 0;
    }
}

static void finish_epoch(Run *run)
{
    run->epoch = (TrainEpoch){
        .epoch = run->stats.epochs,
        .test_cost = run->tested.cost / run->tested.images,
        .test_accuracy = (double)run->tested.right / run->tested.images,
        .seconds = run->stats.seconds,
    };
    if (run->learned.images > 0) {
        run->epoch.train_cost = run->plain.cost / run->plain.images;
        run->epoch.train_accuracy = (double)run->plain.right / run->plain.images;
        run->epoch.images_per_second = run->learned.images / run->epoch_seconds;
    }
    run->stats.finished = run->stats.epochs == run->config.epochs;
    run->stats.epochs++;
    if (!run->stats.finished) {
        start_epoch(run);
    }
}

/* How many training images are measured after the test images. They lie in no particular order, so
 * the first ones are as good as any, and they are the same after each epoch. */
static int plain_images(const Run *run)
{
    return run->learned.images > 0 ? number_min(TRAIN_PLAIN_IMAGES, run->train->images) : 0;
}

/* At most. */
static int images_of_round(const Run *run)
{
    return run->share * run->config.minibatch * run->config.threads;
}

static void measure_share(void *context, int worker)
{
    Run *run = context;
    Worker *own = &run->workers.worker[worker];
    int first, count;
    workers_cut(&run->workers, worker, run->piece, 1, &first, &count);
    own->score = (Score){0};
    sgd_measure(&run->mean, &own->room, run->measured, run->measured_from + first, count,
                run->config.cost, &own->score);
}

/* Measure as many images of `data` as a piece of work has, from image `from` to the end. */
static void measure(Run *run, Team *team, const Dataset *data, int from, int end, Score *score)
{
    run->piece = number_min(images_of_round(run), end - from);
    run->measured = data;
    run->measured_from = from;
    team_run(team, measure_share, run);
    workers_add_scores(&run->workers, score);
}

void run_advance(Run *run, Team *team)
{
    assert(team_workers(team) == run->config.threads);
    assert(!run->stats.finished && !run->stats.failed);
    if (run->measuring) {
        int tests = run->test->images, plain = plain_images(run);
        if (run->at < tests) {
            measure(run, team, run->test, run->at, tests, &run->tested);
        } else {
            measure(run, team, run->train, run->at - tests, plain, &run->plain);
        }
        run->at += run->piece;
        if (run->at == tests + plain) {
            finish_epoch(run);
        }
    } else {
        double start_s = now_s();
        run->piece = number_min(images_of_round(run), run->train->images - run->at);
        run->rate = sgd_rate(&run->config, run->stats.done);
        team_run(team, train_share, run);
        finish_piece(run, start_s);
    }
}

void run_step(Run *run)
{
    assert(!run->measuring && !run->stats.finished && !run->stats.failed);
    double start_s = now_s();
    run->piece = number_min(run->config.minibatch, run->train->images - run->at);
    run->rate = sgd_rate(&run->config, run->stats.done);
    run->averaged = 0;
    for (int w = 0; w < run->config.threads; w++) {
        net_copy(&run->workers.worker[w].net, &run->mean);
        train_share(run, w); /* the first worker's share is all there is */
    }
    finish_piece(run, start_s);
}

bool run_can_estimate(const Run *run, bool now)
{
    bool begun = run->estimate.score.images > 0, measured_next = run->measuring && run->at == 0;
    return !estimate_is_whole(&run->estimate) &&
           (now || begun || measured_next || estimate_is_due(&run->estimate, now_s()));
}

void run_estimate(Run *run, Team *team)
{
    Score part = {0};
    Estimate *estimate = &run->estimate;
    double start_s = processor_s();
    measure(run, team, &estimate->sample, estimate->score.images, estimate->sample.images, &part);
    estimate_add(estimate, &part, processor_s() - start_s, now_s());
    if (estimate_is_whole(estimate)) {
        run->stats.estimated = true;
        run->stats.accuracy = estimate->accuracy;
        run->stats.accuracy_step = run->stats.steps;
    }
}

const History *run_history(const Run *run)
{
    return &run->history;
}

bool run_is_measuring(const Run *run)
{
    return run->measuring;
}

const Net *run_net(const Run *run)
{
    return &run->mean;
}

const TrainStats *run_stats(const Run *run)
{
    return &run->stats;
}

const TrainEpoch *run_epoch(const Run *run)
{
    return &run->epoch;
}
