/* The view Slope: its controls, and what a person does with the ball. */
#include "views/slope/view_slope.h"

#include <math.h>

#include "shell/places.h"
#include "shell/widgets.h"
#include "views/slope/slope_explain.h"
#include "views/slope/slope_picture.h"
#include "views/slope/slope_roll.h"
#include "views/slope/slope_say.h"

static const double RATES = 1e4;     /* of the slider: the most by the least; the middle is right */
static const double SEEN = 1e-4;     /* of a cost: a rise */
static const double KEY_STEP = 0.01; /* of the line */

static void open_view(void *self)
{
    SlopeView *view = self;
    if (view->rate == 0.0) { /* the first time */
        view->which = RATE_RIGHT;
        view->rate = 1.0;
    }
}

static LayoutForm form(const void *self)
{
    (void)self;
    return LAYOUT_RAIL;
}

static void work(void *self)
{
    SlopeView *view = self;
    SlopePhase before = view->phase;
    open_view(view);
    slope_roll_work(view);
    if (view->phase == SLOPE_READY || view->phase <= SLOPE_CURVE || before <= SLOPE_CURVE) {
        slope_say(view, view->said);
    }
}

static void update(void *self, SDL_Rect box)
{
    SlopeView *view = self;
    Shell *shell = view->shell;
    SlopePlaces *at = &view->places;
    slope_page_place(at, shell->paint, box, places_beside_modes(shell));
    if (at->less.w > 0) {
        panes_add_widget(shell, WIDGET_BUTTON, SLOPE_DO_LESS, at->less, false);
        panes_add_widget(shell, WIDGET_BUTTON, SLOPE_DO_MORE, at->more, false);
        panes_add_widget(shell, WIDGET_BUTTON, SLOPE_DO_UPHILL, at->uphill, view->chosen < 0);
        if (slope_roll_is_stale(view)) {
            panes_add_widget(shell, WIDGET_BUTTON, SLOPE_DO_RENEW, at->renew, false);
        }
    }
    panes_add_widget(shell, WIDGET_AREA, SLOPE_DO_AREA, at->plot, false);
    if (at->play.w > 0) {
        for (int i = 0; i < SLOPE_RATES; i++) {
            panes_add_widget(shell, WIDGET_BUTTON, SLOPE_DO_SMALL + i, at->rates[i],
                             view->which == (SlopeRate)i);
        }
        panes_add_widget(shell, WIDGET_SLIDER, SLOPE_DO_RATE, at->rate, false);
        panes_add_widget(shell, WIDGET_BUTTON, SLOPE_DO_BACK, at->back, false);
        panes_add_widget(shell, WIDGET_BUTTON, SLOPE_DO_STEP, at->step, false);
        panes_add_widget(shell, WIDGET_BUTTON, SLOPE_DO_PLAY, at->play, true);
    }
    slope_explain_add(view);
}

static void draw(const void *self, SDL_Rect box)
{
    const SlopeView *view = self;
    (void)box;
    slope_picture_draw(view);
    if (panes_has_focus(view->shell, SLOPE_DO_AREA)) {
        paint_outline(view->shell->paint, view->places.plot, 3.0f,
                      view->shell->paint->theme->positive);
    }
}

static bool can(const void *self, int command)
{
    const SlopeView *view = self;
    bool curve = view->phase >= SLOPE_CURVE, whole = view->phase > SLOPE_CURVE;
    switch (command) {
    case SLOPE_DO_LESS:
        return curve && view->chosen > 0;
    case SLOPE_DO_MORE:
        return curve && view->chosen + 1 < view->choices;
    case SLOPE_DO_UPHILL:
        return curve;
    case SLOPE_DO_RENEW:
        return slope_roll_is_stale(view);
    case SLOPE_DO_STEP:
    case SLOPE_DO_PLAY:
        return view->playing || slope_roll_can_step(view);
    case SLOPE_DO_BACK:
        return whole && view->steps > 0;
    default:
        return whole;
    }
}

static void run(void *self, int command)
{
    SlopeView *view = self;
    switch (command) {
    case SLOPE_DO_LESS:
    case SLOPE_DO_MORE:
        slope_roll_choose(view, view->chosen + (command == SLOPE_DO_LESS ? -1 : 1));
        break;
    case SLOPE_DO_UPHILL:
        slope_roll_choose(view, view->chosen < 0 ? 0 : -1);
        break;
    case SLOPE_DO_RENEW:
        slope_roll_renew(view);
        break;
    case SLOPE_DO_STEP:
        view->wants_step = true;
        break;
    case SLOPE_DO_PLAY:
        view->playing = !view->playing;
        break;
    case SLOPE_DO_BACK:
        slope_roll_put(view, view->ball[BALL_ALL].path[0]);
        break;
    default:
        if (command >= SLOPE_DO_SMALL && command < SLOPE_DO_SMALL + SLOPE_RATES) {
            slope_roll_take_rate(view, (SlopeRate)(command - SLOPE_DO_SMALL));
            slope_roll_begin(view);
        }
        break;
    }
    shell_redraw(view->shell);
}

static const char *label(const void *self, int command)
{
    const SlopeView *view = self;
    bool narrow = view->places.back.w < paint_px(view->shell->paint, 100.0f);
    switch (command) {
    case SLOPE_DO_LESS:
        return "‹";
    case SLOPE_DO_MORE:
        return "›";
    case SLOPE_DO_UPHILL:
        return "Along gradient";
    case SLOPE_DO_RENEW:
        return "Renew";
    case SLOPE_DO_STEP:
        return "Step";
    case SLOPE_DO_PLAY:
        return view->playing ? "Pause" : "Play";
    case SLOPE_DO_BACK:
        return narrow ? "Back" : "Back to start";
    case SLOPE_DO_SMALL + RATE_SMALL:
        return "Too small";
    case SLOPE_DO_SMALL + RATE_RIGHT:
        return "Right";
    case SLOPE_DO_SMALL + RATE_LARGE:
        return "Too large";
    default:
        return "";
    }
}

/* The right rate is in the middle of the slider. */
static float slider(const void *self, int command)
{
    const SlopeView *view = self;
    double by_right = view->phase > SLOPE_CURVE ? view->rate / view->rates.rate[RATE_RIGHT] : 1.0;
    (void)command;
    return SDL_clamp((float)(0.5 + log(by_right) / log(RATES)), 0.0f, 1.0f);
}

static void slide(void *self, int command, float share)
{
    SlopeView *view = self;
    (void)command;
    if (view->phase > SLOPE_CURVE) {
        view->rate = pow(RATES, (double)share - 0.5) * view->rates.rate[RATE_RIGHT];
        slope_roll_take_rate(view, SLOPE_RATES);
    }
}

static bool press(void *self, int x, int y, bool twice)
{
    SlopeView *view = self;
    (void)twice;
    if (view->phase <= SLOPE_CURVE || !SDL_PointInRect(&(SDL_Point){x, y}, &view->places.plot)) {
        return false;
    }
    view->held = true;
    slope_roll_put(view, slope_picture_place_at(view, x));
    return true;
}

static void drag(void *self, int x, int y)
{
    SlopeView *view = self;
    (void)y;
    if (view->held && view->phase > SLOPE_CURVE) {
        slope_roll_put(view, slope_picture_place_at(view, x));
    }
}

static void release(void *self)
{
    ((SlopeView *)self)->held = false;
}

static void do_if(SlopeView *view, int command)
{
    if (can(view, command)) {
        run(view, command);
    }
}

/* Left and right move the ball, up and down go from weight to weight. */
static bool key(void *self, const SDL_Keysym *key)
{
    SlopeView *view = self;
    double by = KEY_STEP * (view->curve.high - view->curve.low);
    switch (key->sym) {
    case SDLK_LEFT:
    case SDLK_RIGHT:
        if (view->phase > SLOPE_CURVE) {
            slope_roll_put(view, view->ball[BALL_ALL].at + (key->sym == SDLK_LEFT ? -by : by));
        }
        return true;
    case SDLK_UP:
    case SDLK_DOWN:
        do_if(view, key->sym == SDLK_UP ? SLOPE_DO_LESS : SLOPE_DO_MORE);
        return true;
    case SDLK_HOME:
        do_if(view, SLOPE_DO_BACK);
        return true;
    case SDLK_n:
        do_if(view, SLOPE_DO_STEP);
        return true;
    case SDLK_SPACE:
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
        do_if(view, SLOPE_DO_PLAY);
        return true;
    default:
        return false;
    }
}

static int sleep_ms(const void *self)
{
    return slope_roll_sleep_ms(self);
}

static void close_view(void *self)
{
    SlopeView *view = self;
    view->playing = view->wants_step = view->held = false;
}

static void free_view(void *self)
{
    SlopeView *view = self;
    slope_free(&view->slope);
    net_free(&view->gradient);
    view->phase = SLOPE_NOTHING;
}

/* Whether a step has led higher up, and not by what a number in the computer is off. */
static bool has_climbed(const SlopeView *view)
{
    const double *cost = view->ball[BALL_ALL].cost;
    int measured = view->phase > SLOPE_UNDER_BALL ? view->steps : view->steps - 1;
    bool climbed = false;
    for (int i = 0; i < measured; i++) {
        climbed |= cost[i + 1] > (1.0 + SEEN) * cost[i];
    }
    return climbed;
}

static int did(const void *self, int thing)
{
    const SlopeView *view = self;
    if (thing == VIEW_THING_CLIMB) {
        return has_climbed(view);
    }
    return thing == VIEW_THING_STUMBLE && view->which == RATE_RIGHT ? view->steps : 0;
}

/* The network on show is measured once there are images, and balls begin on its curve. */
static void begin_anew(void *self)
{
    SlopeView *view = self;
    view->phase = SLOPE_NOTHING;
    view->failed = false;
    view->steps = 0;
    close_view(view);
}

const Pane PANE_OF_SLOPE = {
    .open = open_view,
    .close = close_view,
    .work = work,
    .form = form,
    .update = update,
    .draw = draw,
    .explain = slope_explain,
    .run = run,
    .can = can,
    .label = label,
    .slider = slider,
    .slide = slide,
    .press = press,
    .drag = drag,
    .release = release,
    .key = key,
    .sleep_ms = sleep_ms,
    .table = slope_table,
    .did = did,
    .anew = begin_anew,
    .free = free_view,
};
