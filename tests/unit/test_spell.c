/* What a misspelt word was meant to be. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <string.h>

#include "base/spell.h"

static const char *meant(const char *typed)
{
    static const char *const NAME[] = {"train", "eval", "classify", "replay", "digits", "plot"};
    Spell spell = spell_of(typed);
    for (size_t i = 0; i < sizeof NAME / sizeof *NAME; i++) {
        spell_offer(&spell, NAME[i]);
    }
    return spell.meant ? spell.meant : "";
}

static void one_edit_is_seen_through(void **state)
{
    (void)state;
    assert_string_equal(meant("clasify"), "classify");
    assert_string_equal(meant("classiffy"), "classify");
    assert_string_equal(meant("clossify"), "classify");
    assert_string_equal(meant("trian"), "train");
    assert_string_equal(meant("evl"), "eval");
    assert_string_equal(meant("lpot"), "plot");
}

static void two_edits_are_seen_through_in_long_names_alone(void **state)
{
    (void)state;
    assert_string_equal(meant("clasifi"), "classify");
    assert_string_equal(meant("rtian"), "train");
    assert_string_equal(meant("evil"), "eval");
    assert_string_equal(meant("ebol"), "");
    assert_string_equal(meant("slot"), "plot");
    assert_string_equal(meant("slut"), "");
}

static void other_words_mean_nothing(void **state)
{
    (void)state;
    assert_string_equal(meant(""), "");
    assert_string_equal(meant("network.safetensors"), "");
    assert_string_equal(meant("a/path/of/more/letters/than/any/name/there/is"), "");
}

static void the_nearest_name_wins_and_of_two_the_first(void **state)
{
    (void)state;
    Spell spell = spell_of("scales");
    spell_offer(&spell, "states");
    assert_string_equal(spell.meant, "states");
    spell_offer(&spell, "scale");
    assert_string_equal(spell.meant, "scale");
    assert_int_equal(spell.edits, 1);
    spell_offer(&spell, "scaled");
    assert_string_equal(spell.meant, "scale");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_edit_is_seen_through),
        cmocka_unit_test(two_edits_are_seen_through_in_long_names_alone),
        cmocka_unit_test(other_words_mean_nothing),
        cmocka_unit_test(the_nearest_name_wins_and_of_two_the_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
