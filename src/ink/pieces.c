/* Parts of ink put together to digits, and the digits into their order. */
#include "ink/pieces.h"

#include <stdlib.h>
#include <string.h>

#include "ink/candidates.h"

static const double TALL = 0.75;        /* of the tallest: a digit by itself */
static const double SHORT = 0.35;       /* of the tallest: no digit */
static const double SHORT_CLEAN = 0.18; /* the same where paper is even and has no grain */
static const double STRAY = 0.3;    /* of the tallest: a piece so long belongs to what is as near */
static const double NEXT_TO = 0.15; /* of the tallest: as near are the pieces of one digit */

static int tallest(const Candidates *candidates)
{
    int most = 1;
    for (int i = 0; i < candidates->count; i++) {
        int height = candidates_height(candidates_part(candidates, i));
        most = !candidates->dropped[i] && height > most ? height : most;
    }
    return most;
}

/* Whether two parts are pieces of one digit. */
static bool belong_together(const InkPart *a, const InkPart *b, int tall)
{
    int width_a = a->end_x - a->x, width_b = b->end_x - b->x;
    int narrower = width_a < width_b ? width_a : width_b;
    int shorter =
        candidates_height(a) < candidates_height(b) ? candidates_height(a) : candidates_height(b);
    bool over = -candidates_gap_x(a, b) * 2 >= narrower,
         beside = -candidates_gap_y(a, b) * 10 >= shorter * 3;
    if (shorter >= TALL * tall) {
        return over && beside;
    }
    if (over) {
        return candidates_gap_y(a, b) <= NEXT_TO * tall;
    }
    return candidates_apart(a, b) <= NEXT_TO * tall;
}

/* The first candidate of the digit that this one is of. */
static int first_of(const Candidates *candidates, int i)
{
    while (candidates->joined[i] != i) {
        i = candidates->joined[i];
    }
    return i;
}

static void join_pieces(Candidates *candidates)
{
    int tall = tallest(candidates);
    for (int i = 0; i < candidates->count; i++) {
        candidates->joined[i] = i;
        for (int k = 0; k < i && !candidates->dropped[i]; k++) {
            if (!candidates->dropped[k] && belong_together(candidates_part(candidates, i),
                                                           candidates_part(candidates, k), tall)) {
                int a = first_of(candidates, i), b = first_of(candidates, k);
                candidates->joined[a > b ? a : b] = a > b ? b : a;
            }
        }
    }
}

/* The heights of the digits, each at the number of its first part. */
static void measure_heights(const Candidates *candidates, int height[CANDIDATES_MAX])
{
    int low[CANDIDATES_MAX], end[CANDIDATES_MAX];
    for (int i = 0; i < candidates->count; i++) {
        const InkPart *part = candidates_part(candidates, i);
        int first = first_of(candidates, i);
        low[i] = part->y;
        end[i] = part->end_y;
        low[first] = !candidates->dropped[i] && part->y < low[first] ? part->y : low[first];
        end[first] = !candidates->dropped[i] && part->end_y > end[first] ? part->end_y : end[first];
    }
    for (int i = 0; i < candidates->count; i++) {
        height[i] = end[i] - low[i];
    }
}

/* The part of a digit tall enough that is nearest to part i; -1 where none is near. */
static int nearest(const Candidates *candidates, const int *height, int i, int tall)
{
    int best = -1, least = (int)(STRAY * tall);
    for (int k = 0; k < candidates->count; k++) {
        int first = first_of(candidates, k);
        if (!candidates->dropped[k] && first != first_of(candidates, i) &&
            height[first] >= SHORT * tall &&
            candidates_apart(candidates_part(candidates, i), candidates_part(candidates, k)) <=
                least) {
            least =
                candidates_apart(candidates_part(candidates, i), candidates_part(candidates, k));
            best = k;
        }
    }
    return best;
}

/* What is too short for a digit is a piece of one that is not far, as the bar of a five. */
static void join_strays(Candidates *candidates)
{
    int height[CANDIDATES_MAX], tall = tallest(candidates);
    measure_heights(candidates, height);
    for (int i = 0; i < candidates->count; i++) {
        const InkPart *part = candidates_part(candidates, i);
        int first = first_of(candidates, i);
        if (candidates->dropped[i] || first != i || height[i] >= SHORT * tall ||
            part_longer(part) < STRAY * tall) {
            continue;
        }
        int best = nearest(candidates, height, i, tall);
        if (best >= 0) {
            int other = first_of(candidates, best);
            candidates->joined[first > other ? first : other] = first > other ? other : first;
        }
    }
}

/* The digits as boxes, in the order of their largest parts; `of` says which one a part is of. */
static int boxes_of(const Candidates *candidates, PiecesBox *box, int *of)
{
    int digits = 0;
    for (int i = 0; i < candidates->count; i++) {
        const InkPart *part = candidates_part(candidates, i);
        if (candidates->dropped[i]) {
            of[i] = -1;
            continue;
        }
        int first = first_of(candidates, i);
        of[i] = first == i ? digits++ : of[first];
        PiecesBox *to = &box[of[i]];
        if (first == i) {
            *to = (PiecesBox){part->x, part->y, part->end_x, part->end_y};
        }
        to->x = part->x < to->x ? part->x : to->x;
        to->y = part->y < to->y ? part->y : to->y;
        to->end_x = part->end_x > to->end_x ? part->end_x : to->end_x;
        to->end_y = part->end_y > to->end_y ? part->end_y : to->end_y;
    }
    return digits;
}

/* A digit in its line. */
typedef struct Placed {
    PiecesBox box;
    int line, number;
} Placed;

static int by_height(const void *a, const void *b)
{
    const Placed *x = a, *y = b;
    int dy = x->box.y + x->box.end_y - y->box.y - y->box.end_y;
    return dy != 0 ? dy : x->number - y->number;
}

static int by_line(const void *a, const void *b)
{
    const Placed *x = a, *y = b;
    int dx = x->box.x + x->box.end_x - y->box.x - y->box.end_x;
    return x->line != y->line ? x->line - y->line : dx != 0 ? dx : x->number - y->number;
}

/* Digits line by line: one whose middle is above the lower end of a line's first is of that line.
 */
static void order(Placed *placed, int digits)
{
    qsort(placed, (size_t)digits, sizeof *placed, by_height);
    for (int i = 0, first = 0; i < digits; i++) {
        int middle = (placed[i].box.y + placed[i].box.end_y) / 2;
        first = middle < placed[first].box.end_y ? first : i;
        placed[i].line = first;
    }
    qsort(placed, (size_t)digits, sizeof *placed, by_line);
}

/* Those that are tall enough to be digits; the others are numbered -1. */
static int keep_tall(const PiecesBox *box, int digits, double least, Placed *placed)
{
    int tall = 0, kept = 0;
    for (int i = 0; i < digits; i++) {
        int height = box[i].end_y - box[i].y;
        tall = height > tall ? height : tall;
    }
    for (int i = 0; i < digits; i++) {
        if (box[i].end_y - box[i].y >= least * tall) {
            placed[kept++] = (Placed){box[i], 0, i};
        }
    }
    return kept;
}

static void tell_digits(const Candidates *candidates, double least, Pieces *pieces)
{
    PiecesBox box[CANDIDATES_MAX];
    Placed placed[CANDIDATES_MAX];
    int of[CANDIDATES_MAX], number[CANDIDATES_MAX];
    int digits = boxes_of(candidates, box, of);
    memset(number, -1, sizeof number);
    pieces->digits = keep_tall(box, digits, least, placed);
    order(placed, pieces->digits);
    for (int i = 0; i < pieces->digits; i++) {
        pieces->box[i] = placed[i].box;
        number[placed[i].number] = i;
    }
    for (int i = 0; i < candidates->count; i++) {
        pieces->digit[candidates->number[i]] = of[i] >= 0 ? number[of[i]] : -1;
    }
    for (int i = 0; i < candidates->parts->parts; i++) {
        pieces->left_out = pieces->left_out || pieces->digit[i] < 0;
    }
}

bool pieces_choose(const InkParts *parts, bool noisy, bool even, Pieces *pieces)
{
    Candidates *candidates = malloc(sizeof *candidates);
    *pieces = (Pieces){0};
    pieces->digit = malloc(((size_t)parts->parts + 1) * sizeof *pieces->digit);
    pieces->box = malloc(CANDIDATES_MAX * sizeof *pieces->box);
    if (candidates == NULL || pieces->digit == NULL || pieces->box == NULL) {
        free(candidates);
        pieces_free(pieces);
        return false;
    }
    for (int i = 0; i < parts->parts; i++) {
        pieces->digit[i] = -1;
    }
    candidates_choose(candidates, parts, noisy, even);
    join_pieces(candidates);
    join_strays(candidates);
    tell_digits(candidates, even && !noisy ? SHORT_CLEAN : SHORT, pieces);
    free(candidates);
    return true;
}

void pieces_free(Pieces *pieces)
{
    if (pieces != NULL) {
        free(pieces->digit);
        free(pieces->box);
        *pieces = (Pieces){0};
    }
}
