/* The list of the tour: the chapters and steps of the guided walk, and what of it is done. */
#include "tour/tour.h"

#include <stdio.h>

#include "shell/card.h"
#include "tour/tour_steps.h"
#include "ui/row.h"

enum { AREA, START, START_OVER };

/* Design pixels. */
enum { PAD = 4, BUTTON_H = 30, START_W = 92, START_OVER_W = 96, GAP = 12, ABOUT_LEAST_H = 420 };

static const char ABOUT[] =
    "Five short walks through the network that stands in this window. Each step points at "
    "something and asks you to do something real with it. They go with the videos of 3Blue1Brown, "
    "to be watched before or after; Inkling is not connected with their maker.";

static void fill(Tour *tour, Steps *list)
{
    *list = (Steps){
        .steps = tour_steps(), .current = tour->lab->settings.tour_step, .marked = tour->marked};
    for (int i = 0; i < STEPS_CHAPTERS; i++) {
        const TourChapter *chapter = &TOUR_CHAPTER[i];
        list->chapter[i] = (StepsChapter){.title = chapter->title,
                                          .note = chapter->video,
                                          .first = chapter->first,
                                          .steps = chapter->steps};
    }
    for (int i = 0; i < list->steps; i++) {
        list->step[i] = (StepsStep){.title = TOUR_STEP[i].title, .done = tour_is_done(tour, i)};
    }
}

static void update(void *self, SDL_Rect box)
{
    Tour *tour = self;
    Paint *paint = tour->shell->paint;
    int pad = paint_px(paint, PAD), gap = paint_px(paint, GAP);
    bool roomy = box.h >= paint_px(paint, ABOUT_LEAST_H);
    SDL_Rect list = row_inset(box, pad, 0);
    row_top(&list, pad / 2, 0);
    row_bottom(&list, pad - pad / 2, 0);
    int about_h = paint_lines(paint, list, ABOUT, PAINT_BODY, (SDL_Color){0}, true) + gap;
    tour->about = row_top(&list, roomy ? about_h : 0, 0);
    SDL_Rect buttons = row_top(&list, paint_px(paint, BUTTON_H), gap);
    SDL_Rect start = row_left(&buttons, paint_px(paint, START_W), gap / 2);
    SDL_Rect over = row_left(&buttons, paint_px(paint, START_OVER_W), 0);
    fill(tour, &tour->list);
    steps_place(&tour->list, paint, list);
    panes_add_widget(tour->shell, WIDGET_BUTTON, START, start, true);
    panes_add_widget(tour->shell, WIDGET_BUTTON, START_OVER, over, false);
    panes_add_widget(tour->shell, WIDGET_AREA, AREA, list, false);
    for (int i = 0; i < STEPS_CHAPTERS; i++) {
        panes_add_spot(tour->shell, tour->list.chapter[i].count, i);
    }
}

static void draw(const void *self, SDL_Rect box)
{
    const Tour *tour = self;
    Paint *out = tour->shell->paint;
    bool focused = panes_has_focus(tour->shell, AREA);
    int hot = steps_at(&tour->list, (int)tour->shell->pointer_x_px, (int)tour->shell->pointer_y_px);
    (void)box;
    if (tour->about.h > 0) {
        paint_lines(out, tour->about, ABOUT, PAINT_BODY, out->theme->secondary, false);
    }
    steps_draw(out, &tour->list, hot, focused);
}

static void explain(const void *self, int about, SDL_Point at, Hint *hint)
{
    const Tour *tour = self;
    const TourChapter *chapter = &TOUR_CHAPTER[about];
    (void)at;
    hint_title(hint, "Steps done of “%s”", chapter->title);
    hint_say(hint, "%d of its %d steps have seen you do what they ask for.",
             steps_done(&tour->list, about), chapter->steps);
    hint_unit(hint, "steps");
}

/* From the card to the list of its steps, and back. */
static void open_card(Tour *tour)
{
    if (card_shows(tour->shell)) {
        panes_show(tour->shell, VIEW_TOUR);
    } else {
        tour_go(tour, tour->lab->settings.tour_step);
    }
}

/* One step out: from the list to the card, if that is up. */
static void leave(Tour *tour)
{
    if (card_shows(tour->shell)) {
        tour_leave(tour);
    } else {
        open_card(tour);
    }
}

static void run(void *self, int command)
{
    Tour *tour = self;
    switch (command) {
    case CARD_OPEN:
        open_card(tour);
        break;
    case START:
        tour_go(tour, tour->lab->settings.tour_step);
        break;
    case START_OVER:
        tour_start_over(tour);
        break;
    case CARD_NEXT:
        tour_next(tour);
        break;
    case CARD_BACK:
        tour_back(tour);
        break;
    case CARD_LEAVE:
        leave(tour);
        break;
    default:
        break;
    }
}

static bool has_begun(const Tour *tour)
{
    return tour->lab->settings.tour_step > 0 || tour->lab->settings.tour_done != 0;
}

static bool can(const void *self, int command)
{
    const Tour *tour = self;
    return command != START_OVER || has_begun(tour);
}

static const char *label(const void *self, int command)
{
    const Tour *tour = self;
    return command == START        ? (has_begun(tour) ? "Resume" : "Start")
           : command == START_OVER ? "Start over"
                                   : "";
}

static bool press(void *self, int x, int y, bool twice)
{
    Tour *tour = self;
    int step = steps_at(&tour->list, x, y);
    bool open = step >= 0 && SDL_PointInRect(&(SDL_Point){x, y}, &tour->list.step[step].box);
    (void)twice;
    if (open) {
        tour_go(tour, step);
    } else if (step >= 0) {
        tour->marked = step;
    }
    return false; /* nothing to drag */
}

static bool key(void *self, const SDL_Keysym *key)
{
    Tour *tour = self;
    int last = tour_steps() - 1;
    switch (key->sym) {
    case SDLK_UP:
        tour->marked = SDL_max(tour->marked - 1, 0);
        return true;
    case SDLK_DOWN:
        tour->marked = SDL_min(tour->marked + 1, last);
        return true;
    case SDLK_HOME:
        tour->marked = 0;
        return true;
    case SDLK_END:
        tour->marked = last;
        return true;
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
    case SDLK_SPACE:
        tour_go(tour, tour->marked);
        return true;
    default:
        return false;
    }
}

static bool table(const void *self, FILE *out)
{
    const Tour *tour = self;
    fprintf(out, "chapter,step,title,done\n");
    for (int i = 0; i < tour_steps(); i++) {
        fprintf(out, "%d,%d,\"%s\",%d\n", tour_chapter(i) + 1, i + 1, TOUR_STEP[i].title,
                tour_is_done(tour, i));
    }
    return !ferror(out);
}

static void free_it(void *self)
{
    tour_before_free(&((Tour *)self)->before);
}

const Pane PANE_OF_TOUR = {
    .update = update,
    .draw = draw,
    .explain = explain,
    .run = run,
    .can = can,
    .label = label,
    .press = press,
    .key = key,
    .table = table,
    .free = free_it,
};
