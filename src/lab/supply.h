/* Loading the images to train on, in the background, and MNIST's download; and the trainer, which
 * borrows them. */
#ifndef LAB_SUPPLY_H
#define LAB_SUPPLY_H

#include "lab/lab.h"

/** Look for MNIST and load what the settings ask for. Called once, at the start. */
void supply_start(Lab *lab);

/** Load other images where the settings ask for other sources and no run is under way. */
void supply_update(Lab *lab);

/** Whether the images that are there, or on their way, are what the settings ask for. */
bool supply_is_as_wished(const Lab *lab);

/** Whether the images that the settings ask for are there, prepared as drawings are now, the newest
 * of one's own digits among them. Where they are on their way, supply_poll() returns `start` when
 * they arrive. */
bool supply_ready(Lab *lab, Start start);

/** Download MNIST, or cancel the download. */
void supply_fetch(Lab *lab);

/** Take in what the loader and the download have to tell. With other images comes another trainer.
 * @return what has waited for them, and can begin now */
Start supply_poll(Lab *lab);

/** Wait for the threads and release them, the trainer and the images. */
void supply_free(Lab *lab);

#endif
