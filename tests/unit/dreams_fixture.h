/* The view Dreams for its tests: pages, controls and the network's answers. */
#ifndef UNIT_DREAMS_FIXTURE_H
#define UNIT_DREAMS_FIXTURE_H

#include "app_fixture.h"

#include "shell/panes.h"
#include "views/dreams/dreams_page.h"

static inline DreamsView *dreams_view(Fixture *f)
{
    return &f->app.dreams_view;
}

static inline void dreams_click(Fixture *f, int command)
{
    fixture_click(f, fixture_widget(f, view_action(VIEW_DREAMS, command)));
}

/** Bring up a page, by mouse. */
static inline void dreams_open(Fixture *f, DreamsPageId page)
{
    fixture_key(f, SDLK_F7, 0);
    dreams_click(f, DREAMS_SHOW_PAGE + (int)page);
    assert_int_equal(dreams_view(f)->page, page);
}

/** Tab until the view's own area has the keyboard. */
static inline void dreams_focus(Fixture *f)
{
    for (int i = 0; i < SHELL_WIDGETS; i++) {
        fixture_key(f, SDLK_TAB, 0);
        if (f->app.shell.focus == view_action(VIEW_DREAMS, DREAMS_AREA)) {
            return;
        }
    }
    fail_msg("Tab never led to the area");
}

static inline void dreams_stroke(Fixture *f)
{
    fixture_stroke(f, SDL_BUTTON_LEFT, 6.5f, 6.5f, 20.5f, 20.5f);
}

static inline const float *dreams_outputs(const Fixture *f)
{
    return net_outputs(&f->app.lab.model.net, &f->app.lab.acts);
}

/** The weights on show become others. */
static inline void dreams_move_weights(Fixture *f, float factor)
{
    Net *net = &f->app.lab.model.net;
    for (size_t i = 0; i < net->floats; i++) {
        net->block[i] *= factor;
    }
    lab_net_changed(&f->app.lab);
    fixture_frame(f);
}

static inline void dreams_wait(Fixture *f)
{
    for (int i = 0; panes_sleep_ms(&f->app.shell) >= 0; i++) {
        fixture_frame(f);
        assert_true(i < FIXTURE_GUARD_MS);
    }
}

#endif
