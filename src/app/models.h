/* The network on show: opened, saved, made anew, brought back. */
#ifndef APP_MODELS_H
#define APP_MODELS_H

#include "app/app.h"

/** Open a file. The network that was on show can be brought back. Errors: those of net_load(),
 * nothing changes then. */
bool models_open(App *app, const char *path, Err *err);

/** Open the network that ships. */
bool models_open_shipped(App *app, Err *err);

/** Save to a file, which becomes the network's. */
bool models_save(App *app, const char *path, Err *err);

/** A network of that shape with random weights. */
bool models_new(App *app, const NetShape *shape, Err *err);

/** What a file is to say of the network on show. */
NetInfo models_info(const App *app);

/** Keep the network on show as the previous one. Called before another takes its place. */
bool models_keep(App *app, Err *err);

/** Change places with the previous network. */
void models_swap(App *app);

void model_free(Model *model);

#endif
