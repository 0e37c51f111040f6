/* The curves of the view Learning: cost and accuracy of all runs, with the legend under them. */
#include "views/learning/learning_curves.h"

#include <assert.h>
#include <math.h>

#include "ui/row.h"
#include "views/learning/learning_legend.h"

/* Design pixels. */
enum {
    AXIS_H = 20, /* under it */
    PLOT_GAP = 16,
    PLOT_LEAST_H = 100,
    PLOTS_SIDE_BY_SIDE_W = 520,
    PLOTS_STACKED_H = 320,
    RIBBON_LEAST_H = 96, /* the band under the legend */
    RIBBON_GAP = 12,
    LEGEND_MOST = 4, /* rows, where they take room from the plots */
    GAP = 8,
};

/* The axis of the epochs is so much longer than the run has come, but as long as so many
 * minibatches. */
/* The height that the ribbon has of the view, at most. */
static const float RIBBON_SHARE = 0.38f;

static const double AHEAD = 1.1, LEAST_STEPS = 50;

static const float FITTED_FROM = 0.05f; /* of the axis */

/* Spots. */
enum { ABOUT_COST, ABOUT_ACCURACY };

static const Curves *curves_of(const LearningView *view, int run)
{
    return runs_curves(&view->lab->runs, run, &view->lab->curves);
}

static bool is_open(const LearningView *view, int run)
{
    return view->lab->runs.open && run == view->lab->runs.count - 1;
}

/* How far right the curves of a run reach. While it goes on there is some room for what comes, and
 * no more: the axis grows with it up to the planned end. */
static double end_of(const LearningView *view, int run)
{
    const Lab *lab = view->lab;
    double last = curves_of(view, run)->last.epoch, planned = lab->config.epochs;
    if (!is_open(view, run)) {
        return last;
    }
    double done = fmax(lab->stats.done * planned, last);
    double least = LEAST_STEPS * planned / fmax((double)lab->stats.steps_planned, LEAST_STEPS);
    return lab->stats.phase == TRAIN_IDLE ? done : fmin(fmax(AHEAD * done, least), planned);
}

/* What is known of the open run between epochs. */
static void take_live(LearningView *view)
{
    const Lab *lab = view->lab;
    const History *history = &lab->history;
    bool shown = lab->runs.open && lab->stats.steps_planned > 0;
    view->live = shown ? history->points : 0;
    view->estimates = 0;
    for (int i = 0; i < view->live; i++) {
        const HistoryPoint *point = &history->point[i];
        float epoch =
            (float)((double)point->step / (double)lab->stats.steps_planned * lab->config.epochs);
        view->live_cost[i] = (PlotPoint){epoch, point->smooth};
        view->raw_cost[i] = (PlotPoint){epoch, point->cost};
        if (i == 0 || point->accuracy != point[-1].accuracy) { /* until then the one before holds */
            view->live_accuracy[view->estimates++] = (PlotPoint){epoch, point->accuracy};
        }
    }
}

/* The plots. */

/* The least and the most of all curves from `from` on. */
typedef struct Extent {
    float least, most;
} Extent;

static void range_add(Extent *range, float y)
{
    range->least = fminf(range->least, y);
    range->most = fmaxf(range->most, y);
}

static Extent range_of(const Plot *plot, float from)
{
    Extent range = {INFINITY, 0.0f};
    for (int i = 0; i < plot->runs; i++) {
        const PlotRun *run = &plot->run[i];
        for (int e = 0; e < run->test.count; e++) {
            if ((float)e >= from) {
                range_add(&range, run->test.y[e]);
                range_add(&range, e > 0 ? run->train.y[e] : run->test.y[e]);
            }
        }
        for (int p = 0; p < run->points; p++) {
            if (run->live[p].epoch >= from) {
                range_add(&range, run->live[p].y);
            }
        }
    }
    return range;
}

/* The ends of both axes fit all but the first part of the curves, in which so much happens that all
 * others would be flat. They move as the curves do, and not by steps. */
static void fit(Plot *cost, Plot *accuracy)
{
    Extent costs = range_of(cost, cost->log ? 0.0f : FITTED_FROM * cost->end);
    Extent right = range_of(accuracy, FITTED_FROM * accuracy->end);
    cost->high = costs.most > 0.0f ? 1.1f * costs.most : 1.0f;
    if (cost->log) {
        cost->low = fmaxf(fminf(0.8f * costs.least, cost->high / 10.0f), cost->high * 1e-6f);
    }
    accuracy->high = 1.0f;
    accuracy->low =
        right.most > 0.0f ? fmaxf(right.least - 0.3f * (1.0f - right.least), 0.0f) : 0.0f;
}

/* In the first epoch, what is known of each minibatch stands for the tests at its ends. */
static void add_run(const LearningView *view, int i, bool cost, PlotRun *run)
{
    const Curves *curves = curves_of(view, i);
    int first = is_open(view, i) && view->live > 0 && curves->count > 1 ? 1 : 0;
    *run = (PlotRun){
        .train = {"train", cost ? curves->train_cost : curves->train_accuracy, 1, curves->count},
        .test = {"test", cost ? curves->test_cost : curves->test_accuracy, first, curves->count},
        .style = view->lab->runs.run[i].colour,
    };
}

static void make_plots(LearningView *view)
{
    int shown = 0;
    double end = 0.0, planned = 0.0;
    take_live(view);
    for (int i = 0; i < view->lab->runs.count; i++) {
        if (!view->lab->runs.run[i].hidden) {
            add_run(view, i, true, &view->cost_run[shown]);
            add_run(view, i, false, &view->accuracy_run[shown]);
            if (is_open(view, i)) {
                view->cost_run[shown].live = view->live_cost;
                view->cost_run[shown].raw = view->raw_cost;
                view->accuracy_run[shown].live = view->live_accuracy;
                view->cost_run[shown].points = view->live;
                view->accuracy_run[shown].points = view->estimates;
                planned = view->lab->config.epochs;
            }
            end = fmax(end, end_of(view, i));
            shown++;
        }
    }
    Plot plot = {.train = "train",
                 .test = "test",
                 .end = end > 0.0 ? (float)end : 1.0f,
                 .planned = (float)planned,
                 .runs = shown,
                 .alone = shown == 1,
                 .crossed = -1};
    view->cost = view->accuracy = plot;
    view->cost.title = "Cost";
    view->cost.log = !view->linear;
    view->cost.run = view->cost_run;
    view->accuracy.title = "Accuracy";
    view->accuracy.percent = view->accuracy.of_tests = true;
    view->accuracy.run = view->accuracy_run;
    fit(&view->cost, &view->accuracy);
    view->cost.crossed = view->accuracy.crossed = learning_curves_epoch(view);
}

static bool is_in(SDL_Rect box, int x, int y)
{
    return SDL_PointInRect(&(SDL_Point){x, y}, &box);
}

/* The epoch at a place in one of the plots; -1 where there is none. */
static int epoch_at(const LearningView *view, int x, int y)
{
    if (view->lab->runs.count == 0) {
        return -1;
    }
    return is_in(view->cost_box, x, y)       ? plot_epoch_at(&view->cost, view->cost_box, x)
           : is_in(view->accuracy_box, x, y) ? plot_epoch_at(&view->accuracy, view->accuracy_box, x)
                                             : -1;
}

int learning_curves_epoch(const LearningView *view)
{
    int pointed = epoch_at(view, (int)view->shell->pointer_x_px, (int)view->shell->pointer_y_px);
    int held = SDL_min(view->held - 1, (int)view->cost.end);
    return pointed >= 0 ? pointed : held;
}

bool learning_curves_hold(LearningView *view, int x, int y)
{
    int epoch = epoch_at(view, x, y);
    view->held = epoch + 1;
    shell_redraw(view->shell);
    return epoch >= 0;
}

void learning_curves_step(LearningView *view, int epochs)
{
    int last = (int)view->cost.end, from = view->held > 0 ? view->held - 1 : last;
    view->held = SDL_clamp(from + epochs, 0, last) + 1;
}

/* Places. */

/* A plot with all that belongs to it fills `box`. */
static SDL_Rect plot_box(const Paint *paint, SDL_Rect box)
{
    int left = paint_px(paint, LEARNING_AXIS_W), top = paint_px(paint, LEARNING_TITLE_H);
    return (SDL_Rect){box.x + left, box.y + top, SDL_max(box.w - left - 1, 1),
                      SDL_max(box.h - top - paint_px(paint, AXIS_H), 1)};
}

/* Both side by side, or one over the other, or else the one that is chosen. */
static void place_plots(LearningView *view, SDL_Rect box)
{
    const Paint *paint = view->shell->paint;
    int gap = paint_px(paint, PLOT_GAP);
    SDL_Rect plot[2] = {box, box};
    if (box.w >= paint_px(paint, PLOTS_SIDE_BY_SIDE_W)) {
        row_flow(box, box.w, gap, 2, plot);
    } else if (box.h >= paint_px(paint, PLOTS_STACKED_H)) {
        plot[0] = row_top(&box, box.h / 2, 0);
        plot[1] = row_top(&box, plot[0].h, 0);
    } else {
        plot[view->show_accuracy ? 0 : 1].w = 0;
    }
    view->cost_box = plot[0].w > 0 ? plot_box(paint, plot[0]) : (SDL_Rect){0};
    view->accuracy_box = plot[1].w > 0 ? plot_box(paint, plot[1]) : (SDL_Rect){0};
}

void learning_curves_place(LearningView *view, SDL_Rect box)
{
    const Paint *paint = view->shell->paint;
    int gap = paint_px(paint, GAP), row_h = paint_px(paint, LEARNING_ROW_H);
    int ribbon_h = SDL_max((int)(RIBBON_SHARE * (float)box.h), paint_px(paint, RIBBON_LEAST_H));
    int least_h = paint_px(paint, PLOT_LEAST_H + LEARNING_TITLE_H + AXIS_H) + gap;
    int runs = SDL_clamp(view->lab->runs.count, 1, LEGEND_MOST);
    if (box.h - ribbon_h - gap >= least_h + 2 * row_h) {
        view->ribbon_box = row_bottom(&box, ribbon_h, paint_px(paint, RIBBON_GAP));
        row_left(&view->ribbon_box, paint_px(paint, LEARNING_AXIS_W - BANDS_DIGITS_W), 0);
    }
    view->rows = SDL_clamp((box.h - least_h) / row_h - 1, 1, runs);
    view->legend = row_bottom(&box, (view->rows + 1) * row_h, gap);
    row_left(&view->legend, paint_px(paint, LEARNING_AXIS_W), 0);
    view->plots = box;
    place_plots(view, view->plots);
}

void learning_curves_update(LearningView *view)
{
    const SDL_Rect *plot[2] = {&view->cost_box, &view->accuracy_box};
    make_plots(view);
    panes_add_widget(view->shell, WIDGET_AREA, LEARNING_AREA, view->plots, false);
    for (int i = 0; i < 2; i++) {
        int h = paint_px(view->shell->paint, LEARNING_TITLE_H);
        panes_add_spot(view->shell, (SDL_Rect){plot[i]->x, plot[i]->y - h, plot[i]->w, h},
                       i == 0 ? ABOUT_COST : ABOUT_ACCURACY);
    }
    learning_legend_update(view);
}

void learning_curves_draw(const LearningView *view)
{
    if (view->cost_box.w > 0) {
        plot_draw(view->shell->paint, &view->cost, PAINT_LEARNING_COST, view->cost_box);
    }
    if (view->accuracy_box.w > 0) {
        plot_draw(view->shell->paint, &view->accuracy, PAINT_LEARNING_ACCURACY, view->accuracy_box);
    }
    learning_legend_draw(view);
}

/* What the cost is depends on the run; the newest one that shows speaks for all. */
static NetCost cost_of(const LearningView *view)
{
    const Runs *runs = &view->lab->runs;
    return runs->count > 0 ? runs->run[runs->count - 1].recipe.config.cost : view->lab->plan.cost;
}

void learning_curves_explain(const LearningView *view, int about, Hint *hint)
{
    bool squared = cost_of(view) == NET_COST_SQUARED;
    if (about >= LEARNING_ABOUT_RUN) {
        learning_legend_explain(view, about - LEARNING_ABOUT_RUN, hint);
    } else if (about == ABOUT_COST) {
        hint_title(hint, "Cost: how wrong the ten outputs are");
        hint_say(hint,
                 "C = mean over the images of %s.\nTrain: on images as they are, after an epoch. "
                 "Test: too, on images that are never trained on.%s",
                 squared ? "the sum of (a - y)^2" : "-sum of y ln a + (1 - y) ln(1 - a)",
                 !view->linear ? "\nOn the log scale each step up is so many times as much." : "");
        hint_unit(hint, "0 is perfect");
    } else {
        hint_title(hint, "Accuracy: how often the answer is right");
        hint_say(
            hint,
            "right answers / images, where the answer is the strongest output.\nWhere train is "
            "far above test, images were learned by heart.");
        hint_unit(hint, "share of the images; guessing gives 10 %%");
    }
}
