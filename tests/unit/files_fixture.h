/* For the tests of files in the window: networks to open, and the dialog by keyboard. */
#ifndef UNIT_FILES_FIXTURE_H
#define UNIT_FILES_FIXTURE_H

#include "app_fixture.h"

/** Save a network of that shape under a name in the home. */
static inline Path files_save_network(const Fixture *f, const char *name, const char *hidden)
{
    Path path = scratch_path(&f->home, name);
    NetInfo info = {.preparation = "fitted"};
    NetShape shape;
    Net net;
    Rng rng;
    Err err;
    rng_init(&rng, 7);
    assert_true(net_shape_parse(hidden, &shape, &err) && net_make(&net, &shape, &err));
    net_randomise(&net, &rng);
    assert_true(net_save(&net, &info, path.text, &err));
    net_free(&net);
    return path;
}

/** Neurons of the first hidden layer, to tell networks by. */
static inline int files_hidden_neurons(const Fixture *f)
{
    return f->app.lab.model.net.shape.size[1];
}

static inline void files_drop(Fixture *f, const char *path)
{
    SDL_Event event = {.drop = {.type = SDL_DROPFILE, .file = SDL_strdup(path)}};
    app_handle(&f->app, &event);
    fixture_frame(f);
}

/** Open the dialog, in the folder of the network's file. */
static inline void files_begin(Fixture *f, bool saving)
{
    fixture_key(f, saving ? SDLK_s : SDLK_o, saving ? KMOD_LCTRL | KMOD_LSHIFT : KMOD_LCTRL);
    assert_int_equal(f->app.shell.dialog, DIALOG_FILES);
    assert_int_equal(f->app.shell.files.purpose, saving ? FILES_SAVE : FILES_OPEN);
}

/** Put another text in the place of the name. */
static inline void files_retype(Fixture *f, const char *name)
{
    while (f->app.shell.files.focus != FILES_NAME) {
        fixture_key(f, SDLK_TAB, 0);
    }
    fixture_key(f, SDLK_END, 0);
    fixture_key_often(f, SDLK_BACKSPACE, (int)strlen(f->app.shell.files.name));
    fixture_type(f, name);
    assert_string_equal(f->app.shell.files.name, name);
}

/** The place of a name in the list; -1 where it is not there. */
static inline int files_listed(const Fixture *f, const char *name)
{
    for (int i = 0; i < f->app.shell.files.entries; i++) {
        if (strcmp(f->app.shell.files.entry[i].name, name) == 0) {
            return i;
        }
    }
    return -1;
}

#endif
