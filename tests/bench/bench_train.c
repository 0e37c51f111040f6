/* Training, timed: epochs as the window trains them, and the way to a level. */
#include "bench_train.h"

#include <assert.h>
#include <math.h>

#include "base/sys_place.h"
#include "train/run.h"

enum { WAIT_MS = 100, LOOKS = 4 /* at the test images, an epoch */ };

/* Found on held-out images. */
static const float PLAIN_RATE = 1.3f;
static const float PLAIN_DECAY = 2e-4f;

static const BenchLevel LEVELS[BENCH_LEVELS] = {
    {"90", 0.90, 1},
    {"94", 0.94, 5},
    {"95", 0.95, 12},
    {"96", 0.96, 60},
};

const BenchLevel *bench_train_levels(void)
{
    return LEVELS;
}

static bool make_random(Net *net, const NetShape *shape, uint64_t seed, Err *err)
{
    if (!net_make(net, shape, err)) {
        return false;
    }
    Rng rng;
    rng_init(&rng, seed);
    net_randomise(net, &rng);
    return true;
}

static bool follow(Trainer *trainer, Net *net, Err *err)
{
    TrainStats stats = {0};
    while (!stats.finished) {
        trainer_wait(trainer, WAIT_MS);
        trainer_poll(trainer, net, &stats);
        if (stats.failed) {
            return err_set(err, "%s", stats.why.text);
        }
    }
    return true;
}

/* From the seconds of training that a run had behind it after each epoch. */
static BenchTime epoch_times(Trainer *trainer, int epochs)
{
    TrainEpoch point[BENCH_EPOCHS + 2];
    double ms[BENCH_EPOCHS];
    int points = trainer_epochs(trainer, 0, epochs + 2, point);
    assert(points == epochs + 2);
    for (int i = 0; i < epochs; i++) {
        ms[i] = 1e3 * (point[i + 2].seconds - point[i + 1].seconds);
    }
    return bench_time_of(ms, epochs);
}

/* The settings of the window; or what suits images that stay as they are, which programs that do
 * the same job train on. */
static TrainConfig settings(int epochs, bool augmented)
{
    TrainConfig config = train_config_default();
    config.epochs = epochs;
    if (!augmented) {
        config.augment = AUGMENT_NONE;
        config.rate = PLAIN_RATE;
        config.first_layer = 1.0f;
        config.decay = PLAIN_DECAY;
    }
    return config;
}

bool bench_train_epochs(const Mnist *mnist, const NetShape *shape, int threads, bool augmented,
                        int epochs, BenchEpochs *times, Err *err)
{
    assert(epochs >= 1 && epochs <= BENCH_EPOCHS);
    bool ok = false;
    TrainConfig config = settings(epochs + 1, augmented);
    Trainer *trainer = NULL;
    Net net = {0};
    if (!make_random(&net, shape, config.seed, err)) {
        goto done;
    }
    trainer = trainer_create(&mnist->train, &mnist->test, threads, false, NULL, NULL, err);
    double start_ms = bench_time_now_ms();
    if (!trainer || !trainer_start(trainer, &config, &net, false, err) ||
        !follow(trainer, &net, err)) {
        goto done;
    }
    times->with_all = (bench_time_now_ms() - start_ms) / config.epochs;
    times->training = epoch_times(trainer, epochs);
    ok = true;
done:
    trainer_destroy(trainer);
    net_free(&net);
    return ok;
}

static bool knows(const Net *net, const Dataset *test, NetActs *acts, double accuracy)
{
    int right = 0;
    for (int i = 0; i < test->images; i++) {
        NetInput input = dataset_input(test, i);
        net_forward(net, &input, acts);
        right += net_answer(net_outputs(net, acts)) == test->label[i];
    }
    return right >= accuracy * test->images;
}

/* The time to `accuracy` of one run; infinite where it does not get there. */
static bool time_run(const Mnist *mnist, const TrainConfig *config, Team *team, double accuracy,
                     double *ms, Err *err)
{
    NetShape shape = net_shape_default();
    Net net;
    NetActs acts;
    if (!make_random(&net, &shape, config->seed, err)) {
        return false;
    }
    Run *run = net_acts_make(&acts, &shape, err)
                   ? run_create(&mnist->train, &mnist->test, config, &net, err)
                   : NULL;
    net_free(&net);
    if (!run) {
        net_acts_free(&acts);
        return false;
    }
    const TrainStats *stats = run_stats(run);
    *ms = INFINITY;
    for (int64_t looked = 0; isinf(*ms) && !stats->finished && !stats->failed;) {
        run_advance(run, team);
        bool late = stats->images - looked >= mnist->train.images / LOOKS;
        if (late || (run_is_measuring(run) && stats->images > looked)) {
            looked = stats->images;
            *ms = knows(run_net(run), &mnist->test, &acts, accuracy) ? 1e3 * stats->seconds
                                                                     : INFINITY;
        }
    }
    run_destroy(run);
    net_acts_free(&acts);
    return true;
}

bool bench_train_time_to(const Mnist *mnist, const BenchLevel *level, int threads, double *ms,
                         int *reached, Err *err)
{
    double sample[BENCH_SEEDS];
    TrainConfig config = settings(level->epochs, false);
    config.threads = threads;
    Team *team = team_create(threads, false, err);
    bool ok = team != NULL;
    *reached = 0;
    sys_place_worker(0, threads); /* as the trainer's thread does */
    for (int i = 0; ok && i < BENCH_SEEDS; i++) {
        config.seed = (uint64_t)i + 1;
        ok = time_run(mnist, &config, team, level->accuracy, &sample[i], err);
        *reached += ok && !isinf(sample[i]);
    }
    if (ok) {
        *ms = bench_time_of(sample, BENCH_SEEDS).median;
    }
    sys_place_anywhere();
    team_destroy(team);
    return ok;
}
