/* The branches of the tree, and the curves whose slope is the ratio of a branch.
 *
 * A branch has a short number line at each end. On the first a nudge of 1 goes up; on the second
 * stands what it causes, up or down, as many times as high as the ratio says. What is between them
 * widens, narrows, closes where nothing comes through, or changes its side. */
#include "views/chain/chain_curves.h"

#include <math.h>

#include "nn/look.h"

/* A picture under way: places are the window's, less its corner. */
typedef struct Sketch {
    const ChainView *view;
    Paint *out;
    Canvas *canvas;
    float x, y; /* of its corner */
} Sketch;

/* The ends of a branch in it. */
typedef struct Branch {
    float x0, y0, x1, y1;
    SDL_Color colour; /* opaque, so that pieces join */
    float opacity, thin;
} Branch;

enum { PIECES = 48 };

static const float Z_END = 6.0f;

bool chain_is_on_path(int selected, int quantity)
{
    while (selected != quantity && selected < CHAIN_COST) {
        selected = chain_next(selected);
    }
    return selected == quantity;
}

/* Between heights over the branch at its ends. */
static void band(const Sketch *d, const Branch *b, float high0, float high1, SDL_Color colour)
{
    float edge0[2] = {b->y0 - high0, b->y0}, edge1[2] = {b->y1 - high1, b->y1};
    float top[2] = {SDL_min(edge0[0], edge0[1]), SDL_min(edge1[0], edge1[1])};
    float bottom[2] = {SDL_max(edge0[0], edge0[1]), SDL_max(edge1[0], edge1[1])};
    canvas_ribbon(d->canvas, b->x0, b->x1, top, bottom, colour);
}

/* What is between its nudges, which close in the middle where they are on different sides. */
static void lens(const Sketch *d, const Branch *b, float nudge, float caused)
{
    SDL_Color line = theme_mix(d->out->theme->window, d->out->theme->secondary, b->opacity);
    if (caused >= 0.0f) {
        band(d, b, nudge, caused, b->colour);
    } else {
        Branch first = *b, second = *b;
        first.x1 = second.x0 = (b->x0 + b->x1) / 2.0f;
        band(d, &first, nudge, 0.0f, b->colour);
        band(d, &second, 0.0f, caused, b->colour);
    }
    band(d, b, b->thin, b->thin, line);
}

/* Where a branch is after a share of its way, and from where to where it reaches there: it is
 * steep, and as wide across as its nudges are high. */
static void reach(const Branch *b, float nudge, float caused, float t, float *top, float *bottom)
{
    float share = t * t * (3.0f - 2.0f * t), rise = b->y1 - b->y0;
    float slope = 6.0f * t * (1.0f - t) * rise / fmaxf(b->x1 - b->x0, 1.0f);
    float high = nudge + share * (caused - nudge);
    float middle = b->y0 + share * rise - high / 2.0f;
    float half = fmaxf(fabsf(high), b->thin) / 2.0f * sqrtf(1.0f + slope * slope);
    *top = middle - half;
    *bottom = middle + half;
}

/* A branch that comes from above or from below. */
static void stem(const Sketch *d, const Branch *b, float nudge, float caused)
{
    int columns = SDL_max((int)(b->x1 - b->x0) / 2, 1);
    float top[2], bottom[2];
    reach(b, nudge, caused, 0.0f, &top[1], &bottom[1]);
    for (int i = 0; i < columns; i++) {
        float x = b->x0 + 2.0f * (float)i;
        top[0] = top[1];
        bottom[0] = bottom[1];
        reach(b, nudge, caused, (float)(i + 1) / (float)columns, &top[1], &bottom[1]);
        canvas_ribbon(d->canvas, x, x + 2.0f, top, bottom, b->colour);
    }
}

/* A number line with a nudge on it; an arrow where the nudge goes on beyond it. */
static void number_line(const Sketch *d, float x, float y, float nudge, bool beyond,
                        SDL_Color colour)
{
    float s = d->out->scale, room = 4.0f * s, tip = 3.5f * s;
    canvas_line(d->canvas, x, y - fmaxf(nudge, 0.0f) - room, x, y - fminf(nudge, 0.0f) + room, s,
                theme_fade(d->out->theme->secondary, 0.7f));
    canvas_line(d->canvas, x, y, x, y - nudge, 2.5f * s, colour);
    if (beyond) {
        float end = y - nudge, back = nudge > 0.0f ? tip : -tip;
        canvas_line(d->canvas, x - tip, end + back, x, end, 1.5f * s, colour);
        canvas_line(d->canvas, x, end, x + tip, end + back, 1.5f * s, colour);
    }
}

static void draw_branch(const Sketch *d, int quantity)
{
    const ChainPlaces *at = &d->view->places;
    const Theme *theme = d->out->theme;
    bool lit = chain_is_on_path(d->view->selected, quantity);
    double ratio = chain_ratio(&d->view->shown, quantity);
    SDL_Point from = at->from[quantity], to = at->to[quantity];
    float caused = at->unit * (float)ratio, held = SDL_clamp(caused, -at->most, at->most);
    SDL_Color sign = ratio < 0.0 ? theme->negative : theme->positive;
    float opacity = lit ? 0.6f : 0.22f;
    Branch b = {.x0 = (float)from.x - d->x,
                .y0 = (float)from.y - d->y,
                .x1 = (float)to.x - d->x,
                .y1 = (float)to.y - d->y,
                .colour = theme_mix(theme->window, sign, opacity),
                .opacity = opacity,
                .thin = d->out->scale};
    (from.y == to.y ? lens : stem)(d, &b, at->unit, held);
    number_line(d, b.x0, b.y0, at->unit, false, lit ? theme->text : theme->secondary);
    number_line(d, b.x1, b.y1, held, fabsf(held) < fabsf(caused),
                lit ? sign : theme_fade(sign, 0.6f));
}

/* A function over low..high, with values from 0 to 1, in a box. */
typedef struct Curve {
    SDL_Rect box;
    float low, high;
    double (*at)(double x, double wanted);
    double wanted;
} Curve;

static double sigmoid_at(double z, double wanted)
{
    (void)wanted;
    return look_sigmoid(z);
}

static double cost_at(double a, double wanted)
{
    return (a - wanted) * (a - wanted);
}

static SDL_FPoint spot_of(const Sketch *d, const Curve *curve, double x, double value)
{
    float share = ((float)x - curve->low) / (curve->high - curve->low);
    return (SDL_FPoint){(float)curve->box.x - d->x + share * (float)curve->box.w,
                        (float)(curve->box.y + curve->box.h) - d->y -
                            (float)value * (float)curve->box.h};
}

static void line_between(const Sketch *d, SDL_FPoint a, SDL_FPoint b, float w, SDL_Color colour)
{
    canvas_line(d->canvas, a.x, a.y, b.x, b.y, w * d->out->scale, colour);
}

/* The line that touches it at (x, value), as long everywhere, and the point itself. */
static void draw_touch(const Sketch *d, const Curve *curve, double x, double value, double slope,
                       SDL_Color colour)
{
    SDL_FPoint at = spot_of(d, curve, x, value), on = spot_of(d, curve, x + 1.0, value + slope);
    float dx = on.x - at.x, dy = on.y - at.y, length = sqrtf(dx * dx + dy * dy);
    float half = 18.0f * d->out->scale / fmaxf(length, 1e-6f);
    line_between(d, (SDL_FPoint){at.x - half * dx, at.y - half * dy},
                 (SDL_FPoint){at.x + half * dx, at.y + half * dy}, 2.0f, colour);
    canvas_disc(d->canvas, at.x, at.y, 3.5f * d->out->scale, d->out->theme->text);
}

static void draw_curve(const Sketch *d, const Curve *curve, double x, int quantity)
{
    const Theme *theme = d->out->theme;
    bool lit = chain_is_on_path(d->view->selected, quantity);
    double ratio = chain_ratio(&d->view->shown, quantity);
    double on = SDL_clamp(x, (double)curve->low, (double)curve->high);
    for (int i = 0; i < 2; i++) {
        line_between(d, spot_of(d, curve, (double)curve->low, i),
                     spot_of(d, curve, (double)curve->high, i), 1.0f, theme->hairline);
    }
    SDL_FPoint before = {0};
    for (int i = 0; i <= PIECES; i++) {
        double place = (double)curve->low + (double)(curve->high - curve->low) * i / PIECES;
        SDL_FPoint spot = spot_of(d, curve, place, curve->at(place, curve->wanted));
        if (i > 0) {
            line_between(d, before, spot, 1.5f, theme->secondary);
        }
        before = spot;
    }
    SDL_Color sign = ratio < 0.0 ? theme->negative : theme->positive;
    draw_touch(d, curve, on, curve->at(on, curve->wanted), ratio,
               lit ? sign : theme_fade(sign, 0.5f));
}

void chain_curves_draw(const ChainView *view)
{
    const ChainPlaces *at = &view->places;
    const double *value = view->shown.value;
    Paint *out = view->shell->paint;
    Sketch d = {view, out, &out->canvas[PAINT_DIAGRAM], (float)at->picture.x, (float)at->picture.y};
    if (at->picture.w <= 0 || at->picture.h <= 0 ||
        !canvas_begin(d.canvas, at->picture.w, at->picture.h, out->theme->window)) {
        return;
    }
    for (int i = 0; i < CHAIN_COST; i++) {
        if (!chain_is_on_path(view->selected, i)) {
            draw_branch(&d, i);
        }
    }
    for (int i = 0; i < CHAIN_COST; i++) {
        if (chain_is_on_path(view->selected, i)) {
            draw_branch(&d, i);
        }
    }
    for (int i = 0; i <= CHAIN_LINKS && at->curve[i].h > 0; i++) {
        bool last = i == CHAIN_LINKS;
        int quantity = last ? CHAIN_ACTIVATION + i - 1 : CHAIN_SUM + i;
        Curve curve = {at->curve[i], last ? 0.0f : -Z_END, last ? 1.0f : Z_END,
                       last ? cost_at : sigmoid_at, value[CHAIN_WANTED]};
        draw_curve(&d, &curve, value[quantity], quantity);
    }
    canvas_show(d.canvas, out->renderer, at->picture.x, at->picture.y);
}
