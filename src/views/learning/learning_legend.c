/* The legend of the view Learning: the runs by name, with the figures of an epoch. */
#include "views/learning/learning_legend.h"

#include <string.h>

#include "ui/row.h"

/* Design pixels. */
enum { SAMPLE_W = 28, FIGURE_W = 62, REMOVE_W = 24, GAP = 8 };

enum { FIGURES = 4 };

/* The figures of an epoch, in the order of the legend's columns. */
static const struct {
    const char *name;
    bool cost, train;
} FIGURE[FIGURES] = {
    {"train cost", true, true},
    {"test cost", true, false},
    {"train acc.", false, true},
    {"test acc.", false, false},
};

static const Curves *curves_of(const LearningView *view, int run)
{
    return runs_curves(&view->lab->runs, run, &view->lab->curves);
}

static const float *figure_of(const Curves *curves, int figure)
{
    const float *const LINE[FIGURES] = {curves->train_cost, curves->test_cost,
                                        curves->train_accuracy, curves->test_accuracy};
    return LINE[figure];
}

static void show_row(LearningView *view, int run)
{
    int last = SDL_max(view->lab->runs.count - view->rows, 0);
    view->top = SDL_clamp(view->top, SDL_max(run - view->rows + 1, 0), SDL_max(run, 0));
    view->top = SDL_min(view->top, last);
}

void learning_legend_choose(LearningView *view, int runs)
{
    view->chosen = SDL_clamp(view->chosen + runs, 0, SDL_max(view->lab->runs.count - 1, 0));
    show_row(view, view->chosen);
}

void learning_legend_scroll(LearningView *view, int rows)
{
    view->top = SDL_clamp(view->top + rows, 0, SDL_max(view->lab->runs.count - view->rows, 0));
}

static SDL_Rect row_box(const LearningView *view, int row)
{
    return row_down(view->legend, view->rows + 1, row + 1); /* under the names of the columns */
}

static bool has_column(const LearningView *view, int figure)
{
    return FIGURE[figure].cost ? view->cost_box.w > 0 : view->accuracy_box.w > 0;
}

/* Where the figures of a row are, all of them. */
static SDL_Rect figures_box(const LearningView *view, SDL_Rect row)
{
    int columns = 0;
    for (int i = 0; i < FIGURES; i++) {
        columns += has_column(view, i);
    }
    row_right(&row, paint_px(view->shell->paint, REMOVE_W + GAP), 0);
    return row_right(&row, columns * paint_px(view->shell->paint, FIGURE_W), 0);
}

void learning_legend_update(LearningView *view)
{
    const Paint *paint = view->shell->paint;
    int gap = paint_px(paint, 2.0f);
    view->chosen = SDL_clamp(view->chosen, 0, SDL_max(view->lab->runs.count - 1, 0));
    if (view->lab->runs.count > view->listed) { /* a run that has begun comes into sight */
        view->top = view->lab->runs.count;
    }
    view->listed = view->lab->runs.count;
    learning_legend_scroll(view, 0);
    for (int row = 0; row < view->rows && view->top + row < view->lab->runs.count; row++) {
        int run = view->top + row;
        SDL_Rect box = row_box(view, row), figures = figures_box(view, box);
        SDL_Rect name = row_inset(box, 0, gap);
        SDL_Rect remove = row_right(&name, paint_px(paint, REMOVE_W), 0);
        row_left(&name, paint_px(paint, SAMPLE_W + GAP), 0);
        name.w = figures.x - 4 * gap - name.x;
        panes_add_widget(view->shell, WIDGET_TOGGLE, LEARNING_SHOW + run, name,
                         !view->lab->runs.run[run].hidden);
        panes_add_widget(view->shell, WIDGET_BUTTON, LEARNING_REMOVE + run, remove, false);
        panes_add_spot(view->shell, figures, LEARNING_ABOUT_RUN + run);
    }
}

/* Which of its epochs the legend has of a run; -1 where it has none. */
static int shown_epoch(const LearningView *view, int run)
{
    int crossed = view->cost.crossed, count = curves_of(view, run)->count;
    return crossed < 0 ? count - 1 : crossed < count ? crossed : -1;
}

static void print_figure(const LearningView *view, int run, int figure, char *text, size_t room)
{
    int epoch = shown_epoch(view, run);
    if (epoch < 0 || (FIGURE[figure].train && epoch == 0)) {
        snprintf(text, room, "–");
        return;
    }
    double value = (double)figure_of(curves_of(view, run), figure)[epoch];
    if (FIGURE[figure].cost) {
        snprintf(text, room, value < 10.0 ? "%.4f" : "%.4g", value);
    } else {
        snprintf(text, room, "%.2f %%", 100.0 * value);
    }
}

static void draw_names(const LearningView *view)
{
    Paint *out = view->shell->paint;
    char text[80];
    SDL_Rect head = row_box(view, -1), figures = figures_box(view, head);
    int count = view->lab->runs.count;
    if (count == 0) {
        snprintf(text, sizeof text, "No run yet: Train from scratch begins one.");
    } else if (view->cost.crossed >= 0) {
        snprintf(text, sizeof text, "Epoch %d", view->cost.crossed);
    } else {
        snprintf(text, sizeof text, "Last epoch");
    }
    if (count > view->rows) {
        size_t used = strlen(text);
        snprintf(text + used, sizeof text - used, " · %d of %d runs", view->rows, count);
    }
    head.w = count ? figures.x - head.x : head.w;
    paint_text(out, head, PAINT_LEFT, text, PAINT_LABEL, TEXT_REGULAR, out->theme->secondary);
    for (int i = 0; i < FIGURES && count > 0; i++) {
        if (has_column(view, i)) {
            SDL_Rect column = row_left(&figures, paint_px(out, FIGURE_W), 0);
            paint_text(out, column, PAINT_RIGHT, FIGURE[i].name, PAINT_AXIS, TEXT_REGULAR,
                       out->theme->secondary);
        }
    }
}

static void draw_row(const LearningView *view, int row)
{
    Paint *out = view->shell->paint;
    char text[24];
    int run = view->top + row;
    SDL_Rect box = row_box(view, row), figures = figures_box(view, box);
    if (panes_has_focus(view->shell, LEARNING_AREA) && run == view->chosen) {
        paint_round(out, box, 4.0f, out->theme->track);
    }
    plot_draw_sample(out, view->lab->runs.run[run].colour,
                     row_left(&box, paint_px(out, SAMPLE_W), 0));
    for (int i = 0; i < FIGURES; i++) {
        if (has_column(view, i)) {
            SDL_Rect column = row_left(&figures, paint_px(out, FIGURE_W), 0);
            print_figure(view, run, i, text, sizeof text);
            paint_text(out, column, PAINT_RIGHT, text, PAINT_LABEL, TEXT_REGULAR, out->theme->text);
        }
    }
}

void learning_legend_draw(const LearningView *view)
{
    draw_names(view);
    for (int row = 0; row < view->rows && view->top + row < view->lab->runs.count; row++) {
        draw_row(view, row);
    }
}

void learning_legend_explain(const LearningView *view, int run, Hint *hint)
{
    const RunRecipe *recipe = &view->lab->runs.run[run].recipe;
    const Curves *curves = curves_of(view, run);
    int epoch = shown_epoch(view, run);
    char shape[64], rate[NET_RATE_MAX];
    net_shape_print(&recipe->shape, shape, sizeof shape);
    hint_title(hint, "%s", view->lab->runs.run[run].name);
    if (epoch >= 0) {
        double test = (double)curves->test_accuracy[epoch];
        hint_say(hint, "After epoch %d: cost %.4f; right on ", epoch,
                 (double)curves->test_cost[epoch]);
        if (recipe->test_images > 0) {
            hint_say(hint, "%.0f of %d test images = ", test * recipe->test_images,
                     recipe->test_images);
        }
        hint_say(hint, "%.2f %%\n", 100.0 * test);
    }
    net_info_print_rate(recipe->config.rate, recipe->config.first_layer, rate);
    hint_say(hint, "%s, rate %s, minibatch %d, decay %g, %s, on %s", shape, rate,
             recipe->config.minibatch, (double)recipe->config.decay,
             net_cost_name(recipe->config.cost), recipe->data);
    hint_unit(hint, "cost: mean over the images; accuracy: share of them");
}

bool learning_legend_table(const void *self, FILE *out)
{
    const LearningView *view = self;
    const Runs *runs = &view->lab->runs;
    fputs("run,epoch,train_cost,test_cost,train_accuracy,test_accuracy\n", out);
    for (int i = 0; i < runs->count; i++) {
        const Curves *curves = curves_of(view, i);
        for (int e = 0; e < curves->count; e++) {
            fprintf(out, "\"%s\",%d", runs->run[i].name, e);
            for (int f = 0; f < FIGURES; f++) {
                double value = (double)figure_of(curves, f)[e];
                bool none = FIGURE[f].train && e == 0; /* nothing was trained yet */
                fprintf(out, none ? "," : ",%.6g", value);
            }
            fputc('\n', out);
        }
    }
    return !ferror(out);
}
