/* What the view Landscape says. */
#include "views/landscape/landscape_say.h"

#include <math.h>
#include <stdio.h>

#include "base/number.h"
#include "lab/landscape_ball.h"
#include "lab/moment.h"
#include "views/landscape/landscape_pictures.h"
#include "views/landscape/landscape_way.h"

/* The cost of a moment and that of the plane under it are told apart from here on, of the cost. */
static const double APART = 0.01;

/* A pointer is at a moment of the run, in design pixels. */
static const float DOT_NEAR = 7.0f;

static const char *axis_name(const LandscapeView *view, int axis)
{
    return survey_axis_name(view->landscape.survey->axis[axis]);
}

/* What the plane holds of the way. */
static void say_share(const LandscapeView *view, char *text, size_t room)
{
    const Survey *survey = view->landscape.survey;
    double share = landscape_share(&view->landscape);
    if (view->landscape.from_ball) {
        snprintf(text, room, "The map is the last run's, until this one ends or leaves it.");
    } else if (share > 0.0 && view->landscape.moments > 1) {
        snprintf(text, room, "This plane holds %.0f %% of the run's way (%.0f + %.0f).",
                 100.0 * share, 100.0 * survey->share[0], 100.0 * survey->share[1]);
    } else {
        snprintf(text, room, "The plane lies %s and %s.", axis_name(view, 0), axis_name(view, 1));
    }
}

/* Of a ball that was dragged, or of other weights than the run's. */
static void say_off_run(const LandscapeView *view, bool apart, char *text, size_t room)
{
    const Lab *lab = view->lab;
    const LandscapeBall *ball = &view->landscape.ball;
    bool waits = lab->timeline.frames > 1 && lab->stats.done < 1.0;
    if (apart) {
        snprintf(text, room, "These weights stand %.1f off the plane, which has %.2f there.",
                 ball->off, ball->ground);
    } else if (landscape_ball_is_walked(&view->landscape, lab)) {
        snprintf(text, room, "This network is one of the plane%s. Continue trains on from it.",
                 waits ? ", and the run has stopped" : "");
    } else {
        snprintf(text, room, "Drag the ball: weights, bars and cost go with it.");
    }
}

static void say_ball(const LandscapeView *view, char *text, size_t room)
{
    const LandscapeBall *ball = &view->landscape.ball;
    bool apart = fabs(ball->cost - ball->ground) > APART * ball->cost;
    bool of_run = view->landscape.moments > 1 && moment_is_of_run(view->lab) &&
                  !landscape_ball_is_walked(&view->landscape, view->lab);
    if (!of_run) {
        say_off_run(view, apart, text, room);
    } else if (apart) {
        snprintf(text, room,
                 "This moment's own cost; the plane, two of all directions, has %.2f here.",
                 ball->ground);
    } else {
        snprintf(text, room, "Drag the ball: weights, bars and cost go with it.");
    }
}

void landscape_say_update(LandscapeView *view)
{
    const Landscape *landscape = &view->landscape;
    char ball[200], share[160];
    if (landscape_pictures_has(view) && landscape->ball.known) {
        say_ball(view, ball, sizeof ball);
        say_share(view, share, sizeof share);
        snprintf(view->say, sizeof view->say, "%s%s%s", view->shell->presenting ? "" : ball,
                 view->shell->presenting ? "" : " ", share);
    } else if (landscape->err.text[0]) {
        snprintf(view->say, sizeof view->say, "%s", landscape->err.text);
    } else if (view->lab->mix.train.images == 0) {
        snprintf(view->say, sizeof view->say,
                 "The landscape needs images to measure the cost on; they are being loaded.");
    } else {
        snprintf(view->say, sizeof view->say, "The ground is being measured.");
    }
}

/* Of the run's way; its dots are named here. */
static void say_moment(const LandscapeView *view, int frame, Hint *hint)
{
    const Lab *lab = view->lab;
    char step[NUMBER_TEXT];
    double done = lab->timeline.frame[frame].done;
    const double *at = view->landscape.moment[frame].at;
    number_print(step, sizeof step, done * (double)lab->stats.steps_planned);
    hint_title(hint, "The run at epoch %s, minibatch %s",
               hint_number(done * lab->config.epochs, 2).text, step);
    hint_say(hint, "cost of the plane here: %s\nPress, and its weights of then are on show.",
             hint_short(relief_cost_at(&view->pictures.relief, at)).text);
    hint_unit(hint, "dots: its start, epochs 1, 2, 5, 10, 20 and so on, its end");
}

void landscape_say_point(const LandscapeView *view, SDL_Point at, bool ground, Hint *hint)
{
    double place[PLANE_AXES];
    bool known = landscape_pictures_has(view);
    if (!known || (ground && !landscape_pictures_pick(view, at, place))) {
        hint_title(hint, ground ? "The cost as ground" : "The cost over a plane of weights");
        hint_say(hint,
                 known ? "Drag to turn it, or with the arrow keys." : "It is not measured yet.");
        return;
    }
    if (!ground) {
        landscape_pictures_place(view, at, place);
    }
    int frame =
        ground ? -1
               : landscape_way_frame_at(view, at, (float)paint_px(view->shell->paint, DOT_NEAR));
    if (frame >= 0) {
        say_moment(view, frame, hint);
        return;
    }
    hint_title(hint, "Cost here: %s",
               hint_short(relief_cost_at(&view->pictures.relief, place)).text);
    hint_say(hint, "%s %s\n%s %s\n%s", hint_fixed_signed(place[0], 1).text, axis_name(view, 0),
             hint_fixed_signed(place[1], 1).text, axis_name(view, 1),
             ground ? "Drag to turn the ground, or the ball."
                    : "Press, and the ball is here: this network reads the drawing.");
    hint_unit(hint, "mean cost of %d training images: %.60s", view->landscape.survey->data.images,
              view->lab->mix.name);
}

bool landscape_say_table(const void *self, FILE *out)
{
    const LandscapeView *view = self;
    const Landscape *landscape = &view->landscape;
    fprintf(out, "what,along_first,along_second,cost\n");
    if (!landscape_pictures_has(view)) {
        return !ferror(out);
    }
    int step = (SURVEY_SIDE - 1) / (landscape->known - 1);
    for (int y = 0; y < SURVEY_SIDE; y += step) {
        for (int x = 0; x < SURVEY_SIDE; x += step) {
            double at[PLANE_AXES];
            survey_place(landscape->survey, x, y, at);
            fprintf(out, "ground,%.6g,%.6g,%.6g\n", at[0], at[1],
                    (double)landscape->survey->height[y * SURVEY_SIDE + x]);
        }
    }
    for (int i = 0; i < landscape->moments; i++) {
        const double *at = landscape->moment[i].at;
        fprintf(out, "moment,%.6g,%.6g,%.6g\n", at[0], at[1],
                relief_cost_at(&view->pictures.relief, at));
    }
    return !ferror(out);
}
