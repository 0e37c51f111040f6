/* The settings of a training: what they can be, and the rate through a run. */
#include "train/sgd.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <math.h>
#include <string.h>

static void the_default_settings_are_in_range(void **state)
{
    (void)state;
    TrainConfig config = train_config_default();
    Err err;
    assert_true(train_config_check(&config, &err));
}

static void settings_out_of_range_are_refused_with_a_sentence(void **state)
{
    (void)state;
    const TrainConfig good = train_config_default();
    TrainConfig bad[16];
    for (int i = 0; i < 16; i++) {
        bad[i] = good;
    }
    bad[0].epochs = 0;
    bad[1].epochs = 10001;
    bad[2].minibatch = 0;
    bad[3].minibatch = 1001;
    bad[4].threads = 0;
    bad[5].threads = 65;
    bad[6].rate = 0.0f;
    bad[7].rate = NAN;
    bad[8].rate = INFINITY;
    bad[9].decay = -1e-6f;
    bad[10].decay = NAN;
    bad[11].cost = (NetCost)2;
    bad[12].augment.scale = 1;
    bad[13].first_layer = 0.0f;
    bad[14].first_layer = 1.1f;
    bad[15].first_layer = NAN;
    const char *word[16] = {"epochs",  "epochs",      "minibatch",   "minibatch",
                            "threads", "threads",     "rate is",     "rate is",
                            "rate is", "decay",       "decay",       "cost",
                            "scale",   "first layer", "first layer", "first layer"};
    for (int i = 0; i < 16; i++) {
        Err err = {0};
        assert_false(train_config_check(&bad[i], &err));
        assert_int_equal(err.code, ERR_VALUE);
        assert_non_null(strstr(err.text, word[i]));
        assert_int_equal(err.text[strlen(err.text) - 1], '.');
    }
}

static void the_learning_rate_falls_along_a_cosine_to_one_percent(void **state)
{
    (void)state;
    TrainConfig config = {.rate = 2.0f};
    assert_float_equal(sgd_rate(&config, 0), 2.0f, 1e-6f);
    assert_float_equal(sgd_rate(&config, 0.25), 2.0f * (0.01f + 0.99f * 0.853553f), 1e-5f);
    assert_float_equal(sgd_rate(&config, 0.5), 1.01f, 1e-5f);
    assert_float_equal(sgd_rate(&config, 1), 0.02f, 1e-6f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_default_settings_are_in_range),
        cmocka_unit_test(settings_out_of_range_are_refused_with_a_sentence),
        cmocka_unit_test(the_learning_rate_falls_along_a_cosine_to_one_percent),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
