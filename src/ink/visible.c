/* What shows of the pen's centre-lines. Everything is cut exactly, as ranges of a straight piece:
 * the sheet is two bands, and an eraser's piece is a band between two discs, which is convex. */
#include "ink/visible.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ink/box.h"
#include "ink/grow.h"

/* A part of a piece: 0 is its beginning, 1 its end; nothing unless from <= to. */
typedef struct Range {
    float from, to;
} Range;

enum { RUN_PIECES = 32 };

/* Some pieces of an eraser's stroke, looked at together: a fast pen reports thousands, and most of
 * the drawing is out of reach of most of them. */
typedef struct Run {
    Piece piece[RUN_PIECES];
    Box reach[RUN_PIECES]; /* of each piece */
    Box whole_reach;
    int pieces;
    float radius_cell;
} Run;

/* What is left of a cut piece and shorter than this is dropped: rounding, not ink. */
static const float CRUMB_CELL = 0.01f;

static const Range NOTHING = {1.0f, 0.0f}, WHOLE = {0.0f, 1.0f};

static bool is_nothing(Range range)
{
    return range.from > range.to;
}

static Range common(Range a, Range b)
{
    return (Range){fmaxf(a.from, b.from), fminf(a.to, b.to)};
}

static Range hull(Range a, Range b)
{
    if (is_nothing(a) || is_nothing(b)) {
        return is_nothing(a) ? b : a;
    }
    return (Range){fminf(a.from, b.from), fmaxf(a.to, b.to)};
}

/* Where low <= start + t * step <= high for t of the piece. */
static Range within_band(float start, float step, float low, float high)
{
    if (fabsf(step) < 1e-9f) {
        return start >= low && start <= high ? WHOLE : NOTHING;
    }
    float t_low = (low - start) / step, t_high = (high - start) / step;
    return common(WHOLE, (Range){fminf(t_low, t_high), fmaxf(t_low, t_high)});
}

static Range within_disc(const Piece *piece, Point centre, float radius)
{
    float dx = piece->to.x_cell - piece->from.x_cell, dy = piece->to.y_cell - piece->from.y_cell;
    float fx = piece->from.x_cell - centre.x_cell, fy = piece->from.y_cell - centre.y_cell;
    float a = dx * dx + dy * dy, b = fx * dx + fy * dy, c = fx * fx + fy * fy - radius * radius;
    if (a < 1e-12f) {
        return c <= 0.0f ? WHOLE : NOTHING;
    }
    float square = b * b - a * c;
    if (square < 0.0f) {
        return NOTHING;
    }
    float root = sqrtf(square);
    return common(WHOLE, (Range){(-b - root) / a, (-b + root) / a});
}

/* Where a piece lies beside the eraser's piece, between its ends. */
static Range within_sides(const Piece *piece, const Piece *eraser, float radius)
{
    float ux = eraser->to.x_cell - eraser->from.x_cell,
          uy = eraser->to.y_cell - eraser->from.y_cell;
    float length = sqrtf(ux * ux + uy * uy);
    if (length < 1e-6f) {
        return NOTHING;
    }
    ux /= length;
    uy /= length;
    float dx = piece->to.x_cell - piece->from.x_cell, dy = piece->to.y_cell - piece->from.y_cell;
    float fx = piece->from.x_cell - eraser->from.x_cell;
    float fy = piece->from.y_cell - eraser->from.y_cell;
    return common(within_band(fx * ux + fy * uy, dx * ux + dy * uy, 0.0f, length),
                  within_band(fx * uy - fy * ux, dx * uy - dy * ux, -radius, radius));
}

static Range erased(const Piece *piece, const Piece *eraser, float radius)
{
    Range discs =
        hull(within_disc(piece, eraser->from, radius), within_disc(piece, eraser->to, radius));
    return hull(discs, within_sides(piece, eraser, radius));
}

static Point along(const Piece *piece, float t)
{
    float dx = piece->to.x_cell - piece->from.x_cell, dy = piece->to.y_cell - piece->from.y_cell;
    return (Point){piece->from.x_cell + t * dx, piece->from.y_cell + t * dy};
}

/* Add the part of a piece; an end that is not cut stays the very same point. */
static bool add_part(Visible *visible, const Piece *piece, Range part, Err *err)
{
    Piece *grown =
        grow_items(visible->piece, &visible->capacity, visible->pieces + 1, sizeof *visible->piece);
    if (grown == NULL) {
        return err_set_code(err, ERR_NO_MEMORY,
                            "There is not enough memory for the drawing; close other programs.");
    }
    visible->piece = grown;
    visible->piece[visible->pieces++] = (Piece){
        part.from > 0.0f ? along(piece, part.from) : piece->from,
        part.to < 1.0f ? along(piece, part.to) : piece->to,
    };
    return true;
}

static Piece stroke_piece(const Drawing *drawing, const Stroke *stroke, int i)
{
    const Point *point = &drawing->point[stroke->first];
    return (Piece){point[i > 0 ? i - 1 : 0], point[i]};
}

/* The first piece of a stroke: its dot where it has but one point. */
static int first_piece(const Stroke *stroke)
{
    return stroke->count == 1 ? 0 : 1;
}

static bool add_pen(Visible *visible, const Drawing *drawing, const Stroke *stroke, Err *err)
{
    for (int i = first_piece(stroke); i < stroke->count; i++) {
        Piece piece = stroke_piece(drawing, stroke, i);
        Point from = piece.from, to = piece.to;
        Range part = common(within_band(from.x_cell, to.x_cell - from.x_cell, 0.0f, SHEET_SIDE),
                            within_band(from.y_cell, to.y_cell - from.y_cell, 0.0f, SHEET_SIDE));
        if (!is_nothing(part) && !add_part(visible, &piece, part, err)) {
            return false;
        }
    }
    return true;
}

/* The run that begins with piece `first` of an eraser's stroke. */
static void run_make(Run *run, const Drawing *drawing, const Stroke *eraser, int first)
{
    run->pieces = 0;
    run->radius_cell = eraser->width_cell / 2;
    for (int i = first; i < eraser->count && run->pieces < RUN_PIECES; i++) {
        Piece piece = stroke_piece(drawing, eraser, i);
        Box reach = box_around(piece.from, piece.to, run->radius_cell);
        if (i == first) {
            run->whole_reach = reach;
        }
        box_include(&run->whole_reach, &reach);
        run->piece[run->pieces] = piece;
        run->reach[run->pieces++] = reach;
    }
}

/* Cut what one piece of the eraser covers out of piece `i`, which becomes none, one or two. */
static bool cut_piece(Visible *visible, int i, const Piece *eraser, float radius, Err *err)
{
    Piece piece = visible->piece[i];
    Range gone = erased(&piece, eraser, radius);
    if (is_nothing(gone)) {
        return true;
    }
    float dx = piece.to.x_cell - piece.from.x_cell, dy = piece.to.y_cell - piece.from.y_cell;
    float length = sqrtf(dx * dx + dy * dy);
    Range before = {0.0f, gone.from}, after = {gone.to, 1.0f};
    visible->piece[i] = visible->piece[--visible->pieces];
    if (before.to * length > CRUMB_CELL && !add_part(visible, &piece, before, err)) {
        return false;
    }
    return (1.0f - after.from) * length <= CRUMB_CELL || add_part(visible, &piece, after, err);
}

/* Cut what a run covers out of the pieces from `start` on. */
static bool cut_pieces(Visible *visible, int start, const Run *run, Err *err)
{
    bool ok = true;
    for (int e = 0; ok && e < run->pieces && start < visible->pieces; e++) {
        for (int i = visible->pieces - 1; ok && i >= start; i--) {
            Box box = box_around(visible->piece[i].from, visible->piece[i].to, 0.0f);
            ok = !box_overlaps(&box, &run->reach[e]) ||
                 cut_piece(visible, i, &run->piece[e], run->radius_cell, err);
        }
    }
    return ok;
}

/* Take away what a run covers of all pieces drawn before. Those out of its reach stay in order;
 * what is left of the others goes to the end of the list. */
static bool erase_run(Visible *visible, const Run *run, Err *err)
{
    int kept = 0, count = visible->pieces;
    for (int i = 0; i < count; i++) {
        Piece piece = visible->piece[i];
        Box box = box_around(piece.from, piece.to, 0.0f);
        int start = visible->pieces;
        if (!box_overlaps(&box, &run->whole_reach)) {
            visible->piece[kept++] = piece;
        } else if (!add_part(visible, &piece, WHOLE, err) ||
                   !cut_pieces(visible, start, run, err)) {
            return false;
        }
    }
    int left = visible->pieces - count;
    memmove(visible->piece + kept, visible->piece + count, (size_t)left * sizeof *visible->piece);
    visible->pieces = kept + left;
    return true;
}

static bool erase(Visible *visible, const Drawing *drawing, const Stroke *eraser, Err *err)
{
    bool ok = true;
    Run run;
    for (int i = first_piece(eraser); ok && visible->pieces > 0 && i < eraser->count;
         i += run.pieces) {
        run_make(&run, drawing, eraser, i);
        ok = erase_run(visible, &run, err);
    }
    return ok;
}

bool visible_make(Visible *visible, const Drawing *drawing, Err *err)
{
    *visible = (Visible){0};
    bool ok = true;
    for (int s = drawing_first_shown(drawing); ok && s < drawing->shown; s++) {
        const Stroke *stroke = &drawing->stroke[s];
        ok = stroke->tool == TOOL_PEN ? add_pen(visible, drawing, stroke, err)
                                      : erase(visible, drawing, stroke, err);
    }
    if (!ok) {
        visible_free(visible);
    }
    return ok;
}

void visible_free(Visible *visible)
{
    if (visible != NULL) {
        free(visible->piece);
        *visible = (Visible){0};
    }
}
