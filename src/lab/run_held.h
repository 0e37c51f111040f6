/* The run on show put aside whole, and brought back: its curves, its time line, its moment, and the
 * changes by hand since. */
#ifndef LAB_RUN_HELD_H
#define LAB_RUN_HELD_H

#include "lab/lab.h"

/** A run, or that there was none. Zeroed it holds nothing; release it with run_held_free(). */
typedef struct RunHeld {
    int number; /* Lab.run then */
    Timeline timeline;
    Curves curves;
    History history;
    TrainStats stats;
    TrainConfig config;
    MixConfig mix;
    int epochs_before;
    bool opened, following;
    KeptRun entry; /* among the runs to compare; its curves are not in it */
    bool listed;
    NetInfo info; /* of the network on show */
    Kept kept;
} RunHeld;

/** Copies of what the run on show is. Errors: out of memory; `held` is empty then. */
bool run_held_take(RunHeld *held, const Lab *lab, Err *err);

/** Whether that run is still on show as it was. */
bool run_held_is_on_show(const RunHeld *held, const Lab *lab);

/** Bring it back; the network on show is the one that it was taken with. The run on show ends; one
 * that went on then is where it was, and can be continued. `held` is empty afterwards. */
void run_held_give(RunHeld *held, Lab *lab);

/** Release it. */
void run_held_free(RunHeld *held);

#endif
