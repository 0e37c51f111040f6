/* Walking through the tour. */
#ifndef UNIT_TOUR_FIXTURE_H
#define UNIT_TOUR_FIXTURE_H

#include "app_fixture.h"

#include "tour/tour.h"
#include "tour/tour_steps.h"

static inline void key(Fixture *f, SDL_Keycode which)
{
    fixture_key(f, which, 0);
}

/* Press the widget with that action. */
static inline void click(Fixture *f, int action)
{
    fixture_click(f, fixture_widget(f, action));
}

/* The step with that title begins. */
static inline void go_to(Fixture *f, const char *title)
{
    int step = 0;
    while (step < tour_steps() && strcmp(TOUR_STEP[step].title, title) != 0) {
        step++;
    }
    assert_true(step < tour_steps());
    tour_go(&f->app.tour, step);
    fixture_frame(f);
    assert_false(tour_is_done(&f->app.tour, step));
}

/* Whether the step on show is done. */
static inline bool is_done(const Fixture *f)
{
    return tour_is_done(&f->app.tour, f->app.lab.settings.tour_step);
}

/* A 1. */
static inline void draw_one(Fixture *f)
{
    fixture_stroke(f, SDL_BUTTON_LEFT, 14.5f, 4.5f, 14.5f, 24.5f);
}

#endif
