/* A session that differs from the first start in everything, and its files. Included after
 * app_fixture.h. */
#ifndef UNIT_SESSION_FIXTURE_H
#define UNIT_SESSION_FIXTURE_H

#include <dirent.h>

#include "base/file.h"
#include "lab/choices.h"

static const char SETTINGS_FILE[] = "inkling/session.json";

/** What is in a file; the caller frees it. */
static inline uint8_t *session_file(const char *path, size_t *size)
{
    uint8_t *bytes;
    Err err = {0};
    if (!file_read(path, 1 << 20, &bytes, size, &err)) {
        fail_msg("%s", err.text);
    }
    return bytes;
}

/** The file of the network that is kept, which the settings name first. */
static inline Path session_network(const Fixture *f)
{
    static const char NAME[] = "\"network_file\":\"";
    size_t size;
    char where[64], head[512];
    uint8_t *text = session_file(scratch_path(&f->home, SETTINGS_FILE).text, &size);
    snprintf(head, sizeof head, "%s", (const char *)text);
    free(text);
    const char *name = strstr(head, NAME);
    if (!name) {
        fail_msg("no network is named");
        return (Path){{0}};
    }
    name += sizeof NAME - 1;
    snprintf(where, sizeof where, "inkling/%.*s", (int)strcspn(name, "\""), name);
    return scratch_path(&f->home, where);
}

/** End the program, put that in the place of a file, and start again. */
static inline void session_start_with(Fixture *f, const char *path, const void *bytes, size_t size)
{
    Err err;
    Path folder = scratch_path(&f->home, "inkling");
    app_free(&f->app);
    assert_true(path_make_folder(folder.text, &err));
    scratch_write(path, bytes, size);
    fixture_start(f, f->data.text);
}

/** A network of its own, a drawing, other settings. */
static inline void session_make(Fixture *f)
{
    fixture_key(f, SDLK_n, KMOD_LCTRL);
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 4.5f);
    fixture_key(f, SDLK_DELETE, 0);
    for (int i = 0; i < 12; i++) {
        float y = 3.25f + (float)i * 2.0f;
        fixture_stroke(f, i % 3 == 2 ? SDL_BUTTON_RIGHT : SDL_BUTTON_LEFT, 4.123f, y, 24.5f,
                       y + 1.7f);
        fixture_wheel(f, 0.0f, 1.0f);
    }
    f->app.lab.settings = (Settings){
        .tool = TOOL_ERASER, .brush_cell = 3.25f, .zoom = 1.25f, .window_w = 1000, .window_h = 700};
    f->app.lab.plan = (Plan){.cost = NET_COST_SQUARED, .data_own = true, .speed = 3};
    f->app.lab.preparation = PREPARATION_RAW;
    fixture_keep(f);
}

/** A copy of the weights on show; net_free() releases it. */
static inline Net session_weights(const Fixture *f)
{
    Net kept;
    Err err;
    assert_true(net_make(&kept, &f->app.lab.model.net.shape, &err));
    net_copy(&kept, &f->app.lab.model.net);
    return kept;
}

/** Run the loop until it was tried to save the session, which fails. */
static inline bool session_has_failed(const App *app)
{
    Err err;
    return session_news(&app->lab, &err) == SESSION_FAILED;
}

/** How many files of the session's folder begin so. */
static inline int session_files(const Fixture *f, const char *beginning)
{
    int count = 0;
    Path folder = scratch_path(&f->home, "inkling");
    DIR *at = opendir(folder.text);
    for (const struct dirent *entry; at && (entry = readdir(at));) {
        count += strncmp(entry->d_name, beginning, strlen(beginning)) == 0;
    }
    if (at) {
        closedir(at);
    }
    return count;
}

#endif
