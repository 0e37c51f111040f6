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
    SDL_Rect card = shell->layout.card;
    int pad = paint_px(shell->paint, PAD);
    return (SDL_Rect){card.x + pad, card.y + pad, card.w - 2 * pad, card.h - 2 * pad};
}

/* Draws the lines under the title, or measures them; returns how high they are. */
static int lines(const Shell *shell, bool measure)
{
    Paint *out = shell->paint;
    const Card *card = &shell->card;
    SDL_Rect in = inside(shell), text = in;
    int mark_w = paint_px(out, MARK_W);
    text.y += paint_px(out, TITLE_H);
    text.y += paint_lines(out, text, card->text, PAINT_BODY, out->theme->text, measure);
    text.y += paint_px(out, LINE_GAP);
    if (!measure) {
        SDL_Rect mark = {text.x - paint_px(out, 4.0f), text.y, mark_w, paint_px(out, 20.0f)};
        steps_draw_mark(out, mark, card->done);
    }
    text.x += mark_w;
    text.w -= mark_w;
    text.y += paint_lines(out, text, card->ask, PAINT_BODY,
                          card->done ? out->theme->secondary : out->theme->positive, measure);
    return text.y - in.y;
}

int card_height(const Shell *shell)
{
    return card_shows(shell) ? lines(shell, true) + 2 * paint_px(shell->paint, PAD) : 0;
}

/* Leave, Back and Next at the right end of the title's line; returns where they begin. */
static int place_buttons(const Shell *shell, SDL_Rect box[3])
{
    static const int W[3] = {LEAVE_W, BUTTON_W, BUTTON_W};
    SDL_Rect in = inside(shell);
    int x = in.x + in.w, gap = paint_px(shell->paint, BUTTON_GAP);
    for (int i = 2; i >= 0; i--) {
        int w = paint_px(shell->paint, (float)W[i]);
        x -= w;
        box[i] = (SDL_Rect){x, in.y - gap / 2, w, paint_px(shell->paint, TITLE_H)};
        x -= gap;
    }
    return x;
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
    SDL_Rect box[3], title = inside(shell);
    char count[32];
    paint_panel(out, shell->layout.card, 5.0f, theme->panel, theme->positive);
    title.w = place_buttons(shell, box) - title.x;
    title.h = box[0].h;
    title.y = box[0].y;
    snprintf(count, sizeof count, "%d of %d", card->number, card->of);
    paint_text(out, title, PAINT_LEFT, count, PAINT_LABEL, TEXT_REGULAR, theme->secondary);
    row_left(&title, paint_text_width(out, count, PAINT_LABEL, TEXT_REGULAR), paint_px(out, 10.0f));
    paint_text(out, title, PAINT_LEFT, card->title, PAINT_BODY, TEXT_BOLD, theme->text);
    lines(shell, false);
}

/* A part of the ring that would be outside the window is moved inside. */
void card_draw_ring(const Shell *shell)
{
    SDL_Rect window = shell->layout.window, ring = shell->card.ring;
    int gap = paint_px(shell->paint, RING_GAP), line = paint_px(shell->paint, 2.0f);
    if (ring.w == 0) {
        return;
    }
    ring = (SDL_Rect){ring.x - gap, ring.y - gap, ring.w + 2 * gap, ring.h + 2 * gap};
    window = (SDL_Rect){line, line, window.w - 2 * line, window.h - 2 * line};
    SDL_IntersectRect(&ring, &window, &ring);
    for (int i = 0; i < 2; i++) {
        paint_outline(shell->paint, ring, 0.0f, shell->paint->theme->positive);
        ring = (SDL_Rect){ring.x + 1, ring.y + 1, ring.w - 2, ring.h - 2};
    }
}
