/* The images to train on: loaded in the background, and MNIST's download. */
#ifndef APP_SUPPLY_H
#define APP_SUPPLY_H

#include "app/app.h"

/** Look for MNIST and load what the settings ask for. Called once, at the start. */
void supply_start(App *app);

/** Load other images where the settings ask for other sources and no run is under way. */
void supply_update(App *app);

/** Whether the images that are there, or on their way, are what the settings ask for. */
bool supply_is_as_wished(const App *app);

/** Whether the images that the settings ask for are there, prepared as drawings are now, the newest
 * of one's own digits among them. Where they are on their way, `action` is done when they arrive.
 */
bool supply_ready(App *app, int action);

/** Download MNIST, or cancel the download. */
void supply_fetch(App *app);

/** Take in what the loader and the download have to tell. */
void supply_poll(App *app);

/** Wait for the threads and release them and the images. The trainer is destroyed before. */
void supply_free(App *app);

#endif
