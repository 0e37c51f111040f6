/* The training images that fire the neuron on show most, looked for a part a frame. */
#ifndef APP_NEURON_IMAGES_H
#define APP_NEURON_IMAGES_H

#include "app/app.h"

/** Go on with the search, or begin it where the neuron, the images or the weights are others. */
void neuron_images_work(App *app);

/** How long until it goes on, in ms; -1 for never. */
int neuron_images_sleep_ms(const App *app);

/** The search begins anew: the view was away. */
void neuron_images_forget(App *app);

/** Put the image of that tile on the sheet. */
void neuron_images_exhibit(App *app, int tile);

#endif
