/* Drawing of the view Dreams: pictures of ink and of signed numbers, a tally, a list of neurons. */
#ifndef UI_DREAMS_H
#define UI_DREAMS_H

#include "nn/answer.h"
#include "nn/compare.h"
#include "ui/paint.h"

/** Kinds of answers that are counted. */
enum { DREAMS_KINDS = ANSWER_NONE + 1 };

/**
 * A picture of 28x28 cells. Cells of what counts against have a dash beside their colour.
 *
 * @param level  ink, 0..255; NULL: none
 * @param value  signed numbers over it; NULL: none
 * @param most   the size that has the full colour
 */
void dreams_picture_draw(Paint *out, const uint8_t *level, const float *value, float most,
                         SDL_Rect box);

/** The cell of a picture at a place; -1: none. */
int dreams_cell_at(SDL_Rect box, SDL_Point at);

/** How many of `of` images were announced as each digit, surely and in doubt; and as none. */
void dreams_tally_draw(Paint *out, const int tally[NET_OUTPUTS][DREAMS_KINDS], int of,
                       SDL_Rect box);

/** Place of a row of the tally: 0..9, or 10 for "no digit". */
SDL_Rect dreams_tally_row(SDL_Rect box, int row);

/** How many rows of the list fit. */
int dreams_moves_fit(const Paint *paint, SDL_Rect box);

/** Place of a row of the list, 0 the one at the top. */
SDL_Rect dreams_moves_row(const Paint *paint, SDL_Rect box, int row);

/** The list of neurons that moved, from number `top` on. */
typedef struct DreamsMoves {
    const CompareMove *moves;
    int count, top, selected;
    int outputs; /* the layer that is the outputs */
    int digit;   /* whose z the effects are on */
} DreamsMoves;

/** Draw the line of names, then as many neurons as fit: activation before and after, a bar of the
 * change, the effect on z of the digit. */
void dreams_moves_draw(Paint *out, const DreamsMoves *list, SDL_Rect box);

/** "output 3", "layer 1, neuron 5". */
void dreams_print_neuron(int layer, int neuron, int outputs, char *text, size_t room);

#endif
