/* How bright the neurons are and how long the bars, on their way from one answer to the next. */
#include "shell/easing.h"

void easing_aim(Easing *easing, const NetShape *shape, const NetActs *acts)
{
    bool same = net_shape_equal(&easing->shape, shape);
    easing->shape = *shape;
    for (int layer = 0; layer < shape->layers; layer++) {
        for (int i = 0; i < shape->size[layer + 1]; i++) {
            float to = acts ? acts->activation[layer][i] : 0.0f;
            easing->from[layer][i] = same ? easing->shown[layer][i] : to;
            easing->to[layer][i] = to;
        }
    }
}

void easing_update(Easing *easing, float left)
{
    const NetShape *shape = &easing->shape;
    for (int layer = 0; layer < shape->layers; layer++) {
        for (int i = 0; i < shape->size[layer + 1]; i++) {
            float from = easing->from[layer][i], to = easing->to[layer][i];
            easing->shown[layer][i] = left > 0.0f ? to + left * (from - to) : to;
        }
    }
}
