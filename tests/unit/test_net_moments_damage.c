/* Network files with damaged moments of a run are refused in words. */
#include "nn/net_moments.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "moments_fixture.h"
#include "refused.h"

/* Refused by who wants the moments; nothing is left behind. */
static void run_refused(const uint8_t *bytes, size_t size, const char *says)
{
    Net net;
    NetInfo info;
    NetMoments moments;
    Err err = {0};
    if (net_load_run_bytes(&net, &info, &moments, bytes, size, "some.safetensors", &err)) {
        fail_msg("opened, where it should have said: %s", says);
    }
    assert_null(net.block);
    assert_null(moments.net);
    assert_int_equal(moments.count, 0);
    assert_ptr_equal(strstr(err.text, "some.safetensors"), err.text);
    if (!strstr(err.text, says)) {
        fail_msg("\"%s\" does not say \"%s\"", err.text, says);
    }
}

/* Another text of the same length in the header. */
static void say(Fixture *f, const char *before, const char *after)
{
    char *at = (char *)f->bytes + 8, *end = at + f->header;
    size_t length = strlen(before);
    assert_int_equal(length, strlen(after));
    while (at < end && memcmp(at, before, length) != 0) {
        at++;
    }
    assert_true(at < end);
    memcpy(at, after, length);
}

/* Texts in the header, and others of the same length. */
static const struct {
    const char *before, *after, *says;
    bool structure; /* also by who does not want the moments */
} DAMAGE[] = {
    {"[4,16,784]", "[4,784,16]", "not of the shape", true},
    {"[4,16,784]", "[16,4,784]", "not of the shape", true},
    {"[4,16,784]", "[4,16,783]", "cut short", true},
    {"[4,16,784]", "[64,  784]", "not of the shape", true},
    {"[4,16,784]", "[2,16,999]", "cut short", true},
    {"[4,16,16]", "[0,16,16]", "cut short", true},
    {"[4,10],", "[4,9] ,", "cut short", true},
    {"[4,10],", "[2,20],", "not of the shape", true},
    {"moments.layers.1.bias", "moments.layers.3.bias", "has no tensor", true},
    {"moments.layers.1.bias", "momentz.layers.1.bias", "momentz.layers.1.bias", true},
    {"\"moments\":", "\"Moments\":", "moments of its run is damaged", false},
    {"done,minibatch", "done,miniBatch", "moments of its run is damaged", false},
    {"\\n0.015625,188,", "\\n0.015625,187,", "moments of its run is damaged", false},
    {"\\n0.015625,188,", "\\n-.015625,188,", "moments of its run is damaged", false},
    {"\\n0.015625,188,", "\\n0.000000,000,", "moments of its run is damaged", false},
    {"\\n0.015625,188,", "\\n0.015625;188,", "moments of its run is damaged", false},
    {"\\n0.015625,188,", "\\n1.015625,188,", "moments of its run is damaged", false},
    {"\\n0.015625,188,", "\\n     nan,188,", "moments of its run is damaged", false},
    {"\\n0.015625,188,2.3\\n", "\\n0.015625,188,2e999", "moments of its run is damaged", false},
    {"\\n0.015625,188,2.3\\n", "\\n0.015625,188,-.3\\n", "moments of its run is damaged", false},
    {"\"run_epochs\":\"6\"", "\"run_epochs\":\"0\"", "moments of its run is damaged", false},
    {"\"run_epochs\":\"6\"", "\"run_epochs\":\"x\"", "moments of its run is damaged", false},
    {"\"run_epochs\":\"6\"", "\"run_epochS\":\"6\"", "moments of its run is damaged", false},
    {"run_curves\":\"epoch", "run_curves\":\"Epoch", "moments of its run is damaged", false},
    {"minibatches\":\"12000", "minibatches\":\"1200.", "moments of its run is damaged", false},
    {"minibatches\":\"12000", "minibatches\":\"1e+99", "moments of its run is damaged", false},
};

static void a_damaged_header_is_refused(void **state)
{
    (void)state;
    for (size_t d = 0; d < sizeof DAMAGE / sizeof DAMAGE[0]; d++) {
        Fixture f;
        moments_make(&f, "16,16", FEW);
        say(&f, DAMAGE[d].before, DAMAGE[d].after);
        run_refused(f.bytes, f.size, DAMAGE[d].says);
        Net net;
        NetInfo info;
        Err err;
        bool opened = net_load_bytes(&net, &info, f.bytes, f.size, "some", &err);
        assert_int_equal(opened, !DAMAGE[d].structure);
        net_free(&net);
        moments_drop(&f);
    }
}

static void a_moment_too_many_or_too_few_is_refused(void **state)
{
    (void)state;
    Fixture f;
    Err err;
    moments_make(&f, "1", 3);
    NetMeta meta = {0};
    int chosen[] = {0, 1, 2};
    NetMoments read;
    assert_true(net_moments_put(&f.moments, chosen, 3, &meta, &err));
    for (int count = 2; count <= 4; count++) {
        assert_true(net_moments_make(&read, &f.net.shape, count, &err));
        assert_int_equal(net_moments_get(&meta, &read), count == 3);
        net_moments_free(&read);
    }
    net_meta_free(&meta);
    moments_drop(&f);
}

static void a_moment_that_is_no_number_is_refused(void **state)
{
    (void)state;
    static const uint8_t NUMBER[][4] = {{0, 0, 0xc0, 0x7f}, {0, 0, 0x80, 0x7f}, {1, 0, 0x80, 0xff}};
    Fixture f;
    moments_make(&f, "16,16", FEW);
    size_t first = 8 + f.header + 13002 * 4;
    const size_t places[] = {first, first + 52000, f.size - 4};
    for (int n = 0; n < 3; n++) {
        for (int p = 0; p < 3; p++) {
            uint8_t old[4];
            memcpy(old, f.bytes + places[p], 4);
            memcpy(f.bytes + places[p], NUMBER[n], 4);
            run_refused(f.bytes, f.size, "no number");
            memcpy(f.bytes + places[p], old, 4);
        }
    }
    moments_drop(&f);
}

static void a_file_cut_anywhere_is_refused(void **state)
{
    (void)state;
    Fixture f;
    moments_make(&f, "5,7", FEW);
    for (size_t size = 0; size < f.size; size += size < f.header + 8 ? 1 : 997) {
        uint8_t *cut = malloc(size ? size : 1); /* of its own, so that a read past it is seen */
        assert_non_null(cut);
        memcpy(cut, f.bytes, size);
        refused(cut, size, ERR_DAMAGED, "cut short");
        run_refused(cut, size, "cut short");
        free(cut);
    }
    moments_drop(&f);
}

static void a_file_with_flipped_bits_is_refused_or_opens_whole(void **state)
{
    (void)state;
    Fixture f;
    int opened = 0, shut = 0;
    moments_make(&f, "1", 3);
    for (size_t at = 0; at < f.size; at += at < f.header + 8 ? 1 : 61) {
        for (int bit = 0; bit < 8; bit++) {
            Net net;
            NetInfo info;
            NetMoments moments;
            Err err = {0};
            f.bytes[at] ^= (uint8_t)(1 << bit);
            if (net_load_run_bytes(&net, &info, &moments, f.bytes, f.size, "some", &err)) {
                opened++;
                for (int i = 0; i < moments.count; i++) {
                    assert_true(net_is_finite(&moments.net[i]));
                    assert_true(moments.done[i] >= 0.0 && moments.done[i] <= 1.0);
                    assert_true(moments.cost[i] >= 0.0f && isfinite(moments.cost[i]));
                    assert_true(i == 0 || moments.done[i] > moments.done[i - 1]);
                }
            } else {
                assert_ptr_equal(strstr(err.text, "some cannot be opened"), err.text);
                shut++;
            }
            net_moments_free(&moments);
            net_free(&net);
            f.bytes[at] ^= (uint8_t)(1 << bit);
        }
    }
    assert_true(opened > 100 && shut > 1000);
    moments_drop(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_damaged_header_is_refused),
        cmocka_unit_test(a_moment_too_many_or_too_few_is_refused),
        cmocka_unit_test(a_moment_that_is_no_number_is_refused),
        cmocka_unit_test(a_file_cut_anywhere_is_refused),
        cmocka_unit_test(a_file_with_flipped_bits_is_refused_or_opens_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
