/* The places to look at, the modes of some, and the way back. */
#include "shell/places.h"

#include "lab/models.h"
#include "shell/action.h"
#include "shell/present.h"
#include "shell/widgets.h"
#include "ui/row.h"

/* Design pixels. */
enum {
    BACK_W = 196,
    BACK_H = 30,
    NOTE_GAP = 12,
    NOTE_W = 120,
    TOUR_W = 36,
    MODES_W = 276,
    NARROW_MODES_W = 236,
    MODE_EDGES = 14 /* beside the name of each */
};

/* The share of their row that the modes may have. */
static const float MODES_SHARE = 0.34f;

/* What there is to see. */
static const ViewId PLACE[] = {VIEW_NETWORK, VIEW_LEARNING, VIEW_DATA, VIEW_DREAMS};

enum { PLACES = sizeof PLACE / sizeof PLACE[0], MODES_MOST = 4 };

/* A way to look at a place, and its name in the row of modes; NULL for that of its view. */
typedef struct Mode {
    ViewId view;
    const char *name;
} Mode;

/* The ways to look at those places that have several; the first one is the place itself. */
typedef struct Modes {
    Mode mode[MODES_MOST];
    int modes;
} Modes;

static const Modes MODES[] = {
    {{{VIEW_NETWORK, "Forward"}, {VIEW_NEURON, NULL}, {VIEW_BACKPROP, NULL}, {VIEW_CHAIN, NULL}},
     4},
    {{{VIEW_LEARNING, "Curves"}, {VIEW_LANDSCAPE, NULL}, {VIEW_SLOPE, NULL}}, 3},
};

/* Those that a view is one of; NULL for none. */
static const Modes *modes_of(ViewId view)
{
    for (size_t i = 0; i < sizeof MODES / sizeof MODES[0]; i++) {
        for (int k = 0; k < MODES[i].modes; k++) {
            if (MODES[i].mode[k].view == view) {
                return &MODES[i];
            }
        }
    }
    return NULL;
}

bool places_has_modes(ViewId view)
{
    return modes_of(view) != NULL;
}

static void add_places(Shell *shell)
{
    SDL_Rect places = shell->layout.places;
    SDL_Rect tour = row_right(&places, SDL_min(paint_px(shell->paint, TOUR_W), places.w), 0);
    for (int i = 0; i < PLACES && places.w > 0; i++) {
        const Modes *modes = modes_of(shell->view);
        bool on = PLACE[i] == (modes ? modes->mode[0].view : shell->view);
        widgets_add(shell, WIDGET_TAB, ACTION_VIEW_NETWORK + (int)PLACE[i],
                    row_across(places, PLACES, i), on);
    }
    if (tour.w > 0) {
        widgets_add(shell, WIDGET_TAB, ACTION_VIEW_TOUR, tour,
                    action_chosen(shell, ACTION_VIEW_TOUR))
            ->label = "?";
    }
}

static const char *mode_label(const Shell *shell, const Mode *mode)
{
    return mode->name ? mode->name : action_label(shell, ACTION_VIEW_NETWORK + (int)mode->view);
}

static int mode_name_w(const Shell *shell, const Mode *mode)
{
    return paint_text_width(shell->paint, mode_label(shell, mode), PAINT_BODY, TEXT_MEDIUM);
}

/* The ground of the row of modes, which begins it, or close up ends it; as wide for few of them as
 * they need. */
static SDL_Rect modes_box(const Shell *shell)
{
    SDL_Rect row = shell->layout.modes;
    const Modes *modes = modes_of(shell->view);
    int least = 0, count = modes ? modes->modes : 0;
    int w = SDL_clamp((int)(MODES_SHARE * (float)row.w), paint_px(shell->paint, NARROW_MODES_W),
                      paint_px(shell->paint, MODES_W));
    for (int i = 0; i < count; i++) {
        least += mode_name_w(shell, &modes->mode[i]) + paint_px(shell->paint, MODE_EDGES);
    }
    w = SDL_max(count * w / MODES_MOST, least);
    return shell->layout.form == LAYOUT_CLOSEUP ? row_right(&row, w, 0) : row_left(&row, w, 0);
}

SDL_Rect places_beside_modes(const Shell *shell)
{
    SDL_Rect row = shell->layout.modes;
    int w = modes_box(shell).w, gap = paint_px(shell->paint, NOTE_GAP);
    (shell->layout.form == LAYOUT_CLOSEUP ? row_right : row_left)(&row, w, gap);
    return row.h > 0 ? row : (SDL_Rect){0};
}

/* The way back to a trained network that was on show before: beside what is said of the one on
 * show, or in its place. */
static void add_way_back(Shell *shell)
{
    const Layout *at = &shell->layout;
    int w = paint_px(shell->paint, BACK_W), h = paint_px(shell->paint, BACK_H);
    SDL_Rect line = at->note;
    if (line.w >= w && !shell->presenting && models_was_better(shell->lab)) {
        SDL_Rect box = row_middle(row_right(&line, w, 0), w, h);
        widgets_add(shell, WIDGET_BUTTON, ACTION_PREVIOUS, box, false);
        int left = shell->menu_bar.note_box.w - w - paint_px(shell->paint, NOTE_GAP);
        shell->menu_bar.note_box.w = left < paint_px(shell->paint, NOTE_W) ? 0 : left;
    }
}

/* Each as wide as its name, and the same around all of them. */
static void add_modes(Shell *shell)
{
    SDL_Rect rest = modes_box(shell);
    const Modes *modes = modes_of(shell->view);
    int name_w[MODES_MOST], room = rest.w, count = modes ? modes->modes : 0;
    for (int i = 0; i < count; i++) {
        name_w[i] = mode_name_w(shell, &modes->mode[i]);
        room -= name_w[i];
    }
    for (int i = 0; i < count && shell->layout.modes.h > 0; i++) {
        const Mode *mode = &modes->mode[i];
        int part = (i + 1) * room / count - i * room / count;
        SDL_Rect box = i + 1 < count ? row_left(&rest, name_w[i] + part, 0) : rest;
        widgets_add(shell, WIDGET_MODE, ACTION_VIEW_NETWORK + (int)mode->view, box,
                    mode->view == shell->view)
            ->label = mode_label(shell, mode);
    }
}

void places_add_widgets(Shell *shell)
{
    if (present_line_is_open(shell)) {
        add_places(shell);
    }
    add_way_back(shell);
    add_modes(shell);
}

void places_draw(const Shell *shell)
{
    paint_round(shell->paint, modes_box(shell), 6.0f, shell->paint->theme->track);
}
