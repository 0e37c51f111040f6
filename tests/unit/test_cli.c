/* What the commands share: files of pen digits, opened. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "cli/cli.h"
#include "place.h"

static const char GOOD[] = "7 site/a.dat 0,0 500,0;200,1000\n0 b 3,4\n";

static void check_good(Digits *digits)
{
    assert_int_equal(digits->digits, 2);
    assert_int_equal(digits->strokes, 3);
    assert_int_equal(digits->points, 4);
    assert_int_equal(digits->digit[0].label, 7);
    digits_free(digits);
}

static void plain_and_gzip_files_are_read(void **state)
{
    Place *place = *state;
    Digits digits;
    scratch_write(place->file.text, GOOD, sizeof GOOD - 1);
    assert_true(cli_load_digits(place->file.text, &digits, &place->err));
    check_good(&digits);
    scratch_pack(place->file.text, GOOD, sizeof GOOD - 2); /* the last line feed is missing */
    assert_true(cli_load_digits(place->file.text, &digits, &place->err));
    check_good(&digits);
}

static void a_cut_gzip_file_is_refused(void **state)
{
    Place *place = *state;
    uint8_t *data;
    size_t size;
    scratch_pack(place->file.text, GOOD, sizeof GOOD - 1);
    assert_true(file_read(place->file.text, 1000, &data, &size, &place->err));
    for (size_t kept = 2; kept < size; kept++) {
        Digits digits;
        scratch_write(place->file.text, data, kept);
        assert_false(cli_load_digits(place->file.text, &digits, &place->err));
        assert_non_null(strstr(place->err.text, place->file.text));
        assert_null(digits.digit);
    }
    free(data);
}

static void a_damaged_line_is_named(void **state)
{
    Place *place = *state;
    Digits digits;
    scratch_write(place->file.text, "1 s 1,2\n1 s 1001,2\n", 19);
    assert_false(cli_load_digits(place->file.text, &digits, &place->err));
    assert_ptr_equal(strstr(place->err.text, place->file.text), place->err.text);
    assert_non_null(strstr(place->err.text, " is damaged in line 2: "));
    assert_null(digits.digit);
}

static void empty_and_missing_files_are_refused(void **state)
{
    Place *place = *state;
    Digits digits;
    scratch_write(place->file.text, "", 0);
    assert_false(cli_load_digits(place->file.text, &digits, &place->err));
    assert_non_null(strstr(place->err.text, "no digits"));
    assert_false(cli_load_digits("/nowhere/at/all", &digits, &place->err));
    assert_non_null(strstr(place->err.text, "No such file"));
    assert_false(cli_load_digits("/tmp", &digits, &place->err));
    assert_non_null(strstr(place->err.text, "is not a file"));
}

static void a_file_that_unpacks_to_too_much_is_refused(void **state)
{
    Place *place = *state;
    enum { SIZE = DIGITS_MAX_BYTES + 1 };
    char *text = malloc(SIZE);
    assert_non_null(text);
    memset(text, '\n', SIZE);
    scratch_pack(place->file.text, text, SIZE);
    free(text);
    Digits digits;
    assert_false(cli_load_digits(place->file.text, &digits, &place->err));
    assert_non_null(strstr(place->err.text, "unpacks to more than 67108864 bytes"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLACE_TEST(plain_and_gzip_files_are_read),
        PLACE_TEST(a_cut_gzip_file_is_refused),
        PLACE_TEST(a_damaged_line_is_named),
        PLACE_TEST(empty_and_missing_files_are_refused),
        PLACE_TEST(a_file_that_unpacks_to_too_much_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
