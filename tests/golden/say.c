/* What the window says, written down and held against text files. */
#include "say.h"

#include "kept.h"
#include "lines.h"
#include "record.h"
#include "rules.h"
#include "shell/explain.h"

enum { GRID = 3, GRID_LEAST_PX = 60 };

static struct {
    char name[64];
    FILE *out;
    struct {
        Lines texts, controls, hints;
    } before[2]; /* the last state in a window of that kind: large or small */
    int broken;  /* rules of layout */
    struct {
        int states, texts, controls, hints;
    } held;
} say_now;

static Record record, other_record;

/* The name of a colour in the theme, the same for dark and light; of colours that are one, the
 * first. */
static const char *role_of(const Theme *theme, SDL_Color colour)
{
    const struct {
        const char *name;
        SDL_Color colour;
    } ROLE[] = {
        {"text", theme->text},         {"secondary", theme->secondary},
        {"positive", theme->positive}, {"negative", theme->negative},
        {"on", theme->on_positive},    {"hairline", theme->hairline},
        {"ink", theme->ink},           {"paper", theme->paper},
        {"run 3", theme->run[2]},      {"run 4", theme->run[3]},
        {"run 5", theme->run[4]},      {"run 6", theme->run[5]},
        {"run 7", theme->run[6]},      {"run 8", theme->run[7]},
        {"way", theme->way},           {"way edge", theme->way_edge},
    };
    for (size_t i = 0; i < sizeof ROLE / sizeof ROLE[0]; i++) {
        const SDL_Color *c = &ROLE[i].colour;
        if (c->r == colour.r && c->g == colour.g && c->b == colour.b) {
            return ROLE[i].name;
        }
    }
    return "mixed";
}

/* The widths of letters that the boxes depend on: other fonts, or fonts drawn in another way. */
static void print_widths(Fixture *f, char *line, size_t room)
{
    static const char SAMPLE[] = "Weight 0123456789 from neuron to layer: 98.76 %";
    static const int SIZE[] = {PAINT_AXIS, PAINT_LABEL, PAINT_BODY, PAINT_DIGIT};
    size_t length = (size_t)snprintf(line, room, "# letters:");
    for (int weight = 0; weight < TEXT_WEIGHTS; weight++) {
        for (size_t i = 0; i < sizeof SIZE / sizeof SIZE[0]; i++) {
            int h = 0,
                w = text_measure(&f->board.paint.text, SAMPLE, SIZE[i], (TextWeight)weight, &h);
            length += (size_t)snprintf(line + length, room - length, " %dx%d", w, h);
        }
    }
    snprintf(line + length, room - length, "\n");
}

void say_begin(const char *name)
{
    snprintf(say_now.name, sizeof say_now.name, "%s", name);
    say_now.out = kept_begin(name);
    say_now.broken = 0;
}

/* What was drawn, as far as the state before did not have it; then what it had besides. */
static void put_texts(const Theme *theme, Lines *before)
{
    Lines now = {0};
    for (int i = 0; i < record.count; i++) {
        const RecordText *at = &record.text[i];
        char line[TEXT_MAX + 96];
        snprintf(line, sizeof line, "%d,%d %dx%d %d%c %s: %s", at->box.x, at->box.y, at->box.w,
                 at->box.h, at->size_px, "rmb"[at->weight], role_of(theme, at->colour), at -> text);
        lines_add(&now, line);
    }
    lines_write_changes(before, &now, say_now.out);
    lines_free(before);
    *before = now;
    say_now.held.texts += record.count;
}

/* Drawing only draws: all that it shows was worked out in the update. */
static void draw_into(Fixture *f, Record *to)
{
    f->app.shell.redraw = true;
    fixture_frame(f);
    record_begin(to);
    app_draw(&f->app);
    record_end();
    assert_int_equal(to->runs, 0);
    SDL_RenderPresent(f->board.renderer);
}

/* The same texts are in the same places in the other theme, in the same roles. */
static void check_other_theme(Fixture *f, const char *state)
{
    const Theme *theme = f->board.paint.theme;
    f->app.lab.settings.dark = !f->app.lab.settings.dark;
    draw_into(f, &other_record);
    const Theme *other_theme = f->board.paint.theme;
    bool same = other_theme != theme && record.count == other_record.count;
    for (int i = 0; same && i < record.count; i++) {
        const RecordText *one = &record.text[i], *other = &other_record.text[i];
        same = strcmp(one->text, other->text) == 0 && SDL_RectEquals(&one->box, &other->box) &&
               strcmp(role_of(theme, one->colour), role_of(other_theme, other->colour)) == 0;
        if (!same) {
            print_message("%s: \"%s\" is \"%s\" in the other theme\n", state, one->text,
                          other->text);
        }
    }
    if (!same) {
        fail_msg("%s: what is said depends on the theme", state);
    }
    f->app.lab.settings.dark = !f->app.lab.settings.dark;
    draw_into(f, &record);
    assert_int_equal(record.allocations, 0); /* it has all it needs from before */
}

/* All controls in the order of Tab, unless they are those of the state before. */
static void put_controls(const App *app, Lines *before)
{
    static const char *const KIND[] = {
        [WIDGET_AREA] = "area",   [WIDGET_SPOT] = "spot",     [WIDGET_TAB] = "tab",
        [WIDGET_MODE] = "mode",   [WIDGET_BUTTON] = "button", [WIDGET_TOGGLE] = "toggle",
        [WIDGET_CHECK] = "check", [WIDGET_SLIDER] = "slider", [WIDGET_ROUND] = "round",
        [WIDGET_FOLD] = "fold"};
    Lines now = {0};
    for (int i = app->shell.covered; i < app->shell.widgets; i++) {
        const Widget *at = &app->shell.widget[i];
        char line[256], value[32] = "";
        if (at->kind == WIDGET_SLIDER) {
            snprintf(value, sizeof value, " %.3f %.3f", (double)at->value, (double)at->filled);
        }
        snprintf(line, sizeof line, "%s %d,%d %dx%d%s%s%s: %s", KIND[at->kind], at->box.x,
                 at->box.y, at->box.w, at->box.h, at->enabled ? "" : " off", at->on ? " on" : "",
                 value, at->label);
        lines_add(&now, line);
    }
    if (!lines_equal(before, &now)) {
        fprintf(say_now.out, "-- controls\n");
        lines_write_changes(&(Lines){0}, &now, say_now.out);
    }
    lines_free(before);
    *before = now;
    say_now.held.controls += now.count;
}

static SDL_Rect box_around(const Record *of)
{
    SDL_Rect box = of->text[0].box;
    for (int i = 1; i < of->count; i++) {
        SDL_UnionRect(&box, &of->text[i].box, &box);
    }
    return box;
}

/* Add the hint that is due, unless it is the same as `but`. */
static void put_hint(App *app, const Record *but, Record *to, const char *spot, Lines *lines)
{
    explain_update(&app->shell);
    record_begin(to);
    explain_draw(&app->shell);
    record_end();
    bool same = but && but->count == to->count;
    for (int i = 0; same && i < to->count; i++) {
        same = strcmp(but->text[i].text, to->text[i].text) == 0;
    }
    if (same) {
        return;
    }
    char text[2048];
    SDL_Rect box = to->count > 0 ? box_around(to) : (SDL_Rect){0};
    int length = snprintf(text, sizeof text, "%s -> %d,%d %dx%d", spot, box.x, box.y, box.w, box.h);
    for (int i = 0; i < to->count; i++) {
        length +=
            snprintf(text + length, sizeof text - (size_t)length, "\n    %s", to->text[i].text);
        assert_true(length < (int)sizeof text);
    }
    lines_add(lines, text);
    say_now.broken += rules_check(to, app->shell.layout.window, spot);
    say_now.held.hints++;
}

/* What the keyboard gets to read at a spot, and where the arrows lead from it. */
static void put_hint_of_spot(App *app, int spot, Lines *lines)
{
    static const SDL_Keycode ARROW[] = {SDLK_LEFT, SDLK_RIGHT, SDLK_UP, SDLK_DOWN};
    int to[4];
    char line[96];
    for (int i = 0; i < 4; i++) {
        app->shell.explained = spot;
        explain_key(&app->shell, ARROW[i]);
        to[i] = app->shell.explained;
    }
    app->shell.explained = spot;
    SDL_Rect box = app->shell.spot[spot].box;
    snprintf(line, sizeof line, "%d (left %d right %d up %d down %d) %d,%d %dx%d", spot, to[0],
             to[1], to[2], to[3], box.x, box.y, box.w, box.h);
    put_hint(app, NULL, &record, line, lines);
}

/* What the pointer gets to read in parts of a large spot, as far as it is something else. */
static void put_hints_within(App *app, int spot, Lines *lines)
{
    SDL_Rect box = app->shell.spot[spot].box;
    for (int i = 0; i < GRID * GRID && SDL_min(box.w, box.h) >= GRID_LEAST_PX; i++) {
        char line[96];
        int x = box.x + box.w * (2 * (i % GRID) + 1) / (2 * GRID);
        int y = box.y + box.h * (2 * (i / GRID) + 1) / (2 * GRID);
        app->shell.pointer_x_px = (float)x;
        app->shell.pointer_y_px = (float)y;
        snprintf(line, sizeof line, "%d at %d,%d", spot, x, y);
        if (explain_spot(&app->shell) == &app->shell.spot[spot]) {
            put_hint(app, &record, &other_record, line, lines);
        }
    }
}

static void put_hints(App *app, bool all, Lines *before)
{
    int focus = app->shell.focus, explained = app->shell.explained;
    bool focus_shown = app->shell.focus_shown;
    float x = app->shell.pointer_x_px, y = app->shell.pointer_y_px;
    Lines now = {0};
    for (int spot = 0; spot < app->shell.spots; spot++) {
        if (all || app->shell.spot[spot].view != VIEWS) {
            app->shell.focus = ACTION_EXPLAIN;
            app->shell.focus_shown = true;
            put_hint_of_spot(app, spot, &now);
            app->shell.focus = ACTION_SHEET;
            put_hints_within(app, spot, &now);
        }
    }
    fprintf(say_now.out, "-- hints\n");
    lines_write_changes(before, &now, say_now.out);
    lines_free(before);
    *before = now;
    app->shell.focus = focus;
    app->shell.explained = explained;
    app->shell.focus_shown = focus_shown;
    app->shell.pointer_x_px = x;
    app->shell.pointer_y_px = y;
    explain_update(&app->shell);
}

void say(Fixture *f, const char *state, unsigned what)
{
    App *app = &f->app;
    bool small = app->shell.w_px < FIXTURE_W;
    draw_into(f, &record);
    if (!(what & SAY_IN_ONE_THEME)) {
        check_other_theme(f, state);
    }
    fprintf(say_now.out, "\n== %s, %dx%d\n", state, app->shell.w_px, app->shell.h_px);
    put_texts(f->board.paint.theme, &say_now.before[small].texts);
    say_now.broken += rules_check(&record, app->shell.layout.window, state);
    say_now.held.states++;
    put_controls(app, &say_now.before[small].controls);
    if (what & SAY_HINTS) {
        put_hints(app, (what & SAY_ALL_HINTS) == SAY_ALL_HINTS, &say_now.before[small].hints);
    }
}

void say_end(Fixture *f)
{
    char letters[256];
    print_widths(f, letters, sizeof letters);
    for (int i = 0; i < 2; i++) {
        lines_free(&say_now.before[i].texts);
        lines_free(&say_now.before[i].controls);
        lines_free(&say_now.before[i].hints);
    }
    kept_end(letters);
    if (say_now.broken > 0) {
        fail_msg("%s: %d texts break the rules of layout", say_now.name, say_now.broken);
    }
}

void say_print_counts(void)
{
    printf("# held: %d states, %d texts, %d controls, %d hints\n", say_now.held.states,
           say_now.held.texts, say_now.held.controls, say_now.held.hints);
}
