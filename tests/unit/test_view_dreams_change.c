/* The view Dreams: the smallest change of answer, and two drawings compared. */
#include "dreams_fixture.h"

static void the_smallest_change_is_the_cores_and_turns_the_answer(void **state)
{
    Fixture *f = *state;
    DreamsChange *change = &dreams_view(f)->change;
    dreams_open(f, DREAMS_CHANGE);
    dreams_stroke(f);
    dreams_wait(f);
    double least = 1e9;
    NetActs acts = acts_for(&f->app.lab.model.net);
    for (int d = 0; d < NET_OUTPUTS; d++) {
        Flip flip;
        flip_begin(&flip, f->app.lab.input.cell, d);
        while (change->done.tried[d] && flip_search(&flip, &f->app.lab.model.net, &acts)) {
        }
        assert_int_equal(change->done.tried[d], !flip_is(dreams_outputs(f), d));
        assert_int_equal(change->done.flip[d].found, flip.found);
        assert_true(change->done.flip[d].size == flip.size);
        least = flip.found && flip.size < least ? flip.size : least;
    }
    net_acts_free(&acts);
    assert_true(change->shown >= 0);
    assert_true(change->size == least);
    fixture_draw(f);
    int digit = change->shown;
    dreams_click(f, DREAMS_PUT_CHANGED);
    assert_true(flip_is(dreams_outputs(f), digit));
    dreams_wait(f);
    assert_memory_equal(change->done.before, f->app.lab.input.cell, NET_INPUTS);
    assert_false(change->done.tried[digit]);
}

static void a_chosen_digit_shows_its_own_change(void **state)
{
    Fixture *f = *state;
    const DreamsChange *change = &dreams_view(f)->change;
    dreams_open(f, DREAMS_CHANGE);
    dreams_stroke(f);
    dreams_wait(f);
    for (int d = 0; d < NET_OUTPUTS; d++) {
        dreams_click(f, DREAMS_DIGIT + d);
        assert_int_equal(change->shown, change->done.flip[d].found ? d : -1);
        fixture_draw(f);
        for (int i = 0; change->shown >= 0 && i < NET_INPUTS; i++) {
            int by = change->done.flip[d].after[i] - change->done.before[i];
            assert_float_equal(change->change[i], (float)by / 255.0f, 0);
        }
    }
}

static void two_drawings_are_compared_while_the_second_is_drawn(void **state)
{
    Fixture *f = *state;
    DreamsCompare *compare = &dreams_view(f)->compare;
    CompareMove expected[COMPARE_MOST];
    dreams_open(f, DREAMS_COMPARE);
    dreams_stroke(f);
    NetActs a = acts_for(&f->app.lab.model.net);
    net_forward_levels(&f->app.lab.model.net, f->app.lab.input.cell, &a);
    dreams_focus(f);
    fixture_key(f, SDLK_SPACE, 0);
    assert_true(compare->kept);
    fixture_stroke(f, SDL_BUTTON_LEFT, 6.5f, 20.5f, 20.5f, 6.5f);
    for (int by_effect = 1; by_effect >= 0; by_effect--) {
        int count = compare_moves(&f->app.lab.model.net, &a, &f->app.lab.acts,
                                  net_answer(dreams_outputs(f)), by_effect, expected);
        assert_int_equal(compare->count, count);
        assert_memory_equal(compare->moves, expected, (size_t)count * sizeof *expected);
        assert_true(compare_change(&expected[0]) != 0.0f);
        fixture_draw(f);
        dreams_click(f, DREAMS_BY_EFFECT);
    }
    net_acts_free(&a);
    dreams_click(f, DREAMS_PUT_KEPT);
    assert_memory_equal(f->app.lab.input.cell, compare->level, NET_INPUTS);
    assert_float_equal(compare_change(&compare->moves[0]), 0.0f, 1e-6);
}

static void the_list_scrolls_and_leads_to_a_neuron(void **state)
{
    Fixture *f = *state;
    DreamsCompare *compare = &dreams_view(f)->compare;
    dreams_open(f, DREAMS_COMPARE);
    dreams_stroke(f);
    dreams_click(f, DREAMS_KEEP);
    fixture_resize(f, 900, 600, 1.0f);
    assert_true(compare->rows > 2 && compare->rows < compare->count);
    dreams_focus(f);
    fixture_key_often(f, SDLK_DOWN, 100);
    assert_int_equal(compare->selected, compare->count - 1);
    assert_int_equal(compare->top, compare->count - compare->rows);
    fixture_move(f, fixture_middle(dreams_view(f)->at.rows));
    fixture_wheel(f, 0.0f, 100.0f);
    assert_int_equal(compare->top, 0);
    fixture_click(f,
                  fixture_middle(dreams_moves_row(f->app.shell.paint, dreams_view(f)->at.rows, 2)));
    assert_int_equal(compare->selected, 2);
    CompareMove move = compare->moves[2];
    dreams_focus(f);
    fixture_key(f, SDLK_RETURN, 0);
    assert_int_equal(f->app.shell.view, VIEW_NEURON);
    assert_int_equal(f->app.neuron_view.page, NEURON_ZOOM_PAGE);
    assert_int_equal(f->app.shell.selected.layer, move.layer);
    assert_int_equal(f->app.shell.selected.neuron, move.neuron);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(the_smallest_change_is_the_cores_and_turns_the_answer),
        APP_TEST(a_chosen_digit_shows_its_own_change),
        APP_TEST(two_drawings_are_compared_while_the_second_is_drawn),
        APP_TEST(the_list_scrolls_and_leads_to_a_neuron),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
