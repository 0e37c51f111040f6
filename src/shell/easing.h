/* How bright the neurons are and how long the bars, on their way from one answer to the next. */
#ifndef SHELL_EASING_H
#define SHELL_EASING_H

#include <stdbool.h>

#include "nn/net.h"

/** What is shown, and where it goes. Zeroed, of a network without layers. */
typedef struct Easing {
    NetShape shape;
    float from[NET_MAX_LAYERS][NET_MAX_WIDTH]; /* [layer after the input][neuron], 0..1; as below */
    float to[NET_MAX_LAYERS][NET_MAX_WIDTH];
    float shown[NET_MAX_LAYERS][NET_MAX_WIDTH];
} Easing;

/** Another answer has come: from what is shown it goes to that. In a network of another shape
 * nothing is on its way. @param acts  NULL for none: all goes to 0 */
void easing_aim(Easing *easing, const NetShape *shape, const NetActs *acts);

/** So much of the way is left, 1..0. */
void easing_update(Easing *easing, float left);

#endif
