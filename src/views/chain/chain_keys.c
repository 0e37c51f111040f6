/* Knobs and keys of the view Chain. */
#include "views/chain/chain_keys.h"

#include <math.h>

#include "views/chain/chain_picture.h"
#include "views/chain/chain_say.h"

static const double FINE = 0.01, COARSE = 0.1;

static bool is_share(int quantity)
{
    return quantity == CHAIN_INPUT || quantity == CHAIN_WANTED;
}

/* The finest of what a hand can set. */
static double rounded(int quantity, double value)
{
    double steps = is_share(quantity) ? 100.0 : 10.0;
    return round(value * steps) / steps;
}

void chain_select(ChainView *view, int quantity)
{
    view->selected = SDL_clamp(quantity, 0, CHAIN_COST - 1);
    shell_redraw(view->shell);
}

static bool is_nothing(const ChainView *view)
{
    return fabs(chain_gradient(&view->chain, CHAIN_WEIGHT)) < CHAIN_NOTHING;
}

void chain_set(ChainView *view, int quantity, double value)
{
    bool was_nothing = is_nothing(view);
    value = SDL_clamp(value, chain_least(quantity), chain_most(quantity));
    if (value == view->chain.value[quantity]) {
        return;
    }
    view->chain.value[quantity] = value;
    chain_run(&view->chain);
    view->from = view->shown = view->chain; /* a hand is followed at once */
    view->moved += quantity == CHAIN_WEIGHT;
    view->vanished += is_nothing(view) && !was_nothing;
    shell_redraw(view->shell);
}

void chain_drag(ChainView *view, int quantity, int x)
{
    SDL_Rect line = view->places.line[quantity];
    double share = (double)(x - line.x) / SDL_max(line.w, 1), least = chain_least(quantity);
    double value = least + share * (chain_most(quantity) - least);
    chain_set(view, quantity, rounded(quantity, value));
}

/* The knob that has the keyboard; CHAIN_QUANTITIES for none. */
static int knob_of(const ChainView *view)
{
    int quantity = view->shell->focus - view_action(VIEW_CHAIN, CHAIN_DO_KNOB);
    return quantity >= 0 && quantity < CHAIN_SET ? quantity : CHAIN_QUANTITIES;
}

static bool turn(ChainView *view, int knob, const SDL_Keysym *key)
{
    double step = is_share(knob) || key->mod & KMOD_SHIFT ? FINE : COARSE;
    double value = view->chain.value[knob];
    switch (key->sym) {
    case SDLK_RIGHT:
    case SDLK_UP:
        value += step;
        break;
    case SDLK_LEFT:
    case SDLK_DOWN:
        value -= step;
        break;
    case SDLK_HOME:
        value = chain_least(knob);
        break;
    case SDLK_END:
        value = chain_most(knob);
        break;
    default:
        return false;
    }
    chain_set(view, knob, round(value / FINE) * FINE);
    return true;
}

/* What goes into the same as a quantity of the chain does, over it and under it. */
static int beside(int quantity, bool over)
{
    int next = chain_next(quantity), link = chain_link(next);
    if (next == CHAIN_COST) {
        return over ? CHAIN_WANTED : CHAIN_ACTIVATION + CHAIN_LINKS - 1;
    }
    return next >= CHAIN_ACTIVATION ? (over ? CHAIN_WEIGHT : CHAIN_BIAS) + link
           : over                   ? CHAIN_WEIGHT + link
                                    : CHAIN_BIAS + link;
}

/* Left and right go along the chain, up and down to what comes in over it and under it. */
static bool walk(ChainView *view, SDL_Keycode key)
{
    int at = view->selected, to = at;
    bool leaf = at < CHAIN_SET && at != CHAIN_INPUT;
    switch (key) {
    case SDLK_RIGHT:
        to = chain_next(at);
        break;
    case SDLK_LEFT:
        to = chain_before(leaf ? chain_next(at) : at);
        break;
    case SDLK_UP:
    case SDLK_DOWN:
        if (leaf && (at >= CHAIN_BIAS && at < CHAIN_WANTED) == (key == SDLK_UP)) {
            to = chain_next(at); /* back to the chain */
        } else if (!leaf) {
            to = beside(at, key == SDLK_UP);
        }
        break;
    default:
        return false;
    }
    chain_select(view, to >= CHAIN_COST ? at : to);
    return true;
}

bool chain_key(ChainView *view, const SDL_Keysym *key)
{
    int knob = knob_of(view);
    switch (key->sym) {
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
    case SDLK_SPACE:
        action_do(view->shell, view_action(VIEW_CHAIN, CHAIN_DO_STEP));
        return true;
    case SDLK_n:
        action_do(view->shell, view_action(VIEW_CHAIN, CHAIN_DO_RANDOM));
        return true;
    default:
        return knob < CHAIN_SET ? turn(view, knob, key) : walk(view, key->sym);
    }
}

bool chain_digit(ChainView *view, int digit)
{
    int knob = knob_of(view);
    if (knob < CHAIN_SET && view->shell->focus_shown && digit <= 1) {
        chain_set(view, knob, (double)digit);
        return true;
    }
    return false;
}
