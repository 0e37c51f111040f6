/* The second page of the view Neuron: one neuron close up. */
#include "views/neuron/neuron_zoom.h"

#include "shell/places.h"
#include "shell/pointed.h"
#include "ui/diagram.h"
#include "ui/row.h"
#include "views/neuron/neuron_explain.h"
#include "views/neuron/neuron_images.h"
#include "views/neuron/neuron_keys.h"
#include "views/neuron/neuron_pictures.h"
#include "views/neuron/neuron_say.h"
#include "views/neuron/neuron_way.h"

/* Design pixels. */
enum { BUTTON_W = 92, TOGGLE_W = 84, LESS_W = 66, GAP = 12 };

/* One of the neurons before, and its picture. */
static void add_tile(NeuronView *view, LookTerm term, const Slice *slice)
{
    if (slice_goes_on(slice)) {
        neuron_pictures_bring(view, term.from);
    }
    view->zoom.tile[view->zoom.tiles++] = (CloseupTile){term, neuron_pictures_get(view, term.from),
                                                        view->pictures.largest[term.from]};
}

void neuron_zoom_work(NeuronView *view)
{
    const Net *net = &view->lab->model.net;
    const LookSum *sum = &view->seen.sum;
    DiagramNeuron at = neuron_shown(view);
    int before = net->shape.size[at.layer];
    Slice slice = slice_begin();
    view->zoom.tiles = 0;
    if (at.layer == 0 || !neuron_pictures_of(view, at.layer - 1)) {
        return;
    }
    for (int i = 0; i < before && before <= CLOSEUP_TILES; i++) {
        LookTerm term = {i, look_weight(net, at.layer, at.neuron, i),
                         look_activation(&view->lab->acts, view->lab->input.cell, at.layer, i),
                         0.0f};
        term.product = term.weight * term.activation;
        add_tile(view, term, &slice);
    }
    for (int i = 0; i < sum->terms && before > CLOSEUP_TILES; i++) {
        add_tile(view, sum->term[i], &slice);
    }
}

bool neuron_zoom_works(const NeuronView *view)
{
    bool more = false;
    for (int i = 0; i < view->zoom.tiles; i++) {
        more |= !neuron_pictures_has(view, view->zoom.tile[i].term.from);
    }
    return more;
}

DiagramPlaces neuron_zoom_places(const NeuronView *view)
{
    DiagramPlaces places = pointed_places(view->shell);
    places.closeup = true;
    places.large = neuron_shown(view);
    places.aside_left = motion_left(&view->shell->motion, MOTION_ZOOM);
    return places;
}

DiagramNeuron neuron_zoom_at(const NeuronView *view, SDL_Point at)
{
    DiagramNeuron shown = neuron_shown(view);
    DiagramPlaces places = neuron_zoom_places(view);
    int tile = shown.layer > 0 ? tiles_at(&view->zoom.tiles_places, at.x, at.y) : -1;
    if (tile >= 0 && tile < view->zoom.tiles) {
        return (DiagramNeuron){shown.layer - 1, view->zoom.tile[tile].term.from};
    }
    DiagramNeuron found =
        diagram_neuron_at(view->shell->paint, &view->lab->model.net.shape, &places, at.x, at.y);
    return found.layer == DIAGRAM_INPUTS ? (DiagramNeuron){0, -1} : found;
}

static void add_buttons(NeuronView *view, SDL_Rect foot)
{
    const Paint *paint = view->shell->paint;
    int gap = paint_px(paint, GAP);
    SDL_Rect numbers = row_right(&foot, paint_px(paint, BUTTON_W), gap);
    bool pixels = neuron_shown(view).layer == 0;
    if (pixels && view->paints) {
        SDL_Rect less = row_right(&foot, paint_px(paint, LESS_W), gap);
        panes_add_widget(view->shell, WIDGET_BUTTON, NEURON_LESS, less, view->less);
    }
    if (pixels) {
        SDL_Rect paints = row_right(&foot, paint_px(paint, TOGGLE_W), gap);
        panes_add_widget(view->shell, WIDGET_TOGGLE, NEURON_PAINT, paints, view->paints);
    }
    panes_add_widget(view->shell, WIDGET_FOLD, NEURON_NUMBERS, numbers, false);
}

static void add_spots_of_picture(NeuronView *view)
{
    const NeuronZoom *zoom = &view->zoom;
    if (neuron_shown(view).layer == 0) {
        panes_add_spot(view->shell, zoom->places.picture, NEURON_ABOUT_PICTURE);
        panes_add_spot(view->shell, zoom->places.scale, NEURON_ABOUT_SCALE);
    }
    for (int i = 0; i < zoom->tiles; i++) {
        SDL_Rect box = tiles_box(&zoom->tiles_places, i);
        box.h += zoom->tiles_places.caption_h;
        panes_add_spot(view->shell, box, NEURON_ABOUT_TILE + i);
    }
}

static void add_spots_of_sum(NeuronView *view)
{
    const CloseupPlaces *at = &view->zoom.places;
    for (int i = 0; i < CLOSEUP_ROWS; i++) {
        SDL_Rect row = row_around((SDL_Rect[]){at->label[i], at->bar[i], at->number[i]}, 3);
        /* What is pulled has no hint over what follows it. */
        panes_add_spot(view->shell, i == CLOSEUP_BIAS ? at->label[i] : row, NEURON_ABOUT_STEP + i);
    }
    panes_add_spot(view->shell, row_around((SDL_Rect[]){at->z_label, at->z_number}, 2),
                   NEURON_ABOUT_STEP + CLOSEUP_ROWS);
    panes_add_spot(view->shell, at->needs, NEURON_ABOUT_STEP + CLOSEUP_BIAS);
    panes_add_spot(view->shell, at->curve, NEURON_ABOUT_CURVE);
}

static void add_spots_of_layers(NeuronView *view)
{
    const NetShape *shape = &view->lab->model.net.shape;
    DiagramPlaces places = neuron_zoom_places(view);
    for (int layer = places.large.layer; layer < shape->layers; layer++) {
        DiagramColumn column;
        diagram_place(&column, view->shell->paint, shape, layer, &places);
        for (int i = 0; i < column.shown; i++) {
            panes_add_spot(view->shell, diagram_neuron_box(&column, i, &places),
                           NEURON_ABOUT_NEURON + layer * NET_MAX_WIDTH + i);
        }
    }
}

/* In the order of Tab. */
static void add_areas(NeuronView *view)
{
    Shell *shell = view->shell;
    const CloseupPlaces *at = &view->zoom.places;
    panes_add_widget(shell, WIDGET_AREA, NEURON_CHOOSE, shell->layout.diagram, false);
    if (neuron_shown(view).layer == 0) {
        panes_add_widget(shell, WIDGET_AREA, NEURON_WEIGHTS, at->picture, false);
    }
    panes_add_widget(shell, WIDGET_AREA, NEURON_PULL, closeup_bias_box(at), false);
}

void neuron_zoom_update(NeuronView *view)
{
    NeuronZoom *zoom = &view->zoom;
    const LookSum *sum = &view->seen.sum;
    closeup_place(&zoom->places, view->shell->paint, &view->shell->layout);
    if (!view->edit.pulling) {
        zoom->axis = closeup_axis(sum->positive, sum->negative, sum->z);
    }
    tiles_place(&zoom->tiles_places, view->shell->paint, SDL_max(zoom->tiles, 1), 0,
                zoom->places.picture);
    add_areas(view);
    neuron_images_place(view, zoom->places.images, zoom->places.image_columns);
    add_buttons(view, zoom->places.foot);
    neuron_way_add(view, places_beside_modes(view->shell));
    add_spots_of_picture(view);
    add_spots_of_sum(view);
    add_spots_of_layers(view);
}

static void draw_layers(const NeuronView *view)
{
    const Lab *lab = view->lab;
    const NeuronZoom *zoom = &view->zoom;
    DiagramPlaces places = neuron_zoom_places(view);
    DiagramNeuron pointed = neuron_zoom_at(
        view, (SDL_Point){(int)view->shell->pointer_x_px, (int)view->shell->pointer_y_px});
    bool later = pointed.neuron >= 0 && pointed.layer > places.large.layer;
    const Easing *easing = shell_easing(view->shell);
    float y = closeup_point_y(view->shell->paint, &zoom->places, view->seen.sum.activation);
    Diagram diagram = {.net = &lab->model.net,
                       .acts = &lab->acts,
                       .input = lab->input.cell,
                       .lit = easing ? easing->shown : NULL,
                       .pulse = shell_pulse(view->shell),
                       .arrives_y = y - (float)places.box.y,
                       .awake = lab->has_ink,
                       .best = lab->answer.digit,
                       .selected = later ? pointed : (DiagramNeuron){0, -1}};
    diagram_draw(view->shell->paint, &diagram, &places);
}

/* At the bottom of their box. */
static void draw_words(const NeuronView *view)
{
    Paint *out = view->shell->paint;
    const CloseupPlaces *at = &view->zoom.places;
    char text[NEURON_SAY_MAX];
    SDL_Rect box = at->said;
    neuron_say(view, text);
    bool fits = paint_lines(out, box, text, PAINT_BODY, out->theme->text, true) <= box.h;
    int size = fits ? PAINT_BODY : PAINT_LABEL;
    int h = paint_lines(out, box, text, size, out->theme->text, true);
    row_top(&box, SDL_max(box.h - h, 0) / 2, 0);
    paint_lines(out, box, text, size, out->theme->text, false);
}

/* So much of the way is left from one box to another. */
static SDL_Rect on_the_way(SDL_Rect from, SDL_Rect to, float left)
{
    return (SDL_Rect){
        to.x + (int)(left * (float)(from.x - to.x)), to.y + (int)(left * (float)(from.y - to.y)),
        to.w + (int)(left * (float)(from.w - to.w)), to.h + (int)(left * (float)(from.h - to.h))};
}

/* The picture, which grows; all else becomes clear around it. */
static void draw_parts(const NeuronView *view, const Closeup *closeup)
{
    Paint *out = view->shell->paint;
    const NeuronZoom *zoom = &view->zoom;
    const Theme *theme = out->theme;
    float left = motion_left(&view->shell->motion, MOTION_ZOOM);
    Theme coming = theme_coming(theme, 1.0f - left);
    CloseupPlaces places = zoom->places;
    out->theme = left > 0.0f ? &coming : theme;
    draw_words(view);
    draw_layers(view);
    closeup_draw_sum(out, &places, closeup, view->shell->layout.diagram.x);
    out->theme = theme;
    neuron_images_draw(view, places.images_label, places.images);
    if (left > 0.0f && closeup->of_pixels) {
        places.picture = on_the_way(zoom->from, places.picture, left);
    }
    closeup_draw_picture(out, &places, closeup);
}

void neuron_zoom_draw(const NeuronView *view)
{
    const NeuronZoom *zoom = &view->zoom;
    const NeuronSeen *seen = &view->seen;
    SDL_Rect bias = closeup_bias_box(&zoom->places);
    SDL_Point pointer = {(int)view->shell->pointer_x_px, (int)view->shell->pointer_y_px};
    char needs[NEURON_SAY_MAX];
    Closeup closeup = {.sum = &seen->sum,
                       .axis = zoom->axis,
                       .of_pixels = seen->layer == 0,
                       .needs = needs,
                       .bias_held = view->edit.pulling || SDL_PointInRect(&pointer, &bias),
                       .weight = seen->picture[0],
                       .full = seen->full[0],
                       .mark = view->marked ? view->mark : -1,
                       .outline = seen->outline,
                       .pieces = seen->pieces,
                       .tile = zoom->tile,
                       .tiles = zoom->tiles,
                       .of = view->lab->model.net.shape.size[seen->layer],
                       .tiles_places = &zoom->tiles_places};
    neuron_say_bias(view, needs);
    neuron_way_draw(view);
    draw_parts(view, &closeup);
}
