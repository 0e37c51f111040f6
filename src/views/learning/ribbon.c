/* The ribbon of a run: the drawing, read by the network of every frame. */
#include "views/learning/ribbon.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "lab/moment.h"
#include "lab/scrub.h"
#include "shell/widgets.h"
#include "ui/row.h"

static_assert((int)BANDS_COLUMNS >= (int)TIMELINE_FRAMES, "a column for each frame");

/* Columns follow their frames; what is known of frames that are still there stays. Frames go from
 * among the others, and come at the end. */
static void follow_frames(Ribbon *ribbon, const Timeline *timeline)
{
    Bands *bands = &ribbon->bands;
    int frames = timeline->frames;
    for (int i = 0, old = 0; i < frames; i++) {
        int id = timeline->frame[i].id;
        while (old < bands->columns && ribbon->id[old] < id) {
            old++;
        }
        if (old < bands->columns && ribbon->id[old] == id) {
            bands->column[i] = bands->column[old];
        } else {
            bands->column[i].known = false;
        }
        ribbon->id[i] = id;
    }
    bands->columns = frames;
}

static void read_at(Ribbon *ribbon, const NetInput *input, const TimelineFrame *frame, int column)
{
    BandsColumn *to = &ribbon->bands.column[column];
    net_forward(&frame->net, input, &ribbon->acts);
    memcpy(to->activation, net_outputs(&frame->net, &ribbon->acts), sizeof to->activation);
    to->known = true;
}

/* The columns that are not known, every 128th first; an empty sheet is not read, and nothing is
 * where there is no memory. False where time is up. */
static bool read_frames(Ribbon *ribbon, const Timeline *timeline)
{
    NetInputRoom room;
    NetInput input = net_input(ribbon->input.cell, &room);
    Slice slice = slice_begin();
    Err err;
    if (raster_is_blank(&ribbon->input) || timeline->frames == 0 ||
        !net_acts_fit(&ribbon->acts, &timeline->frame[0].net.shape, &err)) {
        return true;
    }
    for (int step = BANDS_COLUMNS / 2; step >= 1; step /= 2) {
        for (int i = 0; i < timeline->frames; i += step) {
            if (ribbon->bands.column[i].known) {
                continue;
            }
            if (!slice_goes_on(&slice)) {
                return false;
            }
            read_at(ribbon, &input, &timeline->frame[i], i);
        }
    }
    return true;
}

/* Whether the drawing or the frames are others than those that were read. */
static bool is_stale(const LearningView *view)
{
    const Ribbon *ribbon = &view->ribbon;
    const Timeline *timeline = &view->lab->timeline;
    return !ribbon->complete || ribbon->bands.columns != timeline->frames ||
           (timeline->frames > 0 &&
            ribbon->id[timeline->frames - 1] != timeline->frame[timeline->frames - 1].id) ||
           memcmp(&ribbon->input, &view->lab->input, sizeof ribbon->input) != 0;
}

void ribbon_work(LearningView *view)
{
    Ribbon *ribbon = &view->ribbon;
    if (!is_stale(view)) {
        return;
    }
    follow_frames(ribbon, &view->lab->timeline);
    if (memcmp(&ribbon->input, &view->lab->input, sizeof ribbon->input) != 0) {
        ribbon->input = view->lab->input;
        for (int i = 0; i < ribbon->bands.columns; i++) {
            ribbon->bands.column[i].known = false;
        }
    }
    ribbon->complete = read_frames(ribbon, &view->lab->timeline);
    shell_redraw(view->shell);
}

int ribbon_sleep_ms(const LearningView *view)
{
    return is_stale(view) ? 0 : -1;
}

/* Its axis is that of the time line. */
static void place_columns(const LearningView *view, Bands *bands)
{
    const Lab *lab = view->lab;
    double steps = (double)lab->stats.steps_planned;
    for (int i = 0; i < bands->columns && i < lab->timeline.frames; i++) {
        bands->column[i].at = scrub_place(lab, lab->timeline.frame[i].done * steps);
    }
    bands->mark = scrub_slider(lab);
}

/* 1, 10, 100 and so on. */
static void make_ticks(const LearningView *view, Bands *bands)
{
    char number[NUMBER_TEXT];
    bands->ticks = 0;
    for (double step = 1.0; step <= scrub_end(view->lab) && bands->ticks < BANDS_TICKS;
         step *= 10.0) {
        BandsTick *tick = &bands->tick[bands->ticks++];
        tick->at = scrub_place(view->lab, step);
        number_print(number, sizeof number, step);
        snprintf(tick->text, sizeof tick->text, "%.15s", number);
    }
}

static void make_title(const LearningView *view, Bands *bands)
{
    if (!scrub_can(view->lab)) {
        snprintf(bands->title, sizeof bands->title, "%s",
                 view->lab->runs.count > 0 ? "This run is over: its moments are not kept"
                                           : "No run to look back at yet");
    } else if (moment_frame(view->lab) >= 0) {
        scrub_print_epoch(view->lab, bands->title, sizeof bands->title);
    } else {
        snprintf(bands->title, sizeof bands->title,
                 view->lab->has_ink ? "The ten outputs for the drawing, over the run"
                                    : "Draw a digit: its ten outputs over the run");
    }
}

void ribbon_update(LearningView *view, SDL_Rect box)
{
    Ribbon *ribbon = &view->ribbon;
    const Paint *paint = view->shell->paint;
    bands_place(&ribbon->places, paint, box);
    make_title(view, &ribbon->bands);
    make_ticks(view, &ribbon->bands);
    place_columns(view, &ribbon->bands);
    ribbon->bands.best = view->lab->has_ink ? view->lab->answer.digit : -1;
    ribbon->bands.unit = moment_frame(view->lab) >= 0 ? NULL : "minibatch, log scale";
    if (scrub_can(view->lab)) {
        panes_add_spot(view->shell, ribbon->places.picture, RIBBON_ABOUT);
    }
    if (moment_frame(view->lab) >= 0) {
        SDL_Rect *title = &ribbon->places.title;
        int gap = paint_px(paint, 6.0f);
        SDL_Rect go = row_right(title, paint_px(paint, 124.0f), gap);
        SDL_Rect live = row_right(title, paint_px(paint, 44.0f), gap);
        widgets_add(view->shell, WIDGET_BUTTON, ACTION_LIVE, live, false);
        widgets_add(view->shell, WIDGET_BUTTON, ACTION_RESUME_FRAME, go, true);
    }
}

void ribbon_draw(const LearningView *view, SDL_Rect box)
{
    (void)box; /* placed by ribbon_update() */
    bands_draw(view->shell->paint, &view->ribbon.bands, &view->ribbon.places);
}

bool ribbon_press(LearningView *view, int x, int y, bool dragged)
{
    const Ribbon *ribbon = &view->ribbon;
    if (!scrub_can(view->lab) ||
        (!dragged && !SDL_PointInRect(&(SDL_Point){x, y}, &ribbon->places.picture))) {
        return false;
    }
    scrub_slide(shell_change(view->shell), bands_share_at(&ribbon->places, x));
    return true;
}

void ribbon_explain(const LearningView *view, SDL_Point at, Hint *hint)
{
    const Ribbon *ribbon = &view->ribbon;
    int frame = scrub_frame_at(view->lab, bands_share_at(&ribbon->places, at.x)),
        row = bands_row_at(&ribbon->places, at.y);
    if (frame < 0 || frame >= ribbon->bands.columns || !ribbon->bands.column[frame].known) {
        return;
    }
    double epoch = view->lab->timeline.frame[frame].done * view->lab->config.epochs;
    hint_title(hint, "Output %d for the drawing at epoch %.3g", row, epoch);
    hint_say(
        hint, "a = %.4f, by the weights of then: frame %d of %d.\nPress to look at that moment.",
        (double)ribbon->bands.column[frame].activation[row], frame + 1, view->lab->timeline.frames);
    hint_unit(hint, "activation, 0 to 1; no probability");
}
