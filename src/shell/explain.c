/* Every number on the screen explains itself. */
#include "shell/explain.h"

#include <math.h>

#include "lab/moment.h"
#include "nn/look.h"
#include "shell/action.h"
#include "shell/notice.h"
#include "shell/progress.h"
#include "ui/row.h"

/* The spots of the window around the views. */
enum { BAR = 0, ANSWER = 10, FIGURE = 20, COST_PLOT = 30, ACCURACY_PLOT, MODEL_NOTE, TIME_LINE };

void explain_add(Shell *shell, SDL_Rect box, ViewId view, int about)
{
    if (shell->spots < SHELL_SPOTS && box.w > 0 && box.h > 0) {
        shell->spot[shell->spots++] = (Spot){box, view, about};
    }
}

void explain_add_frame(Shell *shell)
{
    const Layout *at = &shell->layout;
    int note_w = paint_text_width(shell->paint, shell->model_text, PAINT_LABEL, TEXT_REGULAR);
    for (int d = 0; d < NET_OUTPUTS; d++) {
        SDL_Rect row = row_down(at->chart, NET_OUTPUTS, d);
        row.h = at->chart.h / NET_OUTPUTS;
        explain_add(shell, row, VIEWS, BAR + d);
    }
    explain_add(shell, at->answer, VIEWS, ANSWER);
    explain_add(shell, at->cost, VIEWS, COST_PLOT);
    explain_add(shell, at->accuracy, VIEWS, ACCURACY_PLOT);
    if (progress_has_time_line(shell)) {
        explain_add(shell, at->progress, VIEWS, TIME_LINE);
    }
    for (int i = 0; i < STRIP_FIGURES; i++) {
        SDL_Rect row = row_down(at->figures, STRIP_FIGURES, i);
        row.h = at->figures.h / STRIP_FIGURES;
        explain_add(shell, row, VIEWS, FIGURE + i);
    }
    if (shell->presenting) {
        return; /* another line is in the place of the menus */
    }
    SDL_Rect note = shell->menu_bar.note_box;
    explain_add(shell, row_right(&note, SDL_min(note_w, note.w), 0), VIEWS, MODEL_NOTE);
}

void explain_neuron(const Shell *shell, int layer, int neuron, Hint *hint)
{
    const Net *net = &shell->lab->model.net;
    bool output = layer == net->shape.layers - 1;
    NetInputRoom room;
    NetInput input = net_input(shell->lab->input.cell, &room);
    double z = look_z(net, layer, neuron, &shell->lab->acts, &input);
    double b = (double)net->bias[layer][neuron];
    if (output) {
        hint_title(hint, "Activation of output %d", neuron);
    } else {
        hint_title(hint, "Activation of neuron %d in layer %d", neuron, layer + 1);
    }
    hint_say(hint, "a = sigmoid(z) = %s\nz = sum of w a over %d %s + b\n  = %s %c %s = %s%s",
             hint_number((double)shell->lab->acts.activation[layer][neuron], 4).text,
             net->shape.size[layer], layer > 0 ? "neurons" : "pixels", hint_number(z - b, 3).text,
             b < 0.0 ? '-' : '+', hint_number(fabs(b), 3).text, hint_number(z, 3).text,
             shell->lab->has_ink ? "" : "\nThe sheet is empty: all pixels are 0.");
    hint_unit(hint, "%s",
              output ? "0 to 1; no probability: the ten need not add up to 1" : "0 to 1");
}

static void explain_answer(const Shell *shell, Hint *hint)
{
    const Answer *answer = &shell->lab->answer;
    const float *a = shell->chart.activation;
    if (!shell->lab->has_ink) {
        hint_title(hint, "The answer");
        hint_say(hint, "There is no drawing yet.");
        return;
    }
    hint_title(hint, "The answer: the strongest output, %d", answer->digit);
    double most = (double)a[answer->digit], next = (double)a[answer->other];
    hint_say(hint,
             "a%d = %s is the largest, a%d = %s the next.\nIn doubt below %.1f, or where the "
             "next is above %.0f %% of it (here %.0f %%); below %.1f it is no digit.",
             answer->digit, hint_short(most).text, answer->other, hint_short(next).text,
             (double)ANSWER_WEAK_BELOW, (double)(100.0f * ANSWER_CLOSE_SHARE),
             most > 0.0 ? 100.0 * next / most : 100.0, (double)ANSWER_NONE_BELOW);
    hint_unit(hint, "a digit");
}

static void explain_figure(const Shell *shell, int figure, Hint *hint)
{
    static const char *const TEXT[STRIP_FIGURES][2] = {
        {"Passes through all training images so far, and of the whole run.", "epochs"},
        {"Right answers on the test images, which are never trained on, after the last epoch.",
         "share of images"},
        {"Right answers on training images as they are, after learning from them.",
         "share of images"},
        {"Training images a second, lately.", "images a second"},
        {"What is left of the run at this speed.", "seconds or minutes"},
    };
    const StripFigure *of = &shell->strip.figure[figure];
    hint_title(hint, "%c%s: %s", SDL_toupper(of->name[0]), of->name + 1, of->value);
    int count = figure == 1 ? shell->lab->mix.test.images
                            : SDL_min(shell->lab->mix.train.images, TRAIN_PLAIN_IMAGES);
    if (figure == 1 || figure == 2) {
        hint_say(hint, "%s\nright / %d images = %s", TEXT[figure][0], count, of->value);
    } else {
        hint_say(hint, "%s", TEXT[figure][0]);
    }
    hint_unit(hint, "%s", TEXT[figure][1]);
}

/* The figures of the epoch over which the pointer is. */
static void explain_plot(const Shell *shell, bool cost, SDL_Point at, Hint *hint)
{
    const Curves *curves = &shell->lab->curves;
    SDL_Rect box = cost ? shell->layout.cost : shell->layout.accuracy;
    hint_title(hint, cost ? "Cost" : "Accuracy");
    if (curves->count == 0) {
        hint_say(hint, "No run yet: Train begins one.");
        return;
    }
    float share = (float)(at.x - box.x) / (float)SDL_max(box.w, 1);
    int epoch = (int)lroundf(share * (float)shell->lab->config.epochs);
    epoch = SDL_clamp(epoch, 0, curves->count - 1);
    const float *train = cost ? curves->train_cost : curves->train_accuracy;
    const float *test = cost ? curves->test_cost : curves->test_accuracy;
    double unit = cost ? 1.0 : 100.0;
    hint_title(hint, "%s, epoch %d", cost ? "Cost" : "Accuracy", epoch);
    if (epoch == 0) {
        hint_say(hint, "test %.4g%s", unit * (double)test[epoch], cost ? "" : " %");
    } else {
        hint_say(hint, "train %.4g%s, test %.4g%s", unit * (double)train[epoch], cost ? "" : " %",
                 unit * (double)test[epoch], cost ? "" : " %");
    }
    hint_unit(hint, cost ? (shell->lab->config.cost == NET_COST_SQUARED
                                ? "mean over the images of the sum of (a - y)^2"
                                : "mean over the images of -sum of y ln a + (1 - y) ln(1 - a)")
                         : "right answers, share of the images");
}

static void explain_model(const Shell *shell, Hint *hint)
{
    const NetShape *shape = &shell->lab->model.net.shape;
    char text[64];
    net_shape_print(shape, text, sizeof text);
    hint_title(hint, "The network on show: %s", text);
    int weights = 0, biases = 0;
    for (int l = 0; l < shape->layers; l++) {
        int count = shape->size[l] * shape->size[l + 1];
        hint_say(hint, "%s%d x %d", l > 0 ? " + " : "", shape->size[l], shape->size[l + 1]);
        weights += count;
        biases += shape->size[l + 1];
    }
    hint_say(hint, " = %d weights and %d biases: %d parameters.", weights, biases,
             weights + biases);
    hint_unit(hint, "%.95s", shell->model_text);
}

static void explain_time_line(const Shell *shell, Hint *hint)
{
    const Lab *lab = shell->lab;
    int frame = moment_frame(lab), tested = moment_whole_epochs(lab);
    const char *live = lab->stats.phase == TRAIN_IDLE ? "the end of the run" : "live: the newest";
    hint_title(hint, "The weights on show: epoch %.4g of %d", moment_epoch(lab),
               lab->config.epochs);
    hint_say(hint, "%.3g %% of the run; ", 100.0 * moment_done(lab));
    if (frame < 0) {
        hint_say(hint, "%s.\nDrag the handle, or press Ctrl+Left, to go back.", live);
    } else if (tested < lab->curves.count) {
        hint_say(hint, "frame %d of %d.\nRight on %.2f %% of the test images after epoch %d.",
                 frame + 1, lab->timeline.frames, 100.0 * (double)lab->curves.test_accuracy[tested],
                 tested);
    } else {
        hint_say(hint, "frame %d of %d.", frame + 1, lab->timeline.frames);
    }
    hint_unit(hint, "passes through all training images");
}

static void explain_frame(const Shell *shell, int about, SDL_Point at, Hint *hint)
{
    if (about < ANSWER) {
        explain_neuron(shell, shell->lab->model.net.shape.layers - 1, about, hint);
    } else if (about == ANSWER) {
        explain_answer(shell, hint);
    } else if (about < COST_PLOT) {
        explain_figure(shell, about - FIGURE, hint);
    } else if (about == MODEL_NOTE) {
        explain_model(shell, hint);
    } else if (about == TIME_LINE) {
        explain_time_line(shell, hint);
    } else {
        explain_plot(shell, about == COST_PLOT, at, hint);
    }
}

static SDL_Point middle_of(SDL_Rect box)
{
    return (SDL_Point){box.x + box.w / 2, box.y + box.h / 2};
}

void explain_toggle(Shell *shell)
{
    bool on = shell->explained < 0 && shell->spots > 0;
    shell->explained = on ? 0 : -1;
    shell->focus = on ? ACTION_EXPLAIN : ACTION_SHEET;
    shell->focus_shown = true;
}

/* How far a spot is that way from another; the sideways distance counts double. Not that way: very
 * far. */
static int distance(SDL_Rect from, SDL_Rect to, int dx, int dy)
{
    SDL_Point a = middle_of(from), b = middle_of(to);
    int along = dx * (b.x - a.x) + dy * (b.y - a.y), across = dy * (b.x - a.x) + dx * (b.y - a.y);
    return along <= 0 ? INT32_MAX : along + 2 * SDL_abs(across);
}

bool explain_key(Shell *shell, SDL_Keycode key)
{
    int dx = key == SDLK_LEFT ? -1 : key == SDLK_RIGHT ? 1 : 0;
    int dy = key == SDLK_UP ? -1 : key == SDLK_DOWN ? 1 : 0;
    if (key == SDLK_ESCAPE) {
        explain_toggle(shell);
        return true;
    }
    if ((dx == 0 && dy == 0) || shell->explained < 0 || shell->explained >= shell->spots) {
        return false;
    }
    int best = shell->explained, least = INT32_MAX;
    for (int i = 0; i < shell->spots; i++) {
        int far = distance(shell->spot[shell->explained].box, shell->spot[i].box, dx, dy);
        if (far < least) {
            least = far;
            best = i;
        }
    }
    shell->explained = best;
    return true;
}

/* The spot that is due, and the place in it; NULL for none. The smallest one at the pointer counts:
 * a picture may lie in a table. */
static const Spot *spot_due(const Shell *shell, SDL_Point *at)
{
    const Spot *found = NULL;
    if (shell->focus == ACTION_EXPLAIN && shell->focus_shown && shell->explained >= 0 &&
        shell->explained < shell->spots) {
        found = &shell->spot[shell->explained];
        *at = middle_of(found->box);
        return found;
    }
    *at = (SDL_Point){(int)shell->pointer_x_px, (int)shell->pointer_y_px};
    if (notice_covers(shell, shell->pointer_x_px, shell->pointer_y_px)) {
        return NULL;
    }
    for (int i = 0; i < shell->spots; i++) {
        const SDL_Rect *box = &shell->spot[i].box;
        if (SDL_PointInRect(at, box) && (!found || box->w * box->h < found->box.w * found->box.h)) {
            found = &shell->spot[i];
        }
    }
    return found;
}

const Spot *explain_spot(const Shell *shell)
{
    SDL_Point at;
    return spot_due(shell, &at);
}

void explain_print(const Shell *shell, const Spot *spot, SDL_Point at, Hint *hint)
{
    *hint = (Hint){{0}, {0}, {0}};
    if (spot->view == VIEWS) {
        explain_frame(shell, spot->about, at, hint);
    } else if (shell->pane[spot->view].pane->explain) {
        shell->pane[spot->view].pane->explain(shell->pane[spot->view].self, spot->about, at, hint);
    }
}

void explain_update(Shell *shell)
{
    SDL_Point at;
    const Spot *spot = spot_due(shell, &at);
    bool covered = shell->menu.open || shell->dialog != DIALOG_NONE || shell->hold != HOLD_NOTHING;
    *shell->hint.title = '\0';
    if (spot && !covered) {
        shell->hint_box = spot->box;
        explain_print(shell, spot, at, &shell->hint);
    }
}

void explain_draw(const Shell *shell)
{
    if (*shell->hint.title) {
        if (shell->focus == ACTION_EXPLAIN && shell->focus_shown) {
            paint_outline(shell->paint, shell->hint_box, 2.0f, shell->paint->theme->positive);
        }
        hint_draw(shell->paint, &shell->hint, shell->hint_box, shell->layout.window);
    }
}
