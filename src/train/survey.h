/* A survey of the ground of the cost: the plane through a run, or around a network, and the cost of
 * some images at points all over it; computed on a thread of its own, coarse first. */
#ifndef TRAIN_SURVEY_H
#define TRAIN_SURVEY_H

#include <stdatomic.h>

#include "base/relief.h"
#include "nn/ground.h"
#include "nn/net_moments.h"
#include "train/dataset.h"
#include "train/jobs.h"

/** Points along a side of the map, at the end and at first; images at most. */
enum {
    SURVEY_SIDE = 97,
    SURVEY_POINTS = SURVEY_SIDE * SURVEY_SIDE,
    SURVEY_COARSE = 13,
    SURVEY_IMAGES = 2000
};

/** Where an axis of the plane leads. */
typedef enum SurveyAxis {
    SURVEY_MAIN_1, /* the main directions of the run's way */
    SURVEY_MAIN_2,
    SURVEY_MAIN_3,
    SURVEY_GRADIENT, /* that of the images at the end of the way: uphill */
    SURVEY_RANDOM,
    SURVEY_AXES
} SurveyAxis;

/** "along the first direction". */
const char *survey_axis_name(SurveyAxis axis);

/** What is to be surveyed, borrowed for the call. */
typedef struct SurveyWish {
    const Net *const *moment; /* of one shape, in the order of the way; the last one is its end */
    int moments;              /* 1..PLANE_MOMENTS */
    const Dataset *data;      /* of which the first images are taken */
    NetCost cost;
    SurveyAxis axis[PLANE_AXES];
    uint64_t seed; /* of what is random */
} SurveyWish;

/** Made by the caller's thread. What is not said to be set at the start belongs to the one that
 * computes until survey_side() is above 0; from then on nothing changes but heights that are not
 * known yet. */
typedef struct Survey {
    Job job;
    /* Set at the start. */
    Dataset data;
    NetCost cost;
    SurveyAxis axis[PLANE_AXES];
    uint64_t seed;
    int moments;
    atomic_bool unwanted; /* it may stop */
    atomic_int known;     /* heights, in the order of the levels */
    /* For the thread alone. */
    Net moment[PLANE_MOMENTS];
    GroundRoom room;
    /* What it finds. */
    Plane plane;
    Ground ground;
    double share[PLANE_AXES]; /* of the way, where the axis is a main direction; else 0 */
    double low[PLANE_AXES], high[PLANE_AXES]; /* the edges of the map */
    float height[SURVEY_POINTS];              /* [v][u] from the low edges; see survey_side() */
    bool failed;
    Err err;
} Survey;

/** A survey that is ready to run, with copies of all it needs. Errors: out of memory; NULL then. */
Survey *survey_create(const SurveyWish *wish, Err *err);

/** Likewise along the main directions of a run, of which moments are kept. */
Survey *survey_create_of_run(const NetMoments *moments, const Dataset *data, NetCost cost,
                             Err *err);

/** Release it. It does not run. NULL is allowed. */
void survey_destroy(Survey *survey);

/** Compute it: what its job does. For programs without a window. */
void survey_run(Survey *survey);

/** Points along a side of the finest map that is wholly known: 0, 13, 25, 49 or 97. Heights at
 * every (97 - 1) / (side - 1)th point are known then. Any thread. */
int survey_side(const Survey *survey);

/** Its heights as a relief, of the finest map with so many points along a side, which is known. */
void survey_relief(const Survey *survey, int side, Relief *relief);

/** The place of a point, x and y 0..96. */
void survey_place(const Survey *survey, int x, int y, double at[PLANE_AXES]);

/** Which of `all` moments of networks of that size a survey gets, at least one: of many some, the
 * first and the newest among them. @param[out] chosen  their numbers, rising @return how many */
int survey_choose(const Net *net, int all, int chosen[PLANE_MOMENTS]);

/** How many images a network of that shape is to be measured on, so that a look at one point takes
 * no longer than a frame. */
int survey_images(const NetShape *shape);

#endif
