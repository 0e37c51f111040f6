/* Minibatch gradient descent, its settings, and the measuring of a network. */
#include "train/sgd.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#ifdef __SSE__
#include <xmmintrin.h>
#endif

#include "base/number.h"
#include "base/sys.h"

enum {
    MAX_EPOCHS = 10000,
    MAX_MINIBATCH = 1000,
    MAX_RATE = 1000,
    MAX_THREADS = 64,
    USUAL_THREADS = 4,  /* at most: each learns by itself between two averages, so that more of them
                           know less at the end: the default run 0.2 % less with 4 than with 1 or 2,
                           0.3 % with 8, 0.5 % with 16, 1.2 % with 64 */
    BLOCK_IMAGES = 500, /* lie together in memory, and are trained on one soon after another */
};

static const float LAST_RATE = 0.01f;    /* of the first */
static const float LEAST_DECAY = 0.001f; /* that is worth a walk through all weights */
static const double PI = 3.14159265358979323846;

static int processors(void)
{
    int online = sys_processors();
    return online < MAX_THREADS ? online : MAX_THREADS;
}

TrainConfig train_config_default(void)
{
    return (TrainConfig){
        .epochs = 50,
        .minibatch = 32,
        .rate = 3.2f,
        .first_layer = 0.3f,
        .decay = 5e-5f,
        .cost = NET_COST_CROSS_ENTROPY,
        .augment = {.turn_deg = 3.0f,
                    .scale = 0.04f,
                    .shear = 0.03f,
                    .shift_cell = 0.2f,
                    .elastic_cell = 0.4f,
                    .width = 0.2f},
        .seed = 1,
        .threads = number_min(processors(), USUAL_THREADS),
    };
}

TrainConfig train_config_further(void)
{
    TrainConfig config = train_config_default();
    config.epochs = 5;
    config.rate = 0.3f;
    config.first_layer = 1.0f;
    return config;
}

bool sgd_room_make(SgdRoom *room, const Net *net, int images, Err *err)
{
    size_t count = (size_t)images;
    *room = (SgdRoom){.input = calloc(count, sizeof *room->input),
                      .changed = calloc(count, sizeof *room->changed),
                      .label = calloc(count, sizeof *room->label)};
    if (!room->input || !room->changed || !room->label) {
        sgd_room_free(room);
        return err_set_code(err, ERR_NO_MEMORY, "There is not enough memory for the training.");
    }
    if (!batch_make(&room->batch, net, images, err)) {
        sgd_room_free(room);
        return false;
    }
    return true;
}

void sgd_room_free(SgdRoom *room)
{
    if (room) {
        free(room->input);
        free(room->changed);
        free(room->label);
        batch_free(&room->batch);
        *room = (SgdRoom){0};
    }
}

static bool in_range(const char *what, int value, int last, Err *err)
{
    return (value >= 1 && value <= last) ||
           err_set_code(err, ERR_VALUE, "The number of %s is %d; it can be 1 to %d.", what, value,
                        last);
}

bool train_config_check(const TrainConfig *config, Err *err)
{
    if (!in_range("epochs", config->epochs, MAX_EPOCHS, err) ||
        !in_range("images in a minibatch", config->minibatch, MAX_MINIBATCH, err) ||
        !in_range("threads", config->threads, MAX_THREADS, err)) {
        return false;
    }
    /* Written so that NaN fails too. */
    if (!(config->rate > 0.0f && config->rate <= (float)MAX_RATE)) {
        return err_set_code(err, ERR_VALUE,
                            "The learning rate is %g; it can be anything above 0, up to %d.",
                            (double)config->rate, MAX_RATE);
    }
    if (!(config->first_layer > 0.0f && config->first_layer <= 1.0f)) {
        return err_set_code(err, ERR_VALUE,
                            "The first layer's part of the learning rate is %g; it can be anything "
                            "above 0, up to 1.",
                            (double)config->first_layer);
    }
    if (!(config->decay >= 0.0f && config->decay <= 1.0f)) {
        return err_set_code(err, ERR_VALUE, "The weight decay is %g; it can be 0 to 1.",
                            (double)config->decay);
    }
    if (!(config->begun >= 0.0 && config->begun <= 1.0)) {
        return err_set_code(err, ERR_VALUE,
                            "The share of the run that is over is %g; it can be 0 to 1.",
                            config->begun);
    }
    if (config->cost != NET_COST_SQUARED && config->cost != NET_COST_CROSS_ENTROPY) {
        return err_set_code(err, ERR_VALUE, "The cost is neither squared nor cross-entropy.");
    }
    return augment_check(&config->augment, err);
}

float sgd_rate(const TrainConfig *config, double done)
{
    double high = 0.5 * (1.0 + cos(PI * done)); /* 1 at the start, 0 at the end */
    return config->rate * (LAST_RATE + (1.0f - LAST_RATE) * (float)high);
}

void sgd_shuffle(int *order, int images, Rng *rng)
{
    /* Where the first block begins is drawn anew, so that blocks are never the same twice. */
    int shift = rng_below(rng, images);
    for (int i = 0; i < images; i++) {
        order[i] = i + shift < images ? i + shift : i + shift - images;
    }
    for (int block = images / BLOCK_IMAGES - 1; block > 0; block--) {
        int *here = order + block * BLOCK_IMAGES;
        int *there = order + rng_below(rng, block + 1) * BLOCK_IMAGES;
        for (int i = 0; i < BLOCK_IMAGES; i++) {
            int kept = here[i];
            here[i] = there[i];
            there[i] = kept;
        }
    }
    for (int first = 0; first < images; first += BLOCK_IMAGES) {
        int left = images - first;
        rng_shuffle(rng, order + first, left < BLOCK_IMAGES ? left : BLOCK_IMAGES);
    }
}

/* Take numbers below 1e-38 as 0 from now on: where neurons saturate there are many, and x86 is 30
 * times slower with them. Returns what was before. */
static unsigned flush_tiny(void)
{
#ifdef __SSE__
    enum { FLUSH_RESULTS = 0x8000, FLUSH_OPERANDS = 0x0040 };
    unsigned before = _mm_getcsr();
    _mm_setcsr(before | FLUSH_RESULTS | FLUSH_OPERANDS);
    return before;
#else
    return 0;
#endif
}

static void unflush_tiny(unsigned before)
{
#ifdef __SSE__
    _mm_setcsr(before);
#else
    (void)before;
#endif
}

/* Make image `image` the one in place `at` of the room. */
static void pick(SgdRoom *room, int at, const Dataset *data, int image)
{
    room->input[at] = dataset_input(data, image);
    room->label[at] = data->label[image];
}

/* The images that come after a minibatch. */
static void fetch(const Dataset *data, const int *order, int count)
{
    for (int i = 0; i < NET_INPUTS_AHEAD && i < count; i++) {
        NetInput input = dataset_input(data, order[i]);
        net_input_fetch(&input);
    }
}

/* Run the network on the images in the room; what it says is scored. */
static void forward(const Net *net, SgdRoom *room, int images, NetCost cost, Score *score)
{
    batch_forward(net, room->input, images, &room->batch);
    for (int i = 0; i < images; i++) {
        score->right += net_answer(batch_outputs(net, &room->batch, i)) == room->label[i];
    }
    score->cost += batch_cost(net, &room->batch, room->label, images, cost);
    score->images += images;
}

void sgd_train(Net *net, SgdRoom *room, const Dataset *data, const int *order, int count,
               const TrainConfig *config, float rate, Rng *rng, Score *score, float *cost)
{
    unsigned before = flush_tiny();
    float decay = 0;
    for (int first = 0; first < count; first += config->minibatch) {
        int left = count - first, images = number_min(left, config->minibatch);
        for (int i = 0; i < images; i++) {
            pick(room, i, data, order[first + i]);
            room->input[i] =
                augment_image(&config->augment, &room->input[i], rng, &room->changed[i]);
        }
        double before_these = score->cost;
        forward(net, room, images, config->cost, score);
        if (cost) {
            *cost++ = (float)((score->cost - before_these) / images);
        }
        fetch(data, order + first + images, left - images);
        decay += rate * config->decay;
        bool due = decay >= LEAST_DECAY || images == left;
        batch_step(net, room->input, room->label, images, config->cost, rate, config->first_layer,
                   due ? decay : 0, &room->batch);
        decay = due ? 0 : decay;
    }
    unflush_tiny(before);
}

void sgd_measure(const Net *net, SgdRoom *room, const Dataset *data, int first, int count,
                 NetCost cost, Score *score)
{
    int end = first + count;
    unsigned before = flush_tiny();
    while (first < end) {
        int images = 0;
        for (; images < room->batch.capacity && first < end; images++, first++) {
            pick(room, images, data, first);
        }
        forward(net, room, images, cost, score);
    }
    unflush_tiny(before);
}
