/* The network on show: opened, saved, made anew, chosen from the shelf. */
#ifndef LAB_MODELS_H
#define LAB_MODELS_H

#include "lab/lab.h"

/** Open a file, now or once its disk answers, see lab/errand.h. The network that was on show goes
 * on the shelf, if something has trained it, here as below. Errors: those of net_load(), nothing
 * changes then. */
bool models_open(Lab *lab, const char *path, Err *err);

/** Open a network that ships. Saving asks for a name then. Errors: as models_open(). */
bool models_open_shipped(Lab *lab, Shipped which, Err *err);

/** Save to a file, which becomes the network's, now or once its disk answers. */
bool models_save(Lab *lab, const char *path, Err *err);

/** Likewise, with the moments of its run where run_file_can(); it may have become another
 * meanwhile.
 */
bool models_save_run(Lab *lab, const char *path, Err *err);

/** A network of that shape with random weights. */
bool models_new(Lab *lab, const NetShape *shape, Err *err);

/** Random weights of that shape, from the recipe's seed. Where random weights are on show they make
 * room if they are others. */
bool models_refresh(Lab *lab, const NetShape *shape, Err *err);

/** Put a copy of the network on show on the shelf, before its weights change. */
bool models_keep(Lab *lab, Err *err);

/** Put one of the shelf on show; the one that is there takes its place on the shelf, random weights
 * too. Where there is no memory, nothing changes and the news say so. */
void models_choose(Lab *lab, int entry);

/** What a network reads from what is on the sheet, which is prepared as its training images were.
 * Errors: out of memory. */
bool models_read(const Lab *lab, const Model *model, float outputs[NET_OUTPUTS], Err *err);

/** Give that entry of the shelf, or with -1 the network on show, a name; "" takes it away. */
void models_name(Lab *lab, int entry, const char *name);

/** Put the one on show that is to come at every start, where there is one. */
void models_start(Lab *lab);

/** Have that entry of the shelf, or with -1 the network on show, come at every start in the place
 * of any other; or, where it does, none: the last one on show comes then. */
void models_set_start(Lab *lab, int entry);

/** Put this network on show again, or a copy of it, unless it is there. Errors: out of memory;
 * nothing changes then. */
bool models_bring_back(Lab *lab, const Model *model, Err *err);

/** Whether one on the shelf reads well, while the one on show is not trained, or is still being
 * trained, or reads clearly worse: the way back to it should be in sight. */
bool models_was_better(const Lab *lab);

/** The one on the shelf that the way back leads to: the newest that reads well, or else, from one
 * that does, the newest; -1 for none. */
int models_before(const Lab *lab);

/** Go there: models_choose(models_before()), which is not -1. */
void models_go_back(Lab *lab);

#endif
