/* Files read with a bound, and saved or lengthened whole or not at all. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <dirent.h>
#include <sys/stat.h>

#include "base/file.h"
#include "scratch.h"
#include "scratch_disk.h"

static const char OLD[] = "the old contents";
static const char NEW[] = "something new, and longer than that";

enum { NOBODY = 65534 };

static int make_folder(void **state)
{
    Path *folder = malloc(sizeof *folder);
    assert_non_null(folder);
    scratch_make(folder);
    *state = folder;
    return 0;
}

static int free_folder(void **state)
{
    scratch_free(*state);
    free(*state);
    return 0;
}

/* Entries of a folder, "." and ".." apart. */
static int entries(const char *folder)
{
    int count = -2;
    DIR *list = opendir(folder);
    assert_non_null(list);
    while (readdir(list)) {
        count++;
    }
    closedir(list);
    return count;
}

static void check_contents(const char *path, const char *contents)
{
    uint8_t *data;
    size_t size;
    Err err = {0};
    if (!file_read(path, 1000, &data, &size, &err)) {
        fail_msg("%s", err.text);
    }
    assert_int_equal(size, strlen(contents));
    assert_string_equal(data, contents);
    free(data);
}

static void check_unread(const char *path, size_t max, ErrCode code, const char *words)
{
    uint8_t none, *data = &none;
    size_t size = 1;
    Err err = {0};
    assert_false(file_read(path, max, &data, &size, &err));
    assert_null(data);
    assert_int_equal(size, 0);
    assert_non_null(strstr(err.text, path));
    assert_non_null(strstr(err.text, words));
    assert_int_equal(err.code, code);
}

static void check_saves(const char *path, const char *contents)
{
    Err err = {0};
    if (!file_save(path, contents, strlen(contents), &err)) {
        fail_msg("%s", err.text);
    }
    check_contents(path, contents);
}

static void check_unsaved(const char *path, ErrCode code, const char *words)
{
    Err err = {0};
    assert_false(file_save(path, NEW, strlen(NEW), &err));
    assert_non_null(strstr(err.text, path));
    assert_non_null(strstr(err.text, words));
    assert_int_equal(err.code, code);
}

static void a_file_is_read_whole_with_a_zero_behind_it(void **state)
{
    const uint8_t bytes[] = {1, 0, 2, 255};
    Path path = scratch_path(*state, "file");
    uint8_t *data;
    size_t size;
    Err err;
    scratch_write(path.text, bytes, sizeof bytes);
    assert_true(file_read(path.text, 1000, &data, &size, &err));
    assert_int_equal(size, sizeof bytes);
    assert_memory_equal(data, bytes, sizeof bytes);
    assert_int_equal(data[size], 0);
    free(data);
}

static void an_empty_file_is_read_as_nothing(void **state)
{
    Path path = scratch_path(*state, "empty");
    scratch_write(path.text, "", 0);
    check_contents(path.text, "");
}

static void a_file_may_be_as_large_as_the_bound_and_not_larger(void **state)
{
    Path path = scratch_path(*state, "file");
    uint8_t *data;
    size_t size;
    Err err;
    scratch_write(path.text, "12345", 5);
    assert_true(file_read(path.text, 5, &data, &size, &err));
    assert_int_equal(size, 5);
    free(data);
    check_unread(path.text, 4, ERR_FOREIGN, "too large: 5 bytes, at most 4");
}

static void what_is_no_file_is_not_read(void **state)
{
    Path pipe = scratch_path(*state, "pipe");
    assert_int_equal(mkfifo(pipe.text, 0600), 0);
    check_unread(scratch_path(*state, "missing").text, 1000, ERR_MISSING, "No such file");
    check_unread(((const Path *)*state)->text, 1000, ERR_FOREIGN, "not a file");
    check_unread(pipe.text, 1000, ERR_FOREIGN, "not a file"); /* nor waited for */
    check_unread("/dev/zero", 1000, ERR_FOREIGN, "not a file");
}

static void a_save_makes_a_file_and_nothing_beside_it(void **state)
{
    const Path *folder = *state;
    check_saves(scratch_path(folder, "file").text, NEW);
    assert_int_equal(entries(folder->text), 1);
    check_saves(scratch_path(folder, "file").text, "");
    assert_int_equal(entries(folder->text), 1);
}

static void a_save_replaces_a_file_as_a_whole(void **state)
{
    const Path *folder = *state;
    Path path = scratch_path(folder, "file");
    scratch_write(path.text, OLD, strlen(OLD));
    FILE *reader = fopen(path.text, "rb"); /* somebody has the old one open */
    assert_non_null(reader);
    check_saves(path.text, NEW);
    char read[sizeof OLD] = "";
    assert_int_equal(fread(read, 1, sizeof read, reader), strlen(OLD));
    assert_string_equal(read, OLD);
    fclose(reader);
    assert_int_equal(entries(folder->text), 1);
}

static void a_disk_that_is_full_leaves_the_old_file_whole(void **state)
{
    const Path *folder = *state;
    Path path = scratch_path(folder, "file");
    Err err = {0};
    scratch_write(path.text, OLD, strlen(OLD));
    struct rlimit kept = scratch_fill_disk(sizeof NEW / 2);
    bool saved = file_save(path.text, NEW, strlen(NEW), &err);
    scratch_free_disk(kept);
    assert_false(saved);
    assert_non_null(strstr(err.text, path.text));
    check_contents(path.text, OLD);
    assert_int_equal(entries(folder->text), 1);
}

/* The superuser may write everywhere, so the test gives that up for a moment. */
static void a_folder_that_cannot_be_written_keeps_its_file(void **state)
{
    const Path *folder = *state;
    Path path = scratch_path(folder, "file");
    bool root = geteuid() == 0;
    scratch_write(path.text, OLD, strlen(OLD));
    assert_int_equal(chmod(folder->text, 0555), 0);
    if (root && seteuid(NOBODY) != 0) {
        print_message("The superuser cannot become somebody else here.\n");
        skip();
    }
    Err err = {0};
    bool saved = file_save(path.text, NEW, strlen(NEW), &err);
    if (root) {
        assert_int_equal(seteuid(0), 0);
    }
    assert_int_equal(chmod(folder->text, 0755), 0);
    assert_false(saved);
    assert_non_null(strstr(err.text, "Permission denied"));
    assert_int_equal(err.code, ERR_DENIED);
    check_contents(path.text, OLD);
    assert_int_equal(entries(folder->text), 1);
}

static void a_save_needs_a_folder_and_a_name_that_is_free(void **state)
{
    const Path *folder = *state;
    Path inner = scratch_path(folder, "inner"), pipe = scratch_path(folder, "pipe");
    Path lost = scratch_path(folder, "missing/file");
    assert_int_equal(mkdir(inner.text, 0755), 0);
    assert_int_equal(mkfifo(pipe.text, 0600), 0);
    check_unsaved(lost.text, ERR_MISSING, "No such file or directory");
    check_unsaved(inner.text, ERR_FOREIGN, "is not a file");
    check_unsaved(pipe.text, ERR_FOREIGN, "is not a file");
    struct stat info;
    assert_true(stat(pipe.text, &info) == 0 && S_ISFIFO(info.st_mode));
    assert_true(path_is_folder(inner.text));
    assert_int_equal(entries(folder->text), 2);
}

static void a_name_that_is_too_long_is_refused(void **state)
{
    (void)state;
    char name[PATH_TEXT_MAX + 10];
    Err err = {0};
    memset(name, 'x', sizeof name - 1);
    name[sizeof name - 1] = 0;
    assert_false(file_save(name, NEW, sizeof NEW, &err));
    assert_int_equal(strncmp(err.text, "xxx", 3), 0);
    assert_non_null(strstr(err.text, "too long"));
    assert_int_equal(err.code, ERR_VALUE);
}

static void a_save_through_a_link_reaches_the_file_and_keeps_the_link(void **state)
{
    const Path *folder = *state;
    Path inner = scratch_path(folder, "inner"), file = scratch_path(folder, "inner/file");
    Path link = scratch_path(folder, "link");
    struct stat info;
    assert_int_equal(mkdir(inner.text, 0755), 0);
    scratch_write(file.text, OLD, strlen(OLD));
    assert_int_equal(symlink("inner/file", link.text), 0);
    check_saves(link.text, NEW);
    check_contents(file.text, NEW);
    assert_true(lstat(link.text, &info) == 0 && S_ISLNK(info.st_mode));
    assert_int_equal(entries(folder->text), 2);
    assert_int_equal(entries(inner.text), 1);
}

static void a_save_keeps_the_rights_of_a_file(void **state)
{
    Path path = scratch_path(*state, "file");
    struct stat info;
    scratch_write(path.text, OLD, strlen(OLD));
    assert_int_equal(chmod(path.text, 0640), 0);
    check_saves(path.text, NEW);
    assert_int_equal(stat(path.text, &info), 0);
    assert_int_equal(info.st_mode & 07777, 0640);
}

static void a_new_file_has_the_rights_that_the_umask_leaves(void **state)
{
    Path path = scratch_path(*state, "file");
    struct stat info;
    mode_t kept = umask(027);
    check_saves(path.text, NEW);
    assert_int_equal(umask(kept), 027); /* and the umask is as it was */
    assert_int_equal(stat(path.text, &info), 0);
    assert_int_equal(info.st_mode & 07777, 0640);
}

static void bytes_are_added_at_the_end_of_a_file_or_of_a_new_one(void **state)
{
    Path path = scratch_path(*state, "file");
    Err err;
    assert_true(file_append(path.text, "one, ", 5, &err));
    check_contents(path.text, "one, ");
    assert_true(file_append(path.text, "two", 3, &err));
    check_contents(path.text, "one, two");
}

static void a_disk_that_is_full_takes_no_part_of_an_addition(void **state)
{
    Path path = scratch_path(*state, "file");
    Err err = {0};
    scratch_write(path.text, OLD, strlen(OLD));
    for (rlim_t room = 0; room < strlen(NEW); room++) {
        struct rlimit kept = scratch_fill_disk(strlen(OLD) + room);
        bool added = file_append(path.text, NEW, strlen(NEW), &err);
        scratch_free_disk(kept);
        assert_false(added);
        assert_int_equal(err.code, ERR_NO_ROOM);
        assert_non_null(strstr(err.text, path.text));
        check_contents(path.text, OLD);
    }
}

static void nothing_is_added_to_what_is_no_file(void **state)
{
    const Path *folder = *state;
    Path pipe = scratch_path(folder, "pipe");
    Err err = {0};
    assert_int_equal(mkfifo(pipe.text, 0600), 0);
    assert_false(file_append(folder->text, NEW, strlen(NEW), &err));
    assert_non_null(strstr(err.text, "Is a directory"));
    assert_false(file_append(pipe.text, NEW, strlen(NEW), &err)); /* nor waited for */
    assert_false(file_append("/dev/null", NEW, strlen(NEW), &err));
    assert_non_null(strstr(err.text, "is not a file"));
    assert_int_equal(err.code, ERR_FOREIGN);
    assert_false(file_append(scratch_path(folder, "missing/file").text, NEW, strlen(NEW), &err));
    assert_non_null(strstr(err.text, "No such file or directory"));
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, make_folder, free_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(a_file_is_read_whole_with_a_zero_behind_it),
        IN_FOLDER(an_empty_file_is_read_as_nothing),
        IN_FOLDER(a_file_may_be_as_large_as_the_bound_and_not_larger),
        IN_FOLDER(what_is_no_file_is_not_read),
        IN_FOLDER(a_save_makes_a_file_and_nothing_beside_it),
        IN_FOLDER(a_save_replaces_a_file_as_a_whole),
        IN_FOLDER(a_disk_that_is_full_leaves_the_old_file_whole),
        IN_FOLDER(a_folder_that_cannot_be_written_keeps_its_file),
        IN_FOLDER(a_save_needs_a_folder_and_a_name_that_is_free),
        cmocka_unit_test(a_name_that_is_too_long_is_refused),
        IN_FOLDER(a_save_through_a_link_reaches_the_file_and_keeps_the_link),
        IN_FOLDER(a_save_keeps_the_rights_of_a_file),
        IN_FOLDER(a_new_file_has_the_rights_that_the_umask_leaves),
        IN_FOLDER(bytes_are_added_at_the_end_of_a_file_or_of_a_new_one),
        IN_FOLDER(a_disk_that_is_full_takes_no_part_of_an_addition),
        IN_FOLDER(nothing_is_added_to_what_is_no_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
