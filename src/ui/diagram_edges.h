/* The edges between two columns of the picture of the network: as strong as what they carry. */
#ifndef UI_DIAGRAM_EDGES_H
#define UI_DIAGRAM_EDGES_H

#include "ui/paint.h"

/** What the edges carry: a product of up to three. Forward it is weight times activation; of a
 * gradient, activation times what is asked of the neuron that the edge leads to, or that times the
 * weight. */
typedef struct Edges {
    const float *weight;     /* [from][to], rows `stride` apart; borrowed, as all pointers here */
    const float *activation; /* [from] */
    const float *asked;      /* [to]; of all three NULL stands for 1 */
    int stride;
    int from, to;               /* how many there are */
    int only_from, only_to;     /* those of these alone are drawn; -1: of all */
    float from_x, to_x;         /* where they begin and end, in pixels of the canvas */
    const float *from_y, *to_y; /* [from], [to] */
    float most;                 /* what is drawn at full strength, above 0; edges_most() */
    bool curved;                /* they leave and arrive level */
    float pulse;                /* where on them a pulse is, 0..1; elsewhere there is none */
    bool all;                   /* the weak ones, too */
} Edges;

/** The strongest of those that are drawn, at least `least`: what is tiny should look so. */
float edges_most(const Edges *edges, float least);

/** Draw them, the weakest first. Where there are many, only the strongest. */
void edges_draw(Paint *out, Canvas *canvas, const Edges *edges);

/** Draw one line that leaves and arrives level, from left to right. */
void edges_draw_curve(Canvas *canvas, SDL_FPoint from, SDL_FPoint to, float width_px,
                      SDL_Color colour);

/** Draw straight ones that carry nothing. */
void edges_draw_asleep(Paint *out, Canvas *canvas, const Edges *edges);

#endif
