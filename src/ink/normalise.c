/* A drawing made into the network's input, as MNIST's images were made. The centre-lines are scaled
 * and moved, never pixels, and inked at one width: so what counts is the shape alone. */
#include "ink/normalise.h"

#include <math.h>
#include <string.h>

#include "ink/box.h"
#include "ink/slant.h"
#include "ink/stray.h"
#include "ink/visible.h"

/* MNIST's digits fill 20x20 cells; the middle of the ink lies in the cell right and below of the
 * sheet's middle (measured on its 10,000 test images: evenly spread over 14..15, both ways). */
static const float FIT_CELL = 20.0f, CENTRE_CELL = 14.5f;

static const float LINE_CELL = 2.0f;   /* width of the lines */
static const float MAGNIFY_MAX = 8.0f; /* so that a dot stays a dot */

/* Centre-lines shorter than this, fitted, are inked together: fast pens report many. */
static const float STEP_CELL = 0.25f;

/* Where a point of the drawing comes to lie: its slant is removed, then it is scaled and moved. */
typedef struct Fit {
    float slant, scale, x_cell, y_cell;
} Fit;

static Point fitted(Fit fit, Point at)
{
    float x_cell = at.x_cell - fit.slant * at.y_cell;
    return (Point){x_cell * fit.scale + fit.x_cell, at.y_cell * fit.scale + fit.y_cell};
}

static float slant_of_lines(const Visible *visible, Preparation preparation)
{
    InkSums sums = {0};
    for (int i = 0; i < visible->pieces; i++) {
        slant_add_line(&sums, visible->piece[i].from, visible->piece[i].to);
    }
    return (float)slant_of(&sums, preparation);
}

static Box box_of(const Visible *visible, Fit fit)
{
    Point first = fitted(fit, visible->piece[0].from);
    Box box = {first, first};
    for (int i = 0; i < visible->pieces; i++) {
        Box piece = box_around(fitted(fit, visible->piece[i].from),
                               fitted(fit, visible->piece[i].to), 0.0f);
        box_include(&box, &piece);
    }
    return box;
}

/* Remove the slant; scale the box and its lines to 20 cells, its middle to the middle of the
 * sheet. */
static Fit fit_lines(const Visible *visible, float slant)
{
    Box box = box_of(visible, (Fit){.slant = slant, .scale = 1.0f});
    float longer = fmaxf(box_width(&box), box_height(&box)), room = FIT_CELL - LINE_CELL;
    float scale = longer * MAGNIFY_MAX < room ? MAGNIFY_MAX : room / longer;
    return (Fit){
        slant,
        scale,
        SHEET_SIDE / 2.0f - scale * (box.low.x_cell + box.high.x_cell) / 2,
        SHEET_SIDE / 2.0f - scale * (box.low.y_cell + box.high.y_cell) / 2,
    };
}

static bool is_short(Point from, Point to)
{
    float dx = to.x_cell - from.x_cell, dy = to.y_cell - from.y_cell;
    return dx * dx + dy * dy < STEP_CELL * STEP_CELL;
}

static void ink_lines(Sheet *sheet, const Visible *visible, Fit fit)
{
    memset(sheet, 0, sizeof *sheet);
    for (int i = 0; i < visible->pieces;) {
        Point from = fitted(fit, visible->piece[i].from), to;
        do {
            to = fitted(fit, visible->piece[i].to);
            i++;
        } while (visible_goes_on(visible, i) && is_short(from, to));
        raster_piece(sheet, TOOL_PEN, LINE_CELL, from, to);
    }
}

/* How far lines from low to high move, so that `centre` comes to the middle but none leaves. */
static float shift(float centre, float low, float high)
{
    float reach = LINE_CELL / 2 + 0.5f;
    return fminf(fmaxf(CENTRE_CELL - centre, reach - low), SHEET_SIDE - reach - high);
}

/* What is written on the drawing: what shows of it, stray marks apart. */
static bool written(Visible *visible, const Drawing *drawing, Err *err)
{
    if (!visible_make(visible, drawing, err)) {
        return false;
    }
    stray_leave_out(visible);
    return true;
}

/* Their place on the network's input; `input` is for work. */
static Fit place_lines(const Visible *visible, Preparation preparation, Sheet *input)
{
    Fit fit = fit_lines(visible, slant_of_lines(visible, preparation));
    ink_lines(input, visible, fit);
    Point centre = raster_centre(input);
    Box box = box_of(visible, fit);
    fit.x_cell += shift(centre.x_cell, box.low.x_cell, box.high.x_cell);
    fit.y_cell += shift(centre.y_cell, box.low.y_cell, box.high.y_cell);
    return fit;
}

bool normalise_drawing(const Drawing *drawing, Preparation preparation, Sheet *input, Err *err)
{
    if (preparation == PREPARATION_RAW) {
        raster_drawing(input, drawing);
        return true;
    }
    memset(input, 0, sizeof *input);
    Visible visible;
    if (!written(&visible, drawing, err)) {
        return false;
    }
    if (visible.pieces > 0) {
        ink_lines(input, &visible, place_lines(&visible, preparation, input));
    }
    visible_free(&visible);
    return true;
}

Point normalise_point(const Drawing *drawing, Preparation preparation, Point at)
{
    Visible visible;
    Err err;
    if (preparation == PREPARATION_RAW || !written(&visible, drawing, &err)) {
        return at;
    }
    if (visible.pieces > 0) {
        Sheet input;
        at = fitted(place_lines(&visible, preparation, &input), at);
    }
    visible_free(&visible);
    return at;
}
