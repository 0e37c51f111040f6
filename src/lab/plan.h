/* What the next run is to be, besides its recipe. */
#ifndef LAB_PLAN_H
#define LAB_PLAN_H

#include "nn/net.h"

/** How many speeds training has. */
enum { PLAN_SPEEDS = 11 };

/** Kept from one start to the next. */
typedef struct Plan {
    NetCost cost;
    bool data_mnist, data_strokes, data_own; /* what is trained on; at least one */
    bool data_asked;                         /* strokes go with other data, too */
    NetShape layers; /* of what Train begins with; none: of the network on show */
    bool augment;    /* images are changed at random while training */
    int speed;       /* 0..PLAN_SPEEDS-1, see plan_pace() */
} Plan;

/** What a speed stands for, in steps a second as for trainer_set_pace(); the last is full speed. */
int plan_pace(int speed);

#endif
