/* Pen digits as files for other programs, read back by what reads such files. */
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
#include "ink/export.h"
#include "place.h"
#include "train/idx.h"

static const char LINES[] = "7 me 0,0 500,0;200,1000\n1 me 0,0 0,1000\n0 me 3,4\n";

enum { DIGITS = 3 };

static void make(Digits *digits)
{
    Err err;
    *digits = (Digits){0};
    assert_true(digits_parse(digits, LINES, sizeof LINES - 1, "lines", &err));
}

static void input(const Digits *digits, int i, Sheet *sheet)
{
    Err err;
    assert_true(digits_input(digits, i, PREPARATION_FITTED, sheet, &err));
    assert_false(raster_is_blank(sheet));
}

static void idx_files_are_read_back_as_mnist_is(void **state)
{
    Place *place = *state;
    Path prefix = scratch_path(&place->folder, "my");
    Path images = scratch_path(&place->folder, "my-images-idx3-ubyte");
    Path labels = scratch_path(&place->folder, "my-labels-idx1-ubyte");
    Digits digits;
    Dataset data;
    make(&digits);
    assert_true(export_idx(&digits, prefix.text, &place->err));
    assert_true(idx_load(&data, images.text, labels.text, NULL, &place->err));
    assert_int_equal(data.images, DIGITS);
    for (int i = 0; i < DIGITS; i++) {
        uint8_t level[NET_INPUTS];
        Sheet sheet;
        input(&digits, i, &sheet);
        dataset_levels(&data, i, level);
        assert_memory_equal(level, sheet.cell, SHEET_CELLS);
        assert_int_equal(data.label[i], digits.digit[i].label);
    }
    dataset_free(&data);
    digits_free(&digits);
}

static void a_csv_has_the_columns_of_kaggle(void **state)
{
    Place *place = *state;
    Digits digits;
    uint8_t *text;
    size_t size;
    make(&digits);
    assert_true(export_csv(&digits, place->file.text, &place->err));
    assert_true(file_read(place->file.text, 100000, &text, &size, &place->err));
    char *at = (char *)text;
    assert_int_equal(strncmp(at, "label,pixel0,pixel1,", 20), 0);
    at = strchr(at, '\n');
    assert_int_equal(strncmp(at - 9, ",pixel783", 9), 0);
    for (int i = 0; i < DIGITS; i++) {
        Sheet sheet;
        input(&digits, i, &sheet);
        assert_int_equal(strtol(at + 1, &at, 10), digits.digit[i].label);
        for (int cell = 0; cell < SHEET_CELLS; cell++) {
            assert_int_equal(*at, ',');
            assert_int_equal(strtol(at + 1, &at, 10), sheet.cell[cell]);
        }
        assert_int_equal(*at, '\n');
    }
    assert_int_equal(at + 1 - (char *)text, size);
    free(text);
    digits_free(&digits);
}

static void strokes_are_saved_as_they_were_read(void **state)
{
    Place *place = *state;
    Digits digits;
    uint8_t *text;
    size_t size;
    make(&digits);
    assert_true(export_strokes(&digits, place->file.text, &place->err));
    assert_true(file_read(place->file.text, 100000, &text, &size, &place->err));
    assert_string_equal(text, LINES);
    free(text);
    digits_free(&digits);
}

static void no_digits_are_not_exported(void **state)
{
    Place *place = *state;
    const Digits none = {0};
    const char *path = place->file.text;
    assert_false(export_idx(&none, path, &place->err));
    assert_non_null(strstr(place->err.text, "no digits"));
    assert_false(export_csv(&none, path, &place->err));
    assert_non_null(strstr(place->err.text, "no digits"));
    assert_false(export_strokes(&none, path, &place->err));
    assert_non_null(strstr(place->err.text, "no digits"));
    assert_false(path_exists(path));
}

static void a_file_that_cannot_be_saved_is_named(void **state)
{
    Place *place = *state;
    Path lost = scratch_path(&place->folder, "missing/file");
    char longest[PATH_TEXT_MAX];
    Digits digits;
    make(&digits);
    assert_false(export_idx(&digits, lost.text, &place->err));
    assert_non_null(strstr(place->err.text, "missing/file-images-idx3-ubyte"));
    assert_false(export_csv(&digits, lost.text, &place->err));
    assert_non_null(strstr(place->err.text, "missing/file"));
    assert_false(export_strokes(&digits, lost.text, &place->err));
    assert_non_null(strstr(place->err.text, "missing/file"));
    memset(longest, 'x', sizeof longest - 1);
    longest[sizeof longest - 1] = 0;
    assert_false(export_idx(&digits, longest, &place->err));
    assert_non_null(strstr(place->err.text, "too long"));
    digits_free(&digits);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLACE_TEST(idx_files_are_read_back_as_mnist_is),
        PLACE_TEST(a_csv_has_the_columns_of_kaggle),
        PLACE_TEST(strokes_are_saved_as_they_were_read),
        PLACE_TEST(no_digits_are_not_exported),
        PLACE_TEST(a_file_that_cannot_be_saved_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
