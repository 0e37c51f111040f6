/* Dreams, page Noise: random pixels on the sheet, and how sure the network is of a thousand such
 * images. */
#include <string.h>

#include "ui/row.h"
#include "views/dreams/dreams_page.h"

enum { IMAGES = 1000 };

/* Spots; a row's is ROW + its number. */
enum { SAYS, TOTAL, ROW };

static void draw_noise(int image, uint8_t level[NET_INPUTS])
{
    Rng rng;
    rng_init(&rng, (uint64_t)image);
    dream_noise(&rng, level);
}

static void count_one(DreamsNoise *noise)
{
    uint8_t level[NET_INPUTS];
    draw_noise(noise->next++, level);
    Answer answer = answer_of(net_forward_levels(&noise->counted, level, &noise->acts));
    noise->tally[answer.digit][answer.kind]++;
}

static void begin_count(DreamsView *view)
{
    DreamsNoise *noise = &view->noise;
    noise->stale = false;
    memset(noise->tally, 0, sizeof noise->tally);
    noise->next = dreams_page_copy(view, &noise->counted, &noise->acts) ? 1 : 0;
    noise->net_version = view->lab->net_version;
}

/* The weights may change faster than a thousand images are counted: a count is of a copy of them,
 * and comes to its end before the next one begins. */
static void work(void *self)
{
    DreamsView *view = self;
    DreamsNoise *noise = &view->noise;
    Slice slice = slice_begin();
    if (noise->answers != view->lab->answers) {
        noise->answers = view->lab->answers;
        noise->stale = noise->stale || noise->net_version != view->lab->net_version;
    }
    if (noise->stale && noise->next == 0) {
        begin_count(view);
    }
    while (noise->next > 0 && slice_goes_on(&slice)) {
        count_one(noise);
        if (noise->next > IMAGES) {
            noise->next = 0;
            noise->shown_of = IMAGES;
            memcpy(noise->shown, noise->tally, sizeof noise->shown);
            shell_redraw(view->shell);
        }
    }
}

static int sleep_ms(const void *self)
{
    const DreamsView *view = self;
    const DreamsNoise *noise = &view->noise;
    return noise->next > 0 || noise->stale ? 0 : -1;
}

static int kind_total(const DreamsNoise *noise, AnswerKind kind)
{
    int sum = 0;
    for (int d = 0; d < NET_OUTPUTS; d++) {
        sum += noise->shown[d][kind];
    }
    return sum;
}

static bool on_sheet(const DreamsView *view)
{
    const DreamsNoise *noise = &view->noise;
    return noise->image > 0 && view->lab->exhibit.shown &&
           memcmp(view->lab->exhibit.level.cell, noise->level, NET_INPUTS) == 0;
}

static void print_says(const DreamsView *view, char *text, size_t room)
{
    const float *outputs = net_outputs(&view->lab->model.net, &view->lab->acts);
    Answer answer = answer_of(outputs);
    double a = (double)outputs[answer.digit];
    if (!on_sheet(view)) {
        snprintf(text, room, "Random pixels on the sheet, answered at once: Noise, or the key N.");
    } else if (answer.kind == ANSWER_SURE) {
        snprintf(text, room, "It says %d with %.2f, without a doubt: of this noise.", answer.digit,
                 a);
    } else if (answer.kind == ANSWER_DOUBT) {
        snprintf(text, room, "It says %d with %.2f, or %d with %.2f, in doubt: of this noise.",
                 answer.digit, a, answer.other, (double)outputs[answer.other]);
    } else {
        snprintf(text, room,
                 "It says that this noise is no digit: the strongest output is %d with %.2f.",
                 answer.digit, a);
    }
}

static void update(void *self, SDL_Rect body)
{
    DreamsView *view = self;
    DreamsPlaces *at = &view->at;
    int most = paint_px(view->shell->paint, 720.0f), row = paint_px(view->shell->paint, 30.0f);
    char says[128];
    print_says(view, says, sizeof says);
    int says_h = paint_lines(view->shell->paint, body, says, PAINT_BODY, (SDL_Color){0}, true);
    at->line[0] = row_top(&body, says_h, paint_px(view->shell->paint, 8.0f));
    at->line[1] = row_top(&body, paint_px(view->shell->paint, DREAMS_LINE), 0);
    at->rows =
        (SDL_Rect){body.x, body.y, SDL_min(body.w, most), SDL_min(body.h, row * (NET_OUTPUTS + 2))};
    panes_add_spot(view->shell, at->line[0], SAYS);
    panes_add_spot(view->shell, at->line[1], TOTAL);
    for (int i = 0; i <= NET_OUTPUTS; i++) {
        panes_add_spot(view->shell, dreams_tally_row(at->rows, i), ROW + i);
    }
}

static void draw(const void *self, SDL_Rect box)
{
    const DreamsView *view = self;
    const DreamsNoise *noise = &view->noise;
    const DreamsPlaces *at = &view->at;
    const Theme *theme = view->shell->paint->theme;
    char says[128], total[128] = "Counting noise images ...";
    (void)box;
    print_says(view, says, sizeof says);
    paint_lines(view->shell->paint, at->line[0], says, PAINT_BODY, theme->text, false);
    if (noise->shown_of > 0) {
        double of = noise->shown_of / 100.0;
        snprintf(total, sizeof total, "Of %d,%03d noise images: %.1f %% surely, %.1f %% in doubt",
                 noise->shown_of / 1000, noise->shown_of % 1000,
                 kind_total(noise, ANSWER_SURE) / of, kind_total(noise, ANSWER_DOUBT) / of);
    }
    paint_text(view->shell->paint, at->line[1], PAINT_LEFT, total, PAINT_BODY, TEXT_MEDIUM,
               theme->text);
    dreams_tally_draw(view->shell->paint, noise->shown, noise->shown_of, at->rows);
}

static void explain_row(const DreamsNoise *noise, int row, Hint *hint)
{
    int none = kind_total(noise, ANSWER_NONE);
    if (row == NET_OUTPUTS) {
        hint_title(hint, "Noise that is no digit to it");
        hint_say(hint, "%d of %d images: no output is %.1f or more.", none, noise->shown_of,
                 (double)ANSWER_NONE_BELOW);
    } else {
        hint_title(hint, "Noise called %d", row);
        hint_say(hint,
                 "surely: %d of %d. Output %d is the strongest, %.2f or more, and the next one at "
                 "most %.1f of it.\nin doubt: %d. It is the strongest, and %.1f or more.",
                 noise->shown[row][ANSWER_SURE], noise->shown_of, row, (double)ANSWER_WEAK_BELOW,
                 (double)ANSWER_CLOSE_SHARE, noise->shown[row][ANSWER_DOUBT],
                 (double)ANSWER_NONE_BELOW);
    }
    hint_unit(hint, "images");
}

static void explain(const void *self, int about, SDL_Point at, Hint *hint)
{
    const DreamsView *view = self;
    const DreamsNoise *noise = &view->noise;
    (void)at;
    if (about == SAYS) {
        hint_title(hint, "What it says to noise");
        hint_say(hint,
                 "Each of 784 pixels is drawn from 0 to 255, each level with equal chance; image n "
                 "from seed n. Nobody taught the network to be unsure: all it was shown were "
                 "digits.");
    } else if (about == TOTAL) {
        int sure = kind_total(noise, ANSWER_SURE), of = SDL_max(noise->shown_of, 1);
        hint_title(hint, "Noise images 1 to %d", IMAGES);
        hint_say(hint, "surely: %d / %d = %.1f %%\nin doubt: %d\nas no digit: %d", sure, of,
                 100.0 * sure / of, kind_total(noise, ANSWER_DOUBT),
                 kind_total(noise, ANSWER_NONE));
        hint_unit(hint, "share of the images, with the weights on show");
    } else {
        explain_row(noise, about - ROW, hint);
    }
}

static void run(void *self, int command)
{
    DreamsView *view = self;
    DreamsNoise *noise = &view->noise;
    char name[48];
    (void)command;
    draw_noise(++noise->image, noise->level);
    snprintf(name, sizeof name, "noise image %d", noise->image);
    lab_exhibit(shell_change(view->shell), noise->level, -1, name);
}

static bool key(void *self, const SDL_Keysym *key)
{
    DreamsView *view = self;
    if (key->sym == SDLK_n) {
        run(view, DREAMS_PUT_NOISE);
    }
    return key->sym == SDLK_n;
}

static bool table(const void *self, FILE *out)
{
    const DreamsView *view = self;
    const DreamsNoise *noise = &view->noise;
    fprintf(out, "digit,surely,in_doubt,strongest_of_no_digit,of\n");
    for (int d = 0; d < NET_OUTPUTS; d++) {
        fprintf(out, "%d,%d,%d,%d,%d\n", d, noise->shown[d][ANSWER_SURE],
                noise->shown[d][ANSWER_DOUBT], noise->shown[d][ANSWER_NONE], noise->shown_of);
    }
    return true;
}

const DreamsPage DREAMS_OF_NOISE = {
    .name = "Noise",
    .main_command = DREAMS_PUT_NOISE,
    .control = {{WIDGET_BUTTON, DREAMS_PUT_NOISE, "Noise", NULL}},
    .controls = 1,
    .pane = {.work = work,
             .update = update,
             .draw = draw,
             .explain = explain,
             .run = run,
             .key = key,
             .sleep_ms = sleep_ms,
             .table = table},
};
