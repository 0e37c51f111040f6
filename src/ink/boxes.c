/* Boxes, told by their outlines: from outside, each side is seen as a straight line. */
#include "ink/boxes.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ink/parts.h"

enum {
    SIDES = 4,     /* top, low, left, right */
    LEAST_PX = 24, /* the shorter side of a box */
    NEAR_PX = 2,   /* from a straight line ink may be so far ... */
    HALO_PX = 2,   /* faint ink so near to a side is its own */
};

static const double NEAR_SHARE = 0.012; /* ... and this much of the line's length */
static const double STRAIGHT = 0.85;    /* of a side is on its line */
static const double RISE_MOST = 0.2;    /* of a side, for its length */
static const double THICK_MOST = 0.12;  /* of the shorter side of a box */
static const double WALL = 0.93;        /* of the way from side to side has ink in a wall */
static const double SPARSE = 0.5;       /* of a box's area has ink, at most */
static const double HOLDS = 0.25;       /* of its shorter side, what is inside has at least */

/* A side: a line and what is beside it, seen from outside. */
typedef struct BoxSide {
    double at, rise; /* of the outermost ink: at its first pixel, and more for each pixel along */
    int thick;       /* pixels of ink from there on, for half of the side at most */
} BoxSide;

/* A part that may be a box, and what it is cleared from. */
typedef struct BoxPart {
    const InkParts *parts;
    int number;
    const InkPart *part;
    BoxSide side[SIDES];
    Field *mark, *ink;
} BoxPart;

static bool is_upright(int side)
{
    return side >= 2;
}

/* How long a side is, and how far the other one is across. */
static int length_of(const InkPart *part, int side)
{
    return is_upright(side) ? part->end_y - part->y : part->end_x - part->x;
}

static int breadth_of(const InkPart *part, int side)
{
    return is_upright(side) ? part->end_x - part->x : part->end_y - part->y;
}

/* The pixel `along` a side and so far `across` into the box. */
static int pixel_at(const BoxPart *box, int side, int along, int across)
{
    const InkPart *part = box->part;
    int in = side % 2 == 0 ? across : breadth_of(part, side) - 1 - across;
    int x = part->x + (is_upright(side) ? in : along),
        y = part->y + (is_upright(side) ? along : in);
    return y * box->parts->width + x;
}

static bool is_own(const BoxPart *box, int side, int along, int across)
{
    return box->parts->of[pixel_at(box, side, along, across)] == box->number;
}

/* The first ink from outside; the breadth where there is none. */
static int first_ink(const BoxPart *box, int side, int along)
{
    int across = 0, breadth = breadth_of(box->part, side);
    while (across < breadth && !is_own(box, side, along, across)) {
        across++;
    }
    return across;
}

/* How many pixels of ink follow. */
static int run_of_ink(const BoxPart *box, int side, int along, int across)
{
    int first = across, breadth = breadth_of(box->part, side);
    while (across < breadth && is_own(box, side, along, across)) {
        across++;
    }
    return across - first;
}

/* Whether a part is large and not dense: all else is no box. */
static bool may_be_box(const InkPart *part)
{
    int w = part->end_x - part->x, h = part->end_y - part->y;
    return w >= LEAST_PX && h >= LEAST_PX && part->area <= SPARSE * w * h;
}

static int by_size(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

/* The median of numbers, which are put into order. */
static int median(int *number, int count)
{
    qsort(number, (size_t)count, sizeof *number, by_size);
    return number[count / 2];
}

static bool is_near(const BoxSide *side, int along, int across, int length)
{
    return fabs(side->at + side->rise * along - across) <= NEAR_PX + NEAR_SHARE * length;
}

/* Lay a line through the medians of a side's first third and of its last; whether most of its
 * outline is on it. `work` has twice its length. */
static bool find_side(BoxPart *box, int number, int *work)
{
    int length = length_of(box->part, number), third = length / 3, near = 0;
    int *first = work, *sorted = work + length;
    BoxSide *side = &box->side[number];
    for (int i = 0; i < length; i++) {
        first[i] = first_ink(box, number, i);
        sorted[i] = first[i];
    }
    int low = median(sorted, third), high = median(sorted + length - third, third);
    side->rise = (double)(high - low) / (length - third);
    side->at = low - side->rise * third / 2;
    for (int i = 0; i < length; i++) {
        if (is_near(side, i, first[i], length)) {
            sorted[near++] = run_of_ink(box, number, i, first[i]);
        }
    }
    if (near < STRAIGHT * length || fabs(side->rise) > RISE_MOST) {
        return false;
    }
    side->thick = median(sorted, near);
    return true;
}

/* Whether a part is four straight lines around something else. */
static bool find_sides(BoxPart *box, int *work)
{
    const InkPart *part = box->part;
    double shorter = fmin(part->end_x - part->x, part->end_y - part->y);
    for (int side = 0; side < SIDES; side++) {
        if (!find_side(box, side, work) || box->side[side].thick > fmax(3, THICK_MOST * shorter)) {
            return false;
        }
    }
    return true;
}

/* Take ink out of both fields. */
static void clear(const BoxPart *box, int pixel)
{
    box->mark->at[pixel] = 0;
    box->ink->at[pixel] = 0;
}

/* Take a run of ink out, and the faint ink beside it. */
static void clear_run(const BoxPart *box, int side, int along, int first, int end)
{
    for (int across = first - HALO_PX; across < end + HALO_PX; across++) {
        bool inside = across >= 0 && across < breadth_of(box->part, side);
        int pixel = inside ? pixel_at(box, side, along, across) : -1;
        if (inside && (box->mark->at[pixel] == 0 || (across >= first && across < end))) {
            clear(box, pixel);
        }
    }
}

/* Take a side out where its ink is no longer than it is thick. */
static void clear_side(const BoxPart *box, int number)
{
    const BoxSide *side = &box->side[number];
    int length = length_of(box->part, number);
    for (int i = 0; i < length; i++) {
        int first = first_ink(box, number, i), run = run_of_ink(box, number, i, first);
        if (is_near(side, i, first, length) && run <= 2 * side->thick + 1) {
            clear_run(box, number, i, first, first + run);
        } else if (is_near(side, i, first, length)) {
            clear_run(box, number, i, first, first + side->thick);
        }
    }
}

static bool is_marked(const BoxPart *box, int side, int along, int across)
{
    return across >= 0 && across < breadth_of(box->part, side) &&
           box->mark->at[pixel_at(box, side, along, across)];
}

/* The slope of walls beside a side: between its own and that of the one across. */
static double rise_of_walls(const BoxPart *box, int side)
{
    return (box->side[side].rise - box->side[side + 1].rise) / 2;
}

/* Whether there is ink all the way from side to side. */
static bool is_wall(const BoxPart *box, int side, int at)
{
    int cross = is_upright(side) ? 0 : 2, length = length_of(box->part, side), ink = 0;
    int first = box->side[cross].thick + HALO_PX,
        end = length - box->side[cross + 1].thick - HALO_PX;
    first += (int)fmax(box->side[cross].at, 0.0);
    end -= (int)fmax(box->side[cross + 1].at, 0.0);
    for (int i = first; i < end; i++) {
        int across = (int)lround(at + rise_of_walls(box, side) * i);
        ink += is_marked(box, side, i, across) || is_marked(box, side, i, across - 1) ||
               is_marked(box, side, i, across + 1);
    }
    return end > first && ink >= WALL * (end - first);
}

/* Take a wall out where its ink is about as thick as the sides are. */
static void clear_wall(const BoxPart *box, int side, int at)
{
    int most = 2 * box->side[side].thick + NEAR_PX;
    for (int i = 0; i < length_of(box->part, side); i++) {
        int middle = (int)lround(at + rise_of_walls(box, side) * i);
        int first = middle + 1, end = middle + 2;
        while (first >= middle - most && is_marked(box, side, i, first - 1)) {
            first--;
        }
        while (end <= middle + most && is_marked(box, side, i, end)) {
            end++;
        }
        if (end - first <= most) {
            clear_run(box, side, i, first, end);
        }
    }
}

static void clear_box(const BoxPart *box)
{
    for (int side = 0; side < SIDES; side++) {
        clear_side(box, side);
    }
    for (int side = 0; side < SIDES; side += 2) {
        for (int at = 0; at < breadth_of(box->part, side); at++) {
            if (is_wall(box, side, at)) {
                clear_wall(box, side, at);
            }
        }
    }
}

/* Whether a part lies inside a box and is large enough to be what it was drawn around. */
static bool is_held(const InkPart *part, const InkPart *box)
{
    double shorter = fmin(box->end_x - box->x, box->end_y - box->y);
    int middle_x = (part->x + part->end_x) / 2, middle_y = (part->y + part->end_y) / 2;
    return part_longer(part) >= HOLDS * shorter && middle_x > box->x && middle_x < box->end_x &&
           middle_y > box->y && middle_y < box->end_y;
}

/* Put back what a box that holds nothing was made of. */
static void put_back(const InkPart *box, const Field *from, Field *to)
{
    for (int y = box->y; y < box->end_y; y++) {
        size_t at = (size_t)y * (size_t)to->width + (size_t)box->x;
        memcpy(to->at + at, from->at + at, (size_t)(box->end_x - box->x));
    }
}

/* Clear all boxes, and put those back that hold nothing. */
static bool clear_boxes(const InkParts *parts, Field *mark, Field *ink, bool *gone)
{
    Field marks = {0}, inks = {0};
    InkParts left = {0};
    bool *is_box = calloc((size_t)parts->parts + 1, sizeof *is_box);
    int *work = malloc(2 * (size_t)field_longer(mark) * sizeof *work), boxes = 0;
    bool ok = is_box && work && field_copy(&marks, mark) && field_copy(&inks, ink);
    for (int i = 0; ok && i < parts->parts; i++) {
        BoxPart box = {
            .parts = parts, .number = i, .part = &parts->part[i], .mark = mark, .ink = ink};
        is_box[i] = may_be_box(box.part) && find_sides(&box, work);
        if (is_box[i]) {
            clear_box(&box);
            boxes++;
        }
    }
    ok = ok && (boxes == 0 || parts_find(mark, ink, 0, &left));
    for (int i = 0; ok && boxes > 0 && i < parts->parts; i++) {
        bool holds = false;
        for (int k = 0; is_box[i] && !holds && k < left.parts; k++) {
            holds = is_held(&left.part[k], &parts->part[i]);
        }
        if (is_box[i] && !holds) {
            put_back(&parts->part[i], &marks, mark);
            put_back(&parts->part[i], &inks, ink);
        }
        *gone = *gone || holds;
    }
    parts_free(&left);
    field_free(&inks);
    field_free(&marks);
    free(work);
    free(is_box);
    return ok;
}

bool boxes_leave_out(Field *mark, Field *ink, bool *gone)
{
    InkParts parts;
    bool ok = parts_find(mark, ink, 0, &parts);
    ok = ok && clear_boxes(&parts, mark, ink, gone);
    parts_free(&parts);
    return ok;
}
