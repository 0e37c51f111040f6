/* Pen strokes of other programs: files as people have them are read, wrong ones named. */
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

#include "ink/strokes.h"

/* The digits of a text as lines of Inkling's, on the heap. */
static char *read_as_lines(const char *text)
{
    Digits digits = {0};
    Err err = {0};
    char *lines = calloc(1, 10000);
    assert_non_null(lines);
    if (!strokes_parse(&digits, text, strlen(text), "some", &err)) {
        fail_msg("%s", err.text);
    }
    for (int i = 0; i < digits.digits; i++) {
        size_t length;
        char *line = digits_line(&digits, i, &length, &err);
        assert_non_null(line);
        strcat(lines, line);
        free(line);
    }
    digits_free(&digits);
    return lines;
}

static void check_reads(const char *text, const char *lines)
{
    char *read = read_as_lines(text);
    assert_string_equal(read, lines);
    free(read);
}

static void check_refused(const char *text, ErrCode code, const char *says)
{
    Digits digits = {0};
    Err err = {0};
    assert_false(strokes_parse(&digits, text, strlen(text), "some", &err));
    digits_free(&digits);
    assert_int_equal(err.code, code);
    assert_ptr_equal(strstr(err.text, "some"), err.text);
    if (!strstr(err.text, says)) {
        fail_msg("\"%s\" does not say \"%s\"", err.text, says);
    }
}

static void lines_of_other_programs_are_read(void **state)
{
    (void)state;
    static const char WANTED[] = "7 me 0,0 1000,10;3,4\n1 me 5,6\n";
    check_reads("7 me 0,0 1000,10;3,4\n1 me 5,6\n", WANTED);
    check_reads("7 me 0,0 1000,10;3,4\r\n1 me 5,6\r\n", WANTED);
    check_reads("\xef\xbb\xbf"
                "7 me 0,0 1000,10;3,4\n\n  \n\r\n1 me 5,6",
                WANTED);
    check_reads("\n\n7 me 0.4,0.0 999.5,10.49;2.5,4.\n1 me 5,6 \t\n", WANTED);
    check_refused("7 me 0,0\n\n1 me 5,1000.5\n", ERR_DAMAGED, "line 3");
    check_refused("7 me .5,0\n", ERR_DAMAGED, "line 1");
    check_refused("7 me 1.2.3,0\n", ERR_DAMAGED, "line 1");
}

static const char INKML[] =
    "<?xml version=\"1.0\"?>\n<!-- <traceGroup> -->\n"
    "<ink xmlns=\"http://www.w3.org/2003/InkML\">\n"
    "<traceGroup xml:id='a'><annotation type=\"truth\"> 7 </annotation>\n"
    "<trace id=\"t0\">10 20, 110 20,\n60 120</trace><trace>\n30 70, 90.5 70</trace></traceGroup>\n"
    "<traceGroup><annotation type=\"writer\">3</annotation><annotation "
    "type=\"truth\">x</annotation>"
    "<trace>1 1</trace></traceGroup>\n"
    "<traceGroup><annotation type='truth'>1</annotation><trace>5 5, 5 25</trace></traceGroup>\n"
    "</ink>\n";

static void inkml_is_read_group_by_group(void **state)
{
    (void)state;
    check_reads(INKML, "7 inkml 0,0 1000,0 500,1000;200,500 805,500\n1 inkml 0,0 0,1000\n");
}

static void inkml_without_groups_is_one_digit(void **state)
{
    (void)state;
    check_reads("<ink><annotation type=\"truth\">4</annotation><trace>0 0, 0 10</trace>"
                "<trace type='penUp'>9 9</trace><trace>5 0, 5 10</trace></ink>",
                "4 inkml 0,0 0,1000;500,0 500,1000\n");
}

/* Traces first, and groups of views of them, as in collections of formulas. */
static void inkml_of_views_is_read(void **state)
{
    (void)state;
    check_reads("<ink><annotation type=\"truth\">$2+3$</annotation>"
                "<trace id=\"0\">0 0, 0 10</trace><trace id=\"1\">0 0, 10 0</trace>"
                "<trace id=\"12\">0 0, 10 10</trace>"
                "<traceGroup xml:id=\"all\"><annotation type=\"truth\">$2+3$</annotation>"
                "<traceGroup><annotation type=\"truth\">3</annotation>"
                "<traceView traceDataRef=\"12\"/><traceView traceDataRef=\"#1\"/></traceGroup>"
                "<traceGroup><annotation type=\"truth\">+</annotation>"
                "<traceView traceDataRef=\"1\"/></traceGroup>"
                "<traceGroup><annotation type=\"truth\">2</annotation>"
                "<traceView traceDataRef=\"0\"/><traceView traceDataRef=\"none\"/></traceGroup>"
                "</traceGroup></ink>",
                "3 inkml 0,0 1000,1000;0,0 1000,0\n2 inkml 0,0 0,1000\n");
    check_reads("<ink><traceGroup><annotation type=\"truth\">8</annotation><traceGroup>"
                "<annotation type=\"truth\">8</annotation><trace>0 0, 0 10</trace></traceGroup>"
                "</traceGroup></ink>",
                "8 inkml 0,0 0,1000\n"); /* once */
}

/* The differences of the recommendation's own example, 6.2.1 of it. */
static void inkml_channels_and_differences_are_read(void **state)
{
    (void)state;
    check_reads("<ink><traceFormat><channel name=\"T\"/><channel name='Y' orientation='-ve'/>"
                "<channel name=\"X\"/></traceFormat><annotation type=\"truth\">1</annotation>"
                "<trace>100 0 0, 101 10 5, 102 20 0</trace></ink>",
                "1 inkml 0,1000 250,500 0,0\n");
    check_reads("<ink><annotation type=\"truth\">1</annotation>"
                "<trace>1125 18432,'23'43,\"7\"-8,3-5,7-3,6 2,6 8,3 6,2 4,3 5,3 6</trace></ink>",
                "1 inkml 0,0 50,94 115,170 187,235 275,294 375,357 488,438 608,532 732,634 863,747 "
                "1000,874\n");
    check_reads("<ink><annotation type=\"truth\">1</annotation>"
                "<trace>0 0 T, 10 0 F, 10 20 T</trace></ink>",
                "1 inkml 0,0 500,0 500,1000\n");
}

static void wrong_inkml_is_named(void **state)
{
    (void)state;
    for (size_t cut = 1; cut < sizeof INKML - 8; cut += 3) {
        Digits digits = {0};
        Err err = {0};
        char *part = calloc(1, cut); /* of its own, so that a read past the end is seen */
        assert_non_null(part);
        memcpy(part, INKML, cut);
        assert_false(strokes_parse(&digits, part, cut, "some", &err));
        assert_int_equal(err.code, ERR_DAMAGED);
        digits_free(&digits);
        free(part);
    }
    check_refused("<ink><trace>0 0, a b</trace></ink>", ERR_DAMAGED, "else than numbers");
    check_refused("<ink><trace>0 0, 5</trace></ink>", ERR_DAMAGED, "no X or no Y");
    check_refused("<ink><trace>0 99999999999</trace></ink>", ERR_DAMAGED, "else than numbers");
    check_refused("<ink><trace>0 0, 5 5</trace></ink>", ERR_FOREIGN, "annotation");
    check_refused("<ink><annotation>4</annotation></ink>", ERR_FOREIGN, "annotation");
    check_refused("<svg><path/></svg>", ERR_DAMAGED, "no </ink>");
    char deep[40 * 12 + 8] = "";
    for (int i = 0; i < 40; i++) {
        strcat(deep, "<traceGroup>");
    }
    check_refused(deep, ERR_DAMAGED, "groups within groups");
}

static void unipen_is_read_segment_by_segment(void **state)
{
    (void)state;
    check_reads(".VERSION 1.0\n.COMMENT a text\n 12 of more lines\n.COORD X Y\n"
                ".SEGMENT DIGIT ? \"8\"\n.COMMENT 8  1\n.PEN_DOWN\n 0 0\n 10 20\n.PEN_UP\n.DT 100\n"
                ".PEN_DOWN\n5 5\n.PEN_UP\n.SEGMENT DIGIT ? \"ab\"\n"
                ".SEGMENT DIGIT ? \"1\"\r\n.PEN_DOWN\r\n 3 30\r\n 3 -10.5\r\n.PEN_UP\r\n",
                "8 unipen 0,1000 500,0;250,750\n1 unipen 0,0 0,1000\n");
}

static void unipen_components_are_those_that_a_segment_names(void **state)
{
    (void)state;
    check_reads(".COORD T Y X P\n.PEN_DOWN\n0 0 0 9\n1 10 0 9\n.PEN_UP\n2 3 4 0\n.PEN_DOWN\n"
                "3 0 5 9\n4 10 5 9\n.PEN_UP\n.PEN_DOWN\n5 0 0 9\n6 0 7 9\n.PEN_UP\n"
                ".SEGMENT WORD 0-2 OK \"4\"\n.SEGMENT CHARACTER 0-2 OK \"4\"\n"
                ".SEGMENT CHARACTER 4:0-4:1 GOOD \"1\"\n.SEGMENT CHARACTER 9-11 GOOD \"2\"\n",
                "4 unipen 0,1000 0,0;500,1000 500,0\n1 unipen 0,0 1000,0\n");
}

static void wrong_unipen_is_named(void **state)
{
    (void)state;
    check_refused(".PEN_DOWN\n1 2\n1 x\n", ERR_DAMAGED, "line 3");
    check_refused(".PEN_DOWN\n1 2\n1\n", ERR_DAMAGED, "line 3: it has too few");
    check_refused(".COORD X\v\f\v Z\n", ERR_DAMAGED, "line 1: .COORD");
    check_refused(".PEN_DOWN\n1 2\n", ERR_FOREIGN, ".SEGMENT");
    check_refused(".SEGMENT DIGIT ? \"3\"\n", ERR_FOREIGN, ".SEGMENT");
    check_refused(".SEGMENT DIGIT 99999999999 ? \"3\"\n.PEN_DOWN\n", ERR_FOREIGN, ".SEGMENT");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_of_other_programs_are_read),
        cmocka_unit_test(inkml_is_read_group_by_group),
        cmocka_unit_test(inkml_without_groups_is_one_digit),
        cmocka_unit_test(inkml_of_views_is_read),
        cmocka_unit_test(inkml_channels_and_differences_are_read),
        cmocka_unit_test(wrong_inkml_is_named),
        cmocka_unit_test(unipen_is_read_segment_by_segment),
        cmocka_unit_test(unipen_components_are_those_that_a_segment_names),
        cmocka_unit_test(wrong_unipen_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
