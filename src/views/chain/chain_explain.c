/* The numbers of the view Chain explained, and written down. */
#include "views/chain/chain_explain.h"

#include "ui/row.h"
#include "views/chain/chain_picture.h"
#include "views/chain/chain_say.h"

/* What a spot is about: a quantity, its ratio, the nudge that arrives there, or: */
enum {
    RATIO = CHAIN_QUANTITIES,
    NUDGE = 2 * CHAIN_QUANTITIES,
    PRODUCT = 3 * CHAIN_QUANTITIES,
    AFTER,
    RATE
};

void chain_explain_add(ChainView *view)
{
    const ChainPlaces *at = &view->places;
    for (int i = 0; i < CHAIN_QUANTITIES; i++) {
        panes_add_spot(view->shell, at->node[i], i);
        if (i != CHAIN_COST) {
            panes_add_spot(view->shell, at->ratio[i], RATIO + i);
        }
    }
    panes_add_spot(view->shell, at->disc, CHAIN_INPUT);
    panes_add_spot(view->shell, at->number, CHAIN_COST);
    panes_add_spot(view->shell, at->after, AFTER);
    for (int i = 0; i <= CHAIN_LINKS; i++) {
        panes_add_spot(view->shell, at->curve[i],
                       RATIO + (i == CHAIN_LINKS ? CHAIN_ACTIVATION + i - 1 : CHAIN_SUM + i));
    }
    int path[CHAIN_PATH], count = chain_path(view->selected, path);
    for (int i = 0; i < count; i++) {
        panes_add_spot(view->shell, at->factor[i], RATIO + path[i]);
        if (i > 0) {
            panes_add_spot(view->shell, at->nudge[path[i]], NUDGE + path[i]);
        }
    }
    panes_add_spot(view->shell, at->of, PRODUCT);
    panes_add_spot(view->shell, at->result, PRODUCT);
    panes_add_spot(view->shell, at->rate_text, RATE);
}

static void explain_set(const Chain *chain, int quantity, Hint *hint)
{
    static const char KEYS[] = "drag the knob; keys: arrows, Shift for less, 0 and 1";
    const char *what = quantity == CHAIN_INPUT    ? "The input"
                       : quantity == CHAIN_WANTED ? "What the last activation should be"
                       : quantity < CHAIN_BIAS    ? "The weight of link"
                                                  : "The bias of link";
    bool of_link = quantity != CHAIN_INPUT && quantity != CHAIN_WANTED;
    if (of_link) {
        hint_title(hint, "%s %d, %s", what, chain_link(quantity) + 1, chain_name(quantity));
    } else {
        hint_title(hint, "%s, %s", what, chain_name(quantity));
    }
    hint_say(hint, "%s = %s\ndC/d%s = %s", chain_name(quantity),
             hint_number(chain->value[quantity], 4).text, chain_name(quantity),
             hint_short(chain_gradient(chain, quantity)).text);
    hint_unit(hint, "%s", KEYS);
}

static void explain_node(const Chain *chain, int quantity, Hint *hint)
{
    const double *value = chain->value;
    int link = chain_link(quantity), before = chain_before(quantity);
    const char *name = chain_name(quantity), *in = chain_name(before);
    if (quantity == CHAIN_COST) {
        hint_title(hint, "The cost C, as the area of a square");
        hint_say(hint, "C = (%s - y)² = (%s - %s)² = %s", in, hint_number(value[before], 4).text,
                 hint_number(value[CHAIN_WANTED], 4).text, hint_number(value[quantity], 4).text);
        hint_unit(hint, "cost; the frame around it is 1");
        return;
    }
    if (quantity >= CHAIN_ACTIVATION) {
        hint_title(hint, "The activation %s", name);
        hint_say(hint, "%s = sigmoid(%s) = sigmoid(%s) = %s", name, in,
                 hint_number(value[before], 4).text, hint_activation(value[quantity]).text);
    } else {
        hint_title(hint, "The weighted sum %s", name);
        hint_say(hint, "%s = w%d · %s + b%d = %s · %s %s = %s", name, link + 1, in, link + 1,
                 hint_number(value[CHAIN_WEIGHT + link], 4).text,
                 hint_number(value[before], 4).text, hint_signed(value[CHAIN_BIAS + link], 4).text,
                 hint_number(value[quantity], 4).text);
    }
    hint_say(hint, "\ndC/d%s = %s", name, hint_short(chain_gradient(chain, quantity)).text);
    hint_unit(hint, "press it to follow a nudge from here");
}

static void explain_ratio(const Chain *chain, int quantity, Hint *hint)
{
    int next = chain_next(quantity);
    Name ratio = chain_say_ratio(quantity);
    HintNumber comes = hint_short(chain_ratio(chain, quantity));
    hint_title(hint, "%s, how much %s changes for a nudge on %s", ratio.text, chain_name(next),
               chain_name(quantity));
    if (next == CHAIN_COST) {
        hint_say(hint, "%s = %s2 (a%d - y) = %s", ratio.text, quantity == CHAIN_WANTED ? "-" : "",
                 CHAIN_LINKS, comes.text);
    } else if (next >= CHAIN_ACTIVATION) {
        hint_say(hint,
                 "%s = sigmoid'(%s) = %s (1 - %s) = %s\nthe slope of the sigmoid, 0.25 at most",
                 ratio.text, chain_name(quantity), chain_name(next), chain_name(next), comes.text);
    } else if (quantity >= CHAIN_BIAS && quantity < CHAIN_WANTED) {
        hint_say(hint, "%s = 1: the bias is added as it is", ratio.text);
    } else {
        bool weight = quantity >= CHAIN_WEIGHT && quantity < CHAIN_BIAS;
        int other = weight ? chain_before(next) : CHAIN_WEIGHT + next - CHAIN_SUM;
        hint_say(hint, "%s = %s = %s", ratio.text, chain_name(other), comes.text);
    }
    hint_unit(hint, "%s per %s", chain_name(next), chain_name(quantity));
}

static void explain_product(const ChainView *view, Hint *hint)
{
    int path[CHAIN_PATH], count = chain_path(view->selected, path);
    hint_title(hint, "dC/d%s, by the chain rule", chain_name(view->selected));
    for (int i = 0; i < count; i++) {
        hint_say(hint, "%s%s", i == 0 ? "" : " · ", chain_say_ratio(path[i]).text);
    }
    hint_say(hint, "\n= %s", hint_short(chain_gradient(&view->shown, view->selected)).text);
    hint_unit(hint, "cost per %s", chain_name(view->selected));
}

/* How much of the nudge has come as far as that quantity. */
static void explain_nudge(const ChainView *view, int quantity, Hint *hint)
{
    double arrived = CHAIN_NUDGE;
    hint_title(hint, "What of a nudge on %s arrives at %s", chain_name(view->selected),
               chain_name(quantity));
    hint_say(hint, "%g", CHAIN_NUDGE);
    for (int at = view->selected; at != quantity; at = chain_next(at)) {
        hint_say(hint, " · %s", chain_say_ratio(at).text);
        arrived *= chain_ratio(&view->shown, at);
    }
    hint_say(hint, " = %s", chain_say_number(arrived, 2).text);
    hint_unit(hint, "change of %s", chain_name(quantity));
}

static void explain_after(const ChainView *view, Hint *hint)
{
    Chain after = chain_after(&view->shown, (double)view->rate);
    hint_title(hint, "The cost after one step");
    hint_say(hint, "%s, by w - rate · dC/dw for all weights and biases",
             hint_number(after.value[CHAIN_COST], 4).text);
    hint_unit(hint, "cost; dashes in the square, where it is another");
}

void chain_explain(const void *self, int about, SDL_Point at, Hint *hint)
{
    const ChainView *view = self;
    (void)at;
    if (about == PRODUCT) {
        explain_product(view, hint);
    } else if (about == AFTER) {
        explain_after(view, hint);
    } else if (about == RATE) {
        hint_title(hint, "The learning rate");
        hint_say(hint, "%.3g: how far a step goes for a gradient of 1", (double)view->rate);
        hint_unit(hint, "of the chain alone; your network keeps its own");
    } else if (about >= NUDGE) {
        explain_nudge(view, about - NUDGE, hint);
    } else if (about >= RATIO) {
        explain_ratio(&view->shown, about - RATIO, hint);
    } else if (about < CHAIN_SET) {
        explain_set(&view->shown, about, hint);
    } else {
        explain_node(&view->shown, about, hint);
    }
}

bool chain_table(const void *self, FILE *out)
{
    const ChainView *view = self;
    const Chain *chain = &view->chain;
    fprintf(out, "quantity,value,goes into,ratio,dC/d quantity\n");
    for (int i = 0; i < CHAIN_QUANTITIES; i++) {
        bool cost = i == CHAIN_COST;
        fprintf(out, "%s,%.9g,%s,", chain_name(i), chain->value[i],
                cost ? "" : chain_name(chain_next(i)));
        if (!cost) {
            fprintf(out, "%.9g", chain_ratio(chain, i));
        }
        fprintf(out, ",%.9g\n", chain_gradient(chain, i));
    }
    return !ferror(out);
}
