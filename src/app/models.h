/* The network on show: opened, saved, made anew, brought back. */
#ifndef APP_MODELS_H
#define APP_MODELS_H

#include "app/app.h"

/** Open a file, now or once its disk answers, see app/errand.h. The network that was on show can be
 * brought back. Errors: those of net_load(), nothing changes then. */
bool models_open(App *app, const char *path, Err *err);

/** Open a network that ships. Saving asks for a name then. Errors: as models_open(). */
bool models_open_shipped(App *app, Shipped which, Err *err);

/** How its inputs are prepared. */
Preparation models_preparation(const Model *model);

/** Which of those that ship it is; SHIPPED_NONE once it was trained, or saved as another's. */
Shipped models_shipped(const Model *model);

/** What the person knows it by: "Default network", the name of its file, or its shape. */
void models_print_name(const Model *model, char *text, size_t room);

/** Save to a file, which becomes the network's, now or once its disk answers. */
bool models_save(App *app, const char *path, Err *err);

/** A network of that shape with random weights. */
bool models_new(App *app, const NetShape *shape, Err *err);

/** Random weights of that shape, from the recipe's seed. Where random weights are on show they make
 * room if they are others, and the previous network stays. */
bool models_refresh(App *app, const NetShape *shape, Err *err);

/** What a file is to say of the network on show. */
NetInfo models_info(const App *app);

/** Keep the network on show as the previous one. Called before another takes its place. */
bool models_keep(App *app, Err *err);

/** Change places with the previous network. */
void models_swap(App *app);

void model_free(Model *model);

#endif
