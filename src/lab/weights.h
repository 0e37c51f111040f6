/* Changes to the weights by hand: of the Neuron view and of single steps in the Backprop view. Each
 * is kept before it is made, and taken back by one action. */
#ifndef LAB_WEIGHTS_H
#define LAB_WEIGHTS_H

#include "lab/lab.h"

/**
 * Keep the weights on show, before a change by hand to lab->model.net. A run that is changing
 * them ends first. Call weights_changed() after the change. The oldest kept ones are forgotten
 * where all together are more than 16 MB; trained ones are on the shelf before the first change.
 *
 * Errors: out of memory; then nothing may be changed.
 */
bool weights_keep(Lab *lab, const char *what, Err *err);

/** The change is made: the model is no longer the one of its file, and answers follow. */
void weights_changed(Lab *lab);

/** Whether there is a change by hand to take back: one made to the network on show, as it is. */
bool weights_can_undo(const Lab *lab);

/** Take the last one back, exactly; weights_can_undo() is true. */
void weights_undo(Lab *lab);

/** How many changes can be taken back. */
int weights_kept(const Lab *lab);

/** What the last one was: "step of backprop"; "" for none. */
const char *weights_last(const Lab *lab);

/** Copies of all that is kept; release them with weights_free(). Errors: out of memory; `to` is
 * empty then. */
bool weights_copy(Kept *to, const Kept *from, Err *err);

/** Release it. */
void weights_free(Kept *kept);

/** Another network is on show: nothing of the old one is kept. */
void weights_forget(Lab *lab);

#endif
