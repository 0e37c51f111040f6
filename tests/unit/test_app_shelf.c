/* The panel of networks: what stands there, choosing, removing, what starts. */
#include "app_fixture.h"

#include "lab/models.h"
#include "lab/training.h"
#include "shell/panel.h"

static const Panel *panel(const Fixture *f)
{
    return &f->app.shell.panel;
}

/* The card that has that name; it is marked by a press. */
static const NetCard *press(Fixture *f, const char *name)
{
    fixture_draw(f);
    for (int i = 0; i < panel(f)->wall.tiles; i++) {
        if (strcmp(panel(f)->networks.card[i].name, name) == 0) {
            SDL_Rect box = net_cards_box(&panel(f)->wall, &panel(f)->places, i);
            fixture_click(f, (SDL_Point){box.x + 5, box.y + 5});
            assert_int_equal(panel(f)->wall.marked, i);
            return &panel(f)->networks.card[i];
        }
    }
    fail_msg("there is no %s", name);
    return NULL;
}

static void open_panel(Fixture *f)
{
    fixture_key(f, SDLK_o, KMOD_LCTRL | KMOD_LSHIFT);
    assert_int_equal(f->app.shell.dialog, DIALOG_NETWORKS);
}

static bool has_learned(const App *app)
{
    return app->lab.stats.images >= 100;
}

/* A run that is broken off, and so slow that it has not come far. */
static void half_train(Fixture *f)
{
    fixture_half_train(f);
    action_do(&f->app.shell, ACTION_RESET);
    fixture_frame(f);
}

static void each_network_has_a_card_once(void **state)
{
    Fixture *f = *state;
    open_panel(f);
    assert_int_equal(panel(f)->wall.tiles, 2); /* those that ship, one of them on show */
    assert_string_equal(panel(f)->networks.card[0].name, "Default network");
    assert_string_equal(panel(f)->networks.card[0].note, "on show");
    assert_string_equal(panel(f)->networks.card[1].name, "Large network");
    fixture_key(f, SDLK_ESCAPE, 0);
    assert_int_equal(f->app.shell.dialog, DIALOG_NONE);
    half_train(f);
    open_panel(f);
    assert_int_equal(panel(f)->wall.tiles, 4);
    assert_string_equal(panel(f)->networks.card[1].note, "broken off");
    assert_string_equal(panel(f)->networks.card[1].accuracy, "not tested");
    assert_string_equal(panel(f)->networks.card[2].accuracy, "test: 97.6 %");
}

static void all_of_them_read_the_same_ink(void **state)
{
    Fixture *f = *state;
    open_panel(f);
    assert_false(panel(f)->networks.card[0].reading.awake);
    fixture_key(f, SDLK_ESCAPE, 0);
    fixture_stroke(f, SDL_BUTTON_LEFT, 14.5f, 4.5f, 13.5f, 24.5f);
    open_panel(f);
    for (int i = 0; i < panel(f)->wall.tiles; i++) {
        const Chart *reading = &panel(f)->networks.card[i].reading;
        assert_true(reading->awake);
        assert_int_equal(reading->answer.digit, 1);
    }
    assert_memory_equal(panel(f)->networks.card[0].reading.activation,
                        f->app.shell.chart.activation, sizeof f->app.shell.chart.activation);
    assert_memory_not_equal(panel(f)->networks.card[1].reading.activation,
                            f->app.shell.chart.activation, sizeof f->app.shell.chart.activation);
}

static void one_comes_on_show_by_mouse_and_by_keyboard(void **state)
{
    Fixture *f = *state;
    half_train(f);
    open_panel(f);
    press(f, "Default network");
    fixture_click(f, fixture_widget(f, ACTION_CHOOSE_NETWORK));
    assert_int_equal(f->app.shell.dialog, DIALOG_NONE);
    assert_int_equal(model_shipped(&f->app.lab.model), SHIPPED_DEFAULT);
    open_panel(f);
    fixture_key(f, SDLK_END, 0); /* the large one, from its file */
    fixture_key(f, SDLK_RETURN, 0);
    assert_int_equal(model_shipped(&f->app.lab.model), SHIPPED_LARGE);
    open_panel(f);
    fixture_key(f, SDLK_RETURN, 0); /* the one on show stays */
    assert_int_equal(model_shipped(&f->app.lab.model), SHIPPED_LARGE);
    assert_int_equal(f->app.shell.dialog, DIALOG_NONE);
}

static void removing_asks_first(void **state)
{
    Fixture *f = *state;
    half_train(f);
    open_panel(f);
    assert_false(action_can(&f->app.shell, ACTION_REMOVE_NETWORK)); /* the one on show */
    fixture_key(f, SDLK_RIGHT, 0);
    fixture_key(f, SDLK_DELETE, 0);
    assert_int_equal(f->app.lab.shelf.count, 2);
    fixture_key(f, SDLK_RIGHT, 0); /* another one: it is asked again */
    fixture_key(f, SDLK_LEFT, 0);
    fixture_key(f, SDLK_DELETE, 0);
    assert_int_equal(f->app.lab.shelf.count, 2);
    fixture_key(f, SDLK_DELETE, 0);
    assert_int_equal(f->app.lab.shelf.count, 1);
    assert_int_equal(model_shipped(&f->app.lab.shelf.entry[0].model), SHIPPED_DEFAULT);
    assert_int_equal(panel(f)->wall.tiles, 3);
}

static void one_is_to_come_at_every_start(void **state)
{
    Fixture *f = *state;
    open_panel(f);
    press(f, "Large network");
    fixture_click(f, fixture_widget(f, ACTION_START_NETWORK));
    assert_true(f->app.lab.shelf.entry[0].model.starts);
    assert_string_equal(press(f, "Large network")->note, "every start");
    fixture_key(f, SDLK_s, 0);
    assert_false(f->app.lab.shelf.entry[0].model.starts);
    fixture_key(f, SDLK_HOME, 0);
    fixture_key(f, SDLK_s, 0);
    assert_true(f->app.lab.model.starts);
    assert_string_equal(panel(f)->networks.card[0].note, "on show, every start");
}

static void one_is_given_a_name(void **state)
{
    Fixture *f = *state;
    half_train(f);
    open_panel(f);
    fixture_key(f, SDLK_RIGHT, 0);
    assert_non_null(strstr(panel(f)->networks.card[1].name, "784-16-16-10, "));
    fixture_click(f, fixture_widget(f, ACTION_NAME_NETWORK));
    fixture_key_often(f, SDLK_BACKSPACE, 40);
    fixture_type(f, "Mine 1s");
    fixture_draw(f);
    assert_int_equal(panel(f)->wall.marked, 1);
    fixture_key(f, SDLK_RETURN, 0);
    assert_string_equal(panel(f)->networks.card[1].name, "Mine 1s");
    assert_string_equal(f->app.lab.shelf.entry[0].model.name, "Mine 1s");
    fixture_key(f, SDLK_F2, 0);
    fixture_type(f, "x");
    fixture_key(f, SDLK_ESCAPE, 0);
    assert_string_equal(panel(f)->networks.card[1].name, "Mine 1s");
    assert_int_equal(f->app.shell.dialog, DIALOG_NETWORKS);
    fixture_key(f, SDLK_F2, 0);
    fixture_type(f, "x");
    press(f, "Default network");
    assert_string_equal(panel(f)->networks.card[1].name, "Mine 1s");
    fixture_key(f, SDLK_END, 0); /* those that ship keep theirs */
    fixture_draw(f);
    assert_false(action_can(&f->app.shell, ACTION_NAME_NETWORK));
}

static void cards_follow_a_run(void **state)
{
    Fixture *f = *state;
    fixture_stroke(f, SDL_BUTTON_LEFT, 14.5f, 4.5f, 13.5f, 24.5f);
    f->app.lab.recipe.epochs = 1000;
    action_do(&f->app.shell, ACTION_TRAIN);
    open_panel(f);
    Chart before = panel(f)->networks.card[0].reading;
    fixture_wait(f, has_learned);
    fixture_frame(f);
    assert_memory_not_equal(&panel(f)->networks.card[0].reading, &before, sizeof before);
}

static void many_scroll_in_a_small_window(void **state)
{
    Fixture *f = *state;
    for (int i = 0; i < SHELF_MOST + 3; i++) {
        f->app.lab.recipe.seed++;
        action_do(&f->app.shell, ACTION_RESET);
        f->app.lab.model.fresh = false;
    }
    assert_int_equal(f->app.lab.shelf.count, SHELF_MOST);
    fixture_resize(f, 900, 600, 1.0f);
    open_panel(f);
    fixture_draw(f);
    assert_in_range(panel(f)->places.columns, 2, 4);
    fixture_key(f, SDLK_END, 0);
    fixture_draw(f);
    assert_true(panel(f)->wall.top > 0);
    assert_int_equal(panel(f)->wall.marked, panel(f)->wall.tiles - 1);
    SDL_Rect last = net_cards_box(&panel(f)->wall, &panel(f)->places, panel(f)->wall.marked);
    SDL_Rect box = panel(f)->places.box, both;
    assert_true(SDL_IntersectRect(&last, &box, &both) && both.h == last.h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(each_network_has_a_card_once),
        APP_TEST(all_of_them_read_the_same_ink),
        APP_TEST(one_comes_on_show_by_mouse_and_by_keyboard),
        APP_TEST(removing_asks_first),
        APP_TEST(one_is_to_come_at_every_start),
        APP_TEST(one_is_given_a_name),
        APP_TEST(cards_follow_a_run),
        APP_TEST(many_scroll_in_a_small_window),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
