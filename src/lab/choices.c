/* What the person chooses. */
#include "lab/choices.h"

#include <math.h>
#include <stddef.h>

#include "lab/session_facts.h"
#include "lab/training.h"

static const float BRUSH_STEP_CELL = 0.25f, ZOOM_STEP = 0.25f;

static float fit(float number, float low, float high)
{
    return fminf(fmaxf(number, low), high);
}

void choices_tool(Lab *lab, int tool)
{
    lab->settings.tool = (Tool)tool;
}

bool choices_has_tool(const Lab *lab, int tool)
{
    return (int)lab->settings.tool == tool;
}

void choices_brush(Lab *lab, int steps)
{
    float *brush_cell = &lab->settings.brush_cell;
    *brush_cell = fit(*brush_cell + (float)steps * BRUSH_STEP_CELL, BRUSH_MIN_CELL, BRUSH_MAX_CELL);
}

float choices_brush_share(const Lab *lab)
{
    return (lab->settings.brush_cell - BRUSH_MIN_CELL) / (BRUSH_MAX_CELL - BRUSH_MIN_CELL);
}

void choices_slide_brush(Lab *lab, float share)
{
    lab->settings.brush_cell = BRUSH_MIN_CELL + share * (BRUSH_MAX_CELL - BRUSH_MIN_CELL);
}

void choices_speed(Lab *lab, int steps)
{
    training_set_speed(lab, lab->plan.speed + steps);
}

float choices_speed_share(const Lab *lab)
{
    return (float)lab->plan.speed / (PLAN_SPEEDS - 1);
}

void choices_slide_speed(Lab *lab, float share)
{
    training_set_speed(lab, (int)lroundf(share * (PLAN_SPEEDS - 1)));
}

void choices_zoom(Lab *lab, int steps)
{
    FactRange range = session_facts_range(offsetof(SessionFacts, settings.zoom));
    float zoom = steps ? lab->settings.zoom + (float)steps * ZOOM_STEP : range.first;
    lab->settings.zoom = fit(zoom, range.low, range.high);
}

/* Fitted: back to how the network was trained, straightened or not. */
static Preparation prepared_as_trained(const Lab *lab)
{
    Preparation trained = model_preparation(&lab->model);
    return trained == PREPARATION_RAW ? PREPARATION_FITTED : trained;
}

/* Straightened in the way of the network, where it has one. */
static Preparation straightened_as_trained(const Lab *lab)
{
    Preparation trained = model_preparation(&lab->model);
    return preparation_straightens(trained) ? trained : PREPARATION_UPRIGHT;
}

void choices_prepare(Lab *lab, int preparation)
{
    bool on = choices_has_preparation(lab, preparation);
    if (preparation_straightens((Preparation)preparation)) {
        choices_prepare_as(lab, on ? PREPARATION_FITTED : straightened_as_trained(lab));
    } else {
        choices_prepare_as(lab, on ? PREPARATION_RAW : prepared_as_trained(lab));
    }
}

void choices_prepare_as(Lab *lab, Preparation preparation)
{
    lab->preparation = preparation;
    lab->answer_stale = true;
}

bool choices_has_preparation(const Lab *lab, int preparation)
{
    return preparation_straightens((Preparation)preparation)
               ? preparation_straightens(lab->preparation)
               : lab->preparation != PREPARATION_RAW;
}

void choices_cost(Lab *lab, int cost)
{
    lab->plan.cost = (NetCost)cost;
}

bool choices_has_cost(const Lab *lab, int cost)
{
    return (int)lab->plan.cost == cost;
}

/* What there is to say of a source that was chosen and is not there. */
static void tell_missing(Lab *lab, Source source)
{
    if (source == SOURCE_MNIST && !lab->mnist_found) {
        news_say(&lab->news, OFFER_GET_MNIST,
                 "MNIST is not on this machine: get it (12 MB) to train on it.");
    } else if (source == SOURCE_OWN && lab->mine.own.digits.digits == 0) {
        news_say(&lab->news, OFFER_NONE,
                 "There are no digits of yours yet: draw one, then press the key of what it was "
                 "meant to be.");
    }
}

void choices_data(Lab *lab, int source)
{
    Plan *plan = &lab->plan;
    bool *const CHOSEN[] = {&plan->data_mnist, &plan->data_strokes, &plan->data_own};
    bool *chosen = CHOSEN[source];
    *chosen = !*chosen;
    if (!plan->data_mnist && !plan->data_strokes && !plan->data_own) {
        *chosen = true;
        news_say(&lab->news, OFFER_NONE,
                 "Training needs something to train on: choose other data first.");
    }
    if (*chosen) {
        tell_missing(lab, (Source)source);
    }
    plan->data_asked = plan->data_asked || source == SOURCE_STROKES;
}

bool choices_has_data(const Lab *lab, int source)
{
    const Plan *plan = &lab->plan;
    return source == SOURCE_MNIST     ? plan->data_mnist
           : source == SOURCE_STROKES ? plan->data_strokes
                                      : plan->data_own;
}

void choices_present(Lab *lab, int part)
{
    lab->settings.present_hidden ^= (unsigned)part;
}

bool choices_presents(const Lab *lab, int part)
{
    return !(lab->settings.present_hidden & (unsigned)part);
}

void choices_window(Lab *lab, int w, int h)
{
    lab->settings.window_w = w;
    lab->settings.window_h = h;
}

void choices_strip(Lab *lab, bool open)
{
    lab->settings.strip_open = open;
}

void choices_tour(Lab *lab, int step, unsigned done)
{
    lab->settings.tour_step = step;
    lab->settings.tour_done = done;
}

void choices_has_drawn(Lab *lab, bool has_drawn)
{
    lab->settings.has_drawn = has_drawn;
}
