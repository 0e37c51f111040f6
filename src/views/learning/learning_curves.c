/* The curves of the view Learning: cost and accuracy of all runs, with the legend under them. */
#include "views/learning/learning_curves.h"

#include <assert.h>
#include <math.h>

#include "ui/row.h"
#include "views/learning/learning_legend.h"

/* Design pixels. */
enum {
    TITLE_H = 22, /* over a plot */
    AXIS_W = 48,  /* left of it */
    AXIS_H = 20,  /* under it */
    PLOT_GAP = 16,
    PLOT_LEAST_H = 100,
    PLOTS_SIDE_BY_SIDE_W = 520,
    PLOTS_STACKED_H = 320,
    RIBBON_LEAST_H = 64, /* the band under the legend */
    RIBBON_MOST_H = 104,
    GAP = 8,
};

/* Spots. */
enum { ABOUT_COST, ABOUT_ACCURACY };

static const Curves *curves_of(const LearningView *view, int run)
{
    return runs_curves(&view->lab->runs, run, &view->lab->curves);
}

/* How far right the curves of a run reach, or will when it goes on. */
static int epochs_of(const LearningView *view, int run)
{
    const Runs *runs = &view->lab->runs;
    bool going_on = runs->open && run == runs->count - 1 && view->lab->stats.phase != TRAIN_IDLE;
    return going_on ? runs->run[run].recipe.config.epochs : curves_of(view, run)->last.epoch;
}

/* The plots. */

/* The ends of the cost's axis. A linear one fits the trained epochs: the random network's cost
 * would flatten all others. */
static void fit_cost(const LearningView *view, Plot *plot)
{
    float least = INFINITY, most = 0.0f;
    const Runs *runs = &view->lab->runs;
    for (int i = 0; i < runs->count; i++) {
        const Curves *curves = curves_of(view, i);
        for (int e = plot->log || curves->count == 1 ? 0 : 1;
             !runs->run[i].hidden && e < curves->count; e++) {
            float test = curves->test_cost[e], train = e > 0 ? curves->train_cost[e] : test;
            least = fminf(least, fminf(test, train));
            most = fmaxf(most, fmaxf(test, train));
        }
    }
    plot->high = most > 0.0f ? plot_round_up(most) : 1.0f;
    if (plot->log) {
        float low = fmaxf(fminf(least, plot->high / 10.0f), plot->high * 1e-6f);
        plot->low = powf(10.0f, floorf(log10f(low) + 1e-3f));
    }
}

/* Where all are good, the lower part tells nothing. */
static void fit_accuracy(const LearningView *view, Plot *plot)
{
    float least = 1.0f;
    const Runs *runs = &view->lab->runs;
    for (int i = 0; i < runs->count; i++) {
        const Curves *curves = curves_of(view, i);
        for (int e = 1; !runs->run[i].hidden && e < curves->count; e++) {
            least = fminf(least, fminf(curves->test_accuracy[e], curves->train_accuracy[e]));
        }
        least = curves->count > 1 || runs->run[i].hidden ? least : 0.0f;
    }
    plot->high = 1.0f;
    plot->low = runs->count == 0 || least < 0.5f ? 0.0f
                : least < 0.8f                   ? 0.5f
                : least < 0.9f                   ? 0.8f
                                                 : 0.9f;
}

static void add_run(const Curves *curves, int style, bool cost, PlotRun *run)
{
    *run = (PlotRun){
        .train = {"train", cost ? curves->train_cost : curves->train_accuracy, 1, curves->count},
        .test = {"test", cost ? curves->test_cost : curves->test_accuracy, 0, curves->count},
        .style = style,
    };
}

static void make_plots(LearningView *view)
{
    int shown = 0, epochs = 1;
    for (int i = 0; i < view->lab->runs.count; i++) {
        const KeptRun *run = &view->lab->runs.run[i];
        if (!run->hidden) {
            add_run(curves_of(view, i), run->colour, true, &view->cost_run[shown]);
            add_run(curves_of(view, i), run->colour, false, &view->accuracy_run[shown]);
            epochs = SDL_max(epochs, epochs_of(view, i));
            shown++;
        }
    }
    Plot plot = {.train = {.name = "train"},
                 .test = {.name = "test"},
                 .epochs = epochs,
                 .large = true,
                 .runs = shown,
                 .crossed = -1};
    view->cost = view->accuracy = plot;
    view->cost.title = view->log ? "Cost, log scale" : "Cost";
    view->cost.log = view->log;
    view->cost.run = view->cost_run;
    view->accuracy.title = "Accuracy";
    view->accuracy.percent = true;
    view->accuracy.run = view->accuracy_run;
    fit_cost(view, &view->cost);
    fit_accuracy(view, &view->accuracy);
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
    int held = SDL_min(view->held - 1, view->cost.epochs);
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
    int last = view->cost.epochs, from = view->held > 0 ? view->held - 1 : last;
    view->held = SDL_clamp(from + epochs, 0, last) + 1;
}

/* Places. */

/* A plot with all that belongs to it fills `box`. */
static SDL_Rect plot_box(const Paint *paint, SDL_Rect box)
{
    int left = paint_px(paint, AXIS_W), top = paint_px(paint, TITLE_H);
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
    int ribbon_h =
        SDL_clamp(box.h / 5, paint_px(paint, RIBBON_LEAST_H), paint_px(paint, RIBBON_MOST_H));
    int least_h = paint_px(paint, PLOT_LEAST_H + TITLE_H + AXIS_H) + gap;
    if (box.h - ribbon_h - gap >= least_h + 2 * row_h) {
        view->ribbon_box = row_bottom(&box, ribbon_h, gap);
    }
    view->rows = SDL_clamp((box.h - least_h) / row_h - 1, 1, SDL_max(view->lab->runs.count, 1));
    view->legend = row_bottom(&box, (view->rows + 1) * row_h, gap);
    view->plots = box;
    place_plots(view, view->plots);
}

void learning_curves_update(LearningView *view)
{
    const SDL_Rect *plot[2] = {&view->cost_box, &view->accuracy_box};
    make_plots(view);
    panes_add_widget(view->shell, WIDGET_AREA, LEARNING_AREA, view->plots, false);
    for (int i = 0; i < 2; i++) {
        int h = paint_px(view->shell->paint, TITLE_H);
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
                 view->log ? "\nOn the log scale each step up is so many times as much." : "");
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
