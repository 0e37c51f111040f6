/* The runs since the start of the program, kept with their curves so that they can be compared. */
#ifndef LAB_RUNS_H
#define LAB_RUNS_H

#include "lab/curves.h"

/** Runs that are kept at most; bytes of a name and of a title, the final 0 included. */
enum { RUNS_MAX = 8, RUN_NAME_MAX = 160, RUN_TITLE_MAX = 32 };

/** What a run was trained with. */
typedef struct RunRecipe {
    char title[RUN_TITLE_MAX]; /* of an experiment; "" for other runs */
    TrainConfig config;
    NetShape shape;
    char data[64];
    int test_images; /* 0 where nobody knows */
    bool further;    /* from weights that had been trained before */
} RunRecipe;

/** A run with its curves. */
typedef struct KeptRun {
    RunRecipe recipe;
    char name[RUN_NAME_MAX]; /* by what sets it apart from the other ones */
    int id;                  /* never given twice */
    int colour;              /* 0..RUNS_MAX-1, its own; also that of its line pattern */
    bool hidden;
    Curves curves; /* empty while the run is open */
} KeptRun;

/** In the order in which they began. A zeroed one is empty; release it with runs_free(). */
typedef struct Runs {
    KeptRun run[RUNS_MAX];
    int count;
    bool open; /* the last one still gets figures: its curves are the window's, not yet here */
    int last_id;
} Runs;

/** A run has begun; none is open. The oldest is forgotten where there are RUNS_MAX already. */
void runs_begin(Runs *runs, const RunRecipe *recipe);

/**
 * The open run, if there is one, gets no more figures.
 *
 * @param[in,out] curves  its figures, which move to it; empty afterwards in any case. A run that
 *                        has not come to the end of an epoch is forgotten.
 */
void runs_end(Runs *runs, Curves *curves);

/** One that has ended gets figures again, as the last one; none is open. It may have been
 * forgotten.
 * @param run  as it was while it was open */
void runs_reopen(Runs *runs, const KeptRun *run);

/** Forget one. */
void runs_remove(Runs *runs, int i);

/** The curves of run i; `open` are those of the one that is open. */
const Curves *runs_curves(const Runs *runs, int i, const Curves *open);

/** Release all of them. */
void runs_free(Runs *runs);

#endif
