/* The view Chain in the window of tests. */
#ifndef UNIT_CHAIN_FIXTURE_H
#define UNIT_CHAIN_FIXTURE_H

#include "app_fixture.h"

#include <math.h>

#include "lab/weights.h"
#include "shell/explain.h"
#include "shell/seat.h"
#include "views/chain/chain_curves.h"
#include "views/chain/chain_keys.h"
#include "views/chain/chain_picture.h"
#include "views/chain/chain_say.h"

static inline ChainView *view_of(Fixture *f)
{
    return &f->app.chain_view;
}

static inline double value_of(Fixture *f, int quantity)
{
    return view_of(f)->chain.value[quantity];
}

static inline void begin(Fixture *f)
{
    fixture_key(f, SDLK_F4, KMOD_LSHIFT);
    fixture_draw(f);
    assert_int_equal(f->app.shell.view, VIEW_CHAIN);
}

static inline void click_on(Fixture *f, int command)
{
    fixture_click(f, fixture_widget(f, view_action(VIEW_CHAIN, command)));
    f->app.shell.redraw = true;
    fixture_draw(f);
}

static inline void tab_to(Fixture *f, int command)
{
    for (int i = 0; i < 100 && f->app.shell.focus != view_action(VIEW_CHAIN, command); i++) {
        fixture_key(f, SDLK_TAB, 0);
    }
    f->app.shell.redraw = true;
    fixture_frame(f);
    assert_int_equal(f->app.shell.focus, view_action(VIEW_CHAIN, command));
}

/* What is shown is a chain that is worked out, of what was set. */
static inline void check(Fixture *f)
{
    Chain expected = view_of(f)->chain;
    chain_run(&expected);
    f->app.shell.redraw = true;
    fixture_frame(f);
    for (int i = 0; i < CHAIN_QUANTITIES; i++) {
        assert_true(fabs(view_of(f)->shown.value[i] - expected.value[i]) < 1e-12);
    }
}

#endif
