/* A failure as one sentence. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <errno.h>
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

static void a_sentence_is_one_line_whatever_a_name_has(void **state)
{
    (void)state;
    Err err;
    err_set(&err, "%s is no file.", "a\nb\t\x1b[31m\x7fé");
    assert_string_equal(err.text, "a?b??[31m?é is no file.");
}

static void what_the_system_refuses_has_a_reason_and_what_helps(void **state)
{
    (void)state;
    Err err;
    assert_false(err_unsaved(&err, "a", ENOSPC));
    assert_string_equal(err.text, "a cannot be saved: No space left on device; make room on that "
                                  "disk, or choose another one.");
    assert_false(err_unopened(&err, "a", EACCES));
    assert_string_equal(err.text, "a cannot be opened: Permission denied; allow reading it.");
    assert_false(err_unmade(&err, "a", ENOTDIR));
    assert_string_equal(err.text, "The folder a cannot be made: Not a directory; make its folder "
                                  "first, or choose another one.");
}

static void a_sentence_has_the_code_that_it_was_given(void **state)
{
    (void)state;
    Err err = {0};
    assert_false(err_set_code(&err, ERR_NEWER, "%s is of version %d.", "a", 2));
    assert_int_equal(err.code, ERR_NEWER);
    assert_string_equal(err.text, "a is of version 2.");
    assert_false(err_set(&err, "It is as it is."));
    assert_int_equal(err.code, ERR_OTHER);
}

static void what_the_system_refuses_has_the_code_of_what_can_be_done(void **state)
{
    (void)state;
    static const struct {
        int reason;
        ErrCode code;
    } KNOWN[] = {{ENOENT, ERR_MISSING},   {ENOTDIR, ERR_MISSING},  {EACCES, ERR_DENIED},
                 {EPERM, ERR_DENIED},     {EROFS, ERR_DENIED},     {ENOSPC, ERR_NO_ROOM},
#ifdef EDQUOT
                 {EDQUOT, ERR_NO_ROOM},
#endif
                 {EFBIG, ERR_NO_ROOM},    {ENOMEM, ERR_NO_MEMORY}, {EMFILE, ERR_NO_MEMORY},
                 {ENFILE, ERR_NO_MEMORY}, {EAGAIN, ERR_NO_MEMORY}, {ENAMETOOLONG, ERR_VALUE},
                 {EIO, ERR_OTHER}};
    for (size_t i = 0; i < sizeof KNOWN / sizeof *KNOWN; i++) {
        Err saved = {0}, opened = {0}, made = {0};
        assert_int_equal(err_code_of(KNOWN[i].reason), KNOWN[i].code);
        err_unsaved(&saved, "a", KNOWN[i].reason);
        err_unopened(&opened, "a", KNOWN[i].reason);
        err_unmade(&made, "a", KNOWN[i].reason);
        assert_int_equal(saved.code, KNOWN[i].code);
        assert_int_equal(opened.code, KNOWN[i].code);
        assert_int_equal(made.code, KNOWN[i].code);
    }
}

static void a_long_path_leaves_room_for_the_reason(void **state)
{
    (void)state;
    char path[4000];
    Err err;
    memset(path, 'x', sizeof path - 1);
    memcpy(path + sizeof path - 5, "/end", 5);
    err_unsaved(&err, path, EROFS);
    assert_ptr_equal(strstr(err.text, "...xx"), err.text);
    assert_non_null(strstr(err.text, "xx/end cannot be saved: Read-only file system; allow"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sentence_is_written_as_printf_does),
        cmocka_unit_test(a_new_sentence_takes_the_place_of_the_old_one),
        cmocka_unit_test(a_sentence_that_is_too_long_is_cut_and_ended),
        cmocka_unit_test(a_sentence_is_one_line_whatever_a_name_has),
        cmocka_unit_test(what_the_system_refuses_has_a_reason_and_what_helps),
        cmocka_unit_test(a_sentence_has_the_code_that_it_was_given),
        cmocka_unit_test(what_the_system_refuses_has_the_code_of_what_can_be_done),
        cmocka_unit_test(a_long_path_leaves_room_for_the_reason),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
