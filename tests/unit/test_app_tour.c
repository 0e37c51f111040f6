/* The guided walk: its table, going through it, and what of it is on the screen. */
#include "shell/card.h"
#include "shell/tell.h"
#include "tour_fixture.h"

/* The table. */

static void every_step_says_what_to_do_and_belongs_to_one_chapter(void **state)
{
    int step = 0;
    (void)state;
    assert_true(tour_steps() <= STEPS_MAX);
    for (int i = 0; i < TOUR_CHAPTERS; i++) {
        assert_int_equal(TOUR_CHAPTER[i].first, step);
        assert_in_range(TOUR_CHAPTER[i].steps, 4, 7);
        for (int k = 0; k < TOUR_CHAPTER[i].steps; k++, step++) {
            assert_int_equal(tour_chapter(step), i);
            assert_true(strlen(TOUR_STEP[step].title) < 40);
            assert_true(strlen(TOUR_STEP[step].text) > 10 && strlen(TOUR_STEP[step].ask) > 10);
            assert_true(TOUR_STEP[step].view < VIEW_TOUR);
            assert_non_null(TOUR_STEP[step].done);
        }
    }
    assert_int_equal(step, tour_steps());
}

/* Going through it. */

static void open_list(Fixture *f)
{
    panes_show(&f->app.shell, VIEW_TOUR);
    fixture_frame(f);
}

static void the_keyboard_alone_walks_through_all_steps(void **state)
{
    Fixture *f = *state;
    key(f, SDLK_F8);
    for (int step = 0; step < tour_steps(); step++) {
        assert_true(card_shows(&f->app.shell));
        assert_int_equal(f->app.lab.settings.tour_step, step);
        assert_int_equal(f->app.shell.view, TOUR_STEP[step].view);
        key(f, step % 2 == 0 ? SDLK_RETURN : SDLK_PAGEDOWN); /* Next has the keyboard */
    }
    assert_false(f->app.shell.card.up);
    assert_int_equal(f->app.shell.view, VIEW_TOUR);
    assert_int_equal(f->app.lab.settings.tour_done, 0); /* nothing was done on the way */
}

static void the_mouse_alone_walks_forth_and_back(void **state)
{
    Fixture *f = *state;
    click(f, ACTION_VIEW_TOUR);
    click(f, ACTION_TOUR_NEXT);
    click(f, ACTION_TOUR_NEXT);
    assert_int_equal(f->app.lab.settings.tour_step, 2);
    click(f, ACTION_TOUR_BACK);
    assert_int_equal(f->app.lab.settings.tour_step, 1);
    click(f, ACTION_TOUR_LEAVE);
    assert_false(card_shows(&f->app.shell));
}

static void page_up_goes_back_and_stops_at_the_first_step(void **state)
{
    Fixture *f = *state;
    tour_go(&f->app.tour, 1);
    key(f, SDLK_PAGEUP);
    key(f, SDLK_PAGEUP);
    assert_int_equal(f->app.lab.settings.tour_step, 0);
    assert_false(action_can(&f->app.shell, ACTION_TOUR_BACK));
    key(f, SDLK_ESCAPE);
    key(f, SDLK_PAGEDOWN); /* means nothing now */
    assert_int_equal(f->app.lab.settings.tour_step, 0);
    assert_false(f->app.shell.card.up);
}

static void escape_closes_a_notice_before_the_tour(void **state)
{
    Fixture *f = *state;
    tour_go(&f->app.tour, 0);
    tell(&f->app.shell, false, ACTION_NONE, "News.");
    fixture_frame(f);
    assert_true(SDL_RectEmpty(&f->app.shell.layout.notice) == SDL_FALSE);
    assert_false(SDL_HasIntersection(&f->app.shell.layout.notice, &f->app.shell.layout.card));
    key(f, SDLK_ESCAPE);
    assert_true(card_shows(&f->app.shell));
    key(f, SDLK_ESCAPE);
    assert_false(card_shows(&f->app.shell));
}

static void it_goes_on_where_it_was_left(void **state)
{
    Fixture *f = *state;
    tour_go(&f->app.tour, 4);
    key(f, SDLK_ESCAPE);
    key(f, SDLK_F8);
    assert_int_equal(f->app.lab.settings.tour_step, 4);
    assert_true(card_shows(&f->app.shell));
}

static void its_key_leads_from_the_card_to_the_list_and_back(void **state)
{
    Fixture *f = *state;
    key(f, SDLK_F8);
    assert_true(card_shows(&f->app.shell));
    assert_int_equal(f->app.shell.view, VIEW_NETWORK);
    key(f, SDLK_F8);
    assert_false(card_shows(&f->app.shell));
    assert_int_equal(f->app.shell.view, VIEW_TOUR);
    key(f, SDLK_F8);
    assert_true(card_shows(&f->app.shell));
    key(f, SDLK_PAGEDOWN);
    key(f, SDLK_F8);
    assert_string_equal(action_label(&f->app.shell, view_action(VIEW_TOUR, 1)), "Resume");
    click(f, view_action(VIEW_TOUR, 1));
    assert_int_equal(f->app.lab.settings.tour_step, 1);
    fixture_click(f, fixture_middle(widgets_box(&f->app.shell, ACTION_VIEW_TOUR)));
    assert_int_equal(f->app.shell.view, VIEW_TOUR); /* "2 of 6" */
}

static void it_goes_on_after_the_program_was_ended(void **state)
{
    Fixture *f = *state;
    go_to(f, "A picture is 784 numbers");
    draw_one(f);
    assert_true(is_done(f));
    tour_go(&f->app.tour, 7);
    fixture_keep(f);
    fixture_start_again(f, f->data.text);
    assert_false(card_shows(&f->app.shell));
    assert_int_equal(f->app.lab.settings.tour_step, 7);
    assert_true(tour_is_done(&f->app.tour, 0));
    assert_false(tour_is_done(&f->app.tour, 1));
}

static void start_over_forgets_what_was_done(void **state)
{
    Fixture *f = *state;
    f->app.lab.settings.tour_done = 7;
    f->app.lab.settings.tour_step = 3;
    open_list(f);
    click(f, view_action(VIEW_TOUR, 2));
    assert_int_equal(f->app.lab.settings.tour_done, 0);
    assert_int_equal(f->app.lab.settings.tour_step, 0);
    assert_true(card_shows(&f->app.shell));
}

static void each_step_can_be_chosen_from_the_list(void **state)
{
    Fixture *f = *state;
    for (int step = 0; step < tour_steps(); step++) {
        f->app.tour.marked = TOUR_CHAPTER[tour_chapter(step)].first;
        open_list(f);
        f->app.shell.redraw = true;
        fixture_frame(f);
        SDL_Rect box = f->app.tour.list.step[step].box;
        assert_false(SDL_RectEmpty(&box));
        fixture_click(f, fixture_middle(box));
        assert_true(card_shows(&f->app.shell));
        assert_int_equal(f->app.lab.settings.tour_step, step);
    }
    open_list(f);
    for (int i = 0; i < SHELL_WIDGETS && f->app.shell.focus != view_action(VIEW_TOUR, 0); i++) {
        key(f, SDLK_TAB);
    }
    key(f, SDLK_HOME);
    key(f, SDLK_DOWN);
    key(f, SDLK_DOWN);
    key(f, SDLK_RETURN);
    assert_int_equal(f->app.lab.settings.tour_step, 2);
}

/* What is shown. */

static bool is_inside(SDL_Rect box, SDL_Rect in)
{
    SDL_Rect both;
    return SDL_IntersectRect(&box, &in, &both) && SDL_RectEquals(&box, &both);
}

static void assert_card_is_whole(const Fixture *f)
{
    const Layout *at = &f->app.shell.layout;
    assert_true(is_inside(at->card, at->window));
    if (!card_fits(&f->app.shell)) {
        fail_msg("the card is too small for “%s” at %dx%d", f->app.shell.card.title,
                 f->app.shell.w_px, f->app.shell.h_px);
    }
    assert_false(SDL_HasIntersection(&at->card, &at->sheet));
    assert_false(SDL_HasIntersection(&at->card, &at->modes));
    assert_false(SDL_HasIntersection(&at->card, &at->view));
    assert_false(SDL_HasIntersection(&at->card, &at->chart));
    for (int action = ACTION_TOUR_NEXT; action <= ACTION_TOUR_LEAVE; action++) {
        int i = widget_find(f->app.shell.widget, f->app.shell.widgets, action);
        assert_true(i >= 0 && is_inside(f->app.shell.widget[i].box, at->card));
    }
}

/* The pointer stays on Next. */
static void assert_same_place(const Fixture *f, SDL_Rect *next)
{
    SDL_Rect now = widgets_box(&f->app.shell, ACTION_TOUR_NEXT);
    assert_true(next->w == 0 || SDL_RectEquals(&now, next));
    *next = now;
}

static void every_ring_is_on_the_screen(void **state)
{
    static const SDL_Point SIZE[] = {{900, 600}, {1280, 800}, {1900, 1000}};
    Fixture *f = *state;
    for (int k = 0; k < 6; k++) {
        if (k == 3) {
            key(f, SDLK_F9); /* what it points at shows there, too */
        }
        fixture_resize(f, SIZE[k % 3].x, SIZE[k % 3].y, 1.0f);
        SDL_Rect next = {0};
        for (int step = 0; step < tour_steps(); step++) {
            tour_go(&f->app.tour, step);
            fixture_draw(f);
            SDL_Rect target = f->app.shell.card.ring,
                     place = tour_place(&f->app.tour, TOUR_STEP[step].place);
            assert_false(SDL_RectEmpty(&place));
            assert_int_equal(f->app.shell.layout.hidden & TOUR_STEP[step].needs, 0);
            assert_true(target.w >= 20 && target.h >= 14);
            assert_true(is_inside(target, f->app.shell.layout.window));
            assert_card_is_whole(f);
            assert_same_place(f, &next);
            assert_false(SDL_HasIntersection(&target, &f->app.shell.layout.card));
            bool strip = TOUR_STEP[step].needs & LAYOUT_STRIP;
            float least = strip ? 190.0f : 230.0f;
            float h = (float)f->app.shell.layout.view.h / f->board.paint.scale;
            if (h < least) {
                fail_msg("step %d leaves its view %g at %dx%d", step, (double)h, SIZE[k % 3].x,
                         SIZE[k % 3].y);
            }
        }
    }
}

static void who_strays_is_shown_the_tab_that_leads_back(void **state)
{
    Fixture *f = *state;
    go_to(f, "Images that it gets wrong");
    key(f, SDLK_F2);
    int tab = widget_find(f->app.shell.widget, f->app.shell.widgets, ACTION_VIEW_DATA);
    SDL_Rect target = f->app.shell.card.ring;
    assert_true(SDL_RectEquals(&target, &f->app.shell.widget[tab].box));
    fixture_click(f, fixture_middle(target));
    assert_int_equal(f->app.shell.view, VIEW_DATA);
    key(f, SDLK_F8); /* over its own list the card is not needed */
    assert_false(card_shows(&f->app.shell));
    key(f, SDLK_F6);
    assert_true(card_shows(&f->app.shell));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_step_says_what_to_do_and_belongs_to_one_chapter),
        APP_TEST(the_keyboard_alone_walks_through_all_steps),
        APP_TEST(the_mouse_alone_walks_forth_and_back),
        APP_TEST(page_up_goes_back_and_stops_at_the_first_step),
        APP_TEST(escape_closes_a_notice_before_the_tour),
        APP_TEST(it_goes_on_where_it_was_left),
        APP_TEST(its_key_leads_from_the_card_to_the_list_and_back),
        APP_TEST(it_goes_on_after_the_program_was_ended),
        APP_TEST(start_over_forgets_what_was_done),
        APP_TEST(each_step_can_be_chosen_from_the_list),
        APP_TEST(every_ring_is_on_the_screen),
        APP_TEST(who_strays_is_shown_the_tab_that_leads_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
