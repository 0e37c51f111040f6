/* The view Chain: its values, the motion between them, and what a person does with it. */
#include "views/chain/view_chain.h"

#include <math.h>

#include "shell/places.h"
#include "shell/widgets.h"
#include "views/chain/chain_explain.h"
#include "views/chain/chain_keys.h"
#include "views/chain/chain_picture.h"

/* What it begins with: every ratio lets something through, and one of them turns it around. */
static const double FIRST[CHAIN_SET] = {
    [CHAIN_INPUT] = 0.8,      [CHAIN_WEIGHT] = 1.5, [CHAIN_WEIGHT + 1] = -2.0,
    [CHAIN_WEIGHT + 2] = 2.5, [CHAIN_BIAS] = -0.5,  [CHAIN_BIAS + 1] = 0.8,
    [CHAIN_BIAS + 2] = -1.2,  [CHAIN_WANTED] = 1.0,
};

static const float FIRST_RATE = 1.0f, LEAST_RATE = 0.01f,
                   RATES = 1000.0f; /* the most by the least */

static const uint64_t SEED = 11;

static void begin(ChainView *view)
{
    if (view->begun) {
        return;
    }
    view->begun = true;
    view->rate = FIRST_RATE;
    view->selected = CHAIN_WEIGHT;
    view->held = CHAIN_QUANTITIES;
    rng_init(&view->rng, SEED);
    for (int i = 0; i < CHAIN_SET; i++) {
        view->chain.value[i] = FIRST[i];
    }
    chain_run(&view->chain);
    view->from = view->shown = view->chain;
}

static void open_view(void *self)
{
    begin(self);
}

static LayoutForm form(const void *self)
{
    (void)self;
    return LAYOUT_RAIL;
}

/* What shows is always a chain that is worked out: only what is set is on its way. */
static void work(void *self)
{
    ChainView *view = self;
    begin(view);
    double left = (double)motion_left(&view->shell->motion, MOTION_STEP);
    for (int i = 0; i < CHAIN_SET; i++) {
        view->shown.value[i] =
            view->chain.value[i] + left * (view->from.value[i] - view->chain.value[i]);
    }
    chain_run(&view->shown);
}

/* From what shows to other values. */
static void move_to(ChainView *view, const Chain *chain)
{
    view->from = view->shown;
    view->chain = *chain;
    chain_run(&view->chain);
    shell_move(view->shell, MOTION_STEP, MOTION_STEP_MS);
}

/* The knob that the keyboard has come to is the one that is spoken of. */
static void follow_focus(ChainView *view)
{
    for (int i = 0; i < CHAIN_SET; i++) {
        if (panes_has_focus(view->shell, CHAIN_DO_KNOB + i)) {
            view->selected = i;
        }
    }
}

static void update(void *self, SDL_Rect box)
{
    ChainView *view = self;
    int path[CHAIN_PATH];
    begin(view);
    follow_focus(view);
    ChainPlaces *at = &view->places;
    chain_place(at, view->shell->paint, box, places_beside_modes(view->shell),
                chain_path(view->selected, path));
    if (at->step.w > 0) {
        panes_add_widget(view->shell, WIDGET_BUTTON, CHAIN_DO_RANDOM, at->random, false);
        panes_add_widget(view->shell, WIDGET_BUTTON, CHAIN_DO_RESET, at->reset, false);
        panes_add_widget(view->shell, WIDGET_SLIDER, CHAIN_DO_RATE, at->rate, false);
        panes_add_widget(view->shell, WIDGET_BUTTON, CHAIN_DO_STEP, at->step, true);
    }
    panes_add_widget(view->shell, WIDGET_AREA, CHAIN_DO_AREA, at->picture, false);
    for (int i = 0; i < CHAIN_SET; i++) {
        panes_add_widget(view->shell, WIDGET_AREA, CHAIN_DO_KNOB + i, at->node[i], false);
    }
    chain_explain_add(view);
}

static void draw(const void *self, SDL_Rect box)
{
    const ChainView *view = self;
    (void)box;
    chain_picture_draw(view);
}

/* Values with few digits, so that what is shown is all of them. */
static void random_values(ChainView *view)
{
    Chain chain = view->chain;
    for (int i = 0; i < CHAIN_SET; i++) {
        bool share = i == CHAIN_INPUT || i == CHAIN_WANTED;
        chain.value[i] =
            share ? rng_below(&view->rng, 101) / 100.0 : (rng_below(&view->rng, 61) - 30) / 10.0;
    }
    move_to(view, &chain);
}

static void step(ChainView *view)
{
    Chain after = chain_after(&view->chain, (double)view->rate);
    double before = view->chain.value[CHAIN_COST];
    move_to(view, &after);
    view->fell += view->chain.value[CHAIN_COST] < before;
}

static void run(void *self, int command)
{
    ChainView *view = self;
    begin(view);
    if (command == CHAIN_DO_STEP) {
        step(view);
    } else if (command == CHAIN_DO_RANDOM) {
        random_values(view);
    } else if (command == CHAIN_DO_RESET) {
        Chain first = {{0}};
        SDL_memcpy(first.value, FIRST, sizeof FIRST);
        move_to(view, &first);
    }
    shell_redraw(view->shell);
}

static const char *label(const void *self, int command)
{
    (void)self;
    return command == CHAIN_DO_STEP     ? "Step"
           : command == CHAIN_DO_RANDOM ? "Random values"
           : command == CHAIN_DO_RESET  ? "Reset"
                                        : "";
}

static float slider(const void *self, int command)
{
    const ChainView *view = self;
    (void)command;
    return SDL_clamp(logf(view->rate / LEAST_RATE) / logf(RATES), 0.0f, 1.0f);
}

static void slide(void *self, int command, float share)
{
    ChainView *view = self;
    (void)command;
    view->rate = LEAST_RATE * powf(RATES, share);
    shell_redraw(view->shell);
}

/* A knob moves at once, also where its name is pressed; anything else of the tree is selected. */
static bool press(void *self, int x, int y, bool twice)
{
    ChainView *view = self;
    SDL_Point at = {x, y};
    int quantity = chain_places_at(&view->places, at);
    (void)twice;
    if (quantity >= CHAIN_COST) {
        return false;
    }
    chain_select(view, quantity);
    if (quantity >= CHAIN_SET || SDL_PointInRect(&at, &view->places.disc)) {
        return false;
    }
    shell_take_focus(view->shell, view_action(VIEW_CHAIN, CHAIN_DO_KNOB + quantity));
    view->held = quantity;
    if (SDL_PointInRect(&at, &view->places.line[quantity])) {
        chain_drag(view, quantity, x);
    }
    return true;
}

static void drag(void *self, int x, int y)
{
    ChainView *view = self;
    (void)y;
    if (view->held < CHAIN_SET) {
        chain_drag(view, view->held, x);
    }
}

static void release(void *self)
{
    ((ChainView *)self)->held = CHAIN_QUANTITIES;
}

static void scroll(void *self, int x, int y, int rows)
{
    ChainView *view = self;
    int quantity = chain_places_at(&view->places, (SDL_Point){x, y});
    if (quantity < CHAIN_SET) {
        bool share = quantity == CHAIN_INPUT || quantity == CHAIN_WANTED;
        double steps = share ? 100.0 : 10.0, value = view->chain.value[quantity];
        chain_select(view, quantity);
        chain_set(view, quantity, (round(value * steps) - rows) / steps);
    }
}

static bool key(void *self, const SDL_Keysym *key)
{
    return chain_key(self, key);
}

static bool digit(void *self, int number)
{
    return chain_digit(self, number);
}

static int did(const void *self, int thing)
{
    const ChainView *view = self;
    return thing == VIEW_THING_WEIGHT     ? view->moved
           : thing == VIEW_THING_QUANTITY ? view->selected
           : thing == VIEW_THING_PRODUCT  ? view->vanished
           : thing == VIEW_THING_STEP     ? view->fell
                                          : 0;
}

static SDL_Rect place(const void *self, int thing)
{
    const ChainView *view = self;
    return thing == VIEW_THING_WEIGHT     ? view->places.node[CHAIN_WEIGHT]
           : thing == VIEW_THING_QUANTITY ? view->places.picture
           : thing == VIEW_THING_PRODUCT  ? view->places.product
           : thing == VIEW_THING_STEP     ? view->places.step
                                          : (SDL_Rect){0};
}

const Pane PANE_OF_CHAIN = {
    .open = open_view,
    .work = work,
    .form = form,
    .update = update,
    .draw = draw,
    .explain = chain_explain,
    .run = run,
    .label = label,
    .slider = slider,
    .slide = slide,
    .press = press,
    .drag = drag,
    .release = release,
    .scroll = scroll,
    .key = key,
    .digit = digit,
    .table = chain_table,
    .did = did,
    .place = place,
};
