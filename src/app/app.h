/* The window's state as one value, and what happens to it: event -> state, state -> state, state ->
 * pixels. The only place that sees all rooms. */
#ifndef APP_APP_H
#define APP_APP_H

#include "lab/lab.h"
#include "shell/shell.h"
#include "tour/tour.h"
#include "views/backprop/view_backprop.h"
#include "views/chain/view_chain.h"
#include "views/data/view_data.h"
#include "views/dreams/view_dreams.h"
#include "views/landscape/view_landscape.h"
#include "views/learning/view_learning.h"
#include "views/network/view_network.h"
#include "views/neuron/view_neuron.h"
#include "views/slope/view_slope.h"

/** All of it belongs to the UI thread. It stays where app_make() was given it: the shell, the views
 * and the tour point into it. */
typedef struct App {
    Lab lab;
    Shell shell;
    NetworkView network_view;
    NeuronView neuron_view;
    BackpropView backprop_view;
    ChainView chain_view;
    LearningView learning_view;
    LandscapeView landscape_view;
    SlopeView slope_view;
    DataView data_view;
    DreamsView dreams_view;
    Tour tour;
    Uint32 wake_event; /* SDL event type that the other threads push */
} App;

/**
 * Start: the last session's network, drawing and settings, or the network that ships.
 *
 * @param window    borrowed until app_free(); NULL for none
 * @param paint     borrowed until app_free()
 * @param data      folder of MNIST that the user named, or NULL
 * @param file      to open, a network or a picture, or NULL
 *
 * Errors: there is no network to start with. What else fails becomes a notice in the window.
 */
bool app_make(App *app, SDL_Window *window, Paint *paint, const char *data, const char *file,
              Err *err);

/** Release everything. */
void app_free(App *app);

/** event -> state */
void app_handle(App *app, const SDL_Event *event);

/** state -> state: the path of the ink, from strokes to bars; files and news of other threads. */
void app_update(App *app);

/** const state -> pixels */
void app_draw(const App *app);

/** How long the loop may sleep, in ms; -1 until the next event. */
int app_sleep_ms(const App *app);

/** Wake the loop; `context` is the App. For the other threads: only hands the word on. */
void app_wake(void *context);

#endif
