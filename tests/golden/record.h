/* A record of the texts that are drawn, and of the work that drawing does besides: the program is
 * linked so that what draws them calls this first (the linker's --wrap), and the product knows
 * nothing of it. */
#ifndef GOLDEN_RECORD_H
#define GOLDEN_RECORD_H

#include "ui/paint.h"

enum { RECORD_MAX = 1024 };

typedef struct RecordText {
    char text[TEXT_MAX];
    SDL_Rect box; /* of the line as the font has it, in output pixels */
    int size_px;
    TextWeight weight;
    SDL_Color colour;
    bool chopped; /* longer than text_draw() takes: it ends without a sign of it */
    bool clipped; /* a part is outside what may be drawn on */
    bool covered; /* something opaque was drawn over it, or over a part */
} RecordText;

typedef struct Record {
    RecordText text[RECORD_MAX];
    int count;
    int left_out;    /* for which there was no room */
    int runs;        /* of a network, forward or back */
    int allocations; /* by the program itself, on this thread */
} Record;

/** Record what is drawn from now on into `to`, which begins empty, until record_end(). */
void record_begin(Record *to);
void record_end(void);

#endif
