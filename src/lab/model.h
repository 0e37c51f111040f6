/* A network with what is known of it. */
#ifndef LAB_MODEL_H
#define LAB_MODEL_H

#include "base/path.h"
#include "base/preparation.h"
#include "nn/net_file.h"

/** The networks that come with the program. */
typedef enum Shipped { SHIPPED_NONE, SHIPPED_DEFAULT, SHIPPED_LARGE, SHIPPED_NETWORKS } Shipped;

/** Zeroed it is none; release it with model_free(). */
typedef struct Model {
    Net net;
    NetInfo info;
    Path path;       /* the file it was opened from or saved to; "" for none */
    bool changed;    /* since it was opened or saved */
    bool fresh;      /* random weights that nothing has trained */
    Shipped shipped; /* where it began, see model_shipped() */
} Model;

/** Read a file, whose path is kept as one that means the same from every folder. Any thread.
 * Errors: those of net_load(), the path is too long; `model` is zeroed then. */
bool model_load(Model *model, const char *path, Err *err);

/** Write it to a file, which becomes its own. Any thread. Errors: as net_save(). */
bool model_save(Model *model, const char *path, Err *err);

/** Read a network that ships, which has no file of its own. Errors: as model_load(). */
bool model_load_shipped(Model *model, Shipped which, Err *err);

/** Random weights. Errors: out of memory; `model` is zeroed then. */
bool model_make_random(Model *model, const NetShape *shape, uint64_t seed, Preparation preparation,
                       Err *err);

/** A copy, weights and all. Errors: out of memory; `to` is zeroed then. */
bool model_copy(Model *to, const Model *from, Err *err);

/** Release the weights. */
void model_free(Model *model);

/** How its inputs are prepared. */
Preparation model_preparation(const Model *model);

/** Which of those that ship it is; SHIPPED_NONE once it was trained, or saved as another's. */
Shipped model_shipped(const Model *model);

/** What the person knows it by: "Default network", the name of its file, or its shape. */
void model_print_name(const Model *model, char *text, size_t room);

#endif
