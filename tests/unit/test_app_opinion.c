/* The second opinion: what the large network reads where the one on show is in doubt. */
#include "app_fixture.h"

#include "lab/models.h"
#include "lab/opinion.h"

/* Draw one stroke in the place of all. */
static void draw(Fixture *f, const Point *point, int points)
{
    Err err;
    Lab *lab = &f->app.lab;
    lab_clear(lab);
    assert_true(lab_pen_down(lab, TOOL_PEN, BRUSH_DEFAULT_CELL, point[0], &err));
    for (int i = 1; i < points; i++) {
        assert_true(lab_pen_to(lab, point[i], &err));
    }
    lab_pen_up(lab);
    fixture_frame(f);
}

static void draw_one(Fixture *f)
{
    draw(f, (Point[]){{14, 4}, {14, 24}}, 2);
}

/* Random lines are no digit to any network that ships. */
static void draw_tangle(Fixture *f)
{
    draw(f, (Point[]){{3, 4}, {25, 7}, {5, 9}, {24, 12}, {4, 15}, {25, 18}, {4, 21}, {24, 25}}, 8);
}

/* What is said of it. */
static const char *opinion(const Fixture *f, char text[16])
{
    opinion_print(&f->app.lab.opinion, text, 16);
    return text;
}

static void a_sure_answer_needs_none(void **state)
{
    Fixture *f = *state;
    char text[16];
    draw_one(f);
    assert_int_equal(f->app.lab.answer.kind, ANSWER_SURE);
    assert_string_equal(opinion(f, text), "");
    assert_null(f->app.lab.opinion.model.net.block); /* it was not even read */
}

static void in_doubt_the_large_network_is_asked(void **state)
{
    Fixture *f = *state;
    float outputs[NET_OUTPUTS];
    Err err;
    char text[16];
    draw_tangle(f);
    assert_true(f->app.lab.answer.kind != ANSWER_SURE);
    assert_true(f->app.lab.opinion.given);
    assert_int_equal(f->app.lab.opinion.model.net.shape.size[1], 256);
    assert_true(models_read(&f->app.lab, &f->app.lab.opinion.model, outputs, &err));
    assert_int_equal(f->app.lab.opinion.answer.digit, answer_of(outputs).digit);
    assert_true(*opinion(f, text));
    draw_one(f);
    assert_string_equal(opinion(f, text), "");
    draw_tangle(f);
    lab_clear(&f->app.lab);
    fixture_frame(f);
    assert_string_equal(opinion(f, text), "");
}

static void it_says_a_digit_two_or_none(void **state)
{
    (void)state;
    char text[16];
    Opinion opinion = {.given = true, .answer = {ANSWER_SURE, 3, 5}};
    opinion_print(&opinion, text, sizeof text);
    assert_string_equal(text, "3");
    opinion.answer.kind = ANSWER_DOUBT;
    opinion_print(&opinion, text, sizeof text);
    assert_string_equal(text, "3 or 5");
    opinion.answer.kind = ANSWER_NONE;
    opinion_print(&opinion, text, sizeof text);
    assert_string_equal(text, "no digit");
}

static void it_can_be_turned_off_and_on(void **state)
{
    Fixture *f = *state;
    draw_tangle(f);
    assert_true(action_chosen(&f->app.shell, ACTION_SECOND_OPINION));
    action_do(&f->app.shell, ACTION_SECOND_OPINION);
    fixture_frame(f);
    assert_false(f->app.lab.opinion.given);
    fixture_keep(f);
    fixture_start_again(f, f->data.text);
    assert_false(action_chosen(&f->app.shell, ACTION_SECOND_OPINION));
    draw_tangle(f);
    assert_false(f->app.lab.opinion.given);
    action_do(&f->app.shell, ACTION_SECOND_OPINION);
    fixture_frame(f);
    assert_true(f->app.lab.opinion.given);
}

static void neither_itself_nor_random_weights_have_one(void **state)
{
    Fixture *f = *state;
    Err err;
    draw_tangle(f);
    assert_true(models_open_shipped(&f->app.lab, SHIPPED_LARGE, &err));
    fixture_frame(f);
    assert_true(f->app.lab.answer.kind != ANSWER_SURE);
    assert_false(f->app.lab.opinion.given);
    NetShape shape = f->app.lab.model.net.shape;
    assert_true(models_new(&f->app.lab, &shape, &err));
    fixture_frame(f);
    assert_false(f->app.lab.opinion.given);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(a_sure_answer_needs_none),
        APP_TEST(in_doubt_the_large_network_is_asked),
        cmocka_unit_test(it_says_a_digit_two_or_none),
        APP_TEST(it_can_be_turned_off_and_on),
        APP_TEST(neither_itself_nor_random_weights_have_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
