/* The plane through a run, and the cost at points all over it. */
#include "train/survey.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "base/number.h"
#include "base/sys_place.h"
#include "train/sgd.h"

/* A way that is shorter than this share of the other axis, or of the weights' own length, is shown
 * within so much. */
static const double LEAST_OF_OTHER = 0.4, LEAST_OF_WEIGHTS = 0.02, ALONE_OF_WEIGHTS = 0.35;

/* Around the way, of its extent. */
static const double MARGIN = 0.3;

const char *survey_axis_name(SurveyAxis axis)
{
    static const char *const NAME[SURVEY_AXES] = {
        "along the first direction", "along the second direction", "along the third direction",
        "along the gradient, uphill", "along a random direction"};
    return NAME[axis];
}

int survey_choose(const Net *net, int all, int chosen[PLANE_MOMENTS])
{
    enum { BYTES = 16 << 20 /* of the copies, */, LEAST = 6 /* but for so many */ };
    size_t room = BYTES / (net->floats * sizeof *net->block);
    int most = room < LEAST ? LEAST : room < PLANE_MOMENTS ? (int)room : PLANE_MOMENTS;
    int count = number_min(most, all);
    for (int i = 0; i < count; i++) {
        chosen[i] = count > 1 ? i * (all - 1) / (count - 1) : 0;
    }
    return count;
}

int survey_images(const NetShape *shape)
{
    enum { INKED = 100 /* cells of an image */, PRODUCTS = 48 * 1000 * 1000, LEAST = 100 };
    int64_t products = INKED * shape->size[1];
    for (int l = 1; l < shape->layers; l++) {
        products += (int64_t)shape->size[l] * shape->size[l + 1];
    }
    return number_clamp((int)(PRODUCTS / products), LEAST, SURVEY_IMAGES);
}

static bool copy_moments(Survey *survey, const SurveyWish *wish, Err *err)
{
    for (int i = 0; i < wish->moments; i++) {
        if (!net_make(&survey->moment[i], &wish->moment[i]->shape, err)) {
            return false;
        }
        net_copy(&survey->moment[i], wish->moment[i]);
        survey->moments++;
    }
    return true;
}

static void run_job(Job *job)
{
    sys_place_behind_all();
    survey_run((Survey *)job);
}

Survey *survey_create(const SurveyWish *wish, Err *err)
{
    assert(wish->moments >= 1 && wish->moments <= PLANE_MOMENTS && wish->data->images >= 1);
    Survey *survey = calloc(1, sizeof *survey);
    if (!survey) {
        err_set_code(err, ERR_NO_MEMORY, "There is not enough memory for the landscape.");
        return NULL;
    }
    const Net *end = wish->moment[wish->moments - 1];
    int images = number_min(survey_images(&end->shape), wish->data->images);
    survey->job.run = run_job;
    survey->cost = wish->cost;
    survey->seed = wish->seed;
    for (int k = 0; k < PLANE_AXES; k++) {
        survey->axis[k] = wish->axis[k];
    }
    if (!copy_moments(survey, wish, err) ||
        !dataset_part(&survey->data, wish->data, 0, images, err)) {
        survey_destroy(survey);
        return NULL;
    }
    return survey;
}

Survey *survey_create_of_run(const NetMoments *moments, const Dataset *data, NetCost cost, Err *err)
{
    const Net *way[PLANE_MOMENTS];
    int chosen[PLANE_MOMENTS], count = survey_choose(&moments->net[0], moments->count, chosen);
    SurveyWish wish = {.moment = way,
                       .moments = count,
                       .data = data,
                       .cost = cost,
                       .axis = {SURVEY_MAIN_1, SURVEY_MAIN_2},
                       .seed = 1};
    for (int i = 0; i < count; i++) {
        way[i] = &moments->net[chosen[i]];
    }
    return survey_create(&wish, err);
}

void survey_destroy(Survey *survey)
{
    if (!survey) {
        return;
    }
    for (int i = 0; i < survey->moments; i++) {
        net_free(&survey->moment[i]);
    }
    ground_room_free(&survey->room);
    ground_free(&survey->ground);
    plane_free(&survey->plane);
    dataset_free(&survey->data);
    free(survey);
}

/* The mean gradient of the images. */
static bool find_gradient(const Survey *survey, const Net *net, Net *gradient, Err *err)
{
    NetActs acts;
    if (!net_acts_make(&acts, &net->shape, err)) {
        return false;
    }
    net_zero(gradient);
    for (int i = 0; i < survey->data.images && !survey->unwanted; i++) {
        NetInput input = dataset_input(&survey->data, i);
        net_forward(net, &input, &acts);
        net_backward(net, &input, &acts, survey->data.label[i], survey->cost, gradient);
    }
    net_acts_free(&acts);
    return true;
}

/* What an axis is to lead along. @param main  the main directions of the way */
static bool find_direction(const Survey *survey, int axis, const Net *main, Net *direction,
                           Err *err)
{
    Rng rng;
    switch (survey->axis[axis]) {
    case SURVEY_GRADIENT:
        return find_gradient(survey, &survey->plane.origin, direction, err);
    case SURVEY_RANDOM:
        rng_init(&rng, survey->seed + (uint64_t)axis);
        net_randomise(direction, &rng);
        return true;
    default:
        net_copy(direction, &main[survey->axis[axis]]);
        return true;
    }
}

/* The plane; where the way has no such direction, a random one stands in. */
static bool lead_axes(Survey *survey, const Net *main, const double *share, Net *direction,
                      Err *err)
{
    for (int k = 0; k < PLANE_AXES; k++) {
        if (!find_direction(survey, k, main, direction, err)) {
            return false;
        }
        if (plane_lead(&survey->plane, k, direction)) {
            survey->share[k] = survey->axis[k] <= SURVEY_MAIN_3 ? share[survey->axis[k]] : 0.0;
            continue;
        }
        survey->axis[k] = SURVEY_RANDOM;
        if (!find_direction(survey, k, main, direction, err)) {
            return false;
        }
        plane_lead(&survey->plane, k, direction);
    }
    return true;
}

/* The edges of the map: around the way, or around the end alone. */
static void frame_way(Survey *survey, const double place[][PLANE_AXES])
{
    const Net *end = &survey->plane.origin;
    double weights = sqrt(plane_dot(end, end)), extent[PLANE_AXES];
    for (int k = 0; k < PLANE_AXES; k++) {
        survey->low[k] = survey->high[k] = 0.0;
        for (int i = 0; i < survey->moments; i++) {
            survey->low[k] = fmin(survey->low[k], place[i][k]);
            survey->high[k] = fmax(survey->high[k], place[i][k]);
        }
        extent[k] = survey->high[k] - survey->low[k];
    }
    double least = survey->moments > 1 ? LEAST_OF_WEIGHTS * weights : ALONE_OF_WEIGHTS * weights;
    for (int k = 0; k < PLANE_AXES; k++) {
        double wide = fmax(fmax(extent[k], LEAST_OF_OTHER * extent[1 - k]), fmax(least, 1e-3));
        double middle = 0.5 * (survey->low[k] + survey->high[k]);
        survey->low[k] = middle - (0.5 + MARGIN) * wide;
        survey->high[k] = middle + (0.5 + MARGIN) * wide;
    }
}

/* The plane, its edges and the first layer's sums. */
static bool prepare(Survey *survey, Net main[PLANE_DIRECTIONS], Net *direction, Err *err)
{
    double share[PLANE_DIRECTIONS] = {0}, place[PLANE_MOMENTS][PLANE_AXES];
    const Net *end = &survey->moment[survey->moments - 1];
    if (!plane_make(&survey->plane, end, err)) {
        return false;
    }
    if (survey->moments > 1) {
        plane_directions(survey->moment, survey->moments, main, share);
    }
    if (!lead_axes(survey, main, share, direction, err)) {
        return false;
    }
    for (int i = 0; i < survey->moments; i++) { /* all but the end are differences now */
        for (int k = 0; k < PLANE_AXES; k++) {
            bool is_end = i == survey->moments - 1;
            place[i][k] = is_end ? 0.0 : plane_dot(&survey->moment[i], &survey->plane.along[k]);
        }
    }
    frame_way(survey, (const double(*)[PLANE_AXES])place);
    if (!ground_make(&survey->ground, &survey->plane, survey->data.images, survey->cost, err)) {
        return false;
    }
    for (int i = 0; i < survey->data.images && !survey->unwanted; i++) {
        NetInput input = dataset_input(&survey->data, i);
        ground_add(&survey->ground, &input, survey->data.label[i]);
    }
    return true;
}

static bool prepare_with_room(Survey *survey, Err *err)
{
    Net main[PLANE_DIRECTIONS] = {{.floats = 0}}, direction = {.floats = 0};
    const NetShape *shape = &survey->moment[0].shape;
    bool ok = net_make(&direction, shape, err) && ground_room_make(&survey->room, shape, err);
    for (int k = 0; k < PLANE_DIRECTIONS && ok; k++) {
        ok = net_make(&main[k], shape, err);
    }
    ok = ok && prepare(survey, main, &direction, err);
    for (int k = 0; k < PLANE_DIRECTIONS; k++) {
        net_free(&main[k]);
    }
    net_free(&direction);
    return ok;
}

void survey_relief(const Survey *survey, int side, Relief *relief)
{
    relief_make(relief, survey->height, side, SURVEY_SIDE, (SURVEY_SIDE - 1) / (side - 1));
    for (int k = 0; k < PLANE_AXES; k++) {
        relief->low[k] = survey->low[k];
        relief->high[k] = survey->high[k];
    }
}

void survey_place(const Survey *survey, int x, int y, double at[PLANE_AXES])
{
    int point[PLANE_AXES] = {x, y};
    for (int k = 0; k < PLANE_AXES; k++) {
        double share = (double)point[k] / (SURVEY_SIDE - 1);
        at[k] = survey->low[k] + share * (survey->high[k] - survey->low[k]);
    }
}

/* The points of a level that the level before has not: its step is twice as long. */
static void measure_level(Survey *survey, int step, bool first)
{
    int known = survey->known;
    for (int y = 0; y < SURVEY_SIDE; y += step) {
        for (int x = 0; x < SURVEY_SIDE && !survey->unwanted; x += step) {
            double at[PLANE_AXES];
            if (!first && x % (2 * step) == 0 && y % (2 * step) == 0) {
                continue;
            }
            survey_place(survey, x, y, at);
            survey->height[y * SURVEY_SIDE + x] =
                (float)ground_height(&survey->ground, &survey->room, at);
            known++;
        }
    }
    if (!survey->unwanted) {
        survey->known = known; /* who reads it sees the heights, too */
    }
}

void survey_run(Survey *survey)
{
    enum { FIRST_STEP = (SURVEY_SIDE - 1) / (SURVEY_COARSE - 1) };
    if (!prepare_with_room(survey, &survey->err)) {
        survey->failed = true;
        return;
    }
    for (int step = FIRST_STEP; step >= 1 && !survey->unwanted; step /= 2) {
        measure_level(survey, step, step == FIRST_STEP);
    }
}

int survey_side(const Survey *survey)
{
    int known = survey->known, side = 0;
    for (int next = SURVEY_COARSE; next <= SURVEY_SIDE && next * next <= known;
         next = 2 * next - 1) {
        side = next;
    }
    return side;
}
