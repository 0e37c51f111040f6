/* Parts told from marks that are no digits, one rule after the other. */
#include "ink/candidates.h"

#include <math.h>
#include <string.h>

enum { LARGE_PX = 8 }; /* smaller than this nothing is called a blot on even paper */

static const double SMALLEST = 0.02;       /* of the picture's longer side ... */
static const double SMALLEST_EVEN = 0.008; /* ... on even paper less */
static const double SMALLEST_GRAIN = 0.05; /* ... or this much, on paper with grain */
static const double SPECK = 0.15;          /* of the largest part: smaller ones may be specks */
static const double FAINT = 0.35;          /* of the darkest part's mean level */
static const double INSIDE = 0.25;         /* of a frame, what it frames has at least */
static const double CORNER = 0.1;          /* of a frame's box, the corners that have ink */
static const double BLOT = 0.4;            /* of its longer side: no line is so wide */
static const double LARGE = 0.25;          /* of the picture: a blot at the border of even paper */
static const double WHOLE = 0.3;    /* of the picture: what lies inside, so large, is the digit */
static const double TABLE = 0.35;   /* of the border: what has so much of it is what all lies on */
static const double MOST_INK = 0.7; /* of all: what reaches the border is the digit then */
static const double NEAR = 0.15; /* of a part: what is as near may be a piece of the same digit */

/* An underline, as shares: of its width, at most so high and so thick; of the width of what is over
 * it, at least so wide; of the height of that, so far below it. What it is under has at least so
 * much of its width, or of all that is there, as height. */
static const double LEVEL = 0.2, THIN = 0.15, UNDER = 0.7, BELOW = 0.05, TALL = 0.35;

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

static void choose_large(Candidates *candidates, bool noisy, bool even)
{
    const InkParts *parts = candidates->parts;
    int longer = parts->width > parts->height ? parts->width : parts->height;
    double least = (noisy ? SMALLEST_GRAIN : even ? SMALLEST_EVEN : SMALLEST) * longer;
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

/* The share of the border of the picture, inside a frame that was taken off, that is of a part. */
static double share_of_border(const InkParts *parts, int number)
{
    int left = parts->edge, right = parts->width - 1 - left, low = parts->height - 1 - left;
    int own = 0, all = 0;
    for (int y = left; y <= low; y++) {
        bool edge = y == left || y == low;
        for (int x = left; x <= right; x += edge || right == left ? 1 : right - left) {
            own += parts->of[y * parts->width + x] == number;
            all++;
        }
    }
    return all > 0 ? (double)own / all : 0.0;
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
        if (candidates->dropped[i] ||
            share_of_border(candidates->parts, candidates->number[i]) >= TABLE) {
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

/* Whether a part is a level line, as one draws below a digit or a row of them. */
static bool is_level_line(const InkPart *part)
{
    int width = part->end_x - part->x;
    return candidates_height(part) <= LEVEL * width && part_line(part) <= THIN * width;
}

/* The box of all that is above the middle of a line, over some of it, and no line itself; its area
 * is the height of the tallest. */
static InkPart above_line(const Candidates *candidates, int line)
{
    const InkPart *under = candidates_part(candidates, line);
    InkPart rest = {.x = candidates->parts->width, .y = candidates->parts->height};
    for (int i = 0; i < candidates->count; i++) {
        const InkPart *part = candidates_part(candidates, i);
        if (candidates->dropped[i] || i == line || is_level_line(part) ||
            candidates_gap_x(part, under) >= 0 || part->y >= under->y) {
            continue;
        }
        rest.x = part->x < rest.x ? part->x : rest.x;
        rest.y = part->y < rest.y ? part->y : rest.y;
        rest.end_x = part->end_x > rest.end_x ? part->end_x : rest.end_x;
        rest.end_y = part->end_y > rest.end_y ? part->end_y : rest.end_y;
        rest.area = candidates_height(part) > rest.area ? candidates_height(part) : rest.area;
    }
    return rest;
}

/* Level lines below all that they are under, as those of a drawing, see stray_leave_out(). */
static void drop_underlines(Candidates *candidates)
{
    for (int i = 0; i < candidates->count; i++) {
        const InkPart *line = candidates_part(candidates, i);
        if (candidates->dropped[i] || !is_level_line(line)) {
            continue;
        }
        InkPart rest = above_line(candidates, i);
        int tallest = rest.area, width = line->end_x - line->x;
        candidates->dropped[i] = tallest >= TALL * fmin(width, rest.end_x - rest.x) &&
                                 tallest > 0 && width >= UNDER * (rest.end_x - rest.x) &&
                                 line->y >= rest.end_y + BELOW * tallest;
    }
}

void candidates_choose(Candidates *candidates, const InkParts *parts, bool noisy, bool even)
{
    memset(candidates, 0, sizeof *candidates);
    candidates->parts = parts;
    choose_large(candidates, noisy, even);
    drop_frames(candidates);
    drop_blots(candidates, even);
    drop_border(candidates);
    drop_marks(candidates);
    drop_underlines(candidates);
}
