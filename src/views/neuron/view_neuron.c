/* The view Neuron: the sum that one neuron is, what it looks for, and weights changed by hand. */
#include "views/neuron/view_neuron.h"

#include <stdio.h>

#include "ui/hint.h"
#include "ui/name.h"
#include "ui/neuron_wall.h"
#include "ui/row.h"
#include "ui/sigmoid.h"
#include "views/neuron/neuron_edit.h"
#include "views/neuron/neuron_explain.h"
#include "views/neuron/neuron_images.h"
#include "views/neuron/neuron_keys.h"

static void open_view(void *self)
{
    NeuronView *view = self;
    view->seen.answers = 0;
    neuron_images_forget(view);
}

/* What is shown of the neuron follows the answers. */
static void look(NeuronView *view)
{
    NeuronSeen *seen = &view->seen;
    const Net *net = &view->lab->model.net;
    if (seen->answers == view->lab->answers && seen->layer == view->layer &&
        seen->neuron == view->neuron && seen->gated == view->gated) {
        return;
    }
    seen->answers = view->lab->answers;
    seen->layer = view->layer;
    seen->neuron = view->neuron;
    seen->gated = view->gated;
    look_sum(net, view->layer, view->neuron, &view->lab->acts, view->lab->input.cell, &seen->sum);
    look_carry_back(net, view->layer, view->neuron, view->gated ? &view->lab->acts : NULL,
                    seen->picture[0]);
    for (int i = 0; i < NET_INPUTS; i++) {
        seen->picture[1][i] = seen->picture[0][i] * (float)view->lab->input.cell[i] / 255.0f;
    }
    for (int i = 0; i < NEURON_PICTURES; i++) {
        seen->full[i] = look_largest(seen->picture[i]);
    }
    shell_redraw(view->shell);
}

static void work(void *self)
{
    NeuronView *view = self;
    const NetShape *shape = &view->lab->model.net.shape;
    if (view->layer != view->seen.layer || view->layer >= shape->layers ||
        view->neuron >= shape->size[view->layer + 1]) {
        neuron_choose(view, view->layer, view->neuron); /* set from elsewhere, or another network */
        view->marked = false;
    }
    view->marked = view->marked && view->mark < shape->size[view->layer];
    look(view);
    if (!view->all || view->lab->loader) { /* images that go are forgotten under the wall, too */
        neuron_images_work(view);
    }
}

static int sleep_ms(const void *self)
{
    const NeuronView *view = self;
    return view->all ? -1 : neuron_images_sleep_ms(view);
}

enum { BUTTON_GAP = 6, VALUE_W = 92, SCALE_W = 200 };

static SDL_Rect add_button(NeuronView *view, SDL_Rect *foot, int command, float w, bool on)
{
    const Paint *paint = view->shell->paint;
    SDL_Rect box = row_left(foot, paint_px(paint, w), paint_px(paint, BUTTON_GAP));
    panes_add_widget(view->shell, WIDGET_BUTTON, command, box, on);
    return box;
}

static void add_buttons(NeuronView *view)
{
    SDL_Rect foot = view->places.foot;
    add_button(view, &foot, NEURON_ALL, 40.0f, view->all);
    if (view->all) {
        view->marked_box = row_left(&foot, paint_px(view->shell->paint, SCALE_W), 0);
        panes_add_spot(view->shell, view->marked_box, NEURON_ABOUT_WALL_SCALE);
        return;
    }
    if (view->layer > 0) {
        add_button(view, &foot, NEURON_GATED, 66.0f, view->gated);
    } else {
        add_button(view, &foot, NEURON_LESS, 66.0f, view->less);
    }
    add_button(view, &foot, NEURON_ZERO, 48.0f, false);
    add_button(view, &foot, NEURON_DOWN, 28.0f, false);
    view->marked_box = row_left(&foot, paint_px(view->shell->paint, VALUE_W),
                                paint_px(view->shell->paint, BUTTON_GAP));
    add_button(view, &foot, NEURON_UP, 28.0f, false);
    if (view->marked) {
        panes_add_spot(view->shell, view->marked_box, NEURON_ABOUT_MARKED);
    }
}

static void update_wall(NeuronView *view)
{
    tiles_place(&view->wall, view->shell->paint, view->lab->model.net.shape.size[1], view->top,
                view->places.wall);
    view->top = view->wall.top;
    view->wall_full = neuron_wall_full(&view->lab->model.net);
    panes_add_widget(view->shell, WIDGET_AREA, NEURON_CHOOSE, view->places.wall, false);
    panes_add_spot(view->shell, view->places.wall, NEURON_ABOUT_WALL);
}

static void update_images(NeuronView *view)
{
    NeuronImages *images = &view->images;
    images->wall.columns = view->places.image_columns;
    images->wall.tiles = SDL_min(images->found.count, view->places.image_columns);
    wall_place(&images->places, &images->wall, view->shell->paint, view->places.images);
    if (view->places.images.w == 0 || images->wall.tiles == 0) {
        return;
    }
    panes_add_widget(view->shell, WIDGET_AREA, NEURON_IMAGES, view->places.images, false);
    for (int i = 0; i < images->wall.tiles; i++) {
        SDL_Rect box = wall_tile_box(&images->wall, &images->places, i);
        box.h += images->places.caption_h;
        panes_add_spot(view->shell, box, NEURON_ABOUT_IMAGE + i);
    }
}

static void update_neuron(NeuronView *view)
{
    const NeuronPlaces *places = &view->places;
    view->shown = (NeuronSum){.sum = &view->seen.sum,
                              .of_pixels = view->layer == 0,
                              .mark = view->marked ? view->mark : NEURON_NO_MARK};
    neuron_sum_fit(&view->shown, places);
    panes_add_widget(view->shell, WIDGET_AREA, NEURON_CHOOSE,
                     row_around(places->picker, view->lab->model.net.shape.layers), false);
    panes_add_widget(view->shell, WIDGET_AREA, NEURON_WEIGHTS,
                     view->layer == 0 ? places->picture[0] : places->sum, false);
    for (int i = 0; i < neuron_rows(&view->shown); i++) {
        panes_add_spot(view->shell, neuron_row(places, i), NEURON_ABOUT_ROW + i);
    }
    for (int i = 0; i < NEURON_PICTURES; i++) {
        panes_add_spot(view->shell, places->picture[i], NEURON_ABOUT_PICTURE + i);
        panes_add_spot(view->shell, places->scale[i], NEURON_ABOUT_SCALE + i);
    }
    panes_add_spot(view->shell, places->curve, NEURON_ABOUT_CURVE);
    update_images(view);
}

static void update(void *self, SDL_Rect box)
{
    NeuronView *view = self;
    const NetShape *shape = &view->lab->model.net.shape;
    neuron_place(&view->places, view->shell->paint, shape, box);
    for (int l = 0; l < shape->layers; l++) {
        SDL_Rect row = neuron_cell(&view->places, shape, l, shape->size[l + 1] - 1);
        row.w += row.x - view->places.picker[l].x; /* from the first cell */
        row.x = view->places.picker[l].x;
        panes_add_spot(view->shell, row, NEURON_ABOUT_PICKER + l);
    }
    if (view->all) {
        update_wall(view);
    } else {
        update_neuron(view);
    }
    add_buttons(view);
}

static void label_draw(const void *self, SDL_Rect box, const char *text)
{
    const NeuronView *view = self;
    paint_text(view->shell->paint, box, PAINT_LEFT, text, PAINT_LABEL, TEXT_REGULAR,
               view->shell->paint->theme->secondary);
}

static void draw_title(const NeuronView *view)
{
    char text[96];
    Name name = name_neuron(&view->lab->model.net.shape, view->layer, view->neuron);
    name.text[0] = (char)SDL_toupper(name.text[0]);
    bool tell = !view->lab->has_ink && view->places.wide; /* else the answer alone says it */
    snprintf(text, sizeof text, "%s%s", name.text, tell ? ", no drawing yet" : "");
    paint_text(view->shell->paint, view->places.title, PAINT_LEFT, text, PAINT_BODY, TEXT_MEDIUM,
               view->shell->paint->theme->text);
}

static void draw_pictures(const NeuronView *view)
{
    const NeuronPlaces *places = &view->places;
    const char *plain = view->layer == 0 ? "Weights" : view->gated ? "Gated" : "Carried back";
    const char *caption[NEURON_PICTURES] = {plain, "Times drawing"};
    Tiles tiles;
    if (!tiles_begin(&tiles, view->shell->paint, NEURON_PICTURES, 1)) {
        return;
    }
    for (int i = 0; i < NEURON_PICTURES; i++) {
        tiles_put(&tiles, i, 0, view->seen.picture[i], view->seen.full[i]);
    }
    if (!tiles_upload(&tiles)) {
        return;
    }
    for (int i = 0; i < NEURON_PICTURES; i++) {
        label_draw(view, places->caption[i], caption[i]);
        tiles_show(&tiles, i, 0, places->picture[i]);
        tiles_scale_draw(view->shell->paint, view->seen.full[i], places->scale[i]);
        if (view->layer == 0 && view->marked && view->mark >= 0) {
            paint_outline(view->shell->paint, neuron_pixel(places->picture[i], view->mark), 0.0f,
                          view->shell->paint->theme->text);
        }
    }
}

static void draw_images(const NeuronView *view)
{
    if (view->places.images.w == 0) {
        return;
    }
    label_draw(view, view->places.images_label, "Fired most by: digit, z");
    if (view->lab->mix.train.images == 0) {
        label_draw(view, view->places.images,
                   view->lab->loader ? "The images are being loaded."
                                     : "There are no training images.");
    } else {
        wall_draw(view->shell->paint, &view->images.wall, &view->images.places);
    }
}

static void draw_marked(const NeuronView *view)
{
    char from[32], text[96];
    if (!view->marked) {
        paint_text(view->shell->paint, view->marked_box, PAINT_CENTRE, "none marked", PAINT_AXIS,
                   TEXT_REGULAR, view->shell->paint->theme->secondary);
        return;
    }
    neuron_print_from(view->layer == 0, view->mark, from, sizeof from);
    snprintf(text, sizeof text, "%s: %s", from,
             hint_fixed_signed((double)neuron_marked(view), 2).text);
    paint_text(view->shell->paint, view->marked_box, PAINT_CENTRE, text, PAINT_LABEL, TEXT_REGULAR,
               view->shell->paint->theme->text);
}

static void draw(const void *self, SDL_Rect box)
{
    const NeuronView *view = self;
    const LookSum *sum = &view->seen.sum;
    char text[96];
    (void)box;
    neuron_picker_draw(view->shell->paint, &view->places, &view->lab->model.net.shape,
                       &view->lab->acts, view->layer, view->neuron);
    if (view->all) {
        neuron_wall_draw(view->shell->paint, &view->lab->model.net, &view->lab->acts, &view->wall,
                         view->wall_full, view->layer == 0 ? view->neuron : -1);
        tiles_scale_draw(view->shell->paint, view->wall_full, view->marked_box);
        return;
    }
    draw_title(view);
    neuron_sum_draw(view->shell->paint, &view->places, &view->shown);
    draw_pictures(view);
    snprintf(text, sizeof text, "sigmoid(%s) = %.3g", hint_fixed(sum->z, 2).text, sum->activation);
    label_draw(view, view->places.curve_label, text);
    sigmoid_draw(view->shell->paint, sum->z, sum->activation, view->places.curve);
    draw_images(view);
    draw_marked(view);
}

static void run(void *self, int command)
{
    NeuronView *view = self;
    switch (command) {
    case NEURON_ALL:
        view->all = !view->all;
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
        [NEURON_CHOOSE] = "Neuron", [NEURON_WEIGHTS] = "Weights", [NEURON_IMAGES] = "Images",
        [NEURON_ALL] = "All",       [NEURON_GATED] = "Gated",     [NEURON_LESS] = "Paint –",
        [NEURON_ZERO] = "Zero",     [NEURON_DOWN] = "–",          [NEURON_UP] = "+",
    };
    (void)self;
    return LABEL[command];
}

static void free_view(void *self)
{
    NeuronView *view = self;
    net_acts_free(&view->acts);
}

static bool table(const void *self, FILE *out)
{
    const NeuronView *view = self;
    const Net *net = &view->lab->model.net;
    const LookSum *sum = &view->seen.sum;
    fprintf(out, view->layer == 0 ? "column,row,weight,activation,product\n"
                                  : "neuron,weight,activation,product\n");
    for (int i = 0; i < net->shape.size[view->layer]; i++) {
        double w = (double)look_weight(net, view->layer, view->neuron, i);
        double a = (double)look_activation(&view->lab->acts, view->lab->input.cell, view->layer, i);
        if (view->layer == 0) {
            fprintf(out, "%d,", i % SHEET_SIDE);
        }
        fprintf(out, "%d,%.9g,%.9g,%.9g\n", view->layer == 0 ? i / SHEET_SIDE : i, w, a, w * a);
    }
    const char *empty = view->layer == 0 ? "," : "";
    fprintf(out, "bias%s,%.9g,1,%.9g\n", empty, sum->bias, sum->bias);
    return fprintf(out, "z%s,,,%.9g\na%s,,,%.9g\n", empty, sum->z, empty, sum->activation) > 0;
}

/* A number for each neuron. */
static int did(const void *self, int thing)
{
    const NeuronView *view = self;
    return thing == VIEW_THING_NEURON ? view->layer * NET_MAX_WIDTH + view->neuron : 0;
}

const Pane PANE_OF_NEURON = {
    .open = open_view,
    .work = work,
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
    .did = did,
};
