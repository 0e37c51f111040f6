/* A view is written, built, driven and drawn without any other: this program links the shell and
 * what is below, and none of src/views but view.h. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <stdlib.h>
#include <string.h>

#include "board.h"
#include "exercise_view.h"
#include "scratch.h"
#include "shell/explain.h"
#include "shell/screen.h"
#include "shell/widgets.h"

enum { W = 1280, H = 800 };

typedef struct Fixture {
    Lab lab;
    Shell shell;
    InkView view;
    Board board;
    Path home;
} Fixture;

static void wake(void *context)
{
    (void)context; /* nothing is waited for */
}

static void frame(Fixture *f)
{
    if (lab_update(&f->lab)) {
        shell_answer(&f->shell);
    }
    shell_update(&f->shell);
    screen_update(&f->shell);
    screen_draw(&f->shell);
}

static int set_up(void **state)
{
    Err err;
    Fixture *f = aligned_alloc(_Alignof(Fixture), sizeof *f);
    assert_non_null(f);
    memset(f, 0, sizeof *f);
    scratch_make(&f->home);
    setenv("XDG_DATA_HOME", f->home.text, 1);
    unsetenv("INKLING_DATA");
    board_make(&f->board, W, H);
    assert_true(lab_make(&f->lab, NULL, wake, NULL, &err));
    assert_true(lab_start(&f->lab, &err));
    shell_init(&f->shell, &f->lab, NULL, &f->board.paint);
    shell_resize(&f->shell, W, H, 1.0f);
    f->view = (InkView){.lab = &f->lab, .shell = &f->shell, .answers = -1};
    panes_add(&f->shell, VIEW_DATA, &PANE_OF_INK, &f->view);
    panes_show(&f->shell, VIEW_DATA);
    frame(f);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    Fixture *f = *state;
    shell_free(&f->shell);
    lab_free(&f->lab);
    board_free(&f->board);
    scratch_free(&f->home);
    free(f);
    return 0;
}

static void draw_a_line(Fixture *f, Point from, Point to)
{
    Err err;
    assert_true(lab_pen_down(&f->lab, TOOL_PEN, 2.0f, from, &err));
    assert_true(lab_pen_to(&f->lab, to, &err));
    lab_pen_up(&f->lab);
    frame(f);
}

static void click(Fixture *f, SDL_Rect box)
{
    SDL_Event event = {.button = {.type = SDL_MOUSEBUTTONDOWN,
                                  .button = SDL_BUTTON_LEFT,
                                  .clicks = 1,
                                  .x = box.x + box.w / 2,
                                  .y = box.y + box.h / 2}};
    shell_handle(&f->shell, &event);
    event.type = SDL_MOUSEBUTTONUP;
    shell_handle(&f->shell, &event);
    frame(f);
}

static void key(Fixture *f, SDL_Keycode code)
{
    shell_handle(&f->shell, &(SDL_Event){.key = {.type = SDL_KEYDOWN, .keysym = {.sym = code}}});
    shell_handle(&f->shell, &(SDL_Event){.key = {.type = SDL_KEYUP, .keysym = {.sym = code}}});
    frame(f);
}

static SDL_Rect widget(const Fixture *f, int command)
{
    SDL_Rect box = widgets_box(&f->shell, view_action(VIEW_DATA, command));
    assert_true(box.w > 0);
    return box;
}

static void it_follows_the_drawing_and_its_switch(void **state)
{
    Fixture *f = *state;
    draw_a_line(f, (Point){4.0f, 14.0f}, (Point){24.0f, 14.0f});
    assert_true(f->view.ink[14] > 0.5f && f->view.ink[2] <= 0.0f);
    click(f, widget(f, INK_COLUMNS));
    assert_true(f->view.columns);
    assert_true(f->view.ink[14] > 0.0f && f->view.ink[14] < 0.2f && f->view.ink[2] <= 0.0f);
}

static void it_is_drawn_in_its_box(void **state)
{
    Fixture *f = *state;
    draw_a_line(f, (Point){4.0f, 14.0f}, (Point){24.0f, 14.0f});
    f->view.marked = 14;
    frame(f);
    SDL_Rect bar = row_down(f->view.bars, SHEET_SIDE, 14);
    assert_int_equal(board_pixel(&f->board, bar.x + 2, bar.y + bar.h / 2),
                     board_colour(f->board.paint.theme->positive));
    SDL_Rect view = f->shell.layout.view;
    assert_true(SDL_HasIntersection(&view, &bar) && bar.x >= view.x && bar.y >= view.y);
}

static void its_numbers_explain_themselves(void **state)
{
    Fixture *f = *state;
    Hint hint = {{0}, {0}, {0}};
    draw_a_line(f, (Point){4.0f, 14.0f}, (Point){24.0f, 14.0f});
    for (int i = 0; i < f->shell.spots; i++) {
        if (f->shell.spot[i].view == VIEW_DATA && f->shell.spot[i].about == 14) {
            explain_print(&f->shell, &f->shell.spot[i], (SDL_Point){0, 0}, &hint);
        }
    }
    assert_string_equal(hint.title, "Ink of row 15");
}

static void mouse_and_keys_reach_it(void **state)
{
    Fixture *f = *state;
    click(f, row_down(f->view.bars, SHEET_SIDE, 20));
    assert_int_equal(f->view.marked, 20);
    key(f, SDLK_DOWN);
    assert_int_equal(f->view.marked, 21);
    key(f, SDLK_UP);
    key(f, SDLK_UP);
    assert_int_equal(f->view.marked, 19);
}

static void its_command_changes_the_session(void **state)
{
    Fixture *f = *state;
    click(f, widget(f, INK_WIPE)); /* there is nothing to wipe yet */
    draw_a_line(f, (Point){4.0f, 14.0f}, (Point){24.0f, 14.0f});
    assert_true(f->lab.has_ink);
    click(f, widget(f, INK_WIPE));
    assert_false(f->lab.has_ink);
    assert_true(f->view.ink[14] <= 0.0f);
    lab_undo(&f->lab);
    frame(f);
    assert_true(f->view.ink[14] > 0.5f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(it_follows_the_drawing_and_its_switch, set_up, tear_down),
        cmocka_unit_test_setup_teardown(it_is_drawn_in_its_box, set_up, tear_down),
        cmocka_unit_test_setup_teardown(its_numbers_explain_themselves, set_up, tear_down),
        cmocka_unit_test_setup_teardown(mouse_and_keys_reach_it, set_up, tear_down),
        cmocka_unit_test_setup_teardown(its_command_changes_the_session, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
