/* What a network says, for tests that ask it by themselves. Included after cmocka.h. */
#ifndef UNIT_ACTS_H
#define UNIT_ACTS_H

#include <string.h>

#include "nn/net.h"

/** Room for its runs; released by net_acts_free(). */
static inline NetActs acts_for(const Net *net)
{
    NetActs acts;
    Err err;
    assert_true(net_acts_make(&acts, &net->shape, &err));
    return acts;
}

/** Its outputs for that input. */
static inline void acts_outputs(const Net *net, const NetInput *input, float outputs[NET_OUTPUTS])
{
    NetActs acts = acts_for(net);
    net_forward(net, input, &acts);
    memcpy(outputs, net_outputs(net, &acts), NET_OUTPUTS * sizeof *outputs);
    net_acts_free(&acts);
}

/** Its outputs for those levels. */
static inline void acts_outputs_of(const Net *net, const uint8_t level[NET_INPUTS],
                                   float outputs[NET_OUTPUTS])
{
    NetInputRoom room;
    NetInput input = net_input(level, &room);
    acts_outputs(net, &input, outputs);
}

#endif
