/* The view Landscape: the ground of the cost around a run, and a ball on it at the weights on show.
 */
#include "views/landscape/view_landscape.h"

#include <stdio.h>

#include "base/number.h"
#include "lab/landscape_ball.h"
#include "lab/moment.h"
#include "shell/places.h"
#include "shell/widgets.h"
#include "ui/row.h"
#include "views/landscape/landscape_pictures.h"
#include "views/landscape/landscape_say.h"
#include "views/landscape/landscape_way.h"

/* Design pixels. */
enum {
    TITLE_H = 16,
    GAP = 8,
    TICKS_W = 44,    /* left of the map */
    TICKS_H = 36,    /* under it */
    APART = 32,      /* of the pictures */
    BOTH_FROM = 560, /* as wide as the view must be for both */
    MOST_SIDE = 900, /* of the map */
    SCALE_W = 44,    /* left of the ground */
    SAID_H = 40,
    COST_W = 200,
    RETURN_W = 112,
    BUTTON_H = 28,
    AXIS_W = 172,
    SNAP = 7, /* a ball that is dragged so near to the run's way lands on it */
    GRAB = 16,
};

/* Or so many output pixels, whatever the scale: in a large window there is room. */
enum { MOST_SIDE_PX = 1800 };

/* How far a key turns the ground and moves the ball, of the map. */
static const int KEY_TURN_PX = 12;
static const double KEY_STEP = 1.0 / 64.0;

/* For a presenter, too: the pictures are what is to be seen. */
static LayoutForm form(const void *self)
{
    (void)self;
    return LAYOUT_RAIL;
}

/* The tour speaks of the plane of the run. */
static void open_view(void *self)
{
    LandscapeView *view = self;
    if (view->shell->card.up) {
        landscape_lead(&view->landscape, SURVEY_MAIN_1, SURVEY_MAIN_2);
    }
}

static void work(void *self)
{
    LandscapeView *view = self;
    if (!view->turned) {
        view->pictures.turn = relief_ground_turn();
        view->turned = true;
    }
    if (landscape_follow(&view->landscape, view->lab)) {
        landscape_pictures_follow(view);
        shell_redraw(view->shell);
    }
    if (landscape_pictures_are_stale(view)) {
        shell_redraw(view->shell);
    }
}

static int sleep_ms(const void *self)
{
    enum { LOOK_MS = 16 };
    const LandscapeView *view = self;
    return landscape_pictures_are_stale(view)                  ? 0
           : landscape_is_at_work(&view->landscape, view->lab) ? LOOK_MS
                                                               : -1;
}

/* The pictures: the map square, the ground in what is left. */
static void place(LandscapeView *view, SDL_Rect box)
{
    const Paint *paint = view->shell->paint;
    int gap = paint_px(paint, GAP), title = paint_px(paint, TITLE_H);
    bool both = box.w >= paint_px(paint, BOTH_FROM);
    SDL_Rect foot = row_bottom(&box, paint_px(paint, SAID_H), gap);
    row_left(&box, paint_px(paint, TICKS_W), 0);
    row_left(&foot, paint_px(paint, TICKS_W), 0);
    int side = box.h - title - gap - paint_px(paint, TICKS_H);
    side = SDL_min(side, both ? (box.w - paint_px(paint, APART)) * 47 / 100 : box.w);
    side = SDL_max(SDL_min(side, SDL_max(paint_px(paint, MOST_SIDE), MOST_SIDE_PX)), 1);
    view->figures = row_left(&foot, SDL_min(paint_px(paint, COST_W), foot.w / 2), gap);
    view->said = foot;
    SDL_Rect left = row_left(&box, side, paint_px(paint, APART));
    view->map_title = row_top(&left, title, gap);
    view->map = (SDL_Rect){left.x, left.y, side, side};
    int under = left.y + side + paint_px(paint, TICKS_H) + gap;
    view->figures.y = view->said.y = SDL_min(view->said.y, under);
    view->ground_title = view->ground = (SDL_Rect){0};
    if (both) {
        view->ground_title = row_top(&box, title, gap);
        row_left(&box, paint_px(paint, SCALE_W), 0);
        view->ground = (SDL_Rect){box.x, box.y, box.w, side};
    }
}

/* What the axes lead along, right of the modes; and the way back to the run. */
static void add_buttons(LandscapeView *view)
{
    const Paint *paint = view->shell->paint;
    SDL_Rect row = places_beside_modes(view->shell);
    int w = paint_px(paint, AXIS_W), gap = paint_px(paint, GAP);
    for (int k = 0; k < PLANE_AXES && row.h > 0 && row.w >= (PLANE_AXES - k) * (w + gap); k++) {
        SDL_Rect box = row_left(&row, w, gap);
        panes_add_widget(view->shell, WIDGET_BUTTON, LANDSCAPE_ACROSS + k, box, false);
    }
    if (landscape_ball_is_walked(&view->landscape, view->lab)) {
        SDL_Rect box = row_right(&view->said, paint_px(paint, RETURN_W), gap);
        panes_add_widget(view->shell, WIDGET_BUTTON, LANDSCAPE_RETURN,
                         row_middle(box, box.w, paint_px(paint, BUTTON_H)), false);
    }
}

/* With keys one asks where the ball is. */
static void ask_at_ball(LandscapeView *view, bool ground)
{
    if (landscape_pictures_has(view) && view->landscape.ball.known) {
        panes_ask_at(view->shell, landscape_pictures_ball(view, ground));
    }
}

static void update(void *self, SDL_Rect box)
{
    LandscapeView *view = self;
    place(view, box);
    landscape_say_update(view);
    add_buttons(view);
    panes_add_widget(view->shell, WIDGET_AREA, LANDSCAPE_MAP, view->map, false);
    /* What is said of the ball stays in sight. */
    SDL_Rect parts[] = {view->map, view->figures};
    panes_add_spot_in(view->shell, view->map, row_around(parts, 2), LANDSCAPE_MAP);
    ask_at_ball(view, false);
    if (view->ground.w > 0) {
        panes_add_widget(view->shell, WIDGET_AREA, LANDSCAPE_GROUND, view->ground, false);
        panes_add_spot_in(view->shell, view->ground,
                          row_around((SDL_Rect[]){view->ground, view->said}, 2), LANDSCAPE_GROUND);
        ask_at_ball(view, true);
    }
    if (landscape_pictures_has(view)) {
        landscape_pictures_update(view);
    }
}

static void draw_figures(const LandscapeView *view)
{
    Paint *out = view->shell->paint;
    char cost[24], count[NUMBER_TEXT], of[120];
    SDL_Rect box = view->figures;
    SDL_Rect line = row_top(&box, paint_px(out, 1.5f * PAINT_LABEL), 0);
    snprintf(cost, sizeof cost, "%.3g", view->landscape.ball.cost);
    paint_text(out, row_left(&line, paint_px(out, 110.0f), 0), PAINT_LEFT, "Cost at the ball",
               PAINT_LABEL, TEXT_REGULAR, out->theme->secondary);
    paint_text(out, line, PAINT_LEFT, cost, PAINT_BODY, TEXT_BOLD, out->theme->text);
    number_print(count, sizeof count, view->landscape.survey->data.images);
    snprintf(of, sizeof of, "%s images of %.90s", count, view->lab->mix.name);
    paint_text(out, row_top(&box, paint_px(out, 1.5f * PAINT_LABEL), 0), PAINT_LEFT, of,
               PAINT_LABEL, TEXT_REGULAR, out->theme->secondary);
}

static void draw(const void *self, SDL_Rect box)
{
    const LandscapeView *view = self;
    Paint *out = view->shell->paint;
    (void)box; /* placed by update() */
    if (landscape_pictures_has(view)) {
        landscape_pictures_draw(view);
        if (view->landscape.ball.known) {
            draw_figures(view);
        }
        paint_lines(out, view->said, view->say, PAINT_LABEL, out->theme->secondary, false);
    } else {
        paint_frame(out, view->map);
        paint_fill(out, view->map, out->theme->panel);
        paint_lines(out, row_inset(view->map, paint_px(out, 24.0f), paint_px(out, 24.0f)),
                    view->say, PAINT_BODY, out->theme->secondary, false);
    }
}

static void drag_to(LandscapeView *view, const double at[PLANE_AXES])
{
    Err err;
    bool ok = landscape_ball_drag(&view->landscape, shell_change(view->shell), at, &err);
    tell_unless(view->shell, ok, &err);
    view->dragged += ok;
}

/* Near the way of the run the ball lands on it, with the weights of that moment. */
static void drag_ball(LandscapeView *view, SDL_Point at)
{
    double to[PLANE_AXES];
    int frame = landscape_way_frame_at(view, at, (float)paint_px(view->shell->paint, SNAP));
    if (frame >= 0) {
        landscape_ball_land(&view->landscape, shell_change(view->shell), frame);
        return;
    }
    landscape_pictures_place(view, at, to);
    drag_to(view, to);
}

static bool is_near(const LandscapeView *view, SDL_Point a, SDL_Point b)
{
    int grab = paint_px(view->shell->paint, GRAB), dx = a.x - b.x, dy = a.y - b.y;
    return dx * dx + dy * dy <= grab * grab;
}

static void drag(void *self, int x, int y)
{
    LandscapeView *view = self;
    SDL_Point at = {x, y};
    double to[PLANE_AXES];
    if (view->hold == LANDSCAPE_TURN) {
        landscape_pictures_turn(view, x - view->held_at.x, y - view->held_at.y);
    } else if (view->hold == LANDSCAPE_BALL && SDL_PointInRect(&view->held_at, &view->map)) {
        drag_ball(view, at);
        return;
    } else if (view->hold == LANDSCAPE_BALL && landscape_pictures_pick(view, at, to)) {
        drag_to(view, to);
        return;
    }
    view->held_at = at;
}

static bool press(void *self, int x, int y, bool twice)
{
    LandscapeView *view = self;
    SDL_Point at = {x, y};
    (void)twice;
    view->hold = LANDSCAPE_NOTHING;
    view->held_at = at;
    if (!landscape_pictures_has(view)) {
        return false;
    }
    if (SDL_PointInRect(&at, &view->map)) {
        view->hold = LANDSCAPE_BALL;
        drag_ball(view, at);
    } else if (SDL_PointInRect(&at, &view->ground)) {
        bool ball = is_near(view, at, landscape_pictures_ball(view, true));
        view->hold = ball ? LANDSCAPE_BALL : LANDSCAPE_TURN;
        shell_take_focus(view->shell, view_action(VIEW_LANDSCAPE, LANDSCAPE_GROUND));
    }
    return view->hold != LANDSCAPE_NOTHING;
}

static void release(void *self)
{
    LandscapeView *view = self;
    view->hold = LANDSCAPE_NOTHING;
}

/* The ball goes back to the run: to its newest moment. */
static void go_back(LandscapeView *view)
{
    landscape_ball_land(&view->landscape, shell_change(view->shell),
                        view->lab->timeline.frames - 1);
}

static bool move_ball(LandscapeView *view, int dx, int dy, bool far)
{
    const Survey *survey = view->landscape.survey;
    double at[PLANE_AXES], step = far ? 4.0 * KEY_STEP : KEY_STEP;
    int by[] = {dx, dy};
    for (int k = 0; k < PLANE_AXES; k++) {
        at[k] = view->landscape.ball.at[k] + by[k] * step * (survey->high[k] - survey->low[k]);
    }
    drag_to(view, at);
    return true;
}

/* Arrows move the ball, or turn the ground where that has the keyboard. */
static bool key(void *self, const SDL_Keysym *key)
{
    LandscapeView *view = self;
    bool ground = view->shell->focus == view_action(VIEW_LANDSCAPE, LANDSCAPE_GROUND);
    int dx = key->sym == SDLK_LEFT ? -1 : key->sym == SDLK_RIGHT ? 1 : 0;
    int dy = key->sym == SDLK_DOWN ? -1 : key->sym == SDLK_UP ? 1 : 0;
    if (!landscape_pictures_has(view) || !view->landscape.ball.known) {
        return false;
    }
    if (dx != 0 || dy != 0) {
        if (!ground) {
            return move_ball(view, dx, dy, key->mod & KMOD_SHIFT);
        }
        int px = paint_px(view->shell->paint, (float)KEY_TURN_PX);
        landscape_pictures_turn(view, dx * px, -dy * px);
        return true;
    }
    if (key->sym == SDLK_HOME && ground) {
        view->pictures.turn = relief_ground_turn();
        landscape_pictures_turn(view, 0, 0);
        return true;
    }
    bool back = (key->sym == SDLK_HOME || key->sym == SDLK_ESCAPE) &&
                landscape_ball_is_walked(&view->landscape, view->lab);
    if (back) {
        go_back(view);
    }
    return back;
}

static void run(void *self, int command)
{
    LandscapeView *view = self;
    SurveyAxis *axis = view->landscape.axis;
    int k = command - LANDSCAPE_ACROSS;
    if (command == LANDSCAPE_RETURN) {
        go_back(view);
    } else if (k >= 0 && k < PLANE_AXES) {
        SurveyAxis before = landscape_axis(&view->landscape, view->lab, k),
                   other = landscape_axis(&view->landscape, view->lab, 1 - k);
        do { /* two that are the same make no plane, but for random ones */
            before = (SurveyAxis)((before + 1) % SURVEY_AXES);
            axis[k] = before;
        } while (landscape_axis(&view->landscape, view->lab, k) != before ||
                 (before == other && before != SURVEY_RANDOM));
        shell_redraw(view->shell);
    }
}

static const char *label(const void *self, int command)
{
    static const char *const AXIS[PLANE_AXES][SURVEY_AXES] = {
        {"Across: first direction", "Across: second direction", "Across: third direction",
         "Across: gradient", "Across: random"},
        {"Up: first direction", "Up: second direction", "Up: third direction", "Up: gradient",
         "Up: random"}};
    const LandscapeView *view = self;
    int k = command - LANDSCAPE_ACROSS;
    if (command == LANDSCAPE_RETURN) {
        return view->landscape.moments > 1 ? "Back to the run" : "Back";
    }
    return k >= 0 && k < PLANE_AXES ? AXIS[k][landscape_axis(&view->landscape, view->lab, k)] : "";
}

static void explain(const void *self, int about, SDL_Point at, Hint *hint)
{
    landscape_say_point(self, at, about == LANDSCAPE_GROUND, hint);
}

static int did(const void *self, int thing)
{
    const LandscapeView *view = self;
    return thing == VIEW_THING_BALL ? view->dragged : 0;
}

static SDL_Rect thing_place(const void *self, int thing)
{
    const LandscapeView *view = self;
    return thing == VIEW_THING_BALL ? view->map : (SDL_Rect){0};
}

static void free_view(void *self)
{
    LandscapeView *view = self;
    landscape_free(&view->landscape);
    relief_image_free(&view->pictures.map);
    relief_image_free(&view->pictures.ground);
}

const Pane PANE_OF_LANDSCAPE = {
    .open = open_view,
    .work = work,
    .form = form,
    .update = update,
    .draw = draw,
    .explain = explain,
    .run = run,
    .label = label,
    .press = press,
    .drag = drag,
    .release = release,
    .key = key,
    .sleep_ms = sleep_ms,
    .table = landscape_say_table,
    .did = did,
    .place = thing_place,
    .free = free_view,
};
