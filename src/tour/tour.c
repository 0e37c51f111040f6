/* The guided walk: going from step to step. */
#include "tour/tour.h"

#include <stdio.h>

#include "lab/choices.h"
#include "lab/moment.h"
#include "lab/training.h"
#include "shell/card.h"
#include "shell/selected.h"
#include "shell/widgets.h"
#include "tour/tour_steps.h"

/* The card says what step it is, and whether it is done. */
static void put_card_up(Tour *tour)
{
    int at = tour->lab->settings.tour_step;
    const TourStep *step = &TOUR_STEP[at];
    const TourChapter *chapter = &TOUR_CHAPTER[tour_chapter(at)];
    Card card = {
        .up = true,
        .number = at - chapter->first + 1,
        .of = chapter->steps,
        .steps_done = tour->lab->settings.tour_done >> chapter->first,
        .title = step->title,
        .text = step->text,
        .ask = step->ask,
        .done = tour_is_done(tour, at),
        .first = at == 0,
        .last = at + 1 == tour_steps(),
        .needs = step->needs,
        .ring = tour->shell->card.ring,
    };
    snprintf(card.count, sizeof card.count, "%d of %d", card.number, card.of);
    card_set(tour->shell, &card);
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

/* The step with which the part of the walk begins that a step belongs to. */
static int part_of(int step)
{
    while (TOUR_STEP[step].part == TOUR_PART_GOES_ON) {
        step--;
    }
    return step;
}

/* An image, for who has drawn nothing. */
static void provide_ink(const Lab *lab, Lab *change)
{
    enum { IMAGE = 7 };
    Sheet level;
    const Dataset *data = &lab->mix.train;
    if (lab->has_ink || data->images <= IMAGE || lab->loader) {
        return;
    }
    dataset_levels(data, IMAGE, level.cell);
    lab_exhibit(change, level.cell, data->label[IMAGE], "Training image");
}

/* What a step is about is there, also for who has left out the one before. */
static void provide(Tour *tour, TourNeed need)
{
    const Lab *lab = tour->lab;
    Lab *change = shell_change(tour->shell);
    bool trains = lab->stats.phase != TRAIN_IDLE || lab->start_when_ready != START_NONE;
    if (need == TOUR_NEED_INK) {
        provide_ink(lab, change);
    } else if (need == TOUR_NEED_RANDOM && !lab->model.fresh && !moment_is_of_run(lab)) {
        training_reset(change);
    } else if (need == TOUR_NEED_RUN && lab->timeline.frames == 0 && !trains) {
        training_from_scratch(change);
    }
}

static void tell_panes(const Tour *tour, bool begins)
{
    for (int i = 0; i < VIEWS; i++) {
        const PaneSeat *seat = &tour->shell->pane[i];
        if (seat->pane->walk) {
            seat->pane->walk(seat->self, begins);
        }
    }
}

/* What was done before in the view of a step is not done in it. */
static void show_anew(const Tour *tour, ViewId view)
{
    const PaneSeat *seat = &tour->shell->pane[view];
    if (seat->pane->anew) {
        seat->pane->anew(seat->self);
    }
}

/* What it has changed is put back. */
static void end_part(Tour *tour)
{
    if (tour->before.known) {
        tour_before_put_back(&tour->before, shell_change(tour->shell));
        tell_panes(tour, false);
    }
}

void tour_go(Tour *tour, int step)
{
    const Settings *settings = &tour->lab->settings;
    bool led = tour->shell->card.up;
    tour->marked = SDL_clamp(step, 0, tour_steps() - 1);
    if (!led || part_of(settings->tour_step) != part_of(tour->marked)) {
        end_part(tour);
        bool network = TOUR_STEP[part_of(tour->marked)].part == TOUR_PART_NETWORK;
        tour_before_take(&tour->before, tour->lab, network);
        tell_panes(tour, true);
    }
    set_step(tour, tour->marked, settings->tour_done);
    provide(tour, TOUR_STEP[tour->marked].need);
    put_card_up(tour);
    if (tour->shell->view != TOUR_STEP[tour->marked].view) {
        selected_clear(tour->shell); /* it is about all of the network again */
    }
    show_anew(tour, TOUR_STEP[tour->marked].view);
    panes_ask_for(tour->shell, TOUR_STEP[tour->marked].view);
    tour->base = tour_done_base(tour);
    shell_take_focus(tour->shell, ACTION_TOUR_NEXT);
    shell_move(tour->shell, MOTION_RING, MOTION_RING_TURNS * MOTION_RING_MS);
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
    end_part(tour);
    selected_clear(tour->shell);
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
