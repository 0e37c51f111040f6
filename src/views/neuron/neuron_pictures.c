/* What the neurons of a layer look for, as pictures. */
#include "views/neuron/neuron_pictures.h"

#include <stdlib.h>
#include <string.h>

#include "ui/neuron_wall.h"

static bool make_room(NeuronView *view)
{
    NeuronPictures *pictures = &view->pictures;
    Err err;
    if (!pictures->picture) {
        pictures->picture = calloc((size_t)NET_MAX_WIDTH * NET_INPUTS, sizeof *pictures->picture);
        err_set(&err, "There is no memory for the pictures of the neurons.");
        tell_unless(view->shell, pictures->picture, &err);
    }
    return pictures->picture;
}

bool neuron_pictures_of(NeuronView *view, int layer)
{
    NeuronPictures *pictures = &view->pictures;
    const NetShape *shape = &view->lab->model.net.shape;
    if (!make_room(view)) {
        return false;
    }
    if (pictures->layer != layer || !net_shape_equal(&pictures->shape, shape)) {
        pictures->layer = layer;
        pictures->shape = *shape;
        memset(pictures->version, 0, sizeof pictures->version);
        memset(pictures->squares, 0, sizeof pictures->squares);
        memset(pictures->picture, 0, (size_t)NET_MAX_WIDTH * NET_INPUTS * sizeof(float));
    }
    return true;
}

bool neuron_pictures_has(const NeuronView *view, int neuron)
{
    return view->pictures.version[neuron] == view->lab->net_version + 1;
}

void neuron_pictures_bring(NeuronView *view, int neuron)
{
    NeuronPictures *pictures = &view->pictures;
    float *picture = pictures->picture + (ptrdiff_t)neuron * NET_INPUTS;
    double squares = 0.0;
    if (neuron_pictures_has(view, neuron)) {
        return;
    }
    look_carry_back(&view->lab->model.net, pictures->layer, neuron, NULL, picture);
    for (int i = 0; i < NET_INPUTS; i++) {
        squares += (double)picture[i] * (double)picture[i];
    }
    pictures->squares[neuron] = squares;
    pictures->largest[neuron] = look_largest(picture);
    pictures->version[neuron] = view->lab->net_version + 1;
    shell_redraw(view->shell);
}

const float *neuron_pictures_get(const NeuronView *view, int neuron)
{
    return view->pictures.picture + (ptrdiff_t)neuron * NET_INPUTS;
}

float neuron_pictures_full(const NeuronView *view)
{
    const NeuronPictures *pictures = &view->pictures;
    double squares = 0.0;
    int there = 0;
    for (int i = 0; i < pictures->shape.size[pictures->layer + 1]; i++) {
        squares += pictures->squares[i];
        there += pictures->version[i] > 0;
    }
    return neuron_wall_scale(squares, there);
}

void neuron_pictures_free(NeuronView *view)
{
    free(view->pictures.picture);
    view->pictures = (NeuronPictures){.picture = NULL};
}
