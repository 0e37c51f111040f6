/* The notice over the training strip: one sentence, and its buttons. */
#include "shell/notice.h"

#include "shell/action.h"
#include "shell/widgets.h"
#include "ui/row.h"

/* Design pixels. */
enum {
    PAD = 12,
    BUTTON_H = 30,
    CLOSE_W = 60,
    ACTION_W = 140,
    GAP = 6,
    WIDE_W = 480, /* from there on its buttons are beside its text, not under it */
};

static bool is_wide(const Shell *shell)
{
    return shell->layout.notice.w >= paint_px(shell->paint, WIDE_W);
}

/* The part of the notice that its text has. */
static SDL_Rect text_box(const Shell *shell)
{
    int pad = paint_px(shell->paint, PAD);
    SDL_Rect text = row_inset(shell->layout.notice, pad, pad);
    if (is_wide(shell)) {
        bool action = shell->notice.action != ACTION_NONE;
        row_right(&text, paint_px(shell->paint, CLOSE_W + PAD + (action ? ACTION_W + GAP : 0)), 0);
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
    int h = is_wide(shell) ? SDL_max(text_h, button_h) : text_h + pad + button_h;
    return *shell->notice.text ? h + 2 * pad : 0;
}

void notice_add_widgets(Shell *shell)
{
    int pad = paint_px(shell->paint, PAD), h = paint_px(shell->paint, BUTTON_H);
    SDL_Rect box = row_inset(shell->layout.notice, pad, pad);
    box = is_wide(shell) ? row_middle(box, box.w, h) : row_bottom(&box, h, 0);
    SDL_Rect close = row_right(&box, paint_px(shell->paint, CLOSE_W), paint_px(shell->paint, GAP));
    if (shell->notice.action != ACTION_NONE) {
        widgets_add(shell, WIDGET_BUTTON, shell->notice.action,
                    row_right(&box, paint_px(shell->paint, ACTION_W), 0), true);
    }
    widgets_add(shell, WIDGET_BUTTON, ACTION_CLOSE_NOTICE, close, false);
}

void notice_draw(const Shell *shell)
{
    Paint *out = shell->paint;
    const Theme *theme = out->theme;
    SDL_Rect text = text_box(shell);
    paint_panel(out, shell->layout.notice, 5.0f, theme->panel,
                shell->notice.bad ? theme->negative : theme->positive);
    int text_h = paint_lines(out, text, shell->notice.text, PAINT_BODY, theme->text, true);
    text.y += (text.h - text_h) / 2;
    paint_lines(out, text, shell->notice.text, PAINT_BODY, theme->text, false);
}
