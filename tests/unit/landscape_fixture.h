/* What the tests of the view Landscape share: a run, and its map. */
#ifndef LANDSCAPE_FIXTURE_H
#define LANDSCAPE_FIXTURE_H

#include "learning_fixture.h"

static inline LandscapeView *view_of(Fixture *f)
{
    return &f->app.landscape_view;
}

static inline bool is_measured(const App *app)
{
    const Landscape *landscape = &app->landscape_view.landscape;
    return landscape->survey && !landscape->next && landscape->known == SURVEY_SIDE &&
           !landscape_is_at_work(landscape, &app->lab);
}

/* A run to its end, and the landscape on show. */
static inline void make_run(Fixture *f)
{
    f->app.lab.recipe.epochs = EPOCHS;
    f->app.lab.recipe.minibatch = 4;
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 24.5f);
    fixture_key(f, SDLK_t, KMOD_LCTRL);
    fixture_wait(f, is_idle);
    fixture_key(f, SDLK_F5, KMOD_LSHIFT);
    fixture_wait(f, is_measured);
    fixture_draw(f);
}

#endif
