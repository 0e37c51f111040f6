/* What the lab has to tell: which sentence is told where there are several. */
#include "lab/news.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

static void the_last_sentence_is_told(void **state)
{
    (void)state;
    News news = {0};
    news_fail(&news, OFFER_GET_MNIST, "first");
    news_say(&news, OFFER_TRAIN, "second");
    assert_true(news.due && news.shown);
    assert_false(news.bad || news.minor);
    assert_string_equal(news.text, "second");
    assert_int_equal(news.offer, OFFER_TRAIN);
}

static void what_is_mentioned_gives_way(void **state)
{
    (void)state;
    News news = {0};
    news_mention(&news, false, OFFER_NONE, "by the way");
    assert_true(news.due && news.minor);
    news_mention(&news, true, OFFER_NONE, "and that");
    assert_string_equal(news.text, "by the way");
    news_fail(&news, OFFER_NONE, "failed");
    news_mention(&news, false, OFFER_NONE, "by the way");
    assert_string_equal(news.text, "failed");
    assert_false(news.minor);
}

static void what_is_mentioned_has_the_room_that_was_made(void **state)
{
    (void)state;
    News news = {0};
    news_clear(&news);
    assert_true(news.due);
    news_mention(&news, false, OFFER_NONE, "by the way");
    assert_string_equal(news.text, "by the way");
    assert_false(news.minor); /* it takes the place of what was cleared */
}

static void a_sentence_that_waits_may_be_outdated_too(void **state)
{
    (void)state;
    News news = {0};
    news_fail(&news, OFFER_NONE, "the file is in use");
    news_outdate(&news, "another sentence");
    assert_string_equal(news.text, "the file is in use");
    news_outdate(&news, "the file is in use");
    assert_string_equal(news.text, "");
    assert_string_equal(news.outdated, "the file is in use");
}

static void what_can_wait_hides_nothing(void **state)
{
    (void)state;
    News news = {0};
    news_say(&news, OFFER_NONE, "first");
    news_say_after(&news, "then that");
    assert_string_equal(news.text, "first");
    assert_string_equal(news.after, "then that");
    news_outdate(&news, "then that");
    assert_string_equal(news.after, "");
}

static void only_failures_fail(void **state)
{
    (void)state;
    Err err;
    News news = {0};
    err_set(&err, "It does not work.");
    news_fail_unless(&news, true, &err);
    assert_false(news.due);
    news_fail_unless(&news, false, &err);
    assert_true(news.due && news.bad);
    assert_string_equal(news.text, "It does not work.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_last_sentence_is_told),
        cmocka_unit_test(what_is_mentioned_gives_way),
        cmocka_unit_test(what_is_mentioned_has_the_room_that_was_made),
        cmocka_unit_test(a_sentence_that_waits_may_be_outdated_too),
        cmocka_unit_test(what_can_wait_hides_nothing),
        cmocka_unit_test(only_failures_fail),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
