/* The window's side of training: the trainer and its news. */
#ifndef APP_TRAINING_H
#define APP_TRAINING_H

#include "app/app.h"

enum { TRAINING_SPEEDS = 11 };

/** What the speed slider offers, in steps a second as for trainer_set_pace(); last is full speed.
 */
int training_pace(int speed);

/** Take another speed, 0..TRAINING_SPEEDS-1, cut to that. A run under way takes it up at once. */
void training_set_speed(App *app, int speed);

/** Make the trainer for the images that are there. Where it cannot be made, a notice says why. */
bool training_prepare(App *app);

/** Destroy the trainer: other images come. No run is under way. */
void training_release(App *app);

/** Train, pause or resume, as the run's phase has it. A run that begins here begins from random
 * weights. */
void training_toggle(App *app);

/** Begin a run from the weights on show, random ones as a rule, by that recipe; `title` names it
 * among the runs, "" where it goes by its recipe. The images are there, no run is under way. */
bool training_begin(App *app, const TrainConfig *recipe, const char *title, Err *err);

/** A run under way ends here; its weights stay on show. */
void training_end(App *app);

/** Begin a run from the weights on show. */
void training_further(App *app);

/** Go on with the run from the frame on show, at the learning rates of that moment, to the end that
 * it has; what came after the frame is forgotten. */
void training_resume_frame(App *app);

void training_step(App *app);
void training_stop(App *app);

/** Random weights of the same shape, and no run. */
void training_reset(App *app);

/** The network on show is another one now: no run changes it. */
void training_leave(App *app);

/** Whether the weights on show are from the middle of an epoch, so that they were not tested. */
bool training_is_mid_epoch(const App *app);

/** Take in what the trainer has to tell. */
void training_poll(App *app);

/** Stop the trainer and release it. */
void training_free(App *app);

#endif
