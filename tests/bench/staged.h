/* Pictures of digits as people have them, staged: a digit on paper, with what disturbs there. */
#ifndef BENCH_STAGED_H
#define BENCH_STAGED_H

#include "base/rng.h"
#include "ink/digits.h"

/** What the pictures are of. */
typedef enum StagedKind {
    STAGED_CLEAN, /* nothing but the digit, dark on light or light on dark */
    STAGED_TIGHT, /* cut to the box of the ink */
    STAGED_FRAME_EDGE,
    STAGED_FRAME_INSIDE,
    STAGED_RULED,
    STAGED_SQUARED,
    STAGED_SHADOW, /* its edge crosses the picture, hard or soft */
    STAGED_GRADIENT,
    STAGED_VIGNETTE,
    STAGED_NOISE,
    STAGED_SPECK,
    STAGED_CARD, /* photographed on a dark table */
    STAGED_THIN,
    STAGED_LOW_CONTRAST,
    STAGED_COLOURS, /* of ink and paper */
    STAGED_TRANSPARENT,
    STAGED_SEVERAL, /* digits in a row */
    STAGED_NOTE,    /* a sheet a little darker than what it lies on, and the digit on it */
    STAGED_BUTTON,  /* a light digit on a dark disc or plate */
    STAGED_UNDERLINED,
    STAGED_BOXED,     /* a box around a row */
    STAGED_CELLS,     /* a form: each digit in a cell */
    STAGED_SMALL,     /* 1.4 to 3 % of the picture */
    STAGED_TWO_SIZES, /* a small digit beside a large one */
    STAGED_TOUCHING,  /* two that share ink */
    STAGED_BLURRED,
    STAGED_JPEG,     /* compressed until blocks show */
    STAGED_PRESSURE, /* uneven, of the pen */
    STAGED_SCHOOL,   /* a blue grid and a red margin */
    STAGED_HAND,     /* its shadow */
    STAGED_TURNED,   /* a card on a dark table, by up to 10 degrees */
    STAGED_PHOTO,    /* a card on wood, with some of all that */
    STAGED_KINDS,
} StagedKind;

/** The most digits in one picture. */
enum { STAGED_DIGITS = 3 };

/** A picture. Release it with staged_free(). */
typedef struct Staged {
    uint8_t *rgba; /* height x width x 4, row by row */
    float *cover;  /* height x width: how much of a pixel is under ink, 0..1 */
    int width, height;
} Staged;

/** How a digit is there: a fitted image, or strokes of a pen where `strokes` is not NULL. */
typedef struct StagedDigit {
    Sheet image;
    const Digits *strokes;
    int digit; /* of the strokes */
} StagedDigit;

/** The name of a kind, as the table has it. */
const char *staged_name(StagedKind kind);

/** How many digits its pictures have. */
int staged_digits(StagedKind kind);

/**
 * Stage a picture.
 *
 * @param digit  staged_digits(kind) of them
 *
 * Errors: out of memory; staged is zeroed then.
 */
bool staged_make(Staged *staged, StagedKind kind, const StagedDigit *digit, Rng *rng, Err *err);

/** Release its pixels; it is zeroed then. NULL is allowed. */
void staged_free(Staged *staged);

#endif
