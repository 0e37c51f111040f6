/* The window's side of training: the trainer and its news. */
#ifndef LAB_TRAINING_H
#define LAB_TRAINING_H

#include "lab/experiments.h"
#include "lab/lab.h"

/** Take another speed, 0..PLAN_SPEEDS-1, cut to that. A run under way takes it up at once. */
void training_set_speed(Lab *lab, int speed);

/** Train, pause or resume, as the run's phase has it. A run that begins here begins from random
 * weights. */
void training_toggle(Lab *lab);

/** Begin a run from random weights; one under way ends here. */
void training_from_scratch(Lab *lab);

/** Whether there is something to go on with: not with random weights, nor with a run that goes. */
bool training_can_continue(const Lab *lab);

/** Go on from the weights on show: with the run to its planned end where they are from the middle
 * of it, else as training_further(). */
void training_continue(Lab *lab);

/** Begin a run from the weights on show. */
void training_further(Lab *lab);

/** Go on with the run from the frame on show, or else its newest one, at the learning rates of that
 * moment, to the end that it has; what came after the frame is forgotten. */
void training_resume_frame(Lab *lab);

/** Begin the run that lab->series is at, by the recipe as it is apart from what the experiment
 * changes; the recipe itself stays. */
void training_experiment(Lab *lab, Experiment which);

/** One minibatch; a run that begins here begins from the weights on show, of trained ones with the
 * rate of training_further(), and is paused. */
void training_step(Lab *lab);

/** The run ends when its minibatch is done. There is one under way. */
void training_stop(Lab *lab);

/** Random weights of the same shape, and no run. */
void training_reset(Lab *lab);

/** Take in what the trainer and its images have to tell; what has waited for images begins. */
void training_poll(Lab *lab);

/** Release what is kept of runs; the trainer is gone. */
void training_free(Lab *lab);

#endif
