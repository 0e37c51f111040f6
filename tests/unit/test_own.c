/* The user's own digits: added, relabelled, deleted, and all of it undone. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <sys/stat.h>

#include "own_fixture.h"

static void a_missing_file_is_an_empty_collection(void **state)
{
    Place *place = *state;
    Own own;
    fixture_load(place, &own);
    assert_int_equal(own.digits.digits, 0);
    assert_string_equal(own.notice.text, "");
    assert_false(own_can_undo(&own));
    assert_false(path_exists(place->file.text)); /* looking makes nothing */
    own_free(&own);
}

static void an_added_digit_is_in_the_file_at_once(void **state)
{
    Place *place = *state;
    struct stat first, second;
    Own own;
    fixture_load(place, &own);
    fixture_add(&own, 4, 10);
    fixture_check_file(&place->file, "4 me 0,0 1000,1000\n");
    assert_int_equal(stat(place->file.text, &first), 0);
    fixture_add(&own, 2, 5);
    fixture_check_file(&place->file, "4 me 0,0 1000,1000\n2 me 0,0 1000,500\n");
    assert_int_equal(stat(place->file.text, &second), 0);
    assert_int_equal(first.st_ino, second.st_ino); /* it grew, and was not written anew */
    fixture_check_labels(&own, "42");
    own_free(&own);
    assert_null(own.text);
}

static void the_folder_is_made_with_the_first_digit(void **state)
{
    Place *place = *state;
    Path path = scratch_path(&place->folder, "inkling/data/digits");
    Own own;
    assert_true(own_load(&own, path.text, NULL, &place->err));
    fixture_add(&own, 4, 10);
    fixture_check_labels(&own, "4");
    own_free(&own);
}

static void an_empty_sheet_is_not_added(void **state)
{
    Place *place = *state;
    Drawing drawing = {0};
    Own own;
    fixture_load(place, &own);
    assert_false(own_add(&own, 4, &drawing, &place->err));
    assert_non_null(strstr(place->err.text, "nothing on the sheet"));
    assert_false(path_exists(place->file.text));
    assert_false(own_can_undo(&own));
    own_free(&own);
}

static void digits_are_relabelled_and_deleted(void **state)
{
    Place *place = *state;
    Own own;
    fixture_load_text(place, &own, OWN_LINES);
    assert_true(fixture_relabel(&own, 1, 6, &place->err));
    fixture_check_file(&place->file, "7 me 0,0 500,0;200,1000\n6 me 3,4\n1 me 0,0 0,1000\n");
    fixture_check_labels(&own, "761");
    assert_true(fixture_delete(&own, 0, &place->err));
    fixture_check_file(&place->file, "6 me 3,4\n1 me 0,0 0,1000\n");
    fixture_check_labels(&own, "61");
    assert_true(fixture_delete(&own, 1, &place->err));
    assert_true(fixture_delete(&own, 0, &place->err));
    fixture_check_labels(&own, "");
    fixture_add(&own, 3, 1);
    fixture_check_labels(&own, "3");
    own_free(&own);
}

static void undo_takes_back_one_change_after_another(void **state)
{
    Place *place = *state;
    Own own;
    fixture_load_text(place, &own, OWN_LINES);
    fixture_add(&own, 5, 3);
    assert_true(fixture_delete(&own, 1, &place->err));
    assert_true(fixture_relabel(&own, 2, 8, &place->err));
    assert_true(fixture_delete(&own, 2, &place->err));
    fixture_check_labels(&own, "71");
    const char *const before[] = {"718", "715", "7015", "701"};
    for (int i = 0; i < 4; i++) {
        assert_true(own_can_undo(&own));
        assert_true(fixture_undo(&own, &place->err));
        fixture_check_labels(&own, before[i]);
    }
    assert_false(own_can_undo(&own));
    fixture_check_file(&place->file, OWN_LINES);
    own_free(&own);
}

static void a_hundred_changes_are_undone(void **state)
{
    Place *place = *state;
    Own own;
    fixture_load_text(place, &own, OWN_LINES);
    for (int i = 0; i < 110; i++) {
        assert_true(fixture_relabel(&own, i % 3, i % 10, &place->err));
    }
    while (own_can_undo(&own)) {
        assert_true(fixture_undo(&own, &place->err));
    }
    fixture_check_file(&place->file, OWN_LINES);
    own_free(&own);
}

static void a_damaged_line_is_passed_over_and_stays(void **state)
{
    Place *place = *state;
    Own own;
    fixture_load_text(place, &own, "7 me 0,0 9,9\n# mine!\n1 me 1,2 3\n2 me 0,0 1,1\n");
    fixture_check_labels(&own, "72");
    assert_non_null(strstr(own.notice.text, "Line 2 of "));
    assert_non_null(strstr(own.notice.text, place->file.text));
    assert_true(fixture_relabel(&own, 1, 3, &place->err));
    assert_true(fixture_delete(&own, 0, &place->err));
    fixture_add(&own, 4, 10);
    fixture_check_labels(&own, "34");
    fixture_check_file(&place->file, "# mine!\n1 me 1,2 3\n3 me 0,0 1,1\n4 me 0,0 1000,1000\n");
    assert_non_null(strstr(own.notice.text, "Line 1 of "));
    own_free(&own);
}

static void what_is_no_file_is_refused(void **state)
{
    Place *place = *state;
    Own own;
    assert_false(own_load(&own, place->folder.text, NULL, &place->err));
    assert_non_null(strstr(place->err.text, "is not a file"));
    assert_int_equal(place->err.code, ERR_FOREIGN);
    assert_null(own.text);
    scratch_write(place->file.text, "", 0);
    Path below = scratch_path(&place->folder, "file/digits");
    assert_false(own_load(&own, below.text, NULL, &place->err));
    assert_non_null(strstr(place->err.text, "Not a directory"));
}

static void ten_thousand_digits_are_kept(void **state)
{
    enum { DIGITS = 10000 };
    Place *place = *state;
    FILE *file = fopen(place->file.text, "wb");
    for (int i = 0; i < DIGITS; i++) {
        fprintf(file, "%d me", i % 10);
        for (int p = 0; p < 60; p++) {
            fprintf(file, " %d,%d", (i + p) % 1001, p * 16);
        }
        fprintf(file, "\n");
    }
    fclose(file);
    Own own;
    fixture_load(place, &own);
    assert_int_equal(own.digits.digits, DIGITS);
    for (int i = 0; i < 20; i++) {
        fixture_add(&own, 7, 3);
    }
    assert_true(fixture_relabel(&own, DIGITS / 2, 1, &place->err));
    assert_true(fixture_undo(&own, &place->err));
    assert_true(fixture_undo(&own, &place->err));
    assert_int_equal(own.digits.digits, DIGITS + 19);
    assert_int_equal(own.digits.digit[DIGITS / 2].label, 0);
    own_free(&own);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLACE_TEST(a_missing_file_is_an_empty_collection),
        PLACE_TEST(an_added_digit_is_in_the_file_at_once),
        PLACE_TEST(the_folder_is_made_with_the_first_digit),
        PLACE_TEST(an_empty_sheet_is_not_added),
        PLACE_TEST(digits_are_relabelled_and_deleted),
        PLACE_TEST(undo_takes_back_one_change_after_another),
        PLACE_TEST(a_hundred_changes_are_undone),
        PLACE_TEST(a_damaged_line_is_passed_over_and_stays),
        PLACE_TEST(what_is_no_file_is_refused),
        PLACE_TEST(ten_thousand_digits_are_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
