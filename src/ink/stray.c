/* Stray marks, told by their length and their place alone. The shares were chosen so that they
 * leave real digits as they are: the dot of none, the foot of a 1 or the hat of a 5 lies closer. */
#include "ink/stray.h"

#include <math.h>

#include "ink/box.h"

enum { UNDERLINES = 2 }; /* as many are left out */

static const float SHORT = 0.06f; /* of the longest mark: shorter ones may be stray */
static const float APART = 0.08f; /* of the longer side of the rest: so far outside of it */

/* An underline, as shares: of its width, at most so high and the rest at least so high; of the
 * rest's width, at least so wide; of the rest's height, so far below it. */
static const float LEVEL = 0.2f, TALL = 0.4f, WIDE = 0.7f, BELOW = 0.06f;

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

static void leave_out_specks(Visible *visible)
{
    Box rest;
    float least = SHORT * longest_mark(visible);
    if (!box_of_marks(visible, least, -1, &rest)) {
        return;
    }
    float apart_cell = APART * fmaxf(box_width(&rest), box_height(&rest));
    rest.low.x_cell -= apart_cell;
    rest.low.y_cell -= apart_cell;
    rest.high.x_cell += apart_cell;
    rest.high.y_cell += apart_cell;
    int kept = 0;
    for (int i = 0, end; i < visible->pieces; i = end) {
        PenMark mark = mark_at(visible, i);
        end = mark.end;
        bool stray = mark.length_cell < least && !box_overlaps(&mark.box, &rest);
        for (int p = mark.first; !stray && p < mark.end; p++) {
            visible->piece[kept++] = visible->piece[p];
        }
    }
    visible->pieces = kept;
}

/* The mark that begins lowest. */
static PenMark lowest_mark(const Visible *visible)
{
    PenMark lowest = mark_at(visible, 0);
    for (int i = lowest.end; i < visible->pieces;) {
        PenMark mark = mark_at(visible, i);
        if (mark.box.low.y_cell > lowest.box.low.y_cell) {
            lowest = mark;
        }
        i = mark.end;
    }
    return lowest;
}

static bool is_underline(const Box *line, const Box *rest)
{
    float width = box_width(line), height = box_height(rest);
    return box_height(line) <= LEVEL * width && height >= TALL * width &&
           width >= WIDE * box_width(rest) &&
           line->low.y_cell >= rest->high.y_cell + BELOW * height &&
           line->low.x_cell < rest->high.x_cell && line->high.x_cell > rest->low.x_cell;
}

void stray_leave_out(Visible *visible)
{
    if (visible->pieces == 0) {
        return;
    }
    leave_out_specks(visible);
    for (int i = 0; i < UNDERLINES; i++) {
        PenMark line = lowest_mark(visible);
        Box rest;
        if (!box_of_marks(visible, 0.0f, line.first, &rest) || !is_underline(&line.box, &rest)) {
            return;
        }
        leave_out(visible, &line);
    }
}
