/* Loading a mix of images on a thread of its own, so that the window is there before the data. */
#ifndef TRAIN_LOADER_H
#define TRAIN_LOADER_H

#include "train/mix.h"

/** A loading under way, on a thread of its own. */
typedef struct Loader Loader;

/** How far a loading is. */
typedef enum LoadPhase { LOAD_RUNNING, LOAD_DONE, LOAD_FAILED } LoadPhase;

/**
 * Start loading.
 *
 * @param config  copied
 * @param folder  of MNIST, as for mnist_find(); copied
 * @param own     the user's digits, copied; not looked at where config->own is false
 * @param wake    called once, on the loader's thread, when there is an outcome; may only hand the
 *                word on
 *
 * Errors: out of memory or threads; NULL then.
 */
Loader *loader_create(const MixConfig *config, const char *folder, const Digits *own,
                      void (*wake)(void *context), void *context, Err *err);

/** Waits for the thread, at most as long as mix_load() takes; an outcome that nobody took is
 * released. */
void loader_destroy(Loader *loader);

/** How far it is. On LOAD_DONE the data moves to `mix` (once), which the caller frees; on
 * LOAD_FAILED `err` says why. */
LoadPhase loader_poll(Loader *loader, Mix *mix, Err *err);

#endif
