/* Parts told from marks that are no digits, one rule after the other. */
#include "ink/candidates.h"

#include <string.h>

enum { LARGE_PX = 8 }; /* smaller than this nothing is called a blot on even paper */

static const double SMALLEST = 0.02;       /* of the picture's longer side ... */
static const double SMALLEST_GRAIN = 0.05; /* ... or this much, on paper with grain */
static const double SPECK = 0.15;          /* of the largest part: smaller ones may be specks */
static const double FAINT = 0.35;          /* of the darkest part's mean level */
static const double INSIDE = 0.25;         /* of a frame, what it frames has at least */
static const double CORNER = 0.1;          /* of a frame's box, the corners that have ink */
static const double BLOT = 0.4;            /* of its longer side: no line is so wide */
static const double LARGE = 0.25;          /* of the picture: a blot at the border of even paper */
static const double WHOLE = 0.3;    /* of the picture: what lies inside, so large, is the digit */
static const double MOST_INK = 0.7; /* of all: what reaches the border is the digit then */
static const double NEAR = 0.15; /* of a part: what is as near may be a piece of the same digit */

const InkPart *candidates_part(const Candidates *candidates, int i)
{
    return &candidates->parts->part[candidates->number[i]];
}

int candidates_height(const InkPart *part)
{
    return part->end_y - part->y;
}

/* Put a part where its size belongs; the smallest one falls out where there are too many. */
static void choose(Candidates *candidates, int number)
{
    int size = part_longer(&candidates->parts->part[number]);
    int at = candidates->count < CANDIDATES_MAX ? candidates->count++ : CANDIDATES_MAX;
    while (at > 0 && part_longer(candidates_part(candidates, at - 1)) < size) {
        at--;
        if (at + 1 < CANDIDATES_MAX) {
            candidates->number[at + 1] = candidates->number[at];
        }
    }
    if (at < CANDIDATES_MAX) {
        candidates->number[at] = number;
    }
}

static void choose_large(Candidates *candidates, bool noisy)
{
    const InkParts *parts = candidates->parts;
    int longer = parts->width > parts->height ? parts->width : parts->height;
    double least = (noisy ? SMALLEST_GRAIN : SMALLEST) * longer;
    for (int i = 0; i < parts->parts; i++) {
        if (part_longer(&parts->part[i]) >= least) {
            choose(candidates, i);
        }
    }
}

/* Whether a corner of a part's box has some of it; corners are numbered by bits. */
static bool has_corner(const InkParts *parts, int number, int corner)
{
    const InkPart *part = &parts->part[number];
    int w = 1 + (int)(CORNER * (part->end_x - part->x)),
        h = 1 + (int)(CORNER * candidates_height(part));
    int x = corner & 1 ? part->end_x - w : part->x, y = corner & 2 ? part->end_y - h : part->y;
    for (int i = 0; i < w * h; i++) {
        if (parts->of[(y + i / w) * parts->width + x + i % w] == number) {
            return true;
        }
    }
    return false;
}

/* Whether another part lies inside the box of part i. */
static bool surrounds(const Candidates *candidates, int i, double least)
{
    const InkPart *frame = candidates_part(candidates, i);
    for (int k = 0; k < candidates->count; k++) {
        const InkPart *part = candidates_part(candidates, k);
        if (k != i && part->x > frame->x && part->y > frame->y && part->end_x < frame->end_x &&
            part->end_y < frame->end_y && part_longer(part) >= least * part_longer(frame)) {
            return true;
        }
    }
    return false;
}

static void drop_frames(Candidates *candidates)
{
    for (int i = 0; i < candidates->count; i++) {
        bool corners = true;
        for (int corner = 0; corner < 4; corner++) {
            corners = corners && has_corner(candidates->parts, candidates->number[i], corner);
        }
        candidates->dropped[i] = corners && surrounds(candidates, i, INSIDE);
    }
}

/* What is about as wide as long is no line: a shadow, or something that lies there. */
static void drop_blots(Candidates *candidates, bool even)
{
    int longer = candidates->parts->width > candidates->parts->height ? candidates->parts->width
                                                                      : candidates->parts->height;
    for (int i = 0; i < candidates->count; i++) {
        const InkPart *part = candidates_part(candidates, i);
        bool blot = part_line(part) > BLOT * part_longer(part);
        bool large = part_longer(part) >= LARGE * longer && part_longer(part) >= LARGE_PX;
        if (blot && (!even || (large && part_at_border(candidates->parts, part)))) {
            candidates->dropped[i] = true;
        }
    }
}

/* What reaches the border is no digit where another part inside may be one. */
static void drop_border(Candidates *candidates)
{
    int longer = candidates->parts->width > candidates->parts->height ? candidates->parts->width
                                                                      : candidates->parts->height;
    int inside = 0, inside_longer = 0;
    int64_t all = 0, most = 0;
    for (int i = 0; i < candidates->count; i++) {
        const InkPart *part = candidates_part(candidates, i);
        if (candidates->dropped[i]) {
            continue;
        }
        all += part->ink;
        if (!part_at_border(candidates->parts, part)) {
            inside++;
            inside_longer = part_longer(part) > inside_longer ? part_longer(part) : inside_longer;
        } else {
            most = part->ink > most ? part->ink : most;
        }
    }
    if (inside == 0 || (inside_longer < WHOLE * longer && (double)most > MOST_INK * (double)all)) {
        return;
    }
    for (int i = 0; i < candidates->count; i++) {
        candidates->dropped[i] = candidates->dropped[i] ||
                                 part_at_border(candidates->parts, candidates_part(candidates, i));
    }
}

/* From one span to another one. */
static int gap(int low, int end, int other_low, int other_end)
{
    return low > other_low ? low - other_end : other_low - end;
}

int candidates_gap_x(const InkPart *a, const InkPart *b)
{
    return gap(a->x, a->end_x, b->x, b->end_x);
}

int candidates_gap_y(const InkPart *a, const InkPart *b)
{
    return gap(a->y, a->end_y, b->y, b->end_y);
}

int candidates_apart(const InkPart *a, const InkPart *b)
{
    int x = candidates_gap_x(a, b), y = candidates_gap_y(a, b);
    return x > y ? (x > 0 ? x : 0) : (y > 0 ? y : 0);
}

static double mean_level(const InkPart *part)
{
    return (double)part->ink / part->area;
}

/* The largest part that is left; -1 where there is none. */
static int largest(const Candidates *candidates)
{
    for (int i = 0; i < candidates->count; i++) {
        if (!candidates->dropped[i]) {
            return i;
        }
    }
    return -1;
}

/* A speck is small, and neither as wide as a line of the pen nor near. */
static bool is_speck(const Candidates *candidates, int i)
{
    const InkPart *part = candidates_part(candidates, i);
    for (int k = 0; k < i; k++) {
        const InkPart *other = candidates_part(candidates, k);
        if (!candidates->dropped[k] && part_longer(other) * SPECK >= part_longer(part) &&
            part_longer(part) >= 0.8 * part_line(other) &&
            candidates_apart(part, other) <= NEAR * part_longer(other)) {
            return false;
        }
    }
    return true;
}

static void drop_marks(Candidates *candidates)
{
    int first = largest(candidates);
    double darkest = 0.0;
    for (int i = first; i >= 0 && i < candidates->count; i++) {
        const InkPart *part = candidates_part(candidates, i);
        bool large = 2 * part_longer(part) >= part_longer(candidates_part(candidates, first));
        if (!candidates->dropped[i] && large && mean_level(part) > darkest) {
            darkest = mean_level(part);
        }
    }
    for (int i = first; i >= 0 && i < candidates->count; i++) {
        const InkPart *part = candidates_part(candidates, i);
        bool small = part_longer(part) < SPECK * part_longer(candidates_part(candidates, first));
        if (mean_level(part) < FAINT * darkest || (small && is_speck(candidates, i))) {
            candidates->dropped[i] = true;
        }
    }
}

void candidates_choose(Candidates *candidates, const InkParts *parts, bool noisy, bool even)
{
    memset(candidates, 0, sizeof *candidates);
    candidates->parts = parts;
    choose_large(candidates, noisy);
    drop_frames(candidates);
    drop_blots(candidates, even);
    drop_border(candidates);
    drop_marks(candidates);
}
