/* A network with what is known of it. */
#ifndef LAB_MODEL_H
#define LAB_MODEL_H

#include "base/path.h"
#include "base/preparation.h"
#include "nn/net_file.h"

/** The networks that come with the program. */
typedef enum Shipped { SHIPPED_NONE, SHIPPED_DEFAULT, SHIPPED_LARGE, SHIPPED_NETWORKS } Shipped;

/** Bytes of a name that is no file's, its final 0 included. */
enum { MODEL_NAME_MAX = 48 };

/** Zeroed it is none; release it with model_free(). */
typedef struct Model {
    Net net;
    NetInfo info;
    Path path;                 /* the file it was opened from or saved to; "" for none */
    bool changed;              /* since it was opened or saved */
    bool fresh;                /* random weights that nothing has trained */
    bool broken_off;           /* its run did not come to its end */
    bool starts;               /* it comes on show at every start */
    bool with_run;             /* that file has what saving it alone loses: moments of its run, or
                                  what another program put there */
    Shipped shipped;           /* where it began, see model_shipped() */
    char name[MODEL_NAME_MAX]; /* that it was given; "" for none */
    int64_t trained_s;         /* when its last run began, since 1970; 0 where nobody knows */
} Model;

/** A path that means the same from every folder, of a file that is there. Any thread. False, and an
 * empty path, where it is too long. */
bool model_absolute(const char *path, Path *absolute);

/** Read a file, whose path is kept as one that means the same from every folder. Any thread.
 * Errors: those of net_load(), the path is too long; `model` is zeroed then. */
bool model_load(Model *model, const char *path, Err *err);

/** As model_load(), with the moments of its run that the file has; net_moments_free() them. Errors:
 * as model_load(); both are zeroed then. */
bool model_load_run(Model *model, NetMoments *moments, const char *path, Err *err);

/** Write it to a file, which becomes its own. Any thread. Errors: as net_save(). */
bool model_save(Model *model, const char *path, Err *err);

/** As model_save(), with moments of its run, see net_save_run(). */
bool model_save_run(Model *model, const NetMoments *moments, const char *path, Err *err);

/** Read a network that ships, which has no file of its own. Errors: as model_load(). */
bool model_load_shipped(Model *model, Shipped which, Err *err);

/** Random weights. Errors: out of memory; `model` is zeroed then. */
bool model_make_random(Model *model, const NetShape *shape, uint64_t seed, Preparation preparation,
                       Err *err);

/** A copy, weights and all. Errors: out of memory; `to` is zeroed then. */
bool model_copy(Model *to, const Model *from, Err *err);

/** Release the weights. */
void model_free(Model *model);

/** Whether two read alike: the same weights, and inputs prepared in the same way. */
bool model_is_same(const Model *a, const Model *b);

/** How its inputs are prepared. */
Preparation model_preparation(const Model *model);

/** Which of those that ship it is; SHIPPED_NONE once it was trained, or saved as another's. */
Shipped model_shipped(const Model *model);

/** What the person knows it by: the name that it was given, "Default network", the name of its
 * file, or its shape. */
void model_print_name(const Model *model, char *text, size_t room);

#endif
