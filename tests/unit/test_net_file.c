/* Network files: what is saved comes back; cut, flipped and absurd files are refused in words. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/file.h"
#include "base/path.h"
#include "net_fixture.h"
#include "nn/net_file.h"
#include "refused.h"

/* A folder of its own, a network, and the file it was saved to. */
typedef struct Fixture {
    Path folder, path;
    Net net;
    NetInfo info;
    uint8_t *bytes;
    size_t size, header; /* in bytes; the header without its length */
} Fixture;

static void fixture_make(Fixture *fixture, const char *hidden)
{
    Err err;
    *fixture = (Fixture){.folder = {"/tmp/inkling-test-XXXXXX"},
                         .info = {.preparation = "raw",
                                  .data = "MNIST",
                                  .augmentation = "turn 7, scale 0.07",
                                  .cost = NET_COST_CROSS_ENTROPY,
                                  .seed = 0xfedcba9876543210u,
                                  .epochs = 30,
                                  .minibatch = 50,
                                  .threads = 2,
                                  .rate = 0.123456791f,
                                  .first_layer = 0.3f,
                                  .decay = 1.25e-5f,
                                  .tested = true,
                                  .test_accuracy = 0.9624,
                                  .curves = {.point = {{0, 0, 0, 6.5f, 0.0975f},
                                                       {1, 0.75f, 0.8125f, 0.5f, 0.875f},
                                                       {30, 0.25f, 0.9375f, 0.1875f, 0.9624f}},
                                             .points = 3,
                                             .added = 3}}};
    assert_non_null(mkdtemp(fixture->folder.text));
    assert_true(path_join(&fixture->path, fixture->folder.text, "net.safetensors"));
    fixture_net(&fixture->net, hidden, 1);
    assert_true(net_save(&fixture->net, &fixture->info, fixture->path.text, &err));
    assert_true(file_read(fixture->path.text, 1 << 24, &fixture->bytes, &fixture->size, &err));
    for (int i = 0; i < 8; i++) {
        fixture->header |= (size_t)fixture->bytes[i] << (8 * i);
    }
}

static void fixture_free(Fixture *fixture)
{
    unlink(fixture->path.text);
    assert_int_equal(rmdir(fixture->folder.text), 0); /* so nothing else was left there */
    net_free(&fixture->net);
    free(fixture->bytes);
}

static void same_info(const NetInfo *a, const NetInfo *b)
{
    assert_string_equal(a->preparation, b->preparation);
    assert_string_equal(a->data, b->data);
    assert_string_equal(a->augmentation, b->augmentation);
    assert_int_equal(a->cost, b->cost);
    assert_true(a->seed == b->seed);
    assert_int_equal(a->epochs, b->epochs);
    assert_int_equal(a->minibatch, b->minibatch);
    assert_int_equal(a->threads, b->threads);
    assert_memory_equal(&a->rate, &b->rate, sizeof a->rate);
    assert_memory_equal(&a->first_layer, &b->first_layer, sizeof a->first_layer);
    assert_memory_equal(&a->decay, &b->decay, sizeof a->decay);
    assert_int_equal(a->tested, b->tested);
    assert_memory_equal(&a->test_accuracy, &b->test_accuracy, sizeof a->test_accuracy);
    assert_int_equal(a->curves.points, b->curves.points);
    assert_memory_equal(a->curves.point, b->curves.point, sizeof a->curves.point);
}

static void what_is_saved_comes_back_to_the_bit(void **state)
{
    (void)state;
    static const char *const HIDDEN[] = {"16,16", "1", "5,7,9,11", "512"};
    for (int s = 0; s < 4; s++) {
        Fixture fixture;
        Net net;
        NetInfo info;
        Err err;
        fixture_make(&fixture, HIDDEN[s]);
        assert_true(net_load(&net, &info, fixture.path.text, &err));
        assert_true(net_shape_equal(&net.shape, &fixture.net.shape));
        assert_memory_equal(net.block, fixture.net.block, net.floats * sizeof(float));
        same_info(&info, &fixture.info);
        net_free(&net);
        fixture_free(&fixture);
    }
}

static void a_fresh_network_has_no_figure_and_no_notice(void **state)
{
    (void)state;
    Fixture fixture;
    Net net;
    NetInfo info, fresh = {.preparation = "fitted"};
    Err err;
    fixture_make(&fixture, "16,16");
    assert_non_null(strstr((char *)fixture.bytes + 8, "CC BY-SA 3.0"));
    assert_true(net_save(&fixture.net, &fresh, fixture.path.text, &err));
    assert_true(net_load(&net, &info, fixture.path.text, &err));
    same_info(&info, &fresh);
    net_free(&net);
    free(fixture.bytes);
    assert_true(file_read(fixture.path.text, 1 << 24, &fixture.bytes, &fixture.size, &err));
    assert_null(strstr((char *)fixture.bytes + 8, "CC BY-SA"));
    assert_null(strstr((char *)fixture.bytes + 8, "test_accuracy"));
    assert_null(strstr((char *)fixture.bytes + 8, "curves"));
    fixture_free(&fixture);
}

static void the_file_is_laid_out_as_the_format_says(void **state)
{
    (void)state;
    Fixture fixture;
    fixture_make(&fixture, "16,16");
    assert_int_equal(fixture.header % 8, 0);
    assert_int_equal(fixture.size, 8 + fixture.header + 13002 * 4);
    const char *header = (char *)fixture.bytes + 8;
    assert_non_null(strstr(header, "\"layers\":\"784-16-16-10\""));
    assert_non_null(strstr(header, "\"layers.0.weight\":{\"dtype\":\"F32\",\"shape\":[16,784],"
                                   "\"data_offsets\":[0,50176]}"));
    assert_non_null(strstr(header,
                           "\"rate\":\"0.12345679\",\"first_layer\":\"0.3\",\"decay\":\"1.25e-05\","
                           "\"test_accuracy\":\"0.9624\","
                           "\"curves\":\"epoch,train_cost,train_accuracy,test_cost,"
                           "test_accuracy\\n0,,,6.5,0.0975\\n1,0.75,0.8125,0.5,0.875\\n"));
    /* [to, from]: the second number is the weight from pixel 1 to neuron 0. */
    float second;
    memcpy(&second, header + fixture.header + 4, sizeof second);
    assert_float_equal(second, fixture.net.weight[0][fixture.net.stride[0]], 0);
    fixture_free(&fixture);
}

static void a_file_cut_anywhere_is_refused(void **state)
{
    (void)state;
    Fixture fixture;
    fixture_make(&fixture, "16,16");
    for (size_t size = 0; size < fixture.size; size += size < fixture.header + 8 ? 1 : 100) {
        uint8_t *cut = malloc(size + 1); /* of its own, so that a read past the end is seen */
        assert_non_null(cut);
        cut = realloc(cut, size ? size : 1);
        memcpy(cut, fixture.bytes, size);
        refused(cut, size, ERR_DAMAGED, "cut short");
        free(cut);
    }
    fixture_free(&fixture);
}

static void a_file_with_flipped_bits_is_refused_or_opens_whole(void **state)
{
    (void)state;
    Fixture fixture;
    int opened = 0, shut = 0;
    fixture_make(&fixture, "5,7");
    for (size_t at = 0; at < fixture.size; at += at < fixture.header + 8 ? 1 : 61) {
        for (int bit = 0; bit < 8; bit++) {
            Net net;
            NetInfo info;
            Err err = {0};
            fixture.bytes[at] ^= (uint8_t)(1 << bit);
            if (net_load_bytes(&net, &info, fixture.bytes, fixture.size, "some", &err)) {
                assert_true(net_is_finite(&net));
                assert_true(info.test_accuracy >= 0 && info.test_accuracy <= 1);
                assert_true(memchr(info.data, 0, sizeof info.data) != NULL);
                net_free(&net);
                opened++;
            } else {
                assert_null(net.block);
                assert_ptr_equal(strstr(err.text, "some cannot be opened"), err.text);
                shut++;
            }
            fixture.bytes[at] ^= (uint8_t)(1 << bit);
        }
    }
    assert_true(opened > 100 && shut > 1000);
    fixture_free(&fixture);
}

static void absurd_header_lengths_are_refused(void **state)
{
    (void)state;
    static const uint64_t LENGTHS[] = {0,
                                       1,
                                       7,
                                       1 << 20,
                                       1 << 21,
                                       UINT32_MAX,
                                       1ull << 32,
                                       1ull << 63,
                                       (1ull << 63) - 8,
                                       UINT64_MAX,
                                       UINT64_MAX - 7};
    Fixture fixture;
    fixture_make(&fixture, "16,16");
    for (size_t n = 0; n < sizeof LENGTHS / sizeof *LENGTHS; n++) {
        for (int i = 0; i < 8; i++) {
            fixture.bytes[i] = (uint8_t)(LENGTHS[n] >> (8 * i));
        }
        refused(fixture.bytes, fixture.size, ERR_DAMAGED, "cannot be opened as a network");
    }
    fixture_free(&fixture);
}

static void a_weight_that_is_no_number_is_refused(void **state)
{
    (void)state;
    static const uint8_t NUMBERS[][4] = {
        {0, 0, 0xc0, 0x7f}, {0, 0, 0x80, 0x7f}, {1, 0, 0x80, 0xff}};
    Fixture fixture;
    fixture_make(&fixture, "16,16");
    size_t first = fixture.header + 8;
    const size_t places[] = {first, first + 4000, fixture.size - 4};
    for (int n = 0; n < 3; n++) {
        for (int p = 0; p < 3; p++) {
            uint8_t old[4];
            memcpy(old, fixture.bytes + places[p], 4);
            memcpy(fixture.bytes + places[p], NUMBERS[n], 4);
            refused(fixture.bytes, fixture.size, ERR_DAMAGED, "no number");
            memcpy(fixture.bytes + places[p], old, 4);
        }
    }
    fixture_free(&fixture);
}

static void a_missing_or_huge_file_is_refused(void **state)
{
    (void)state;
    Fixture fixture;
    Net net;
    NetInfo info;
    Err err;
    fixture_make(&fixture, "16,16");
    assert_int_equal(truncate(fixture.path.text, 1ll << 32), 0);
    assert_false(net_load(&net, &info, fixture.path.text, &err));
    assert_non_null(strstr(err.text, "too large"));
    assert_null(net.block);
    unlink(fixture.path.text);
    assert_false(net_load(&net, &info, fixture.path.text, &err));
    assert_non_null(strstr(err.text, fixture.path.text));
    assert_false(net_load(&net, &info, fixture.folder.text, &err));
    fixture_free(&fixture);
}

/* The disk is "full" after 20,000 bytes of the new file. */
static void an_interrupted_save_leaves_the_old_file_whole(void **state)
{
    (void)state;
    Fixture fixture;
    Net other, net;
    NetInfo info;
    Err err;
    struct rlimit limit, small;
    fixture_make(&fixture, "16,16");
    fixture_net(&other, "16,16", 2);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
    small = limit;
    small.rlim_cur = 20000;
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    bool saved = net_save(&other, &fixture.info, fixture.path.text, &err);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
    assert_false(saved);
    assert_non_null(strstr(err.text, "cannot be saved"));
    assert_true(net_load(&net, &info, fixture.path.text, &err));
    assert_memory_equal(net.block, fixture.net.block, net.floats * sizeof(float));
    net_free(&net);
    assert_true(net_save(&other, &fixture.info, fixture.path.text, &err));
    assert_true(net_load(&net, &info, fixture.path.text, &err));
    assert_memory_equal(net.block, other.block, net.floats * sizeof(float));
    net_free(&net);
    net_free(&other);
    fixture_free(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_saved_comes_back_to_the_bit),
        cmocka_unit_test(a_fresh_network_has_no_figure_and_no_notice),
        cmocka_unit_test(the_file_is_laid_out_as_the_format_says),
        cmocka_unit_test(a_file_cut_anywhere_is_refused),
        cmocka_unit_test(a_file_with_flipped_bits_is_refused_or_opens_whole),
        cmocka_unit_test(absurd_header_lengths_are_refused),
        cmocka_unit_test(a_weight_that_is_no_number_is_refused),
        cmocka_unit_test(a_missing_or_huge_file_is_refused),
        cmocka_unit_test(an_interrupted_save_leaves_the_old_file_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
