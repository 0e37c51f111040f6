/* What the view Chain says of a nudge, and its numbers. */
#include "chain_fixture.h"

/* What is said is what a hand would measure. */
static void sentences_are_true(void **state)
{
    static const double VALUES[] = {-6.0, -1.0, 0.0, 0.3, 1.0, 6.0};
    char said[CHAIN_SAYS][CHAIN_SENTENCE];
    Rng rng;
    (void)state;
    rng_init(&rng, 9);
    int rises = 0, falls = 0, nothing = 0;
    for (int k = 0; k < 2000; k++) {
        Chain chain = {{0}};
        for (int i = 0; i < CHAIN_SET; i++) {
            double value = VALUES[rng_below(&rng, 6)];
            bool share = i == CHAIN_INPUT || i == CHAIN_WANTED;
            chain.value[i] = share ? SDL_clamp(value, 0.0, 1.0) : value;
        }
        chain_run(&chain);
        int quantity = rng_below(&rng, CHAIN_COST);
        double gradient = chain_gradient(&chain, quantity);
        chain_say(&chain, quantity, said);
        assert_int_equal(strstr(said[0], "raises") != NULL, gradient > 0.0);
        assert_int_equal(strstr(said[0], "lowers") != NULL, gradient < 0.0);
        double change = chain_nudged_cost(&chain, quantity, 0.01) - chain.value[CHAIN_COST];
        assert_true(fabs(change) < 1e-15 || (strstr(said[1], "raises") != NULL) == (change > 0.0));
        assert_int_equal(strncmp(said[2], "Nothing", 7) == 0 ||
                             strncmp(said[2], "Next to nothing", 15) == 0,
                         fabs(gradient) < 0.0005);
        rises += gradient > 0.0;
        falls += gradient < 0.0;
        nothing += gradient == 0.0;
    }
    assert_true(rises > 100 && falls > 100 && nothing > 100);
}

static void the_sentence_names_what_closes_the_way(void **state)
{
    char said[CHAIN_SAYS][CHAIN_SENTENCE];
    Fixture *f = *state;
    begin(f);
    chain_set(view_of(f), CHAIN_WEIGHT + 1, 0.0);
    chain_say(&view_of(f)->chain, CHAIN_WEIGHT, said);
    assert_non_null(strstr(said[0], "does nothing"));
    assert_non_null(strstr(said[1], "stays"));
    assert_string_equal(said[2], "Nothing comes through: dz2/da1 is 0, as a1 passes it through w2, "
                                 "which is 0.");
    chain_set(view_of(f), CHAIN_WEIGHT + 1, 6.0);
    chain_set(view_of(f), CHAIN_BIAS + 1, 6.0);
    chain_say(&view_of(f)->chain, CHAIN_WEIGHT, said);
    assert_non_null(strstr(said[2], "the sigmoid is flat at z2 = 1"));
    chain_set(view_of(f), CHAIN_INPUT, 0.0);
    chain_say(&view_of(f)->chain, CHAIN_WEIGHT, said);
    assert_non_null(strstr(said[2], "what comes in, a0, is 0"));
}

static void numbers_have_as_many_digits_as_they_need(void **state)
{
    (void)state;
    assert_string_equal(chain_say_number(0.00058, 2).text, "0.00058");
    assert_string_equal(chain_say_number(-0.0314159, 3).text, "-0.0314");
    assert_string_equal(chain_say_number(1.5, 3).text, "1.50");
    assert_string_equal(chain_say_number(0.0, 3).text, "0");
    assert_string_equal(chain_say_number(3.1e-9, 3).text, "3.1e-9");
}

static void one_ratio_alone_is_not_the_least_of_them(void **state)
{
    char said[CHAIN_SAYS][CHAIN_SENTENCE];
    Fixture *f = *state;
    begin(f);
    chain_say(&view_of(f)->chain, CHAIN_ACTIVATION + CHAIN_LINKS - 1, said);
    assert_null(strstr(said[2], "Least"));
    assert_non_null(strstr(said[2], "dC/da3"));
    chain_say(&view_of(f)->chain, CHAIN_WEIGHT, said);
    assert_non_null(strstr(said[2], "Least"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences_are_true),
        APP_TEST(the_sentence_names_what_closes_the_way),
        cmocka_unit_test(numbers_have_as_many_digits_as_they_need),
        APP_TEST(one_ratio_alone_is_not_the_least_of_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
