/* Dreams, page Dream: the picture that an output likes best, as it forms. */
#include "ui/row.h"
#include "views/dreams/dreams_page.h"

enum { PACE_MS = 33, MOST_STEPS = 500 };

/* Spots; a bar's is BAR + digit. */
enum { PICTURE, STEPS, SUM, BAR };

static const DreamRule SMOOTH = {.rate = 0.02f, .blur = 0.02f, .fade = 0.02f};
static const DreamRule PLAIN = {.rate = 0.02f};

/* What the network says to the picture as it is. */
static void note(DreamsView *view)
{
    DreamsDream *dream = &view->dream;
    float z[NET_OUTPUTS];
    dream_sums(&view->lab->model.net, &dream->acts, z);
    dream->digit = dreams_page_digit(view);
    dream->z = z[dream->digit];
    dream->answers = view->lab->answers;
    chart_update(&dream->chart, net_outputs(&view->lab->model.net, &dream->acts));
    shell_redraw(view->shell);
}

/* Whether there is memory for what the network on show says. */
static bool fit(DreamsView *view)
{
    DreamsDream *dream = &view->dream;
    bool fits = dreams_page_fit(view, &dream->acts);
    dream->playing = dream->playing && fits;
    return fits;
}

/* Ask the network on show, which may be another one by now. */
static bool ask(DreamsView *view)
{
    DreamsDream *dream = &view->dream;
    if (!fit(view)) {
        return false;
    }
    dream_ask(&dream->dream, &view->lab->model.net, &dream->acts);
    return true;
}

static bool begin(DreamsView *view)
{
    DreamsDream *dream = &view->dream;
    uint8_t noise[NET_INPUTS];
    Rng rng;
    if (!fit(view)) {
        return false;
    }
    dream->begun = true;
    dream->noise = dream->from_drawing ? 0 : ++dream->next_noise;
    if (!dream->from_drawing) {
        rng_init(&rng, (uint64_t)dream->noise);
        dream_noise(&rng, noise);
    }
    dream_begin(&dream->dream, &view->lab->model.net,
                dream->from_drawing ? view->lab->input.cell : noise, &dream->acts);
    note(view);
    return true;
}

static void step(DreamsView *view)
{
    DreamsDream *dream = &view->dream;
    if (!(dream->begun ? ask(view) : begin(view))) {
        return;
    }
    bool moved = dream_step(&dream->dream, &view->lab->model.net, dreams_page_digit(view),
                            dream->plain ? &PLAIN : &SMOOTH, &dream->acts);
    dream->playing = dream->playing && moved && dream->dream.steps < MOST_STEPS;
    dream->stepped_ms = SDL_GetTicks64();
    note(view);
}

static void work(void *self)
{
    DreamsView *view = self;
    DreamsDream *dream = &view->dream;
    if (!dream->begun) {
        begin(view);
    } else if ((dream->answers != view->lab->answers || dream->digit != dreams_page_digit(view)) &&
               ask(view)) {
        note(view);
    }
    if (dream->playing && SDL_GetTicks64() - dream->stepped_ms >= PACE_MS) {
        step(view);
    }
}

static int sleep_ms(const void *self)
{
    const DreamsView *view = self;
    const DreamsDream *dream = &view->dream;
    Uint64 since_ms = SDL_GetTicks64() - dream->stepped_ms;
    return !dream->playing ? -1 : since_ms >= PACE_MS ? 0 : (int)(PACE_MS - since_ms);
}

static void update(void *self, SDL_Rect body)
{
    DreamsView *view = self;
    DreamsPlaces *at = &view->at;
    int gap = paint_px(view->shell->paint, 16.0f), line = paint_px(view->shell->paint, DREAMS_LINE);
    int least = paint_px(view->shell->paint, 150.0f), most = paint_px(view->shell->paint, 300.0f);
    int side = SDL_max(0, SDL_min(body.w - gap - least, body.h - 2 * line));
    SDL_Rect left = row_left(&body, side, gap);
    at->caption[0] = row_top(&left, line, 0);
    at->picture[0] = row_top(&left, side, 0);
    at->line[0] = row_top(&left, line, 0);
    at->caption[1] = row_top(&body, line, 0);
    at->rows = row_top(&body, side, 0);
    at->rows.w = SDL_min(at->rows.w, most);
    panes_add_spot(view->shell, at->picture[0], PICTURE);
    panes_add_spot(view->shell, at->caption[0], STEPS);
    panes_add_spot(view->shell, at->line[0], SUM);
    for (int d = 0; d < NET_OUTPUTS; d++) {
        panes_add_spot(view->shell, row_down(at->rows, NET_OUTPUTS, d), BAR + d);
    }
}

static void draw(const void *self, SDL_Rect box)
{
    const DreamsView *view = self;
    const DreamsDream *dream = &view->dream;
    const DreamsPlaces *at = &view->at;
    const Theme *theme = view->shell->paint->theme;
    char steps[64], sum[64];
    (void)box;
    if (dream->noise > 0) {
        snprintf(steps, sizeof steps, "step %d, from noise %d", dream->dream.steps, dream->noise);
    } else {
        snprintf(steps, sizeof steps, "step %d, from the drawing", dream->dream.steps);
    }
    snprintf(sum, sizeof sum, "z of output %d: %s", dream->digit,
             hint_fixed((double)dream->z, 2).text);
    paint_text(view->shell->paint, at->caption[0], PAINT_LEFT, steps, PAINT_LABEL, TEXT_REGULAR,
               theme->secondary);
    dreams_picture_draw(view->shell->paint, dream->dream.level, NULL, 0.0f, at->picture[0]);
    paint_text(view->shell->paint, at->line[0], PAINT_LEFT, sum, PAINT_LABEL, TEXT_REGULAR,
               theme->text);
    paint_text(view->shell->paint, at->caption[1], PAINT_LEFT, "The answer to it", PAINT_LABEL,
               TEXT_REGULAR, theme->secondary);
    chart_draw(view->shell->paint, &dream->chart, at->rows);
}

static void explain_picture(const DreamsView *view, SDL_Point at, Hint *hint)
{
    const DreamsDream *dream = &view->dream;
    int cell = SDL_max(dreams_cell_at(view->at.picture[0], at), 0);
    hint_title(hint, "Dream of output %d: pixel in column %d, row %d", dream->digit,
               cell % SHEET_SIDE, cell / SHEET_SIDE);
    hint_say(hint,
             "p = %d / 255 = %.4f\nA step: p += %.2f * dz/dp, over the root mean square of all "
             "784 dz/dp%s; then p is held in 0..1.",
             dream->dream.level[cell], dream->dream.level[cell] / 255.0, (double)PLAIN.rate,
             dream->plain ? "" : ";\n0.02 of p goes to each of its 4 neighbours, 0.02 is lost");
    hint_unit(hint, "ink, 0 to 1");
}

static void explain(const void *self, int about, SDL_Point at, Hint *hint)
{
    const DreamsView *view = self;
    const DreamsDream *dream = &view->dream;
    if (about == PICTURE) {
        explain_picture(view, at, hint);
    } else if (about == STEPS) {
        hint_title(hint, "Steps of gradient ascent");
        hint_say(hint,
                 "%d steps were made, %d at most while it plays. Noise image n is drawn from seed "
                 "n: the same on every machine.",
                 dream->dream.steps, MOST_STEPS);
    } else if (about == SUM) {
        hint_title(hint, "z of output %d", dream->digit);
        hint_say(hint,
                 "a = sigmoid(z) = sigmoid(%s) = %s\nThe steps raise z, because a sure sigmoid "
                 "is too flat to lead anywhere.",
                 hint_number((double)dream->z, 3).text,
                 hint_number((double)dream->chart.activation[dream->digit], 4).text);
        hint_unit(hint, "a weighted sum, any number");
    } else {
        hint_title(hint, "Output %d, asked for the dream", about - BAR);
        hint_say(hint, "a = %s", hint_number((double)dream->chart.activation[about - BAR], 4).text);
        hint_unit(hint, "activation, 0 to 1; no probability");
    }
}

static void run(void *self, int command)
{
    DreamsView *view = self;
    DreamsDream *dream = &view->dream;
    char name[48];
    switch (command) {
    case DREAMS_PLAY:
        dream->playing = !dream->playing;
        break;
    case DREAMS_STEP:
        dream->playing = false;
        step(view);
        break;
    case DREAMS_AGAIN:
        begin(view);
        break;
    case DREAMS_FROM_DRAWING:
        dream->from_drawing = !dream->from_drawing;
        begin(view);
        break;
    case DREAMS_SMOOTH:
        dream->plain = !dream->plain;
        break;
    default:
        snprintf(name, sizeof name, "a dream of %d, step %d", dream->digit, dream->dream.steps);
        lab_exhibit(shell_change(view->shell), dream->dream.level, -1, name);
    }
}

static bool on(const DreamsView *view, int command)
{
    const DreamsDream *dream = &view->dream;
    return (command == DREAMS_PLAY && dream->playing) ||
           (command == DREAMS_FROM_DRAWING && dream->from_drawing) ||
           (command == DREAMS_SMOOTH && !dream->plain);
}

static bool table(const void *self, FILE *out)
{
    const DreamsView *view = self;
    const DreamsDream *dream = &view->dream;
    fprintf(out, "output,step,column,row,level\n");
    for (int i = 0; i < NET_INPUTS; i++) {
        fprintf(out, "%d,%d,%d,%d,%d\n", dream->digit, dream->dream.steps, i % SHEET_SIDE,
                i / SHEET_SIDE, dream->dream.level[i]);
    }
    return true;
}

const DreamsPage DREAMS_OF_DREAM = {
    .name = "Dream",
    .any = "Answer",
    .main_command = DREAMS_PLAY,
    .control = {{WIDGET_BUTTON, DREAMS_PLAY, "Play", "Pause"},
                {WIDGET_BUTTON, DREAMS_STEP, "Step", NULL},
                {WIDGET_BUTTON, DREAMS_AGAIN, "Restart", NULL},
                {WIDGET_BUTTON, DREAMS_PUT_DREAM, "Put on the sheet", NULL},
                {WIDGET_TOGGLE, DREAMS_FROM_DRAWING, "From the drawing", NULL},
                {WIDGET_TOGGLE, DREAMS_SMOOTH, "Smooth", NULL}},
    .controls = 6,
    .on = on,
    .pane = {.work = work,
             .update = update,
             .draw = draw,
             .explain = explain,
             .run = run,
             .sleep_ms = sleep_ms,
             .table = table},
};
