/* No digit that was labelled is lost, whatever happens to the program, to the disk, or in another
 * window. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <signal.h>
#include <sys/wait.h>

#include "own_fixture.h"
#include "scratch_disk.h"

/* A crash in an addition leaves the file cut at any byte. */
static void a_file_cut_at_any_byte_keeps_every_whole_line(void **state)
{
    Place *place = *state;
    Path torn = scratch_path(&place->folder, "file.torn");
    for (size_t kept = 0; kept < sizeof OWN_LINES; kept++) {
        char text[sizeof OWN_LINES], wanted[sizeof OWN_LINES + 30], rest[sizeof OWN_LINES];
        snprintf(text, sizeof text, "%.*s", (int)kept, OWN_LINES);
        char *end = strrchr(text, '\n');
        end = end ? end + 1 : text;
        snprintf(rest, sizeof rest, "%s", end);
        *end = 0;
        snprintf(wanted, sizeof wanted, "%s9 me 0,0 1000,700\n", text);
        unlink(torn.text);
        Own own;
        scratch_write(place->file.text, OWN_LINES, kept);
        fixture_load(place, &own);
        assert_int_equal(own.size, strlen(text));
        assert_int_equal(own.notice.text[0] != 0, *rest != 0);
        fixture_add(&own, 9, 7);
        fixture_check_file(&place->file, wanted);
        assert_string_equal(own.notice.text, "");
        if (*rest) {
            fixture_check_file(&torn, rest);
        }
        assert_int_equal(path_exists(torn.text), *rest != 0);
        own_free(&own);
    }
}

static void a_full_disk_changes_nothing(void **state)
{
    Place *place = *state;
    Own own;
    fixture_load_text(place, &own, OWN_LINES);
    for (rlim_t room = 0; room < 19; room++) {
        struct rlimit kept = scratch_fill_disk(sizeof OWN_LINES - 1 + room);
        bool added = fixture_try_add(&own, 4, 10, &place->err);
        scratch_free_disk(kept);
        assert_false(added);
        assert_non_null(strstr(place->err.text, place->file.text));
        fixture_check_file(&place->file, OWN_LINES);
        fixture_check_labels(&own, "701");
    }
    struct rlimit kept = scratch_fill_disk(5);
    bool relabelled = fixture_relabel(&own, 0, 1, &place->err);
    bool deleted = fixture_delete(&own, 0, &place->err);
    scratch_free_disk(kept);
    assert_false(relabelled || deleted || own_can_undo(&own));
    fixture_check_file(&place->file, OWN_LINES);
    fixture_add(&own, 4, 10);
    fixture_check_labels(&own, "7014");
    own_free(&own);
}

static void an_undo_that_the_disk_refuses_can_be_tried_again(void **state)
{
    Place *place = *state;
    Own own;
    fixture_load_text(place, &own, OWN_LINES);
    assert_true(fixture_relabel(&own, 0, 1, &place->err));
    struct rlimit kept = scratch_fill_disk(5);
    bool undone = fixture_undo(&own, &place->err);
    scratch_free_disk(kept);
    assert_false(undone);
    assert_true(fixture_undo(&own, &place->err));
    fixture_check_file(&place->file, OWN_LINES);
    own_free(&own);
}

static void two_windows_do_not_lose_each_others_digits(void **state)
{
    Place *place = *state;
    Own a, b;
    fixture_load(place, &a);
    fixture_load(place, &b);
    fixture_add(&a, 1, 1);
    fixture_add(&b, 2, 2);
    fixture_add(&a, 3, 3);
    fixture_check_labels(&a, "123");
    assert_true(own_refresh(&b, &place->err));
    fixture_check_labels(&b, "123");
    assert_true(fixture_delete(&a, 0, &place->err));
    assert_true(
        fixture_relabel(&b, 2, 4, &place->err)); /* the digit that b has on show as the last */
    fixture_check_labels(&b, "24");
    assert_true(fixture_undo(&a, &place->err));
    fixture_check_labels(&a, "124");
    assert_true(fixture_undo(&b, &place->err));
    assert_true(fixture_undo(&b, &place->err)); /* b added the 2 */
    fixture_check_labels(&b, "13");
    own_free(&a);
    own_free(&b);
}

static void what_another_window_removed_is_not_changed(void **state)
{
    Place *place = *state;
    Own a, b;
    fixture_load_text(place, &a, OWN_LINES);
    fixture_add(&a, 4, 10);
    fixture_load(place, &b);
    assert_true(fixture_delete(&b, 3, &place->err));
    assert_false(fixture_relabel(&a, 3, 5, &place->err));
    assert_non_null(strstr(place->err.text, "no longer among yours"));
    fixture_check_labels(&a, "701");
    assert_false(fixture_undo(&a, &place->err));
    assert_false(own_can_undo(&a)); /* there is nothing left to undo */
    fixture_check_file(&place->file, OWN_LINES);
    own_free(&a);
    own_free(&b);
}

static void a_file_that_somebody_removed_is_begun_anew(void **state)
{
    Place *place = *state;
    Own own;
    fixture_load_text(place, &own, OWN_LINES);
    unlink(place->file.text);
    assert_true(own_refresh(&own, &place->err));
    assert_int_equal(own.digits.digits, 0);
    fixture_add(&own, 4, 10);
    fixture_check_labels(&own, "4");
    own_free(&own);
}

/* Adds digits for ever, and writes a byte to `told` after each. */
static void add_for_ever(const char *path, int told)
{
    Own own;
    Err err;
    bool ok = own_load(&own, path, NULL, &err);
    while (ok && fixture_try_add(&own, 4, 10, &err) && write(told, "", 1) == 1) {
    }
    _exit(1);
}

static void a_killed_program_loses_nothing_that_it_added(void **state)
{
    Place *place = *state;
    int told[2], added = 0;
    for (int round = 0; round < 5; round++) {
        assert_int_equal(pipe(told), 0);
        pid_t child = fork();
        if (child == 0) {
            add_for_ever(place->file.text, told[1]);
        }
        close(told[1]);
        char byte;
        for (int i = 0; i < 5 * round + 1; i++) {
            assert_int_equal(read(told[0], &byte, 1), 1);
            added++;
        }
        kill(child, SIGKILL);
        while (read(told[0], &byte, 1) == 1) {
            added++;
        }
        close(told[0]);
        assert_int_equal(waitpid(child, NULL, 0), child);
        Own own;
        fixture_load(place, &own);
        assert_in_range(own.digits.digits, added, added + round + 1);
        own_free(&own);
    }
}

static void two_programs_at_once_add_all_their_digits(void **state)
{
    enum { EACH = 15 };
    Place *place = *state;
    pid_t child = fork();
    Own own;
    fixture_load(place, &own);
    for (int i = 0; i < EACH; i++) {
        fixture_add(&own, child == 0 ? 1 : 2, i % 10);
        if (i % 5 == 4) { /* which replaces the file */
            assert_true(fixture_delete(&own, own.digits.digits / 2, &place->err));
            assert_true(fixture_undo(&own, &place->err));
        }
    }
    own_free(&own);
    if (child == 0) {
        _exit(0);
    }
    int status, count[10] = {0};
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    fixture_load(place, &own);
    for (int i = 0; i < own.digits.digits; i++) {
        count[own.digits.digit[i].label]++;
    }
    assert_int_equal(count[1], EACH);
    assert_int_equal(count[2], EACH);
    own_free(&own);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLACE_TEST(a_file_cut_at_any_byte_keeps_every_whole_line),
        PLACE_TEST(a_full_disk_changes_nothing),
        PLACE_TEST(an_undo_that_the_disk_refuses_can_be_tried_again),
        PLACE_TEST(two_windows_do_not_lose_each_others_digits),
        PLACE_TEST(what_another_window_removed_is_not_changed),
        PLACE_TEST(a_file_that_somebody_removed_is_begun_anew),
        PLACE_TEST(a_killed_program_loses_nothing_that_it_added),
        PLACE_TEST(two_programs_at_once_add_all_their_digits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
