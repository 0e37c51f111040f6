/* The landscape of the cost around a run, or around a network alone: the survey of its ground, the
 * way of the run across it, and the ball at the weights on show. */
#ifndef LAB_LANDSCAPE_H
#define LAB_LANDSCAPE_H

#include "lab/lab.h"
#include "train/survey.h"

/** A moment of the run on the plane. */
typedef struct LandscapeMoment {
    int id;                /* of its frame of the time line */
    double at[PLANE_AXES]; /* where it is nearest to the plane */
} LandscapeMoment;

/** Where the weights on show are. */
typedef struct LandscapeBall {
    int net_version; /* for which what follows was worked out; -1 for none */
    bool known;
    double at[PLANE_AXES]; /* the nearest place of the plane */
    double off;            /* how far the weights are from there, in their own units */
    double cost;           /* of the images, for exactly these weights */
    double ground;         /* for those of the place of the plane */
} LandscapeBall;

/** All of it belongs to the UI thread; a zeroed one is empty, apart from its axes. Release it with
 * landscape_free(). */
typedef struct Landscape {
    SurveyAxis axis[PLANE_AXES]; /* as the person wants them */
    Jobs *jobs;                  /* NULL until they are needed */
    Survey *survey;              /* on show: at least its coarse map is known; NULL for none */
    Survey *next;                /* under way, to take its place; NULL for none */
    /* What the next one, or else the one on show, is of. */
    int run, last_id; /* of the lab; its newest frame, 0 for a network alone */
    int net_version;  /* of a network alone */
    int shown_run;    /* that of the survey on show */
    SurveyAxis of_axis[PLANE_AXES];
    LandscapeMoment moment[TIMELINE_FRAMES]; /* those whose places are known, in the run's order */
    int moments;
    LandscapeBall ball;
    int walked; /* net_version of the weights that the ball was dragged to; 0 for none */
    double walk_at[PLANE_AXES];
    bool from_ball;  /* the run began where the ball was dragged to, and crosses the same map */
    int known;       /* points along a side of the map on show, when it was followed last */
    GroundRoom room; /* for the ball */
    SgdRoom images;  /* likewise */
    int revision;    /* counts what has changed of all this */
    Err err;         /* why there is none; "" for no reason */
} Landscape;

/** The axes as they are at first: the two main directions. */
void landscape_init(Landscape *landscape);

/** Have other axes. */
void landscape_lead(Landscape *landscape, SurveyAxis across, SurveyAxis up);

/** Wait for the survey under way to stop, and release all. */
void landscape_free(Landscape *landscape);

/** Follow the lab: begin a survey where there is none, or the run has moved out, take in what has
 * been computed, and work out where the run and the weights on show are; with each frame while it
 * shows. @return whether something has changed */
bool landscape_follow(Landscape *landscape, const Lab *lab);

/** Where an axis leads: as the person wants it, but a network without a run has no main directions.
 */
SurveyAxis landscape_axis(const Landscape *landscape, const Lab *lab, int axis);

/** Whether there is more to do, or to wait for. */
bool landscape_is_at_work(const Landscape *landscape, const Lab *lab);

/** The share of the run's way that lies along both axes, 0..1; 0 for other axes than main ones. */
double landscape_share(const Landscape *landscape);

#endif
