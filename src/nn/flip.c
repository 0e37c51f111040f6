/* The smallest change that turns the answer: projections onto the border, then back along the line.
 */
#include "nn/flip.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "nn/answer.h"

enum { HALVINGS = 10 };

/* How far a round goes, in full pixels, until the border is found; from then on it goes less far
 * with each, so that it comes to rest. */
static const float REACH = 0.3f, REACH_SHRINKS = 0.95f;

/* Of the rivals of the target: one that is behind the first by 1 / SHARPNESS counts for 1/e. */
static const float SHARPNESS = 6;

/* How far behind the border a round aims, as z: a change that ends just before it is of no use. */
static const float MARGIN = 0.05f;

void flip_begin(Flip *flip, const uint8_t level[NET_INPUTS], int target)
{
    assert(target >= 0 && target < NET_OUTPUTS);
    *flip = (Flip){.target = target, .reach = REACH};
    memcpy(flip->before, level, NET_INPUTS);
    memcpy(flip->at, level, NET_INPUTS);
}

bool flip_is(const float outputs[NET_OUTPUTS], int digit)
{
    Answer answer = answer_of(outputs);
    return answer.kind != ANSWER_NONE && answer.digit == digit;
}

double flip_size(const uint8_t a[NET_INPUTS], const uint8_t b[NET_INPUTS])
{
    long sum = 0;
    for (int i = 0; i < NET_INPUTS; i++) {
        sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sqrt((double)sum) / 255;
}

/* By how much the target leads, as z, less than 0 before the border; and the gradient of that. It
 * must be the strongest, and strong enough to be an answer: what comes nearest to passing it counts
 * most, the others in part, so that there are no corners in which the search would jump about. */
static float lead(const Net *net, const uint8_t *level, int target, NetActs *acts,
                  DreamGradient *gradient)
{
    float z[NET_OUTPUTS], share[NET_OUTPUTS];
    net_forward_levels(net, level, acts);
    dream_sums(net, acts, z);
    float least = logf(ANSWER_NONE_BELOW / (1 - ANSWER_NONE_BELOW)), most = least;
    for (int k = 0; k < NET_OUTPUTS; k++) {
        most = k != target ? fmaxf(most, z[k]) : most;
    }
    float sum = expf(SHARPNESS * (least - most));
    for (int k = 0; k < NET_OUTPUTS; k++) {
        share[k] = k != target ? expf(SHARPNESS * (z[k] - most)) : 0;
        sum += share[k];
    }
    for (int k = 0; k < NET_OUTPUTS; k++) {
        share[k] = k == target ? 1 : -share[k] / sum;
    }
    dream_gradient_mixed(net, acts, share, gradient);
    return z[target] - most - logf(sum) / SHARPNESS;
}

/* The change of `factor` times the gradient, with the pixels held in 0..1; returns its product with
 * the gradient: how much it brings. */
static double change_by(const Flip *flip, const float *gradient, double factor, float *change)
{
    double brings = 0;
    for (int i = 0; i < NET_INPUTS; i++) {
        float most = (float)(255 - flip->before[i]) / 255, least = -(float)flip->before[i] / 255;
        change[i] = fminf(fmaxf((float)factor * gradient[i], least), most);
        brings += (double)(change[i] * gradient[i]);
    }
    return brings;
}

/* The smallest change that brings as much: the factor is found by doubling, then halving. */
static void smallest_change(const Flip *flip, const float *gradient, double wanted, float *change)
{
    double low = 0, high = 1e-3;
    while (high < 1e6 && change_by(flip, gradient, high, change) < wanted) {
        low = high;
        high *= 4;
    }
    for (int i = 0; i < 2 * HALVINGS; i++) {
        double middle = (low + high) / 2;
        if (change_by(flip, gradient, middle, change) < wanted) {
            low = middle;
        } else {
            high = middle;
        }
    }
    change_by(flip, gradient, high, change);
}

/* Go that way from where the search stands, as far as `reach` and no farther than its end. */
static void go(Flip *flip, const float *way, float reach)
{
    double sum = 0;
    for (int i = 0; i < NET_INPUTS; i++) {
        sum += (double)(way[i] * way[i]);
    }
    float share = sum > 0 ? fminf(1, reach / (float)sqrt(sum)) : 0;
    for (int i = 0; i < NET_INPUTS; i++) {
        float level = (float)flip->at[i] + 255 * share * way[i];
        flip->at[i] = (uint8_t)lroundf(fminf(fmaxf(level, 0), 255));
    }
}

/* Up the slope, with a gradient so large that `go` ends by its reach. */
static void go_up(Flip *flip, const float *gradient)
{
    float way[NET_INPUTS], most = 0;
    for (int i = 0; i < NET_INPUTS; i++) {
        bool ends = gradient[i] > 0 ? flip->at[i] == 255 : flip->at[i] == 0;
        way[i] = ends ? 0 : gradient[i];
        most = fmaxf(most, fabsf(way[i]));
    }
    for (int i = 0; most > 0 && i < NET_INPUTS; i++) {
        way[i] /= most;
    }
    go(flip, way, REACH);
}

/* To where the smallest change would end, were the network straight; `lacks` is what is missing. */
static void go_along(Flip *flip, const float *gradient, double lacks)
{
    float way[NET_INPUTS];
    for (int i = 0; i < NET_INPUTS; i++) {
        lacks += (double)(gradient[i] * (float)(flip->at[i] - flip->before[i]) / 255);
    }
    smallest_change(flip, gradient, lacks, way);
    for (int i = 0; i < NET_INPUTS; i++) {
        way[i] += (float)(flip->before[i] - flip->at[i]) / 255;
    }
    go(flip, way, flip->reach);
    flip->reach *= REACH_SHRINKS;
}

/* The image with that share of the way from `before` to `to`. */
static void between(const Flip *flip, const uint8_t *to, float share, uint8_t *level)
{
    for (int i = 0; i < NET_INPUTS; i++) {
        level[i] =
            (uint8_t)lroundf((float)flip->before[i] + share * (float)(to[i] - flip->before[i]));
    }
}

static bool is_target(const Flip *flip, const Net *net, const uint8_t *level, NetActs *acts)
{
    return flip_is(net_forward_levels(net, level, acts), flip->target);
}

/* Back towards the image, as far as the answer remains the target. */
static void go_back(Flip *flip, const Net *net, NetActs *acts)
{
    float low = 0, high = 1;
    uint8_t to[NET_INPUTS], level[NET_INPUTS];
    memcpy(to, flip->at, sizeof to);
    for (int i = 0; i < HALVINGS; i++) {
        float middle = (low + high) / 2;
        between(flip, to, middle, level);
        if (is_target(flip, net, level, acts)) {
            high = middle;
            memcpy(flip->at, level, sizeof level);
        } else {
            low = middle;
        }
    }
}

/* It is the target here: the place counts as far back as it remains so. */
static void keep(Flip *flip, const Net *net, NetActs *acts)
{
    go_back(flip, net, acts);
    double size = flip_size(flip->before, flip->at);
    if (!flip->found || size < flip->size) {
        flip->found = true;
        flip->size = size;
        memcpy(flip->after, flip->at, sizeof flip->after);
    }
}

bool flip_search(Flip *flip, const Net *net, NetActs *acts)
{
    if (flip->rounds == FLIP_ROUNDS) {
        return false;
    }
    DreamGradient gradient;
    float ahead = lead(net, flip->at, flip->target, acts, &gradient);
    if (flip->found) {
        go_along(flip, gradient.pixel, (double)(MARGIN - ahead));
    } else {
        go_up(flip, gradient.pixel);
    }
    flip->rounds++;
    if (is_target(flip, net, flip->at, acts)) {
        keep(flip, net, acts);
    }
    return flip->rounds < FLIP_ROUNDS;
}
