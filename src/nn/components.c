/* All components of a gradient in the order of their size. */
#include "nn/components.h"

#include <math.h>
#include <stdlib.h>

static int compare_places(const Component *a, const Component *b)
{
    if (a->layer != b->layer) {
        return a->layer < b->layer ? -1 : 1;
    }
    if (a->from != b->from) {
        return a->from < b->from ? -1 : 1;
    }
    return a->to < b->to ? -1 : 1;
}

static int compare(const void *a, const void *b)
{
    float of_a = fabsf(((const Component *)a)->value), of_b = fabsf(((const Component *)b)->value);
    return of_a > of_b ? -1 : of_a < of_b ? 1 : compare_places(a, b);
}

/* One of the rows of a gradient: the biases, or the weights from one neuron or pixel. */
static const float *row_of(const Net *gradient, int layer, int from)
{
    return from == COMPONENT_BIAS ? gradient->bias[layer]
                                  : gradient->weight[layer] + from * gradient->stride[layer];
}

void components_list(const Net *gradient, Component *component)
{
    const NetShape *shape = &gradient->shape;
    int count = 0;
    for (int layer = 0; layer < shape->layers; layer++) {
        for (int from = COMPONENT_BIAS; from < shape->size[layer]; from++) {
            const float *row = row_of(gradient, layer, from);
            for (int to = 0; to < shape->size[layer + 1]; to++) {
                component[count++] = (Component){row[to], layer, from, to};
            }
        }
    }
    qsort(component, (size_t)count, sizeof *component, compare);
}

/* It goes before those that are smaller, of which the last may have no place any more. */
static int insert(Component *component, int count, int most, Component it)
{
    int at = count < most ? count : most - 1;
    while (at > 0 && fabsf(component[at - 1].value) < fabsf(it.value)) {
        component[at] = component[at - 1];
        at--;
    }
    component[at] = it;
    return count < most ? count + 1 : most;
}

int components_largest(const Net *gradient, Component *component, int most)
{
    const NetShape *shape = &gradient->shape;
    int count = 0;
    for (int layer = 0; layer < shape->layers; layer++) {
        for (int from = COMPONENT_BIAS; from < shape->size[layer]; from++) {
            const float *row = row_of(gradient, layer, from);
            for (int to = 0; to < shape->size[layer + 1]; to++) {
                if (count < most || fabsf(row[to]) > fabsf(component[most - 1].value)) {
                    Component it = {row[to], layer, from, to};
                    count = insert(component, count, most, it);
                }
            }
        }
    }
    return count;
}
