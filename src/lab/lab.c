/* What a session is about, and the path of the ink through it. */
#include "lab/lab.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "lab/mine.h"
#include "lab/mine_file.h"
#include "lab/models.h"
#include "lab/reading.h"
#include "lab/session.h"
#include "lab/session_facts.h"
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
    if (!lab->jobs || !errands_make(&lab->errands, wake, context, err)) {
        lab_free(lab);
        return false;
    }
    if (data && !(lab->data_folder = strdup(data))) {
        lab_free(lab);
        return err_set(err, "There is not enough memory to start; close other programs.");
    }
    return true;
}

bool lab_start(Lab *lab, const char *network, Err *err)
{
    Err why;
    if (!session_load(lab) && !models_open_shipped(lab, SHIPPED_DEFAULT, err)) {
        return false;
    }
    if (network && !models_open(lab, network, &why)) {
        news_fail(&lab->news, OFFER_NONE, why.text);
    }
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
    model_free(&lab->previous);
    weights_forget(lab);
    drawing_free(&lab->drawing);
    free(lab->data_folder);
    *lab = (Lab){0};
}

void lab_poll(Lab *lab)
{
    training_poll(lab);
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
    } else {
        raster_drawing(&lab->sheet, &lab->drawing);
        bool ok = normalise_drawing(&lab->drawing, lab->preparation, &lab->input, &err);
        news_fail_unless(&lab->news, ok, &err);
    }
    const float *outputs = net_forward_levels(&lab->model.net, lab->input.cell, &lab->acts);
    lab->has_ink = !raster_is_blank(&lab->input);
    lab->answer = lab->has_ink ? answer_of(outputs) : (Answer){0};
    lab->answers++;
    return true;
}

/* Called before the pen touches the sheet. */
static bool make_room(Lab *lab, Tool tool, Err *err)
{
    bool ok = true;
    if (lab->exhibit.shown) {
        lab->exhibit.shown = false;
        ok = drawing_clear(&lab->drawing, err);
    }
    mine_before_pen(lab, tool);
    return ok;
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
    bool ok =
        make_room(lab, tool, err) && drawing_pen_down(&lab->drawing, tool, brush_cell, at, err);
    lab_drawing_changed(lab);
    return ok;
}

bool lab_pen_to(Lab *lab, Point at, Err *err)
{
    lab->answer_stale = true;
    return drawing_pen_to(&lab->drawing, at, err);
}

void lab_pen_up(Lab *lab)
{
    drawing_pen_up(&lab->drawing);
}

bool lab_can_undo(const Lab *lab)
{
    return lab->exhibit.shown || mine_can_take_back(lab) || drawing_can_undo(&lab->drawing);
}

void lab_undo(Lab *lab)
{
    if (lab->exhibit.shown) {
        lab->exhibit.shown = false;
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
    return !lab->exhibit.shown && drawing_can_redo(&lab->drawing);
}

void lab_redo(Lab *lab)
{
    drawing_redo(&lab->drawing);
    lab_drawing_changed(lab);
    mine_find(lab);
}

bool lab_can_clear(const Lab *lab)
{
    return lab->exhibit.shown || !drawing_is_empty(&lab->drawing);
}

void lab_clear(Lab *lab)
{
    Err err;
    lab->exhibit.shown = false;
    mine_outdate(lab);
    lab->settings.tool = TOOL_PEN; /* on an empty sheet there is nothing to erase */
    news_fail_unless(&lab->news, drawing_clear(&lab->drawing, &err), &err);
    lab_drawing_changed(lab);
}

void lab_exhibit(Lab *lab, const uint8_t level[SHEET_CELLS], int label, const char *name)
{
    drawing_pen_up(&lab->drawing);
    lab->exhibit = (Exhibit){.shown = true, .label = label};
    memcpy(lab->exhibit.level.cell, level, SHEET_CELLS);
    snprintf(lab->exhibit.name, sizeof lab->exhibit.name, "%s", name);
    lab_drawing_changed(lab);
}
