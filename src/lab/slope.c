/* The cost along a line through the weights. Source of the slope: the derivative of C(w + t d) is
 * the dot product of the gradient at w + t d and d. */
#include "lab/slope.h"

#include <assert.h>
#include <math.h>

/* Images of a call in a network of the usual size, without and with a gradient. */
enum { ROOM = 50, AT_ONCE = 8, USUAL_PARAMETERS = 13002 };

bool slope_make(Slope *slope, const Net *net, const Dataset *data, int images, NetCost kind,
                Err *err)
{
    *slope = (Slope){.kind = kind};
    bool ok = net_make(&slope->origin, &net->shape, err) &&
              net_make(&slope->direction, &net->shape, err) &&
              net_make(&slope->moved, &net->shape, err) &&
              net_make(&slope->gradient, &net->shape, err) &&
              net_acts_make(&slope->acts, &net->shape, err) &&
              sgd_room_make(&slope->room, net, ROOM, err) &&
              dataset_part(&slope->data, data, 0, images, err);
    if (!ok) {
        slope_free(slope);
        return false;
    }
    net_copy(&slope->origin, net);
    net_copy(&slope->moved, net);
    return true;
}

void slope_free(Slope *slope)
{
    if (!slope) {
        return;
    }
    net_free(&slope->origin);
    net_free(&slope->direction);
    net_free(&slope->moved);
    net_free(&slope->gradient);
    net_acts_free(&slope->acts);
    sgd_room_free(&slope->room);
    dataset_free(&slope->data);
    *slope = (Slope){0};
}

/* Where a component is in a network. */
static float *parameter(const Net *net, const Component *component)
{
    int layer = component->layer;
    return component->from == COMPONENT_BIAS
               ? &net->bias[layer][component->to]
               : &net->weight[layer][component->from * net->stride[layer] + component->to];
}

double slope_value(const Slope *slope, const Component *component)
{
    return (double)*parameter(&slope->origin, component);
}

void slope_along(Slope *slope, const Component *component)
{
    net_zero(&slope->direction);
    *parameter(&slope->direction, component) = 1.0f;
}

bool slope_uphill(Slope *slope, const Net *gradient)
{
    double squares = 0.0;
    for (size_t i = 0; i < gradient->floats; i++) {
        squares += (double)gradient->block[i] * (double)gradient->block[i];
    }
    if (!(squares > 0.0)) {
        return false;
    }
    for (size_t i = 0; i < gradient->floats; i++) {
        slope->direction.block[i] = (float)((double)gradient->block[i] / sqrt(squares));
    }
    return true;
}

void slope_begin(Slope *slope, double place, const int *image, int images, bool with_gradient)
{
    for (size_t i = 0; i < slope->moved.floats; i++) {
        slope->moved.block[i] =
            (float)((double)slope->origin.block[i] + place * (double)slope->direction.block[i]);
    }
    net_zero(&slope->gradient);
    slope->image = image;
    slope->images = image ? images : slope->data.images;
    slope->next = 0;
    slope->with_gradient = with_gradient;
    slope->sum = 0.0;
}

static void take_with_gradient(Slope *slope, int i)
{
    int image = slope->image ? slope->image[i] : i;
    int label = slope->data.label[image];
    assert(image >= 0 && image < slope->data.images);
    NetInput input = dataset_input(&slope->data, image);
    net_forward(&slope->moved, &input, &slope->acts);
    net_backward(&slope->moved, &input, &slope->acts, label, slope->kind, &slope->gradient);
    slope->sum += net_cost(net_outputs(&slope->moved, &slope->acts), label, slope->kind);
}

static void take_costs(Slope *slope, int count)
{
    Score score = {0};
    if (slope->image) {
        for (int i = slope->next; i < slope->next + count; i++) {
            sgd_measure(&slope->moved, &slope->room, &slope->data, slope->image[i], 1, slope->kind,
                        &score);
        }
    } else {
        sgd_measure(&slope->moved, &slope->room, &slope->data, slope->next, count, slope->kind,
                    &score);
    }
    slope->sum += score.cost;
}

/* The sums become means. */
static void finish(Slope *slope)
{
    double along = 0.0, share = 1.0 / (double)slope->images;
    slope->cost = slope->sum * share;
    for (size_t i = 0; slope->with_gradient && i < slope->gradient.floats; i++) {
        slope->gradient.block[i] = (float)((double)slope->gradient.block[i] * share);
        along += (double)slope->gradient.block[i] * (double)slope->direction.block[i];
    }
    slope->slope = along;
}

/* A call takes as long for a larger network. */
static int at_once(const Slope *slope)
{
    int most = slope->with_gradient ? AT_ONCE : ROOM;
    int larger = net_shape_parameters(&slope->moved.shape) / USUAL_PARAMETERS;
    return larger > most ? 1 : larger > 1 ? most / larger : most;
}

bool slope_goes_on(Slope *slope)
{
    int left = slope->images - slope->next, most = at_once(slope);
    int count = left < most ? left : most;
    assert(count > 0);
    if (slope->with_gradient) {
        for (int i = slope->next; i < slope->next + count; i++) {
            take_with_gradient(slope, i);
        }
    } else {
        take_costs(slope, count);
    }
    slope->next += count;
    if (slope->next == slope->images) {
        finish(slope);
        return false;
    }
    return true;
}
