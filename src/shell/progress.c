/* The training strip. */
#include "shell/progress.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "lab/moment.h"
#include "lab/scrub.h"
#include "lab/weights.h"
#include "shell/action.h"
#include "shell/card.h"
#include "shell/cost_line.h"
#include "shell/widgets.h"
#include "ui/row.h"

LayoutStrip progress_form(const Shell *shell)
{
    bool open = shell->lab->settings.strip_open || (card_needs(shell) & LAYOUT_STRIP);
    return !open                          ? LAYOUT_STRIP_FOLDED
           : shell->view == VIEW_LEARNING ? LAYOUT_STRIP_LOW
                                          : LAYOUT_STRIP_OPEN;
}

/* Between the parts of a line. */
#define BETWEEN " · "

static bool is_under_way(const Shell *shell)
{
    return shell->lab->stats.phase != TRAIN_IDLE;
}

static void add_round(Shell *shell, int action, SDL_Rect box, WidgetPicture picture, bool on)
{
    widgets_add(shell, WIDGET_ROUND, action, box, on)->picture = picture;
}

/* While a run is under way the large button holds it and lets it go; after it, it plays it again.
 */
static void add_play(Shell *shell)
{
    bool training = is_under_way(shell);
    bool goes = shell->lab->stats.phase == TRAIN_RUNNING || shell->replay.on;
    add_round(shell, training ? ACTION_TRAIN : ACTION_REPLAY, shell->layout.play,
              goes ? WIDGET_PAUSE : WIDGET_PLAY, training || shell->replay.on);
}

static void add_time_line(Shell *shell)
{
    if (scrub_can(shell->lab)) {
        SDL_Rect box = row_inset(shell->layout.time, -paint_px(shell->paint, WIDGET_KNOB), 0);
        widgets_add(shell, WIDGET_SLIDER, ACTION_TIME, box, false)->upright = true;
    }
}

void progress_add_widgets(Shell *shell)
{
    const Layout *at = &shell->layout;
    bool open = at->play.w > 0, back = moment_frame(shell->lab) >= 0;
    if (open) {
        add_round(shell, ACTION_FRAME_BACK, at->back, WIDGET_BACK, false);
        add_round(shell, back ? ACTION_FRAME_FORWARD : ACTION_STEP, at->forward, WIDGET_FORWARD,
                  false);
        add_play(shell);
    }
    widgets_add(shell, WIDGET_BUTTON, !open && is_under_way(shell) ? ACTION_TRAIN : ACTION_CONTINUE,
                at->resume, false);
    widgets_add(shell, WIDGET_BUTTON, ACTION_SCRATCH, at->scratch, false);
    if (open) {
        widgets_add(shell, WIDGET_SLIDER, ACTION_SPEED, at->speed, false);
        add_time_line(shell);
    }
    widgets_add(shell, WIDGET_FOLD, ACTION_TIME_LINE, at->fold, open);
}

/* False where there is something more urgent to say than what is trained on. */
static bool print_data(const Lab *lab, char *text, size_t room)
{
    char images[NUMBER_TEXT];
    number_print(images, sizeof images, lab->mix.train.images);
    if (lab->fetch) {
        snprintf(text, room, "Downloading MNIST: %.0f %%", 100.0 * lab->fetched);
    } else if (lab->loader) {
        snprintf(text, room, "Loading the images…");
    } else {
        snprintf(text, room, "%s, %s images", *lab->mix.name ? lab->mix.name : "nothing", images);
        return true;
    }
    return false;
}

/* The parts at the end of a text that do not fit in its box are left out. */
static void drop_parts(Paint *paint, int w, char *text)
{
    while (paint_text_width(paint, text, PAINT_LABEL, TEXT_REGULAR) > w) {
        char *last = NULL;
        for (char *at = strstr(text, BETWEEN); at; at = strstr(at + 1, BETWEEN)) {
            last = at;
        }
        if (!last) {
            return;
        }
        *last = 0;
    }
}

static bool has_run(const Lab *lab)
{
    return scrub_can(lab) || lab->history.points > 0 || lab->stats.phase != TRAIN_IDLE;
}

/* Of the run on show, or of the next one where there is none. */
static void print_recipe(const Lab *lab, char *text, size_t room)
{
    const TrainConfig *of = has_run(lab) ? &lab->config : &lab->recipe;
    if (print_data(lab, text, room)) {
        size_t used = strlen(text);
        snprintf(text + used, room - used, BETWEEN "minibatch %d" BETWEEN "rate %g", of->minibatch,
                 (double)of->rate);
    }
}

static void print_cost(double cost, char *text, size_t room)
{
    snprintf(text, room, cost < 0.1 ? "%.3f" : "%.2f", cost);
}

static void print_run(const Lab *lab, char *text, size_t room)
{
    char cost[24];
    MomentFigures figures = moment_figures(lab);
    scrub_print_epoch(lab, text, room);
    if (figures.costed) {
        print_cost(figures.cost, cost, sizeof cost);
        size_t used = strlen(text);
        snprintf(text + used, room - used, BETWEEN "cost %s", cost);
    }
    if (figures.estimated) {
        size_t used = strlen(text);
        snprintf(text + used, room - used, BETWEEN "accuracy ~%.0f %%", 100.0 * figures.accuracy);
    }
}

/* What the training left of the network on show, as far as it is known of just these weights. */
typedef struct Past {
    bool known, costed;
    int epochs;
    double cost, right; /* on test images */
} Past;

static Past past_of(const Lab *lab)
{
    const NetInfo *info = &lab->model.info;
    const NetCurves *curves = &info->curves;
    Past past = {.known = info->tested && info->epochs > 0 && !lab->model.fresh,
                 .epochs = info->epochs,
                 .right = info->test_accuracy};
    past.costed = past.known && curves->points > 0;
    past.cost = past.costed ? (double)curves->point[curves->points - 1].test_cost : 0.0;
    return past;
}

void progress_print_tested(const Lab *lab, char *text, size_t room)
{
    const NetInfo *info = &lab->model.info;
    if (info->tested) {
        char right[NUMBER_TEXT];
        const char *data = *info->data ? info->data : "its test images",
                   *more = strstr(data, " + ");
        number_print_share(right, sizeof right, info->test_accuracy);
        snprintf(text, room, "%s on %.*s", right,
                 (int)(more ? more - data : (ptrdiff_t)strlen(data)), data);
    } else if (lab->model.fresh) {
        snprintf(text, room, "random weights");
    } else {
        snprintf(text, room, "not tested as it is");
    }
}

void progress_print_past(const Shell *shell, char *text, size_t room)
{
    const Lab *lab = shell->lab;
    Past past = past_of(lab);
    if (past.known) {
        snprintf(text, room, "trained for %d epoch%s", past.epochs, past.epochs > 1 ? "s" : "");
        if (past.costed) {
            size_t used = strlen(text);
            snprintf(text + used, room - used, ", cost %.3f on test images", past.cost);
        }
    } else if (weights_can_undo(lab)) {
        snprintf(text, room, "changed by hand since it was trained");
    } else {
        progress_print_tested(lab, text, room);
    }
}

static void print_status(const Shell *shell, char *text, size_t room)
{
    const Lab *lab = shell->lab;
    bool busy = lab->fetch || lab->loader;
    if (shell->layout.play.w > 0) {
        print_recipe(lab, text, room);
    } else if (is_under_way(shell)) {
        print_run(lab, text, room);
    } else if (busy) {
        print_data(lab, text, room);
    } else {
        progress_print_past(shell, text, room);
    }
}

/* Steps a second; at full speed as many as there are. */
static void print_speed(const Lab *lab, char *text, size_t room)
{
    char number[NUMBER_TEXT];
    int pace = plan_pace(lab->plan.speed);
    double speed = lab->stats.images_per_second / lab->config.minibatch;
    if (pace != TRAINER_FULL_SPEED) {
        snprintf(text, room, pace == 1 ? "%d step/s" : "%d steps/s", pace);
    } else if (lab->stats.phase == TRAIN_RUNNING && speed > 0.0) {
        number_print(number, sizeof number, speed);
        snprintf(text, room, "%s/s", number);
    } else {
        snprintf(text, room, "full");
    }
}

static void print_title(const Shell *shell, char *text, size_t room)
{
    const Lab *lab = shell->lab;
    if (moment_frame(lab) >= 0) {
        scrub_print_epoch(lab, text, room);
    } else if (!has_run(lab)) {
        progress_print_past(shell, text, room);
    } else {
        snprintf(text, room, "%s",
                 shell->view == VIEW_LEARNING ? "" : "Cost, live from the minibatches");
    }
}

void progress_print_left(const Shell *shell, char *text, size_t room)
{
    const Lab *lab = shell->lab;
    double pace = plan_pace(lab->plan.speed) * (double)lab->config.minibatch;
    double speed = lab->stats.images_per_second;
    double images = (1.0 - lab->stats.done) * lab->config.epochs * lab->mix.train.images;
    speed = pace > 0.0 ? fmin(pace, speed) : speed; /* at a set pace it mostly waits */
    double left_s = speed > 0.0 ? images / speed : 0.0;
    *text = 0;
    if (is_under_way(shell) && speed > 0.0) {
        snprintf(text, room, left_s < 100.0 ? "%.0f s" : "%.0f min",
                 left_s < 100.0 ? left_s : left_s / 60.0);
    }
}

/* Of a network that has no run of its own. */
static void make_past_figures(const Lab *lab, StripFigure figure[STRIP_FIGURES])
{
    enum { ROOM = sizeof figure[0].value };
    Past past = past_of(lab);
    if (past.known) {
        snprintf(figure[0].name, sizeof figure[0].name, "epochs");
        snprintf(figure[0].value, ROOM, "%d", past.epochs);
        number_print_share(figure[3].value, ROOM, past.right);
    }
    if (past.costed) {
        snprintf(figure[1].value, ROOM, "%.3f", past.cost);
    }
}

static void make_figures(const Lab *lab, StripFigure figure[STRIP_FIGURES])
{
    static const char *const NAME[STRIP_FIGURES] = {"epoch", "cost", "accuracy", "on test images"};
    enum { ROOM = sizeof figure[0].value };
    MomentFigures figures = moment_figures(lab);
    for (int i = 0; i < STRIP_FIGURES; i++) {
        figure[i].old = false;
        snprintf(figure[i].name, sizeof figure[i].name, "%s", NAME[i]);
        snprintf(figure[i].value, ROOM, "–");
    }
    if (!figures.of_run) {
        make_past_figures(lab, figure);
        return;
    }
    char epoch[ROOM + sizeof "epoch "] = "";
    scrub_print_epoch(lab, epoch, sizeof epoch);
    memcpy(figure[0].value, epoch + strlen("epoch "), ROOM);
    if (figures.costed) {
        print_cost(figures.cost, figure[1].value, ROOM);
    }
    if (figures.estimated) {
        snprintf(figure[2].value, ROOM, "~%.0f %%", 100.0 * figures.accuracy);
    }
    if (figures.tested_epoch >= 0) {
        number_print_share(figure[3].value, ROOM, figures.tested);
        figure[3].old = !figures.tested_now;
        if (figure[3].old) {
            snprintf(figure[3].name, sizeof figure[3].name, "test at epoch %d",
                     figures.tested_epoch);
        }
    }
}

static void make_curve(const Shell *shell, Strip *strip)
{
    const Lab *lab = shell->lab;
    bool shown = shell->layout.time.w > 0 && shell->view != VIEW_LEARNING;
    cost_line_make(strip, &lab->history, shown ? lab->history.points : 0,
                   has_run(lab) ? scrub_end(lab) : 0.0);
    if (strip->points == 0) {
        strip->ticks_up = 0;
    }
    double planned = (double)lab->stats.steps_planned;
    strip->end = planned > 0.0 ? scrub_place(lab, planned) : 2.0f;
}

void progress_update(Shell *shell)
{
    Strip *strip = &shell->strip;
    print_status(shell, strip->status, sizeof strip->status);
    drop_parts(shell->paint, shell->layout.status.w, strip->status);
    print_speed(shell->lab, strip->speed, sizeof strip->speed);
    print_title(shell, strip->title, sizeof strip->title);
    make_curve(shell, strip);
    make_figures(shell->lab, strip->figure);
}
