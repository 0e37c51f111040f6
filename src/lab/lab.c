/* What a session is about, and the path of the ink through it. */
#include "lab/lab.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "ink/apart.h"
#include "ink/stray.h"
#include "lab/mine.h"
#include "lab/mine_file.h"
#include "lab/models.h"
#include "lab/opinion.h"
#include "lab/reading.h"
#include "lab/series.h"
#include "lab/session.h"
#include "lab/session_facts.h"
#include "lab/several.h"
#include "lab/supply.h"
#include "lab/training.h"
#include "lab/weights.h"

enum { PATIENCE_MS = 50, FETCH_LOOK_MS = 50, JOBS_END_MS = 2000 };

bool lab_make(Lab *lab, const char *data, void (*wake)(void *context), void *context, Err *err)
{
    *lab = (Lab){
        .errands.patience_ms = PATIENCE_MS,
        .answer_stale = true,
        .wake = wake,
        .wake_context = context,
    };
    SessionFacts first = session_facts_default();
    session_facts_give(&first, lab);
    lab->jobs = jobs_create(wake, context, err);
    if (!lab->jobs || !errands_make(&lab->errands, wake, context, err) ||
        !shelf_make(&lab->shelf, err)) {
        lab_free(lab);
        return false;
    }
    if (data && !(lab->data_folder = strdup(data))) {
        lab_free(lab);
        return err_set(err, "There is not enough memory to start; close other programs.");
    }
    return true;
}

bool lab_start(Lab *lab, Err *err)
{
    if (!session_load(lab) && !models_open_shipped(lab, SHIPPED_DEFAULT, err)) {
        return false;
    }
    models_start(lab);
    if (!mine_start(lab, err)) {
        return false;
    }
    supply_start(lab);
    return true;
}

void lab_free(Lab *lab)
{
    errands_free(&lab->errands);
    bool idle = jobs_destroy(lab->jobs, JOBS_END_MS);
    session_free(lab, idle);
    supply_free(lab);
    training_free(lab);
    mine_free(lab);
    net_acts_free(&lab->acts);
    model_free(&lab->model);
    opinion_free(&lab->opinion);
    shelf_free(&lab->shelf);
    weights_forget(lab);
    drawing_free(&lab->drawing);
    drawing_free(&lab->exhibit.drawn);
    several_free(lab);
    free(lab->data_folder);
    *lab = (Lab){0};
}

void lab_poll(Lab *lab)
{
    training_poll(lab);
    series_poll(lab);
    mine_update(lab);
    reading_update(lab);
}

int lab_sleep_ms(const Lab *lab)
{
    int fetch_ms = lab->fetch ? FETCH_LOOK_MS : -1;
    return clock_sooner_ms(clock_sooner_ms(fetch_ms, reading_sleep_ms(lab)),
                           mine_file_sleep_ms(&lab->mine));
}

bool lab_update(Lab *lab)
{
    Err err;
    if (!lab->answer_stale) {
        return false;
    }
    lab->answer_stale = false;
    if (lab->exhibit.shown) {
        lab->sheet = lab->input = lab->exhibit.level; /* prepared before */
        raster_on(&lab->sheet, &lab->exhibit.drawn);
        stray_ink_on(&lab->input, &lab->exhibit.drawn);
        lab->several_drawn = false;
    } else {
        raster_drawing(&lab->sheet, &lab->drawing);
        bool ok = normalise_drawing(&lab->drawing, lab->preparation, &lab->input, &err);
        news_fail_unless(&lab->news, ok, &err);
        lab->several_drawn = apart_several(&lab->drawing);
    }
    const float *outputs = net_forward_levels(&lab->model.net, lab->input.cell, &lab->acts);
    lab->has_ink = !raster_is_blank(&lab->input);
    lab->answer = lab->has_ink ? answer_of(outputs) : (Answer){0};
    opinion_update(lab);
    lab->answers++;
    return true;
}

/* What the pen draws on: the image, or the person's drawing. */
static Drawing *ink_of(Lab *lab)
{
    return lab->exhibit.shown ? &lab->exhibit.drawn : &lab->drawing;
}

/* Likewise, to look at. */
static const Drawing *ink_on(const Lab *lab)
{
    return lab->exhibit.shown ? &lab->exhibit.drawn : &lab->drawing;
}

bool lab_pen_is_down(const Lab *lab)
{
    return ink_on(lab)->pen_down;
}

/* The image leaves the sheet, with what was drawn on it; it can come back until the drawing goes
 * on. */
static void leave_exhibit(Lab *lab, Left left)
{
    lab->exhibit.shown = false;
    lab->exhibit.left = left;
    lab->exhibit.edits = lab->drawing.shown;
}

/* Whether it left so, and nothing was done since. */
static bool can_return(const Lab *lab, Left left)
{
    return !lab->exhibit.shown && lab->exhibit.left == left &&
           lab->exhibit.edits == lab->drawing.shown;
}

/* It comes back as it was. */
static void bring_exhibit_back(Lab *lab)
{
    lab->exhibit.shown = true;
    lab->exhibit.left = LEFT_FOR_GOOD;
}

/* As far as is known: strokes of this frame are not inked yet. */
static bool is_blank(const Lab *lab)
{
    return !lab->exhibit.shown && (drawing_is_empty(&lab->drawing) ||
                                   (!lab->answer_stale && raster_is_blank(&lab->sheet)));
}

bool lab_pen_down(Lab *lab, Tool tool, float brush_cell, Point at, Err *err)
{
    if (tool == TOOL_ERASER && is_blank(lab)) {
        news_say(&lab->news, OFFER_NONE, "There is nothing to erase: the pen (P) draws.");
        return true;
    }
    if (!lab->exhibit.shown) {
        lab->exhibit.left = LEFT_FOR_GOOD;
        mine_before_pen(lab, tool);
    }
    bool ok = drawing_pen_down(ink_of(lab), tool, brush_cell, at, err);
    lab_drawing_changed(lab);
    return ok;
}

bool lab_pen_to(Lab *lab, Point at, Err *err)
{
    lab->answer_stale = true;
    return drawing_pen_to(ink_of(lab), at, err);
}

void lab_pen_up(Lab *lab)
{
    drawing_pen_up(ink_of(lab));
}

int lab_input_at(const Lab *lab, Point at)
{
    Point to = lab->exhibit.shown ? at : normalise_point(&lab->drawing, lab->preparation, at);
    bool inside =
        to.x_cell >= 0.0f && to.x_cell < SHEET_SIDE && to.y_cell >= 0.0f && to.y_cell < SHEET_SIDE;
    int input = inside ? (int)to.y_cell * SHEET_SIDE + (int)to.x_cell : -1;
    return input >= 0 && lab->input.cell[input] > 0 ? input : -1;
}

bool lab_can_undo(const Lab *lab)
{
    return lab->exhibit.shown || can_return(lab, LEFT_CLEARED) || mine_can_take_back(lab) ||
           drawing_can_undo(&lab->drawing);
}

void lab_undo(Lab *lab)
{
    if (lab->exhibit.shown) {
        if (drawing_can_undo(&lab->exhibit.drawn)) {
            drawing_undo(&lab->exhibit.drawn);
        } else {
            leave_exhibit(lab, LEFT_UNDONE);
        }
        lab_drawing_changed(lab);
    } else if (can_return(lab, LEFT_CLEARED)) {
        bring_exhibit_back(lab);
        if (lab->exhibit.cleared > 0) {
            drawing_undo(&lab->drawing);
        }
        lab_drawing_changed(lab);
    } else if (mine_can_take_back(lab)) {
        mine_take_back(lab);
    } else {
        drawing_undo(&lab->drawing);
        lab_drawing_changed(lab);
        mine_find(lab);
    }
}

bool lab_can_redo(const Lab *lab)
{
    return can_return(lab, LEFT_UNDONE) || drawing_can_redo(ink_on(lab));
}

void lab_redo(Lab *lab)
{
    if (can_return(lab, LEFT_UNDONE)) {
        bring_exhibit_back(lab);
    } else {
        drawing_redo(ink_of(lab));
    }
    lab_drawing_changed(lab);
    if (!lab->exhibit.shown) {
        mine_find(lab);
    }
}

bool lab_can_clear(const Lab *lab)
{
    return lab->exhibit.shown || !drawing_is_empty(&lab->drawing) ||
           lab->settings.tool == TOOL_ERASER;
}

void lab_clear(Lab *lab)
{
    Err err;
    int before = lab->drawing.shown;
    bool exhibit = lab->exhibit.shown;
    lab->exhibit.shown = false;
    mine_outdate(lab);
    lab->settings.tool = TOOL_PEN; /* on an empty sheet there is nothing to erase */
    news_fail_unless(&lab->news, drawing_clear(&lab->drawing, &err), &err);
    if (exhibit) {
        leave_exhibit(lab, LEFT_CLEARED);
        lab->exhibit.cleared = lab->drawing.shown - before;
    }
    lab_drawing_changed(lab);
}

void lab_exhibit(Lab *lab, const uint8_t level[SHEET_CELLS], int label, const char *name)
{
    drawing_pen_up(&lab->drawing);
    drawing_free(&lab->exhibit.drawn);
    lab->exhibit = (Exhibit){.shown = true, .label = label};
    memcpy(lab->exhibit.level.cell, level, SHEET_CELLS);
    snprintf(lab->exhibit.name, sizeof lab->exhibit.name, "%s", name);
    lab->exhibits++;
    lab_drawing_changed(lab);
}
