/* The card that leads through the program, and its ring. */
#include "shell/card.h"

#include <math.h>

#include "shell/action.h"
#include "shell/widgets.h"
#include "ui/row.h"
#include "ui/steps.h"

/* Design pixels. */
enum {
    PAD = 14,
    PAD_Y = 10,
    TITLE_H = 24,
    TITLE_GAP = 4,
    BUTTON_W = 72,
    BUTTON_H = 30,
    BUTTON_GAP = 8,
    COUNT_W = 48,
    LEAVE_W = 24,
    MARK_W = 22,
    LINE_H = PAINT_LABEL * 3 / 2,
    DOT_PITCH = 14,
    LOW_H = 680, /* a window of that height has room for all */
    NEAR = 160,  /* what is so far right of the card is pointed at with an arrow */
};

static const float RING_GAP = 8.0f, RING_LINE = 2.0f, DOT_R = 3.0f, FAINTEST = 0.6f;

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

bool card_is_chosen(const Shell *shell, int command)
{
    (void)command;
    return card_shows(shell) || shell->view == VIEW_TOUR;
}

bool card_has_place(const Shell *shell)
{
    return card_shows(shell) && shell->layout.card.h > 0;
}

bool card_is_up(const Shell *shell)
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
    unsigned hides = card_needs(shell) & LAYOUT_STRIP ? LAYOUT_TOOLS : LAYOUT_STRIP;
    return low && card_shows(shell) ? hides : 0;
}

/* Where its parts are. */
typedef struct Parts {
    SDL_Rect title, count, leave, lines, dots, back, next;
} Parts;

/* In a low card the buttons stand in the title's line. */
static Parts place(const Shell *shell)
{
    const Paint *paint = shell->paint;
    SDL_Rect in = row_inset(shell->layout.card, paint_px(paint, PAD), paint_px(paint, PAD_Y));
    int gap = paint_px(paint, BUTTON_GAP), button_w = paint_px(paint, BUTTON_W);
    bool low = in.w > in.h * 4;
    Parts at = {.title = row_top(&in, paint_px(paint, low ? BUTTON_H : TITLE_H),
                                 paint_px(paint, TITLE_GAP))};
    at.leave = row_right(&at.title, paint_px(paint, LEAVE_W), gap / 2);
    if (low) {
        at.next = row_right(&at.title, button_w, gap);
        at.back = row_right(&at.title, button_w, gap);
    } else {
        at.dots = row_bottom(&in, paint_px(paint, BUTTON_H), 0);
        at.next = row_right(&at.dots, button_w, gap);
        at.back = row_right(&at.dots, button_w, gap);
    }
    at.count = row_right(&at.title, paint_px(paint, COUNT_W), gap);
    at.lines = in;
    return at;
}

/* Draws the lines under the title, or measures them; returns how high they are. */
static int lines(const Shell *shell, SDL_Rect text, bool measure)
{
    Paint *out = shell->paint;
    const Card *card = &shell->card;
    const Theme *theme = out->theme;
    int top = text.y;
    row_top(&text, paint_lines(out, text, card->text, PAINT_LABEL, theme->secondary, measure), 0);
    SDL_Rect mark = card->done ? row_left(&text, paint_px(out, MARK_W), 0) : (SDL_Rect){0};
    if (card->done && !measure) {
        mark.x -= paint_px(out, 2.0f);
        steps_draw_mark(out, row_top(&mark, paint_px(out, LINE_H), 0), true);
    }
    return text.y - top +
           paint_lines(out, text, card->ask, PAINT_LABEL,
                       card->done ? theme->secondary : theme->text, measure);
}

bool card_fits(const Shell *shell)
{
    SDL_Rect room = place(shell).lines;
    return lines(shell, room, true) <= room.h;
}

void card_add_widgets(Shell *shell)
{
    Parts at = place(shell);
    const Card *card = &shell->card;
    widgets_add(shell, WIDGET_BUTTON, ACTION_TOUR_NEXT, at.next, card->done);
    widgets_add(shell, WIDGET_BUTTON, ACTION_TOUR_BACK, at.back, false);
    Widget *count = widgets_add(shell, WIDGET_TAB, ACTION_VIEW_TOUR, at.count, false);
    count->label = card->count;
    widgets_add(shell, WIDGET_TAB, ACTION_TOUR_LEAVE, at.leave, false)->label = "×";
}

/* One for each step of the chapter: the one that it is at, those that are done. */
static void draw_dots(const Shell *shell, SDL_Rect box)
{
    Paint *out = shell->paint;
    const Card *card = &shell->card;
    const Theme *theme = out->theme;
    for (int i = 0; i < card->of && box.w > 0; i++) {
        SDL_Rect dot = row_left(&box, paint_px(out, DOT_PITCH), 0);
        bool here = i + 1 == card->number, done = card->steps_done >> i & 1u;
        paint_disc(out, dot.x + paint_px(out, DOT_R), dot.y + dot.h / 2, paint_px(out, DOT_R),
                   here   ? theme->positive
                   : done ? theme->secondary
                          : theme->hairline);
    }
}

/* From the card to what it is about, where nothing is between them. */
static void draw_arrow(const Shell *shell)
{
    Paint *out = shell->paint;
    SDL_Rect card = shell->layout.card, ring = shell->card.ring;
    int from = card.x + card.w, to = ring.x - paint_px(out, RING_GAP + RING_LINE);
    int y = card.y + card.h / 2, line = paint_px(out, 1.5f);
    bool level = y > ring.y && y < ring.y + ring.h;
    if (level && to > from && to - from < paint_px(out, NEAR)) {
        paint_fill(out, (SDL_Rect){from, y - line / 2, to - from, line}, out->theme->positive);
        paint_pointer(out, to, y, out->theme->positive);
    }
}

void card_draw(const Shell *shell)
{
    Paint *out = shell->paint;
    Parts at = place(shell);
    paint_panel(out, shell->layout.card, 5.0f, out->theme->panel, out->theme->positive);
    paint_text(out, at.title, PAINT_LEFT, shell->card.title, PAINT_BODY, TEXT_BOLD,
               out->theme->text);
    lines(shell, at.lines, false);
    draw_dots(shell, at.dots);
    draw_arrow(shell);
}

/* It swells and fades a few times, and then stays. */
static SDL_Color ring_colour(const Shell *shell)
{
    SDL_Color colour = shell->paint->theme->positive;
    float turns = MOTION_RING_TURNS * motion_share(&shell->motion, MOTION_RING);
    float faint = 0.5f - 0.5f * cosf(2.0f * 3.14159265f * turns);
    colour.a = (Uint8)lroundf(255.0f * (1.0f - (1.0f - FAINTEST) * faint));
    return colour;
}

/* A part of the ring that would be outside the window is moved inside. */
void card_draw_ring(const Shell *shell)
{
    int gap = paint_px(shell->paint, RING_GAP), line = paint_px(shell->paint, RING_LINE);
    if (shell->card.ring.w == 0) {
        return;
    }
    SDL_Rect ring = row_inset(shell->card.ring, -gap, -gap);
    SDL_Rect window = row_inset(shell->layout.window, line, line);
    SDL_IntersectRect(&ring, &window, &ring);
    paint_round_outline(shell->paint, ring, 6.0f, RING_LINE, ring_colour(shell));
}
