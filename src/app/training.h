/* The window's side of training: data, the trainer, its news. */
#ifndef APP_TRAINING_H
#define APP_TRAINING_H

#include "app/app.h"

enum { TRAINING_SPEEDS = 11 };

/** What the speed slider offers, in steps a second as for trainer_set_pace(); last is full speed.
 */
int training_pace(int speed);

/** Take another speed, 0..TRAINING_SPEEDS-1, cut to that. A run under way takes it up at once. */
void training_set_speed(App *app, int speed);

/** Load MNIST in the background. */
void training_load(App *app);

/** Train, pause or resume, as the run's phase has it. A run that begins here begins from random
 * weights. */
void training_toggle(App *app);

/** Begin a run from the weights on show. */
void training_further(App *app);

void training_step(App *app);
void training_stop(App *app);

/** Random weights of the same shape, and no run. */
void training_reset(App *app);

/** The network on show is another one now: no run changes it. */
void training_leave(App *app);

/** Download MNIST, or cancel the download. */
void training_fetch(App *app);

/** Whether the run has gone on since the test accuracy was measured. */
bool training_is_mid_epoch(const App *app);

/** Take in what the loader, the download and the trainer have to tell. */
void training_poll(App *app);

/** Stop all threads and release them. */
void training_free(App *app);

#endif
