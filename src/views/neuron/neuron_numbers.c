/* The third page of the view Neuron: the numbers of one neuron. */
#include "views/neuron/neuron_numbers.h"

#include <stdio.h>

#include "shell/places.h"
#include "ui/hint.h"
#include "ui/name.h"
#include "ui/row.h"
#include "ui/sigmoid.h"
#include "views/neuron/neuron_edit.h"
#include "views/neuron/neuron_explain.h"
#include "views/neuron/neuron_images.h"
#include "views/neuron/neuron_keys.h"
#include "views/neuron/neuron_way.h"

enum { BUTTON_GAP = 6, VALUE_W = 92, FOLD_W = 92 };

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
    add_button(view, &foot, NEURON_ALL, 40.0f, false);
    if (neuron_shown(view).layer > 0) {
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

static void update_neuron(NeuronView *view)
{
    const NeuronPlaces *places = &view->places;
    view->shown = (NeuronSum){.sum = &view->seen.sum,
                              .of_pixels = neuron_shown(view).layer == 0,
                              .mark = view->marked ? view->mark : NEURON_NO_MARK};
    neuron_sum_fit(&view->shown, places);
    int layer = neuron_shown(view).layer;
    panes_add_widget(view->shell, WIDGET_AREA, NEURON_CHOOSE,
                     row_around(places->picker, view->lab->model.net.shape.layers), false);
    panes_add_widget(view->shell, WIDGET_AREA, NEURON_WEIGHTS,
                     layer == 0 ? places->picture[0] : places->sum, false);
    for (int i = 0; i < neuron_rows(&view->shown); i++) {
        panes_add_spot(view->shell, neuron_row(places, i), NEURON_ABOUT_ROW + i);
    }
    for (int i = 0; i < NEURON_PICTURES; i++) {
        panes_add_spot(view->shell, places->picture[i], NEURON_ABOUT_PICTURE + i);
        panes_add_spot(view->shell, places->scale[i], NEURON_ABOUT_SCALE + i);
    }
    panes_add_spot(view->shell, places->curve, NEURON_ABOUT_CURVE);
    neuron_images_place(view, places->images, places->image_columns);
}

static void label_draw(const NeuronView *view, SDL_Rect box, const char *text)
{
    paint_text(view->shell->paint, box, PAINT_LEFT, text, PAINT_LABEL, TEXT_REGULAR,
               view->shell->paint->theme->secondary);
}

static void draw_title(const NeuronView *view)
{
    char text[96];
    DiagramNeuron at = neuron_shown(view);
    Name name = name_neuron(&view->lab->model.net.shape, at.layer, at.neuron);
    name.text[0] = (char)SDL_toupper(name.text[0]);
    bool tell = !view->lab->has_ink && view->places.wide; /* else the answer alone says it */
    snprintf(text, sizeof text, "%s%s", name.text, tell ? ", no drawing yet" : "");
    paint_text(view->shell->paint, view->places.title, PAINT_LEFT, text, PAINT_BODY, TEXT_MEDIUM,
               view->shell->paint->theme->text);
}

static void draw_pictures(const NeuronView *view)
{
    const NeuronPlaces *places = &view->places;
    const char *plain = neuron_shown(view).layer == 0 ? "Weights"
                        : view->gated                 ? "Gated"
                                                      : "Carried back";
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
        if (neuron_shown(view).layer == 0 && view->marked && view->mark >= 0) {
            paint_outline(view->shell->paint, neuron_pixel(places->picture[i], view->mark), 0.0f,
                          view->shell->paint->theme->text);
        }
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
    neuron_print_from(neuron_shown(view).layer == 0, view->mark, from, sizeof from);
    snprintf(text, sizeof text, "%s: %s", from,
             hint_fixed_signed((double)neuron_marked(view), 2).text);
    paint_text(view->shell->paint, view->marked_box, PAINT_CENTRE, text, PAINT_LABEL, TEXT_REGULAR,
               view->shell->paint->theme->text);
}

/* Right of the modes: the way out, and the way back to the picture. */
static void add_ways(NeuronView *view)
{
    const Paint *paint = view->shell->paint;
    SDL_Rect row = places_beside_modes(view->shell);
    SDL_Rect fold =
        row_right(&row, SDL_min(paint_px(paint, FOLD_W), row.w), paint_px(paint, BUTTON_GAP));
    neuron_way_add(view, row);
    panes_add_widget(view->shell, WIDGET_FOLD, NEURON_NUMBERS, fold, true);
}

void neuron_numbers_update(NeuronView *view, SDL_Rect box)
{
    const NetShape *shape = &view->lab->model.net.shape;
    neuron_place(&view->places, view->shell->paint, shape, box);
    for (int l = 0; l < shape->layers; l++) {
        SDL_Rect row = neuron_cell(&view->places, shape, l, shape->size[l + 1] - 1);
        row.w += row.x - view->places.picker[l].x; /* from the first cell */
        row.x = view->places.picker[l].x;
        panes_add_spot(view->shell, row, NEURON_ABOUT_PICKER + l);
    }
    update_neuron(view);
    add_buttons(view);
    add_ways(view);
}

void neuron_numbers_draw(const NeuronView *view)
{
    Paint *out = view->shell->paint;
    const LookSum *sum = &view->seen.sum;
    DiagramNeuron at = neuron_shown(view);
    char text[96];
    neuron_way_draw(view);
    neuron_picker_draw(out, &view->places, &view->lab->model.net.shape, &view->lab->acts, at.layer,
                       at.neuron);
    draw_title(view);
    neuron_sum_draw(out, &view->places, &view->shown);
    draw_pictures(view);
    snprintf(text, sizeof text, "sigmoid(%s) = %.3g", hint_fixed(sum->z, 2).text, sum->activation);
    label_draw(view, view->places.curve_label, text);
    sigmoid_draw(out, sum->z, sum->activation, view->places.curve);
    neuron_images_draw(view, view->places.images_label, view->places.images);
    draw_marked(view);
}
