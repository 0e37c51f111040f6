/* The network on show: opened, saved, made anew, brought back. */
#ifndef LAB_MODELS_H
#define LAB_MODELS_H

#include "lab/lab.h"

/** Open a file, now or once its disk answers, see lab/errand.h. The network that was on show can be
 * brought back. Errors: those of net_load(), nothing changes then. */
bool models_open(Lab *lab, const char *path, Err *err);

/** Open a network that ships. Saving asks for a name then. Errors: as models_open(). */
bool models_open_shipped(Lab *lab, Shipped which, Err *err);

/** Save to a file, which becomes the network's, now or once its disk answers. */
bool models_save(Lab *lab, const char *path, Err *err);

/** A network of that shape with random weights. */
bool models_new(Lab *lab, const NetShape *shape, Err *err);

/** Random weights of that shape, from the recipe's seed. Where random weights are on show they make
 * room if they are others, and the previous network stays. */
bool models_refresh(Lab *lab, const NetShape *shape, Err *err);

/** Keep the network on show as the previous one. Called before another takes its place. */
bool models_keep(Lab *lab, Err *err);

/** Change places with the previous network. Where there is no memory, nothing changes and the news
 * say so. */
void models_swap(Lab *lab);

/** Whether there was a network before that was trained, while the one on show is not, or is still
 * being trained, or reads clearly worse: the way back to it should be in sight. */
bool models_was_better(const Lab *lab);

#endif
