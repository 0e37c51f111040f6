/* The gradient of an output's sum against finite differences in double precision, and the ascent
 * on it. */
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
#include "nn/dream.h"

/* z of an output in double precision, by the definition, with activation `moved` of layer `layer`
 * moved (layer -1: a pixel). */
static double reference_sum(const Net *net, const Image *image, int digit, int layer, int moved,
                            double by)
{
    double from[NET_INPUTS], to[NET_INPUTS];
    for (int i = 0; i < NET_INPUTS; i++) {
        from[i] = image->level[i] / 255.0 + (layer == -1 && i == moved ? by : 0);
    }
    for (int l = 0;; l++) {
        for (int j = 0; j < net->shape.size[l + 1]; j++) {
            double z = (double)net->bias[l][j];
            for (int i = 0; i < net->shape.size[l]; i++) {
                z += (double)net->weight[l][i * net->stride[l] + j] * from[i];
            }
            if (l == net->shape.layers - 1 && j == digit) {
                return z;
            }
            to[j] = 1 / (1 + exp(-z)) + (layer == l && j == moved ? by : 0);
        }
        memcpy(from, to, sizeof from);
    }
}

/* Returns the size of the slope. */
static double check_slope(const Net *net, const Image *image, int digit, int layer, int moved,
                          float gradient)
{
    static const double H = 1e-4;
    double slope = (reference_sum(net, image, digit, layer, moved, H) -
                    reference_sum(net, image, digit, layer, moved, -H)) /
                   (2 * H);
    if (!(fabs(slope - (double)gradient) <= 2e-6 + 2e-4 * fabs(slope))) {
        fail_msg("activation %d of layer %d: slope %g, gradient %g", moved, layer, slope,
                 (double)gradient);
    }
    return fabs(slope);
}

static void check_gradient(const Net *net, const Image *image, int digit)
{
    NetActs acts = acts_for(net);
    DreamGradient gradient;
    double slopes = 0;
    net_forward(net, &image->input, &acts);
    memset(&gradient, 0xff, sizeof gradient); /* NaN */
    dream_gradient(net, &acts, digit, &gradient);
    for (int i = 0; i < NET_INPUTS; i += 13) {
        slopes += check_slope(net, image, digit, -1, i, gradient.pixel[i]);
    }
    assert_true(slopes > 1e-3);
    for (int l = 0; l < net->shape.layers - 1; l++) {
        slopes = 0;
        for (int i = 0; i < net->shape.size[l + 1]; i += 1 + i / 4) {
            slopes += check_slope(net, image, digit, l, i, gradient.hidden[l][i]);
        }
        assert_true(slopes > 1e-3);
    }
    net_acts_free(&acts);
}

static void the_gradient_agrees_with_finite_differences(void **state)
{
    (void)state;
    static const char *const HIDDEN[] = {"30", "16,16", "40,17,8", "5,7,9,11"};
    for (int s = 0; s < 4; s++) {
        Net net;
        Image image;
        fixture_net(&net, HIDDEN[s], 3);
        fixture_image(&image, 4);
        check_gradient(&net, &image, 0);
        check_gradient(&net, &image, 7);
        net_free(&net);
    }
}

static void the_sums_are_those_of_the_outputs(void **state)
{
    (void)state;
    for (int s = 0; s < FIXTURE_SHAPES; s++) {
        Net net;
        Image image;
        float z[NET_OUTPUTS];
        fixture_net(&net, FIXTURE_HIDDEN[s], 5);
        fixture_image(&image, 6);
        NetActs acts = acts_for(&net);
        net_forward(&net, &image.input, &acts);
        dream_sums(&net, &acts, z);
        for (int k = 0; k < NET_OUTPUTS; k++) {
            assert_float_equal(1 / (1 + expf(-z[k])), net_outputs(&net, &acts)[k], 1e-5);
            assert_true(fabs(reference_sum(&net, &image, k, -2, 0, 0) - (double)z[k]) < 1e-4);
        }
        net_acts_free(&acts);
        net_free(&net);
    }
}

static void every_small_step_raises_the_output(void **state)
{
    (void)state;
    static const DreamRule RULE = {.rate = 0.004f};
    for (int s = 0; s < FIXTURE_SHAPES; s++) {
        Net net;
        Image image;
        Dream dream;
        fixture_net(&net, FIXTURE_HIDDEN[s], 8);
        fixture_image(&image, 9);
        NetActs acts = acts_for(&net);
        dream_begin(&dream, &net, image.level, &acts);
        float last = net_outputs(&net, &acts)[3];
        for (int i = 0; i < 20; i++) {
            assert_true(dream_step(&dream, &net, 3, &RULE, &acts));
            float now = net_outputs(&net, &acts)[3];
            assert_true(now > last);
            last = now;
        }
        assert_int_equal(dream.steps, 20);
        net_acts_free(&acts);
        net_free(&net);
    }
}

/* Long after all pixels have met their ends, they are still levels, and the answer is theirs. */
static void a_dream_stays_a_picture(void **state)
{
    (void)state;
    static const DreamRule RULE = {.rate = 0.5f, .blur = 0.02f, .fade = 0.01f};
    Net net;
    Dream dream;
    Rng rng;
    float outputs[NET_OUTPUTS];
    uint8_t noise[NET_INPUTS];
    fixture_net(&net, "16,16", 8);
    rng_init(&rng, 1);
    dream_noise(&rng, noise);
    NetActs acts = acts_for(&net);
    dream_begin(&dream, &net, noise, &acts);
    for (int i = 0; i < 50; i++) {
        dream_step(&dream, &net, 5, &RULE, &acts);
    }
    for (int i = 0; i < NET_INPUTS; i++) {
        assert_true(dream.pixel[i] >= 0 && dream.pixel[i] <= 1);
        assert_int_equal(dream.level[i], lroundf(dream.pixel[i] * 255));
    }
    acts_outputs_of(&net, dream.level, outputs);
    assert_memory_equal(outputs, net_outputs(&net, &acts), sizeof outputs);
    net_acts_free(&acts);
    net_free(&net);
}

static void a_step_that_changes_nothing_says_so(void **state)
{
    (void)state;
    static const DreamRule RULE = {.rate = 0.01f};
    static const uint8_t paper[NET_INPUTS] = {0};
    Net net;
    Dream dream;
    NetShape shape = net_shape_default();
    fixture_zeros(&net, &shape); /* no pixel has a say */
    NetActs acts = acts_for(&net);
    dream_begin(&dream, &net, paper, &acts);
    assert_false(dream_step(&dream, &net, 5, &RULE, &acts));
    net_acts_free(&acts);
    net_free(&net);
}

static void fading_and_blurring_lose_ink(void **state)
{
    (void)state;
    Net net;
    Dream dream;
    NetShape shape = net_shape_default();
    uint8_t dot[NET_INPUTS] = {[14 * 28 + 14] = 200};
    fixture_zeros(&net, &shape);
    NetActs acts = acts_for(&net);
    dream_begin(&dream, &net, dot, &acts);
    assert_true(dream_step(&dream, &net, 5, &(DreamRule){.fade = 0.5f}, &acts));
    assert_int_equal(dream.level[14 * 28 + 14], 100);
    assert_true(dream_step(&dream, &net, 5, &(DreamRule){.blur = 0.1f}, &acts));
    assert_int_equal(dream.level[14 * 28 + 14], 60);
    assert_int_equal(dream.level[13 * 28 + 14], 10);
    assert_int_equal(dream.level[14 * 28 + 15], 10);
    assert_int_equal(dream.level[13 * 28 + 13], 0);
    net_acts_free(&acts);
    net_free(&net);
}

static void noise_has_every_level_and_is_its_seeds_own(void **state)
{
    (void)state;
    Rng rng;
    uint8_t noise[3][NET_INPUTS];
    int seen[256] = {0}, levels = 0;
    for (int i = 0; i < 3; i++) {
        rng_init(&rng, i == 2 ? 2 : 1);
        dream_noise(&rng, noise[i]);
    }
    assert_memory_equal(noise[0], noise[1], NET_INPUTS);
    assert_memory_not_equal(noise[0], noise[2], NET_INPUTS);
    for (int i = 0; i < NET_INPUTS; i++) {
        levels += seen[noise[0][i]]++ == 0;
    }
    assert_true(levels > 220); /* of 256; 244 may be expected */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_gradient_agrees_with_finite_differences),
        cmocka_unit_test(the_sums_are_those_of_the_outputs),
        cmocka_unit_test(every_small_step_raises_the_output),
        cmocka_unit_test(a_dream_stays_a_picture),
        cmocka_unit_test(a_step_that_changes_nothing_says_so),
        cmocka_unit_test(fading_and_blurring_lose_ink),
        cmocka_unit_test(noise_has_every_level_and_is_its_seeds_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
