/* Two images compared: the list is sorted, whole, and made of the activations. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <math.h>
#include <string.h>

#include "net_fixture.h"
#include "nn/compare.h"

enum { DIGIT = 6 };

typedef struct Pair {
    Net net;
    NetActs before, after;
    CompareMove moves[COMPARE_MOST];
    int count;
} Pair;

static void compare(Pair *pair, const char *hidden, bool by_effect)
{
    Image a, b;
    fixture_net(&pair->net, hidden, 3);
    fixture_image(&a, 4);
    fixture_image(&b, 5);
    pair->before = acts_for(&pair->net);
    pair->after = acts_for(&pair->net);
    net_forward(&pair->net, &a.input, &pair->before);
    net_forward(&pair->net, &b.input, &pair->after);
    memset(pair->moves, 0xff, sizeof pair->moves); /* NaN */
    pair->count =
        compare_moves(&pair->net, &pair->before, &pair->after, DIGIT, by_effect, pair->moves);
}

static void free_pair(Pair *pair)
{
    net_acts_free(&pair->before);
    net_acts_free(&pair->after);
    net_free(&pair->net);
}

static void every_neuron_is_listed_once_with_its_activations(void **state)
{
    (void)state;
    for (int s = 0; s < FIXTURE_SHAPES; s++) {
        Pair pair;
        bool listed[NET_MAX_LAYERS][NET_MAX_WIDTH] = {{false}};
        int neurons = 0;
        compare(&pair, FIXTURE_HIDDEN[s], true);
        for (int l = 1; l <= pair.net.shape.layers; l++) {
            neurons += pair.net.shape.size[l];
        }
        assert_int_equal(pair.count, neurons);
        for (int i = 0; i < pair.count; i++) {
            const CompareMove *move = &pair.moves[i];
            assert_false(listed[move->layer][move->neuron]);
            listed[move->layer][move->neuron] = true;
            assert_float_equal(move->before, pair.before.activation[move->layer][move->neuron], 0);
            assert_float_equal(move->after, pair.after.activation[move->layer][move->neuron], 0);
            assert_float_equal(compare_change(move), move->after - move->before, 0);
        }
        free_pair(&pair);
    }
}

static void the_list_is_sorted_by_what_is_asked_for(void **state)
{
    (void)state;
    Pair pair;
    for (int by_effect = 0; by_effect < 2; by_effect++) {
        compare(&pair, "40,17", by_effect);
        float most = by_effect ? compare_effect(pair.moves) : compare_change(pair.moves);
        assert_true(fabsf(most) > 0);
        for (int i = 1; i < pair.count; i++) {
            const CompareMove *above = &pair.moves[i - 1], *move = &pair.moves[i];
            assert_true(by_effect ? fabsf(compare_effect(above)) >= fabsf(compare_effect(move))
                                  : fabsf(compare_change(above)) >= fabsf(compare_change(move)));
        }
        free_pair(&pair);
    }
}

static void the_effects_of_the_last_hidden_layer_are_what_the_sum_moved(void **state)
{
    (void)state;
    for (int s = 0; s < FIXTURE_SHAPES; s++) {
        Pair pair;
        float before[NET_OUTPUTS], after[NET_OUTPUTS];
        double sum = 0, size = 0;
        compare(&pair, FIXTURE_HIDDEN[s], true);
        for (int i = 0; i < pair.count; i++) {
            const CompareMove *move = &pair.moves[i];
            if (move->layer == pair.net.shape.layers - 2) {
                sum += (double)compare_effect(move);
                size += fabs((double)compare_effect(move));
            }
        }
        dream_sums(&pair.net, &pair.before, before);
        dream_sums(&pair.net, &pair.after, after);
        assert_true(size > 0);
        assert_true(fabs(sum - (double)(after[DIGIT] - before[DIGIT])) < 1e-5);
        free_pair(&pair);
    }
}

static void a_slope_is_the_mean_of_both_images(void **state)
{
    (void)state;
    Pair pair;
    DreamGradient a, b;
    compare(&pair, "40,17", false);
    dream_gradient(&pair.net, &pair.before, DIGIT, &a);
    dream_gradient(&pair.net, &pair.after, DIGIT, &b);
    float size = 0;
    for (int i = 0; i < pair.count; i++) {
        const CompareMove *move = &pair.moves[i];
        if (move->layer == 0) {
            float from = a.hidden[0][move->neuron], to = b.hidden[0][move->neuron];
            assert_float_equal(move->slope, (from + to) / 2, 1e-7);
            size += fabsf(to - from);
        }
    }
    assert_true(size > 1e-3f);
    free_pair(&pair);
}

static void outputs_come_last_by_effect(void **state)
{
    (void)state;
    Pair pair;
    compare(&pair, "16,16", true);
    for (int i = 0; i < pair.count; i++) {
        assert_int_equal(pair.moves[i].layer == 2, i >= 32);
    }
    free_pair(&pair);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_neuron_is_listed_once_with_its_activations),
        cmocka_unit_test(the_list_is_sorted_by_what_is_asked_for),
        cmocka_unit_test(the_effects_of_the_last_hidden_layer_are_what_the_sum_moved),
        cmocka_unit_test(a_slope_is_the_mean_of_both_images),
        cmocka_unit_test(outputs_come_last_by_effect),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
