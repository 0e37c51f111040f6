/* The training images that fire the neuron on show most. */
#include "app/neuron_images.h"

#include <stdio.h>

#include "app/data_hints.h"
#include "ui/hint.h"

enum {
    IMAGES_A_LOOK = 32, /* between two looks at the clock */
    PAUSE_MS = 300,     /* from one search to the next, where weights are changed by hand */
    TRAINING_PAUSE_MS = 2000,
};

static const double WORK_S = 0.0015; /* a frame */

void neuron_images_forget(App *app)
{
    app->neuron_view.images = (NeuronImages){
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
static void show(App *app, const Strongest *found)
{
    NeuronImages *images = &app->neuron_view.images;
    const Dataset *data = &app->lab.mix.train;
    images->found = *found;
    app->redraw = true;
    for (int i = 0; i < found->count; i++) {
        dataset_levels(data, found->best[i].image, images->level[i]);
        images->tile[i].level = images->level[i];
        name_tile(&images->tile[i], data, &found->best[i]);
    }
    images->wall.tile = images->tile;
    images->wall.tiles = found->count;
    images->wall.captions = true;
}

static void begin(App *app)
{
    NeuronView *view = &app->neuron_view;
    NeuronImages *images = &view->images;
    strongest_begin(&images->search, view->layer, view->neuron);
    images->searching = true;
    images->net_version = app->lab.net_version;
    images->begun_ms = SDL_GetTicks64();
    images->data = app->lab.mix.train.label;
    images->images = app->lab.mix.train.images;
}

static void go_on(App *app)
{
    NeuronImages *images = &app->neuron_view.images;
    const Dataset *data = &app->lab.mix.train;
    Uint64 end =
        SDL_GetPerformanceCounter() + (Uint64)(WORK_S * (double)SDL_GetPerformanceFrequency());
    bool all = false;
    while (!all && SDL_GetPerformanceCounter() < end) {
        all = strongest_go_on(&images->search, &app->lab.model.net, data, IMAGES_A_LOOK);
    }
    images->searching = !all;
    if (all && images->net_version != app->lab.net_version) {
        /* The weights have moved on while it went through the images. */
        strongest_measure(&images->search, &app->lab.model.net, data);
    }
    if (all || images->first) {
        show(app, &images->search);
    }
    images->first = images->first && !all;
}

/* The figures under the images are those of the weights on show, also while they are trained. */
static void measure(App *app)
{
    NeuronImages *images = &app->neuron_view.images;
    if (images->measured != app->lab.net_version && images->found.count > 0) {
        Strongest found = images->found;
        strongest_measure(&found, &app->lab.model.net, &app->lab.mix.train);
        show(app, &found);
    }
    images->measured = app->lab.net_version;
}

/* How long until the next search may begin, in ms. */
static int wait_ms(const App *app)
{
    int pause_ms = app->lab.stats.phase == TRAIN_RUNNING ? TRAINING_PAUSE_MS : PAUSE_MS;
    Uint64 over = app->neuron_view.images.begun_ms + (Uint64)pause_ms, now = SDL_GetTicks64();
    return over > now ? (int)(over - now) : 0;
}

void neuron_images_work(App *app)
{
    NeuronView *view = &app->neuron_view;
    NeuronImages *images = &view->images;
    const Dataset *data = &app->lab.mix.train;
    if (app->lab.loader || data->images == 0) {
        neuron_images_forget(app);
        return;
    }
    bool other = images->search.layer != view->layer || images->search.neuron != view->neuron ||
                 images->data != data->label || images->images != data->images;
    if (other) {
        neuron_images_forget(app);
        images->first = true;
        begin(app);
    }
    measure(app);
    if (!images->searching && images->net_version != app->lab.net_version && !view->edit.painting &&
        wait_ms(app) == 0) {
        begin(app);
    }
    if (images->searching) {
        go_on(app);
    }
}

int neuron_images_sleep_ms(const App *app)
{
    const NeuronImages *images = &app->neuron_view.images;
    if (app->lab.loader || app->lab.mix.train.images == 0) {
        return -1;
    }
    bool stale = images->net_version != app->lab.net_version;
    return images->searching ? 0 : stale ? SDL_max(wait_ms(app), 1) : -1;
}

void neuron_images_exhibit(App *app, int tile)
{
    const NeuronImages *images = &app->neuron_view.images;
    const Dataset *data = &app->lab.mix.train;
    if (tile < 0 || tile >= images->found.count) {
        return;
    }
    char name[DATA_TEXT];
    int image = images->found.best[tile].image, label = data->label[image];
    data_print_title(DATA_TRAIN, image, name);
    lab_exhibit(&app->lab, images->level[tile], label == NET_NO_DIGIT ? -1 : label, name);
}
