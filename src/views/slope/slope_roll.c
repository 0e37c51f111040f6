/* The measurements of the view Slope, and its balls. */
#include "views/slope/slope_roll.h"

#include <math.h>

#include "base/clock.h"
#include "lab/moment.h"

enum {
    MOST_IMAGES = 2000,
    LEAST_IMAGES = 200,
    USUAL_PARAMETERS = 13002, /* of the network that has so many images */
    COARSE = 16,              /* points that are measured first are so far apart */
    REDRAW = 8,               /* points between two pictures of the curve under way */
    PACE_MS = 450,            /* from a step to the next */
    LIVE_MS = 4000            /* from a curve of a network in training to the next */
};

static const double HALF = 6.0;   /* of the line, from the middle */
static const double BEGIN = 0.15; /* how far from its end a ball begins, of the line */
static const double SMALL = 1.0 / 15.0, LARGE = 2.4;
static const double FLAT = 1e-6; /* the least curvature that rates go by */
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
    view->steps = view->measured = 0;
    view->phase = SLOPE_GRADIENT;
    slope_begin(&view->slope, 0.0, NULL, 0, true);
    shell_redraw(view->shell);
}

static double place_of(const SlopeView *view, int point)
{
    return view->low + (view->high - view->low) * point / (SLOPE_POINTS - 1);
}

/* The points, the coarse ones first: so the curve is there soon, and becomes finer. */
static int point_of(int number)
{
    for (int apart = COARSE, first = true; apart > 0; apart /= 2, first = false) {
        int step = first ? apart : 2 * apart, begin = first ? 0 : apart;
        int count = (SLOPE_POINTS - 1 - begin) / step + 1;
        if (number < count) {
            return begin + number * step;
        }
        number -= count;
    }
    return 0;
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
    view->low = -HALF;
    view->high = HALF;
    view->measured = view->steps = 0;
    view->playing = view->wants_step = false;
    SDL_memset(view->known, 0, sizeof view->known);
    view->phase = SLOPE_CURVE;
    slope_begin(&view->slope, place_of(view, point_of(0)), NULL, 0, false);
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

/* Where it bends most, and where it is lowest. */
static void survey(SlopeView *view)
{
    double apart = (view->high - view->low) / (SLOPE_POINTS - 1);
    int lowest = 1;
    view->curved = FLAT;
    for (int i = 1; i + 1 < SLOPE_POINTS; i++) {
        const double *c = &view->cost[i];
        view->curved = fmax(view->curved, (c[-1] - 2.0 * c[0] + c[1]) / (apart * apart));
        lowest = *c < view->cost[lowest] ? i : lowest;
    }
    const double *c = &view->cost[lowest];
    view->bottom = fmax((c[-1] - 2.0 * c[0] + c[1]) / (apart * apart), FLAT);
    view->lowest = place_of(view, lowest);
}

void slope_roll_take_rate(SlopeView *view, SlopeRate which)
{
    view->which = which;
    view->rate = which == RATE_SMALL   ? SMALL / view->curved
                 : which == RATE_RIGHT ? 1.0 / view->curved
                 : which == RATE_LARGE ? LARGE / view->bottom
                                       : view->rate;
    shell_redraw(view->shell);
}

/* The slope under the balls is to be measured: the first one's by all images. */
static void look_under(SlopeView *view)
{
    view->phase = SLOPE_UNDER_BALL;
    slope_begin(&view->slope, view->ball[BALL_ALL].at, NULL, 0, true);
}

void slope_roll_put(SlopeView *view, double place)
{
    place = SDL_clamp(place, view->low, view->high);
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

/* The curve is whole: a ball on its higher side. */
static void end_curve(SlopeView *view)
{
    bool left = view->cost[0] > view->cost[SLOPE_POINTS - 1];
    double away = BEGIN * (view->high - view->low);
    survey(view);
    slope_roll_take_rate(view, view->which);
    view->phase = SLOPE_READY;
    slope_roll_put(view, left ? view->low + away : view->high - away);
}

static void end_point(SlopeView *view)
{
    int point = point_of(view->measured);
    view->cost[point] = view->slope.cost;
    view->known[point] = true;
    view->measured++;
    if (view->measured == SLOPE_POINTS) {
        end_curve(view);
        return;
    }
    slope_begin(&view->slope, place_of(view, point_of(view->measured)), NULL, 0, false);
    if (view->measured % REDRAW == 0) {
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
        view->true_cost = view->slope.cost;
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
    double at = view->ball[BALL_ALL].at, span = view->high - view->low;
    return at < view->low - span || at > view->high + span;
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
        double span = view->high - view->low;
        ball->from = ball->at;
        ball->at -= view->rate * ball->slope;
        ball->at = SDL_clamp(ball->at, view->low - 2.0 * span, view->high + 2.0 * span);
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
 * does something with it. */
static bool is_to_renew(const SlopeView *view)
{
    bool have = !view->lab->loader && view->lab->mix.train.images > 0;
    bool used = view->steps > 0 || view->playing || view->held;
    if (view->phase == SLOPE_NOTHING) {
        return have && (!view->failed || view->net_version != view->lab->net_version);
    }
    bool seen = view->phase == SLOPE_READY && view->shell->now_ms - view->ready_ms >= LIVE_MS;
    return have && slope_roll_is_stale(view) && !used &&
           (seen || !moment_is_in_training(view->lab));
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

/* The nearest point that is known, from one on in that direction; -1 for none. */
static int known_from(const SlopeView *view, int point, int step)
{
    while (point >= 0 && point < SLOPE_POINTS && !view->known[point]) {
        point += step;
    }
    return point < SLOPE_POINTS ? point : -1;
}

double slope_roll_height(const SlopeView *view, double place)
{
    double share = (place - view->low) / (view->high - view->low);
    double at = SDL_clamp(share, 0.0, 1.0) * (SLOPE_POINTS - 1);
    int i = known_from(view, SDL_min((int)at, SLOPE_POINTS - 2), -1);
    int j = known_from(view, SDL_min((int)at, SLOPE_POINTS - 2) + 1, 1);
    if (i < 0 || j < 0) {
        return 0.0;
    }
    double t = (at - i) / (j - i), a = view->cost[i], b = view->cost[j];
    if (j - i > 1) {
        return a + t * (b - a);
    }
    double before = i > 0 && view->known[i - 1] ? view->cost[i - 1] : 2.0 * a - b;
    double after = j + 1 < SLOPE_POINTS && view->known[j + 1] ? view->cost[j + 1] : 2.0 * b - a;
    return a + 0.5 * t *
                   (b - before +
                    t * (2.0 * before - 5.0 * a + 4.0 * b - after +
                         t * (3.0 * (a - b) + after - before)));
}

double slope_roll_place(const SlopeView *view, int ball)
{
    double left = (double)motion_left(&view->shell->motion, MOTION_STEP);
    const SlopeBall *it = &view->ball[ball];
    return it->at + left * (it->from - it->at);
}
