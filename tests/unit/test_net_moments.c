/* A network file with the moments of its run: what is saved comes back, and never more than there
 * is room for. */
#include "nn/net_moments.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <stdlib.h>
#include <string.h>

#include "moments_fixture.h"
#include "scratch_disk.h"

static void same_moment(const NetMoments *a, int i, const NetMoments *b, int j)
{
    assert_memory_equal(&a->done[i], &b->done[j], sizeof *a->done);
    assert_memory_equal(&a->cost[i], &b->cost[j], sizeof *a->cost);
    assert_true(net_shape_equal(&a->net[i].shape, &b->net[j].shape));
    assert_memory_equal(a->net[i].block, b->net[j].block, a->net[i].floats * sizeof(float));
}

static void moments_come_back_to_the_bit(void **state)
{
    (void)state;
    for (int s = 0; s < FIXTURE_SHAPES; s++) {
        Fixture f;
        Net net;
        NetInfo info;
        NetMoments moments;
        Err err;
        moments_make(&f, FIXTURE_HIDDEN[s], 17);
        assert_true(net_load_run(&net, &info, &moments, f.path.text, &err));
        assert_memory_equal(net.block, f.net.block, net.floats * sizeof(float));
        assert_int_equal(info.epochs, 3);
        assert_int_equal(moments.count, 17);
        assert_int_equal(moments.epochs, 6);
        assert_int_equal(moments.steps, STEPS);
        assert_memory_equal(&moments.curves, &f.moments.curves, sizeof moments.curves);
        for (int i = 0; i < moments.count; i++) {
            same_moment(&moments, i, &f.moments, i);
        }
        net_moments_free(&moments);
        net_free(&net);
        assert_true(net_moments_load(&moments, f.path.text, &err));
        same_moment(&moments, 16, &f.moments, 16);
        net_moments_free(&moments);
        assert_true(net_load(&net, &info, f.path.text, &err)); /* who does not look back */
        assert_memory_equal(net.block, f.net.block, net.floats * sizeof(float));
        net_free(&net);
        moments_drop(&f);
    }
}

static void the_file_is_laid_out_as_the_format_says(void **state)
{
    (void)state;
    Fixture f;
    moments_make(&f, "16,16", FEW);
    const char *header = (char *)f.bytes + 8;
    assert_int_equal(f.size, 8 + f.header + (1 + FEW) * 13002 * 4);
    assert_non_null(strstr(header, "\"moments.layers.0.weight\":{\"dtype\":\"F32\",\"shape\":"
                                   "[4,16,784],\"data_offsets\":[52008,252712]}"));
    assert_non_null(
        strstr(header, "\"moments.layers.2.bias\":{\"dtype\":\"F32\",\"shape\":[4,10]"));
    assert_non_null(strstr(header, "\"moments\":\"done,minibatch,cost\\n0,0,\\n"));
    assert_non_null(strstr(header, "\"run_epochs\":\"6\",\"run_minibatches\":\"12000\""));
    float second; /* the weight from pixel 1 to neuron 0, at moment 2 */
    memcpy(&second, header + f.header + 52008 + (2 * 16 * 784 + 1) * 4, sizeof second);
    assert_float_equal(second, f.moments.net[2].weight[0][f.moments.net[2].stride[0]], 0);
    moments_drop(&f);
}

/* What ships was saved before there were moments. */
static void a_file_without_moments_is_as_it_ever_was(void **state)
{
    (void)state;
    static const char *const SHIPPED[] = {"784-16-16-10.safetensors", "784-256-128-10.safetensors"};
    Fixture f;
    moments_make(&f, "1", 2);
    for (int s = 0; s < 2; s++) {
        Net net;
        NetMeta meta;
        NetInfo info;
        NetMoments moments;
        Path path;
        Err err;
        uint8_t *before, *after;
        size_t size, again;
        assert_true(path_shipped(SHIPPED[s], &path, &err));
        assert_true(net_file_load(&net, &meta, path.text, &err));
        assert_true(net_file_save(&net, &meta, f.path.text, &err));
        assert_true(file_read(path.text, NET_FILE_BYTES, &before, &size, &err));
        assert_true(file_read(f.path.text, NET_FILE_BYTES, &after, &again, &err));
        assert_int_equal(size, again);
        assert_memory_equal(before, after, size);
        net_free(&net);
        assert_true(net_load_run(&net, &info, &moments, path.text, &err));
        assert_int_equal(moments.count, 0);
        assert_false(net_moments_load(&moments, path.text, &err));
        assert_non_null(strstr(err.text, "has no moments"));
        net_free(&net);
        net_meta_free(&meta);
        free(before);
        free(after);
    }
    moments_drop(&f);
}

static void only_so_many_moments_are_kept_as_there_is_room_for(void **state)
{
    (void)state;
    static const struct {
        const char *hidden;
        int count, least, most;
    } RUN[] = {{"16,16", 256, 256, 256}, {"256,128", 40, 14, 16}, {"512,512,512,512", 9, 2, 3}};
    for (int r = 0; r < 3; r++) {
        Fixture f;
        NetMoments moments;
        Err err;
        moments_make(&f, RUN[r].hidden, RUN[r].count);
        assert_true(f.size <= NET_FILE_BYTES);
        assert_true(net_moments_load(&moments, f.path.text, &err));
        assert_in_range(moments.count, RUN[r].least, RUN[r].most);
        same_moment(&moments, 0, &f.moments, 0);
        same_moment(&moments, moments.count - 1, &f.moments, RUN[r].count - 1);
        net_moments_free(&moments);
        moments_drop(&f);
    }
}

static void the_moments_that_stay_are_spread_evenly(void **state)
{
    (void)state;
    Fixture f;
    int chosen[NET_MOMENTS_MOST];
    moments_make(&f, "1", 100);
    for (int most = 2; most <= 100; most++) {
        assert_int_equal(net_moments_choose(&f.moments, most, -1, chosen), most);
        assert_int_equal(chosen[0], 0);
        assert_int_equal(chosen[most - 1], 99);
        for (int i = 1; i < most; i++) {
            int even = 99 / (most - 1), gap = chosen[i] - chosen[i - 1];
            assert_in_range(gap, even > 1 ? even - 1 : 1, even + 2);
        }
    }
    assert_int_equal(net_moments_choose(&f.moments, 200, 5, chosen), 100);
    moments_drop(&f);
}

static void the_moment_on_show_stays(void **state)
{
    (void)state;
    Fixture f;
    int chosen[NET_MOMENTS_MOST];
    moments_make(&f, "1", 100);
    for (int held = 0; held < 100; held++) {
        for (int most = 3; most <= 30; most += 9) {
            bool there = false;
            assert_int_equal(net_moments_choose(&f.moments, most, held, chosen), most);
            for (int i = 0; i < most; i++) {
                there = there || chosen[i] == held;
                assert_true(i == 0 || chosen[i] > chosen[i - 1]);
            }
            assert_true(there && chosen[0] == 0 && chosen[most - 1] == 99);
        }
    }
    moments_drop(&f);
    NetMoments moments;
    Err err;
    moments_make(&f, "256,128", 40);
    net_copy(&f.net, &f.moments.net[17]); /* an earlier one is on show as it is saved */
    moments_save(&f);
    assert_true(net_moments_load(&moments, f.path.text, &err));
    int same = 0;
    for (int i = 0; i < moments.count; i++) {
        same += moments.net[i].weight[0][0] == 17.0f; // NOLINT: it is exactly that
    }
    assert_int_equal(same, 1);
    net_moments_free(&moments);
    moments_drop(&f);
}

static void a_full_disk_leaves_the_old_file_whole(void **state)
{
    (void)state;
    Fixture f;
    NetMoments moments;
    Err err;
    moments_make(&f, "16,16", FEW);
    struct rlimit disk = scratch_fill_disk(100000);
    bool saved = net_save_run(&f.net, &f.info, &f.moments, f.path.text, &err);
    scratch_free_disk(disk);
    assert_false(saved);
    assert_non_null(strstr(err.text, "cannot be saved"));
    assert_true(net_moments_load(&moments, f.path.text, &err));
    assert_int_equal(moments.count, FEW);
    net_moments_free(&moments);
    moments_drop(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(moments_come_back_to_the_bit),
        cmocka_unit_test(the_file_is_laid_out_as_the_format_says),
        cmocka_unit_test(a_file_without_moments_is_as_it_ever_was),
        cmocka_unit_test(only_so_many_moments_are_kept_as_there_is_room_for),
        cmocka_unit_test(the_moments_that_stay_are_spread_evenly),
        cmocka_unit_test(the_moment_on_show_stays),
        cmocka_unit_test(a_full_disk_leaves_the_old_file_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
