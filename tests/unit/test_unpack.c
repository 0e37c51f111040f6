/* Files are read whole, and gzip files unpacked: to what they should be, or not at all. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <libdeflate.h>

#include "scratch.h"
#include "train/unpack.h"

enum { SIZE = 5000, ROOM = 2 * SIZE };

/* A file, what is to come out of it, and its bytes. */
typedef struct Scene {
    Path folder, file;
    uint8_t contents[SIZE], packed[ROOM];
    size_t size;
} Scene;

static int make_scene(void **state)
{
    Scene *scene = calloc(1, sizeof *scene);
    assert_non_null(scene);
    scratch_make(&scene->folder);
    scene->file = scratch_path(&scene->folder, "some-file");
    for (int i = 0; i < SIZE; i++) {
        scene->contents[i] = (uint8_t)(i % 7 * i);
    }
    scratch_pack(scene->file.text, scene->contents, SIZE);
    FILE *file = fopen(scene->file.text, "rb");
    assert_non_null(file);
    scene->size = fread(scene->packed, 1, ROOM, file);
    assert_true(scene->size > 100 && scene->size < SIZE);
    fclose(file);
    *state = scene;
    return 0;
}

static int free_scene(void **state)
{
    Scene *scene = *state;
    scratch_free(&scene->folder);
    free(scene);
    return 0;
}

static void check_reads(const Scene *scene, size_t expected)
{
    uint8_t *data;
    size_t size;
    uint32_t crc;
    Err err = {0};
    if (!unpack_file(scene->file.text, SIZE, &data, &size, &crc, &err)) {
        fail_msg("%s", err.text);
    }
    assert_int_equal(size, expected);
    assert_memory_equal(data, scene->contents, expected);
    assert_int_equal(data[expected], 0);
    assert_int_equal(crc, libdeflate_crc32(0, scene->contents, expected));
    free(data);
}

/* Writes the first bytes of the packed file; reading at most `max` fails then. */
static void check_refused(const Scene *scene, size_t written, size_t max, ErrCode code,
                          const char *words)
{
    uint8_t *data;
    size_t size;
    Err err = {0};
    scratch_write(scene->file.text, scene->packed, written);
    assert_false(unpack_file(scene->file.text, max, &data, &size, NULL, &err));
    assert_null(data);
    assert_int_equal(size, 0);
    if (strstr(err.text, scene->file.text) != err.text || !strstr(err.text, words)) {
        fail_msg("\"%s\" does not say \"%s\"", err.text, words);
    }
    assert_int_equal(err.code, code);
}

/* What the file says that it unpacks to. */
static void claim(Scene *scene, uint32_t size)
{
    for (int i = 0; i < 4; i++) {
        scene->packed[scene->size - 4 + (size_t)i] = (uint8_t)(size >> (8 * i));
    }
}

static void plain_and_packed_files_are_read(void **state)
{
    const Scene *scene = *state;
    check_reads(scene, SIZE);
    scratch_write(scene->file.text, scene->contents, SIZE);
    check_reads(scene, SIZE);
}

static void empty_files_are_read(void **state)
{
    const Scene *scene = *state;
    scratch_write(scene->file.text, "", 0);
    check_reads(scene, 0);
    scratch_pack(scene->file.text, "", 0);
    check_reads(scene, 0);
}

static void a_missing_file_is_named(void **state)
{
    Scene *scene = *state;
    uint8_t *data;
    size_t size;
    Err err = {0};
    unlink(scene->file.text);
    assert_false(unpack_file(scene->file.text, SIZE, &data, &size, NULL, &err));
    assert_null(data);
    assert_non_null(strstr(err.text, scene->file.text));
}

static void files_larger_than_allowed_are_refused(void **state)
{
    const Scene *scene = *state;
    check_refused(scene, scene->size, SIZE - 1, ERR_DAMAGED, "more than 4999 bytes");
    check_refused(scene, scene->size, scene->size - 1, ERR_FOREIGN, "too large");
}

static void false_claims_of_size_are_refused(void **state)
{
    static const uint32_t claims[] = {0, 1, SIZE - 1, SIZE + 1, 1 << 30, INT32_MAX, UINT32_MAX};
    Scene *scene = *state;
    for (size_t i = 0; i < sizeof claims / sizeof *claims; i++) {
        claim(scene, claims[i]);
        check_refused(scene, scene->size, SIZE, ERR_DAMAGED, "damaged");
        check_refused(scene, scene->size, (size_t)1 << 30, ERR_DAMAGED, "damaged");
    }
    claim(scene, SIZE);
    scratch_write(scene->file.text, scene->packed, scene->size);
    check_reads(scene, SIZE);
}

static void whatever_follows_is_refused(void **state)
{
    Scene *scene = *state;
    uint8_t *after = scene->packed + scene->size;
    memcpy(after, after - 4, 4); /* the right size once more */
    check_refused(scene, scene->size + 4, SIZE, ERR_DAMAGED, "damaged");
    memset(after, 0, 4);
    after[4] = 1;
    check_refused(scene, scene->size + 5, SIZE, ERR_DAMAGED, "damaged");
    memcpy(after, scene->packed, scene->size); /* a second member, of which half is there */
    check_refused(scene, scene->size + scene->size / 2, 2 * SIZE, ERR_DAMAGED, "damaged");
}

static void zeros_that_follow_are_padding(void **state)
{
    Scene *scene = *state;
    static const size_t ZEROS[] = {1, 4, 100};
    for (int i = 0; i < 3; i++) {
        scratch_write(scene->file.text, scene->packed, scene->size + ZEROS[i]);
        check_reads(scene, SIZE);
    }
    check_refused(scene, scene->size + 1, SIZE - 1, ERR_DAMAGED, "more than 4999 bytes");
}

static void members_are_read_one_behind_the_other(void **state)
{
    Scene *scene = *state;
    uint8_t *data;
    size_t size;
    uint32_t crc;
    Err err = {0};
    memcpy(scene->packed + scene->size, scene->packed, scene->size);
    check_refused(scene, 2 * scene->size, 2 * SIZE - 1, ERR_DAMAGED, "more than");
    scratch_write(scene->file.text, scene->packed, 2 * scene->size + 3);
    if (!unpack_file(scene->file.text, 2 * SIZE, &data, &size, &crc, &err)) {
        fail_msg("%s", err.text);
    }
    assert_int_equal(size, 2 * SIZE);
    assert_memory_equal(data, scene->contents, SIZE);
    assert_memory_equal(data + SIZE, scene->contents, SIZE);
    assert_int_equal(data[size], 0);
    assert_int_equal(crc, libdeflate_crc32(0, data, size));
    free(data);
}

/* More than the room that it begins with. */
static void long_members_are_read(void **state)
{
    Scene *scene = *state;
    enum { LONG = 1000000 };
    uint8_t *contents = calloc(1, LONG), *data;
    size_t size;
    Err err = {0};
    assert_non_null(contents);
    for (int i = 0; i < LONG; i++) {
        contents[i] = (uint8_t)(i >> 10);
    }
    scratch_pack(scene->file.text, contents, LONG);
    FILE *file = fopen(scene->file.text, "ab");
    assert_non_null(file);
    fputc(0, file);
    fclose(file);
    assert_true(unpack_file(scene->file.text, LONG, &data, &size, NULL, &err));
    assert_int_equal(size, LONG);
    assert_memory_equal(data, contents, LONG);
    free(data);
    assert_false(unpack_file(scene->file.text, LONG - 1, &data, &size, NULL, &err));
    free(contents);
}

static void cut_files_are_refused(void **state)
{
    const Scene *scene = *state;
    for (size_t cut = 4; cut < scene->size; cut++) {
        check_refused(scene, cut, SIZE, ERR_DAMAGED, "cut short");
    }
}

static void a_wrong_checksum_is_refused(void **state)
{
    Scene *scene = *state;
    scene->packed[scene->size - 5] ^= 1;
    check_refused(scene, scene->size, SIZE, ERR_DAMAGED, "damaged");
}

#define SCENE_TEST(test) cmocka_unit_test_setup_teardown(test, make_scene, free_scene)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SCENE_TEST(plain_and_packed_files_are_read),
        SCENE_TEST(empty_files_are_read),
        SCENE_TEST(a_missing_file_is_named),
        SCENE_TEST(files_larger_than_allowed_are_refused),
        SCENE_TEST(false_claims_of_size_are_refused),
        SCENE_TEST(whatever_follows_is_refused),
        SCENE_TEST(zeros_that_follow_are_padding),
        SCENE_TEST(members_are_read_one_behind_the_other),
        SCENE_TEST(long_members_are_read),
        SCENE_TEST(cut_files_are_refused),
        SCENE_TEST(a_wrong_checksum_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
