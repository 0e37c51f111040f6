/* The leave-out test: what labelling ten of one's digits, and training further on them, changes. */
#include "leave_out.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"
#include "train/mnist.h"
#include "train/trainer.h"

enum {
    LEAST_DIGITS = 2 * LEAVE_OUT_LEARNED, /* of a writer: as many again to measure on */
    WAIT_MS = 1000,
};

typedef struct Writer {
    const char *source; /* borrowed from the digits */
    int digits;
} Writer;

/* Shares of right answers. */
typedef struct Change {
    double before, after;
} Change;

typedef struct Effect {
    Change rest, mnist; /* of the writer's other digits, of the test images of MNIST */
    bool other;         /* what has MNIST's names is not MNIST */
} Effect;

/* Most digits first; of two with as many, the one whose name comes first. */
static int compare(const void *a, const void *b)
{
    const Writer *left = a, *right = b;
    return left->digits != right->digits ? right->digits - left->digits
                                         : strcmp(left->source, right->source);
}

/* All there are, those with the most digits first; the caller frees them. */
static Writer *list_writers(const Digits *digits, int *writers, Err *err)
{
    Writer *writer = calloc((size_t)digits->digits, sizeof *writer);
    *writers = 0;
    if (!writer) {
        err_set(err, "There is not enough memory for the writers.");
        return NULL;
    }
    for (int i = 0; i < digits->digits; i++) {
        int w = 0;
        while (w < *writers && strcmp(writer[w].source, digits->digit[i].source) != 0) {
            w++;
        }
        *writers += w == *writers;
        writer[w].source = digits->digit[i].source;
        writer[w].digits++;
    }
    qsort(writer, (size_t)*writers, sizeof *writer, compare);
    return writer;
}

bool leave_out_split(const Digits *digits, const char *source, Digits *learned, Digits *rest,
                     Err *err)
{
    bool written[NET_OUTPUTS] = {false}, seen[NET_OUTPUTS] = {false};
    int more = LEAVE_OUT_LEARNED; /* beside the first of each label */
    for (int i = 0; i < digits->digits; i++) {
        const PenDigit *digit = &digits->digit[i];
        if (strcmp(digit->source, source) == 0) {
            more -= !written[digit->label];
            written[digit->label] = true;
        }
    }
    for (int i = 0; i < digits->digits; i++) {
        const PenDigit *digit = &digits->digit[i];
        if (strcmp(digit->source, source) != 0) {
            continue;
        }
        bool again = seen[digit->label], learn = !again || more > 0;
        more -= again && learn;
        seen[digit->label] = true;
        if (!digits_add_copy(learn ? learned : rest, digits, i, err)) {
            return false;
        }
    }
    return true;
}

static bool measure(const Net *net, Preparation preparation, const Digits *digits, double *share,
                    Err *err)
{
    int right = 0;
    NetActs acts;
    bool ok = net_acts_make(&acts, &net->shape, err);
    for (int i = 0; ok && i < digits->digits; i++) {
        Sheet sheet;
        ok = digits_input(digits, i, preparation, &sheet, err);
        right +=
            ok && net_answer(net_forward_levels(net, sheet.cell, &acts)) == digits->digit[i].label;
    }
    *share = (double)right / digits->digits;
    net_acts_free(&acts);
    return ok;
}

/* Trains to the end. */
static bool train(const LeaveOut *test, const Mix *mix, Net *net, Change *change, Err *err)
{
    bool ok = false;
    TrainStats stats = {0};
    TrainEpoch first, last;
    Trainer *trainer =
        trainer_create(&mix->train, &mix->test, test->train.threads, false, NULL, NULL, err);
    if (!trainer || !trainer_start(trainer, &test->train, test->net, false, err)) {
        goto done;
    }
    while (stats.run == 0 || stats.phase != TRAIN_IDLE) {
        trainer_wait(trainer, WAIT_MS);
        trainer_poll(trainer, net, &stats);
    }
    if (stats.failed) {
        err_set(err, "%s", stats.why.text);
        goto done;
    }
    trainer_epochs(trainer, 0, 1, &first);
    trainer_epochs(trainer, stats.epochs - 1, 1, &last);
    *change = (Change){first.test_accuracy, last.test_accuracy};
    ok = true;
done:
    trainer_destroy(trainer);
    return ok;
}

static bool test_writer(const LeaveOut *test, const Digits *digits, const char *source,
                        Effect *effect, Err *err)
{
    bool ok = false;
    Digits learned = {0}, rest = {0};
    Mix mix = {0};
    Net net = {0};
    Preparation preparation = test->mix.preparation;
    ok = leave_out_split(digits, source, &learned, &rest, err) &&
         mix_load(&mix, &test->mix, test->data, &learned, err) &&
         measure(test->net, preparation, &rest, &effect->rest.before, err) &&
         net_make(&net, &test->net->shape, err) && train(test, &mix, &net, &effect->mnist, err) &&
         measure(&net, preparation, &rest, &effect->rest.after, err);
    effect->other = mix.other;
    net_free(&net);
    mix_free(&mix);
    digits_free(&rest);
    digits_free(&learned);
    return ok;
}

static void add_shares(cJSON *line, const Effect *effect)
{
    cJSON_AddNumberToObject(line, "before", effect->rest.before);
    cJSON_AddNumberToObject(line, "after", effect->rest.after);
    cJSON_AddNumberToObject(line, "mnist_before", effect->mnist.before);
    cJSON_AddNumberToObject(line, "mnist_after", effect->mnist.after);
}

static bool print_writer(const Writer *writer, const Effect *effect, bool json, Err *err)
{
    if (json) {
        cJSON *line = cJSON_CreateObject();
        cJSON_AddStringToObject(line, "writer", writer->source);
        cJSON_AddNumberToObject(line, "rest", writer->digits - LEAVE_OUT_LEARNED);
        add_shares(line, effect);
        return cli_print_json(line, err);
    }
    printf("%-*s %4d digits: %6.2f %% -> %6.2f %%   %s: %5.2f %% -> %5.2f %%\n", DIGITS_SOURCE,
           writer->source, writer->digits - LEAVE_OUT_LEARNED, 100 * effect->rest.before,
           100 * effect->rest.after, mnist_name(effect->other), 100 * effect->mnist.before,
           100 * effect->mnist.after);
    fflush(stdout);
    return true;
}

/* What all writers come to. */
typedef struct Sum {
    int writers, rose, fell;
    Effect mean; /* a sum until the end */
} Sum;

static void add_to_sum(Sum *sum, const Effect *effect)
{
    sum->writers++;
    sum->rose += effect->rest.after > effect->rest.before;
    sum->fell += effect->rest.after < effect->rest.before;
    sum->mean.rest.before += effect->rest.before;
    sum->mean.rest.after += effect->rest.after;
    sum->mean.other = effect->other;
    sum->mean.mnist.before += effect->mnist.before;
    sum->mean.mnist.after += effect->mnist.after;
}

static bool print_sum(Sum *sum, bool json, Err *err)
{
    Effect *mean = &sum->mean;
    mean->rest.before /= sum->writers;
    mean->rest.after /= sum->writers;
    mean->mnist.before /= sum->writers;
    mean->mnist.after /= sum->writers;
    if (json) {
        cJSON *line = cJSON_CreateObject();
        cJSON_AddNumberToObject(line, "writers", sum->writers);
        cJSON_AddNumberToObject(line, "rose", sum->rose);
        cJSON_AddNumberToObject(line, "fell", sum->fell);
        add_shares(line, mean);
        return cli_print_json(line, err);
    }
    printf("\nMean of %d writers: %.2f %% before, %.2f %% after; %d rose, %d fell.\n"
           "%s: %.2f %% before, %.2f %% after.\n",
           sum->writers, 100 * mean->rest.before, 100 * mean->rest.after, sum->rose, sum->fell,
           mnist_name(mean->other), 100 * mean->mnist.before, 100 * mean->mnist.after);
    return true;
}

bool leave_out_run(const LeaveOut *test, const Digits *digits, Err *err)
{
    bool ok = false;
    Sum sum = {0};
    int writers;
    Writer *writer = list_writers(digits, &writers, err);
    if (!writer) {
        return false;
    }
    if (test->writers > writers || writer[test->writers - 1].digits < LEAST_DIGITS) {
        err_set(err, "There are fewer than %d writers with at least %d digits each.", test->writers,
                LEAST_DIGITS);
        goto done;
    }
    for (int w = 0; w < test->writers; w++) {
        Effect effect;
        if (!test_writer(test, digits, writer[w].source, &effect, err) ||
            !print_writer(&writer[w], &effect, test->json, err)) {
            goto done;
        }
        add_to_sum(&sum, &effect);
    }
    ok = print_sum(&sum, test->json, err);
done:
    free(writer);
    return ok;
}
