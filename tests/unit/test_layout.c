/* The layout at many sizes and scales: inside the window, nothing over anything else, large
 * enough to be read and hit. */
#include "ui/layout.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <string.h>

enum { BOXES = 40, CELLS = 28, HIDDEN = 16 /* sets of hidden parts */ };

typedef struct Box {
    const char *name;
    SDL_Rect at;
} Box;

/* A plot with its numbers left of it and under it. */
static SDL_Rect with_axes(SDL_Rect plot, float scale)
{
    int left = (int)(42.0f * scale), under = (int)(16.0f * scale);
    return plot.w == 0 ? plot : (SDL_Rect){plot.x - left, plot.y, plot.w + left, plot.h + under};
}

/* Left of the inputs there is a fan, with room over it and under it. */
static SDL_Rect right_of_fan(const Layout *l)
{
    int fan_w = l->inputs.x - l->diagram.x;
    return (SDL_Rect){l->inputs.x, l->diagram.y, l->diagram.w - fan_w, l->diagram.h};
}

/* What stands in the place of the sheet and beside it. */
static void list_closeup(const Layout *l, Box *box)
{
    box[0] = (Box){"said", l->said};
    box[1] = (Box){"weights", l->weights};
    box[2] = (Box){"sum", l->sum};
    box[3] = (Box){"input_note", l->input_note};
}

/* All that is shown, none of which may lie over another. */
static void list_boxes(const Layout *l, float scale, Box box[BOXES])
{
    const Box all[] = {
        {"places", l->places},
        {"note", l->note},
        {"sheet_label", l->sheet_label},
        {"sheet", l->sheet},
        {"pen", l->pen},
        {"eraser", l->eraser},
        {"size_label", l->size_label},
        {"size", l->size},
        {"undo", l->undo},
        {"clear", l->clear},
        {"input_label", l->input_label},
        {"input", l->input},
        {"fit", l->fit},
        {"straighten", l->straighten},
        {"label_note", l->label_note},
        {"diagram_label", l->diagram_label},
        {"diagram", right_of_fan(l)},
        {"digits", l->diagram.w > 0 ? (SDL_Rect){0} : l->digits},
        {"chart", l->chart},
        {"answer", l->answer},
        {"back", l->back},
        {"forward", l->forward},
        {"play", l->play},
        {"resume", l->resume},
        {"scratch", l->scratch},
        {"fold", l->fold},
        {"speed_label", l->speed_label},
        {"speed", l->speed},
        {"speed_value", l->speed_value},
        {"status", l->status},
        {"time_title", l->time_title},
        {"time", with_axes(l->time, scale)},
        {"figures", l->figures},
        {"card", l->card.h > 0 ? l->card : (SDL_Rect){0}},
        {"modes", l->modes},
        {"view", l->diagram.w > 0 ? (SDL_Rect){0} : l->view}, /* the network is one, too */
    };
    memcpy(box, all, sizeof all);
    list_closeup(l, box + sizeof all / sizeof all[0]);
}

typedef void Check(const Layout *layout, float scale);

/* For many sizes of window, from the smallest to 4K, and many scales; heights of notice and card in
 * design pixels. */
static void for_many_sizes(Check *check, const LayoutWish *wish)
{
    static const SDL_Point SIZE[] = {{900, 600},   {900, 2160},  {1024, 768},  {1079, 719},
                                     {1080, 720},  {1099, 800},  {1280, 720},  {1280, 800},
                                     {1366, 768},  {1440, 900},  {1920, 1080}, {1920, 600},
                                     {2560, 1440}, {3440, 1440}, {3840, 1080}, {3840, 2160}};
    static const float WISH[] = {0.5f, 0.75f, 1.0f, 1.25f, 1.5f, 2.0f, 3.0f, 4.0f};
    for (size_t i = 0; i < sizeof SIZE / sizeof SIZE[0]; i++) {
        for (size_t k = 0; k < sizeof WISH / sizeof WISH[0]; k++) {
            Layout layout;
            LayoutWish scaled = *wish;
            float scale = layout_scale(SIZE[i].x, SIZE[i].y, WISH[k], wish->hidden);
            scaled.notice_h_px = (int)((float)wish->notice_h_px * scale);
            layout_make(&layout, SIZE[i].x, SIZE[i].y, scale, &scaled);
            check(&layout, scale);
        }
    }
}

/* With every set of hidden parts and every form of the strip, for the network and the other views.
 */
static void for_all_parts(Check *check, int notice_h, bool card)
{
    static const LayoutStrip STRIP[] = {LAYOUT_STRIP_FOLDED, LAYOUT_STRIP_OPEN, LAYOUT_STRIP_LOW};
    for (unsigned hidden = 0; hidden < HIDDEN; hidden++) {
        LayoutStrip strip = hidden == 0 ? LAYOUT_STRIP_OPEN : STRIP[hidden % 3];
        for (LayoutForm form = LAYOUT_NETWORK; form <= LAYOUT_RAIL; form++) {
            for_many_sizes(check, &(LayoutWish){.form = form,
                                                .notice_h_px = notice_h,
                                                .card = card,
                                                .presenting = hidden != 0,
                                                .modes = true,
                                                .hidden = hidden,
                                                .strip = strip});
        }
    }
}

static void check_inside(const Layout *layout, float scale)
{
    Box box[BOXES];
    SDL_Rect window = layout->window;
    list_boxes(layout, scale, box);
    for (int i = 0; i < BOXES; i++) {
        SDL_Rect at = box[i].at;
        if (at.x < 0 || at.y < 0 || at.w < 0 || at.h < 0 || at.x + at.w > window.w ||
            at.y + at.h > window.h) {
            fail_msg("%s is outside: %d,%d %dx%d in %dx%d at %g", box[i].name, at.x, at.y, at.w,
                     at.h, window.w, window.h, (double)scale);
        }
    }
}

static void check_apart(const Layout *layout, float scale)
{
    Box box[BOXES];
    list_boxes(layout, scale, box);
    for (int i = 0; i < BOXES; i++) {
        for (int k = i + 1; k < BOXES; k++) {
            if (SDL_HasIntersection(&box[i].at, &box[k].at)) {
                fail_msg("%s lies over %s in %dx%d at %g", box[i].name, box[k].name,
                         layout->window.w, layout->window.h, (double)scale);
            }
        }
    }
}

static void assert_at_least(const char *name, SDL_Rect at, float w, float h, float scale)
{
    if ((float)at.w + 1.0f < w * scale || (float)at.h + 1.0f < h * scale) {
        fail_msg("%s is %dx%d, less than %gx%g at %g", name, at.w, at.h, (double)w, (double)h,
                 (double)scale);
    }
}

static void check_large_enough(const Layout *l, float scale)
{
    assert_at_least("menu", l->menu, 880.0f, 30.0f, scale);
    assert_at_least("sheet", l->sheet, 200.0f, 200.0f, scale);
    assert_at_least("pen", l->pen, 44.0f, 28.0f, scale);
    assert_at_least("eraser", l->eraser, 60.0f, 28.0f, scale);
    if (l->size.w > 0) {
        assert_at_least("size", l->size, 40.0f, 28.0f, scale);
    }
    assert_at_least("undo", l->undo, 48.0f, 28.0f, scale);
    assert_at_least("input", l->input, 40.0f, 40.0f, scale);
    assert_at_least("fit", l->fit, 56.0f, 36.0f, scale);
    assert_at_least("straighten", l->straighten, 56.0f, 18.0f, scale);
    assert_at_least("label_note", l->label_note, 150.0f, 18.0f, scale);
    assert_at_least("diagram", l->diagram, 200.0f, 220.0f, scale);
    assert_at_least("chart", l->chart, 140.0f, 220.0f, scale);
    assert_at_least("answer", l->answer, 56.0f, 80.0f, scale);
    assert_at_least("resume", l->resume, 84.0f, 30.0f, scale);
    assert_at_least("scratch", l->scratch, 142.0f, 30.0f, scale);
    assert_at_least("status", l->status, 300.0f, 16.0f, scale);
    assert_at_least("fold", l->fold, 80.0f, 16.0f, scale);
}

static void check_notice(const Layout *l, float scale)
{
    const SDL_Rect *over = &l->notice;
    assert_at_least("notice", l->notice, 240.0f, 100.0f, scale);
    assert_true(over->y > l->view.y && over->y < l->view.y + l->view.h);
    assert_true(over->y > l->card.y + l->card.h);
    assert_false(SDL_HasIntersection(over, &l->sheet));
    assert_false(l->form == LAYOUT_VIEW && SDL_HasIntersection(over, &l->chart));
    assert_false(l->scratch.w > 0 && over->y + over->h > l->scratch.y);
}

/* The layout as it is, and with a notice. */
static void check_same(const Layout *layout, float scale)
{
    Box with[BOXES], without[BOXES];
    Layout other;
    layout_make(&other, layout->window.w, layout->window.h, scale, &(LayoutWish){0});
    list_boxes(layout, scale, with);
    list_boxes(&other, scale, without);
    for (int i = 0; i < BOXES; i++) {
        assert_true(SDL_RectEquals(&with[i].at, &without[i].at));
    }
}

static void check_rows(const Layout *layout, float scale)
{
    (void)scale;
    assert_int_equal(layout->sheet.w, layout->sheet.h);
    assert_int_equal(layout->sheet.w % CELLS, 0);
    assert_int_equal(layout->diagram.y, layout->chart.y);
    assert_int_equal(layout->diagram.h, layout->chart.h);
    assert_int_equal(layout->input.w, layout->input.h);
}

static void everything_is_inside_the_window(void **state)
{
    (void)state;
    for_all_parts(check_inside, 0, false);
    for_all_parts(check_inside, 54, false);
    for_all_parts(check_inside, 150, false);
    for_all_parts(check_inside, 0, true);
    for_all_parts(check_inside, 54, true);
}

static void nothing_lies_over_anything_else(void **state)
{
    (void)state;
    for_all_parts(check_apart, 0, false);
    for_all_parts(check_apart, 54, false);
    for_all_parts(check_apart, 150, false);
    for_all_parts(check_apart, 0, true);
    for_all_parts(check_apart, 54, true);
}

static void everything_is_large_enough(void **state)
{
    (void)state;
    for_many_sizes(check_large_enough, &(LayoutWish){0});
}

static void a_notice_lies_over_the_bottom_of_the_view(void **state)
{
    (void)state;
    for_all_parts(check_notice, 100, false);
    for_many_sizes(check_notice, &(LayoutWish){.notice_h_px = 100, .card = true});
}

static void a_notice_moves_nothing(void **state)
{
    (void)state;
    for_many_sizes(check_same, &(LayoutWish){.notice_h_px = 100});
}

static void check_view(const Layout *l, float scale)
{
    assert_at_least("view", l->view, 340.0f, 330.0f, scale);
    if (l->hidden == 0) { /* else it is for a presenter, who may lack the room */
        assert_at_least("places", l->places, 300.0f, 24.0f, scale);
    }
    assert_int_equal(l->diagram.w, 0);
}

static void every_view_has_room_whatever_is_hidden(void **state)
{
    (void)state;
    for (unsigned hidden = 0; hidden < HIDDEN; hidden++) {
        for_many_sizes(check_view, &(LayoutWish){.form = LAYOUT_VIEW,
                                                 .presenting = hidden != 0,
                                                 .modes = true,
                                                 .hidden = hidden,
                                                 .strip = LAYOUT_STRIP_OPEN});
    }
}

static void check_card(const Layout *l, float scale)
{
    assert_at_least("card", l->card, 360.0f, 88.0f, scale);
    assert_at_least("view", l->view, 200.0f, 140.0f, scale);
    assert_at_least("chart", l->chart, 110.0f, 120.0f, scale); /* the answer gives way first */
    assert_true((float)l->card.x <= 25.0f * scale && (float)l->card.y <= 56.0f * scale);
}

static void every_view_makes_room_for_a_card(void **state)
{
    (void)state;
    for_many_sizes(check_card, &(LayoutWish){.form = LAYOUT_VIEW, .card = true});
    for_many_sizes(check_card, &(LayoutWish){.card = true});
    for_many_sizes(check_card, &(LayoutWish){.form = LAYOUT_VIEW,
                                             .card = true,
                                             .presenting = true,
                                             .modes = true,
                                             .hidden = LAYOUT_TOOLS | LAYOUT_INPUT});
}

static void nothing_lies_over_a_large_sheet(void **state)
{
    (void)state;
    for_many_sizes(check_apart, &(LayoutWish){.modes = true, .large = 1.0f});
    for_many_sizes(check_apart, &(LayoutWish){.modes = true, .large = 0.5f});
}

/* What is hidden gives its room away: to the view, to the sheet, or to a larger scale. */
static void what_is_hidden_leaves_no_hole(void **state)
{
    Layout whole, part;
    (void)state;
    layout_make(&whole, 1600, 800, 1.0f,
                &(LayoutWish){.form = LAYOUT_VIEW, .strip = LAYOUT_STRIP_OPEN});
    layout_make(&part, 1600, 800, 1.0f, &(LayoutWish){.form = LAYOUT_VIEW, .hidden = LAYOUT_STRIP});
    assert_true(part.view.h >= whole.view.h + whole.strip.h);
    assert_int_equal(part.strip.h + part.scratch.h + part.status.h + part.fold.h, 0);
    layout_make(
        &part, 1600, 800, 1.0f,
        &(LayoutWish){.form = LAYOUT_VIEW, .hidden = LAYOUT_ANSWER, .strip = LAYOUT_STRIP_OPEN});
    assert_true(part.view.w >= whole.view.w + whole.chart.w);
    assert_int_equal(part.chart.h + part.answer.h, 0);
    layout_make(&part, 1600, 800, 1.0f,
                &(LayoutWish){.form = LAYOUT_VIEW,
                              .hidden = LAYOUT_TOOLS | LAYOUT_INPUT,
                              .strip = LAYOUT_STRIP_OPEN});
    assert_true(part.sheet.h > whole.sheet.h);
    assert_int_equal(part.pen.h + part.size.h + part.input.h + part.straighten.h, 0);
    assert_true(layout_scale(1280, 800, 2.0f, LAYOUT_STRIP | LAYOUT_TOOLS | LAYOUT_INPUT) >= 1.5f);
    assert_true(layout_scale(1280, 800, 2.0f, 0) < 1.4f);
}

static void cells_are_whole_pixels_and_rows_are_level(void **state)
{
    (void)state;
    for_many_sizes(check_rows, &(LayoutWish){0});
}

static void the_sheet_grows_with_the_window(void **state)
{
    (void)state;
    int before = 0;
    for (int w = 900; w <= 3840; w += 140) {
        Layout layout;
        int h = w * 10 / 16;
        layout_make(&layout, w, h, layout_scale(w, h, 1.0f, 0), &(LayoutWish){0});
        assert_true(layout.sheet.w >= before);
        before = layout.sheet.w;
    }
    assert_true(before > 900);
}

static void the_scale_is_the_wish_or_what_fits(void **state)
{
    (void)state;
    assert_float_equal(layout_scale(1600, 800, 1.0f, 0), 1.0f, 0.0f);
    assert_float_equal(layout_scale(1280, 800, 4.0f, 0), 800.0f / 600.0f, 1e-6f);
    assert_float_equal(layout_scale(1800, 4000, 4.0f, 0), 2.0f, 1e-6f);
    assert_float_equal(layout_scale(100, 100, 1.0f, 0), 0.5f, 0.0f);
    assert_float_equal(layout_scale(3840, 2160, 0.75f, 0), 0.75f, 0.0f);
}

/* A window manager may give any size: whatever becomes of the picture, no box is absurd. */
static void a_window_too_small_is_laid_out_too(void **state)
{
    static const SDL_Point SIZE[] = {{1, 1}, {40, 2000}, {2000, 40}, {300, 300}};
    (void)state;
    for (int i = 0; i < 4; i++) {
        Layout layout;
        layout_make(&layout, SIZE[i].x, SIZE[i].y, layout_scale(SIZE[i].x, SIZE[i].y, 1.0f, 0),
                    &(LayoutWish){0});
        assert_true(layout.sheet.w >= CELLS);
        assert_true(layout.sheet.w <= 2000);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_is_inside_the_window),
        cmocka_unit_test(nothing_lies_over_anything_else),
        cmocka_unit_test(everything_is_large_enough),
        cmocka_unit_test(a_notice_lies_over_the_bottom_of_the_view),
        cmocka_unit_test(a_notice_moves_nothing),
        cmocka_unit_test(every_view_has_room_whatever_is_hidden),
        cmocka_unit_test(every_view_makes_room_for_a_card),
        cmocka_unit_test(nothing_lies_over_a_large_sheet),
        cmocka_unit_test(what_is_hidden_leaves_no_hole),
        cmocka_unit_test(cells_are_whole_pixels_and_rows_are_level),
        cmocka_unit_test(the_sheet_grows_with_the_window),
        cmocka_unit_test(the_scale_is_the_wish_or_what_fits),
        cmocka_unit_test(a_window_too_small_is_laid_out_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
