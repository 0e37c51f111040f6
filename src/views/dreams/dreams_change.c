/* Dreams, page Change: the smallest change that turns the answer into another digit. */
#include <math.h>
#include <string.h>

#include "ui/row.h"
#include "views/dreams/dreams_page.h"

/* Spots; the size for a digit is SIZE_OF + digit. */
enum { BEFORE, CHANGED, AFTER, SIZE, PIXELS, SIZE_OF };

static bool is_current(const DreamsView *view)
{
    const DreamsChange *change = &view->change;
    return memcmp(change->at.before, view->lab->input.cell, NET_INPUTS) == 0 &&
           change->net_version == view->lab->net_version;
}

static void begin_search(DreamsView *view)
{
    DreamsChange *change = &view->change;
    change->stale = false;
    change->searching = dreams_page_copy(view, &change->searched, &change->acts);
    change->net_version = view->lab->net_version;
    if (!change->searching) {
        return;
    }
    memcpy(change->at.before, view->lab->input.cell, NET_INPUTS);
    memcpy(change->at.outputs,
           net_forward_levels(&change->searched, change->at.before, &change->acts),
           sizeof change->at.outputs);
    for (int d = 0; d < NET_OUTPUTS; d++) {
        change->at.tried[d] = !flip_is(change->at.outputs, d);
        flip_begin(&change->at.flip[d], change->at.before, d);
    }
    change->first = SDL_max(view->chosen[DREAMS_CHANGE] - 1, 0);
    change->next = 0;
}

/* One round of the search for one digit; the digit chosen comes first. */
static void search_on(DreamsView *view)
{
    DreamsChange *change = &view->change;
    int digit = (change->first + change->next) % NET_OUTPUTS;
    Flip *flip = &change->at.flip[digit];
    if (change->at.tried[digit] && flip_search(flip, &change->searched, &change->acts)) {
        return;
    }
    if (flip->found) {
        memcpy(change->at.after[digit],
               net_forward_levels(&change->searched, flip->after, &change->acts),
               sizeof change->at.after[digit]);
    }
    if (++change->next == NET_OUTPUTS) {
        change->searching = false;
        change->done = change->at;
        change->any = true;
    }
}

/* The digit whose change is on show: the one chosen, or the nearest; -1 where none is found. */
static int digit_shown(const DreamsView *view)
{
    const DreamsChanges *done = &view->change.done;
    int chosen = view->chosen[DREAMS_CHANGE] - 1, nearest = -1;
    if (!view->change.any) {
        return -1;
    }
    if (chosen >= 0) {
        return done->flip[chosen].found ? chosen : -1;
    }
    for (int d = 0; d < NET_OUTPUTS; d++) {
        bool nearer = nearest < 0 || done->flip[d].size < done->flip[nearest].size;
        nearest = done->flip[d].found && nearer ? d : nearest;
    }
    return nearest;
}

/* The numbers of what is shown. */
static void note(DreamsChange *change, int digit)
{
    change->shown = digit;
    change->most = 0.0f;
    change->pixels = 0;
    for (int i = 0; digit >= 0 && i < NET_INPUTS; i++) {
        int by = change->done.flip[digit].after[i] - change->done.before[i];
        change->change[i] = (float)by / 255.0f;
        change->most = fmaxf(change->most, fabsf(change->change[i]));
        change->pixels += by != 0;
    }
    change->size = digit >= 0 ? change->done.flip[digit].size : 0.0;
}

/* As with noise, a search is of a copy, and comes to its end before the next one begins. */
static void work(void *self)
{
    DreamsView *view = self;
    DreamsChange *change = &view->change;
    Slice slice = slice_begin();
    if (change->answers != view->lab->answers) {
        change->answers = view->lab->answers;
        change->stale = change->stale || !is_current(view);
    }
    if (change->stale && !change->searching) {
        begin_search(view);
    }
    bool searching = change->searching;
    while (change->searching && slice_goes_on(&slice)) {
        search_on(view);
    }
    int digit = digit_shown(view);
    bool ended = searching && !change->searching;
    if (ended || change->shown != digit) {
        note(change, digit);
        shell_redraw(view->shell);
    }
}

static int sleep_ms(const void *self)
{
    const DreamsView *view = self;
    const DreamsChange *change = &view->change;
    return change->searching || change->stale ? 0 : -1;
}

static void update(void *self, SDL_Rect body)
{
    DreamsView *view = self;
    DreamsPlaces *at = &view->at;
    const Paint *paint = view->shell->paint;
    int gap = paint_px(paint, 12.0f), line = paint_px(paint, DREAMS_LINE);
    for (int i = 0; i <= NET_OUTPUTS; i++) { /* the sizes hang under the digits */
        at->digit[i].y += at->digit[i].h;
        at->digit[i].h = line;
        if (i > 0) {
            panes_add_spot(view->shell, at->digit[i], SIZE_OF + i - 1);
        }
    }
    row_top(&body, line, 0);
    int side = SDL_max(0, SDL_min((body.w - 2 * gap) / 3, body.h - 3 * line));
    SDL_Rect all = row_top(&body, line + side, 0);
    for (int i = 0; i < 3; i++) {
        at->picture[i] = row_left(&all, side, gap);
        at->caption[i] = row_top(&at->picture[i], line, 0);
        panes_add_spot(view->shell, at->picture[i], BEFORE + i);
    }
    for (int i = 0; i < 2; i++) {
        at->line[i] = row_top(&body, line, 0);
        panes_add_spot(view->shell, at->line[i], SIZE + i);
    }
}

static void draw_sizes(const DreamsView *view)
{
    const DreamsChange *change = &view->change;
    const DreamsPlaces *at = &view->at;
    const Theme *theme = view->shell->paint->theme;
    paint_text(view->shell->paint, at->digit[0], PAINT_CENTRE, "size", PAINT_AXIS, TEXT_REGULAR,
               theme->secondary);
    for (int d = 0; change->any && d < NET_OUTPUTS; d++) {
        char text[16] = "-";
        if (change->done.flip[d].found) {
            snprintf(text, sizeof text, "%.1f", change->done.flip[d].size);
        }
        paint_text(view->shell->paint, at->digit[1 + d], PAINT_CENTRE, text, PAINT_AXIS,
                   d == change->shown ? TEXT_BOLD : TEXT_REGULAR,
                   d == change->shown ? theme->text : theme->secondary);
    }
}

/* Why there is nothing to show. */
static const char *excuse(const DreamsView *view)
{
    const DreamsChange *change = &view->change;
    int chosen = view->chosen[DREAMS_CHANGE] - 1;
    if (!change->any) {
        return "Searching ...";
    }
    return chosen >= 0 && !change->done.tried[chosen] ? "That is the answer already."
                                                      : "No such change was found.";
}

static void draw_pictures(const DreamsView *view)
{
    const DreamsChange *change = &view->change;
    const DreamsPlaces *at = &view->at;
    const Flip *flip = &change->done.flip[change->shown];
    char answer[2][16], text[3][48];
    dreams_page_print_answer(change->done.outputs, answer[0], sizeof answer[0]);
    dreams_page_print_answer(change->done.after[change->shown], answer[1], sizeof answer[1]);
    snprintf(text[0], sizeof text[0], "Before: %s", answer[0]);
    snprintf(text[1], sizeof text[1], "The change");
    snprintf(text[2], sizeof text[2], "After: %s (%.2f)", answer[1],
             (double)change->done.after[change->shown][change->shown]);
    for (int i = 0; i < 3; i++) {
        paint_text(view->shell->paint, at->caption[i], PAINT_LEFT, text[i], PAINT_LABEL,
                   TEXT_REGULAR, view->shell->paint->theme->secondary);
    }
    dreams_picture_draw(view->shell->paint, change->done.before, NULL, 0.0f, at->picture[0]);
    dreams_picture_draw(view->shell->paint, NULL, change->change, change->most, at->picture[1]);
    dreams_picture_draw(view->shell->paint, flip->after, NULL, 0.0f, at->picture[2]);
}

static void draw(const void *self, SDL_Rect box)
{
    const DreamsView *view = self;
    const DreamsChange *change = &view->change;
    const DreamsPlaces *at = &view->at;
    const Theme *theme = view->shell->paint->theme;
    char size[96], pixels[96];
    (void)box;
    draw_sizes(view);
    if (change->shown < 0 || !change->any) {
        paint_text(view->shell->paint, at->line[0], PAINT_LEFT, excuse(view), PAINT_BODY,
                   TEXT_REGULAR, theme->secondary);
        return;
    }
    draw_pictures(view);
    snprintf(size, sizeof size, "To %d: as much as %.2f full pixels", change->shown, change->size);
    snprintf(pixels, sizeof pixels, "%d pixels change, none by more than %.0f of 255 levels",
             change->pixels, (double)change->most * 255.0);
    paint_text(view->shell->paint, at->line[0], PAINT_LEFT, size, PAINT_BODY, TEXT_MEDIUM,
               theme->text);
    paint_text(view->shell->paint, at->line[1], PAINT_LEFT, pixels, PAINT_LABEL, TEXT_REGULAR,
               theme->secondary);
}

static void explain_cell(const DreamsView *view, int about, SDL_Point at, Hint *hint)
{
    const DreamsChange *change = &view->change;
    int cell = SDL_max(dreams_cell_at(view->at.picture[about], at), 0);
    hint_title(hint, "The smallest change: pixel in column %d, row %d", cell % SHEET_SIDE,
               cell / SHEET_SIDE);
    if (change->shown < 0) {
        hint_say(hint, "%s", excuse(view));
        return;
    }
    int before = change->done.before[cell], after = change->done.flip[change->shown].after[cell];
    hint_say(hint,
             "before %d, after %d: %+d levels\nThe change has its full colour at %.0f levels.",
             before, after, after - before, (double)change->most * 255.0);
    hint_unit(hint, "levels of ink, 0 to 255");
}

static void explain_size(const DreamsView *view, int digit, Hint *hint)
{
    const DreamsChange *change = &view->change;
    hint_title(hint, "The smallest change that was found");
    if (digit < 0 || !change->any || !change->done.flip[digit].found) {
        hint_say(hint, "%s",
                 digit >= 0 && change->any && !change->done.tried[digit]
                     ? "That is the answer already."
                     : excuse(view));
        return;
    }
    double size = change->done.flip[digit].size;
    hint_say(hint,
             "to answer %d: root of the sum of (after - before)^2 over 784 pixels = root of %.3f = "
             "%.3f\nAfter it, output %d is the strongest with %.3f. Of %d rounds of search the "
             "best; there may be a smaller change.",
             digit, size * size, size, digit, (double)change->done.after[digit][digit],
             FLIP_ROUNDS);
    hint_unit(hint, "full pixels: 1 is one pixel from 0 to 255, 2 is four of them");
}

static void explain(const void *self, int about, SDL_Point at, Hint *hint)
{
    const DreamsView *view = self;
    const DreamsChange *change = &view->change;
    if (about <= AFTER) {
        explain_cell(view, about, at, hint);
    } else if (about == PIXELS) {
        hint_title(hint, "How the change is spread");
        hint_say(hint, "%d of 784 pixels change, the most by %.0f of 255 levels.", change->pixels,
                 (double)change->most * 255.0);
        hint_unit(hint, "pixels; levels of ink");
    } else {
        explain_size(view, about == SIZE ? change->shown : about - SIZE_OF, hint);
    }
}

static void run(void *self, int command)
{
    DreamsView *view = self;
    const DreamsChange *change = &view->change;
    char name[48];
    (void)command;
    snprintf(name, sizeof name, "changed by %.2f to be %d", change->size, change->shown);
    lab_exhibit(shell_change(view->shell), change->done.flip[change->shown].after, -1, name);
}

static bool can(const void *self, int command)
{
    const DreamsView *view = self;
    (void)command;
    return view->change.any && view->change.shown >= 0;
}

static bool table(const void *self, FILE *out)
{
    const DreamsView *view = self;
    const DreamsChanges *done = &view->change.done;
    fprintf(out, "digit,found,size,output_before,output_after\n");
    for (int d = 0; view->change.any && d < NET_OUTPUTS; d++) {
        fprintf(out, "%d,%d,%.9g,%.9g,%.9g\n", d, done->flip[d].found, done->flip[d].size,
                (double)done->outputs[d], (double)done->after[d][d]);
    }
    return true;
}

const DreamsPage DREAMS_OF_CHANGE = {
    .name = "Change",
    .any = "Nearest",
    .main_command = DREAMS_PUT_CHANGED,
    .control = {{WIDGET_BUTTON, DREAMS_PUT_CHANGED, "Put on the sheet", NULL}},
    .controls = 1,
    .pane = {.work = work,
             .update = update,
             .draw = draw,
             .explain = explain,
             .run = run,
             .can = can,
             .sleep_ms = sleep_ms,
             .table = table},
};
