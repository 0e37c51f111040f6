/* The first start: a large sheet and a ghost that writes on it. */
#include "shell/first_start.h"

#include "lab/choices.h"
#include "shell/action.h"
#include "shell/card.h"
#include "shell/panes.h"
#include "shell/present.h"
#include "shell/widgets.h"
#include "ui/ghost.h"
#include "ui/row.h"

enum { ROUND_MS = MOTION_GHOST_STROKE_MS + MOTION_GHOST_REST_MS };

/* Design pixels. */
enum { READER_W = 128, READER_H = 30, READER_GAP = 8 };

/* The networks that ship. */
enum { READERS = 2 };
static const int READER[READERS] = {ACTION_DEFAULT_NETWORK, ACTION_LARGE_NETWORK};

/* Whether the network is on show as a person finds it. */
static bool is_open(const Shell *shell)
{
    return shell->view == VIEW_NETWORK && !shell->presenting && !card_shows(shell);
}

bool first_start_shows(const Shell *shell)
{
    return !shell->lab->settings.has_drawn && is_open(shell);
}

bool first_start_has_ghost(const Shell *shell)
{
    return first_start_shows(shell) && !shell->lab->drawing.pen_down;
}

static int in_round_ms(const Shell *shell)
{
    return (int)((shell->now_ms - shell->ghost.since_ms) % ROUND_MS);
}

float first_start_written(const Shell *shell)
{
    float written = (float)in_round_ms(shell) / (float)MOTION_GHOST_STROKE_MS;
    return shell->lab->settings.less_motion ? 1.0f : SDL_min(written, 1.0f);
}

float first_start_large(const Shell *shell)
{
    float unfolding = is_open(shell) ? motion_left(&shell->motion, MOTION_UNFOLD) : 0.0f;
    return first_start_shows(shell) ? 1.0f : unfolding;
}

void first_start_again(Shell *shell)
{
    if (lab_can_clear(shell->lab)) {
        lab_clear(shell->lab);
    }
    if (shell->presenting) {
        present_toggle(shell);
    }
    if (card_shows(shell)) {
        card_press(shell, CARD_LEAVE);
    }
    panes_show(shell, VIEW_NETWORK);
    choices_has_drawn(shell->lab, false);
}

void first_start_add_widgets(Shell *shell)
{
    SDL_Rect sheet = shell->layout.sheet;
    int w_px = paint_px(shell->paint, READER_W), gap_px = paint_px(shell->paint, READER_GAP);
    SDL_Rect row = {sheet.x, sheet.y + sheet.h + gap_px, sheet.w, paint_px(shell->paint, READER_H)};
    bool fits = row.y + row.h <= shell->layout.strip.y && 2 * w_px + gap_px <= row.w;
    for (int i = 0; first_start_shows(shell) && fits && i < READERS; i++) {
        widgets_add(shell, WIDGET_BUTTON, READER[i], row_left(&row, w_px, gap_px),
                    action_chosen(shell, READER[i]));
    }
}

/* What is on the sheet stays, and all else comes out of its edge. */
static void end(Shell *shell)
{
    if (first_start_shows(shell)) {
        shell_move(shell, MOTION_UNFOLD, MOTION_UNFOLD_MS);
    }
    choices_has_drawn(shell->lab, true);
    shell->redraw = true;
}

static void haunt(Shell *shell)
{
    bool writes = first_start_has_ghost(shell);
    if (writes && !shell->ghost.writes) {
        shell->ghost.since_ms = shell->now_ms;
    }
    float written = first_start_written(shell), before = shell->ghost.written;
    shell->redraw |= writes && (written < before || written > before);
    shell->ghost = (Ghost){writes, shell->ghost.since_ms, written};
}

void first_start_update(Shell *shell)
{
    const Lab *lab = shell->lab;
    if (!lab->settings.has_drawn && !lab->drawing.pen_down && !raster_is_blank(&lab->sheet)) {
        end(shell);
    }
    if (lab->drawing.pen_down) { /* no stroke is drawn on a sheet that shrinks */
        motion_wait(&shell->motion, MOTION_UNFOLD);
    }
    haunt(shell);
}

int first_start_sleep_ms(const Shell *shell)
{
    bool still = !first_start_has_ghost(shell) || shell->lab->settings.less_motion;
    int in_ms = in_round_ms(shell);
    return still ? -1 : in_ms < MOTION_GHOST_STROKE_MS ? MOTION_CALM_FRAME_MS : ROUND_MS - in_ms;
}

void first_start_draw(const Shell *shell)
{
    SDL_Rect box = shell->layout.sheet;
    float written = first_start_written(shell);
    bool rests = written >= 1.0f && !shell->lab->settings.less_motion;
    ghost_draw(shell->paint, written, box);
    row_bottom(&box, box.h * 3 / 100, 0);
    paint_text(shell->paint, row_bottom(&box, box.h / 11, 0), PAINT_CENTRE,
               rests ? "Your turn" : "Draw here", PAINT_INVITATION, TEXT_REGULAR,
               shell->paint->theme->secondary);
}
