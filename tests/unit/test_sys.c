/* What differs by platform: memory, texts in memory, clocks, files, folders, locks. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/sys.h"
#include "base/sys_file.h"
#include "scratch.h"

enum { MIB = 1024 * 1024 };

static int make_scene(void **state)
{
    *state = malloc(sizeof(Path));
    assert_non_null(*state);
    scratch_make(*state);
    return 0;
}

static int free_scene(void **state)
{
    scratch_free(*state);
    free(*state);
    return 0;
}

/* Sanitizers see what lies outside of it. */
static void all_of_large_room_can_be_written(void **state)
{
    (void)state;
    const size_t SIZES[] = {0, 1, 2 * MIB - 1, 2 * MIB, 2 * MIB + 1, 5 * MIB};
    for (size_t i = 0; i < sizeof SIZES / sizeof SIZES[0]; i++) {
        uint8_t *room = sys_alloc_large(SIZES[i]);
        assert_true(room || SIZES[i] == 0);
        if (SIZES[i] > 0) {
            memset(room, 1, SIZES[i]);
        }
        free(room);
    }
}

static void aligned_room_is_aligned(void **state)
{
    (void)state;
    void *room[20];
    for (size_t i = 0; i < 20; i++) {
        size_t bytes = (i + 1) * SYS_ALIGNMENT;
        room[i] = sys_alloc_aligned(bytes);
        assert_non_null(room[i]);
        assert_int_equal((uintptr_t)room[i] % SYS_ALIGNMENT, 0);
        memset(room[i], 1, bytes);
    }
    for (size_t i = 0; i < 20; i++) {
        sys_free_aligned(room[i]);
    }
    sys_free_aligned(NULL);
}

static void a_text_in_memory_grows_as_it_is_written(void **state)
{
    (void)state;
    enum { LINES = 5000, LINE = 7 };
    char *text;
    size_t size;
    FILE *out = sys_open_text(&text, &size);
    assert_non_null(out);
    for (int i = 0; i < LINES; i++) {
        assert_int_equal(fprintf(out, "%06d\n", i), LINE);
        if (i == 2) {
            assert_true(sys_flush_text(out, &text, &size));
            assert_string_equal(text, "000000\n000001\n000002\n");
        }
    }
    assert_true(sys_close_text(out, &text, &size));
    assert_int_equal(size, LINES * LINE);
    assert_int_equal(strlen(text), size);
    assert_string_equal(text + size - LINE, "004999\n");
    free(text);
}

static void a_text_without_a_letter_is_empty(void **state)
{
    (void)state;
    char *text;
    size_t size;
    FILE *out = sys_open_text(&text, &size);
    assert_non_null(out);
    assert_true(sys_close_text(out, &text, &size));
    assert_int_equal(size, 0);
    assert_string_equal(text, "");
    free(text);
}

static void the_clock_goes_on_while_one_sleeps(void **state)
{
    (void)state;
    int64_t steady = sys_time_ns(SYS_STEADY), date = sys_time_ns(SYS_DATE);
    int64_t ran = sys_time_ns(SYS_THREAD);
    sys_sleep_ms(20);
    assert_true(sys_time_ns(SYS_STEADY) - steady >= 20 * 1000000);
    assert_true(sys_time_ns(SYS_THREAD) - ran < sys_time_ns(SYS_STEADY) - steady);
    assert_true(date > (int64_t)1600000000 * 1000000000);
}

static void there_is_a_processor(void **state)
{
    (void)state;
    assert_true(sys_processors() >= 1);
}

static void a_name_is_taken_from_what_had_it(void **state)
{
    Path from = scratch_path(*state, "from"), to = scratch_path(*state, "to");
    uint8_t *data;
    size_t size;
    Err err = {0};
    scratch_write(from.text, "new", 3);
    scratch_write(to.text, "older", 5);
    assert_true(sys_rename(from.text, to.text));
    assert_false(sys_is_there(from.text));
    assert_true(file_read(to.text, 100, &data, &size, &err));
    assert_int_equal(size, 3);
    assert_memory_equal(data, "new", 3);
    free(data);
}

/* As one that is locked is replaced. */
static void a_name_is_taken_from_what_is_open(void **state)
{
    Path from = scratch_path(*state, "from"), to = scratch_path(*state, "to");
    uint8_t *data;
    size_t size;
    char old[5];
    Err err = {0};
    scratch_write(from.text, "new", 3);
    scratch_write(to.text, "older", 5);
    int fd = sys_open(to.text, SYS_CHANGE);
    assert_true(sys_lock(fd, SYS_LOCK_ALONE));
    assert_true(sys_rename(from.text, to.text));
    assert_true(file_read(to.text, 100, &data, &size, &err));
    assert_int_equal(size, 3);
    free(data);
    assert_int_equal(sys_read(fd, old, sizeof old), 5);
    assert_memory_equal(old, "older", 5);
    sys_close(fd);
    assert_false(sys_is_there(scratch_path(*state, "to.before").text));
}

static void what_is_below_a_file_has_no_folder(void **state)
{
    Path file = scratch_path(*state, "file"), below = scratch_path(*state, "file/below");
    scratch_write(file.text, "", 0);
    assert_int_equal(sys_open(below.text, SYS_READ), -1);
    assert_int_equal(errno, ENOTDIR);
}

static void what_is_open_is_known(void **state)
{
    Path path = scratch_path(*state, "file");
    SysInfo info, there, folder;
    scratch_write(path.text, "12345", 5);
    int fd = sys_open(path.text, SYS_READ);
    assert_true(fd >= 0);
    assert_true(sys_info_of(fd, &info) && sys_info(path.text, &there));
    assert_true(info.is_file && info.is_mine && info.is_named && !info.is_folder);
    assert_int_equal(info.size, 5);
    assert_true(sys_is_same(&info, &there));
    assert_true(sys_info(((Path *)*state)->text, &folder));
    assert_true(folder.is_folder && !folder.is_file);
    assert_false(sys_is_same(&info, &folder));
    sys_close(fd);
    assert_true(sys_remove(path.text));
    assert_false(sys_info(path.text, &there));
    assert_int_equal(errno, ENOENT);
}

static void files_are_opened_as_it_is_said(void **state)
{
    Path path = scratch_path(*state, "file");
    char byte;
    assert_int_equal(sys_open(path.text, SYS_FOUND), -1);
    assert_int_equal(errno, ENOENT);
    int fd = sys_open(path.text, SYS_NEW);
    assert_true(fd >= 0 && sys_write(fd, "abc", 3));
    sys_close(fd);
    assert_int_equal(sys_open(path.text, SYS_NEW), -1);
    assert_int_equal(errno, EEXIST);
    fd = sys_open(path.text, SYS_APPEND);
    assert_true(fd >= 0 && sys_write(fd, "def", 3) && sys_cut(fd, 4));
    sys_close(fd);
    fd = sys_open(path.text, SYS_CHANGE);
    for (const char *at = "abcd"; *at; at++) {
        assert_int_equal(sys_read(fd, &byte, 1), 1);
        assert_int_equal(byte, *at);
    }
    assert_int_equal(sys_read(fd, &byte, 1), 0);
    sys_close(fd);
}

static void a_lock_keeps_others_out_until_it_is_closed(void **state)
{
    Path path = scratch_path(*state, "lock");
    int fd = sys_open(path.text, SYS_CHANGE), again = sys_open(path.text, SYS_CHANGE);
    assert_true(sys_lock(fd, SYS_LOCK_ALONE));
    assert_false(sys_lock(again, SYS_LOCK_SHARED));
    assert_int_equal(errno, EWOULDBLOCK);
    sys_close(fd);
    assert_true(sys_lock(again, SYS_LOCK_SHARED));
    fd = sys_open(path.text, SYS_CHANGE);
    assert_false(sys_lock(fd, SYS_LOCK_ALONE));
    assert_true(sys_lock(fd, SYS_LOCK_SHARED));
    sys_close(fd);
    sys_close(again);
}

static void what_is_locked_can_be_written_and_read(void **state)
{
    Path path = scratch_path(*state, "lock");
    uint8_t *data;
    size_t size;
    Err err = {0};
    int fd = sys_open(path.text, SYS_CHANGE), again = sys_open(path.text, SYS_APPEND);
    assert_true(sys_lock(fd, SYS_LOCK_ALONE));
    assert_true(sys_write(again, "abc", 3));
    assert_true(file_read(path.text, 100, &data, &size, &err));
    assert_int_equal(size, 3);
    free(data);
    sys_close(again);
    sys_close(fd);
}

static void a_folder_is_locked_alone(void **state)
{
    Path path = scratch_path(*state, "folder");
    assert_int_equal(sys_lock_folder(path.text), -1);
    assert_int_equal(errno, ENOENT);
    assert_true(sys_make_folder(path.text));
    int fd = sys_lock_folder(path.text);
    assert_true(fd >= 0);
    assert_int_equal(sys_lock_folder(path.text), -1);
    assert_int_equal(errno, EWOULDBLOCK);
    assert_true(sys_remove_folder(path.text));
    sys_close(fd);
    assert_false(sys_is_there(path.text));
}

static void all_names_in_a_folder_are_read(void **state)
{
    Path *folder = *state;
    bool seen[3] = {false};
    scratch_write(scratch_path(folder, "b0").text, "", 0);
    assert_true(sys_make_folder(scratch_path(folder, "b1").text));
    scratch_write(scratch_path(folder, "b2").text, "", 0);
    SysFolder *names = sys_folder_open(folder->text);
    assert_non_null(names);
    for (const char *name; (name = sys_folder_next(names));) {
        if (*name == 'b') {
            assert_true(name[1] >= '0' && name[1] <= '2' && name[2] == 0 && !seen[name[1] - '0']);
            seen[name[1] - '0'] = true;
        } else {
            assert_int_equal(*name, '.');
        }
    }
    sys_folder_close(names);
    assert_true(seen[0] && seen[1] && seen[2]);
    assert_null(sys_folder_open(scratch_path(folder, "none").text));
    assert_int_equal(errno, ENOENT);
    sys_folder_close(NULL);
}

static void a_real_path_begins_at_the_root(void **state)
{
    Path *folder = *state, file = scratch_path(folder, "file");
    scratch_write(file.text, "", 0);
    char *real = sys_real_path(file.text), *again = real ? sys_real_path(real) : NULL;
    assert_non_null(again);
    assert_string_equal(real, again);
    assert_true(sys_is_absolute(real));
    assert_false(sys_is_absolute("file"));
    assert_null(sys_real_path(scratch_path(folder, "none").text));
    free(real);
    free(again);
}

static void names_are_utf8(void **state)
{
    static const char NAME[] = "Zi\xc3\xb1\xe6\x95\xb0\xf0\x9f\x98\x80";
    Path *folder = *state, from = scratch_path(folder, "from"), to = scratch_path(folder, NAME);
    Err err = {0};
    bool seen = false;
    assert_true(file_save(from.text, "new", 3, &err));
    assert_true(sys_rename(from.text, to.text));
    SysFolder *names = sys_folder_open(folder->text);
    for (const char *name; (name = sys_folder_next(names));) {
        seen = seen || strcmp(name, NAME) == 0;
    }
    sys_folder_close(names);
    assert_true(seen);
    assert_true(file_save(to.text, "newer", 5, &err)); /* over what is there */
    char *real = sys_real_path(to.text);
    assert_non_null(real);
    assert_string_equal(path_name(real), NAME);
    free(real);
}

#define SCENE_TEST(test) cmocka_unit_test_setup_teardown(test, make_scene, free_scene)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_of_large_room_can_be_written),
        cmocka_unit_test(aligned_room_is_aligned),
        cmocka_unit_test(a_text_in_memory_grows_as_it_is_written),
        cmocka_unit_test(a_text_without_a_letter_is_empty),
        cmocka_unit_test(the_clock_goes_on_while_one_sleeps),
        cmocka_unit_test(there_is_a_processor),
        SCENE_TEST(a_name_is_taken_from_what_had_it),
        SCENE_TEST(a_name_is_taken_from_what_is_open),
        SCENE_TEST(what_is_below_a_file_has_no_folder),
        SCENE_TEST(what_is_open_is_known),
        SCENE_TEST(files_are_opened_as_it_is_said),
        SCENE_TEST(a_lock_keeps_others_out_until_it_is_closed),
        SCENE_TEST(what_is_locked_can_be_written_and_read),
        SCENE_TEST(a_folder_is_locked_alone),
        SCENE_TEST(all_names_in_a_folder_are_read),
        SCENE_TEST(a_real_path_begins_at_the_root),
        SCENE_TEST(names_are_utf8),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
