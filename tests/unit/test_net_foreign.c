/* Networks that other programs saved: whatever their tensors are called, in whichever order, type
 * and layout, they open as what they are; what is no network of sigmoids is refused by name. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <math.h>

#include "foreign_writer.h"
#include "nn/net_file.h"
#include "nn/net_tensors.h"
#include "refused.h"

/* It opens with these sizes, and every weight and bias where it belongs. */
static NetInfo opens_without_bias(Writer *writer, const char *hidden, bool biased)
{
    Net net;
    NetInfo info;
    NetShape shape;
    Err err = {0};
    size_t size;
    uint8_t *bytes = finish(writer, &size);
    if (!net_load_bytes(&net, &info, bytes, size, "some.safetensors", &err)) {
        fail_msg("%s", err.text);
    }
    assert_true(net_shape_parse(hidden, &shape, &err));
    assert_true(net_shape_equal(&net.shape, &shape));
    for (int l = 0; l < net.shape.layers; l++) {
        for (int j = 0; j < net.shape.size[l + 1]; j++) {
            float bias = biased ? number_at(l, j, -1) : 0.0f;
            assert_float_equal(net.bias[l][j], bias, 0);
            for (int i = 0; i < net.shape.size[l]; i++) {
                assert_float_equal(net.weight[l][i * net.stride[l] + j], number_at(l, j, i), 0);
            }
        }
    }
    net_free(&net);
    free(bytes);
    return info;
}

static NetInfo opens(Writer *writer, const char *hidden)
{
    return opens_without_bias(writer, hidden, true);
}

static void is_refused(Writer *writer, const char *says)
{
    size_t size;
    uint8_t *bytes = finish(writer, &size);
    refused(bytes, size, ERR_FOREIGN, says);
    free(bytes);
}

/* 784-16-16-10, its layers called so. */
static void put_named(Writer *writer, const char *const weight[3], const char *const bias[3])
{
    static const int SIZE[] = {784, 16, 16, 10};
    for (int at = 0; at < 3; at++) {
        int l = (at + 1) % 3; /* not in the order of the layers */
        put_bias(writer, bias[l], l, SIZE[l + 1]);
        put_weight(writer, weight[l], l, SIZE[l], SIZE[l + 1]);
    }
}

static void layers_are_known_by_the_names_of_many_programs(void **state)
{
    (void)state;
    static const char *const NAME[][2][3] = {
        {{"0.weight", "2.weight", "4.weight"}, {"0.bias", "2.bias", "4.bias"}},
        {{"fc1.weight", "fc2.weight", "fc3.weight"}, {"fc1.bias", "fc2.bias", "fc3.bias"}},
        {{"layers.1.weight", "layers.2.weight", "layers.3.weight"},
         {"layers.1.bias", "layers.2.bias", "layers.3.bias"}},
        {{"net.0.weight", "net.10.weight", "net.20.weight"},
         {"net.0.bias", "net.10.bias", "net.20.bias"}},
        {{"input.weight", "hidden.weight", "output.weight"},
         {"input.bias", "hidden.bias", "output.bias"}},
        {{"dense/kernel:0", "dense_1/kernel:0", "dense_2/kernel:0"},
         {"dense/bias:0", "dense_1/bias:0", "dense_2/bias:0"}},
        {{"W1", "W2", "W3"}, {"b1", "b2", "b3"}},
        {{"coefs_0", "coefs_1", "coefs_2"}, {"intercepts_0", "intercepts_1", "intercepts_2"}},
        {{"params.Dense_0.kernel", "params.Dense_1.kernel", "params.Dense_2.kernel"},
         {"params.Dense_0.bias", "params.Dense_1.bias", "params.Dense_2.bias"}},
        {{"arr_0", "arr_2", "arr_4"}, {"arr_1", "arr_3", "arr_5"}},
    };
    for (size_t n = 0; n < sizeof NAME / sizeof *NAME; n++) {
        for (int from_first = 0; from_first < 2; from_first++) {
            Writer *writer = begin("");
            writer->from_first = from_first;
            put_named(writer, NAME[n][0], NAME[n][1]);
            NetInfo info = opens(writer, "16,16");
            assert_true(info.foreign && !info.says_sigmoid);
            assert_string_equal(info.preparation, "fitted");
        }
    }
}

static void numbers_of_names_give_the_order_of_layers_of_one_size(void **state)
{
    (void)state;
    static const int NUMBER[] = {0, 2, 9, 10, 100};
    for (int from_first = 0; from_first < 2; from_first++) {
        Writer *writer = begin("");
        writer->from_first = from_first;
        for (int l = 4; l >= 0; l--) {
            char name[32];
            snprintf(name, sizeof name, "net.%d.weight", NUMBER[l]);
            put_weight(writer, name, l, l == 0 ? 784 : 12, l == 4 ? 10 : 12);
            snprintf(name, sizeof name, "net.%d.bias", NUMBER[l]);
            put_bias(writer, name, l, l == 4 ? 10 : 12);
        }
        opens(writer, "12,12,12,12");
    }
}

static void an_order_that_nothing_tells_is_not_guessed(void **state)
{
    (void)state;
    Writer *writer = begin("");
    put_weight(writer, "first.weight", 0, 784, 12);
    put_weight(writer, "second.weight", 1, 12, 12);
    put_weight(writer, "third.weight", 2, 12, 12);
    put_weight(writer, "fourth.weight", 3, 12, 10);
    is_refused(writer, "\"second.weight\" and \"third.weight\" are of one shape");
}

static void halves_and_doubles_are_read(void **state)
{
    (void)state;
    static const char *const TYPE[] = {"F16", "BF16", "F64"};
    for (int t = 0; t < 3; t++) {
        Writer *writer = begin("");
        writer->type = TYPE[t];
        put_weight(writer, "0.weight", 0, 784, 16);
        put_bias(writer, "0.bias", 0, 16);
        writer->type = TYPE[(t + 1) % 3]; /* each tensor has its own */
        put_weight(writer, "2.weight", 1, 16, 10);
        put_bias(writer, "2.bias", 1, 10);
        opens(writer, "16");
    }
}

/* The numbers of a tensor, low bytes first. */
static float half_of(uint16_t bits)
{
    uint8_t bytes[] = {(uint8_t)bits, (uint8_t)(bits >> 8)};
    return net_tensor_number(&(NetTensor){.number = NET_F16, .bytes = bytes}, 0);
}

static void halves_are_small_large_and_no_numbers(void **state)
{
    (void)state;
    assert_float_equal(half_of(0x3555), 0.333251953125f, 0);
    assert_float_equal(half_of(0xc000), -2.0f, 0);
    assert_float_equal(half_of(0x7bff), 65504.0f, 0);
    assert_float_equal(half_of(0x0400), 0x1p-14f, 0);
    assert_float_equal(half_of(0x8001), -0x1p-24f, 0);
    assert_float_equal(half_of(0x03ff), 0x3ffp-24f, 0);
    assert_true(half_of(0x8000) == 0.0f);
    assert_true(isinf(half_of(0x7c00)) && isinf(half_of(0xfc00)));
    assert_true(isnan(half_of(0x7e00)));
}

static void what_is_no_layer_is_passed_over(void **state)
{
    (void)state;
    static const char *const EXTRA[][2] = {{"step", ""},
                                           {"num_batches_tracked", "1"},
                                           {"positions", "3"},
                                           {"optimizer.0.weight.exp_avg", "1,3"},
                                           {"ema.0.weight", "3,1"},
                                           {"empty", "0"}};
    Writer *writer = begin("");
    for (size_t i = 0; i < sizeof EXTRA / sizeof *EXTRA; i++) {
        const char *shape = EXTRA[i][1];
        writer->type = i % 2 ? "F32" : "I64";
        put_other(writer, EXTRA[i][0], shape, strchr(shape, '3') ? 3 : strchr(shape, '0') ? 0 : 1);
    }
    writer->type = "F32";
    put_weight(writer, "0.weight", 0, 784, 16);
    put_bias(writer, "0.bias", 0, 16);
    put_weight(writer, "2.weight", 1, 16, 10);
    put_bias(writer, "2.bias", 1, 10);
    opens(writer, "16");
}

static void layers_without_biases_have_zeros(void **state)
{
    (void)state;
    Writer *writer = begin("");
    put_weight(writer, "0.weight", 0, 784, 16);
    put_weight(writer, "2.weight", 1, 16, 10);
    opens_without_bias(writer, "16", false);
}

/* A network that has this beside its two layers. */
static void refused_with(const char *name, const char *shape, int numbers, const char *says)
{
    Writer *writer = begin("");
    put_weight(writer, "0.weight", 0, 784, 16);
    put_bias(writer, "0.bias", 0, 16);
    put_weight(writer, "3.weight", 1, 16, 10);
    put_bias(writer, "3.bias", 1, 10);
    put_other(writer, name, shape, numbers);
    is_refused(writer, says);
}

static void what_the_network_computes_with_is_not_passed_over(void **state)
{
    (void)state;
    refused_with("1.weight", "1", 1, "\"1.weight\"");
    refused_with("1.gamma", "16", 16, "\"1.gamma\" is part of what it computes");
    refused_with("1.running_mean", "16", 16, "\"1.running_mean\"");
    refused_with("std", "", 1, "\"std\"");
    refused_with("conv.weight", "4,1,7,7", 196, "\"conv.weight\" has a shape");
    refused_with("2.weight", "16,16", 256, "weights for 3 layers and biases for 2");
    refused_with("1.bias", "16", 16, "weights for 2 layers and biases for 3");
}

static void no_number_of_layers_but_two_to_five_opens(void **state)
{
    (void)state;
    Writer *writer = begin("");
    put_weight(writer, "weight", 0, 784, 10);
    put_bias(writer, "bias", 0, 10);
    is_refused(writer, "it has 1 matrix of weights");
    writer = begin("");
    put_other(writer, "step", "", 1);
    is_refused(writer, "it has 0 matrices of weights");
    writer = begin("");
    for (int l = 0; l < 6; l++) {
        char name[32];
        snprintf(name, sizeof name, "%d.weight", l);
        put_weight(writer, name, l, l == 0 ? 784 : 10, 10);
    }
    is_refused(writer, "it has 6 matrices of weights");
}

static Writer *small(const char *meta, const char *first)
{
    Writer *writer = begin(meta);
    put_weight(writer, first, 0, 784, 2);
    put_weight(writer, "3.weight", 1, 2, 10);
    return writer;
}

static void another_activation_is_named(void **state)
{
    (void)state;
    static const char *const SAID[][2] = {
        {"\"activation\":\"relu\"", "its activation is relu, as \"activation\" in its metadata"},
        {"\"activation\":\"ReLU\"", "its activation is ReLU"},
        {"\"hidden_act\":\"gelu_new\"", "gelu"},
        {"\"activation\":\"leaky_relu\"", "relu"},
        {"\"architecture\":\"784-2-10 Tanh MLP\"", "Tanh, as \"architecture\""},
        {"\"config\":\"{\\\"act_fn\\\": \\\"silu\\\"}\"", "silu"},
        {"\"model\":\"ReLUNet\"", "ReLUNet"},
        {"\"activations\":\"sigmoid,softmax\"", "softmax"},
        {"\"activation\":\"hard_sigmoid\"", "hard"},
        {"\"activation\":\"cube\"", "its activation is cube"},
        {"\"nonlinearity\":\"ELU\"", "ELU"},
        {"\"uses_relu\":\"true\"", "relu"},
    };
    for (size_t i = 0; i < sizeof SAID / sizeof *SAID; i++) {
        is_refused(small(SAID[i][0], "0.weight"), SAID[i][1]);
    }
    is_refused(small("", "fc_relu.weight"), "its tensor \"fc_relu.weight\" says");
    size_t size;
    uint8_t *bytes = finish(small("", "0.weight"), &size);
    Net net;
    NetInfo info;
    Err err;
    assert_true(net_load_bytes(&net, &info, bytes, size, "relu/some", &err));
    net_free(&net);
    assert_false(net_load_bytes(&net, &info, bytes, size, "some/mnist-tanh.safetensors", &err));
    assert_non_null(strstr(err.text, "its activation is tanh, as its name says"));
    free(bytes);
}

static void what_says_that_it_is_of_sigmoids_is_believed(void **state)
{
    (void)state;
    static const char *const SAID[] = {
        "\"activation\":\"sigmoid\"", "\"activation\":\"nn.Sigmoid()\"",
        "\"activation\":\"logistic\"", "\"layers\":\"Linear,Sigmoid,Linear,Sigmoid\""};
    static const char *const NOT_SAID[] = {"", "\"format\":\"pt\"",
                                           "\"loss\":\"softmax of relu, or sigmoid\"",
                                           "\"author\":\"Angelus Prelude\""};
    char text[1024];
    for (size_t i = 0; i < 4; i++) {
        NetInfo info = opens_without_bias(small(SAID[i], "0.weight"), "2", false);
        assert_true(info.foreign && info.says_sigmoid);
        net_info_print_assumed(&info, "some", text, sizeof text);
        assert_null(strstr(text, "sigmoid"));
        assert_non_null(strstr(text, "how its inputs are prepared"));
        info = opens_without_bias(small(NOT_SAID[i], "0.weight"), "2", false);
        assert_true(info.foreign && !info.says_sigmoid);
        net_info_print_assumed(&info, "some", text, sizeof text);
        assert_non_null(
            strstr(text, "some does not say which activation its layers have, nor how"));
        assert_non_null(strstr(text, "sigmoids"));
    }
    const char *both = "\"activation\":\"sigmoid\",\"preparation\":\"raw\"";
    NetInfo known = opens_without_bias(small(both, "0.weight"), "2", false);
    assert_string_equal(known.preparation, "raw");
    net_info_print_assumed(&known, "some", text, sizeof text);
    assert_string_equal(text, "");
    known = opens_without_bias(small("\"preparation\":\"normalised\"", "0.weight"), "2", false);
    assert_string_equal(known.preparation, "fitted");
    assert_false(known.says_prepared);
    net_info_print_assumed(&(NetInfo){0}, "ours", text, sizeof text);
    assert_string_equal(text, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(layers_are_known_by_the_names_of_many_programs),
        cmocka_unit_test(numbers_of_names_give_the_order_of_layers_of_one_size),
        cmocka_unit_test(an_order_that_nothing_tells_is_not_guessed),
        cmocka_unit_test(halves_and_doubles_are_read),
        cmocka_unit_test(halves_are_small_large_and_no_numbers),
        cmocka_unit_test(what_is_no_layer_is_passed_over),
        cmocka_unit_test(layers_without_biases_have_zeros),
        cmocka_unit_test(what_the_network_computes_with_is_not_passed_over),
        cmocka_unit_test(no_number_of_layers_but_two_to_five_opens),
        cmocka_unit_test(another_activation_is_named),
        cmocka_unit_test(what_says_that_it_is_of_sigmoids_is_believed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
