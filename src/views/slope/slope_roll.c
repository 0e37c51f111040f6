/* The measurements of the view Slope, and its balls. */
#include "views/slope/slope_roll.h"

#include <math.h>

#include "base/clock.h"
#include "lab/moment.h"

enum {
    MOST_IMAGES = 2000,
    LEAST_IMAGES = 200,
    USUAL_PARAMETERS = 13002, /* of the network that has so many images */
    FRAMES = 2,               /* times at most that a curve is measured between other ends */
    REDRAW = 8,               /* points between two pictures of the curve under way */
    PACE_MS = 450,            /* from a step to the next */
    LIVE_MS = 4000            /* from a curve of a network in training to the next */
};

static const double HALF = 6.0; /* of the line, from the middle */
static const uint64_t SEED = 5;

/* Larger networks are slower: they have fewer images. */
static int images_for(const Lab *lab)
{
    int most = (int)((int64_t)MOST_IMAGES * USUAL_PARAMETERS /
                     net_shape_parameters(&lab->model.net.shape));
    return SDL_min(lab->mix.train.images, SDL_clamp(most, LEAST_IMAGES, MOST_IMAGES));
}

bool slope_roll_is_stale(const SlopeView *view)
{
    return view->phase != SLOPE_NOTHING && (view->net_version != view->lab->net_version ||
                                            view->slope.kind != view->lab->plan.cost);
}

void slope_roll_renew(SlopeView *view)
{
    Err err;
    const Net *net = &view->lab->model.net;
    view->phase = SLOPE_NOTHING;
    view->net_version = view->lab->net_version;
    view->nets = view->lab->nets;
    slope_free(&view->slope);
    net_free(&view->gradient);
    view->failed = !slope_make(&view->slope, net, &view->lab->mix.train, images_for(view->lab),
                               view->lab->plan.cost, &err) ||
                   !net_make(&view->gradient, &net->shape, &err);
    if (view->failed) {
        tell(view->shell, true, ACTION_NONE, err.text);
        return;
    }
    rng_init(&view->rng, SEED);
    view->playing = view->wants_step = false;
    view->steps = view->curve.measured = 0;
    view->phase = SLOPE_GRADIENT;
    slope_begin(&view->slope, 0.0, NULL, 0, true);
    shell_redraw(view->shell);
}

/* Measure the curve between two places. */
static void begin_curve(SlopeView *view, double low, double high)
{
    slope_curve_init(&view->curve, low, high);
    view->phase = SLOPE_CURVE;
    slope_begin(&view->slope, slope_curve_next(&view->curve), NULL, 0, false);
}

void slope_roll_choose(SlopeView *view, int chosen)
{
    chosen = SDL_clamp(chosen, -1, view->choices - 1);
    if (view->phase < SLOPE_CURVE) {
        return;
    }
    if (chosen >= 0) {
        slope_along(&view->slope, &view->choice[chosen]);
    } else if (!slope_uphill(&view->slope, &view->gradient)) {
        return;
    }
    view->chosen = chosen;
    view->steps = view->framed = 0;
    view->playing = view->wants_step = false;
    begin_curve(view, -HALF, HALF);
    shell_redraw(view->shell);
}

/* The gradient of the network is known: its largest components can be chosen. */
static void list_choices(SlopeView *view)
{
    net_copy(&view->gradient, &view->slope.gradient);
    view->choices = components_largest(&view->gradient, view->choice, SLOPE_CHOICES);
    view->phase = SLOPE_CURVE;
    slope_roll_choose(view, view->chosen);
}

void slope_roll_take_rate(SlopeView *view, SlopeRate which)
{
    view->which = which;
    view->rate = which < SLOPE_RATES ? view->rates.rate[which] : view->rate;
    shell_redraw(view->shell);
}

void slope_roll_begin(SlopeView *view)
{
    slope_roll_put(view, view->rates.start[view->which < SLOPE_RATES ? view->which : RATE_RIGHT]);
}

/* The slope under the balls is to be measured: the first one's by all images. */
static void look_under(SlopeView *view)
{
    view->phase = SLOPE_UNDER_BALL;
    slope_begin(&view->slope, view->ball[BALL_ALL].at, NULL, 0, true);
}

void slope_roll_put(SlopeView *view, double place)
{
    place = SDL_clamp(place, view->curve.low, view->curve.high);
    for (int i = 0; i < SLOPE_BALLS; i++) {
        view->ball[i] = (SlopeBall){.from = place, .at = place, .path = {place}};
    }
    view->steps = 0;
    view->playing = view->wants_step = false;
    if (view->phase > SLOPE_CURVE) {
        look_under(view);
    }
    shell_redraw(view->shell);
}

/* The curve is whole: a ball on it, or once more between better ends. */
static void end_curve(SlopeView *view)
{
    double low, high;
    if (view->framed < FRAMES && slope_curve_frame(&view->curve, &low, &high)) {
        view->framed++;
        begin_curve(view, low, high);
        return;
    }
    slope_rates_find(&view->curve, &view->rates);
    slope_roll_take_rate(view, view->which);
    view->phase = SLOPE_READY;
    slope_roll_begin(view);
}

static void end_point(SlopeView *view)
{
    slope_curve_take(&view->curve, view->slope.cost);
    if (view->curve.whole) {
        end_curve(view);
        return;
    }
    slope_begin(&view->slope, slope_curve_next(&view->curve), NULL, 0, false);
    if (view->curve.measured % REDRAW == 0) {
        shell_redraw(view->shell);
    }
}

/* A fresh minibatch for the other ball. */
static void draw_minibatch(SlopeView *view)
{
    view->minibatch_images = SDL_min(SLOPE_MINIBATCH, view->slope.data.images);
    for (int i = 0; i < view->minibatch_images; i++) {
        view->minibatch[i] = rng_below(&view->rng, view->slope.data.images);
    }
    slope_begin(&view->slope, view->ball[BALL_MINIBATCH].at, view->minibatch,
                view->minibatch_images, true);
}

/* What was measured is taken in, and the next measurement begins. */
static void take(SlopeView *view)
{
    switch (view->phase) {
    case SLOPE_GRADIENT:
        list_choices(view);
        break;
    case SLOPE_CURVE:
        end_point(view);
        break;
    case SLOPE_UNDER_BALL:
        view->ball[BALL_ALL].slope = view->slope.slope;
        view->ball[BALL_ALL].cost[view->steps] = view->slope.cost;
        view->phase = SLOPE_STUMBLE;
        draw_minibatch(view);
        break;
    default:
        view->ball[BALL_MINIBATCH].slope = view->slope.slope;
        view->phase = SLOPE_READY;
        view->ready_ms = view->shell->now_ms;
        shell_redraw(view->shell);
        break;
    }
}

bool slope_roll_is_lost(const SlopeView *view)
{
    double at = view->ball[BALL_ALL].at, span = view->curve.high - view->curve.low;
    return at < view->curve.low - span || at > view->curve.high + span;
}

bool slope_roll_can_step(const SlopeView *view)
{
    return view->phase >= SLOPE_UNDER_BALL && view->steps < SLOPE_STEPS &&
           !slope_roll_is_lost(view);
}

static void step(SlopeView *view)
{
    view->steps++;
    for (int i = 0; i < SLOPE_BALLS; i++) {
        SlopeBall *ball = &view->ball[i];
        double span = view->curve.high - view->curve.low;
        ball->from = ball->at;
        ball->at -= view->rate * ball->slope;
        ball->at = SDL_clamp(ball->at, view->curve.low - 2.0 * span, view->curve.high + 2.0 * span);
        ball->path[view->steps] = ball->at;
    }
    view->wants_step = false;
    view->stepped_ms = view->shell->now_ms;
    shell_move(view->shell, MOTION_STEP, MOTION_STEP_MS);
    look_under(view);
    view->playing &= slope_roll_can_step(view);
}

static bool is_due(const SlopeView *view)
{
    bool paced = view->shell->now_ms - view->stepped_ms >= PACE_MS;
    return view->phase == SLOPE_READY && (view->wants_step || (view->playing && paced));
}

/* A run changes the network all the time: what one looks at then stays a while, and as long as one
 * does something with it. That of a network that is gone does not. */
static bool is_to_renew(const SlopeView *view)
{
    bool have = !view->lab->loader && view->lab->mix.train.images > 0;
    bool gone = view->nets != view->lab->nets;
    bool used = view->steps > 0 || view->playing || view->held;
    if (view->phase == SLOPE_NOTHING) {
        return have && (!view->failed || view->net_version != view->lab->net_version);
    }
    bool seen = view->phase == SLOPE_READY && view->shell->now_ms - view->ready_ms >= LIVE_MS;
    return have && slope_roll_is_stale(view) &&
           (gone || (!used && (seen || !moment_is_in_training(view->lab))));
}

void slope_roll_work(SlopeView *view)
{
    if (is_to_renew(view)) {
        slope_roll_renew(view);
    }
    if (is_due(view) && slope_roll_can_step(view)) {
        step(view);
    }
    Slice slice = slice_begin();
    while (view->phase != SLOPE_NOTHING && view->phase != SLOPE_READY && slice_goes_on(&slice)) {
        if (!slope_goes_on(&view->slope)) {
            take(view);
        }
    }
}

int slope_roll_sleep_ms(const SlopeView *view)
{
    if (view->phase != SLOPE_NOTHING && view->phase != SLOPE_READY) {
        return 0;
    }
    return view->phase == SLOPE_READY && view->playing ? clock_until_ms(view->stepped_ms + PACE_MS)
           : is_to_renew(view)                         ? 0
                                                       : -1;
}

double slope_roll_place(const SlopeView *view, int ball)
{
    double left = (double)motion_left(&view->shell->motion, MOTION_STEP);
    const SlopeBall *it = &view->ball[ball];
    return it->at + left * (it->from - it->at);
}
