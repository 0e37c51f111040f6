/* SVG text: what others wrote is made harmless, pictures are whole. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <stdlib.h>
#include <string.h>

#include "base/svg.h"

static void text_of_others_is_escaped(void **state)
{
    (void)state;
    char xml[64];
    svg_escape(xml, sizeof xml, "a <b> & \"c\"");
    assert_string_equal(xml, "a &lt;b&gt; &amp; \"c\"");
    svg_escape(xml, sizeof xml, "\x1b\x7f~");
    assert_string_equal(xml, "??~");
}

static void characters_beyond_ascii_stay_and_bytes_that_are_none_do_not(void **state)
{
    (void)state;
    static const struct {
        const char *text, *xml;
    } CASES[] = {{"\u00e9 \u2026", "\u00e9 \u2026"},
                 {"\xf0\x9f\x96\x8b", "\xf0\x9f\x96\x8b"},
                 {"\xc3", "?"},                /* cut */
                 {"\xa9", "?"},                /* its second byte */
                 {"\xc0\xaf", "??"},           /* longer than it need be */
                 {"\xe0\x80\xaf", "???"},      /* likewise */
                 {"\xed\xa0\x80", "???"},      /* half of a pair */
                 {"\xef\xbf\xbf", "???"},      /* no character in XML */
                 {"\xc2\x85", "??"},           /* a control character */
                 {"\xf4\x90\x80\x80", "????"}, /* beyond the last */
                 {"\xff", "?"}};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        char xml[64];
        svg_escape(xml, sizeof xml, CASES[i].text);
        assert_string_equal(xml, CASES[i].xml);
    }
}

static void escaped_text_is_cut_between_characters(void **state)
{
    (void)state;
    char xml[8] = "1234567";
    svg_escape(xml, 7, "ab&cd");
    assert_string_equal(xml, "ab");
    svg_escape(xml, 8, "ab&cd");
    assert_string_equal(xml, "ab&amp;");
    svg_escape(xml, 1, "a");
    assert_string_equal(xml, "");
}

static void bytes_become_base64(void **state)
{
    (void)state;
    static const struct {
        const char *bytes, *text;
    } CASES[] = {{"", "base64,\""},
                 {"f", "base64,Zg==\""},
                 {"fo", "base64,Zm8=\""},
                 {"foo", "base64,Zm9v\""},
                 {"foob", "base64,Zm9vYg==\""}, /* RFC 4648 */
                 {"foobar", "base64,Zm9vYmFy\""},
                 {"\xff\xfe\xfd", "base64,//79\""}};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        char *text;
        size_t size;
        FILE *out = open_memstream(&text, &size);
        assert_non_null(out);
        svg_image(out, (SvgBox){1, 2, 3, 4}, (const uint8_t *)CASES[i].bytes,
                  strlen(CASES[i].bytes));
        assert_int_equal(fclose(out), 0);
        assert_non_null(strstr(text, CASES[i].text));
        free(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_of_others_is_escaped),
        cmocka_unit_test(characters_beyond_ascii_stay_and_bytes_that_are_none_do_not),
        cmocka_unit_test(escaped_text_is_cut_between_characters),
        cmocka_unit_test(bytes_become_base64),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
