/* The options of a command. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <math.h>
#include <string.h>

#include "cli/args.h"

enum { MAX_ARGS = 8 };

typedef struct Values {
    bool json;
    const char *out;
    int epochs;
    uint64_t seed;
    float rate;
    char *argv[MAX_ARGS + 1]; /* args.path points into it */
    Args args;
    Err err;
} Values;

/* Parses a command line given as one text, cut at its blanks, which are overwritten. */
static bool parse(Values *values, char *line)
{
    *values = (Values){.epochs = 7, .seed = 1, .rate = 0.5f};
    int argc = 0;
    for (char *word = strtok(line, " "); word; word = strtok(NULL, " ")) {
        assert_true(argc < MAX_ARGS);
        values->argv[argc++] = word;
    }
    const ArgOption option[] = {
        {"json", NULL, "as JSON", .flag = &values->json},
        {"out", "FILE", "a file", .text = &values->out},
        {"epochs", "N", "epochs", .whole = &values->epochs},
        {"seed", "N", "seed", .seed = &values->seed},
        {"rate", "X", "rate", .number = &values->rate},
    };
    const ArgForm form = {.usage = "inkling test",
                          .about = "A test.",
                          .option = option,
                          .options = 5,
                          .least = 0,
                          .most = 2,
                          .needs = "Name at most two files."};
    return args_parse(&form, argc, values->argv, &values->args, &values->err);
}

#define PARSE(values, text) parse(values, (char[]){text})

static void without_options_the_defaults_stay(void **state)
{
    (void)state;
    Values values;
    assert_true(PARSE(&values, "test"));
    assert_false(values.json || values.args.help);
    assert_null(values.out);
    assert_int_equal(values.epochs, 7);
    assert_int_equal(values.args.paths, 0);
}

static void every_kind_of_value_is_read(void **state)
{
    (void)state;
    Values values;
    assert_true(PARSE(&values, "test --json --out=a --epochs 12 --seed 18446744073709551615"));
    assert_true(values.json);
    assert_string_equal(values.out, "a");
    assert_int_equal(values.epochs, 12);
    assert_true(values.seed == UINT64_MAX);
    assert_true(PARSE(&values, "test --rate 2.5e-1 --epochs -3"));
    assert_float_equal(values.rate, 0.25f, 0);
    assert_int_equal(values.epochs, -3);
}

static void operands_and_options_may_be_mixed(void **state)
{
    (void)state;
    Values values;
    assert_true(PARSE(&values, "test one --json -- --two"));
    assert_int_equal(values.args.paths, 2);
    assert_string_equal(values.args.path[0], "one");
    assert_string_equal(values.args.path[1], "--two");
    assert_true(values.json);
}

static void too_many_operands_are_refused(void **state)
{
    (void)state;
    Values values;
    assert_false(PARSE(&values, "test one two three"));
    assert_string_equal(values.err.text, "Name at most two files.");
}

static void unknown_options_are_named(void **state)
{
    (void)state;
    Values values;
    assert_false(PARSE(&values, "test --epoch5 5"));
    assert_string_equal(values.err.text,
                        "There is no option --epoch5: did you mean --epochs? --help lists all.");
    assert_false(PARSE(&values, "test --epoks=5"));
    assert_non_null(strstr(values.err.text, "no option --epoks: did you mean --epochs?"));
    assert_false(PARSE(&values, "test --something"));
    assert_string_equal(values.err.text,
                        "There is no option --something; --help lists those there are.");
    assert_false(PARSE(&values, "test -q"));
    assert_non_null(strstr(values.err.text, "-q"));
}

static void missing_and_surplus_values_are_named(void **state)
{
    (void)state;
    Values values;
    assert_false(PARSE(&values, "test --json --epochs"));
    assert_string_equal(values.err.text, "--epochs needs a value: --epochs N.");
    assert_false(PARSE(&values, "test --json=yes"));
    assert_string_equal(values.err.text, "--json takes no value.");
}

static void impossible_numbers_are_refused(void **state)
{
    (void)state;
    char *const line[] = {
        (char[]){"test --epochs 1.5"},  (char[]){"test --epochs 5x"},
        (char[]){"test --epochs 0x10"}, (char[]){"test --epochs 99999999999"},
        (char[]){"test --epochs="},     (char[]){"test --seed -1"},
        (char[]){"test --seed="},       (char[]){"test --seed 18446744073709551616"},
        (char[]){"test --rate nan"},    (char[]){"test --rate inf"},
        (char[]){"test --rate 1e99"},   (char[]){"test --rate 0x1p3"},
        (char[]){"test --rate 1,5"},    (char[]){"test --rate="},
    };
    for (size_t i = 0; i < sizeof line / sizeof *line; i++) {
        Values values;
        assert_false(parse(&values, line[i]));
        assert_non_null(strstr(values.err.text, "number"));
        assert_int_equal(values.epochs, 7);
        assert_true(values.seed == 1);
        assert_float_equal(values.rate, 0.5f, 0);
    }
}

static void help_is_given_whatever_else_is_wrong(void **state)
{
    (void)state;
    Values values;
    assert_true(PARSE(&values, "test --epochs 3 --nonsense --help"));
    assert_true(values.args.help);
    assert_int_equal(values.epochs, 7);
    assert_true(PARSE(&values, "test -- --help"));
    assert_false(values.args.help);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_options_the_defaults_stay),
        cmocka_unit_test(every_kind_of_value_is_read),
        cmocka_unit_test(operands_and_options_may_be_mixed),
        cmocka_unit_test(too_many_operands_are_refused),
        cmocka_unit_test(unknown_options_are_named),
        cmocka_unit_test(missing_and_surplus_values_are_named),
        cmocka_unit_test(impossible_numbers_are_refused),
        cmocka_unit_test(help_is_given_whatever_else_is_wrong),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
