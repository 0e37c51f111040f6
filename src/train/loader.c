/* Loading a mix of images on a thread of its own. */
#include "train/loader.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/sys_place.h"

struct Loader {
    /* Set before the thread starts, only read after. */
    MixConfig config;
    char *folder; /* NULL for none */
    Digits own;
    void (*wake)(void *context);
    void *context;
    pthread_t thread;
    /* Guarded by lock: the outcome. */
    pthread_mutex_t lock;
    LoadPhase phase;
    Mix mix; /* until somebody takes it */
    Err why;
};

static void *load(void *argument)
{
    Loader *loader = argument;
    Mix mix;
    Err why = {0};
    sys_place_behind_all(); /* as the threads that it starts: the window comes up meanwhile */
    bool ok = mix_load(&mix, &loader->config, loader->folder, &loader->own, &why);
    pthread_mutex_lock(&loader->lock);
    loader->mix = mix;
    loader->why = why;
    loader->phase = ok ? LOAD_DONE : LOAD_FAILED;
    pthread_mutex_unlock(&loader->lock);
    loader->wake(loader->context);
    return NULL;
}

static bool copy_own(Loader *loader, const Digits *own, Err *err)
{
    for (int i = 0; loader->config.own && i < own->digits; i++) {
        if (!digits_add_copy(&loader->own, own, i, err)) {
            return false;
        }
    }
    return true;
}

static void release(Loader *loader)
{
    mix_free(&loader->mix);
    digits_free(&loader->own);
    free(loader->folder);
    free(loader);
}

Loader *loader_create(const MixConfig *config, const char *folder, const Digits *own,
                      void (*wake)(void *context), void *context, Err *err)
{
    Loader *loader = calloc(1, sizeof *loader);
    if (!loader) {
        err_set_code(err, ERR_NO_MEMORY,
                     "There is not enough memory to load the images: close other programs.");
        return NULL;
    }
    loader->config = *config;
    loader->folder = folder ? strdup(folder) : NULL;
    loader->wake = wake;
    loader->context = context;
    if (folder && !loader->folder) {
        err_set_code(err, ERR_NO_MEMORY,
                     "There is not enough memory to load the images: close other programs.");
        goto fail;
    }
    if (!copy_own(loader, own, err)) {
        goto fail;
    }
    pthread_mutex_init(&loader->lock, NULL);
    int code = pthread_create(&loader->thread, NULL, load, loader);
    if (code != 0) {
        pthread_mutex_destroy(&loader->lock);
        err_set_code(err, ERR_NO_MEMORY,
                     "The images cannot be loaded, there is no thread for it: %s.", strerror(code));
        goto fail;
    }
    return loader;
fail:
    release(loader);
    return NULL;
}

void loader_destroy(Loader *loader)
{
    if (loader) {
        pthread_join(loader->thread, NULL);
        pthread_mutex_destroy(&loader->lock);
        release(loader);
    }
}

LoadPhase loader_poll(Loader *loader, Mix *mix, Err *err)
{
    pthread_mutex_lock(&loader->lock);
    LoadPhase phase = loader->phase;
    if (phase == LOAD_DONE && loader->mix.train.images > 0) {
        *mix = loader->mix;
        loader->mix = (Mix){0};
    } else if (phase == LOAD_FAILED) {
        *err = loader->why;
    }
    pthread_mutex_unlock(&loader->lock);
    return phase;
}
