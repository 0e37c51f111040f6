/* The edges between two columns of the picture of the network: as strong as what they carry. */
#ifndef UI_DIAGRAM_EDGES_H
#define UI_DIAGRAM_EDGES_H

#include "ui/paint.h"

/** What the edges carry: weight times activation. */
typedef struct Edges {
    const float *weight;     /* [from][to], rows `stride` apart; borrowed, as all pointers here */
    const float *activation; /* [from]; NULL: each is 1 */
    int stride;
    int from, to;               /* how many there are */
    int only_from, only_to;     /* those of these alone are drawn; -1: of all */
    float from_x, to_x;         /* where they begin and end, in pixels of the canvas */
    const float *from_y, *to_y; /* [from], [to] */
    float most;                 /* what is drawn at full strength; edges_most() */
    bool curved;                /* they leave and arrive level */
    bool all;                   /* the weak ones, too */
} Edges;

/** The strongest of those that are drawn, at least 1, so that a network of tiny weights looks like
 * one. */
float edges_most(const Edges *edges);

/** Draw them, the weakest first. Where there are many, only the strongest. */
void edges_draw(Paint *out, Canvas *canvas, const Edges *edges);

/** Draw straight ones that carry nothing. */
void edges_draw_asleep(Paint *out, Canvas *canvas, const Edges *edges);

#endif
