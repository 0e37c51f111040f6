/* The survey that follows a run, its way on the plane, and the ball. */
#include "lab/landscape.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "lab/landscape_ball.h"
#include "lab/moment.h"

enum {
    END_MS = 2000,
    FLOATS_AT_ONCE = 4 << 20, /* of moments that are placed in a frame */
};

/* The run has moved on: so much of the map from where the map was made for. */
static const double MOVED = 0.12;

/* Two places are the same: so near, in lengths of the weights. */
static const double NEAR = 1e-3;

void landscape_init(Landscape *landscape)
{
    *landscape = (Landscape){.axis = {SURVEY_MAIN_1, SURVEY_MAIN_2}, .ball.net_version = -1};
}

void landscape_lead(Landscape *landscape, SurveyAxis across, SurveyAxis up)
{
    landscape->axis[0] = across;
    landscape->axis[1] = up;
}

void landscape_free(Landscape *landscape)
{
    if (landscape->survey) {
        landscape->survey->unwanted = true;
    }
    if (landscape->next) {
        landscape->next->unwanted = true;
    }
    if (jobs_destroy(landscape->jobs, END_MS)) { /* else they are still in use */
        survey_destroy(landscape->survey);
        survey_destroy(landscape->next);
    }
    ground_room_free(&landscape->room);
    sgd_room_free(&landscape->images);
    *landscape = (Landscape){0};
}

/* Whether there is a run to survey: one whose networks have the shape of the one on show. */
static bool has_way(const Lab *lab)
{
    const Timeline *timeline = &lab->timeline;
    return timeline->frames > 1 &&
           net_shape_equal(&timeline->frame[0].net.shape, &lab->model.net.shape);
}

static const TimelineFrame *newest(const Lab *lab)
{
    return &lab->timeline.frame[lab->timeline.frames - 1];
}

SurveyAxis landscape_axis(const Landscape *landscape, const Lab *lab, int axis)
{
    static const SurveyAxis ALONE[PLANE_AXES] = {SURVEY_GRADIENT, SURVEY_RANDOM};
    bool main = landscape->axis[axis] <= SURVEY_MAIN_3;
    return main && !has_way(lab) ? ALONE[axis] : landscape->axis[axis];
}

/* Whether a place is outside the map, or so far from its origin. */
static bool is_far(const Survey *survey, const double at[PLANE_AXES], double most)
{
    bool far = false;
    for (int k = 0; k < PLANE_AXES; k++) {
        double wide = survey->high[k] - survey->low[k];
        far |= at[k] < survey->low[k] || at[k] > survey->high[k] || fabs(at[k]) > most * wide;
    }
    return far;
}

/* Whether a run has begun where the ball was dragged to: it goes on across the map. */
static bool goes_on_from_ball(const Landscape *landscape, const Lab *lab)
{
    double at[PLANE_AXES];
    if (landscape->walked == 0 || landscape->run == lab->run || lab->timeline.frames == 0 ||
        !landscape->survey || landscape->next) {
        return false;
    }
    const Plane *plane = &landscape->survey->plane;
    const Net *first = &lab->timeline.frame[0].net;
    double least = NEAR * sqrt(plane_dot(&plane->origin, &plane->origin));
    return net_shape_equal(&first->shape, &plane->origin.shape) &&
           plane_place(plane, first, at) <= least &&
           hypot(at[0] - landscape->walk_at[0], at[1] - landscape->walk_at[1]) <= least;
}

/* Whether the map of a network alone is of other weights. */
static bool is_of_other_weights(const Landscape *landscape, const Lab *lab)
{
    const Survey *survey = landscape->survey;
    const Net *net = &lab->model.net;
    if (landscape->last_id != 0) {
        return true;
    }
    return landscape->net_version != lab->net_version &&
           (landscape->next ||
            memcmp(net->block, survey->plane.origin.block, net->floats * sizeof *net->block) != 0);
}

/* That of the training behind the network, or else of the one to come. */
static NetCost cost_of(const Lab *lab)
{
    const NetInfo *info = &lab->model.info;
    return *info->data ? info->cost : lab->plan.cost;
}

/* Whether the map that is there, or under way, is of something else. */
static bool is_of_other(const Landscape *landscape, const Lab *lab)
{
    const Survey *survey = landscape->next ? landscape->next : landscape->survey;
    if (survey->cost != cost_of(lab) ||
        !net_shape_equal(&survey->moment[0].shape, &lab->model.net.shape) ||
        memcmp(landscape->of_axis, landscape->axis, sizeof landscape->axis) != 0) {
        return true;
    }
    if (landscape_ball_is_walked(landscape, lab)) {
        return false;
    }
    if (has_way(lab)) {
        return landscape->last_id == 0 || landscape->run != lab->run;
    }
    return !moment_is_in_training(lab) && is_of_other_weights(landscape, lab);
}

/* Whether the run has left the map, or moved on from where it was made for. */
static bool has_moved(const Landscape *landscape, const Lab *lab)
{
    double at[PLANE_AXES];
    const Survey *survey = landscape->survey;
    if (landscape->next || !has_way(lab) || landscape->shown_run != lab->run ||
        landscape_ball_is_walked(landscape, lab) || newest(lab)->id == landscape->last_id) {
        return false;
    }
    if (lab->stats.phase != TRAIN_RUNNING) {
        return true; /* the way is at its end */
    }
    plane_place(&survey->plane, &newest(lab)->net, at);
    bool calm = landscape->from_ball || survey_side(survey) < SURVEY_SIDE;
    return is_far(survey, at, calm ? HUGE_VAL : MOVED);
}

/* The moments that a survey gets. */
static int choose_moments(const Lab *lab, const Net *moment[PLANE_MOMENTS])
{
    const Timeline *timeline = &lab->timeline;
    int chosen[PLANE_MOMENTS];
    int count = survey_choose(&lab->model.net, timeline->frames, chosen);
    for (int i = 0; i < count; i++) {
        moment[i] = &timeline->frame[chosen[i]].net;
    }
    return count;
}

/* Begin a survey of the lab as it is. */
static void begin(Landscape *landscape, const Lab *lab)
{
    const Net *moment[PLANE_MOMENTS] = {&lab->model.net};
    bool way = has_way(lab);
    SurveyWish wish = {
        .moment = moment,
        .moments = way ? choose_moments(lab, moment) : 1,
        .data = &lab->mix.train,
        .cost = cost_of(lab),
        .axis = {landscape_axis(landscape, lab, 0), landscape_axis(landscape, lab, 1)},
        .seed = 1};
    if (!landscape->jobs) {
        landscape->jobs = jobs_create(lab->wake, lab->wake_context, &landscape->err);
    }
    landscape->next = landscape->jobs ? survey_create(&wish, &landscape->err) : NULL;
    if (landscape->next) {
        jobs_start(landscape->jobs, &landscape->next->job);
    }
    landscape->run = lab->run;
    landscape->last_id = way ? newest(lab)->id : 0;
    landscape->net_version = lab->net_version;
    landscape->from_ball = false;
    memcpy(landscape->of_axis, landscape->axis, sizeof landscape->axis);
    landscape->revision++;
}

/* Drop a survey; true where it is gone. One that runs stops soon. */
static bool drop(Landscape *landscape, Survey **survey)
{
    if (*survey) {
        (*survey)->unwanted = true;
        if (!jobs_done(landscape->jobs, &(*survey)->job, 0)) {
            return false;
        }
        survey_destroy(*survey);
        *survey = NULL;
    }
    return true;
}

/* The one under way comes on show once its coarse map is known. */
static void take_next(Landscape *landscape)
{
    Survey *next = landscape->next;
    if (!next) {
        return;
    }
    if (survey_side(next) > 0 && drop(landscape, &landscape->survey)) {
        Err unused;
        landscape->survey = next;
        landscape->next = NULL;
        landscape->shown_run = landscape->run;
        landscape->moments = 0;
        landscape->ball = (LandscapeBall){.net_version = -1};
        ground_room_free(&landscape->room);
        sgd_room_free(&landscape->images);
        if (!ground_room_make(&landscape->room, &next->plane.origin.shape, &unused)) {
            landscape->room = (GroundRoom){.net = {.floats = 0}};
        }
        landscape->revision++;
    } else if (jobs_done(landscape->jobs, &next->job, 0)) { /* there was no memory */
        landscape->err = next->err;
        drop(landscape, &landscape->next);
        landscape->revision++;
    }
}

/* Moments whose frames are gone go, those of new ones come, some a frame. True where one did. */
static bool place_moments(Landscape *landscape, const Lab *lab)
{
    const Timeline *timeline = &lab->timeline;
    LandscapeMoment *moment = landscape->moment;
    int kept = 0, left = FLOATS_AT_ONCE, before = landscape->moments;
    if (!has_way(lab) || landscape->shown_run != lab->run) {
        landscape->moments = 0;
        return before > 0;
    }
    for (int i = 0, old = 0; i < timeline->frames && left > 0; i++) {
        LandscapeMoment next = {.id = timeline->frame[i].id};
        while (old < before && moment[old].id < next.id) {
            old++;
        }
        if (old < before && moment[old].id == next.id) {
            next = moment[old];
        } else {
            plane_place(&landscape->survey->plane, &timeline->frame[i].net, next.at);
            left -= (int)timeline->frame[i].net.floats;
        }
        /* New ones come last, so that what is written here has been read. */
        moment[kept++] = next;
    }
    landscape->moments = kept;
    return left < FLOATS_AT_ONCE || kept != before;
}

/* Begin a survey where one is due. */
static void begin_due(Landscape *landscape, const Lab *lab)
{
    if (lab->mix.train.images == 0) {
        return;
    }
    if (goes_on_from_ball(landscape, lab)) {
        landscape->run = landscape->shown_run = lab->run;
        landscape->last_id = lab->timeline.frame[0].id;
        landscape->from_ball = true;
        landscape->walked = 0;
        landscape->revision++;
    }
    bool none = !landscape->survey && !landscape->next;
    bool waits = none && (landscape->err.text[0] || (moment_is_in_training(lab) && !has_way(lab)));
    if (waits || !(none || is_of_other(landscape, lab) ||
                   (landscape->survey && has_moved(landscape, lab)))) {
        return;
    }
    if (drop(landscape, &landscape->next)) {
        if (landscape->survey) {
            landscape->survey->unwanted = true; /* as far as it has come */
        }
        begin(landscape, lab);
    }
}

bool landscape_follow(Landscape *landscape, const Lab *lab)
{
    int revision = landscape->revision, known = landscape->known;
    begin_due(landscape, lab);
    take_next(landscape);
    if (landscape->survey) {
        landscape->known = survey_side(landscape->survey);
        landscape->revision += place_moments(landscape, lab);
        landscape->revision += landscape_ball_place(landscape, lab);
    }
    return landscape->revision != revision || landscape->known != known;
}

bool landscape_is_at_work(const Landscape *landscape, const Lab *lab)
{
    const Survey *survey = landscape->survey;
    bool refined = survey && (survey->unwanted || survey_side(survey) == SURVEY_SIDE);
    bool placed = !has_way(lab) || landscape->shown_run != lab->run ||
                  landscape->moments == lab->timeline.frames;
    return landscape->next || (survey && !(refined && placed));
}

double landscape_share(const Landscape *landscape)
{
    const Survey *survey = landscape->survey;
    return survey ? survey->share[0] + survey->share[1] : 0.0;
}
