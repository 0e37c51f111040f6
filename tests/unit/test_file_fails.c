/* What fails while a file is saved: the old contents or the new are there, and the sentence is
 * true. */
#include "faults.h"
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>

#include "base/file.h"
#include "place.h"
#include "scratch_disk.h"

static const char OLD[] = "the old contents", NEW[] = "something new, and longer than that";

static int entries(const Path *folder)
{
    int count = -2; /* "." and ".." */
    DIR *list = opendir(folder->text);
    assert_non_null(list);
    while (readdir(list)) {
        count++;
    }
    closedir(list);
    return count;
}

static void check_contents(const Place *place, const char *contents)
{
    char read[1000];
    FILE *file = fopen(place->file.text, "rb");
    assert_non_null(file);
    read[fread(read, 1, sizeof read - 1, file)] = 0;
    fclose(file);
    assert_string_equal(read, contents);
}

static bool save(Place *place)
{
    bool ok = file_save(place->file.text, NEW, sizeof NEW - 1, &place->err);
    fault_clear();
    return ok;
}

static bool append(Place *place)
{
    bool ok = file_append(place->file.text, NEW, sizeof NEW - 1, &place->err);
    fault_clear();
    return ok;
}

static void check_says(const Place *place, const char *words)
{
    if (strncmp(place->err.text, place->file.text, strlen(place->file.text)) != 0 ||
        !strstr(place->err.text, words)) {
        fail_msg("\"%s\" does not say \"%s\"", place->err.text, words);
    }
}

static void begin(const Place *place)
{
    scratch_write(place->file.text, OLD, sizeof OLD - 1);
}

static void a_save_that_fails_leaves_the_old_file_and_nothing_beside_it(void **state)
{
    static const FaultCall CALL[] = {FAULT_WRITE, FAULT_FSYNC, FAULT_RENAME};
    Place *place = *state;
    begin(place);
    for (int i = 0; i < 3; i++) {
        fault_set(CALL[i], 1, EIO);
        assert_false(save(place));
        check_says(place, "cannot be saved: Input/output error; try again");
        check_contents(place, OLD);
        assert_int_equal(entries(&place->folder), 1);
    }
}

static void a_short_write_is_gone_on_with(void **state)
{
    Place *place = *state;
    begin(place);
    fault_set(FAULT_WRITE, 1, 0);
    assert_true(save(place));
    check_contents(place, NEW);
    begin(place);
    fault_set(FAULT_WRITE, 1, 0);
    assert_true(append(place));
    char both[100];
    snprintf(both, sizeof both, "%s%s", OLD, NEW);
    check_contents(place, both);
}

static void a_file_that_is_written_does_not_fail_when_it_is_closed(void **state)
{
    Place *place = *state;
    begin(place);
    for (int i = 1; i <= 3; i++) {
        fault_set(FAULT_CLOSE, i, EIO);
        assert_true(save(place));
        check_contents(place, NEW);
    }
}

static void a_folder_that_is_not_synced_is_said_to_be_so(void **state)
{
    Place *place = *state;
    begin(place);
    fault_set(FAULT_FSYNC, 2, EIO);
    assert_false(save(place));
    check_says(place, "is saved, but a power cut may undo it (Input/output error)");
    check_contents(place, NEW);
    fault_set(FAULT_FSYNC, 2, EINVAL); /* a file system that cannot do so */
    assert_true(save(place));
}

static void an_addition_that_fails_is_taken_back_without_a_word_of_a_cut_line(void **state)
{
    static const FaultCall CALL[] = {FAULT_WRITE, FAULT_FSYNC};
    Place *place = *state;
    begin(place);
    for (int i = 0; i < 2; i++) {
        fault_set(CALL[i], 1, EIO);
        assert_false(append(place));
        check_says(place, "cannot be saved: Input/output error");
        assert_null(strstr(place->err.text, "cut"));
        check_contents(place, OLD);
    }
    fault_set(FAULT_WRITE, 1, EIO); /* nothing was added, so there is nothing to take back */
    fault_set(FAULT_TRUNCATE, 1, EROFS);
    assert_false(append(place));
    check_says(place, "cannot be saved: Input/output error");
    assert_null(strstr(place->err.text, "cut"));
}

static void an_addition_to_a_new_file_is_taken_back_where_its_folder_is_not_synced(void **state)
{
    Place *place = *state;
    fault_set(FAULT_FSYNC, 2, EIO);
    assert_false(append(place));
    check_says(place, "cannot be saved: Input/output error");
    check_contents(place, "");
}

static void an_addition_that_stays_is_said_to_be_there(void **state)
{
    Place *place = *state;
    begin(place);
    fault_set(FAULT_FSYNC, 1, EIO);
    fault_set(FAULT_TRUNCATE, 1, EROFS);
    assert_false(append(place));
    check_says(place, "has what was added, but a power cut may undo it (Input/output error)");
}

/* Half is written, and nothing more, whatever is tried. */
static void an_addition_that_stays_in_part_is_said_to_be_cut_short(void **state)
{
    Place *place = *state;
    begin(place);
    struct rlimit kept = scratch_fill_disk(sizeof OLD - 1 + 5);
    fault_set(FAULT_TRUNCATE, 1, EROFS);
    bool added = append(place);
    scratch_free_disk(kept);
    assert_false(added);
    check_says(place, "cannot be saved, and its last line is cut short: File too large");
}

static void a_protected_file_is_neither_replaced_nor_added_to(void **state)
{
    Place *place = *state;
    begin(place);
    assert_int_equal(chmod(place->file.text, 0444), 0);
    assert_false(save(place));
    check_says(place, "is protected against writing; allow");
    assert_false(file_may_save(place->file.text, &place->err));
    check_says(place, "is protected against writing");
    assert_false(append(place));
    assert_int_equal(chmod(place->file.text, 0644), 0);
    check_contents(place, OLD);
    assert_true(file_may_save(place->file.text, &place->err));
    assert_true(save(place));
}

static void what_killed_saves_left_is_swept_and_nothing_else(void **state)
{
    static const char *const STAYS[] = {".other.inkling-abcde",  ".other.inkling-abcdefg",
                                        ".other.inkling-ABCDEF", "other.inkling-abcdef",
                                        ".inkling-abcdef",       ".held.inkling-abcdef"};
    enum { COUNT = sizeof STAYS / sizeof *STAYS };
    Place *place = *state;
    Path left = scratch_path(&place->folder, ".some name.inkling-abcdef");
    Path folder = scratch_path(&place->folder, ".folder.inkling-abcdef");
    Path link = scratch_path(&place->folder, ".link.inkling-abcdef");
    for (int i = 0; i < COUNT; i++) {
        scratch_write(scratch_path(&place->folder, STAYS[i]).text, OLD, sizeof OLD);
    }
    scratch_write(left.text, OLD, sizeof OLD);
    assert_int_equal(mkdir(folder.text, 0755), 0);
    assert_int_equal(symlink(STAYS[0], link.text), 0);
    int held = open(scratch_path(&place->folder, STAYS[COUNT - 1]).text, O_RDONLY | O_CLOEXEC);
    assert_true(held >= 0 && flock(held, LOCK_EX) == 0); /* another program is saving */
    assert_true(save(place));
    assert_false(path_exists(left.text));
    assert_int_equal(entries(&place->folder), COUNT + 3);
    close(held);
    assert_true(save(place));
    assert_int_equal(entries(&place->folder), COUNT + 2);
}

static void a_long_or_odd_name_is_saved(void **state)
{
    Place *place = *state;
    char name[256], odd[] = "line\nfeed \x01 % \xff \"'*?.png";
    for (int length = 195; length < 256; length += 12) {
        memset(name, 'x', sizeof name);
        memcpy(name + 197, "\xe2\x82\xac", 3); /* a letter of three bytes where it may be cut */
        name[length] = 0;
        place->file = scratch_path(&place->folder, name);
        assert_true(save(place));
        check_contents(place, NEW);
    }
    place->file = scratch_path(&place->folder, odd);
    assert_true(save(place));
    check_contents(place, NEW);
    assert_int_equal(chmod(place->file.text, 0444), 0);
    assert_false(save(place));
    assert_null(strchr(place->err.text, '\n'));
    assert_non_null(strstr(place->err.text, "line?feed ? % \xff \"'*?.png cannot be saved"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLACE_TEST(a_save_that_fails_leaves_the_old_file_and_nothing_beside_it),
        PLACE_TEST(a_short_write_is_gone_on_with),
        PLACE_TEST(a_file_that_is_written_does_not_fail_when_it_is_closed),
        PLACE_TEST(a_folder_that_is_not_synced_is_said_to_be_so),
        PLACE_TEST(an_addition_that_fails_is_taken_back_without_a_word_of_a_cut_line),
        PLACE_TEST(an_addition_to_a_new_file_is_taken_back_where_its_folder_is_not_synced),
        PLACE_TEST(an_addition_that_stays_is_said_to_be_there),
        PLACE_TEST(an_addition_that_stays_in_part_is_said_to_be_cut_short),
        PLACE_TEST(a_protected_file_is_neither_replaced_nor_added_to),
        PLACE_TEST(what_killed_saves_left_is_swept_and_nothing_else),
        PLACE_TEST(a_long_or_odd_name_is_saved),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
