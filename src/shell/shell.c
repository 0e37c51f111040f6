/* The window around the views: its events, and what goes on in it besides the views. */
#include "shell/shell.h"

#include "base/clock.h"
#include "lab/errand.h"
#include "lab/opening.h"
#include "lab/session.h"
#include "shell/action.h"
#include "shell/album.h"
#include "shell/choose.h"
#include "shell/film.h"
#include "shell/first_start.h"
#include "shell/hold.h"
#include "shell/keys.h"
#include "shell/leave.h"
#include "shell/notice.h"
#include "shell/panel.h"
#include "shell/panes.h"
#include "shell/pointed.h"
#include "shell/pointer.h"
#include "shell/replay.h"
#include "shell/tell.h"

void shell_init(Shell *shell, Lab *lab, SDL_Window *window, Paint *paint)
{
    *shell = (Shell){
        .lab = lab,
        .window = window,
        .paint = paint,
        .px_per_unit = 1.0f,
        .desktop_scale = 1.0f,
        .explained = -1,
        .selected = {0, -1},
        .key_pen = {SHEET_SIDE / 2.0f, SHEET_SIDE / 2.0f},
        .redraw = true,
    };
}

void shell_free(Shell *shell)
{
    choose_free(shell);
    panel_free(shell);
    film_free(shell);
    for (int i = 0; i < VIEWS; i++) {
        if (shell->pane[i].pane && shell->pane[i].pane->free) {
            shell->pane[i].pane->free(shell->pane[i].self);
        }
    }
    *shell = (Shell){0};
}

void shell_resize(Shell *shell, int w_px, int h_px, float px_per_unit)
{
    shell->w_px = w_px;
    shell->h_px = h_px;
    shell->px_per_unit = px_per_unit;
    shell->redraw = true;
}

void shell_enlarge(Shell *shell, float desktop_scale)
{
    shell->desktop_scale = desktop_scale;
}

static void handle_window(Shell *shell, const SDL_WindowEvent *event)
{
    if (event->event == SDL_WINDOWEVENT_CLOSE) {
        leave_ask(shell, false);
    } else if (event->event == SDL_WINDOWEVENT_FOCUS_LOST ||
               event->event == SDL_WINDOWEVENT_HIDDEN) {
        hold_release(shell);
    } else if (event->event == SDL_WINDOWEVENT_LEAVE) {
        shell->pointer_inside = false;
        shell->pointer_x_px = shell->pointer_y_px = -1.0f;
    }
    shell->redraw = true;
}

static void handle_drop(Shell *shell, char *file)
{
    Err err;
    if (file) {
        tell_unless(shell, opening_begin(shell->lab, file, &err), &err);
    }
    SDL_free(file);
}

void shell_handle(Shell *shell, const SDL_Event *event)
{
    keys_note(shell, event);
    switch (event->type) {
    case SDL_QUIT:
        leave_ask(shell, true);
        break;
    case SDL_WINDOWEVENT:
        handle_window(shell, &event->window);
        break;
    case SDL_DROPFILE:
        handle_drop(shell, event->drop.file);
        break;
    case SDL_RENDER_TARGETS_RESET:
    case SDL_RENDER_DEVICE_RESET:
        paint_forget(shell->paint);
        film_forget(shell);
        shell->redraw = true;
        break;
    case SDL_KEYDOWN:
    case SDL_KEYUP:
    case SDL_TEXTINPUT:
        keys_handle(shell, event);
        break;
    default:
        pointer_handle(shell, event);
        break;
    }
    tell_news(shell);
}

void shell_tick(Shell *shell, Uint64 now_ms)
{
    shell->now_ms = now_ms;
    shell->redraw |= motion_tick(&shell->motion, now_ms);
}

void shell_poll(Shell *shell)
{
    ErrandEnd end;
    if (errand_poll(&shell->lab->errands, &end)) {
        shell->redraw = true;
        if (end.in_dialog) {
            choose_end(shell, end.ok, &end.err);
        } else {
            tell_unless(shell, end.ok, &end.err);
        }
    }
    tell_news(shell);
}

/* Bars and neurons go to the answer from where they are now. */
static void ease(Shell *shell)
{
    const Lab *lab = shell->lab;
    easing_update(&shell->easing, motion_left(&shell->motion, MOTION_EASE));
    easing_aim(&shell->easing, &lab->model.net.shape, lab->has_ink ? &lab->acts : NULL);
    shell_move(shell, MOTION_EASE, MOTION_EASE_MS);
}

/* A large answer that is sure becomes clear, unless it was there before. */
static void clear_up(Shell *shell, bool was_there, Answer before)
{
    const Answer *shown = &shell->steady.shown;
    bool same = was_there && before.kind == ANSWER_SURE && before.digit == shown->digit;
    if (shown->kind == ANSWER_SURE && !same) {
        shell_move(shell, MOTION_ANSWER, MOTION_ANSWER_MS);
    }
}

void shell_answer(Shell *shell)
{
    const Lab *lab = shell->lab;
    const float *outputs = net_outputs(&lab->model.net, &lab->acts);
    bool was_there = shell->chart.awake, goes_on = was_there && lab_pen_is_down(lab);
    Answer before = shell->steady.shown;
    if (!lab->has_ink) {
        chart_rest(&shell->chart);
        shell->steady = (Steady){0};
    } else {
        chart_update(&shell->chart, outputs);
        if (goes_on) {
            steady_follow(&shell->steady, &shell->chart.answer, outputs);
        } else {
            steady_settle(&shell->steady, &shell->chart.answer);
        }
        clear_up(shell, was_there, before);
    }
    ease(shell);
    shell->answered_ms = shell->now_ms;
    shell->redraw = true;
}

/* An answer that was held back shows once the pen is up or rests. */
static void settle_answer(Shell *shell)
{
    Answer before = shell->steady.shown;
    bool rests = shell->now_ms - shell->answered_ms >= STEADY_MS;
    if (shell->steady.held > 0 && (rests || !lab_pen_is_down(shell->lab))) {
        steady_settle(&shell->steady, &shell->chart.answer);
        clear_up(shell, true, before);
        shell->redraw = true;
    }
}

/* After a stroke a pulse runs through the network. */
static void follow_pen(Shell *shell)
{
    const Lab *lab = shell->lab;
    if (shell->pen_was_down && !lab_pen_is_down(lab) && lab->has_ink) {
        shell_move(shell, MOTION_PULSE, (lab->model.net.shape.layers + 1) * MOTION_PULSE_MS);
    }
    shell->pen_was_down = lab_pen_is_down(lab);
}

const Easing *shell_easing(const Shell *shell)
{
    return motion_goes_on(&shell->motion, MOTION_EASE) ? &shell->easing : NULL;
}

float shell_pulse(const Shell *shell)
{
    float layers = (float)(shell->lab->model.net.shape.layers + 1);
    bool goes_on = motion_goes_on(&shell->motion, MOTION_PULSE);
    return goes_on ? layers * motion_share(&shell->motion, MOTION_PULSE) : 0.0f;
}

static int settle_ms(const Shell *shell)
{
    Uint64 end_ms = shell->answered_ms + STEADY_MS;
    int left_ms = end_ms > shell->now_ms ? (int)(end_ms - shell->now_ms) : 0;
    return shell->steady.held > 0 ? left_ms : -1;
}

void shell_update(Shell *shell)
{
    choose_update(shell);
    first_start_update(shell);
    notice_update(shell);
    settle_answer(shell);
    pointed_update(shell);
    follow_pen(shell);
    easing_update(&shell->easing, motion_left(&shell->motion, MOTION_EASE));
    replay_update(shell);
    album_follow(shell);
    panes_work(shell);
}

void shell_keep(Shell *shell)
{
    session_update(shell->lab, !(*shell->notice.text && shell->notice.bad));
    film_update(shell);
    leave_update(shell);
    tell_news(shell);
}

int shell_sleep_ms(const Shell *shell)
{
    int least_ms = clock_sooner_ms(panes_sleep_ms(shell), session_sleep_ms(shell->lab));
    least_ms = clock_sooner_ms(least_ms, notice_sleep_ms(shell));
    least_ms = clock_sooner_ms(least_ms, settle_ms(shell));
    least_ms = clock_sooner_ms(least_ms, pointed_sleep_ms(shell));
    int motion_ms = motion_sleep_ms(&shell->motion, lab_pen_is_down(shell->lab));
    least_ms = clock_sooner_ms(least_ms, motion_ms);
    least_ms = clock_sooner_ms(least_ms, first_start_sleep_ms(shell));
    least_ms = clock_sooner_ms(least_ms, replay_sleep_ms(shell));
    least_ms = clock_sooner_ms(least_ms, film_sleep_ms(shell));
    return shell->redraw ? 0 : clock_sooner_ms(least_ms, leave_sleep_ms(shell));
}
