/* The view Neuron: what one neuron looks for and makes of the ink, and weights changed by hand. */
#include "views/neuron/view_neuron.h"

#include <stdio.h>

#include "ui/row.h"
#include "views/neuron/neuron_edit.h"
#include "views/neuron/neuron_explain.h"
#include "views/neuron/neuron_images.h"
#include "views/neuron/neuron_keys.h"
#include "views/neuron/neuron_layer.h"
#include "views/neuron/neuron_look.h"
#include "views/neuron/neuron_numbers.h"
#include "views/neuron/neuron_pictures.h"
#include "views/neuron/neuron_zoom.h"

/* Of 0..255. */
static const float HALF_INK = 127.5f;

static void open_view(void *self)
{
    NeuronView *view = self;
    DiagramNeuron at = selected_neuron(view->shell);
    view->seen.answers = 0;
    view->page = NEURON_WALL_PAGE;
    neuron_show_layer(view, at.neuron >= 0 ? at.layer : view->layer);
    neuron_images_forget(view);
}

/* What is shown of the neuron follows the answers. */
static void look(NeuronView *view)
{
    NeuronSeen *seen = &view->seen;
    const Net *net = &view->lab->model.net;
    DiagramNeuron at = neuron_shown(view);
    if (seen->answers == view->lab->answers && seen->layer == at.layer &&
        seen->neuron == at.neuron && seen->gated == view->gated) {
        return;
    }
    seen->answers = view->lab->answers;
    seen->layer = at.layer;
    seen->neuron = at.neuron;
    seen->gated = view->gated;
    look_sum(net, at.layer, at.neuron, &view->lab->acts, view->lab->input.cell, &seen->sum);
    look_carry_back(net, at.layer, at.neuron, view->gated ? &view->lab->acts : NULL,
                    seen->picture[0]);
    for (int i = 0; i < NET_INPUTS; i++) {
        seen->picture[1][i] = seen->picture[0][i] * (float)view->lab->input.cell[i] / 255.0f;
    }
    for (int i = 0; i < NEURON_PICTURES; i++) {
        seen->full[i] = look_largest(seen->picture[i]);
    }
    seen->pieces = contour_of(view->lab->input.cell, HALF_INK, seen->outline);
    shell_redraw(view->shell);
}

/* Set from elsewhere, or the network is another one: what it is about is brought into its range. */
static void follow_selection(NeuronView *view)
{
    const NetShape *shape = &view->lab->model.net.shape;
    Shell *shell = view->shell;
    view->layer = SDL_min(view->layer, shape->layers - 1);
    if (view->page != NEURON_WALL_PAGE && selected_neuron(shell).neuron < 0) {
        selected_set(shell, shell->selected.layer, shell->selected.neuron);
    }
    DiagramNeuron at = neuron_shown(view);
    view->marked =
        view->marked && at.layer == view->seen.layer && view->mark < shape->size[at.layer];
    if (view->page != NEURON_WALL_PAGE) {
        view->visited = at.layer * NET_MAX_WIDTH + at.neuron + 1;
    }
}

static void work(void *self)
{
    NeuronView *view = self;
    follow_selection(view);
    look(view);
    if (view->page == NEURON_WALL_PAGE) {
        neuron_layer_work(view);
    } else if (view->page == NEURON_ZOOM_PAGE) {
        neuron_zoom_work(view);
    }
    if (view->page != NEURON_WALL_PAGE ||
        view->lab->loader) { /* images that go are forgotten under the wall, too */
        neuron_images_work(view);
    }
}

static int sleep_ms(const void *self)
{
    const NeuronView *view = self;
    bool more = view->page == NEURON_WALL_PAGE   ? neuron_layer_works(view)
                : view->page == NEURON_ZOOM_PAGE ? neuron_zoom_works(view)
                                                 : false;
    int images_ms = view->page == NEURON_WALL_PAGE ? -1 : neuron_images_sleep_ms(view);
    return more ? 0 : images_ms;
}

static LayoutForm form(const void *self)
{
    const NeuronView *view = self;
    return view->page == NEURON_ZOOM_PAGE ? LAYOUT_CLOSEUP : LAYOUT_VIEW;
}

static void update(void *self, SDL_Rect box)
{
    NeuronView *view = self;
    switch (view->page) {
    case NEURON_WALL_PAGE:
        neuron_layer_update(view, box);
        break;
    case NEURON_ZOOM_PAGE:
        neuron_zoom_update(view);
        break;
    case NEURON_NUMBERS_PAGE:
        neuron_numbers_update(view, box);
        break;
    }
}

static void draw(const void *self, SDL_Rect box)
{
    const NeuronView *view = self;
    (void)box;
    switch (view->page) {
    case NEURON_WALL_PAGE:
        neuron_layer_draw(view);
        break;
    case NEURON_ZOOM_PAGE:
        neuron_zoom_draw(view);
        break;
    case NEURON_NUMBERS_PAGE:
        neuron_numbers_draw(view);
        break;
    }
}

static void change(NeuronView *view, int command)
{
    switch (command) {
    case NEURON_PAINT:
        view->paints = !view->paints;
        break;
    case NEURON_GATED:
        view->gated = !view->gated;
        break;
    case NEURON_LESS:
        view->less = !view->less;
        break;
    case NEURON_ZERO:
        neuron_zero(view);
        break;
    case NEURON_DOWN:
        neuron_step(view, -0.1f);
        break;
    case NEURON_UP:
        neuron_step(view, 0.1f);
        break;
    default:
        break;
    }
}

static void run(void *self, int command)
{
    NeuronView *view = self;
    if (command >= NEURON_SHOW_LAYER) {
        neuron_show_layer(view, command - NEURON_SHOW_LAYER);
    } else if (command == NEURON_OUT || command == NEURON_ALL) {
        neuron_turn_to(view, NEURON_WALL_PAGE);
    } else if (command == NEURON_FORWARD) {
        panes_show(view->shell, VIEW_NETWORK);
    } else if (command == NEURON_NUMBERS) {
        neuron_turn_to(view,
                       view->page == NEURON_NUMBERS_PAGE ? NEURON_ZOOM_PAGE : NEURON_NUMBERS_PAGE);
    } else {
        change(view, command);
    }
    shell_redraw(view->shell);
}

static bool can(const void *self, int command)
{
    const NeuronView *view = self;
    return (command != NEURON_DOWN && command != NEURON_UP) || view->marked;
}

static const char *label(const void *self, int command)
{
    static const char *const LABEL[] = {
        [NEURON_CHOOSE] = "Neuron",
        [NEURON_WEIGHTS] = "Weights",
        [NEURON_PULL] = "Bias",
        [NEURON_IMAGES] = "Images",
        [NEURON_OUT] = "",
        [NEURON_FORWARD] = "Network",
        [NEURON_NUMBERS] = "Numbers",
        [NEURON_PAINT] = "Paint",
        [NEURON_ALL] = "All",
        [NEURON_GATED] = "Gated",
        [NEURON_LESS] = "Paint –",
        [NEURON_ZERO] = "Zero",
        [NEURON_DOWN] = "–",
        [NEURON_UP] = "+",
    };
    static const char *const LAYER[NET_MAX_LAYERS] = {"Layer 1", "Layer 2", "Layer 3", "Layer 4",
                                                      "Layer 5"};
    const NeuronView *view = self;
    int layer = command - NEURON_SHOW_LAYER;
    if (layer >= 0) {
        return layer == view->lab->model.net.shape.layers - 1 ? "Outputs" : LAYER[layer];
    }
    return command == NEURON_OUT ? view->way.layer : LABEL[command];
}

static void free_view(void *self)
{
    NeuronView *view = self;
    net_acts_free(&view->acts);
    neuron_pictures_free(view);
}

static bool table(const void *self, FILE *out)
{
    const NeuronView *view = self;
    const Net *net = &view->lab->model.net;
    const LookSum *sum = &view->seen.sum;
    int layer = neuron_shown(view).layer, neuron = neuron_shown(view).neuron;
    fprintf(out, layer == 0 ? "column,row,weight,activation,product\n"
                            : "neuron,weight,activation,product\n");
    for (int i = 0; i < net->shape.size[layer]; i++) {
        double w = (double)look_weight(net, layer, neuron, i);
        double a = (double)look_activation(&view->lab->acts, view->lab->input.cell, layer, i);
        if (layer == 0) {
            fprintf(out, "%d,", i % SHEET_SIDE);
        }
        fprintf(out, "%d,%.9g,%.9g,%.9g\n", layer == 0 ? i / SHEET_SIDE : i, w, a, w * a);
    }
    const char *empty = layer == 0 ? "," : "";
    fprintf(out, "bias%s,%.9g,1,%.9g\n", empty, sum->bias, sum->bias);
    return fprintf(out, "z%s,,,%.9g\na%s,,,%.9g\n", empty, sum->z, empty, sum->activation) > 0;
}

/* A number for each neuron that was seen close up. */
static int did(const void *self, int thing)
{
    const NeuronView *view = self;
    return thing == VIEW_THING_NEURON ? view->visited : 0;
}

static SDL_Rect place(const void *self, int thing)
{
    const NeuronView *view = self;
    const Layout *at = &view->shell->layout;
    int off = paint_px(view->shell->paint, 6.0f); /* its texts begin at its edge */
    SDL_Rect sum =
        view->page == NEURON_ZOOM_PAGE ? row_inset(at->sum, -off, -off) : view->places.sum;
    return thing == VIEW_THING_SUM && view->page != NEURON_WALL_PAGE ? sum : at->view;
}

static void again(void *self)
{
    neuron_turn_to(self, NEURON_WALL_PAGE);
}

const Pane PANE_OF_NEURON = {
    .open = open_view,
    .work = work,
    .form = form,
    .update = update,
    .draw = draw,
    .explain = neuron_explain,
    .run = run,
    .can = can,
    .label = label,
    .press = neuron_press,
    .drag = neuron_drag,
    .release = neuron_paint_end,
    .scroll = neuron_scroll,
    .key = neuron_key,
    .sleep_ms = sleep_ms,
    .free = free_view,
    .table = table,
    .inspect = neuron_inspect,
    .again = again,
    .out = neuron_out,
    .did = did,
    .place = place,
};
