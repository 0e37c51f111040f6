/* Networks as numpy's .npz: what is saved comes back; wrong archives and arrays are refused. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include "base/file.h"
#include "base/zip.h"
#include "net_fixture.h"
#include "nn/net_file.h"
#include "place.h"
#include "refused.h"

static void what_is_saved_as_npz_comes_back_to_the_bit(void **state)
{
    Place *place = *state;
    static const char *const HIDDEN[] = {"16,16", "1", "5,7,9,11", "512"};
    Path path;
    assert_true(path_join(&path, place->folder.text, "a.npz"));
    for (int i = 0; i < 4; i++) {
        Net net, read;
        NetInfo info = {.preparation = "raw",
                        .data = "MNIST é€😀",
                        .epochs = 7,
                        .rate = 0.1f,
                        .tested = true,
                        .test_accuracy = 0.5},
                got;
        net_curves_add(&info.curves, &(NetPoint){.test_cost = 1.0f, .test_accuracy = 0.5f});
        fixture_net(&net, HIDDEN[i], 1);
        assert_true(net_save(&net, &info, path.text, &place->err));
        assert_true(net_load(&read, &got, path.text, &place->err));
        assert_true(net_shape_equal(&net.shape, &read.shape));
        assert_memory_equal(read.block, net.block, net.floats * sizeof(float));
        assert_string_equal(got.preparation, "raw");
        assert_string_equal(got.data, info.data);
        assert_int_equal(got.epochs, 7);
        assert_int_equal(got.curves.points, 1);
        assert_false(got.foreign);
        net_free(&read);
        net_free(&net);
    }
    unlink(path.text);
}

static void a_run_is_not_saved_as_npz(void **state)
{
    Place *place = *state;
    Path path;
    Net net;
    NetMoments moments;
    NetInfo info = {.preparation = "raw"};
    assert_true(path_join(&path, place->folder.text, "a.npz"));
    fixture_net(&net, "5", 1);
    assert_true(net_moments_make(&moments, &net.shape, 2, &place->err));
    assert_false(net_save_run(&net, &info, &moments, path.text, &place->err));
    assert_int_equal(place->err.code, ERR_VALUE);
    assert_non_null(strstr(place->err.text, ".safetensors"));
    assert_false(path_exists(path.text));
    net_moments_free(&moments);
    net_free(&net);
}

/* The bytes of a small network that was saved. */
static uint8_t *saved(Place *place, size_t *size)
{
    Net net;
    Path path;
    uint8_t *bytes;
    NetInfo info = {.preparation = "raw", .data = "MNIST"};
    assert_true(path_join(&path, place->folder.text, "b.npz"));
    fixture_net(&net, "1", 1);
    assert_true(net_save(&net, &info, path.text, &place->err));
    assert_true(file_read(path.text, 1 << 20, &bytes, size, &place->err));
    net_free(&net);
    unlink(path.text);
    return bytes;
}

static void a_cut_npz_is_refused(void **state)
{
    size_t size;
    uint8_t *bytes = saved(*state, &size);
    for (size_t cut = 4; cut < size; cut += cut + 100 < size ? 13 : 1) {
        uint8_t *part = malloc(cut); /* of its own, so that a read past the end is seen */
        assert_non_null(part);
        memcpy(part, bytes, cut);
        refused(part, cut, ERR_DAMAGED, "some.safetensors");
        free(part);
    }
    free(bytes);
}

/* One array that must not open, for this reason. */
static void array_refused(const char *name, const char *header, size_t data, ErrCode code,
                          const char *says)
{
    uint8_t array[4096] = "\x93NUMPY\1\0";
    size_t length = strlen(header), size;
    array[8] = (uint8_t)length;
    array[9] = (uint8_t)(length >> 8);
    memcpy(array + 10, header, length);
    uint8_t *bytes = zip_make(&(ZipFile){name, array, 10 + length + data}, 1, &size);
    refused(bytes, size, code, says);
    free(bytes);
}

#define HEADER(type, order, shape)                                                                 \
    "{'descr': '" type "', 'fortran_order': " order ", 'shape': " shape ", }\n"

static void wrong_arrays_are_refused(void **state)
{
    (void)state;
    static const char *const DAMAGED[] = {
        "",
        "{}",
        HEADER("<f4", "False", "(2, 3"),
        HEADER("<f4", "False", "2, 3"),
        HEADER("<f4", "False", "(-2, -3)"),
        HEADER("<f4", "False", "(2, 4)"),
        HEADER("<f4", "False", "(1, 1, 1, 2, 3)"),
        HEADER("<f4", "False", "(4294967298, 3)"),
        HEADER("<f4", "False", "(2147483647, 2147483647, 2147483647, 2147483647)"),
        HEADER("<f-4", "False", "(2, 3)"),
        HEADER("<", "False", "(2, 3)"),
        "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (6,), }\n",
        "{'descr': '<f4', 'shape': (6,), }\n",
        HEADER("<U7", "False", "()"),
        HEADER("|O", "False", "()")};
    for (size_t i = 0; i < sizeof DAMAGED / sizeof *DAMAGED; i++) {
        array_refused("w1.npy", DAMAGED[i], 24, ERR_DAMAGED, "its array \"w1\" is damaged");
    }
    array_refused("w1.npy", HEADER("<f4", "False", "(2, 3)"), 24, ERR_FOREIGN, "1 matrix");
    array_refused("w1.npy", HEADER("<f4", "True", "(3, 2)"), 24, ERR_FOREIGN, "1 matrix");
    array_refused("w1.npy", HEADER(">f4", "False", "(2, 3)"), 24, ERR_FOREIGN, "type >f4");
    array_refused("w1.npy", HEADER("<i8", "False", "(3,)"), 24, ERR_FOREIGN, "type <i8");
    array_refused("archive/data.pkl", "", 9, ERR_FOREIGN, "pickle of PyTorch");
    array_refused("config.json", "", 9, ERR_FOREIGN, "with \"config.json\" in it");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLACE_TEST(what_is_saved_as_npz_comes_back_to_the_bit),
        PLACE_TEST(a_run_is_not_saved_as_npz),
        PLACE_TEST(a_cut_npz_is_refused),
        cmocka_unit_test(wrong_arrays_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
