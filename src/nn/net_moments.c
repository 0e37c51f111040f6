/* The moments of a run: their room, which of them stay, and what the metadata says of them. */
#include "nn/net_moments.h"

#include <assert.h>
#include <float.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"

enum {
    MAX_EPOCHS = 1000000,
    LINE_CHARS = 2 * NUMBER_EXACT_TEXT + 32, /* no line is longer */
};

static const double MAX_STEPS = 1e15; /* every whole number up to it is a double */
static const char NAMES[] = "done,minibatch,cost\n";

bool net_moments_make(NetMoments *moments, const NetShape *shape, int count, Err *err)
{
    assert(count > 0 && count <= NET_MOMENTS_MOST);
    *moments = (NetMoments){.count = count};
    moments->net = calloc((size_t)count, sizeof *moments->net);
    moments->done = calloc((size_t)count, sizeof *moments->done);
    moments->cost = calloc((size_t)count, sizeof *moments->cost);
    bool ok = moments->net && moments->done && moments->cost;
    if (!ok) {
        err_set_code(err, ERR_NO_MEMORY, "There is not enough memory for the moments of a run.");
    }
    for (int i = 0; ok && i < count; i++) {
        ok = net_make(&moments->net[i], shape, err);
    }
    if (!ok) {
        net_moments_free(moments);
    }
    return ok;
}

void net_moments_free(NetMoments *moments)
{
    if (moments) {
        for (int i = 0; moments->net && i < moments->count; i++) {
            net_free(&moments->net[i]);
        }
        free(moments->net);
        free(moments->done);
        free(moments->cost);
        *moments = (NetMoments){0};
    }
}

double net_moments_place(double done)
{
    return cbrt(done);
}

/* The moment of first..last that lies nearest to a place. */
static int nearest(const NetMoments *moments, int first, int last, double place)
{
    int best = first;
    for (int i = first + 1; i <= last; i++) {
        if (fabs(net_moments_place(moments->done[i]) - place) <
            fabs(net_moments_place(moments->done[best]) - place)) {
            best = i;
        }
    }
    return best;
}

/* Of the chosen ones the one that is nearest gives way to `held`; the first and the newest do not.
 */
static void hold(const NetMoments *moments, int held, int *chosen, int count)
{
    int best = 1;
    for (int i = 0; i < count; i++) {
        if (chosen[i] == held) {
            return;
        }
    }
    for (int i = 1; i < count - 1; i++) {
        double far = fabs(net_moments_place(moments->done[chosen[i]]) -
                          net_moments_place(moments->done[held]));
        if (far < fabs(net_moments_place(moments->done[chosen[best]]) -
                       net_moments_place(moments->done[held]))) {
            best = i;
        }
    }
    chosen[best] = held; /* no other chosen one lies between the two */
}

int net_moments_choose(const NetMoments *moments, int most, int held, int *chosen)
{
    int all = moments->count, count = number_min(all, most);
    double first = all > 0 ? net_moments_place(moments->done[0]) : 0.0;
    double span = all > 0 ? net_moments_place(moments->done[all - 1]) - first : 0.0;
    assert(most >= 2 && held < all);
    for (int i = 0; i < count; i++) {
        int from = i == 0 ? 0 : chosen[i - 1] + 1, to = all - count + i;
        bool end = i == 0 || i == count - 1;
        chosen[i] =
            end ? (i == 0 ? 0 : to) : nearest(moments, from, to, first + span * i / (count - 1));
    }
    if (held >= 0 && count > 2) {
        hold(moments, held, chosen, count);
    }
    return count;
}

static int64_t step_of(const NetMoments *moments, int i)
{
    return llround(moments->done[i] * (double)moments->steps);
}

/* A line each; on the heap, NULL without memory. */
static char *print(const NetMoments *moments, const int *chosen, int count)
{
    size_t room = sizeof NAMES + (size_t)count * LINE_CHARS;
    char *text = malloc(room), *at = text;
    if (!text) {
        return NULL;
    }
    at += sprintf(at, "%s", NAMES);
    for (int i = 0; i < count; i++) {
        char done[NUMBER_EXACT_TEXT], cost[NUMBER_EXACT_TEXT] = "";
        number_print_exact(done, sizeof done, moments->done[chosen[i]], false);
        if (moments->cost[chosen[i]] > 0.0f) {
            number_print_exact(cost, sizeof cost, (double)moments->cost[chosen[i]], true);
        }
        at += snprintf(at, LINE_CHARS, "%s,%" PRId64 ",%s\n", done, step_of(moments, chosen[i]),
                       cost);
    }
    return text;
}

/* A text on the heap, which is released. */
static bool put_text(NetMeta *meta, const char *key, char *text, Err *err)
{
    bool ok = text ? net_meta_set(meta, key, text, err)
                   : err_set_code(err, ERR_NO_MEMORY,
                                  "There is not enough memory for the moments of a run.");
    free(text);
    return ok;
}

bool net_moments_put(const NetMoments *moments, const int *chosen, int count, NetMeta *meta,
                     Err *err)
{
    char epochs[NUMBER_EXACT_TEXT], steps[NUMBER_EXACT_TEXT];
    snprintf(epochs, sizeof epochs, "%d", moments->epochs);
    snprintf(steps, sizeof steps, "%" PRId64, moments->steps);
    return put_text(meta, "moments", print(moments, chosen, count), err) &&
           net_meta_set(meta, "run_epochs", epochs, err) &&
           net_meta_set(meta, "run_minibatches", steps, err) &&
           (moments->curves.points == 0 ||
            put_text(meta, "run_curves", net_curves_print(&moments->curves), err));
}

static bool get_count(const NetMeta *meta, const char *key, double most, double *count)
{
    const char *text = net_meta_get(meta, key);
    return text && number_take(&text, most, 0, count) && *count >= 1.0 && floor(*count) >= *count;
}

/* The line of moment i. */
static bool take_moment(const char **at, NetMoments *moments, int i)
{
    double step, cost = 0.0;
    bool ok =
        number_take(at, 1.0, ',', &moments->done[i]) && number_take(at, MAX_STEPS, ',', &step);
    if (ok && **at == '\n') {
        (*at)++;
    } else {
        ok = ok && number_take(at, (double)FLT_MAX, '\n', &cost);
    }
    moments->cost[i] = (float)cost;
    return ok && llround(step) == step_of(moments, i) &&
           (i == 0 || moments->done[i] > moments->done[i - 1]);
}

bool net_moments_get(const NetMeta *meta, NetMoments *moments)
{
    double epochs, steps;
    const char *at = net_meta_get(meta, "moments"), *curves = net_meta_get(meta, "run_curves");
    if (!at || (curves && !net_curves_parse(&moments->curves, curves)) ||
        strncmp(at, NAMES, sizeof NAMES - 1) != 0 ||
        !get_count(meta, "run_epochs", MAX_EPOCHS, &epochs) ||
        !get_count(meta, "run_minibatches", MAX_STEPS, &steps)) {
        return false;
    }
    moments->epochs = (int)epochs;
    moments->steps = (int64_t)steps;
    at += sizeof NAMES - 1;
    for (int i = 0; i < moments->count; i++) {
        if (!take_moment(&at, moments, i)) {
            return false;
        }
    }
    return *at == 0;
}
