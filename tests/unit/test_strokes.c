/* The reader of pen strokes. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "cli/strokes.h"
#include "place.h"

static const char GOOD[] = "7 site/a.dat 0,0 500,0;200,1000\n0 b 3,4\n";

static bool load_text(Place *place, PenDigits *pen, const char *text, size_t size)
{
    Err err;
    assert_true(file_save(place->file.text, text, size, &err));
    return strokes_load(pen, place->file.text, &place->err);
}

static void check_good(const PenDigits *pen)
{
    assert_int_equal(pen->digits, 2);
    assert_int_equal(pen->strokes, 3);
    assert_int_equal(pen->points, 4);
    assert_int_equal(pen->digit[0].label, 7);
    assert_int_equal(pen->digit[0].count, 2);
    assert_int_equal(pen->digit[1].label, 0);
    assert_int_equal(pen->digit[1].first, 2);
    assert_int_equal(pen->stroke[0].count, 2);
    assert_int_equal(pen->stroke[2].first, 3);
    assert_int_equal(pen->point[2].x, 200);
    assert_int_equal(pen->point[2].y, 1000);
    assert_int_equal(pen->point[3].y, 4);
}

static void plain_files_are_read(void **state)
{
    PenDigits pen;
    assert_true(load_text(*state, &pen, GOOD, sizeof GOOD - 1));
    check_good(&pen);
    strokes_free(&pen);
    assert_null(pen.point);
}

static void the_last_line_feed_may_be_missing(void **state)
{
    PenDigits pen;
    assert_true(load_text(*state, &pen, GOOD, sizeof GOOD - 2));
    check_good(&pen);
    strokes_free(&pen);
}

static void gzip_files_are_read(void **state)
{
    Place *place = *state;
    PenDigits pen;
    scratch_pack(place->file.text, GOOD, sizeof GOOD - 1);
    assert_true(strokes_load(&pen, place->file.text, &place->err));
    check_good(&pen);
    strokes_free(&pen);
    scratch_pack(place->file.text, GOOD, sizeof GOOD - 2); /* the last line feed is missing */
    assert_true(strokes_load(&pen, place->file.text, &place->err));
    check_good(&pen);
    strokes_free(&pen);
}

static void files_of_many_lines_are_read(void **state)
{
    enum { LINES = 20000 };
    const char line[] = "5 s 1,2 3,4\n";
    char *text = malloc(LINES * sizeof line);
    for (int i = 0; i < LINES; i++) {
        memcpy(text + (size_t)i * (sizeof line - 1), line, sizeof line);
    }
    PenDigits pen;
    assert_true(load_text(*state, &pen, text, LINES * (sizeof line - 1)));
    assert_int_equal(pen.digits, LINES);
    assert_int_equal(pen.point[2 * LINES - 1].y, 4);
    strokes_free(&pen);
    free(text);
}

static void a_cut_gzip_file_is_refused(void **state)
{
    Place *place = *state;
    uint8_t *data;
    size_t size;
    scratch_pack(place->file.text, GOOD, sizeof GOOD - 1);
    assert_true(file_read(place->file.text, 1000, &data, &size, &place->err));
    for (size_t kept = 2; kept < size; kept++) {
        PenDigits pen;
        assert_false(load_text(place, &pen, (char *)data, kept));
        assert_non_null(strstr(place->err.text, place->file.text));
        assert_null(pen.digit);
    }
    free(data);
}

static void a_damaged_line_is_named(void **state)
{
    Place *place = *state;
    const char *const line[] = {
        "",          "x s 1,2",       "10 s 1,2",     "1",
        "1 ",        "1 s",           "1 s ",         "1  1,2",
        "1 s 1",     "1 s 1,",        "1 s 1,2 ",     "1 s 1,2;",
        "1 s ;1,2",  "1 s 1,2;;3,4",  "1 s 1,2  3,4", "1 s -1,2",
        "1 s 1.5,2", "1 s 1001,2",    "1 s 1,99999",  "1 s 1,2\r",
        "1 s 1,2,3", "1 s 1,2 3,4 x",
    };
    for (size_t i = 0; i < sizeof line / sizeof *line; i++) {
        char text[100];
        snprintf(text, sizeof text, "%s%s\n", GOOD, line[i]);
        PenDigits pen;
        assert_false(load_text(place, &pen, text, strlen(text)));
        assert_non_null(strstr(place->err.text, "in line 3: "));
        assert_non_null(strstr(place->err.text, place->file.text));
        assert_null(pen.digit);
    }
}

static void bytes_of_zero_are_refused(void **state)
{
    PenDigits pen;
    assert_false(load_text(*state, &pen, "1 s 1,2\0 3,4\n", 13));
}

static void empty_and_missing_files_are_refused(void **state)
{
    Place *place = *state;
    PenDigits pen;
    assert_false(load_text(place, &pen, "", 0));
    assert_non_null(strstr(place->err.text, "no digits"));
    assert_false(strokes_load(&pen, "/nowhere/at/all", &place->err));
    assert_non_null(strstr(place->err.text, "No such file"));
    assert_false(strokes_load(&pen, "/tmp", &place->err));
    assert_non_null(strstr(place->err.text, "is not a file"));
}

static void a_file_that_unpacks_to_too_much_is_refused(void **state)
{
    Place *place = *state;
    enum { SIZE = STROKES_MAX_BYTES + 1 };
    char *text = malloc(SIZE);
    assert_non_null(text);
    memset(text, '\n', SIZE);
    scratch_pack(place->file.text, text, SIZE);
    free(text);
    PenDigits pen;
    assert_false(strokes_load(&pen, place->file.text, &place->err));
    assert_non_null(strstr(place->err.text, "unpacks to more than 67108864 bytes"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLACE_TEST(plain_files_are_read),
        PLACE_TEST(the_last_line_feed_may_be_missing),
        PLACE_TEST(gzip_files_are_read),
        PLACE_TEST(files_of_many_lines_are_read),
        PLACE_TEST(a_cut_gzip_file_is_refused),
        PLACE_TEST(a_damaged_line_is_named),
        PLACE_TEST(bytes_of_zero_are_refused),
        PLACE_TEST(empty_and_missing_files_are_refused),
        PLACE_TEST(a_file_that_unpacks_to_too_much_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
