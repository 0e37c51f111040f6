/* The notice over the bottom of the view. */
#include "shell/notice.h"

#include <math.h>
#include <string.h>

#include "shell/action.h"
#include "shell/tell.h"
#include "shell/widgets.h"
#include "ui/row.h"

/* Design pixels. */
enum {
    PAD = 12,
    BUTTON_H = 30,
    CLOSE_W = 60,
    ACTION_W = 140,
    UNDO_W = 64,
    GAP = 6,
    SHARE_H = 3,
    SHARE_AWAY = 4,
    WIDE_W = 480, /* from there on its buttons are beside its text, not under it */
};

enum { TOAST_MS = 4000, READ_MS = 60 /* a byte: of a long sentence that is more */ };

static bool is_toast(const Shell *shell)
{
    const Notice *notice = &shell->notice;
    return *notice->text && !notice->bad &&
           (notice->action == ACTION_NONE || notice->action == ACTION_UNDO_LABEL);
}

static bool has_action(const Shell *shell)
{
    return shell->notice.action != ACTION_NONE;
}

/* What the buttons beside the text have of its width, in design pixels. */
static int buttons_w(const Shell *shell)
{
    if (is_toast(shell)) {
        return has_action(shell) ? UNDO_W + PAD : 0;
    }
    return CLOSE_W + PAD + (has_action(shell) ? ACTION_W + GAP : 0);
}

static bool is_wide(const Shell *shell)
{
    return is_toast(shell) || shell->layout.notice.w >= paint_px(shell->paint, WIDE_W);
}

/* The part of the notice that its text has. */
static SDL_Rect text_box(const Shell *shell)
{
    int pad = paint_px(shell->paint, PAD);
    SDL_Rect text = row_inset(shell->layout.notice, pad, pad);
    if (is_wide(shell)) {
        row_right(&text, paint_px(shell->paint, (float)buttons_w(shell)), 0);
    } else {
        row_bottom(&text, paint_px(shell->paint, BUTTON_H), pad);
    }
    return text;
}

int notice_height(const Shell *shell)
{
    int pad = paint_px(shell->paint, PAD), button_h = paint_px(shell->paint, BUTTON_H);
    int text_h = paint_lines(shell->paint, text_box(shell), shell->notice.text, PAINT_BODY,
                             (SDL_Color){0}, true);
    if (is_toast(shell) && !has_action(shell)) {
        button_h = 0;
    }
    int h = is_wide(shell) ? SDL_max(text_h, button_h) : text_h + pad + button_h;
    return *shell->notice.text ? h + 2 * pad : 0;
}

/* A toast is as wide as its sentence, in the middle. */
static SDL_Rect place(const Shell *shell)
{
    SDL_Rect box = shell->layout.notice;
    if (is_toast(shell)) {
        int text_w = paint_text_width(shell->paint, shell->notice.text, PAINT_BODY, TEXT_REGULAR);
        int more_w = paint_px(shell->paint, (float)(2 * PAD + buttons_w(shell)));
        int w = SDL_min(text_w + more_w, box.w);
        box = (SDL_Rect){box.x + (box.w - w) / 2, box.y, w, box.h};
    }
    return box;
}

void notice_add_widgets(Shell *shell)
{
    bool toast = is_toast(shell);
    int pad = paint_px(shell->paint, PAD), h = paint_px(shell->paint, BUTTON_H);
    shell->noticed = 0;
    shell->notice_box = *shell->notice.text ? place(shell) : (SDL_Rect){0};
    if (!*shell->notice.text) {
        return;
    }
    SDL_Rect box = row_inset(shell->notice_box, pad, pad);
    box = is_wide(shell) ? row_middle(box, box.w, h) : row_bottom(&box, h, 0);
    SDL_Rect close = row_right(&box, toast ? 0 : paint_px(shell->paint, CLOSE_W),
                               toast ? 0 : paint_px(shell->paint, GAP));
    if (has_action(shell)) {
        int w = paint_px(shell->paint, toast ? UNDO_W : ACTION_W);
        widgets_add(shell, WIDGET_BUTTON, shell->notice.action, row_right(&box, w, 0), !toast);
    }
    if (!toast) {
        widgets_add(shell, WIDGET_BUTTON, ACTION_CLOSE_NOTICE, close, false);
    }
    shell->noticed = shell->widgets;
}

bool notice_covers(const Shell *shell, float x_px, float y_px)
{
    return SDL_PointInRect(&(SDL_Point){(int)x_px, (int)y_px}, &shell->notice_box);
}

void notice_close(Shell *shell)
{
    tell_next(shell);
}

void notice_press(Shell *shell)
{
    if (is_toast(shell)) {
        notice_close(shell);
    }
}

/* How much of what goes on is done, along the lower edge. */
static void share_draw(Paint *out, SDL_Rect box, float share)
{
    SDL_Rect bar = row_inset(box, paint_px(out, PAD), paint_px(out, SHARE_AWAY));
    bar = row_bottom(&bar, paint_px(out, SHARE_H), 0);
    paint_round(out, bar, SHARE_H, out->theme->track);
    bar.w = (int)lroundf(fminf(share, 1.0f) * (float)bar.w);
    paint_round(out, bar, SHARE_H, out->theme->positive);
}

void notice_draw(const Shell *shell)
{
    Paint *out = shell->paint;
    const Theme *theme = out->theme;
    SDL_Rect text = text_box(shell);
    SDL_Color line = is_toast(shell)     ? theme->hairline
                     : shell->notice.bad ? theme->negative
                                         : theme->positive;
    if (is_toast(shell)) {
        text.x = shell->notice_box.x + paint_px(out, PAD);
    }
    paint_panel(out, shell->notice_box, 8.0f, theme->panel, line);
    int text_h = paint_lines(out, text, shell->notice.text, PAINT_BODY, theme->text, true);
    text.y += (text.h - text_h) / 2;
    if (shell->notice.share > 0.0f) {
        share_draw(out, shell->notice_box, shell->notice.share);
    }
    paint_lines(out, text, shell->notice.text, PAINT_BODY, theme->text, false);
}

static Uint64 toast_ms(const Notice *notice)
{
    return SDL_max(TOAST_MS, READ_MS * strlen(notice->text));
}

/* Nobody sees it under a menu or a page: its time begins after that. */
static bool is_covered(const Shell *shell)
{
    return shell->menu.open || shell->dialog != DIALOG_NONE;
}

void notice_update(Shell *shell)
{
    Notice *notice = &shell->notice;
    if (!is_toast(shell) || is_covered(shell)) {
        return;
    }
    if (!notice->seen) {
        notice->seen = true;
        notice->since_ms = shell->now_ms;
    } else if (shell->now_ms - notice->since_ms >= toast_ms(notice)) {
        notice_close(shell);
    }
}

int notice_sleep_ms(const Shell *shell)
{
    const Notice *notice = &shell->notice;
    if (!is_toast(shell) || !notice->seen || is_covered(shell)) {
        return -1;
    }
    Uint64 end_ms = notice->since_ms + toast_ms(notice);
    return end_ms > shell->now_ms ? (int)(end_ms - shell->now_ms) : 0;
}
