/* A failure as one sentence. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <string.h>

#include "base/err.h"

static void a_sentence_is_written_as_printf_does(void **state)
{
    (void)state;
    Err err;
    assert_false(err_set(&err, "%s has %d pixels.", "a.png", 7));
    assert_string_equal(err.text, "a.png has 7 pixels.");
}

static void a_new_sentence_takes_the_place_of_the_old_one(void **state)
{
    (void)state;
    Err err;
    err_set(&err, "This is a long sentence.");
    err_set(&err, "Short.");
    assert_string_equal(err.text, "Short.");
}

static void a_sentence_that_is_too_long_is_cut_and_ended(void **state)
{
    (void)state;
    struct {
        Err err;
        char behind;
    } room;
    char text[ERR_TEXT_MAX + 10];
    memset(text, 'x', sizeof text - 1);
    text[sizeof text - 1] = 0;
    room.behind = '!';
    assert_false(err_set(&room.err, "%s", text));
    assert_int_equal(strlen(room.err.text), ERR_TEXT_MAX - 1);
    assert_int_equal(room.behind, '!');
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sentence_is_written_as_printf_does),
        cmocka_unit_test(a_new_sentence_takes_the_place_of_the_old_one),
        cmocka_unit_test(a_sentence_that_is_too_long_is_cut_and_ended),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
