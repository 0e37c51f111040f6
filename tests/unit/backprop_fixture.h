/* The view Backprop in the window of tests. */
#ifndef UNIT_BACKPROP_FIXTURE_H
#define UNIT_BACKPROP_FIXTURE_H

#include "app_fixture.h"

#include "lab/weights.h"
#include "shell/seat.h"
#include "views/backprop/backprop_batch.h"
#include "views/backprop/backprop_commands.h"
#include "views/backprop/backprop_look.h"

static inline int action(int command)
{
    return view_action(VIEW_BACKPROP, command);
}

static inline const BackpropView *view_of(const Fixture *f)
{
    return &f->app.backprop_view;
}

/** A drawing, and the view on show with one of its pages. */
static inline void begin_on(Fixture *f, BackpropPage page)
{
    fixture_stroke(f, SDL_BUTTON_LEFT, 8.5f, 6.5f, 20.5f, 6.5f);
    fixture_stroke(f, SDL_BUTTON_LEFT, 20.5f, 6.5f, 12.5f, 24.5f);
    fixture_key(f, SDLK_F4, 0);
    action_do(&f->app.shell, action(BACKPROP_DO_PAGE + (int)page));
    fixture_frame(f);
    fixture_draw(f);
    assert_int_equal(f->app.shell.view, VIEW_BACKPROP);
}

/** With the numbers of the drawing. */
static inline void begin(Fixture *f)
{
    begin_on(f, BACKPROP_DRAWING);
}

/** Frames until the minibatch is computed, which takes one or more. */
static inline void settle(Fixture *f)
{
    while (f->app.backprop_view.page == BACKPROP_MINIBATCH &&
           backprop_batch_works(&f->app.backprop_view)) {
        fixture_frame(f);
    }
    f->app.shell.redraw = true;
    fixture_frame(f);
}

static inline void click_on(Fixture *f, int command)
{
    fixture_click(f, fixture_widget(f, action(command)));
    settle(f);
}

/** Give the keyboard to a widget of the view. */
static inline void tab_to(Fixture *f, int command)
{
    fixture_key(f, SDLK_TAB, 0); /* the focus of a press takes no keys */
    for (int i = 0; i < 100 && f->app.shell.focus != action(command); i++) {
        fixture_key(f, SDLK_TAB, 0);
    }
    assert_int_equal(f->app.shell.focus, action(command));
}

#endif
