/* Stray marks, told by their length and their place alone. The shares were chosen so that they
 * leave real digits as they are: the dot of none, the foot of a 1 or the hat of a 5 lies closer. */
#include "ink/stray.h"

#include <math.h>

#include "ink/box.h"

enum { LINES = 2 }; /* as many are left out below, and as many above */

static const float SHORT = 0.06f; /* of the longest mark: shorter ones may be stray */
static const float APART = 0.08f; /* of the longer side of the rest: so far outside of it */
static const float CLEAR = 0.15f; /* likewise: so far from all of it, where it is within its box */

/* A dash, as shares: of the longest mark, at most so long; of its width, at most so high; of the
 * longer side of the rest, so far beside it. */
static const float DASH = 0.3f, DASH_LEVEL = 0.35f, BESIDE = 0.12f;

/* A line below or above, as shares: of its width, at most so high and the rest at least so high; of
 * the rest's width, at least so wide; of the rest's height, so far below or above it. */
static const float LEVEL = 0.2f, TALL = 0.4f, WIDE = 0.7f, BELOW = 0.06f, ABOVE_WIDE = 1.0f,
                   ABOVE = 0.2f;

/* Pieces first..end-1, one going on where the other ends. */
typedef struct PenMark {
    int first, end;
    float length_cell;
    Box box;
} PenMark;

/* The mark that begins with a piece. */
static PenMark mark_at(const Visible *visible, int first)
{
    PenMark mark = {.first = first, .end = first};
    do {
        const Piece *piece = &visible->piece[mark.end];
        Box box = box_around(piece->from, piece->to, 0.0f);
        if (mark.end == first) {
            mark.box = box;
        }
        box_include(&mark.box, &box);
        mark.length_cell +=
            hypotf(piece->to.x_cell - piece->from.x_cell, piece->to.y_cell - piece->from.y_cell);
        mark.end++;
    } while (visible_goes_on(visible, mark.end));
    return mark;
}

static float longest_mark(const Visible *visible)
{
    float longest = 0.0f;
    for (int i = 0; i < visible->pieces;) {
        PenMark mark = mark_at(visible, i);
        longest = fmaxf(longest, mark.length_cell);
        i = mark.end;
    }
    return longest;
}

/* The box of all marks that are not shorter than `least` but the one that begins at piece `but`;
 * false where there are none. */
static bool box_of_marks(const Visible *visible, float least, int but, Box *box)
{
    bool any = false;
    *box = (Box){{0.0f, 0.0f}, {0.0f, 0.0f}};
    for (int i = 0; i < visible->pieces;) {
        PenMark mark = mark_at(visible, i);
        if (mark.length_cell >= least && i != but) {
            *box = any ? *box : mark.box;
            box_include(box, &mark.box);
            any = true;
        }
        i = mark.end;
    }
    return any;
}

/* Take the pieces of a mark away; those behind it move up, in their order. */
static void leave_out(Visible *visible, const PenMark *mark)
{
    int count = mark->end - mark->first;
    for (int i = mark->end; i < visible->pieces; i++) {
        visible->piece[i - count] = visible->piece[i];
    }
    visible->pieces -= count;
}

/* The square of how far a point is from a straight line. */
static float distance_sq(Point at, const Piece *line)
{
    float dx = line->to.x_cell - line->from.x_cell, dy = line->to.y_cell - line->from.y_cell;
    float x = at.x_cell - line->from.x_cell, y = at.y_cell - line->from.y_cell;
    float length_sq = dx * dx + dy * dy;
    float along = length_sq > 0.0f ? fminf(fmaxf((x * dx + y * dy) / length_sq, 0.0f), 1.0f) : 0.0f;
    x -= along * dx;
    y -= along * dy;
    return x * x + y * y;
}

/* Whether a mark is so far from all the others; it is short, so its ends say it. */
static bool is_clear(const Visible *visible, const PenMark *mark, float clear_cell)
{
    Point ends[] = {visible->piece[mark->first].from, visible->piece[mark->end - 1].to};
    for (int i = 0; i < visible->pieces; i++) {
        bool own = i >= mark->first && i < mark->end;
        for (int e = 0; !own && e < 2; e++) {
            if (distance_sq(ends[e], &visible->piece[i]) < clear_cell * clear_cell) {
                return false;
            }
        }
    }
    return true;
}

static float longer_side(const Box *box)
{
    return fmaxf(box_width(box), box_height(box));
}

/* Whether a box is so far outside of another one. */
static bool is_outside(const Box *box, const Box *of, float apart_cell)
{
    Box grown = *of;
    grown.low.x_cell -= apart_cell;
    grown.low.y_cell -= apart_cell;
    grown.high.x_cell += apart_cell;
    grown.high.y_cell += apart_cell;
    return !box_overlaps(box, &grown);
}

/* A level one left or right of the rest. */
static bool is_dash(const PenMark *mark, float longest_cell, const Box *rest)
{
    float beside_cell = BESIDE * longer_side(rest);
    return mark->length_cell < DASH * longest_cell &&
           box_height(&mark->box) <= DASH_LEVEL * box_width(&mark->box) &&
           (mark->box.high.x_cell < rest->low.x_cell - beside_cell ||
            mark->box.low.x_cell > rest->high.x_cell + beside_cell);
}

static void leave_out_specks(Visible *visible)
{
    Box rest;
    float longest_cell = longest_mark(visible), least = SHORT * longest_cell;
    if (!box_of_marks(visible, least, -1, &rest)) {
        return;
    }
    float side_cell = longer_side(&rest);
    for (int i = 0; i < visible->pieces;) {
        PenMark mark = mark_at(visible, i);
        bool stray = mark.length_cell < least && (is_outside(&mark.box, &rest, APART * side_cell) ||
                                                  is_clear(visible, &mark, CLEAR * side_cell));
        if (stray) {
            leave_out(visible, &mark);
        } else {
            i = mark.end;
        }
    }
}

static void leave_out_dashes(Visible *visible)
{
    float longest_cell = longest_mark(visible);
    for (int i = 0; i < visible->pieces;) {
        PenMark mark = mark_at(visible, i);
        Box rest;
        if (box_of_marks(visible, 0.0f, mark.first, &rest) && is_dash(&mark, longest_cell, &rest)) {
            leave_out(visible, &mark);
        } else {
            i = mark.end;
        }
    }
}

/* The mark that begins lowest, or ends highest. */
static PenMark outermost_mark(const Visible *visible, bool below)
{
    PenMark outermost = mark_at(visible, 0);
    for (int i = outermost.end; i < visible->pieces;) {
        PenMark mark = mark_at(visible, i);
        if (below ? mark.box.low.y_cell > outermost.box.low.y_cell
                  : mark.box.high.y_cell < outermost.box.high.y_cell) {
            outermost = mark;
        }
        i = mark.end;
    }
    return outermost;
}

/* A level line along the rest, below or above it. */
static bool is_line(const Box *line, const Box *rest, bool below)
{
    float width = box_width(line), height = box_height(rest);
    bool along = line->low.x_cell < rest->high.x_cell && line->high.x_cell > rest->low.x_cell;
    bool apart = below ? line->low.y_cell >= rest->high.y_cell + BELOW * height
                       : line->high.y_cell <= rest->low.y_cell - ABOVE * height;
    return along && apart && box_height(line) <= LEVEL * width && height >= TALL * width &&
           width >= (below ? WIDE : ABOVE_WIDE) * box_width(rest);
}

static void leave_out_lines(Visible *visible, bool below)
{
    for (int i = 0; i < LINES; i++) {
        PenMark line = outermost_mark(visible, below);
        Box rest;
        if (!box_of_marks(visible, 0.0f, line.first, &rest) || !is_line(&line.box, &rest, below)) {
            return;
        }
        leave_out(visible, &line);
    }
}

void stray_leave_out(Visible *visible)
{
    if (visible->pieces == 0) {
        return;
    }
    leave_out_specks(visible);
    leave_out_lines(visible, true);
    leave_out_lines(visible, false);
    leave_out_dashes(visible);
}

/* The box of what is no faint edge; false where there is nothing. */
static bool box_of_ink(const Sheet *image, Box *box)
{
    enum { INK_LEAST = 64 };
    bool any = false;
    *box = (Box){{0.0f, 0.0f}, {0.0f, 0.0f}};
    for (int i = 0; i < SHEET_CELLS; i++) {
        Point corner = {(float)(i % SHEET_SIDE), (float)(i / SHEET_SIDE)};
        Box cell = {corner, {corner.x_cell + 1.0f, corner.y_cell + 1.0f}};
        if (image->cell[i] >= INK_LEAST) {
            *box = any ? *box : cell;
            box_include(box, &cell);
            any = true;
        }
    }
    return any;
}

static PenMark mark_of_stroke(const Drawing *drawing, const Stroke *stroke)
{
    const Point *point = &drawing->point[stroke->first];
    PenMark mark = {.box = box_around(point[0], point[0], 0.0f)};
    for (int i = 1; i < stroke->count; i++) {
        Box box = box_around(point[i - 1], point[i], 0.0f);
        box_include(&mark.box, &box);
        mark.length_cell +=
            hypotf(point[i].x_cell - point[i - 1].x_cell, point[i].y_cell - point[i - 1].y_cell);
    }
    return mark;
}

void stray_ink_on(Sheet *image, const Drawing *drawing)
{
    Box ink;
    bool any = box_of_ink(image, &ink);
    /* Nobody knows how long its lines are: no digit's are shorter. */
    float longest_cell = any ? longer_side(&ink) : 0.0f;
    for (int i = drawing_first_shown(drawing); i < drawing->shown; i++) {
        const Stroke *stroke = &drawing->stroke[i];
        PenMark mark = mark_of_stroke(drawing, stroke);
        bool speck = mark.length_cell < SHORT * longest_cell &&
                     is_outside(&mark.box, &ink, APART * longest_cell);
        bool stray = any && stroke->tool == TOOL_PEN &&
                     (speck || is_dash(&mark, longest_cell, &ink) ||
                      is_line(&mark.box, &ink, true) || is_line(&mark.box, &ink, false));
        if (!stray) {
            raster_stroke(image, drawing, i);
        }
    }
}
