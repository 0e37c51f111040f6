/* One run of training: rounds of local gradient descent and averaging, epochs, measuring. */
#include "train/run.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/number.h"
enum {
    ROUND_IMAGES = 2000,   /* between two averages: fewer cost time, more cost accuracy */
    ROUND_WORK = 80000000, /* parameters times images that a worker passes in some 20 ms */
    STEP_IMAGES = 8,       /* a step takes as long as the gradient of so many images */
};

/* The weights given out are a mean over the run in which a round counts the more the later it is:
 * about the last ninth of the images counts. */
static const double LATE = 8;

static const double RECENT_S = 0.5; /* how far "lately" reaches back */

/* What one thread needs to train and measure. */
typedef struct Worker {
    Net net; /* between rounds, all workers' nets are equal */
    SgdRoom room;
    Rng rng;     /* of the changes to its images */
    Score score; /* of the piece of work in hand */
} Worker;

/* Figures that fade as newer ones are added. */
typedef struct Recent {
    double images, cost, seconds;
} Recent;

struct Run {
    const Dataset *train, *test;
    TrainConfig config;
    Worker *worker;  /* config.threads of them */
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
    Score learned, tested, plain; /* of this epoch; plain: of training images as they are */
    double epoch_seconds;         /* of training in this epoch */
    Recent recent;
    TrainEpoch epoch;
    TrainStats stats;
};

static double now_s(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

/* Minibatches of a worker in a round, at least one: few enough that commands do not wait long. */
static int share_of_round(const TrainConfig *config, const NetShape *shape)
{
    int64_t work = (int64_t)net_shape_parameters(shape) * (config->minibatch + STEP_IMAGES);
    int in_time = (int)(ROUND_WORK / work);
    int share = number_min(ROUND_IMAGES / config->threads / config->minibatch, in_time);
    return share > 1 ? share : 1;
}

static bool make_workers(Run *run, const Net *net, Err *err)
{
    size_t workers = (size_t)run->config.threads;
    Rng seeds; /* one for each worker, and none the same as that of the order */
    rng_init(&seeds, run->config.seed);
    if (!net_make(&run->mean, &net->shape, err)) {
        return false;
    }
    net_copy(&run->mean, net);
    run->worker = calloc(workers, sizeof *run->worker);
    if (!run->worker) {
        return err_set_code(err, ERR_NO_MEMORY, "There is not enough memory for the training.");
    }
    for (size_t w = 0; w < workers; w++) {
        Worker *worker = &run->worker[w];
        if (!net_make(&worker->net, &net->shape, err) ||
            !sgd_room_make(&worker->room, net, run->config.minibatch, err)) {
            return false;
        }
        net_copy(&worker->net, net);
        rng_init(&worker->rng, rng_next(&seeds));
    }
    return true;
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

/* Between two epochs a run begins by measuring, inside of one it has the rest of that to train. */
static void begin_at(Run *run, double begun)
{
    int64_t epoch = run->train->images;
    run->stats.images = llround(begun * (double)(run->config.epochs * epoch));
    run->stats.done = begun;
    run->stats.epochs = (int)(run->stats.images / epoch);
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
    if (!make_workers(run, net, err)) {
        run_destroy(run);
        return NULL;
    }
    return run;
}

void run_destroy(Run *run)
{
    if (!run) {
        return;
    }
    for (int w = 0; run->worker && w < run->config.threads; w++) {
        net_free(&run->worker[w].net);
        sgd_room_free(&run->worker[w].room);
    }
    free(run->worker);
    net_free(&run->mean);
    free(run->order);
    free(run);
}

/* The part of the piece of work in hand that is one worker's, cut between units of `unit` images;
 * where there are too few for all, the first workers get them. */
static void cut(const Run *run, int worker, int unit, int *first, int *count)
{
    int workers = run->config.threads, units = (run->piece + unit - 1) / unit;
    int begin = (int)(((int64_t)units * worker + workers - 1) / workers);
    int end = (int)(((int64_t)units * (worker + 1) + workers - 1) / workers);
    *first = run->at + number_min(begin * unit, run->piece);
    *count = run->at + number_min(end * unit, run->piece) - *first;
}

/* Add what the workers found in the piece of work in hand, in fixed order. */
static void add_scores(const Run *run, Score *sum)
{
    for (int w = 0; w < run->config.threads; w++) {
        sum->images += run->worker[w].score.images;
        sum->right += run->worker[w].score.right;
        sum->cost += run->worker[w].score.cost;
    }
}

static void train_share(void *context, int worker)
{
    Run *run = context;
    Worker *own = &run->worker[worker];
    int first, count;
    cut(run, worker, run->config.minibatch, &first, &count);
    own->score = (Score){0};
    sgd_train(&own->net, &own->room, run->train, run->order + first, count, &run->config, run->rate,
              &own->rng, &own->score);
}

/* Give every worker the mean of the weights, each net counting as much as the images it saw. */
static void merge(Run *run)
{
    Net *merged = &run->worker[0].net;
    for (int w = 0; run->config.threads > 1 && w < run->config.threads; w++) {
        float part = (float)run->worker[w].score.images / (float)run->piece;
        const float *from = run->worker[w].net.block;
        for (size_t i = 0; i < merged->floats; i++) {
            merged->block[i] = w == 0 ? part * from[i] : merged->block[i] + part * from[i];
        }
    }
    for (int w = 1; w < run->config.threads; w++) {
        net_copy(&run->worker[w].net, merged);
    }
}

/* Take the newest weights into the mean over the run. Source: Shamir and Zhang (2013), "Stochastic
 * gradient descent for non-smooth optimization", polynomial-decay averaging. */
static void average(Run *run)
{
    run->averaged += run->piece;
    float part = (float)((LATE + 1) * run->piece / (run->averaged + LATE * run->piece));
    const float *newest = run->worker[0].net.block;
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

/* What follows a piece of training. */
static void finish_piece(Run *run, double start_s)
{
    Score piece = {0};
    add_scores(run, &piece);
    merge(run);
    average(run);
    if (!isfinite(piece.cost) || !net_is_finite(run_net(run))) {
        fail(run);
        return;
    }
    add_scores(run, &run->learned);
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

static void measure_share(void *context, int worker)
{
    Run *run = context;
    Worker *own = &run->worker[worker];
    int first, count, tests = run->test->images;
    bool test = run->at < tests;
    cut(run, worker, 1, &first, &count);
    own->score = (Score){0};
    sgd_measure(&run->mean, &own->room, test ? run->test : run->train, test ? first : first - tests,
                count, run->config.cost, &own->score);
}

/* The images that a round would train on, from `at` on and of `images` in all. */
static int round_images(const Run *run, int images)
{
    return number_min(run->share * run->config.minibatch * run->config.threads, images - run->at);
}

void run_advance(Run *run, Team *team)
{
    assert(team_workers(team) == run->config.threads);
    assert(!run->stats.finished && !run->stats.failed);
    if (run->measuring) {
        int tests = run->test->images, all = tests + plain_images(run);
        bool test = run->at < tests;
        run->piece = round_images(run, test ? tests : all);
        team_run(team, measure_share, run);
        add_scores(run, test ? &run->tested : &run->plain);
        run->at += run->piece;
        if (run->at == all) {
            finish_epoch(run);
        }
    } else {
        double start_s = now_s();
        run->piece = round_images(run, run->train->images);
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
        net_copy(&run->worker[w].net, &run->mean);
        train_share(run, w); /* the first worker's share is all there is */
    }
    finish_piece(run, start_s);
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
