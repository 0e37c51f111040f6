/* What the view Chain says of a nudge on its way to the cost. */
#include "views/chain/chain_say.h"

#include <math.h>
#include <stdio.h>

Name chain_say_ratio(int quantity)
{
    Name name;
    snprintf(name.text, sizeof name.text, "d%s/d%s", chain_name(chain_next(quantity)),
             chain_name(quantity));
    return name;
}

HintNumber chain_say_number(double value, int digits)
{
    static const double SHORT = 1e-6;
    double size = fabs(value);
    if (size < SHORT || size >= 1.0) {
        return size >= 1.0 ? hint_fixed(value, digits - 1) : hint_short(value);
    }
    return hint_fixed(value, digits - 1 - (int)floor(log10(size)));
}

static const char *direction(double change)
{
    return change < 0.0 ? "lowers" : "raises";
}

/* What the gradient says of the nudge. */
static void say_nudge(const Chain *chain, int quantity, char said[CHAIN_SENTENCE])
{
    double change = CHAIN_NUDGE * chain_gradient(chain, quantity);
    const char *name = chain_name(quantity);
    if (change == 0.0) {
        snprintf(said, CHAIN_SENTENCE, "Nudging %s by %g does nothing to the cost.", name,
                 CHAIN_NUDGE);
    } else {
        snprintf(said, CHAIN_SENTENCE, "Nudging %s by %g %s the cost by about %s.", name,
                 CHAIN_NUDGE, direction(change), chain_say_number(fabs(change), 2).text);
    }
}

/* What it really does: the difference is told, as the costs have too many digits in common. */
static void say_measured(const Chain *chain, int quantity, char said[CHAIN_SENTENCE])
{
    double before = chain->value[CHAIN_COST];
    double after = chain_nudged_cost(chain, quantity, CHAIN_NUDGE), change = after - before;
    if (fabs(change) < 1e-15) { /* two costs cannot be told apart better than that */
        snprintf(said, CHAIN_SENTENCE, "Measured: the cost stays %s.", hint_fixed(before, 6).text);
    } else {
        snprintf(said, CHAIN_SENTENCE, "Measured: from %s to %s, which %s it by %s.",
                 hint_fixed(before, 6).text, hint_fixed(after, 6).text, direction(change),
                 chain_say_number(fabs(change), 2).text);
    }
}

/* The ratio of the path that lets least through. */
static int narrowest(const Chain *chain, int quantity)
{
    int least = quantity;
    for (int at = quantity; at != CHAIN_COST; at = chain_next(at)) {
        bool less = fabs(chain_ratio(chain, at)) < fabs(chain_ratio(chain, least));
        least = less ? at : least;
    }
    return least;
}

/* Why a ratio is small. */
static void say_reason(const Chain *chain, int at, char *text, size_t room)
{
    int next = chain_next(at), link = chain_link(at);
    if (next == CHAIN_COST) {
        snprintf(text, room, "a%d is nearly what it should be, y", CHAIN_LINKS);
    } else if (next >= CHAIN_ACTIVATION) {
        snprintf(text, room, "the sigmoid is flat at z%d = %s", link + 1,
                 hint_fixed(chain->value[at], 2).text);
    } else if (at >= CHAIN_WEIGHT && at < CHAIN_BIAS) {
        int in = chain_before(next);
        snprintf(text, room, "what comes in, %s, is %s", chain_name(in),
                 hint_short(chain->value[in]).text);
    } else {
        int weight = CHAIN_WEIGHT + next - CHAIN_SUM;
        snprintf(text, room, "%s passes it through %s, which is %s", chain_name(at),
                 chain_name(weight), hint_short(chain->value[weight]).text);
    }
}

static void say_why(const Chain *chain, int quantity, char said[CHAIN_SENTENCE])
{
    static const double SMALL = 0.05;
    char reason[96];
    int least = narrowest(chain, quantity);
    double ratio = chain_ratio(chain, least);
    double gradient = fabs(chain_gradient(chain, quantity));
    bool nothing = gradient < CHAIN_NOTHING;
    const char *amount = gradient == 0.0 ? "Nothing" : nothing ? "Next to nothing" : "Little";
    say_reason(chain, least, reason, sizeof reason);
    if (fabs(ratio) < SMALL) {
        snprintf(said, CHAIN_SENTENCE, "%s comes through: %s is %s, as %s.", amount,
                 chain_say_ratio(least).text, hint_short(ratio).text, reason);
    } else if (nothing) {
        snprintf(said, CHAIN_SENTENCE,
                 "Next to nothing comes through: each ratio takes its share.");
    } else if (chain_next(quantity) == CHAIN_COST) {
        snprintf(said, CHAIN_SENTENCE, "%s is the whole way: %s goes into the cost itself.",
                 chain_say_ratio(quantity).text, chain_name(quantity));
    } else {
        snprintf(said, CHAIN_SENTENCE, "Least comes through %s = %s.", chain_say_ratio(least).text,
                 hint_short(ratio).text);
    }
}

void chain_say(const Chain *chain, int quantity, char said[CHAIN_SAYS][CHAIN_SENTENCE])
{
    say_nudge(chain, quantity, said[0]);
    say_measured(chain, quantity, said[1]);
    say_why(chain, quantity, said[2]);
}
