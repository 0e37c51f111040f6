/* The guided walk: going from step to step. */
#include "tour/tour.h"

#include "lab/choices.h"
#include "shell/card.h"
#include "shell/widgets.h"
#include "tour/tour_steps.h"

/* The card says what step it is, and whether it is done. */
static void put_card_up(Tour *tour)
{
    int at = tour->lab->settings.tour_step;
    const TourStep *step = &TOUR_STEP[at];
    const TourChapter *chapter = &TOUR_CHAPTER[tour_chapter(at)];
    card_set(tour->shell, &(Card){
                              .up = true,
                              .number = at - chapter->first + 1,
                              .of = chapter->steps,
                              .title = step->title,
                              .text = step->text,
                              .ask = step->ask,
                              .done = tour_is_done(tour, at),
                              .first = at == 0,
                              .last = at + 1 == tour_steps(),
                              .needs = step->needs,
                              .ring = tour->shell->card.ring,
                          });
}

static void set_step(Tour *tour, int step, unsigned done)
{
    choices_tour(shell_change(tour->shell), step, done);
}

void tour_begin(Tour *tour)
{
    const Settings *settings = &tour->lab->settings;
    set_step(tour, SDL_min(settings->tour_step, tour_steps() - 1), settings->tour_done);
}

void tour_go(Tour *tour, int step)
{
    tour->marked = SDL_clamp(step, 0, tour_steps() - 1);
    set_step(tour, tour->marked, tour->lab->settings.tour_done);
    put_card_up(tour);
    panes_show(tour->shell, TOUR_STEP[tour->marked].view);
    tour->base = tour_done_base(tour);
    shell_take_focus(tour->shell, ACTION_TOUR_NEXT);
}

void tour_next(Tour *tour)
{
    const Settings *settings = &tour->lab->settings;
    if (settings->tour_step + 1 < tour_steps()) {
        tour_go(tour, settings->tour_step + 1);
    } else {
        tour_leave(tour);
        set_step(tour, 0, settings->tour_done);
        panes_show(tour->shell, VIEW_TOUR);
    }
}

void tour_back(Tour *tour)
{
    tour_go(tour, tour->lab->settings.tour_step - 1);
}

void tour_leave(Tour *tour)
{
    card_set(tour->shell, &(Card){0});
    shell_take_focus(tour->shell, ACTION_SHEET);
}

void tour_start_over(Tour *tour)
{
    set_step(tour, 0, 0);
    tour_go(tour, 0);
}

bool tour_is_done(const Tour *tour, int step)
{
    return tour->lab->settings.tour_done >> step & 1u;
}

void tour_update(Tour *tour)
{
    const Settings *settings = &tour->lab->settings;
    if (!tour->shell->card.up) {
        return;
    }
    if (!tour_is_done(tour, settings->tour_step) &&
        TOUR_STEP[settings->tour_step].done(tour, &tour->base)) {
        set_step(tour, settings->tour_step, settings->tour_done | 1u << settings->tour_step);
    }
    put_card_up(tour);
    tour_done_note(tour, &tour->base);
}

void tour_point(Tour *tour)
{
    const Shell *shell = tour->shell;
    const TourStep *step = &TOUR_STEP[tour->lab->settings.tour_step];
    Card card = shell->card;
    if (!card.up) {
        return;
    }
    if (shell->view != step->view) {
        card.ring = widgets_box(shell, ACTION_VIEW_NETWORK + (int)step->view);
    } else {
        SDL_Rect box = tour_place(tour, step->place);
        card.ring = SDL_RectEmpty(&box) ? shell->layout.view : box;
    }
    card_set(tour->shell, &card);
}
