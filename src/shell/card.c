/* The card that leads through the program, and its ring. */
#include "shell/card.h"

#include <stdio.h>

#include "shell/action.h"
#include "shell/widgets.h"
#include "ui/row.h"
#include "ui/steps.h"

/* Design pixels. */
enum {
    PAD = 12,
    TITLE_H = 28,
    BUTTON_W = 64,
    LEAVE_W = 68,
    BUTTON_GAP = 6,
    LINE_GAP = 4,
    MARK_W = 26,
    LOW_H = 680, /* a window of that height has room for all */
};

static const float RING_GAP = 3.0f;

void card_set(Shell *shell, const Card *card)
{
    shell->card = *card;
}

void card_press(Shell *shell, int command)
{
    const PaneSeat *tour = &shell->pane[VIEW_TOUR];
    tour->pane->run(tour->self, command);
}

bool card_shows(const Shell *shell)
{
    return shell->card.up && shell->view != VIEW_TOUR;
}

bool card_has_place(const Shell *shell)
{
    return card_shows(shell) && shell->layout.card.h > 0;
}

bool card_can_next(const Shell *shell)
{
    return shell->card.up;
}

bool card_can_back(const Shell *shell)
{
    return shell->card.up && !shell->card.first;
}

unsigned card_needs(const Shell *shell)
{
    return card_shows(shell) ? shell->card.needs : 0;
}

unsigned card_hides(const Shell *shell)
{
    bool low = shell->h_px < paint_px(shell->paint, LOW_H);
    return low && card_shows(shell) ? LAYOUT_STRIP & ~card_needs(shell) : 0;
}

/* The card without its padding. */
static SDL_Rect inside(const Shell *shell)
{
    int pad = paint_px(shell->paint, PAD);
    return row_inset(shell->layout.card, pad, pad);
}

/* Draws the lines under the title, or measures them; returns how high they are. */
static int lines(const Shell *shell, bool measure)
{
    Paint *out = shell->paint;
    const Card *card = &shell->card;
    SDL_Rect in = inside(shell), text = in;
    row_top(&text, paint_px(out, TITLE_H), 0);
    row_top(&text, paint_lines(out, text, card->text, PAINT_BODY, out->theme->text, measure),
            paint_px(out, LINE_GAP));
    SDL_Rect mark = row_left(&text, paint_px(out, MARK_W), 0);
    if (!measure) {
        mark.x -= paint_px(out, 4.0f);
        steps_draw_mark(out, row_top(&mark, paint_px(out, 20.0f), 0), card->done);
    }
    return text.y - in.y +
           paint_lines(out, text, card->ask, PAINT_BODY,
                       card->done ? out->theme->secondary : out->theme->positive, measure);
}

int card_height(const Shell *shell)
{
    return card_shows(shell) ? lines(shell, true) + 2 * paint_px(shell->paint, PAD) : 0;
}

/* Leave, Back and Next at the right end of the title's line; returns what is left of it. */
static SDL_Rect place_buttons(const Shell *shell, SDL_Rect box[3])
{
    static const int W[3] = {LEAVE_W, BUTTON_W, BUTTON_W};
    SDL_Rect in = inside(shell), line = row_top(&in, paint_px(shell->paint, TITLE_H), 0);
    int gap = paint_px(shell->paint, BUTTON_GAP);
    line.y -= gap / 2;
    for (int i = 2; i >= 0; i--) {
        box[i] = row_right(&line, paint_px(shell->paint, (float)W[i]), gap);
    }
    return line;
}

void card_add_widgets(Shell *shell)
{
    SDL_Rect box[3];
    place_buttons(shell, box);
    widgets_add(shell, WIDGET_BUTTON, ACTION_TOUR_NEXT, box[2], shell->card.done);
    widgets_add(shell, WIDGET_BUTTON, ACTION_TOUR_BACK, box[1], false);
    widgets_add(shell, WIDGET_BUTTON, ACTION_TOUR_LEAVE, box[0], false);
}

void card_draw(const Shell *shell)
{
    Paint *out = shell->paint;
    const Card *card = &shell->card;
    const Theme *theme = out->theme;
    SDL_Rect box[3], title = place_buttons(shell, box);
    char count[32];
    paint_panel(out, shell->layout.card, 5.0f, theme->panel, theme->positive);
    snprintf(count, sizeof count, "%d of %d", card->number, card->of);
    paint_text(out, title, PAINT_LEFT, count, PAINT_LABEL, TEXT_REGULAR, theme->secondary);
    row_left(&title, paint_text_width(out, count, PAINT_LABEL, TEXT_REGULAR), paint_px(out, 10.0f));
    paint_text(out, title, PAINT_LEFT, card->title, PAINT_BODY, TEXT_BOLD, theme->text);
    lines(shell, false);
}

/* A part of the ring that would be outside the window is moved inside. */
void card_draw_ring(const Shell *shell)
{
    int gap = paint_px(shell->paint, RING_GAP), line = paint_px(shell->paint, 2.0f);
    if (shell->card.ring.w == 0) {
        return;
    }
    SDL_Rect ring = row_inset(shell->card.ring, -gap, -gap);
    SDL_Rect window = row_inset(shell->layout.window, line, line);
    SDL_IntersectRect(&ring, &window, &ring);
    for (int i = 0; i < 2; i++) {
        paint_outline(shell->paint, ring, 0.0f, shell->paint->theme->positive);
        ring = row_inset(ring, 1, 1);
    }
}
