/* The training images that fire the neuron on show most. */
#include "views/neuron/neuron_images.h"

#include <stdio.h>

#include "lab/image_name.h"
#include "ui/hint.h"
#include "views/neuron/neuron_explain.h"
#include "views/neuron/neuron_keys.h"

enum {
    IMAGES_A_LOOK = 32, /* between two looks at the clock */
    PAUSE_MS = 300,     /* from one search to the next, where weights are changed by hand */
    TRAINING_PAUSE_MS = 2000,
};

void neuron_images_forget(NeuronView *view)
{
    view->images = (NeuronImages){
        .wall.marked = -1, .places = {.columns = 1, .rows = 1}, /* until it is placed */
    };
}

static void name_tile(WallTile *tile, const Dataset *data, const StrongestImage *found)
{
    int label = data->label[found->image];
    if (label == NET_NO_DIGIT) {
        snprintf(tile->caption, sizeof tile->caption, "–: %s", hint_fixed(found->z, 1).text);
    } else {
        snprintf(tile->caption, sizeof tile->caption, "%d: %s", label,
                 hint_fixed(found->z, 1).text);
    }
}

/* What was found becomes tiles. */
static void show(NeuronView *view, const Strongest *found)
{
    NeuronImages *images = &view->images;
    const Dataset *data = &view->lab->mix.train;
    images->found = *found;
    shell_redraw(view->shell);
    for (int i = 0; i < found->count; i++) {
        dataset_levels(data, found->best[i].image, images->level[i]);
        images->tile[i].level = images->level[i];
        name_tile(&images->tile[i], data, &found->best[i]);
    }
    images->wall.tile = images->tile;
    images->wall.tiles = found->count;
    images->wall.captions = true;
}

static void begin(NeuronView *view)
{
    NeuronImages *images = &view->images;
    strongest_begin(&images->search, neuron_shown(view).layer, neuron_shown(view).neuron);
    images->searching = true;
    images->net_version = view->lab->net_version;
    images->begun_ms = SDL_GetTicks64();
    images->data = view->lab->mix.train.label;
    images->images = view->lab->mix.train.images;
}

static void go_on(NeuronView *view)
{
    NeuronImages *images = &view->images;
    const Dataset *data = &view->lab->mix.train;
    Slice slice = slice_begin();
    bool all = false;
    while (!all && slice_goes_on(&slice)) {
        all = strongest_go_on(&images->search, &view->lab->model.net, data, IMAGES_A_LOOK,
                              &view->acts);
    }
    images->searching = !all;
    if (all && images->net_version != view->lab->net_version) {
        /* The weights have moved on while it went through the images. */
        strongest_measure(&images->search, &view->lab->model.net, data, &view->acts);
    }
    if (all || images->first) {
        show(view, &images->search);
    }
    images->first = images->first && !all;
}

/* The figures under the images are those of the weights on show, also while they are trained. */
static void measure(NeuronView *view)
{
    NeuronImages *images = &view->images;
    if (images->measured != view->lab->net_version && images->found.count > 0) {
        Strongest found = images->found;
        strongest_measure(&found, &view->lab->model.net, &view->lab->mix.train, &view->acts);
        show(view, &found);
    }
    images->measured = view->lab->net_version;
}

/* How long until the next search may begin, in ms. */
static int wait_ms(const NeuronView *view)
{
    int pause_ms = view->lab->stats.phase == TRAIN_RUNNING ? TRAINING_PAUSE_MS : PAUSE_MS;
    Uint64 over = view->images.begun_ms + (Uint64)pause_ms, now = SDL_GetTicks64();
    return over > now ? (int)(over - now) : 0;
}

void neuron_images_work(NeuronView *view)
{
    NeuronImages *images = &view->images;
    const Dataset *data = &view->lab->mix.train;
    DiagramNeuron at = neuron_shown(view);
    Err err; /* where there is no memory, none is looked at until there is */
    if (view->lab->loader || data->images == 0 ||
        !net_acts_fit(&view->acts, &view->lab->model.net.shape, &err)) {
        neuron_images_forget(view);
        return;
    }
    bool other = images->search.layer != at.layer || images->search.neuron != at.neuron ||
                 images->data != data->label || images->images != data->images;
    if (other) {
        neuron_images_forget(view);
        images->first = true;
        begin(view);
    }
    measure(view);
    if (!images->searching && images->net_version != view->lab->net_version &&
        !view->edit.painting && wait_ms(view) == 0) {
        begin(view);
    }
    if (images->searching) {
        go_on(view);
    }
}

int neuron_images_sleep_ms(const NeuronView *view)
{
    const NeuronImages *images = &view->images;
    if (view->lab->loader || view->lab->mix.train.images == 0) {
        return -1;
    }
    bool stale = images->net_version != view->lab->net_version;
    return images->searching ? 0 : stale ? SDL_max(wait_ms(view), 1) : -1;
}

void neuron_images_exhibit(NeuronView *view, int tile)
{
    const NeuronImages *images = &view->images;
    const Dataset *data = &view->lab->mix.train;
    if (tile < 0 || tile >= images->found.count) {
        return;
    }
    char name[IMAGE_NAME_MAX];
    int image = images->found.best[tile].image, label = data->label[image];
    image_title(IMAGES_TRAIN, image, name);
    lab_exhibit(shell_change(view->shell), images->level[tile], label == NET_NO_DIGIT ? -1 : label,
                name);
}

void neuron_images_place(NeuronView *view, SDL_Rect box, int columns)
{
    NeuronImages *images = &view->images;
    images->wall.columns = SDL_max(columns, 1);
    images->wall.tiles = SDL_min(images->found.count, columns);
    wall_place(&images->places, &images->wall, view->shell->paint, box);
    if (box.w == 0 || images->wall.tiles == 0) {
        return;
    }
    panes_add_widget(view->shell, WIDGET_AREA, NEURON_IMAGES, box, false);
    for (int i = 0; i < images->wall.tiles; i++) {
        SDL_Rect tile = wall_tile_box(&images->wall, &images->places, i);
        tile.h += images->places.caption_h;
        panes_add_spot(view->shell, tile, NEURON_ABOUT_IMAGE + i);
    }
}

void neuron_images_draw(const NeuronView *view, SDL_Rect label, SDL_Rect box)
{
    Paint *out = view->shell->paint;
    SDL_Color faint = out->theme->secondary;
    if (box.w == 0) {
        return;
    }
    paint_text(out, label, PAINT_LEFT, "Fired most by: digit, z", PAINT_LABEL, TEXT_REGULAR, faint);
    if (view->lab->mix.train.images == 0) {
        paint_text(out, box, PAINT_LEFT,
                   view->lab->loader ? "The images are being loaded."
                                     : "There are no training images.",
                   PAINT_LABEL, TEXT_REGULAR, faint);
    } else {
        wall_draw(out, &view->images.wall, &view->images.places);
    }
}
