/* Pen digits drawn on the sheet as a person may draw them. */
#include "cli/redraw.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "cli/args.h"

enum { DOT_TRIES = 20 };

static const float FULL_TURN = 6.2831853f;

static bool parse_size(const char *text, Redraw *redraw, Err *err)
{
    char least[32];
    const char *dots = strstr(text, "..");
    size_t length = dots ? (size_t)(dots - text) : strlen(text);
    snprintf(least, sizeof least, "%.*s", (int)length, text);
    if (length >= sizeof least || !args_number(least, &redraw->size_least) ||
        !args_number(dots ? dots + 2 : least, &redraw->size_most) || redraw->size_least <= 0 ||
        redraw->size_most > 1 || redraw->size_least > redraw->size_most) {
        return err_set(
            err,
            "--size takes a share of the sheet above 0 and up to 1, or two of them as in "
            "0.4..0.9, not '%s'.",
            text);
    }
    return true;
}

bool redraw_parse(Redraw *redraw, const char *size, const char *at, Err *err)
{
    if (strcmp(at, "centre") != 0 && strcmp(at, "random") != 0) {
        return err_set(err, "--at takes centre or random, not '%s'.", at);
    }
    redraw->at_random = strcmp(at, "random") == 0;
    if (redraw->brush_cell < BRUSH_MIN_CELL || redraw->brush_cell > BRUSH_MAX_CELL) {
        return err_set(err, "--brush takes a width from %g to %g cells.", (double)BRUSH_MIN_CELL,
                       (double)BRUSH_MAX_CELL);
    }
    if (!(redraw->dot >= 0.0f && redraw->dot <= 1.0f)) {
        return err_set(err, "--dot takes a share from 0 to 1, not %g.", (double)redraw->dot);
    }
    return parse_size(size, redraw, err);
}

/* A place for something `side_cell` long where it and half a brush on each side fit, or the middle
 * where they do not. */
static float place_side(float side_cell, float brush_cell, bool at_random, Rng *rng)
{
    float share = at_random ? rng_unit(rng) : 0.5f;
    float free_cell = SHEET_SIDE - side_cell - brush_cell;
    return free_cell > 0 ? brush_cell / 2 + share * free_cell : (SHEET_SIDE - side_cell) / 2;
}

/* A stray dot beside a digit, in the first of some directions where it is on the sheet. */
static bool draw_dot(const Redraw *redraw, Point corner, Point size, float side_cell, Rng *rng,
                     Drawing *drawing, Err *err)
{
    float apart_cell = redraw->dot * side_cell, half_cell = redraw->brush_cell / 2;
    for (int i = 0; redraw->dot > 0.0f && i < DOT_TRIES; i++) {
        float angle = FULL_TURN * rng_unit(rng);
        Point at = {corner.x_cell + size.x_cell / 2 + cosf(angle) * (size.x_cell / 2 + apart_cell),
                    corner.y_cell + size.y_cell / 2 + sinf(angle) * (size.y_cell / 2 + apart_cell)};
        if (fminf(at.x_cell, at.y_cell) >= half_cell &&
            fmaxf(at.x_cell, at.y_cell) <= SHEET_SIDE - half_cell) {
            bool ok = drawing_pen_down(drawing, TOOL_PEN, redraw->brush_cell, at, err);
            drawing_pen_up(drawing);
            return ok;
        }
    }
    return true;
}

static bool draw_digit(const Redraw *redraw, const Digits *digits, int i, Rng *rng,
                       Drawing *drawing, Err *err)
{
    float share = redraw->size_least + rng_unit(rng) * (redraw->size_most - redraw->size_least);
    float side_cell = share * SHEET_SIDE;
    Point size = digits_size(digits, i, side_cell), corner;
    corner.x_cell = place_side(size.x_cell, redraw->brush_cell, redraw->at_random, rng);
    corner.y_cell = place_side(size.y_cell, redraw->brush_cell, redraw->at_random, rng);
    return digits_draw(digits, i, corner, side_cell, redraw->brush_cell, drawing, err) &&
           draw_dot(redraw, corner, size, side_cell, rng, drawing, err);
}

bool redraw_answer(const Redraw *redraw, const Digits *digits, int i, Preparation preparation,
                   const Net *net, NetActs *acts, Rng *rng, Answer *answer, Err *err)
{
    Drawing drawing = {0};
    Sheet sheet;
    bool ok = draw_digit(redraw, digits, i, rng, &drawing, err) &&
              normalise_drawing(&drawing, preparation, &sheet, err);
    drawing_free(&drawing);
    if (!ok) {
        return false;
    }
    *answer = answer_of(net_forward_levels(net, sheet.cell, acts));
    return true;
}
