/* Every number on the screen explains itself. */
#include "shell/explain.h"

#include <math.h>

#include "base/number.h"
#include "lab/moment.h"
#include "lab/scrub.h"
#include "nn/look.h"
#include "shell/action.h"
#include "shell/notice.h"
#include "shell/progress.h"
#include "ui/row.h"

/* The spots of the window around the views. */
enum { BAR = 0, ANSWER = 10, FIGURE = 20, MODEL_NOTE = 30, TIME_LINE };

void explain_add(Shell *shell, SDL_Rect box, ViewId view, int about)
{
    explain_add_in(shell, box, box, view, about);
}

static SDL_Point middle_of(SDL_Rect box)
{
    return (SDL_Point){box.x + box.w / 2, box.y + box.h / 2};
}

void explain_add_in(Shell *shell, SDL_Rect box, SDL_Rect clear, ViewId view, int about)
{
    if (shell->spots < SHELL_SPOTS && box.w > 0 && box.h > 0) {
        shell->spot[shell->spots++] = (Spot){box, clear, view, about, middle_of(box)};
    }
}

void explain_add_frame(Shell *shell)
{
    const Layout *at = &shell->layout;
    int note_w = paint_text_width(shell->paint, shell->model_text, PAINT_LABEL, TEXT_REGULAR);
    bool bars = at->form != LAYOUT_BACKWARD; /* there they are the view's own */
    for (int d = 0; d < NET_OUTPUTS && bars; d++) {
        SDL_Rect row = row_down(at->chart, NET_OUTPUTS, d);
        row.h = at->chart.h / NET_OUTPUTS;
        explain_add(shell, row, VIEWS, BAR + d);
    }
    explain_add(shell, bars ? at->answer : (SDL_Rect){0}, VIEWS, ANSWER);
    explain_add(shell, at->time, VIEWS, TIME_LINE);
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
             "a%d = %s is the largest, a%d = %s the next.\nIn doubt below %.2f, or where the "
             "next is above %.0f %% of it (here %.0f %%); below %.1f it is no digit.",
             answer->digit, hint_short(most).text, answer->other, hint_short(next).text,
             (double)ANSWER_WEAK_BELOW, (double)(100.0f * ANSWER_CLOSE_SHARE),
             most > 0.0 ? 100.0 * next / most : 100.0, (double)ANSWER_NONE_BELOW);
    hint_unit(hint, "a digit");
}

static void explain_figure(const Shell *shell, int figure, Hint *hint)
{
    static const char *const TEXT[STRIP_FIGURES][2] = {
        {"Passes through all training images until these weights; of a run, out of how many.",
         "epochs"},
        {"A mean over the latest minibatches, each as it was before it was learned from.",
         "0 is perfect"},
        {"An estimate: right answers on 1,000 of the test images, every time the same ones. It is "
         "off by one and a half percent at 50 %, by half of a percent at 97 %.",
         "share of images"},
        {"Right answers on all test images, which are never trained on, after a whole epoch.",
         "share of images"},
    };
    char left[24];
    const StripFigure *of = &shell->strip.figure[figure];
    progress_print_left(shell, left, sizeof left);
    hint_title(hint, "%c%s: %s", SDL_toupper(of->name[0]), of->name + 1, of->value);
    if (figure == 1 && !moment_figures(shell->lab).of_run) {
        hint_say(hint, "A mean over all test images, after the last epoch of the training.");
    } else {
        hint_say(hint, "%s", TEXT[figure][0]);
    }
    if (figure == 0 && *left) {
        hint_say(hint, "\nAt this speed the run has %s left.", left);
    } else if (figure == STRIP_FIGURES - 1) {
        hint_say(hint, "\nright / %d images = %s", shell->lab->mix.test.images, of->value);
    }
    hint_unit(hint, "%s", TEXT[figure][1]);
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
    char step[NUMBER_TEXT], planned[NUMBER_TEXT];
    const char *live = lab->stats.phase == TRAIN_IDLE ? "the end of the run" : "live: the newest";
    MomentFigures figures = moment_figures(lab);
    if (!scrub_can(lab)) {
        hint_title(hint, "The time line of a run");
        hint_say(hint, "No run yet: Train from scratch begins one.");
        return;
    }
    if (!figures.of_run) {
        hint_title(hint, "The time line of the run before");
        hint_say(hint, "The weights on show are none of its moments. Drag the handle, or press "
                       "Ctrl+Left, to go back to one; undo leads here again.");
        hint_unit(hint, "minibatches, on a log axis; the dashes are the planned end");
        return;
    }
    number_print(step, sizeof step, moment_step(lab));
    number_print(planned, sizeof planned, (double)lab->stats.steps_planned);
    hint_title(hint, "The weights on show: minibatch %s of %s", step, planned);
    if (figures.costed) {
        hint_say(hint,
                 "The faint line is the cost of each minibatch, the other one their mean: "
                 "%s.\n",
                 hint_short(figures.cost).text);
    }
    if (moment_frame(lab) < 0) {
        hint_say(hint, "This is %s. Drag the handle, or press Ctrl+Left, to go back.", live);
    } else {
        hint_say(hint, "This is frame %d of %d; Ctrl+End leads back to the newest.",
                 moment_frame(lab) + 1, lab->timeline.frames);
    }
    hint_unit(hint, "minibatches, on a log axis; the dashes are the planned end");
}

static void explain_frame(const Shell *shell, int about, Hint *hint)
{
    if (about < ANSWER) {
        explain_neuron(shell, shell->lab->model.net.shape.layers - 1, about, hint);
    } else if (about == ANSWER) {
        explain_answer(shell, hint);
    } else if (about < MODEL_NOTE) {
        explain_figure(shell, about - FIGURE, hint);
    } else if (about == MODEL_NOTE) {
        explain_model(shell, hint);
    } else {
        explain_time_line(shell, hint);
    }
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
        *at = found->at;
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
        explain_frame(shell, spot->about, hint);
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
        shell->hint_clear = spot->clear;
        explain_print(shell, spot, at, &shell->hint);
    }
}

void explain_draw(const Shell *shell)
{
    if (*shell->hint.title) {
        if (shell->focus == ACTION_EXPLAIN && shell->focus_shown) {
            paint_outline(shell->paint, shell->hint_box, 2.0f, shell->paint->theme->positive);
        }
        hint_draw(shell->paint, &shell->hint, shell->hint_box, shell->hint_clear,
                  shell->layout.window);
    }
}
