/* The smallest change that turns the answer: that it does, and that less does not. */
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
#include "nn/answer.h"
#include "nn/flip.h"

static Answer answer_to(const Net *net, const uint8_t *level)
{
    float outputs[NET_OUTPUTS];
    acts_outputs_of(net, level, outputs);
    return answer_of(outputs);
}

static bool answers(const Net *net, const uint8_t *level, int digit)
{
    float outputs[NET_OUTPUTS];
    acts_outputs_of(net, level, outputs);
    return flip_is(outputs, digit);
}

/* Random weights, made larger: outputs that move with the image, and not along straight lines. */
static void lively_net(Net *net, const char *hidden, uint64_t seed, float larger)
{
    fixture_net(net, hidden, seed);
    for (size_t i = 0; i < net->floats; i++) {
        net->block[i] *= larger;
    }
}

static void search(Flip *flip, const Net *net, const uint8_t *level, int target)
{
    NetActs acts = acts_for(net);
    flip_begin(flip, level, target);
    while (flip_search(flip, net, &acts)) {
    }
    net_acts_free(&acts);
    assert_int_equal(flip->rounds, FLIP_ROUNDS);
}

/* Half of the change leaves the answer. */
static void check_half(const Net *net, const Flip *flip)
{
    uint8_t level[NET_INPUTS];
    for (int i = 0; i < NET_INPUTS; i++) {
        level[i] = (uint8_t)(flip->before[i] + (flip->after[i] - flip->before[i]) / 2);
    }
    assert_false(answers(net, level, flip->target));
}

static void the_change_turns_the_answer_and_half_of_it_does_not(void **state)
{
    (void)state;
    static const char *const HIDDEN[] = {"30", "16,16", "20,17,12", "20,20,20,20"};
    for (int s = 0; s < 4; s++) {
        Net net;
        Image image;
        int found = 0;
        lively_net(&net, HIDDEN[s], 3, 3);
        fixture_image(&image, 4);
        int answer = answer_to(&net, image.level).digit;
        for (int target = 0; target < NET_OUTPUTS; target++) {
            Flip flip;
            search(&flip, &net, image.level, target);
            if (target == answer || !flip.found) {
                continue;
            }
            found++;
            Answer after = answer_to(&net, flip.after);
            assert_int_equal(after.digit, target);
            assert_int_not_equal(after.kind, ANSWER_NONE);
            assert_true(flip.size > 0);
            assert_true(flip.size == flip_size(image.level, flip.after));
            check_half(&net, &flip);
        }
        assert_true(found >= 1);
        net_free(&net);
    }
}

/* Where the network is nearly straight, geometry says what the smallest change is: the distance to
 * a plane. */
static void the_change_is_as_small_as_geometry_allows(void **state)
{
    (void)state;
    Net net;
    NetShape shape;
    Err err;
    Flip flip;
    uint8_t grey[NET_INPUTS];
    assert_true(net_shape_parse("1", &shape, &err));
    fixture_zeros(&net, &shape);
    memset(grey, 128, sizeof grey);
    /* z of the hidden neuron: 9 pixels, each with weight 0.5 or -0.5. Output 4 passes output 2
     * where it passes 1.5. */
    double length = 0;
    for (int i = 0; i < 9; i++) {
        net.weight[0][(100 + i) * net.stride[0]] = i % 3 ? 0.5f : -0.5f;
        length += 0.25;
        net.bias[0][0] -= net.weight[0][(100 + i) * net.stride[0]] * 128 / 255;
    }
    for (int k = 0; k < NET_OUTPUTS; k++) {
        net.bias[1][k] = -3;
    }
    net.bias[1][2] = 4;
    net.weight[1][4] = 4 / (1 / (1 + expf(-1.5f)));
    net.bias[1][4] = 0;
    assert_true(answers(&net, grey, 2));
    search(&flip, &net, grey, 4);
    assert_true(flip.found);
    double least = 1.5 / sqrt(length);
    if (!(fabs(flip.size - least) < 0.02 * least)) {
        fail_msg("size %g, least %g", flip.size, least);
    }
    net_free(&net);
}

/* Pixel 100 raises the target, but output 2 even more; pixel 200 raises the target alone. */
static void what_lifts_a_rival_more_is_no_way(void **state)
{
    (void)state;
    Net net;
    NetShape shape;
    Err err;
    Flip flip;
    static const uint8_t paper[NET_INPUTS] = {0};
    assert_true(net_shape_parse("2", &shape, &err));
    fixture_zeros(&net, &shape);
    net.weight[0][100 * net.stride[0]] = net.weight[0][200 * net.stride[0] + 1] = 4;
    for (int k = 0; k < NET_OUTPUTS; k++) {
        net.bias[1][k] = -3;
    }
    net.weight[1][2] = 6;
    net.weight[1][4] = 5;
    net.weight[1][net.stride[1] + 4] = 3;
    assert_true(answers(&net, paper, 4));
    net.bias[1][4] = -4;
    assert_false(answers(&net, paper, 4));
    search(&flip, &net, paper, 4);
    assert_true(flip.found);
    assert_true(flip.after[200] > 0);
    assert_int_equal(flip.after[100], 0);
    net_free(&net);
}

static void the_first_find_is_made_smaller(void **state)
{
    (void)state;
    Net net;
    double firsts = 0, sizes = 0;
    lively_net(&net, "16,16", 3, 4);
    NetActs acts = acts_for(&net);
    for (uint64_t seed = 0; seed < 20; seed++) {
        Image image;
        Flip flip;
        double first = 0;
        fixture_image(&image, seed);
        flip_begin(&flip, image.level, 1 + (int)seed % 9);
        while (flip_search(&flip, &net, &acts)) {
            first = first > 0 || !flip.found ? first : flip.size;
        }
        firsts += first;
        sizes += flip.size;
    }
    assert_true(sizes > 0);
    if (!(sizes < 0.95 * firsts)) {
        fail_msg("first %g, at the end %g", firsts, sizes);
    }
    net_acts_free(&acts);
    net_free(&net);
}

static void what_cannot_be_turned_is_not_found(void **state)
{
    (void)state;
    Net net;
    Image image;
    Flip flip;
    NetShape shape = net_shape_default();
    fixture_zeros(&net, &shape); /* pixels have no say */
    net.bias[2][1] = 1;
    fixture_image(&image, 4);
    search(&flip, &net, image.level, 8);
    assert_false(flip.found);
    net_free(&net);
}

static void a_change_is_counted_in_full_pixels(void **state)
{
    (void)state;
    uint8_t a[NET_INPUTS] = {0}, b[NET_INPUTS] = {0};
    assert_true(flip_size(a, b) == 0);
    b[5] = 255;
    assert_true(flip_size(a, b) == 1);
    a[6] = a[700] = b[783] = 255;
    assert_true(flip_size(a, b) == 2);
}

static void no_digit_is_no_answer(void **state)
{
    (void)state;
    float outputs[NET_OUTPUTS] = {[3] = 0.39f};
    assert_false(flip_is(outputs, 3));
    outputs[3] = 0.41f;
    assert_true(flip_is(outputs, 3));
    outputs[8] = 0.45f;
    assert_false(flip_is(outputs, 3));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_change_turns_the_answer_and_half_of_it_does_not),
        cmocka_unit_test(the_change_is_as_small_as_geometry_allows),
        cmocka_unit_test(what_lifts_a_rival_more_is_no_way),
        cmocka_unit_test(the_first_find_is_made_smaller),
        cmocka_unit_test(what_cannot_be_turned_is_not_found),
        cmocka_unit_test(a_change_is_counted_in_full_pixels),
        cmocka_unit_test(no_digit_is_no_answer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
