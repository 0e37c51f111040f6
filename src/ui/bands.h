/* Ten rows of brightness over time: what each output said at the moments of a run. */
#ifndef UI_BANDS_H
#define UI_BANDS_H

#include "nn/net.h"
#include "ui/paint.h"

/** Moments and ticks at most. */
enum { BANDS_COLUMNS = 256, BANDS_TICKS = 16 };

/** How wide the digits left of the picture are, in design pixels. */
enum { BANDS_DIGITS_W = 16 };

/** One moment. */
typedef struct BandsColumn {
    float at;   /* 0..1, from left to right */
    bool known; /* else the one before stands for it */
    float activation[NET_OUTPUTS];
} BandsColumn;

/** A number under the picture. */
typedef struct BandsTick {
    float at;
    char text[16];
} BandsTick;

/** What is drawn; the caller fills it in. */
typedef struct Bands {
    BandsColumn column[BANDS_COLUMNS]; /* in rising order, the first at 0; the last is the end */
    int columns;
    int best;                    /* the row that stands out; -1 for none */
    float mark;                  /* the moment on show, 0..1 */
    char title[64];              /* above */
    const char *unit;            /* of the ticks, at the right end of that line; static */
    BandsTick tick[BANDS_TICKS]; /* in rising order; one that would touch another has no number */
    int ticks;
} Bands;

/** Where its parts are. */
typedef struct BandsPlaces {
    SDL_Rect title, digits, picture, axis; /* the axis is empty where there is no room */
} BandsPlaces;

/** Place them in a box. A low one has no axis, one lower than its title no picture. */
void bands_place(BandsPlaces *places, const Paint *paint, SDL_Rect box);

/** How far x is from the left end to the right one, 0..1, cut to that. */
float bands_share_at(const BandsPlaces *places, int x);

/** The row at y, 0..9, cut to that. */
int bands_row_at(const BandsPlaces *places, int y);

/** Draw them, with a line at `mark`. Where there are no columns, the title alone. */
void bands_draw(Paint *out, const Bands *bands, const BandsPlaces *places);

#endif
