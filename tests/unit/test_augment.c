/* Images changed at random: by how much, and what stays. */
#include "train/augment.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <math.h>
#include <string.h>

enum { SIDE = 28, MIDDLE = 14, DRAWS = 2000 };

static const Augment STRONG = {45, 0.25f, 1, 7, 7, 1};
static const Augment USUAL = {8, 0.08f, 0.1f, 0.6f, 0.6f, 0.15f};

/* An image of one upright rectangle of full ink around the middle. */
typedef struct Picture {
    NetInputRoom room;
    NetInput input;
} Picture;

static void make_rectangle(Picture *picture, int half_width, int half_height)
{
    uint8_t level[NET_INPUTS] = {0};
    for (int y = MIDDLE - half_height; y <= MIDDLE + half_height; y++) {
        memset(level + y * SIDE + MIDDLE - half_width, 255, (size_t)(2 * half_width + 1));
    }
    picture->input = net_input(level, &picture->room);
}

/* The moments of an image's ink about the middle. */
typedef struct Moments {
    double mass, x, y, xx, xy, yy; /* all but the mass: means */
} Moments;

static Moments moments_of(const NetInput *image)
{
    Moments m = {0};
    for (int i = 0; i < image->count; i++) {
        double x = image->cell[i] % SIDE - MIDDLE, y = image->cell[i] / SIDE - MIDDLE;
        double ink = image->level[i];
        m.mass += ink;
        m.x += ink * x;
        m.y += ink * y;
        m.xx += ink * x * x;
        m.xy += ink * x * y;
        m.yy += ink * y * y;
    }
    m.x /= m.mass, m.y /= m.mass;
    m.xx = m.xx / m.mass - m.x * m.x;
    m.xy = m.xy / m.mass - m.x * m.y;
    m.yy = m.yy / m.mass - m.y * m.y;
    return m;
}

/* What is measured of a changed image, given the moments of both. */
typedef double Measure(const Moments *before, const Moments *after);

/* Changes an image many times: what is measured of it has this mean and standard deviation. */
static void check_draws(const Augment *augment, const Picture *picture, Measure *measure,
                        double mean, double deviation)
{
    double sum = 0, squares = 0;
    Moments before = moments_of(&picture->input);
    Rng rng;
    rng_init(&rng, 1);
    for (int i = 0; i < DRAWS; i++) {
        NetInputRoom room;
        NetInput changed = augment_image(augment, &picture->input, &rng, &room);
        Moments after = moments_of(&changed);
        double value = measure(&before, &after);
        sum += value;
        squares += value * value;
    }
    double got = sum / DRAWS, spread = sqrt(squares / DRAWS - got * got);
    if (fabs(got - mean) > 0.1 * deviation || fabs(spread - deviation) > 0.1 * deviation) {
        fail_msg("mean %g, deviation %g, not %g and %g", got, spread, mean, deviation);
    }
}

static double moved_x(const Moments *before, const Moments *after)
{
    return after->x - before->x;
}

static double moved_y(const Moments *before, const Moments *after)
{
    return after->y - before->y;
}

/* 0 on average where one says nothing of the other. */
static double moved_both(const Moments *before, const Moments *after)
{
    return moved_x(before, after) * moved_y(before, after);
}

static double turned(const Moments *before, const Moments *after)
{
    double then = atan2(2 * before->xy, before->xx - before->yy) / 2;
    return (atan2(2 * after->xy, after->xx - after->yy) / 2 - then) * 180 / 3.14159265358979;
}

static double widened(const Moments *before, const Moments *after)
{
    return sqrt(after->xx / before->xx) - 1;
}

static double heightened(const Moments *before, const Moments *after)
{
    return sqrt(after->yy / before->yy) - 1;
}

static double scaled_both(const Moments *before, const Moments *after)
{
    return widened(before, after) * heightened(before, after);
}

static double slanted(const Moments *before, const Moments *after)
{
    return after->xy / after->yy - before->xy / before->yy;
}

static double gained(const Moments *before, const Moments *after)
{
    return after->mass / before->mass - 1;
}

static void without_strengths_an_image_stays_as_it_is(void **state)
{
    (void)state;
    Picture picture;
    NetInputRoom room;
    Rng rng;
    rng_init(&rng, 1);
    make_rectangle(&picture, 3, 8);
    picture.room.level[5] = 1; /* next to paper */
    NetInput same = augment_image(&AUGMENT_NONE, &picture.input, &rng, &room);
    assert_true(augment_is_none(&AUGMENT_NONE));
    assert_int_equal(same.count, picture.input.count);
    assert_memory_equal(same.cell, picture.input.cell, (size_t)same.count * sizeof *same.cell);
    assert_memory_equal(same.level, picture.input.level, (size_t)same.count);
}

static void strengths_of_next_to_nothing_leave_it_almost_so(void **state)
{
    (void)state;
    const Augment least = {.turn_deg = 1e-6f};
    Picture picture;
    NetInputRoom room;
    Rng rng;
    rng_init(&rng, 1);
    make_rectangle(&picture, 3, 8);
    NetInput same = augment_image(&least, &picture.input, &rng, &room);
    assert_int_equal(same.count, picture.input.count);
    for (int i = 0; i < same.count; i++) {
        assert_int_equal(same.cell[i], picture.input.cell[i]);
        assert_in_range(same.level[i], 250, 255);
    }
}

static void the_same_seed_gives_the_same_image_and_the_next_draw_another(void **state)
{
    (void)state;
    Picture picture;
    NetInputRoom room[3];
    NetInput image[3];
    Rng rng;
    make_rectangle(&picture, 3, 8);
    for (int i = 0; i < 3; i++) {
        if (i < 2) {
            rng_init(&rng, 5);
        }
        image[i] = augment_image(&USUAL, &picture.input, &rng, &room[i]);
    }
    assert_int_equal(image[0].count, image[1].count);
    assert_memory_equal(image[0].level, image[1].level, (size_t)image[0].count);
    assert_memory_equal(image[0].cell, image[1].cell,
                        (size_t)image[0].count * sizeof *image[0].cell);
    assert_true(image[0].count != image[2].count ||
                memcmp(image[0].level, image[2].level, (size_t)image[0].count) != 0);
}

static void it_is_shifted_by_about_as_much_as_was_asked_and_on_average_not(void **state)
{
    (void)state;
    const Augment shift = {.shift_cell = 1.5f};
    Picture picture;
    make_rectangle(&picture, 3, 5);
    check_draws(&shift, &picture, moved_x, 0, 1.5);
    check_draws(&shift, &picture, moved_y, 0, 1.5);
    check_draws(&shift, &picture, moved_both, 0, 1.5 * 1.5);
}

static void it_is_turned_about_the_middle(void **state)
{
    (void)state;
    const Augment turn = {.turn_deg = 10};
    Picture picture;
    make_rectangle(&picture, 8, 1);
    check_draws(&turn, &picture, turned, 0, 10);
    Rng rng;
    rng_init(&rng, 2);
    for (int i = 0; i < 100; i++) {
        NetInputRoom room;
        NetInput changed = augment_image(&turn, &picture.input, &rng, &room);
        Moments m = moments_of(&changed);
        assert_true(fabs(m.x) < 0.1 && fabs(m.y) < 0.1);
    }
}

static void it_is_scaled_along_each_axis_by_itself(void **state)
{
    (void)state;
    const Augment scale = {.scale = 0.1f};
    Picture picture;
    make_rectangle(&picture, 6, 7);
    check_draws(&scale, &picture, widened, 0, 0.1);
    check_draws(&scale, &picture, heightened, 0, 0.1);
    check_draws(&scale, &picture, scaled_both, 0, 0.1 * 0.1);
}

static void it_is_slanted(void **state)
{
    (void)state;
    const Augment shear = {.shear = 0.2f};
    Picture picture;
    make_rectangle(&picture, 1, 8);
    check_draws(&shear, &picture, slanted, 0, 0.2);
}

/* A dot moves with the field, which is as strong in the middle as anywhere. */
static void it_is_bent_by_about_as_much_as_was_asked(void **state)
{
    (void)state;
    const Augment elastic = {.elastic_cell = 1};
    Picture picture;
    make_rectangle(&picture, 1, 1);
    check_draws(&elastic, &picture, moved_x, 0, 1);
    check_draws(&elastic, &picture, moved_y, 0, 1);
}

/* A share of two cells, the width of usual lines: 0.4 of a cell, here of three, and of the ends. */
static void its_lines_become_wider_and_thinner(void **state)
{
    (void)state;
    const Augment width = {.width = 0.2f};
    Picture picture;
    make_rectangle(&picture, 1, 9);
    check_draws(&width, &picture, gained, 0, 0.4 / 3 + 0.4 / 19);
}

static void its_ink_stays_within_reason(void **state)
{
    (void)state;
    Picture picture;
    Rng rng;
    rng_init(&rng, 3);
    make_rectangle(&picture, 2, 8);
    Moments before = moments_of(&picture.input);
    for (int i = 0; i < DRAWS; i++) {
        NetInputRoom room;
        NetInput changed = augment_image(&USUAL, &picture.input, &rng, &room);
        Moments after = moments_of(&changed);
        assert_true(after.mass > 0.4 * before.mass && after.mass < 2 * before.mass);
        assert_true(fabs(after.x) < 5 && fabs(after.y) < 5);
    }
}

static void a_blank_image_stays_blank(void **state)
{
    (void)state;
    Picture blank = {0};
    Rng rng;
    rng_init(&rng, 1);
    for (int i = 0; i < 100; i++) {
        NetInputRoom room;
        assert_int_equal(augment_image(&STRONG, &blank.input, &rng, &room).count, 0);
    }
}

/* Nothing is read or written outside of it, which the sanitizers watch, and what moves out of the
 * image on one side does not come back on another. */
static void an_image_inked_to_its_rim_gives_sound_lists(void **state)
{
    (void)state;
    uint8_t level[NET_INPUTS];
    NetInputRoom full_room;
    Rng rng;
    rng_init(&rng, 1);
    memset(level, 255, sizeof level);
    NetInput full = net_input(level, &full_room);
    for (int i = 0; i < DRAWS; i++) {
        NetInputRoom room;
        NetInput changed = augment_image(&STRONG, &full, &rng, &room);
        assert_in_range(changed.count, 0, NET_INPUTS);
        for (int k = 0; k < changed.count; k++) {
            assert_true(changed.level[k] > 0 && changed.cell[k] < NET_INPUTS);
            assert_true(k == 0 || changed.cell[k] > changed.cell[k - 1]);
        }
    }
}

static void ink_at_one_rim_never_shows_at_the_other(void **state)
{
    (void)state;
    const Augment some = {.shift_cell = 3, .width = 1};
    uint8_t level[NET_INPUTS] = {0};
    NetInputRoom full_room;
    Rng rng;
    rng_init(&rng, 1);
    for (int y = 0; y < SIDE; y++) {
        level[y * SIDE + SIDE - 1] = 255;
    }
    NetInput right = net_input(level, &full_room);
    for (int i = 0; i < DRAWS; i++) {
        NetInputRoom room;
        NetInput changed = augment_image(&some, &right, &rng, &room);
        for (int k = 0; k < changed.count; k++) {
            assert_true(changed.cell[k] % SIDE > 10);
        }
    }
}

static void strengths_out_of_range_are_refused_by_name(void **state)
{
    (void)state;
    const struct {
        const char *name;
        Augment bad;
    } row[] = {
        {"turn", {.turn_deg = 46}},       {"turn", {.turn_deg = NAN}},
        {"scale", {.scale = -0.01f}},     {"scale", {.scale = 0.3f}},
        {"shear", {.shear = 2}},          {"shift", {.shift_cell = 8}},
        {"elastic", {.elastic_cell = 8}}, {"width", {.width = INFINITY}},
    };
    Err err;
    assert_true(augment_check(&AUGMENT_NONE, &err));
    assert_true(augment_check(&STRONG, &err));
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        assert_false(augment_check(&row[i].bad, &err));
        assert_non_null(strstr(err.text, row[i].name));
        assert_int_equal(err.text[strlen(err.text) - 1], '.');
    }
}

static void strengths_are_printed_by_name_and_only_those_there_are(void **state)
{
    (void)state;
    const Augment some = {.turn_deg = 7, .shift_cell = 0.5f};
    char text[128];
    augment_print(&some, text, sizeof text);
    assert_string_equal(text, "turn 7, shift 0.5");
    augment_print(&AUGMENT_NONE, text, sizeof text);
    assert_string_equal(text, "");
    augment_print(&STRONG, text, 12);
    assert_string_equal(text, "turn 45, sc");
}

static void all_strengths_are_multiplied(void **state)
{
    (void)state;
    Augment half = augment_times(&STRONG, 0.5f), none = augment_times(&STRONG, 0);
    const Augment expected = {22.5f, 0.125f, 0.5f, 3.5f, 3.5f, 0.5f};
    assert_memory_equal(&half, &expected, sizeof half);
    assert_true(augment_is_none(&none));
    assert_false(augment_is_none(&half));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_strengths_an_image_stays_as_it_is),
        cmocka_unit_test(strengths_of_next_to_nothing_leave_it_almost_so),
        cmocka_unit_test(the_same_seed_gives_the_same_image_and_the_next_draw_another),
        cmocka_unit_test(it_is_shifted_by_about_as_much_as_was_asked_and_on_average_not),
        cmocka_unit_test(it_is_turned_about_the_middle),
        cmocka_unit_test(it_is_scaled_along_each_axis_by_itself),
        cmocka_unit_test(it_is_slanted),
        cmocka_unit_test(it_is_bent_by_about_as_much_as_was_asked),
        cmocka_unit_test(its_lines_become_wider_and_thinner),
        cmocka_unit_test(its_ink_stays_within_reason),
        cmocka_unit_test(a_blank_image_stays_blank),
        cmocka_unit_test(an_image_inked_to_its_rim_gives_sound_lists),
        cmocka_unit_test(ink_at_one_rim_never_shows_at_the_other),
        cmocka_unit_test(strengths_out_of_range_are_refused_by_name),
        cmocka_unit_test(strengths_are_printed_by_name_and_only_those_there_are),
        cmocka_unit_test(all_strengths_are_multiplied),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
