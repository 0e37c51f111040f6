/* Loading MNIST on a thread of its own. */
#include "train/loader.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct Loader {
    /* Set before the thread starts, only read after. */
    char *chosen;
    void (*wake)(void *context);
    void *context;
    pthread_t thread;
    /* Guarded by lock: the outcome. */
    pthread_mutex_t lock;
    LoadPhase phase;
    Mnist mnist; /* until somebody takes it */
    Err why;
};

static void *load(void *argument)
{
    Loader *loader = argument;
    Mnist mnist;
    Err why = {0};
    bool ok = mnist_load(&mnist, loader->chosen, &why);
    pthread_mutex_lock(&loader->lock);
    loader->mnist = mnist;
    loader->why = why;
    loader->phase = ok ? LOAD_DONE : LOAD_FAILED;
    pthread_mutex_unlock(&loader->lock);
    loader->wake(loader->context);
    return NULL;
}

Loader *loader_create(const char *chosen, void (*wake)(void *context), void *context, Err *err)
{
    Loader *loader = calloc(1, sizeof *loader);
    char *copy = chosen ? strdup(chosen) : NULL;
    if (!loader || (chosen && !copy)) {
        err_set(err, "There is not enough memory to load MNIST: close other programs.");
        goto fail;
    }
    loader->chosen = copy;
    loader->wake = wake;
    loader->context = context;
    pthread_mutex_init(&loader->lock, NULL);
    int code = pthread_create(&loader->thread, NULL, load, loader);
    if (code != 0) {
        pthread_mutex_destroy(&loader->lock);
        err_set(err, "MNIST cannot be loaded, there is no thread for it: %s.", strerror(code));
        goto fail;
    }
    return loader;
fail:
    free(copy);
    free(loader);
    return NULL;
}

void loader_destroy(Loader *loader)
{
    if (!loader) {
        return;
    }
    pthread_join(loader->thread, NULL);
    pthread_mutex_destroy(&loader->lock);
    mnist_free(&loader->mnist);
    free(loader->chosen);
    free(loader);
}

LoadPhase loader_poll(Loader *loader, Mnist *mnist, Err *err)
{
    pthread_mutex_lock(&loader->lock);
    LoadPhase phase = loader->phase;
    if (phase == LOAD_DONE && loader->mnist.train.images > 0) {
        *mnist = loader->mnist;
        loader->mnist = (Mnist){0};
    } else if (phase == LOAD_FAILED) {
        *err = loader->why;
    }
    pthread_mutex_unlock(&loader->lock);
    return phase;
}
