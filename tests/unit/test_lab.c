/* A session without a window: drawn, read, trained, taken back, and brought back at the next start.
 */
#include "no_memory.h"

#include "lab/lab.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/clock.h"
#include "base/sys.h"
#include "lab/mine.h"
#include "lab/models.h"
#include "lab/session.h"
#include "lab/training.h"
#include "lab/weights.h"
#include "scratch.h"

enum { TRAIN_IMAGES = 20, TEST_IMAGES = 10, GUARD_MS = 30000 };

typedef struct Fixture {
    Lab lab;
    Path home, data;
} Fixture;

static void wake(void *context)
{
    (void)context; /* these tests look again by themselves */
}

static void start(Fixture *f)
{
    Err err;
    assert_true(lab_make(&f->lab, f->data.text, wake, NULL, &err));
    f->lab.plan.data_asked = true;
    f->lab.errands.patience_ms = GUARD_MS;
    assert_true(lab_start(&f->lab, &err));
}

static int set_up(void **state)
{
    Fixture *f = aligned_alloc(_Alignof(Fixture), sizeof *f);
    assert_non_null(f);
    memset(f, 0, sizeof *f);
    scratch_make(&f->home);
    f->data = scratch_path(&f->home, "images");
    assert_int_equal(mkdir(f->data.text, 0700), 0);
    scratch_mnist(&f->data, TRAIN_IMAGES, TEST_IMAGES);
    setenv("XDG_DATA_HOME", f->home.text, 1);
    unsetenv("INKLING_DATA");
    start(f);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    Fixture *f = *state;
    lab_free(&f->lab);
    scratch_free(&f->home);
    free(f);
    return 0;
}

/* Go on until it is so. */
static void wait_until(Fixture *f, bool (*so)(const Lab *lab))
{
    uint64_t end_ms = clock_ms() + GUARD_MS;
    do {
        assert_true(clock_until_ms(end_ms) > 0);
        lab_poll(&f->lab);
        lab_update(&f->lab);
        session_update(&f->lab, true);
        sys_sleep_ms(1);
    } while (!so(&f->lab));
}

static void draw_down(Fixture *f, float x_cell)
{
    Err err;
    assert_true(lab_pen_down(&f->lab, TOOL_PEN, 2.0f, (Point){x_cell, 5.0f}, &err));
    assert_true(lab_pen_to(&f->lab, (Point){x_cell, 23.0f}, &err));
    drawing_pen_up(&f->lab.drawing);
}

static void ink_becomes_an_answer_and_undo_takes_it_back(void **state)
{
    Fixture *f = *state;
    Lab *lab = &f->lab;
    assert_true(lab_update(lab)); /* of the empty sheet */
    assert_false(lab->has_ink || lab_can_undo(lab));
    draw_down(f, 14.0f);
    assert_true(lab_update(lab));
    assert_false(lab_update(lab)); /* nothing has changed since */
    assert_true(lab->has_ink);
    assert_int_equal(lab->answer.digit, net_answer(net_outputs(&lab->model.net, &lab->acts)));
    assert_int_equal(lab->sheet.cell[14 * SHEET_SIDE + 14], 255);
    lab_undo(lab);
    assert_true(lab_update(lab));
    assert_false(lab->has_ink);
    lab_redo(lab);
    assert_true(lab_update(lab) && lab->has_ink);
}

static void an_image_takes_the_place_of_the_drawing_until_undo(void **state)
{
    Fixture *f = *state;
    Lab *lab = &f->lab;
    uint8_t level[SHEET_CELLS] = {[100] = 200};
    draw_down(f, 14.0f);
    lab_exhibit(lab, level, 3, "an image");
    lab_update(lab);
    assert_memory_equal(lab->input.cell, level, sizeof level);
    lab_undo(lab);
    lab_update(lab);
    assert_int_equal(lab->sheet.cell[14 * SHEET_SIDE + 14], 255);
}

static void a_label_makes_room_for_the_next_drawing(void **state)
{
    Fixture *f = *state;
    Lab *lab = &f->lab;
    draw_down(f, 14.0f);
    mine_label(lab, 1);
    assert_int_equal(lab->mine.own.digits.digits, 1);
    assert_int_equal(mine_on_sheet(lab), 0);
    draw_down(f, 20.0f);
    lab_update(lab);
    assert_int_equal(lab->sheet.cell[14 * SHEET_SIDE + 14], 0);
    assert_int_equal(lab->sheet.cell[14 * SHEET_SIDE + 20], 255);
}

static bool is_loaded(const Lab *lab)
{
    return lab->trainer && !lab->loader;
}

static bool has_finished(const Lab *lab)
{
    return lab->stats.finished;
}

static void training_waits_for_images_and_is_followed(void **state)
{
    Fixture *f = *state;
    Lab *lab = &f->lab;
    lab->recipe.epochs = 2;
    lab->recipe.minibatch = 5;
    training_toggle(lab);
    assert_int_equal(lab->start_when_ready, START_TRAIN);
    int before = lab->net_version;
    wait_until(f, has_finished);
    assert_true(lab->net_version > before && lab->model.changed && !lab->model.fresh);
    assert_int_equal(lab->curves.count, 3);
    assert_int_equal(lab->runs.count, 1);
}

static void a_change_by_hand_is_taken_back_exactly(void **state)
{
    Fixture *f = *state;
    Err err;
    Lab *lab = &f->lab;
    wait_until(f, is_loaded);
    float weight = lab->model.net.weight[0][0];
    assert_true(weights_keep(lab, "a test", &err));
    lab->model.net.weight[0][0] = weight + 1.0f;
    weights_changed(lab);
    assert_true(lab->model.changed && weights_can_undo(lab));
    weights_undo(lab);
    assert_float_equal(lab->model.net.weight[0][0], weight, 0.0f);
    assert_false(lab->model.changed || weights_can_undo(lab));
}

static void what_failed_is_told_until_it_is_taken(void **state)
{
    Fixture *f = *state;
    Err err;
    Lab *lab = &f->lab;
    lab->news = (News){0};
    assert_false(models_open(lab, "/nonexistent.safetensors", &err));
    assert_false(lab->news.due); /* an Err is the caller's to tell */
    assert_true(models_open_shipped(lab, SHIPPED_LARGE, &err));
    assert_true(lab->news.due); /* what was said of the network before is out of date */
    assert_string_equal(lab->news.text, "");
    assert_int_equal(lab->model.net.shape.size[1], 256);
    models_go_back(lab);
    assert_int_equal(lab->model.net.shape.size[1], 16);
}

static void a_network_that_cannot_be_run_does_not_come_on_show(void **state)
{
    Fixture *f = *state;
    Err err;
    Lab *lab = &f->lab;
    NetShape shape;
    assert_true(net_shape_parse("30", &shape, &err));
    assert_true(models_open_shipped(lab, SHIPPED_LARGE, &err));
    const float *block = lab->model.net.block, *previous = lab->shelf.entry[0].model.net.block;
    NetActs acts = lab->acts;
    lab->news = (News){0};
    no_memory = true;
    assert_false(models_new(lab, &shape, &err));
    assert_int_equal(err.code, ERR_NO_MEMORY);
    assert_false(lab->news.due);
    models_go_back(lab);
    assert_true(lab->news.due && lab->news.bad);
    no_memory = false;
    assert_ptr_equal(lab->model.net.block, block);
    assert_ptr_equal(lab->shelf.entry[0].model.net.block, previous);
    assert_memory_equal(&lab->acts, &acts, sizeof acts);
    models_go_back(lab);
    assert_ptr_equal(lab->model.net.block, previous);
    assert_true(net_shape_equal(&lab->acts.shape, &lab->model.net.shape));
    lab_update(lab);
}

static bool is_kept(const Lab *lab)
{
    Err err;
    return session_news(lab, &err) == SESSION_KEPT;
}

static void a_session_comes_back(void **state)
{
    Fixture *f = *state;
    draw_down(f, 14.0f);
    f->lab.settings.tour_step = 3;
    f->lab.plan.cost = NET_COST_SQUARED;
    session_hurry(&f->lab);
    wait_until(f, is_kept);
    lab_free(&f->lab);
    start(f);
    lab_update(&f->lab);
    assert_true(f->lab.has_ink);
    assert_int_equal(f->lab.settings.tour_step, 3);
    assert_int_equal(f->lab.plan.cost, NET_COST_SQUARED);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(ink_becomes_an_answer_and_undo_takes_it_back),
        TEST(an_image_takes_the_place_of_the_drawing_until_undo),
        TEST(a_label_makes_room_for_the_next_drawing),
        TEST(training_waits_for_images_and_is_followed),
        TEST(a_change_by_hand_is_taken_back_exactly),
        TEST(what_failed_is_told_until_it_is_taken),
        TEST(a_network_that_cannot_be_run_does_not_come_on_show),
        TEST(a_session_comes_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
