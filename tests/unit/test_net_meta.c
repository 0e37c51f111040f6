/* Keys and values of a network's file: as they were set, those of Inkling and those of others. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include "base/file.h"
#include "net_fixture.h"
#include "nn/net_file.h"
#include "place.h"

static void set(NetMeta *meta, const char *key, const char *value)
{
    Err err = {0};
    if (!net_meta_set(meta, key, value, &err)) {
        fail_msg("%s", err.text);
    }
}

static void a_key_has_the_value_that_was_set_last(void **state)
{
    (void)state;
    NetMeta meta = {0};
    assert_null(net_meta_get(&meta, "author"));
    set(&meta, "author", "one");
    set(&meta, "year", "");
    set(&meta, "author", "another");
    assert_int_equal(meta.entries, 2);
    assert_string_equal(meta.entry[0].key, "author");
    assert_string_equal(net_meta_get(&meta, "author"), "another");
    assert_string_equal(net_meta_get(&meta, "year"), "");
    assert_null(net_meta_get(&meta, "Author"));
    net_meta_free(&meta);
    assert_int_equal(meta.entries, 0);
    assert_null(net_meta_get(&meta, "author"));
    net_meta_free(NULL);
}

static void what_is_full_takes_no_other_key(void **state)
{
    (void)state;
    NetMeta meta = {0};
    Err err = {0};
    char key[16];
    for (int i = 0; i < NET_META_ENTRIES; i++) {
        snprintf(key, sizeof key, "%d", i);
        set(&meta, key, "old");
    }
    assert_false(net_meta_set(&meta, "more", "new", &err));
    assert_int_equal(err.code, ERR_NO_ROOM);
    assert_non_null(strstr(err.text, "more"));
    assert_null(net_meta_get(&meta, "more"));
    set(&meta, "255", "new");
    assert_int_equal(meta.entries, NET_META_ENTRIES);
    assert_string_equal(net_meta_get(&meta, "255"), "new");
    net_meta_free(&meta);
}

/* Saves a network with that metadata, opens it, and holds it against what was saved. */
static void check_comes_back(Place *place, const NetMeta *meta)
{
    Net net, read;
    NetMeta got;
    fixture_net(&net, "5,7", 1);
    assert_true(net_file_save(&net, meta, place->file.text, &place->err));
    assert_true(net_file_load(&read, &got, place->file.text, &place->err));
    assert_memory_equal(read.block, net.block, net.floats * sizeof(float));
    assert_int_equal(got.entries, meta->entries);
    for (int i = 0; i < meta->entries; i++) {
        assert_string_equal(got.entry[i].key, meta->entry[i].key);
        assert_string_equal(got.entry[i].value, meta->entry[i].value);
    }
    net_meta_free(&got);
    net_free(&read);
    net_free(&net);
}

static void keys_of_another_program_come_back(void **state)
{
    Place *place = *state;
    NetMeta meta = {0};
    Net net;
    NetInfo info;
    check_comes_back(place, &meta);
    set(&meta, "author", "é \"quoted\"\n\\");
    set(&meta, "", "no name");
    set(&meta, "epochs", "not a number");
    set(&meta, "format", "pt");
    check_comes_back(place, &meta);
    net_meta_free(&meta);
    assert_true(net_load(&net, &info, place->file.text, &place->err)); /* which are not Inkling's */
    assert_int_equal(info.epochs, 0);
    assert_string_equal(info.preparation, "fitted");
    net_free(&net);
}

static void keys_of_another_program_go_with_those_of_inkling(void **state)
{
    Place *place = *state;
    NetShape shape;
    NetMeta meta = {0};
    NetInfo info = {.preparation = "raw", .data = "MNIST", .epochs = 7, .rate = 0.1f}, read;
    Net net;
    assert_true(net_shape_parse("5,7", &shape, &place->err));
    set(&meta, "author", "another");
    assert_true(net_info_put(&info, &shape, &meta, &place->err));
    assert_string_equal(net_meta_get(&meta, "rate"), "0.1");
    check_comes_back(place, &meta);
    assert_true(net_load(&net, &read, place->file.text, &place->err));
    assert_int_equal(read.epochs, 7);
    assert_string_equal(read.preparation, "raw");
    net_free(&net);
    set(&meta, "epochs", "-7");
    assert_false(net_info_get(&meta, &shape, "some", &read, &place->err));
    assert_int_equal(place->err.code, ERR_DAMAGED);
    assert_int_equal(read.epochs, 0);
    net_meta_free(&meta);
}

static void a_file_of_a_newer_inkling_is_refused_whoever_asks(void **state)
{
    Place *place = *state;
    Net net, none;
    NetMeta meta = {0}, got;
    fixture_net(&net, "5,7", 1);
    set(&meta, "format", "inkling 2");
    assert_true(net_file_save(&net, &meta, place->file.text, &place->err));
    assert_false(net_file_load(&none, &got, place->file.text, &place->err));
    assert_int_equal(place->err.code, ERR_NEWER);
    assert_null(none.block);
    assert_int_equal(got.entries, 0);
    net_meta_free(&meta);
    net_free(&net);
}

static void metadata_that_no_file_takes_leave_the_old_file(void **state)
{
    Place *place = *state;
    Net net;
    NetMeta meta = {0};
    char *value = calloc(1, NET_FILE_HEADER_BYTES);
    assert_non_null(value);
    fixture_net(&net, "5,7", 1);
    scratch_write(place->file.text, "old", 3);
    memset(value, 'x', NET_FILE_HEADER_BYTES - 1);
    set(&meta, "long", value);
    assert_false(net_file_save(&net, &meta, place->file.text, &place->err));
    assert_int_equal(place->err.code, ERR_VALUE);
    uint8_t *data;
    size_t size;
    assert_true(file_read(place->file.text, 100, &data, &size, &place->err));
    assert_string_equal(data, "old");
    free(data);
    value[NET_FILE_HEADER_BYTES - 1000] = 0; /* with room for the rest of the header */
    set(&meta, "long", value);
    check_comes_back(place, &meta);
    net_meta_free(&meta);
    net_free(&net);
    free(value);
}

static void check_same_file(Place *place, const char *path)
{
    uint8_t *a, *b;
    size_t a_size, b_size;
    assert_true(file_read(path, 1 << 24, &a, &a_size, &place->err));
    assert_true(file_read(place->file.text, 1 << 24, &b, &b_size, &place->err));
    assert_int_equal(a_size, b_size);
    assert_memory_equal(a, b, a_size);
    free(a);
    free(b);
}

static void a_file_that_is_opened_and_saved_has_the_same_bytes(void **state)
{
    Place *place = *state;
    Path shipped;
    Net net;
    NetMeta meta;
    NetInfo info;
    assert_true(path_shipped("784-16-16-10.safetensors", &shipped, &place->err));
    assert_true(net_file_load(&net, &meta, shipped.text, &place->err));
    assert_true(net_file_save(&net, &meta, place->file.text, &place->err));
    check_same_file(place, shipped.text);
    net_meta_free(&meta);
    net_free(&net);
    assert_true(net_load(&net, &info, shipped.text, &place->err));
    assert_true(net_save(&net, &info, place->file.text, &place->err));
    check_same_file(place, shipped.text);
    net_free(&net);
}

static void a_rate_names_that_of_the_first_layer_where_it_differs(void **state)
{
    (void)state;
    char text[NET_RATE_MAX];
    net_info_print_rate(3.2f, 0.3f, text);
    assert_string_equal(text, "3.2 (first layer 0.96)");
    net_info_print_rate(3.2f, 1.0f, text);
    assert_string_equal(text, "3.2");
    net_info_print_rate(0.5f, 0.0f, text); /* a file that says nothing of it */
    assert_string_equal(text, "0.5");
    net_info_print_rate(1234567.0f, 0.123456f, text);
    assert_true(strlen(text) < NET_RATE_MAX - 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_key_has_the_value_that_was_set_last),
        cmocka_unit_test(what_is_full_takes_no_other_key),
        PLACE_TEST(keys_of_another_program_come_back),
        PLACE_TEST(keys_of_another_program_go_with_those_of_inkling),
        PLACE_TEST(a_file_of_a_newer_inkling_is_refused_whoever_asks),
        PLACE_TEST(metadata_that_no_file_takes_leave_the_old_file),
        PLACE_TEST(a_file_that_is_opened_and_saved_has_the_same_bytes),
        cmocka_unit_test(a_rate_names_that_of_the_first_layer_where_it_differs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
