/* Presenter mode: larger type, chosen parts, and the way in and out. */
#include "app_fixture.h"

#include "shell/present.h"
#include "shell/tell.h"
#include "tour/tour.h"
#include "tour/tour_steps.h"

static bool is_there(const Fixture *f, int action)
{
    return widget_find(f->app.shell.widget, f->app.shell.widgets, action) >= 0;
}

/* The pointer comes to the presenter's line: what is there to choose shows. */
static void open_line(Fixture *f)
{
    fixture_move(f, fixture_middle(f->app.shell.layout.menu));
    fixture_frame(f);
}

static void click(Fixture *f, int action)
{
    open_line(f);
    fixture_click(f, fixture_widget(f, action));
}

static void f9_begins_and_ends_it(void **state)
{
    Fixture *f = *state;
    fixture_resize(f, 1920, 1080, 1.0f);
    fixture_frame(f);
    float before = f->board.paint.scale;
    fixture_key(f, SDLK_F9, 0);
    assert_true(f->app.shell.presenting);
    assert_true(f->board.paint.scale >= 1.5f * before);
    fixture_key(f, SDLK_F9, 0);
    assert_false(f->app.shell.presenting);
    assert_float_equal(f->board.paint.scale, before, 0.0f);
}

static void escape_or_a_button_leave_it(void **state)
{
    Fixture *f = *state;
    fixture_key(f, SDLK_F9, 0);
    fixture_key(f, SDLK_ESCAPE, 0);
    assert_false(f->app.shell.presenting);
    fixture_key(f, SDLK_F9, 0);
    click(f, ACTION_PRESENT_END);
    assert_false(f->app.shell.presenting);
}

static void chosen_parts_alone_are_there(void **state)
{
    Fixture *f = *state;
    fixture_key(f, SDLK_F9, 0);
    assert_true(is_there(f, ACTION_LABEL_0)); /* of the bars */
    assert_true(is_there(f, ACTION_FIT));
    assert_false(is_there(f, ACTION_PEN) || is_there(f, ACTION_SCRATCH));
    click(f, ACTION_PRESENT_TOOLS);
    click(f, ACTION_PRESENT_ANSWER);
    click(f, ACTION_PRESENT_STRIP);
    assert_false(is_there(f, ACTION_LABEL_0));
    assert_true(is_there(f, ACTION_PEN) && is_there(f, ACTION_FIT) && is_there(f, ACTION_SCRATCH));
    fixture_key(f, SDLK_F9, 0);
    assert_true(is_there(f, ACTION_LABEL_0)); /* else everything is there always */
    assert_false(is_there(f, ACTION_PRESENT_STRIP));
    fixture_draw(f);
}

static void its_line_is_calm_until_the_pointer_comes(void **state)
{
    Fixture *f = *state;
    fixture_resize(f, 1920, 1080, 1.0f);
    fixture_key(f, SDLK_F9, 0);
    fixture_move(f, fixture_middle(f->app.shell.layout.sheet));
    fixture_frame(f);
    assert_true(is_there(f, ACTION_UNDO) && is_there(f, ACTION_CLEAR) &&
                is_there(f, ACTION_PRESENT_END));
    assert_false(is_there(f, ACTION_PRESENT_TOOLS) || is_there(f, ACTION_VIEW_LEARNING));
    open_line(f);
    assert_true(is_there(f, ACTION_PRESENT_TOOLS) && is_there(f, ACTION_VIEW_LEARNING));
    fixture_move(f, fixture_middle(f->app.shell.layout.sheet));
    fixture_frame(f);
    assert_false(is_there(f, ACTION_PRESENT_TOOLS) || is_there(f, ACTION_VIEW_LEARNING));
    fixture_key(f, SDLK_TAB, 0); /* the keyboard sees where it can go */
    fixture_frame(f);
    assert_true(is_there(f, ACTION_PRESENT_TOOLS));
}

static void the_choice_is_kept(void **state)
{
    Fixture *f = *state;
    fixture_key(f, SDLK_F9, 0);
    click(f, ACTION_PRESENT_ANSWER);
    unsigned hidden = f->app.lab.settings.present_hidden;
    fixture_keep(f);
    fixture_start_again(f, f->data.text);
    assert_false(f->app.shell.presenting); /* a start is a plain one */
    assert_int_equal(f->app.lab.settings.present_hidden, hidden);
}

static void menus_open_by_key_and_close_again(void **state)
{
    Fixture *f = *state;
    fixture_key(f, SDLK_F9, 0);
    fixture_click(f, (SDL_Point){20, 10}); /* where File was */
    assert_false(f->app.shell.menu.open);
    fixture_key(f, SDLK_F10, 0);
    assert_true(f->app.shell.menu.open);
    fixture_draw(f);
    SDL_Rect view = f->app.shell.menu_bar.menu[2].box;
    assert_false(SDL_RectEmpty(&view));
    fixture_move(f, fixture_middle(view));
    assert_int_equal(f->app.shell.menu.menu, 2);
    fixture_key(f, SDLK_ESCAPE, 0);
    assert_false(f->app.shell.menu.open);
    assert_true(f->app.shell.presenting);
    fixture_draw(f);
}

static void the_keyboard_reaches_its_line(void **state)
{
    Fixture *f = *state;
    fixture_key(f, SDLK_F9, 0);
    for (int i = 0; i < SHELL_WIDGETS && f->app.shell.focus != ACTION_PRESENT_STRIP; i++) {
        fixture_key(f, SDLK_TAB, 0);
    }
    fixture_key(f, SDLK_SPACE, 0);
    assert_true(present_shows(&f->app.shell, LAYOUT_STRIP));
}

static void assert_apart(const Fixture *f)
{
    const Widget *widget = f->app.shell.widget;
    SDL_Rect both, window = f->app.shell.layout.window;
    int over = f->app.shell.noticed; /* those of the notice lie over others */
    for (int i = 0; i < f->app.shell.widgets; i++) {
        SDL_IntersectRect(&widget[i].box, &window, &both);
        assert_true(SDL_RectEquals(&widget[i].box, &both));
        for (int k = i + 1; i >= over && k < f->app.shell.widgets; k++) {
            if (widget[i].kind != WIDGET_AREA && widget[k].kind != WIDGET_AREA &&
                SDL_HasIntersection(&widget[i].box, &widget[k].box)) {
                fail_msg("\"%s\" lies over \"%s\" in %dx%d, view %d, hidden %u", widget[i].label,
                         widget[k].label, window.w, window.h, (int)f->app.shell.view,
                         f->app.lab.settings.present_hidden);
            }
        }
    }
}

static void no_widget_lies_over_another_at_any_size(void **state)
{
    static const SDL_Point SIZE[] = {{900, 600}, {1024, 768}, {1280, 800}, {1920, 1080}};
    Fixture *f = *state;
    fixture_key(f, SDLK_F9, 0);
    for (int i = 0; i < 4; i++) {
        for (unsigned hidden = 0; hidden < 16; hidden++) {
            for (int view = 0; view < VIEWS; view++) {
                f->app.lab.settings.present_hidden = hidden;
                action_do(&f->app.shell, ACTION_VIEW_NETWORK + view);
                fixture_resize(f, SIZE[i].x, SIZE[i].y, 1.0f);
                assert_apart(f);
            }
        }
    }
}

static void a_notice_and_the_card_of_the_tour_leave_every_view_its_place(void **state)
{
    static const SDL_Point SIZE[] = {{900, 600}, {901, 584}, {640, 420}};
    static const unsigned HIDDEN[] = {0, LAYOUT_STRIP, LAYOUT_ANSWER | LAYOUT_STRIP, 15};
    static const char NEWS[] =
        "The network \"/media/a-stick/networks-of-2026/large-after-30-epochs.safetensors\" cannot "
        "be read: the weights of its second layer are missing. Choose another file, or train it "
        "again.";
    Fixture *f = *state;
    fixture_key(f, SDLK_F9, 0);
    for (int i = 0; i < 3 * 4 * tour_steps(); i++) {
        SDL_Point size = SIZE[i % 3];
        f->app.lab.settings.present_hidden = HIDDEN[i / 3 % 4];
        tour_go(&f->app.tour, i / 12);
        fixture_frame(f); /* it has brought what it speaks of */
        tell(&f->app.shell, true, ACTION_GET_MNIST, NEWS);
        for (int view = 0; view < VIEWS; view++) {
            action_do(&f->app.shell, ACTION_VIEW_NETWORK + view);
            fixture_resize(f, size.x, size.y, 1.0f);
            assert_apart(f);
            const Layout *at = &f->app.shell.layout;
            assert_true(at->notice.y >= at->view.y && at->notice.y < at->view.y + at->view.h);
            assert_true(at->notice.y + at->notice.h <= size.y);
            assert_false(SDL_HasIntersection(&at->notice, &at->card));
            assert_true(at->view.h >= paint_px(f->app.shell.paint, 150.0f));
        }
    }
    fixture_draw(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(f9_begins_and_ends_it),
        APP_TEST(escape_or_a_button_leave_it),
        APP_TEST(chosen_parts_alone_are_there),
        APP_TEST(its_line_is_calm_until_the_pointer_comes),
        APP_TEST(the_choice_is_kept),
        APP_TEST(menus_open_by_key_and_close_again),
        APP_TEST(the_keyboard_reaches_its_line),
        APP_TEST(no_widget_lies_over_another_at_any_size),
        APP_TEST(a_notice_and_the_card_of_the_tour_leave_every_view_its_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
