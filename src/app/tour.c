/* The guided walk: going from step to step, the card and the ring. */
#include "app/tour.h"

#include <stdio.h>

#include "app/actions.h"
#include "app/tour_steps.h"
#include "app/views.h"
#include "app/widgets.h"

/* Design pixels. */
enum {
    PAD = 12,
    TITLE_H = 28,
    BUTTON_W = 64,
    LEAVE_W = 68,
    BUTTON_GAP = 6,
    LINE_GAP = 4,
    MARK_W = 26,
    LOW_H = 680, /* a window of that height has room for all */
};

static const float RING_GAP = 3.0f;

void tour_go(App *app, int step)
{
    TourView *tour = &app->tour_view;
    tour->running = true;
    app->lab.settings.tour_step = SDL_clamp(step, 0, tour_steps() - 1);
    tour->marked = app->lab.settings.tour_step;
    views_show(app, TOUR_STEP[app->lab.settings.tour_step].view);
    tour->base = tour_done_base(app);
    app->focus = ACTION_TOUR_NEXT;
    app->redraw = true;
}

void tour_resume(App *app)
{
    tour_go(app, app->lab.settings.tour_step);
}

void tour_next(App *app)
{
    if (app->lab.settings.tour_step + 1 < tour_steps()) {
        tour_go(app, app->lab.settings.tour_step + 1);
    } else {
        tour_leave(app);
        app->lab.settings.tour_step = 0;
        views_show(app, VIEW_TOUR);
    }
}

void tour_back(App *app)
{
    tour_go(app, app->lab.settings.tour_step - 1);
}

void tour_leave(App *app)
{
    app->tour_view.running = false;
    app->focus = ACTION_SHEET;
    app->redraw = true;
}

void tour_start_over(App *app)
{
    app->lab.settings.tour_done = 0;
    tour_go(app, 0);
}

bool tour_shows(const App *app)
{
    return app->tour_view.running && app->view != VIEW_TOUR;
}

bool tour_card_shows(const App *app)
{
    return tour_shows(app) && app->layout.card.h > 0;
}

bool tour_can_next(const App *app)
{
    return app->tour_view.running;
}

bool tour_can_back(const App *app)
{
    return app->tour_view.running && app->lab.settings.tour_step > 0;
}

unsigned tour_needs(const App *app)
{
    return tour_shows(app) ? TOUR_STEP[app->lab.settings.tour_step].needs : 0;
}

unsigned tour_hides(const App *app)
{
    bool low = app->h_px < paint_px(app->paint, LOW_H);
    return low && tour_shows(app) ? LAYOUT_STRIP & ~tour_needs(app) : 0;
}

bool tour_is_done(const App *app, int step)
{
    return app->lab.settings.tour_done >> step & 1u;
}

void tour_update(App *app)
{
    TourView *tour = &app->tour_view;
    if (!tour->running) {
        return;
    }
    if (!tour_is_done(app, app->lab.settings.tour_step) &&
        TOUR_STEP[app->lab.settings.tour_step].done(app, &tour->base)) {
        app->lab.settings.tour_done |= 1u << app->lab.settings.tour_step;
        app->redraw = true;
    }
    tour_done_note(app, &tour->base);
}

/* The card without its padding. */
static SDL_Rect inside(const App *app)
{
    SDL_Rect card = app->layout.card;
    int pad = paint_px(app->paint, PAD);
    return (SDL_Rect){card.x + pad, card.y + pad, card.w - 2 * pad, card.h - 2 * pad};
}

/* Draws the lines under the title, or measures them; returns how high they are. */
static int lines(const App *app, bool measure)
{
    Paint *out = app->paint;
    const TourStep *step = &TOUR_STEP[app->lab.settings.tour_step];
    bool done = tour_is_done(app, app->lab.settings.tour_step);
    SDL_Rect in = inside(app), text = in;
    int mark_w = paint_px(out, MARK_W);
    text.y += paint_px(out, TITLE_H);
    text.y += paint_lines(out, text, step->text, PAINT_BODY, out->theme->text, measure);
    text.y += paint_px(out, LINE_GAP);
    if (!measure) {
        SDL_Rect mark = {text.x - paint_px(out, 4.0f), text.y, mark_w, paint_px(out, 20.0f)};
        steps_draw_mark(out, mark, done);
    }
    text.x += mark_w;
    text.w -= mark_w;
    text.y += paint_lines(out, text, step->ask, PAINT_BODY,
                          done ? out->theme->secondary : out->theme->positive, measure);
    return text.y - in.y;
}

int tour_height(const App *app)
{
    return tour_shows(app) ? lines(app, true) + 2 * paint_px(app->paint, PAD) : 0;
}

/* Leave, Back and Next at the right end of the title's line; returns where they begin. */
static int place_buttons(const App *app, SDL_Rect box[3])
{
    static const int W[3] = {LEAVE_W, BUTTON_W, BUTTON_W};
    SDL_Rect in = inside(app);
    int x = in.x + in.w, gap = paint_px(app->paint, BUTTON_GAP);
    for (int i = 2; i >= 0; i--) {
        int w = paint_px(app->paint, (float)W[i]);
        x -= w;
        box[i] = (SDL_Rect){x, in.y - gap / 2, w, paint_px(app->paint, TITLE_H)};
        x -= gap;
    }
    return x;
}

void tour_add_widgets(App *app)
{
    SDL_Rect box[3];
    place_buttons(app, box);
    widgets_add(app, WIDGET_BUTTON, ACTION_TOUR_NEXT, box[2],
                tour_is_done(app, app->lab.settings.tour_step));
    widgets_add(app, WIDGET_BUTTON, ACTION_TOUR_BACK, box[1], false);
    widgets_add(app, WIDGET_BUTTON, ACTION_TOUR_LEAVE, box[0], false);
}

SDL_Rect tour_target(const App *app)
{
    const TourStep *step = &TOUR_STEP[app->lab.settings.tour_step];
    if (app->view != step->view) {
        return tour_place_widget(app, ACTION_VIEW_NETWORK + (int)step->view);
    }
    SDL_Rect box = step->place(app);
    return SDL_RectEmpty(&box) ? app->layout.view : box;
}

/* Around the target; a part of a ring that would be outside the window is moved inside. */
void tour_draw_ring(const App *app)
{
    SDL_Rect window = app->layout.window, ring = tour_target(app);
    int gap = paint_px(app->paint, RING_GAP), line = paint_px(app->paint, 2.0f);
    if (ring.w == 0) {
        return;
    }
    ring = (SDL_Rect){ring.x - gap, ring.y - gap, ring.w + 2 * gap, ring.h + 2 * gap};
    window = (SDL_Rect){line, line, window.w - 2 * line, window.h - 2 * line};
    SDL_IntersectRect(&ring, &window, &ring);
    for (int i = 0; i < 2; i++) {
        paint_outline(app->paint, ring, 0.0f, app->paint->theme->positive);
        ring = (SDL_Rect){ring.x + 1, ring.y + 1, ring.w - 2, ring.h - 2};
    }
}

void tour_draw(const App *app)
{
    Paint *out = app->paint;
    const Theme *theme = out->theme;
    SDL_Rect box[3], title = inside(app);
    char count[32];
    int step = app->lab.settings.tour_step;
    const TourChapter *chapter = &TOUR_CHAPTER[tour_chapter(step)];
    paint_panel(out, app->layout.card, 5.0f, theme->panel, theme->positive);
    title.w = place_buttons(app, box) - title.x;
    title.h = box[0].h;
    title.y = box[0].y;
    snprintf(count, sizeof count, "%d of %d", step - chapter->first + 1, chapter->steps);
    paint_text(out, title, PAINT_LEFT, count, PAINT_LABEL, TEXT_REGULAR, theme->secondary);
    int count_w = paint_text_width(out, count, PAINT_LABEL, TEXT_REGULAR) + paint_px(out, 10.0f);
    title.x += count_w;
    title.w -= count_w;
    paint_text(out, title, PAINT_LEFT, TOUR_STEP[step].title, PAINT_BODY, TEXT_BOLD, theme->text);
    lines(app, false);
}
