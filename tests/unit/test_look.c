/* One neuron looked at: its sum is that of the network, its picture the slope of it. */
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
#include "nn/look.h"

/* A network, an image, and what the network makes of it. */
typedef struct Case {
    Net net;
    Image image;
    NetActs acts;
} Case;

static void make_case(Case *c, int shape)
{
    fixture_net(&c->net, FIXTURE_HIDDEN[shape], 3 + (uint64_t)shape);
    fixture_image(&c->image, 4);
    c->acts = acts_for(&c->net);
    net_forward(&c->net, &c->image.input, &c->acts);
}

static void free_case(Case *c)
{
    net_acts_free(&c->acts);
    net_free(&c->net);
}

/* What the inputs of a neuron with weights above 0 bring. */
static double positive_of(const Case *c, int layer, int neuron)
{
    double sum = 0.0;
    for (int i = 0; i < c->net.shape.size[layer]; i++) {
        double w = (double)look_weight(&c->net, layer, neuron, i);
        sum += fmax(w, 0.0) * (double)look_activation(&c->acts, c->image.level, layer, i);
    }
    return sum;
}

static void the_sum_gives_the_activation_of_a_run(void **state)
{
    (void)state;
    for (int s = 0; s < FIXTURE_SHAPES; s++) {
        Case c;
        LookSum sum;
        make_case(&c, s);
        for (int l = 0; l < c.net.shape.layers; l++) {
            for (int j = 0; j < c.net.shape.size[l + 1]; j++) {
                look_sum(&c.net, l, j, &c.acts, c.image.level, &sum);
                double z = look_z(&c.net, l, j, &c.acts, &c.image.input);
                assert_true(fabs(sum.activation - (double)c.acts.activation[l][j]) < 1e-6);
                assert_true(fabs(z - sum.z) < 1e-6);
                assert_true(sum.positive >= 0.0 && sum.negative <= 0.0);
                assert_true(fabs(sum.positive + sum.negative + sum.bias - sum.z) < 1e-9);
                assert_true(fabs(sum.positive - positive_of(&c, l, j)) < 1e-9);
            }
        }
        free_case(&c);
    }
}

static void terms_rest_and_bias_add_up_to_z(void **state)
{
    (void)state;
    for (int s = 0; s < FIXTURE_SHAPES; s++) {
        Case c;
        LookSum sum;
        make_case(&c, s);
        for (int l = 0; l < c.net.shape.layers; l++) {
            look_sum(&c.net, l, 0, &c.acts, c.image.level, &sum);
            double total = sum.bias + sum.rest;
            for (int i = 0; i < sum.terms; i++) {
                const LookTerm *t = &sum.term[i];
                assert_true(t->weight == look_weight(&c.net, l, 0, t->from));
                assert_true(t->activation == look_activation(&c.acts, c.image.level, l, t->from));
                total += (double)t->product;
            }
            int all = l > 0 ? c.net.shape.size[l] : c.image.input.count;
            assert_int_equal(sum.terms + sum.others, all);
            assert_true(fabs(total - sum.z) < 1e-5);
        }
        free_case(&c);
    }
}

static void the_terms_are_the_largest_by_size(void **state)
{
    (void)state;
    Case c;
    LookSum sum;
    make_case(&c, 0);
    look_sum(&c.net, 0, 5, &c.acts, c.image.level, &sum);
    assert_int_equal(sum.terms, LOOK_TERMS);
    bool listed[NET_INPUTS] = {false};
    int negative = 0;
    for (int i = 0; i < sum.terms; i++) {
        listed[sum.term[i].from] = true;
        negative += sum.term[i].product < 0.0f;
        assert_true(i == 0 || fabsf(sum.term[i].product) <= fabsf(sum.term[i - 1].product));
    }
    float least = fabsf(sum.term[LOOK_TERMS - 1].product);
    for (int i = 0; i < NET_INPUTS; i++) {
        float product = look_weight(&c.net, 0, 5, i) * look_activation(NULL, c.image.level, 0, i);
        assert_true(listed[i] || fabsf(product) <= least);
    }
    assert_true(negative > 3 && negative < LOOK_TERMS - 3);
    free_case(&c);
}

static void a_blank_input_leaves_the_bias(void **state)
{
    (void)state;
    Case c;
    LookSum sum;
    uint8_t blank[NET_INPUTS] = {0};
    make_case(&c, 0);
    look_sum(&c.net, 0, 2, &c.acts, blank, &sum);
    assert_int_equal(sum.terms, 0);
    assert_int_equal(sum.others, 0);
    assert_true(sum.z == (double)c.net.bias[0][2]);
    free_case(&c);
}

/* z of a neuron in double precision, with one pixel moved; `linear` without sigmoid and bias. */
static double z_with(const Net *net, int layer, int neuron, const uint8_t level[NET_INPUTS],
                     int pixel, double by, bool linear)
{
    double from[NET_INPUTS], to[NET_INPUTS];
    for (int i = 0; i < NET_INPUTS; i++) {
        from[i] = level[i] / 255.0 + (i == pixel ? by : 0.0);
    }
    for (int l = 0; l <= layer; l++) {
        for (int j = 0; j < net->shape.size[l + 1]; j++) {
            double z = linear ? 0.0 : (double)net->bias[l][j];
            for (int i = 0; i < net->shape.size[l]; i++) {
                z += (double)look_weight(net, l, j, i) * from[i];
            }
            to[j] = linear || l == layer ? z : 1.0 / (1.0 + exp(-z));
        }
        memcpy(from, to, sizeof from);
    }
    return from[neuron];
}

/* Hold the picture of the neuron against (z(p + h) - z(p - h)) / 2h, for some pixels. */
static void check_slopes(const Case *c, int layer, int neuron, bool linear)
{
    static const double H = 1e-4;
    float picture[NET_INPUTS];
    look_carry_back(&c->net, layer, neuron, linear ? NULL : &c->acts, picture);
    double largest = 0.0;
    for (int p = 3; p < NET_INPUTS; p += 97) {
        double slope = z_with(&c->net, layer, neuron, c->image.level, p, H, linear) -
                       z_with(&c->net, layer, neuron, c->image.level, p, -H, linear);
        slope /= 2.0 * H;
        assert_true(fabs(slope - (double)picture[p]) < 1e-6 + 1e-4 * fabs(slope));
        largest = fmax(largest, fabs(slope));
    }
    assert_true(largest > 1e-5); /* or nothing was checked */
}

static void the_picture_carried_back_is_the_slope_of_the_linear_network(void **state)
{
    (void)state;
    for (int s = 0; s < FIXTURE_SHAPES; s++) {
        Case c;
        make_case(&c, s);
        for (int l = 0; l < c.net.shape.layers; l++) {
            check_slopes(&c, l, c.net.shape.size[l + 1] - 1, true);
        }
        free_case(&c);
    }
}

static void the_gated_picture_is_the_slope_of_z_at_the_input(void **state)
{
    (void)state;
    for (int s = 0; s < FIXTURE_SHAPES; s++) {
        Case c;
        make_case(&c, s);
        for (int l = 0; l < c.net.shape.layers; l++) {
            check_slopes(&c, l, 0, false);
        }
        free_case(&c);
    }
}

static void the_picture_of_the_first_layer_is_its_weights(void **state)
{
    (void)state;
    Case c;
    float picture[NET_INPUTS];
    make_case(&c, 0);
    look_carry_back(&c.net, 0, 7, &c.acts, picture);
    float most = 0.0f;
    for (int i = 0; i < NET_INPUTS; i++) {
        assert_true(picture[i] == look_weight(&c.net, 0, 7, i));
        most = fmaxf(most, fabsf(picture[i]));
    }
    assert_true(look_largest(picture) == most && most > 0.0f);
    free_case(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_sum_gives_the_activation_of_a_run),
        cmocka_unit_test(terms_rest_and_bias_add_up_to_z),
        cmocka_unit_test(the_terms_are_the_largest_by_size),
        cmocka_unit_test(a_blank_input_leaves_the_bias),
        cmocka_unit_test(the_picture_carried_back_is_the_slope_of_the_linear_network),
        cmocka_unit_test(the_gated_picture_is_the_slope_of_z_at_the_input),
        cmocka_unit_test(the_picture_of_the_first_layer_is_its_weights),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
