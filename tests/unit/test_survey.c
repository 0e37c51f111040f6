/* A survey of the cost: what its map says is what train/ measures, level by level. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <math.h>

#include "train/sgd.h"
#include "train/survey.h"

enum { MOMENTS = 9, IMAGES = 60 };

typedef struct Way {
    Dataset data;
    Net net[MOMENTS];
    const Net *moment[MOMENTS];
} Way;

/* Networks on their way by gradient descent. */
static void make_way(Way *way, const NetShape *shape)
{
    Err err;
    Rng rng;
    SgdRoom room;
    Score score = {0};
    int order[IMAGES];
    TrainConfig config = train_config_default();
    static uint8_t level[IMAGES * NET_INPUTS], label[IMAGES];
    rng_init(&rng, 5);
    for (int i = 0; i < IMAGES; i++) {
        label[i] = (uint8_t)(i % NET_OUTPUTS);
        for (int k = 0; k < NET_INPUTS; k++) { /* a bar for each digit, and some noise */
            bool bar = k / 78 == label[i];
            level[i * NET_INPUTS + k] = (uint8_t)(bar ? 200 : rng_below(&rng, 5) ? 0 : 60);
        }
        order[i] = i;
    }
    assert_true(dataset_make(&way->data, IMAGES, level, label, &err));
    for (int m = 0; m < MOMENTS; m++) {
        assert_true(net_make(&way->net[m], shape, &err));
        way->moment[m] = &way->net[m];
        if (m == 0) {
            net_randomise(&way->net[0], &rng);
            assert_true(sgd_room_make(&room, &way->net[0], config.minibatch, &err));
            continue;
        }
        net_copy(&way->net[m], &way->net[m - 1]);
        config.augment = AUGMENT_NONE;
        sgd_train(&way->net[m], &room, &way->data, order, IMAGES, &config, 0.5f, &rng, &score,
                  NULL);
    }
    sgd_room_free(&room);
}

static void free_way(Way *way)
{
    dataset_free(&way->data);
    for (int m = 0; m < MOMENTS; m++) {
        net_free(&way->net[m]);
    }
}

/* The cost that train/ measures for a network on the survey's images. */
static double measured(const Survey *survey, const Net *net)
{
    Err err;
    SgdRoom room;
    Score score = {0};
    assert_true(sgd_room_make(&room, net, 32, &err));
    sgd_measure(net, &room, &survey->data, 0, survey->data.images, survey->cost, &score);
    sgd_room_free(&room);
    return score.cost / score.images;
}

static void check_heights(const Survey *survey)
{
    Err err;
    Net net;
    assert_true(net_make(&net, &survey->plane.origin.shape, &err));
    for (int i = 0; i < 200; i++) {
        double at[PLANE_AXES];
        int x = i * 37 % SURVEY_SIDE, y = i * 53 % SURVEY_SIDE;
        survey_place(survey, x, y, at);
        plane_net(&survey->plane, at, &net);
        double height = (double)survey->height[y * SURVEY_SIDE + x];
        if (!(fabs(height - measured(survey, &net)) <= 1e-4)) {
            fail_msg("(%d, %d): %.7f, measured %.7f", x, y, height, measured(survey, &net));
        }
    }
    net_free(&net);
}

static SurveyWish wish_for(const Way *way, NetCost cost)
{
    return (SurveyWish){.moment = way->moment,
                        .moments = MOMENTS,
                        .data = &way->data,
                        .cost = cost,
                        .axis = {SURVEY_MAIN_1, SURVEY_MAIN_2},
                        .seed = 1};
}

static void every_height_is_what_is_measured(void **state)
{
    static const NetShape SHAPE[] = {{3, {784, 16, 16, 10}}, {2, {784, 20, 10}}};
    (void)state;
    for (int s = 0; s < 2; s++) {
        for (NetCost cost = NET_COST_SQUARED; cost <= NET_COST_CROSS_ENTROPY; cost++) {
            Err err;
            Way way;
            make_way(&way, &SHAPE[s]);
            SurveyWish wish = wish_for(&way, cost);
            Survey *survey = survey_create(&wish, &err);
            assert_non_null(survey);
            assert_int_equal(survey_side(survey), 0);
            survey_run(survey);
            assert_false(survey->failed);
            assert_int_equal(survey_side(survey), SURVEY_SIDE);
            check_heights(survey);
            survey_destroy(survey);
            free_way(&way);
        }
    }
}

/* The part of the way that lies in the plane, by the distances from the end themselves. */
static void the_share_is_that_of_the_way(void **state)
{
    Err err;
    Way way;
    double in = 0.0, all = 0.0, low = 0.0, high = 0.0;
    NetShape shape = net_shape_default();
    (void)state;
    make_way(&way, &shape);
    SurveyWish wish = wish_for(&way, NET_COST_CROSS_ENTROPY);
    Survey *survey = survey_create(&wish, &err);
    survey_run(survey);
    for (int m = 0; m < MOMENTS; m++) {
        double at[PLANE_AXES], off = plane_place(&survey->plane, &way.net[m], at);
        in += at[0] * at[0] + at[1] * at[1];
        all += at[0] * at[0] + at[1] * at[1] + off * off;
        low = fmin(low, at[0]);
        high = fmax(high, at[0]);
        for (int k = 0; k < PLANE_AXES; k++) { /* all of it is on the map */
            assert_true(at[k] > survey->low[k] && at[k] < survey->high[k]);
        }
    }
    assert_true(high - low > 0.5 * (survey->high[0] - survey->low[0])); /* and not lost on it */
    assert_true(fabs(in / all - (survey->share[0] + survey->share[1])) < 1e-3);
    assert_true(survey->share[0] >= survey->share[1] && survey->share[1] > 0.0);
    survey_destroy(survey);
    free_way(&way);
}

/* Uphill along the gradient the cost rises, as much as the gradient says. */
static void the_gradient_leads_uphill(void **state)
{
    Err err;
    Way way;
    GroundRoom room;
    NetShape shape = net_shape_default();
    (void)state;
    make_way(&way, &shape);
    SurveyWish wish = wish_for(&way, NET_COST_CROSS_ENTROPY);
    wish.moments = 3;
    wish.axis[0] = SURVEY_GRADIENT;
    wish.axis[1] = SURVEY_RANDOM;
    Survey *survey = survey_create(&wish, &err);
    survey_run(survey);
    assert_true(ground_room_make(&room, &shape, &err));
    double up = ground_height(&survey->ground, &room, (double[]){0.02, 0.0});
    double down = ground_height(&survey->ground, &room, (double[]){-0.02, 0.0});
    double side = fabs(ground_height(&survey->ground, &room, (double[]){0.0, 0.02}) -
                       ground_height(&survey->ground, &room, (double[]){0.0, -0.02}));
    assert_true(up > down && up - down > 5.0 * side);
    assert_true(survey->share[0] <= 0.0 && survey->share[1] <= 0.0);
    ground_room_free(&room);
    survey_destroy(survey);
    free_way(&way);
}

/* A network alone has no way: what is asked for is random then. */
static void a_network_alone_has_a_map_too(void **state)
{
    Err err;
    Way way;
    NetShape shape = net_shape_default();
    (void)state;
    make_way(&way, &shape);
    SurveyWish wish = wish_for(&way, NET_COST_SQUARED);
    wish.moments = 1;
    Survey *survey = survey_create(&wish, &err);
    survey_run(survey);
    assert_int_equal(survey->axis[0], SURVEY_RANDOM);
    assert_int_equal(survey->axis[1], SURVEY_RANDOM);
    assert_true(fabs(plane_dot(&survey->plane.along[0], &survey->plane.along[1])) < 1e-4);
    check_heights(survey);
    survey_destroy(survey);
    free_way(&way);
}

static void one_that_nobody_wants_stops(void **state)
{
    Err err;
    Way way;
    NetShape shape = net_shape_default();
    (void)state;
    make_way(&way, &shape);
    SurveyWish wish = wish_for(&way, NET_COST_SQUARED);
    Survey *survey = survey_create(&wish, &err);
    survey->unwanted = true;
    survey_run(survey);
    assert_int_equal(survey_side(survey), 0);
    survey_destroy(survey);
    free_way(&way);
}

static void larger_networks_are_measured_on_fewer_images(void **state)
{
    NetShape usual = net_shape_default(), large = {3, {784, 128, 64, 10}},
             largest = {5, {784, 512, 512, 512, 512, 10}};
    (void)state;
    assert_int_equal(survey_images(&usual), SURVEY_IMAGES);
    assert_int_equal(survey_images(&large), SURVEY_IMAGES);
    assert_in_range(survey_images(&largest), 50, 500);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_height_is_what_is_measured),
        cmocka_unit_test(the_share_is_that_of_the_way),
        cmocka_unit_test(the_gradient_leads_uphill),
        cmocka_unit_test(a_network_alone_has_a_map_too),
        cmocka_unit_test(one_that_nobody_wants_stops),
        cmocka_unit_test(larger_networks_are_measured_on_fewer_images),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
