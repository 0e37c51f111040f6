/* Every number on the screen explains itself. */
#include "app/explain.h"

#include <math.h>

#include "app/actions.h"
#include "app/progress.h"
#include "app/view.h"
#include "lab/moment.h"
#include "nn/look.h"

/* The spots of the window around the views. */
enum { BAR = 0, ANSWER = 10, FIGURE = 20, COST_PLOT = 30, ACCURACY_PLOT, MODEL_NOTE, TIME_LINE };

void explain_add(App *app, SDL_Rect box, ViewId view, int about)
{
    if (app->spots < APP_SPOTS && box.w > 0 && box.h > 0) {
        app->spot[app->spots++] = (Spot){box, view, about};
    }
}

void explain_add_frame(App *app)
{
    const Layout *at = &app->layout;
    int note_w = paint_text_width(app->paint, app->model_text, PAINT_LABEL, TEXT_REGULAR);
    for (int d = 0; d < NET_OUTPUTS; d++) {
        SDL_Rect row = {at->chart.x, at->chart.y + d * at->chart.h / NET_OUTPUTS, at->chart.w,
                        at->chart.h / NET_OUTPUTS};
        int digit_w = paint_px(app->paint, CHART_BARS_X); /* the digit is a button */
        explain_add(app, (SDL_Rect){row.x + digit_w, row.y, row.w - digit_w, row.h}, VIEWS,
                    BAR + d);
    }
    explain_add(app, at->answer, VIEWS, ANSWER);
    explain_add(app, at->cost, VIEWS, COST_PLOT);
    explain_add(app, at->accuracy, VIEWS, ACCURACY_PLOT);
    if (progress_has_time_line(app)) {
        explain_add(app, at->progress, VIEWS, TIME_LINE);
    }
    for (int i = 0; i < STRIP_FIGURES; i++) {
        SDL_Rect row = {at->figures.x, at->figures.y + i * at->figures.h / STRIP_FIGURES,
                        at->figures.w, at->figures.h / STRIP_FIGURES};
        explain_add(app, row, VIEWS, FIGURE + i);
    }
    if (app->presenting) {
        return; /* another line is in the place of the menus */
    }
    explain_add(app,
                (SDL_Rect){at->menu.x + at->menu.w - note_w - paint_px(app->paint, 16.0f),
                           at->menu.y, note_w, at->menu.h},
                VIEWS, MODEL_NOTE);
}

void explain_neuron(const App *app, int layer, int neuron, Hint *hint)
{
    const Net *net = &app->lab.model.net;
    bool output = layer == net->shape.layers - 1;
    NetInputRoom room;
    NetInput input = net_input(app->lab.input.cell, &room);
    double z = look_z(net, layer, neuron, &app->lab.acts, &input);
    double b = (double)net->bias[layer][neuron];
    if (output) {
        hint_title(hint, "Activation of output %d", neuron);
    } else {
        hint_title(hint, "Activation of neuron %d in layer %d", neuron, layer + 1);
    }
    hint_say(hint, "a = sigmoid(z) = %s\nz = sum of w a over %d %s + b\n  = %s %c %s = %s%s",
             hint_number((double)app->lab.acts.activation[layer][neuron], 4).text,
             net->shape.size[layer], layer > 0 ? "neurons" : "pixels", hint_number(z - b, 3).text,
             b < 0.0 ? '-' : '+', hint_number(fabs(b), 3).text, hint_number(z, 3).text,
             app->lab.has_ink ? "" : "\nThe sheet is empty: all pixels are 0.");
    hint_unit(hint, "%s",
              output ? "0 to 1; no probability: the ten need not add up to 1" : "0 to 1");
}

static void explain_answer(const App *app, Hint *hint)
{
    const Answer *answer = &app->lab.answer;
    const float *a = app->chart.activation;
    if (!app->lab.has_ink) {
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

static void explain_figure(const App *app, int figure, Hint *hint)
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
    const StripFigure *of = &app->strip.figure[figure];
    hint_title(hint, "%c%s: %s", SDL_toupper(of->name[0]), of->name + 1, of->value);
    int count = figure == 1 ? app->lab.mix.test.images
                            : SDL_min(app->lab.mix.train.images, TRAIN_PLAIN_IMAGES);
    if (figure == 1 || figure == 2) {
        hint_say(hint, "%s\nright / %d images = %s", TEXT[figure][0], count, of->value);
    } else {
        hint_say(hint, "%s", TEXT[figure][0]);
    }
    hint_unit(hint, "%s", TEXT[figure][1]);
}

/* The figures of the epoch over which the pointer is. */
static void explain_plot(const App *app, bool cost, SDL_Point at, Hint *hint)
{
    const Curves *curves = &app->lab.curves;
    SDL_Rect box = cost ? app->layout.cost : app->layout.accuracy;
    hint_title(hint, cost ? "Cost" : "Accuracy");
    if (curves->count == 0) {
        hint_say(hint, "No run yet: Train begins one.");
        return;
    }
    float share = (float)(at.x - box.x) / (float)SDL_max(box.w, 1);
    int epoch = (int)lroundf(share * (float)app->lab.config.epochs);
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
    hint_unit(hint, cost ? (app->lab.config.cost == NET_COST_SQUARED
                                ? "mean over the images of the sum of (a - y)^2"
                                : "mean over the images of -sum of y ln a + (1 - y) ln(1 - a)")
                         : "right answers, share of the images");
}

static void explain_model(const App *app, Hint *hint)
{
    const NetShape *shape = &app->lab.model.net.shape;
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
    hint_unit(hint, "%.95s", app->model_text);
}

static void explain_time_line(const App *app, Hint *hint)
{
    const Lab *lab = &app->lab;
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

static void explain_frame(const App *app, int about, SDL_Point at, Hint *hint)
{
    if (about < ANSWER) {
        explain_neuron(app, app->lab.model.net.shape.layers - 1, about, hint);
    } else if (about == ANSWER) {
        explain_answer(app, hint);
    } else if (about < COST_PLOT) {
        explain_figure(app, about - FIGURE, hint);
    } else if (about == MODEL_NOTE) {
        explain_model(app, hint);
    } else if (about == TIME_LINE) {
        explain_time_line(app, hint);
    } else {
        explain_plot(app, about == COST_PLOT, at, hint);
    }
}

static SDL_Point middle_of(SDL_Rect box)
{
    return (SDL_Point){box.x + box.w / 2, box.y + box.h / 2};
}

void explain_toggle(App *app)
{
    bool on = app->explained < 0 && app->spots > 0;
    app->explained = on ? 0 : -1;
    app->focus = on ? ACTION_EXPLAIN : ACTION_SHEET;
    app->focus_shown = true;
}

/* How far a spot is that way from another; the sideways distance counts double. Not that way: very
 * far. */
static int distance(SDL_Rect from, SDL_Rect to, int dx, int dy)
{
    SDL_Point a = middle_of(from), b = middle_of(to);
    int along = dx * (b.x - a.x) + dy * (b.y - a.y), across = dy * (b.x - a.x) + dx * (b.y - a.y);
    return along <= 0 ? INT32_MAX : along + 2 * SDL_abs(across);
}

bool explain_key(App *app, SDL_Keycode key)
{
    int dx = key == SDLK_LEFT ? -1 : key == SDLK_RIGHT ? 1 : 0;
    int dy = key == SDLK_UP ? -1 : key == SDLK_DOWN ? 1 : 0;
    if (key == SDLK_ESCAPE) {
        explain_toggle(app);
        return true;
    }
    if ((dx == 0 && dy == 0) || app->explained < 0 || app->explained >= app->spots) {
        return false;
    }
    int best = app->explained, least = INT32_MAX;
    for (int i = 0; i < app->spots; i++) {
        int far = distance(app->spot[app->explained].box, app->spot[i].box, dx, dy);
        if (far < least) {
            least = far;
            best = i;
        }
    }
    app->explained = best;
    return true;
}

/* The spot that is due, and the place in it; NULL for none. The smallest one at the pointer counts:
 * a picture may lie in a table. */
static const Spot *spot_due(const App *app, SDL_Point *at)
{
    const Spot *found = NULL;
    if (app->focus == ACTION_EXPLAIN && app->focus_shown && app->explained >= 0 &&
        app->explained < app->spots) {
        found = &app->spot[app->explained];
        *at = middle_of(found->box);
        return found;
    }
    *at = (SDL_Point){(int)app->pointer_x_px, (int)app->pointer_y_px};
    for (int i = 0; i < app->spots; i++) {
        const SDL_Rect *box = &app->spot[i].box;
        if (SDL_PointInRect(at, box) && (!found || box->w * box->h < found->box.w * found->box.h)) {
            found = &app->spot[i];
        }
    }
    return found;
}

const Spot *explain_spot(const App *app)
{
    SDL_Point at;
    return spot_due(app, &at);
}

void explain_print(const App *app, const Spot *spot, SDL_Point at, Hint *hint)
{
    *hint = (Hint){{0}, {0}, {0}};
    if (spot->view == VIEWS) {
        explain_frame(app, spot->about, at, hint);
    } else if (view_get(spot->view)->explain) {
        view_get(spot->view)->explain(app, spot->about, at, hint);
    }
}

void explain_update(App *app)
{
    SDL_Point at;
    const Spot *spot = spot_due(app, &at);
    bool covered = app->menu.open || app->dialog != DIALOG_NONE || app->hold != HOLD_NOTHING;
    *app->hint.title = '\0';
    if (spot && !covered) {
        app->hint_box = spot->box;
        explain_print(app, spot, at, &app->hint);
    }
}

void explain_draw(const App *app)
{
    if (*app->hint.title) {
        if (app->focus == ACTION_EXPLAIN && app->focus_shown) {
            paint_outline(app->paint, app->hint_box, 2.0f, app->paint->theme->positive);
        }
        hint_draw(app->paint, &app->hint, app->hint_box, app->layout.window);
    }
}
