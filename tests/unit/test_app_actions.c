/* The table of actions: each can be carried out whatever state the window is in, and does nothing
 * where it is disabled. */
#include "app_fixture.h"

#include "lab/models.h"

enum { ACTIONS_END = ACTION_SPEED + 2 }; /* one number more than there are */

static void state_first(Fixture *f)
{
    fixture_frame(f);
}

static void state_drawn(Fixture *f)
{
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 20.5f);
}

static void state_undone(Fixture *f)
{
    state_drawn(f);
    fixture_key(f, SDLK_z, KMOD_LCTRL);
}

static void state_mid_stroke(Fixture *f)
{
    fixture_press(f, fixture_cell(f, 4.5f, 4.5f), SDL_BUTTON_LEFT);
    fixture_move(f, fixture_cell(f, 24.5f, 20.5f));
    fixture_frame(f);
}

static void state_held_button(Fixture *f)
{
    fixture_press(f, fixture_widget(f, ACTION_SCRATCH), SDL_BUTTON_LEFT);
    fixture_frame(f);
}

static void state_menu(Fixture *f)
{
    fixture_key(f, SDLK_n, KMOD_LALT);
}

static void state_files(Fixture *f)
{
    fixture_key(f, SDLK_s, KMOD_LCTRL | KMOD_LSHIFT);
}

static void state_page(Fixture *f)
{
    fixture_key(f, SDLK_F1, 0);
}

static void state_no_data(Fixture *f)
{
    fixture_start_again(f, "/nowhere");
}

static void state_loading(Fixture *f)
{
    Err err;
    app_free(&f->app);
    assert_true(app_make(&f->app, NULL, &f->board.paint, f->data.text, NULL, &err));
    fixture_resize(f, FIXTURE_W, FIXTURE_H, 1.0f);
}

static void state_training(Fixture *f)
{
    f->app.lab.recipe.epochs = 10000;
    fixture_key(f, SDLK_t, KMOD_LCTRL);
}

static void state_paused(Fixture *f)
{
    state_training(f);
    fixture_key(f, SDLK_t, KMOD_LCTRL);
}

static bool is_idle(const App *app)
{
    return app->lab.stats.phase == TRAIN_IDLE;
}

static void state_finished(Fixture *f)
{
    f->app.lab.recipe.epochs = 1;
    fixture_key(f, SDLK_t, KMOD_LCTRL);
    fixture_wait(f, is_idle);
}

static void state_wide_network(Fixture *f)
{
    NetShape shape;
    Err err;
    assert_true(net_shape_parse("1,512,3,200", &shape, &err));
    assert_true(models_new(&f->app.lab, &shape, &err));
    state_drawn(f);
}

typedef void State(Fixture *f);

static State *const STATE[] = {
    state_first,  state_drawn,    state_undone,       state_mid_stroke, state_held_button,
    state_menu,   state_files,    state_page,         state_loading,    state_training,
    state_paused, state_finished, state_wide_network,
};
enum { STATES = sizeof STATE / sizeof STATE[0] };

/* Let go of everything. */
static void calm_down(Fixture *f)
{
    fixture_window_event(f, SDL_WINDOWEVENT_FOCUS_LOST);
    fixture_key(f, SDLK_ESCAPE, 0);
    fixture_key(f, SDLK_ESCAPE, 0);
    action_do(&f->app.shell, ACTION_DEFAULT_NETWORK);
    f->app.shell.leave = (Leave){0};
    f->app.shell.quit = false;
    f->app.lab.plan.data_mnist = true; /* which is soon loaded, as it is other data and no more */
    f->app.lab.plan.data_strokes = true;
    f->app.lab.plan.data_asked = f->app.lab.plan.data_own = false;
    fixture_frame(f);
}

static void every_action_can_be_carried_out_in_every_state(void **state)
{
    Fixture *f = *state;
    for (int s = 0; s < STATES; s++) {
        fixture_start_again(f, f->data.text);
        for (int action = 0; action < ACTIONS_END; action++) {
            fixture_resize(f, 450, 300, 1.0f);
            STATE[s](f);
            action_do(&f->app.shell, action);
            fixture_frame(f);
            if ((s + action) % 4 == 0) { /* drawing takes long */
                fixture_draw(f);
            }
            fixture_stroke(f, SDL_BUTTON_LEFT, 8.5f, 8.5f, 9.5f, 19.5f);
            calm_down(f);
            assert_true(f->app.shell.dialog != DIALOG_FILES && !f->app.shell.menu.open);
            assert_true(net_is_finite(&f->app.lab.model.net) && f->app.shell.widgets > 0);
        }
    }
}

/* What an action could change, as far as it can be compared. */
typedef struct Digest {
    int shown, strokes, dialog, phase, run;
    bool pen_down, quit, menu_open, fetching;
    Settings settings;
    Notice notice;
    const float *weights;
    int shelf;
} Digest;

static void digest_take(Digest *digest, const App *app)
{
    memset(digest, 0, sizeof *digest);
    digest->shown = app->lab.drawing.shown;
    digest->strokes = app->lab.drawing.strokes;
    digest->dialog = (int)app->shell.dialog;
    digest->phase = (int)app->lab.stats.phase;
    digest->run = app->lab.run;
    digest->pen_down = app->lab.drawing.pen_down;
    digest->quit = app->shell.quit;
    digest->menu_open = app->shell.menu.open;
    digest->fetching = app->lab.fetch != NULL;
    memcpy(&digest->settings, &app->lab.settings, sizeof app->lab.settings);
    memcpy(&digest->notice, &app->shell.notice, sizeof app->shell.notice);
    digest->weights = app->lab.model.net.block;
    digest->shelf = app->lab.shelf.revision;
}

static void a_disabled_action_does_nothing(void **state)
{
    Fixture *f = *state;
    int disabled = 0;
    for (int s = 0; s < STATES; s++) {
        fixture_start_again(f, f->data.text);
        STATE[s](f);
        for (int action = 0; action < ACTIONS_END; action++) {
            if (!action_can(&f->app.shell, action)) {
                Digest before, after;
                digest_take(&before, &f->app);
                action_do(&f->app.shell, action);
                digest_take(&after, &f->app);
                assert_memory_equal(&before, &after, sizeof before);
                disabled++;
            }
        }
    }
    assert_in_range(disabled, STATES * 5, STATES * ACTIONS_END / 2);
}

static void what_is_possible_follows_the_state(void **state)
{
    Fixture *f = *state;
    assert_false(action_can(&f->app.shell, ACTION_UNDO));
    assert_false(action_can(&f->app.shell, ACTION_CLEAR));
    assert_false(action_can(&f->app.shell, ACTION_PREVIOUS));
    assert_false(action_can(&f->app.shell, ACTION_STOP));
    assert_false(action_can(&f->app.shell, ACTION_GET_MNIST));
    assert_true(action_can(&f->app.shell, ACTION_TRAIN_FURTHER));
    state_undone(f);
    assert_false(action_can(&f->app.shell, ACTION_UNDO));
    assert_true(action_can(&f->app.shell, ACTION_REDO));
    state_drawn(f);
    assert_true(action_can(&f->app.shell, ACTION_UNDO));
    assert_false(action_can(&f->app.shell, ACTION_REDO));
    assert_true(action_can(&f->app.shell, ACTION_CLEAR));
    state_no_data(f);
    assert_true(action_can(&f->app.shell, ACTION_GET_MNIST));
    assert_true(action_can(&f->app.shell, ACTION_TRAIN)); /* there are the built-in strokes */
}

static void every_action_of_the_menus_has_a_name_and_its_own_key(void **state)
{
    Fixture *f = *state;
    MenuBar bar = {0};
    char seen[MENU_MAX * MENU_MAX_ITEMS][24];
    int keys = 0;
    action_menus(&f->app.shell, &bar);
    for (int m = 0; m < bar.menus; m++) {
        assert_in_range(bar.menu[m].items, 1, MENU_MAX_ITEMS);
        for (int i = 0; i < bar.menu[m].items; i++) {
            const MenuItem *item = &bar.menu[m].item[i];
            assert_true(strlen(item->label) > 2);
            assert_int_not_equal(item->action, ACTION_NONE);
            assert_int_equal(item->enabled, action_can(&f->app.shell, item->action));
            for (int k = 0; k < keys && *item->shortcut; k++) {
                assert_string_not_equal(item->shortcut, seen[k]);
            }
            snprintf(seen[keys++], sizeof seen[0], "%s", item->shortcut);
        }
    }
}

static void keys_need_exactly_their_modifiers(void **state)
{
    (void)state;
    assert_int_equal(action_of_key(SDLK_z, KMOD_LCTRL), ACTION_UNDO);
    assert_int_equal(action_of_key(SDLK_z, KMOD_RCTRL | KMOD_NUM), ACTION_UNDO);
    assert_int_equal(action_of_key(SDLK_z, KMOD_LGUI), ACTION_UNDO);
    assert_int_equal(action_of_key(SDLK_z, KMOD_LCTRL | KMOD_RSHIFT), ACTION_REDO);
    assert_int_equal(action_of_key(SDLK_z, 0), ACTION_NONE);
    assert_int_equal(action_of_key(SDLK_z, KMOD_LCTRL | KMOD_LALT), ACTION_NONE);
    assert_int_equal(action_of_key(SDLK_p, KMOD_LCTRL), ACTION_NONE);
    assert_int_equal(action_of_key(SDLK_e, KMOD_LSHIFT | KMOD_CAPS), ACTION_ERASER);
    assert_int_equal(action_of_key(SDLK_UNKNOWN, 0), ACTION_NONE);
}

static void the_buttons_say_what_they_would_do(void **state)
{
    Fixture *f = *state;
    assert_string_equal(action_label(&f->app.shell, ACTION_TRAIN), "Train from scratch");
    state_training(f);
    assert_string_equal(action_label(&f->app.shell, ACTION_TRAIN), "Pause");
}

static void quitting_asks_nothing(void **state)
{
    Fixture *f = *state;
    SDL_Event event = {.type = SDL_QUIT};
    fixture_key(f, SDLK_q, KMOD_LCTRL);
    fixture_wait(f, fixture_has_quit);
    fixture_start_again(f, f->data.text);
    app_handle(&f->app, &event);
    fixture_wait(f, fixture_has_quit);
    assert_int_equal(f->app.shell.dialog, DIALOG_NONE);
}

static void the_window_rests_where_nothing_happens(void **state)
{
    Fixture *f = *state;
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 4.5f);
    fixture_draw(f);
    fixture_frame(f);
    assert_false(f->app.shell.redraw);
    assert_true(app_sleep_ms(&f->app) > 0); /* until the stroke is saved */
    fixture_keep(f);
    fixture_frame(f);
    assert_int_equal(app_sleep_ms(&f->app), -1);
    fixture_move(f, fixture_cell(f, 3.0f, 3.0f));
    assert_int_equal(app_sleep_ms(&f->app), 0);
}

static void lost_textures_are_made_again(void **state)
{
    static const Uint32 LOST[] = {SDL_RENDER_TARGETS_RESET, SDL_RENDER_DEVICE_RESET};
    Fixture *f = *state;
    fixture_draw(f);
    SDL_Point at = fixture_middle(f->app.shell.layout.scratch);
    at.y -= 11;
    Uint32 before = board_pixel(&f->board, at.x, at.y);
    for (int i = 0; i < 2; i++) {
        SDL_Event event = {.type = LOST[i]};
        app_handle(&f->app, &event);
        assert_true(f->app.shell.redraw);
        fixture_draw(f);
        assert_int_equal(board_pixel(&f->board, at.x, at.y), before);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(every_action_can_be_carried_out_in_every_state),
        APP_TEST(a_disabled_action_does_nothing),
        APP_TEST(what_is_possible_follows_the_state),
        APP_TEST(every_action_of_the_menus_has_a_name_and_its_own_key),
        APP_TEST(keys_need_exactly_their_modifiers),
        APP_TEST(the_buttons_say_what_they_would_do),
        APP_TEST(quitting_asks_nothing),
        APP_TEST(the_window_rests_where_nothing_happens),
        APP_TEST(lost_textures_are_made_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
