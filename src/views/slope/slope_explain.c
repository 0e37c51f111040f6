/* The numbers of the view Slope explained, and written down. */
#include "views/slope/slope_explain.h"

#include "views/slope/slope_picture.h"
#include "views/slope/slope_roll.h"
#include "views/slope/slope_say.h"

enum { CURVE, PATHS, RATE, SAID };

void slope_explain_add(SlopeView *view)
{
    const SlopePlaces *at = &view->places;
    if (view->phase == SLOPE_NOTHING) {
        return;
    }
    panes_add_spot(view->shell, at->plot, CURVE);
    if (view->phase > SLOPE_CURVE) {
        panes_add_spot(view->shell, at->paths, PATHS);
        panes_add_spot(view->shell, at->rate_text, RATE);
        for (int i = 0; i < SLOPE_SAYS; i++) {
            panes_add_spot(view->shell, at->said[i], SAID + i);
        }
    }
}

static void explain_curve(const SlopeView *view, int x, Hint *hint)
{
    double place = slope_picture_place_at(view, x);
    bool bias = view->chosen >= 0 && view->choice[view->chosen].from == COMPONENT_BIAS;
    const char *what = bias ? "the bias" : view->chosen >= 0 ? "the weight" : "the distance";
    hint_title(hint, "The cost where %s is %s", what,
               hint_number(slope_say_value(view, place), 3).text);
    hint_say(hint, "about %s, the mean of %s training images",
             hint_number(slope_curve_height(&view->curve, place), 4).text,
             slope_say_images(view).text);
    if (view->phase > SLOPE_UNDER_BALL) {
        hint_say(hint, "\nunder the ball: %s",
                 hint_number(view->ball[BALL_ALL].cost[view->steps], 4).text);
    }
    hint_unit(hint, "%s; dashes: the network %s",
              view->slope.kind == NET_COST_SQUARED ? "squared error" : "cross-entropy",
              slope_say_when(view));
}

static void explain_said(const SlopeView *view, int which, Hint *hint)
{
    const SlopeBall *all = &view->ball[BALL_ALL], *some = &view->ball[BALL_MINIBATCH];
    if (which == 0) {
        hint_title(hint, "The slope under the ball");
        hint_say(hint, "gradient of the cost · direction of the line = %s\n",
                 hint_short(all->slope).text);
        hint_say(hint, "step = -rate · slope = -%s · %s = %s", hint_short(view->rate).text,
                 hint_short(all->slope).text, hint_short(-view->rate * all->slope).text);
    } else if (which == 1) {
        hint_title(hint, "The slope by a minibatch, under its ball");
        hint_say(hint, "%s, of %d images drawn anew for each step", hint_short(some->slope).text,
                 view->minibatch_images);
    } else {
        hint_title(hint, "How long a step may be");
        hint_say(hint,
                 "nowhere beyond the bottom: up to 1 / %s = %s\nsettles there: up to 2 / %s = %s",
                 hint_short(view->curve.curved).text, hint_short(1.0 / view->curve.curved).text,
                 hint_short(view->curve.bottom).text, hint_short(2.0 / view->curve.bottom).text);
    }
    hint_unit(hint, which == 2 ? "by how much the curve bends: most, and at the bottom"
                               : "cost per unit of the line");
}

void slope_explain(const void *self, int about, SDL_Point at, Hint *hint)
{
    const SlopeView *view = self;
    if (about == CURVE) {
        explain_curve(view, at.x, hint);
    } else if (about == PATHS) {
        const SlopeBall *all = &view->ball[BALL_ALL], *some = &view->ball[BALL_MINIBATCH];
        hint_title(hint, "The paths of both balls, after %d of %d steps", view->steps, SLOPE_STEPS);
        hint_say(hint, "all images: at %s\nminibatches: at %s",
                 hint_number(slope_say_value(view, all->at), 3).text,
                 hint_number(slope_say_value(view, some->at), 3).text);
        hint_unit(hint, "dots: where the curve is lowest, %s",
                  hint_number(slope_say_value(view, view->curve.lowest), 3).text);
    } else if (about == RATE) {
        hint_title(hint, "The learning rate of the balls");
        hint_say(hint, "step = -rate · slope");
        hint_unit(hint, "of this page alone; along one line it may be large");
    } else {
        explain_said(view, about - SAID, hint);
    }
}

bool slope_table(const void *self, FILE *out)
{
    const SlopeView *view = self;
    fprintf(out, "what,number,place,cost\n");
    for (int i = 0; i < SLOPE_POINTS && view->phase != SLOPE_NOTHING; i++) {
        double place = slope_curve_place(&view->curve, i);
        if (view->curve.known[i]) {
            fprintf(out, "curve,%d,%.9g,%.9g\n", i, slope_say_value(view, place),
                    view->curve.cost[i]);
        }
    }
    for (int ball = 0; ball < SLOPE_BALLS && view->phase > SLOPE_CURVE; ball++) {
        for (int i = 0; i <= view->steps; i++) {
            fprintf(out, "%s,%d,%.9g,\n", ball == BALL_ALL ? "all images" : "minibatches", i,
                    slope_say_value(view, view->ball[ball].path[i]));
        }
    }
    return !ferror(out);
}
