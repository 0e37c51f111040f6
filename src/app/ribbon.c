/* The ribbon of a run: the drawing, read by the network of every frame. */
#include "app/ribbon.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "app/actions.h"
#include "app/views.h"
#include "app/widgets.h"
#include "lab/moment.h"
#include "lab/scrub.h"

static_assert((int)BANDS_COLUMNS >= (int)TIMELINE_FRAMES, "a column for each frame");

static const double WORK_S = 0.002; /* of a frame */

/* Columns follow their frames; what is known of frames that are still there stays. Frames go from
 * among the others, and come at the end. */
static void follow_frames(Ribbon *ribbon, const Timeline *timeline)
{
    Bands *bands = &ribbon->bands;
    int frames = timeline->frames;
    double end = frames > 0 ? timeline_place(timeline->frame[frames - 1].done) : 0.0;
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
        double place = timeline_place(timeline->frame[i].done);
        bands->column[i].at = end > 0.0 ? (float)(place / end) : 0.0f;
    }
    bands->columns = frames;
}

static void read_at(Ribbon *ribbon, const NetInput *input, const TimelineFrame *frame, int column)
{
    NetActs acts;
    BandsColumn *to = &ribbon->bands.column[column];
    net_forward(&frame->net, input, &acts);
    memcpy(to->activation, net_outputs(&frame->net, &acts), sizeof to->activation);
    to->known = true;
}

static double seconds_since(Uint64 start)
{
    return (double)(SDL_GetPerformanceCounter() - start) / (double)SDL_GetPerformanceFrequency();
}

/* The columns that are not known, every 128th first; an empty sheet is not read. False where time
 * is up. */
static bool read_frames(Ribbon *ribbon, const Timeline *timeline)
{
    NetInputRoom room;
    NetInput input = net_input(ribbon->input.cell, &room);
    Uint64 start = SDL_GetPerformanceCounter();
    if (raster_is_blank(&ribbon->input)) {
        return true;
    }
    for (int step = BANDS_COLUMNS / 2; step >= 1; step /= 2) {
        for (int i = 0; i < timeline->frames; i += step) {
            if (ribbon->bands.column[i].known) {
                continue;
            }
            if (seconds_since(start) > WORK_S) {
                return false;
            }
            read_at(ribbon, &input, &timeline->frame[i], i);
        }
    }
    return true;
}

/* Whether the drawing or the frames are others than those that were read. */
static bool is_stale(const App *app)
{
    const Ribbon *ribbon = &app->ribbon;
    const Timeline *timeline = &app->lab.timeline;
    return !ribbon->complete || ribbon->bands.columns != timeline->frames ||
           (timeline->frames > 0 &&
            ribbon->id[timeline->frames - 1] != timeline->frame[timeline->frames - 1].id) ||
           memcmp(&ribbon->input, &app->lab.input, sizeof ribbon->input) != 0;
}

void ribbon_work(App *app)
{
    Ribbon *ribbon = &app->ribbon;
    if (!is_stale(app)) {
        return;
    }
    follow_frames(ribbon, &app->lab.timeline);
    if (memcmp(&ribbon->input, &app->lab.input, sizeof ribbon->input) != 0) {
        ribbon->input = app->lab.input;
        for (int i = 0; i < ribbon->bands.columns; i++) {
            ribbon->bands.column[i].known = false;
        }
    }
    ribbon->complete = read_frames(ribbon, &app->lab.timeline);
    app->redraw = true;
}

int ribbon_sleep_ms(const App *app)
{
    return is_stale(app) ? 0 : -1;
}

/* From the ribbon's left end to its right end, to share of the run; and back. */
static double moment_at(const App *app, float at)
{
    return timeline_moment((double)at) * app->lab.stats.done;
}

static float place_of(const App *app, double done)
{
    return app->lab.stats.done > 0.0 ? (float)timeline_place(done / app->lab.stats.done) : 1.0f;
}

static void add_tick(Bands *bands, float at, int places, double epoch)
{
    BandsTick *tick = &bands->tick[bands->ticks++];
    tick->at = at;
    snprintf(tick->text, sizeof tick->text, "%s%.*f", bands->ticks == 1 ? "epoch " : "", places,
             epoch);
}

/* Epochs 0, 1, 2, 5, 10 and so on, and the newest. */
static void make_ticks(const App *app, Bands *bands)
{
    static const int EPOCH[] = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000};
    double epochs = app->lab.config.epochs, end = epochs * app->lab.stats.done;
    bands->ticks = 0;
    add_tick(bands, 0.0f, 0, 0.0);
    for (size_t i = 0; i < sizeof EPOCH / sizeof EPOCH[0] && EPOCH[i] < end; i++) {
        add_tick(bands, place_of(app, EPOCH[i] / epochs), 0, EPOCH[i]);
    }
    add_tick(bands, 1.0f, app->lab.stats.finished ? 0 : end < 0.1 ? 4 : 1, end);
}

static void make_title(const App *app, Bands *bands)
{
    if (!scrub_can(&app->lab)) {
        snprintf(bands->title, sizeof bands->title, "No run to look back at yet");
    } else if (moment_frame(&app->lab) >= 0) {
        scrub_print_epoch(&app->lab, bands->title, sizeof bands->title);
    } else {
        snprintf(bands->title, sizeof bands->title,
                 app->lab.has_ink ? "The ten outputs for the drawing, over the run"
                                  : "Draw a digit: its ten outputs over the run");
    }
}

void ribbon_update(App *app, SDL_Rect box)
{
    Ribbon *ribbon = &app->ribbon;
    const Paint *paint = app->paint;
    bands_place(&ribbon->places, paint, box);
    make_title(app, &ribbon->bands);
    make_ticks(app, &ribbon->bands);
    ribbon->bands.mark = place_of(app, (double)scrub_slider(&app->lab));
    if (scrub_can(&app->lab)) {
        views_add_spot(app, ribbon->places.picture, RIBBON_ABOUT);
    }
    if (moment_frame(&app->lab) >= 0) {
        SDL_Rect *title = &ribbon->places.title;
        int live_w = paint_px(paint, 44.0f), go_w = paint_px(paint, 124.0f);
        int gap = paint_px(paint, 6.0f);
        SDL_Rect go = {title->x + title->w - go_w, title->y, go_w, title->h};
        SDL_Rect live = {go.x - gap - live_w, title->y, live_w, title->h};
        title->w -= go_w + live_w + 2 * gap;
        widgets_add(app, WIDGET_BUTTON, ACTION_LIVE, live, false);
        widgets_add(app, WIDGET_BUTTON, ACTION_RESUME_FRAME, go, true);
    }
}

void ribbon_draw(const App *app, SDL_Rect box)
{
    (void)box; /* placed by ribbon_update() */
    bands_draw(app->paint, &app->ribbon.bands, &app->ribbon.places);
}

bool ribbon_press(App *app, int x, int y, bool dragged)
{
    const Ribbon *ribbon = &app->ribbon;
    if (!scrub_can(&app->lab) ||
        (!dragged && !SDL_PointInRect(&(SDL_Point){x, y}, &ribbon->places.picture))) {
        return false;
    }
    scrub_slide(&app->lab, (float)moment_at(app, bands_share_at(&ribbon->places, x)));
    return true;
}

void ribbon_explain(const App *app, SDL_Point at, Hint *hint)
{
    const Ribbon *ribbon = &app->ribbon;
    double moment = moment_at(app, bands_share_at(&ribbon->places, at.x));
    int frame = timeline_nearest(&app->lab.timeline, moment),
        row = bands_row_at(&ribbon->places, at.y);
    if (frame < 0 || frame >= ribbon->bands.columns || !ribbon->bands.column[frame].known) {
        return;
    }
    double epoch = app->lab.timeline.frame[frame].done * app->lab.config.epochs;
    hint_title(hint, "Output %d for the drawing at epoch %.3g", row, epoch);
    hint_say(
        hint, "a = %.4f, by the weights of then: frame %d of %d.\nPress to look at that moment.",
        (double)ribbon->bands.column[frame].activation[row], frame + 1, app->lab.timeline.frames);
    hint_unit(hint, "activation, 0 to 1; no probability");
}
