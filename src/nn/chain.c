/* One neuron a layer, in a chain, and the chain rule along it. Source of the formulas: Nielsen
 * (2015), ch. 2, BP1-BP4, for layers of one neuron; the cost without his factor 1/2. */
#include "nn/chain.h"

#include <assert.h>

#include "nn/look.h"

/* The activation that comes into a neuron. */
static int into(int link)
{
    return link == 0 ? CHAIN_INPUT : CHAIN_ACTIVATION + link - 1;
}

int chain_link(int quantity)
{
    assert(quantity >= 0 && quantity < CHAIN_QUANTITIES);
    if (quantity == CHAIN_WANTED || quantity == CHAIN_COST) {
        return CHAIN_LINKS - 1;
    }
    return quantity == CHAIN_INPUT       ? 0
           : quantity < CHAIN_BIAS       ? quantity - CHAIN_WEIGHT
           : quantity < CHAIN_WANTED     ? quantity - CHAIN_BIAS
           : quantity < CHAIN_ACTIVATION ? quantity - CHAIN_SUM
                                         : quantity - CHAIN_ACTIVATION;
}

/* The cost of a run in which one quantity is larger by `nudge`. */
static double run(double value[CHAIN_QUANTITIES], int nudged, double nudge)
{
    if (nudged < CHAIN_SET) {
        value[nudged] += nudge;
    }
    for (int i = 0; i < CHAIN_LINKS; i++) {
        int z = CHAIN_SUM + i, a = CHAIN_ACTIVATION + i;
        value[z] = value[CHAIN_WEIGHT + i] * value[into(i)] + value[CHAIN_BIAS + i];
        value[z] += nudged == z ? nudge : 0.0;
        value[a] = look_sigmoid(value[z]) + (nudged == a ? nudge : 0.0);
    }
    double off = value[CHAIN_ACTIVATION + CHAIN_LINKS - 1] - value[CHAIN_WANTED];
    value[CHAIN_COST] = off * off + (nudged == CHAIN_COST ? nudge : 0.0);
    return value[CHAIN_COST];
}

void chain_run(Chain *chain)
{
    run(chain->value, CHAIN_QUANTITIES, 0.0);
}

int chain_next(int quantity)
{
    int link = chain_link(quantity);
    if (quantity == CHAIN_COST) {
        return CHAIN_QUANTITIES;
    }
    if (quantity == CHAIN_WANTED || quantity == CHAIN_ACTIVATION + CHAIN_LINKS - 1) {
        return CHAIN_COST;
    }
    return quantity >= CHAIN_ACTIVATION ? CHAIN_SUM + link + 1
           : quantity >= CHAIN_SUM      ? CHAIN_ACTIVATION + link
                                        : CHAIN_SUM + link;
}

int chain_before(int quantity)
{
    int link = chain_link(quantity);
    return quantity == CHAIN_COST         ? CHAIN_ACTIVATION + link
           : quantity >= CHAIN_ACTIVATION ? CHAIN_SUM + link
           : quantity >= CHAIN_SUM        ? into(link)
                                          : CHAIN_QUANTITIES;
}

double chain_ratio(const Chain *chain, int quantity)
{
    const double *value = chain->value;
    int next = chain_next(quantity), link = chain_link(quantity);
    assert(next < CHAIN_QUANTITIES);
    if (next == CHAIN_COST) {
        double off = value[CHAIN_ACTIVATION + CHAIN_LINKS - 1] - value[CHAIN_WANTED];
        return quantity == CHAIN_WANTED ? -2.0 * off : 2.0 * off;
    }
    if (next >= CHAIN_ACTIVATION) {
        double a = value[next];
        return a * (1.0 - a);
    }
    if (quantity >= CHAIN_BIAS && quantity < CHAIN_WANTED) {
        return 1.0;
    }
    return quantity >= CHAIN_WEIGHT && quantity < CHAIN_BIAS
               ? value[into(link)]
               : value[CHAIN_WEIGHT + next - CHAIN_SUM];
}

double chain_gradient(const Chain *chain, int quantity)
{
    double product = 1.0;
    for (; quantity != CHAIN_COST; quantity = chain_next(quantity)) {
        product *= chain_ratio(chain, quantity);
    }
    return product;
}

int chain_path(int quantity, int path[CHAIN_PATH])
{
    int count = 0;
    for (; quantity != CHAIN_COST; quantity = chain_next(quantity)) {
        assert(count < CHAIN_PATH);
        path[count++] = quantity;
    }
    return count;
}

double chain_nudged_cost(const Chain *chain, int quantity, double nudge)
{
    Chain nudged = *chain;
    return run(nudged.value, quantity, nudge);
}

void chain_step(Chain *chain, double rate)
{
    Chain before = *chain;
    for (int i = CHAIN_WEIGHT; i < CHAIN_WANTED; i++) {
        chain->value[i] -= rate * chain_gradient(&before, i);
    }
    chain_run(chain);
}

const char *chain_name(int quantity)
{
    static const char *const NAME[CHAIN_QUANTITIES] = {
        "a0", "w1", "w2", "w3", "b1", "b2", "b3", "y", "z1", "z2", "z3", "a1", "a2", "a3", "C"};
    static_assert(CHAIN_LINKS == 3, "a name for each");
    assert(quantity >= 0 && quantity < CHAIN_QUANTITIES);
    return NAME[quantity];
}
