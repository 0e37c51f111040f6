/* Characters are read from UTF-8, and what is none is told. */
#include "base/utf8.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

static void check(const char *text, int bytes, uint32_t expected)
{
    uint32_t code = 0;
    assert_int_equal(utf8_read(text, &code), bytes);
    assert_int_equal(code, expected);
}

static void a_character_has_one_to_four_bytes(void **state)
{
    (void)state;
    check("a", 1, 'a');
    check("\x7f", 1, 0x7f);
    check("\xc2\x80", 2, 0x80);
    check("\xd0\x96x", 2, 0x416);
    check("\xe0\xa0\x80", 3, 0x800);
    check("\xe6\x96\x87\xe5", 3, 0x6587);
    check("\xf0\x90\x80\x80", 4, 0x10000);
    check("\xf4\x8f\xbf\xbf", 4, 0x10ffff);
}

static void what_is_no_character_is_told(void **state)
{
    (void)state;
    static const char *const NONE[] = {
        "",                 /* the end */
        "\x80",             /* goes on with nothing */
        "\xc1\xbf",         /* longer than it has to be */
        "\xe0\x9f\xbf",     /* so is this */
        "\xf0\x8f\xbf\xbf", /* and this */
        "\xed\xa0\x80",     /* half of a pair */
        "\xf4\x90\x80\x80", /* behind the last one */
        "\xff",             /* never used */
        "\xc3",             /* cut off */
        "\xe6\x96",
        "\xf0\x90\x80",
        "\xe6\x41\x87",
    };
    for (size_t i = 0; i < sizeof NONE / sizeof *NONE; i++) {
        check(NONE[i], 0, 0xfffd);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_character_has_one_to_four_bytes),
        cmocka_unit_test(what_is_no_character_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
