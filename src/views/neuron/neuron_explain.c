/* What the numbers of the view Neuron are. */
#include "views/neuron/neuron_explain.h"

#include <math.h>

#include "lab/image_name.h"
#include "shell/explain.h"
#include "ui/name.h"

static Name name_shown(const NeuronView *view)
{
    DiagramNeuron at = neuron_shown(view);
    return name_neuron(&view->lab->model.net.shape, at.layer, at.neuron);
}

/* "pixel 12, 7" or "neuron 4 of layer 1": where a weight comes from. */
static Name name_source(const NeuronView *view, int from)
{
    int layer = neuron_shown(view).layer;
    return layer == 0 ? name_pixel(from)
                      : name_neuron(&view->lab->model.net.shape, layer - 1, from);
}

static const char *sign_of(double number)
{
    return number < 0.0 ? "-" : "+";
}

static void explain_activation(const NeuronView *view, int layer, int neuron, Hint *hint)
{
    NetInputRoom room;
    NetInput input = net_input(view->lab->input.cell, &room);
    double z = look_z(&view->lab->model.net, layer, neuron, &view->lab->acts, &input);
    hint_title(hint, "Activation of %s",
               name_neuron(&view->lab->model.net.shape, layer, neuron).text);
    hint_say(hint, "a = sigmoid(z) = sigmoid(%s) = %s", hint_number(z, 3).text,
             hint_number((double)view->lab->acts.activation[layer][neuron], 4).text);
    hint_unit(hint, "0 to 1");
}

static void explain_picker(const NeuronView *view, int layer, SDL_Point at, Hint *hint)
{
    int neuron = 0;
    if (neuron_at(&view->places, &view->lab->model.net.shape, at, &layer, &neuron)) {
        explain_activation(view, layer, neuron, hint);
    }
}

static void explain_weight(const NeuronView *view, int from, Hint *hint)
{
    DiagramNeuron to = neuron_shown(view);
    double w = (double)look_weight(&view->lab->model.net, to.layer, to.neuron, from);
    double a = (double)look_activation(&view->lab->acts, view->lab->input.cell, to.layer, from);
    hint_title(hint, "Weight from %s to %s", name_source(view, from).text, name_shown(view).text);
    if (to.layer == 0) {
        hint_say(hint, "w = %s\na = level / 255 = %d / 255 = %s\nadds w a = %s to z",
                 hint_signed(w, 4).text, view->lab->input.cell[from], hint_number(a, 4).text,
                 hint_signed(w * a, 4).text);
    } else {
        hint_say(hint, "w = %s\na = %s\nadds w a = %s to z", hint_signed(w, 4).text,
                 hint_number(a, 4).text, hint_signed(w * a, 4).text);
    }
    hint_unit(hint, "a weight: any number");
}

static void explain_rest(const NeuronView *view, Hint *hint)
{
    const NeuronSum *shown = &view->shown;
    int all = view->lab->model.net.shape.size[neuron_shown(view).layer],
        silent = all - shown->terms - shown->others;
    hint_title(hint, "The sum of the other products");
    hint_say(hint, "sum of w a over %d = %s\n%d more are 0, as their w or a is.", shown->others,
             hint_signed(shown->rest, 4).text, silent);
    hint_unit(hint, "part of a weighted sum, any number");
}

static void explain_bias(const NeuronView *view, Hint *hint)
{
    hint_title(hint, "Bias of %s", name_shown(view).text);
    hint_say(hint, "b = %s, added to the sum whatever the drawing is",
             hint_signed(view->seen.sum.bias, 4).text);
    hint_unit(hint, "any number");
}

static void explain_z(const NeuronView *view, Hint *hint)
{
    const LookSum *sum = &view->seen.sum;
    hint_title(hint, "z of %s", name_shown(view).text);
    hint_say(hint, "z = sum of w a over %d + b\n  = %s %s %s = %s",
             view->lab->model.net.shape.size[neuron_shown(view).layer],
             hint_number(sum->z - sum->bias, 3).text, sign_of(sum->bias),
             hint_number(fabs(sum->bias), 3).text, hint_number(sum->z, 3).text);
    hint_unit(hint, "a weighted sum, any number");
}

static void explain_row(const NeuronView *view, int row, Hint *hint)
{
    if (row < view->shown.terms) {
        explain_weight(view, view->seen.sum.term[row].from, hint);
        return;
    }
    switch ((NeuronRow)(row - view->shown.terms)) {
    case NEURON_REST:
        explain_rest(view, hint);
        break;
    case NEURON_BIAS:
        explain_bias(view, hint);
        break;
    case NEURON_Z:
        explain_z(view, hint);
        break;
    case NEURON_A:
    case NEURON_ROWS:
        explain_activation(view, neuron_shown(view).layer, neuron_shown(view).neuron, hint);
        break;
    }
}

/* A pixel of the picture that was carried back through the layers. */
static void explain_carried(const NeuronView *view, int pixel, Hint *hint)
{
    double share = (double)view->seen.picture[0][pixel], a = view->lab->input.cell[pixel] / 255.0;
    hint_title(hint, "Pixel %d, %d carried forward: %s", pixel % SHEET_SIDE, pixel / SHEET_SIDE,
               hint_signed(share, 4).text);
    hint_say(
        hint,
        view->gated
            ? "Sum over all ways from the pixel of the product of the weights, each neuron on "
              "the way counting by a(1 - a) as it is now: the slope of z.\ntimes the ink: "
              "%s x %s = %s"
            : "Sum over all ways from the pixel of the product of the weights, as if every "
              "neuron on the way passed on what it gets: the sigmoids are left out.\ntimes the "
              "ink: %s x %s = %s",
        hint_signed(share, 4).text, hint_number(a, 4).text, hint_signed(share * a, 4).text);
    hint_unit(hint, "z for one pixel of full ink");
}

static void explain_picture(const NeuronView *view, int which, SDL_Point at, Hint *hint)
{
    int pixel =
        neuron_pixel_at(which == 0 ? neuron_weights_box(view) : view->places.picture[which], at);
    if (neuron_shown(view).layer == 0) {
        explain_weight(view, pixel, hint);
    } else {
        explain_carried(view, pixel, hint);
    }
}

static void explain_scale(const NeuronView *view, int which, Hint *hint)
{
    double full = (double)view->seen.full[which];
    hint_title(hint, "Scale of the picture");
    hint_say(hint,
             "Full blue is %s, full orange %s: the largest number of the picture by size. 0 is "
             "the colour of paper.",
             hint_signed(full, 4).text, hint_signed(-full, 4).text);
    hint_unit(hint, which == 0 ? "weight" : "weight times activation");
}

static void explain_image(const NeuronView *view, int tile, Hint *hint)
{
    const NeuronImages *images = &view->images;
    if (tile >= images->found.count) {
        return;
    }
    const StrongestImage *found = &images->found.best[tile];
    char image[IMAGE_NAME_MAX];
    image_title(IMAGES_TRAIN, found->image, image);
    hint_title(hint, "%.40s: %s", image, images->tile[tile].caption);
    hint_say(hint,
             "z of %s for it = %s\na = sigmoid(z) = %s\nNumber %d of %d images by z. A click "
             "puts it on the sheet.",
             name_shown(view).text, hint_number(found->z, 3).text,
             hint_number(look_sigmoid(found->z), 4).text, tile + 1, view->lab->mix.train.images);
    hint_unit(hint, "digit: z, a weighted sum");
}

/* A neuron of the wall, or of the layers close up. */
static void explain_one(const NeuronView *view, int layer, int neuron, Hint *hint)
{
    explain_neuron(view->shell, layer, neuron, hint);
    if (view->page == NEURON_WALL_PAGE) {
        hint->unit[0] = 0;
        hint_unit(hint, layer == 0 ? "0 to 1; the picture is its 784 weights. A click looks closer."
                                   : "0 to 1; the picture is carried back. A click looks closer.");
    }
}

static void explain_wall_scale(const NeuronView *view, Hint *hint)
{
    double full = (double)view->wall_full;
    hint_title(hint, "Scale of all pictures");
    hint_say(hint,
             "Full blue is %s and more, full orange %s and less: 4 times the root of the mean "
             "square of all numbers of the pictures.",
             hint_signed(full, 3).text, hint_signed(-full, 3).text);
    hint_unit(hint, "weight");
}

static void explain_tile(const NeuronView *view, int tile, Hint *hint)
{
    if (tile < view->zoom.tiles) {
        explain_weight(view, view->zoom.tile[tile].term.from, hint);
        hint_unit(hint, "a weight: any number. A click looks closer at the neuron before.");
    }
}

/* What blue and orange weights bring. */
static void explain_side(const NeuronView *view, bool blue, Hint *hint)
{
    const LookSum *sum = &view->seen.sum;
    double side = blue ? sum->positive : sum->negative;
    bool pixels = neuron_shown(view).layer == 0;
    hint_title(hint, "%s %s weights: %s", pixels ? "Ink on" : "What comes by",
               blue ? "blue" : "orange", hint_signed(side, 3).text);
    hint_say(hint, "the sum of w a over all %s with w %c 0\n%s", pixels ? "pixels" : "neurons",
             blue ? '>' : '<',
             pixels ? "w is the weight, a the ink of its pixel, 0 to 1."
                    : "w is the weight, a the activation of the neuron before.");
    hint_unit(hint, "part of a weighted sum, any number");
}

/* The steps of the sum close up, and z under them. */
static void explain_step(const NeuronView *view, int step, Hint *hint)
{
    switch (step) {
    case CLOSEUP_POSITIVE:
    case CLOSEUP_NEGATIVE:
        explain_side(view, step == CLOSEUP_POSITIVE, hint);
        break;
    case CLOSEUP_BIAS:
        explain_bias(view, hint);
        hint_say(hint, "\nIt fires, a above 0.5, where z is above 0.\nDrag it, or Tab to it and "
                       "press the arrows.");
        break;
    default:
        explain_z(view, hint);
        break;
    }
}

void neuron_explain(const void *self, int about, SDL_Point at, Hint *hint)
{
    const NeuronView *view = self;
    if (about >= NEURON_ABOUT_NEURON) {
        explain_one(view, (about - NEURON_ABOUT_NEURON) / NET_MAX_WIDTH,
                    (about - NEURON_ABOUT_NEURON) % NET_MAX_WIDTH, hint);
    } else if (about >= NEURON_ABOUT_TILE) {
        explain_tile(view, about - NEURON_ABOUT_TILE, hint);
    } else if (about >= NEURON_ABOUT_ROW) {
        explain_row(view, about - NEURON_ABOUT_ROW, hint);
    } else if (about >= NEURON_ABOUT_STEP) {
        explain_step(view, about - NEURON_ABOUT_STEP, hint);
    } else if (about >= NEURON_ABOUT_IMAGE) {
        explain_image(view, about - NEURON_ABOUT_IMAGE, hint);
    } else if (about == NEURON_ABOUT_MARKED && view->mark == NEURON_BIAS_MARK) {
        explain_bias(view, hint);
    } else if (about == NEURON_ABOUT_MARKED) {
        explain_weight(view, view->mark, hint);
    } else if (about == NEURON_ABOUT_WALL_SCALE) {
        explain_wall_scale(view, hint);
    } else if (about == NEURON_ABOUT_CURVE) {
        explain_activation(view, neuron_shown(view).layer, neuron_shown(view).neuron, hint);
    } else if (about >= NEURON_ABOUT_SCALE) {
        explain_scale(view, about - NEURON_ABOUT_SCALE, hint);
    } else if (about >= NEURON_ABOUT_PICTURE) {
        explain_picture(view, about - NEURON_ABOUT_PICTURE, at, hint);
    } else {
        explain_picker(view, about - NEURON_ABOUT_PICKER, at, hint);
    }
}
