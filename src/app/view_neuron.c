/* The view Neuron: the sum that one neuron is, what it looks for, and weights changed by hand. */
#include "app/view_neuron.h"

#include <stdio.h>

#include "app/neuron_edit.h"
#include "app/neuron_explain.h"
#include "app/neuron_images.h"
#include "app/neuron_keys.h"
#include "app/view.h"
#include "ui/hint.h"
#include "ui/name.h"
#include "ui/neuron_wall.h"
#include "ui/sigmoid.h"

static void open_view(App *app)
{
    app->neuron_view.seen.answers = 0;
    neuron_images_forget(app);
}

/* What is shown of the neuron follows the answers. */
static void look(App *app)
{
    NeuronView *view = &app->neuron_view;
    NeuronSeen *seen = &view->seen;
    const Net *net = &app->lab.model.net;
    if (seen->answers == app->lab.answers && seen->layer == view->layer &&
        seen->neuron == view->neuron && seen->gated == view->gated) {
        return;
    }
    seen->answers = app->lab.answers;
    seen->layer = view->layer;
    seen->neuron = view->neuron;
    seen->gated = view->gated;
    look_sum(net, view->layer, view->neuron, &app->lab.acts, app->lab.input.cell, &seen->sum);
    look_carry_back(net, view->layer, view->neuron, view->gated ? &app->lab.acts : NULL,
                    seen->picture[0]);
    for (int i = 0; i < NET_INPUTS; i++) {
        seen->picture[1][i] = seen->picture[0][i] * (float)app->lab.input.cell[i] / 255.0f;
    }
    for (int i = 0; i < NEURON_PICTURES; i++) {
        seen->full[i] = look_largest(seen->picture[i]);
    }
    app->redraw = true;
}

static void work(App *app)
{
    const NetShape *shape = &app->lab.model.net.shape;
    NeuronView *view = &app->neuron_view;
    if (view->layer != view->seen.layer || view->layer >= shape->layers ||
        view->neuron >= shape->size[view->layer + 1]) {
        neuron_choose(app, view->layer, view->neuron); /* set from elsewhere, or another network */
        view->marked = false;
    }
    view->marked = view->marked && view->mark < shape->size[view->layer];
    look(app);
    if (!view->all || app->lab.loader) { /* images that go are forgotten under the wall, too */
        neuron_images_work(app);
    }
}

static int sleep_ms(const App *app)
{
    return app->neuron_view.all ? -1 : neuron_images_sleep_ms(app);
}

enum { BUTTON_GAP = 6, VALUE_W = 92, SCALE_W = 200 };

static SDL_Rect add_button(App *app, SDL_Rect *foot, int command, float w, bool on)
{
    SDL_Rect box = {foot->x, foot->y, paint_px(app->paint, w), foot->h};
    int used = box.w + paint_px(app->paint, BUTTON_GAP);
    foot->x += used;
    foot->w -= used;
    views_add_widget(app, WIDGET_BUTTON, command, box, on);
    return box;
}

static void add_buttons(App *app)
{
    NeuronView *view = &app->neuron_view;
    SDL_Rect foot = view->places.foot;
    add_button(app, &foot, NEURON_ALL, 40.0f, view->all);
    if (view->all) {
        view->marked_box = (SDL_Rect){foot.x, foot.y, paint_px(app->paint, SCALE_W), foot.h};
        views_add_spot(app, view->marked_box, NEURON_ABOUT_WALL_SCALE);
        return;
    }
    if (view->layer > 0) {
        add_button(app, &foot, NEURON_GATED, 66.0f, view->gated);
    } else {
        add_button(app, &foot, NEURON_LESS, 66.0f, view->less);
    }
    add_button(app, &foot, NEURON_ZERO, 48.0f, false);
    add_button(app, &foot, NEURON_DOWN, 28.0f, false);
    view->marked_box = (SDL_Rect){foot.x, foot.y, paint_px(app->paint, VALUE_W), foot.h};
    foot.x += view->marked_box.w + paint_px(app->paint, BUTTON_GAP);
    add_button(app, &foot, NEURON_UP, 28.0f, false);
    if (view->marked) {
        views_add_spot(app, view->marked_box, NEURON_ABOUT_MARKED);
    }
}

static void update_wall(App *app)
{
    NeuronView *view = &app->neuron_view;
    tiles_place(&view->wall, app->paint, app->lab.model.net.shape.size[1], view->top,
                view->places.wall);
    view->top = view->wall.top;
    view->wall_full = neuron_wall_full(&app->lab.model.net);
    views_add_widget(app, WIDGET_AREA, NEURON_CHOOSE, view->places.wall, false);
    views_add_spot(app, view->places.wall, NEURON_ABOUT_WALL);
}

static void update_images(App *app)
{
    NeuronView *view = &app->neuron_view;
    NeuronImages *images = &view->images;
    images->wall.columns = view->places.image_columns;
    images->wall.tiles = SDL_min(images->found.count, view->places.image_columns);
    wall_place(&images->places, &images->wall, app->paint, view->places.images);
    if (view->places.images.w == 0 || images->wall.tiles == 0) {
        return;
    }
    views_add_widget(app, WIDGET_AREA, NEURON_IMAGES, view->places.images, false);
    for (int i = 0; i < images->wall.tiles; i++) {
        SDL_Rect box = {view->places.images.x + i * images->places.tiles_w / images->wall.columns,
                        view->places.images.y, images->places.side_px,
                        images->places.side_px + images->places.caption_h};
        views_add_spot(app, box, NEURON_ABOUT_IMAGE + i);
    }
}

static void update_neuron(App *app)
{
    NeuronView *view = &app->neuron_view;
    const NeuronPlaces *places = &view->places;
    view->shown = (NeuronSum){.sum = &view->seen.sum,
                              .of_pixels = view->layer == 0,
                              .mark = view->marked ? view->mark : NEURON_NO_MARK};
    neuron_sum_fit(&view->shown, places);
    SDL_Rect first = places->picker[0], last = places->picker[app->lab.model.net.shape.layers - 1];
    views_add_widget(app, WIDGET_AREA, NEURON_CHOOSE,
                     (SDL_Rect){first.x, first.y, first.w, last.y + last.h - first.y}, false);
    views_add_widget(app, WIDGET_AREA, NEURON_WEIGHTS,
                     view->layer == 0 ? places->picture[0] : places->sum, false);
    for (int i = 0; i < neuron_rows(&view->shown); i++) {
        views_add_spot(app, neuron_row(places, i), NEURON_ABOUT_ROW + i);
    }
    for (int i = 0; i < NEURON_PICTURES; i++) {
        views_add_spot(app, places->picture[i], NEURON_ABOUT_PICTURE + i);
        views_add_spot(app, places->scale[i], NEURON_ABOUT_SCALE + i);
    }
    views_add_spot(app, places->curve, NEURON_ABOUT_CURVE);
    update_images(app);
}

static void update(App *app, SDL_Rect box)
{
    NeuronView *view = &app->neuron_view;
    const NetShape *shape = &app->lab.model.net.shape;
    neuron_place(&view->places, app->paint, shape, box);
    for (int l = 0; l < shape->layers; l++) {
        SDL_Rect row = neuron_cell(&view->places, shape, l, shape->size[l + 1] - 1);
        row.w += row.x - view->places.picker[l].x; /* from the first cell */
        row.x = view->places.picker[l].x;
        views_add_spot(app, row, NEURON_ABOUT_PICKER + l);
    }
    if (view->all) {
        update_wall(app);
    } else {
        update_neuron(app);
    }
    add_buttons(app);
}

static void label_draw(const App *app, SDL_Rect box, const char *text)
{
    paint_text(app->paint, box, PAINT_LEFT, text, PAINT_LABEL, TEXT_REGULAR,
               app->paint->theme->secondary);
}

static void draw_title(const App *app)
{
    const NeuronView *view = &app->neuron_view;
    char text[96];
    Name name = name_neuron(&app->lab.model.net.shape, view->layer, view->neuron);
    name.text[0] = (char)SDL_toupper(name.text[0]);
    bool tell = !app->lab.has_ink && view->places.wide; /* else the answer alone says it */
    snprintf(text, sizeof text, "%s%s", name.text, tell ? ", no drawing yet" : "");
    paint_text(app->paint, view->places.title, PAINT_LEFT, text, PAINT_BODY, TEXT_MEDIUM,
               app->paint->theme->text);
}

static void draw_pictures(const App *app)
{
    const NeuronView *view = &app->neuron_view;
    const NeuronPlaces *places = &view->places;
    const char *plain = view->layer == 0 ? "Weights" : view->gated ? "Gated" : "Carried back";
    const char *caption[NEURON_PICTURES] = {plain, "Times drawing"};
    Tiles tiles;
    if (!tiles_begin(&tiles, app->paint, NEURON_PICTURES, 1)) {
        return;
    }
    for (int i = 0; i < NEURON_PICTURES; i++) {
        tiles_put(&tiles, i, 0, view->seen.picture[i], view->seen.full[i]);
    }
    if (!tiles_upload(&tiles)) {
        return;
    }
    for (int i = 0; i < NEURON_PICTURES; i++) {
        label_draw(app, places->caption[i], caption[i]);
        tiles_show(&tiles, i, 0, places->picture[i]);
        tiles_scale_draw(app->paint, view->seen.full[i], places->scale[i]);
        if (view->layer == 0 && view->marked && view->mark >= 0) {
            paint_outline(app->paint, neuron_pixel(places->picture[i], view->mark), 0.0f,
                          app->paint->theme->text);
        }
    }
}

static void draw_images(const App *app)
{
    const NeuronView *view = &app->neuron_view;
    if (view->places.images.w == 0) {
        return;
    }
    label_draw(app, view->places.images_label, "Fired most by: digit, z");
    if (app->lab.mix.train.images == 0) {
        label_draw(app, view->places.images,
                   app->lab.loader ? "The images are being loaded."
                                   : "There are no training images.");
    } else {
        wall_draw(app->paint, &view->images.wall, &view->images.places);
    }
}

static void draw_marked(const App *app)
{
    const NeuronView *view = &app->neuron_view;
    char from[32], text[96];
    if (!view->marked) {
        paint_text(app->paint, view->marked_box, PAINT_CENTRE, "none marked", PAINT_AXIS,
                   TEXT_REGULAR, app->paint->theme->secondary);
        return;
    }
    neuron_print_from(view->layer == 0, view->mark, from, sizeof from);
    snprintf(text, sizeof text, "%s: %s", from,
             hint_fixed_signed((double)neuron_marked(app), 2).text);
    paint_text(app->paint, view->marked_box, PAINT_CENTRE, text, PAINT_LABEL, TEXT_REGULAR,
               app->paint->theme->text);
}

static void draw(const App *app, SDL_Rect box)
{
    const NeuronView *view = &app->neuron_view;
    const LookSum *sum = &view->seen.sum;
    char text[96];
    (void)box;
    neuron_picker_draw(app->paint, &view->places, &app->lab.model.net.shape, &app->lab.acts,
                       view->layer, view->neuron);
    if (view->all) {
        neuron_wall_draw(app->paint, &app->lab.model.net, &app->lab.acts, &view->wall,
                         view->wall_full, view->layer == 0 ? view->neuron : -1);
        tiles_scale_draw(app->paint, view->wall_full, view->marked_box);
        return;
    }
    draw_title(app);
    neuron_sum_draw(app->paint, &view->places, &view->shown);
    draw_pictures(app);
    snprintf(text, sizeof text, "sigmoid(%s) = %.3g", hint_fixed(sum->z, 2).text, sum->activation);
    label_draw(app, view->places.curve_label, text);
    sigmoid_draw(app->paint, sum->z, sum->activation, view->places.curve);
    draw_images(app);
    draw_marked(app);
}

static void run(App *app, int command)
{
    NeuronView *view = &app->neuron_view;
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
        neuron_zero(app);
        break;
    case NEURON_DOWN:
        neuron_step(app, -0.1f);
        break;
    case NEURON_UP:
        neuron_step(app, 0.1f);
        break;
    default:
        break;
    }
    app->redraw = true;
}

static bool can(const App *app, int command)
{
    return (command != NEURON_DOWN && command != NEURON_UP) || app->neuron_view.marked;
}

static const char *label(const App *app, int command)
{
    static const char *const LABEL[] = {
        [NEURON_CHOOSE] = "Neuron", [NEURON_WEIGHTS] = "Weights", [NEURON_IMAGES] = "Images",
        [NEURON_ALL] = "All",       [NEURON_GATED] = "Gated",     [NEURON_LESS] = "Paint –",
        [NEURON_ZERO] = "Zero",     [NEURON_DOWN] = "–",          [NEURON_UP] = "+",
    };
    (void)app;
    return LABEL[command];
}

static bool table(const App *app, FILE *out)
{
    const NeuronView *view = &app->neuron_view;
    const Net *net = &app->lab.model.net;
    const LookSum *sum = &view->seen.sum;
    fprintf(out, view->layer == 0 ? "column,row,weight,activation,product\n"
                                  : "neuron,weight,activation,product\n");
    for (int i = 0; i < net->shape.size[view->layer]; i++) {
        double w = (double)look_weight(net, view->layer, view->neuron, i);
        double a = (double)look_activation(&app->lab.acts, app->lab.input.cell, view->layer, i);
        if (view->layer == 0) {
            fprintf(out, "%d,", i % SHEET_SIDE);
        }
        fprintf(out, "%d,%.9g,%.9g,%.9g\n", view->layer == 0 ? i / SHEET_SIDE : i, w, a, w * a);
    }
    const char *empty = view->layer == 0 ? "," : "";
    fprintf(out, "bias%s,%.9g,1,%.9g\n", empty, sum->bias, sum->bias);
    return fprintf(out, "z%s,,,%.9g\na%s,,,%.9g\n", empty, sum->z, empty, sum->activation) > 0;
}

const View VIEW_OF_NEURON = {
    .name = "Neuron",
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
    .table = table,
};
