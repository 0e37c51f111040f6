/* What leaves the window as a file: the view on show, its numbers, the drawing. */
#include "shell/outgoing.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/picture_file.h"
#include "ink/export.h"
#include "lab/errand.h"
#include "lab/mine.h"
#include "shell/action.h"
#include "shell/screen.h"
#include "shell/seat.h"
#include "shell/tell.h"
#include "ui/row.h"

enum {
    CELL_PX = 10, /* of the drawing's picture */
    MARGIN = 4,   /* around a view, design pixels */
};

static bool no_memory(Err *err)
{
    return err_set(err, "There is not enough memory for the picture.");
}

static void tell_saved(void *of, Errand *errand)
{
    char said[ERR_TEXT_MAX];
    snprintf(said, sizeof said, "Saved to %.900s.", errand->path.text);
    tell(of, false, ACTION_NONE, said);
}

/* These on the other thread. */
static bool save_picture(Errand *errand)
{
    return picture_file_save(errand->data, errand->w_px, errand->h_px, errand->path.text,
                             &errand->err);
}

static bool save_text(Errand *errand)
{
    return file_save(errand->path.text, errand->data, errand->size, &errand->err);
}

static bool save_digits(Errand *errand)
{
    return export_strokes(&errand->digits, errand->path.text, &errand->err);
}

static bool send(Shell *shell, Errand *errand, bool (*work)(Errand *errand), Err *err)
{
    errand->work = work;
    errand->done = tell_saved;
    errand->of = shell;
    return errand_send(&shell->lab->errands, errand, err);
}

/* An errand with room for a picture. */
static Errand *make_picture(Shell *shell, const char *path, int w_px, int h_px, Err *err)
{
    Errand *errand = errand_make(&shell->lab->errands, path, err);
    if (!errand) {
        return NULL;
    }
    errand->w_px = w_px;
    errand->h_px = h_px;
    errand->data = malloc(3 * (size_t)w_px * (size_t)h_px);
    if (!errand->data) {
        errand_drop(errand);
        no_memory(err);
        return NULL;
    }
    return errand;
}

SDL_Rect outgoing_box(const Shell *shell)
{
    const Layout *at = &shell->layout;
    SDL_Rect box = at->view;
    int margin = paint_px(shell->paint, MARGIN);
    if (shell->view == VIEW_NETWORK) {
        SDL_UnionRect(&box, &at->answer, &box); /* the bars lie between */
        SDL_UnionRect(&box, &at->input, &box);
        row_left(&box, margin, 0); /* the sheet is right beside it */
    }
    box = row_inset(box, -margin, -margin);
    row_top(&box, SDL_max(at->modes.y + at->modes.h - box.y, 0), 0); /* they are controls */
    SDL_IntersectRect(&box, &at->window, &box);
    return box;
}

bool outgoing_view(Shell *shell, const char *path, Err *err)
{
    SDL_Rect box = outgoing_box(shell);
    Errand *errand = make_picture(shell, path, box.w, box.h, err);
    if (!errand) {
        return false;
    }
    screen_draw_window(shell);
    if (SDL_RenderReadPixels(shell->paint->renderer, &box, SDL_PIXELFORMAT_RGB24, errand->data,
                             3 * box.w) != 0) {
        errand_drop(errand);
        return err_set(err, "The view cannot be saved: %s; try again.", SDL_GetError());
    }
    return send(shell, errand, save_picture, err);
}

bool outgoing_has_table(const Shell *shell)
{
    return seat_shown(shell)->pane->table != NULL;
}

bool outgoing_table(Shell *shell, const char *path, Err *err)
{
    char *text = NULL;
    Errand *errand = errand_make(&shell->lab->errands, path, err);
    if (!errand) {
        return false;
    }
    const PaneSeat *seat = seat_shown(shell);
    FILE *out = open_memstream(&text, &errand->size);
    bool ok = out && seat->pane->table(seat->self, out);
    ok = out && fclose(out) == 0 && ok;
    errand->data = (uint8_t *)text;
    if (!ok) {
        errand_drop(errand);
        return err_set(err, "There is not enough memory for the table; close other programs.");
    }
    return send(shell, errand, save_text, err);
}

static bool save_sheet(Shell *shell, const char *path, Err *err)
{
    enum { SIDE_PX = SHEET_SIDE * CELL_PX };
    const Theme *theme = shell->paint->theme;
    Errand *errand = make_picture(shell, path, SIDE_PX, SIDE_PX, err);
    if (!errand) {
        return false;
    }
    uint8_t *at = errand->data;
    for (int y = 0; y < SIDE_PX; y++) {
        for (int x = 0; x < SIDE_PX; x++) {
            int level = shell->lab->sheet.cell[y / CELL_PX * SHEET_SIDE + x / CELL_PX];
            SDL_Color colour = theme_mix(theme->paper, theme->ink, (float)level / 255.0f);
            *at++ = colour.r;
            *at++ = colour.g;
            *at++ = colour.b;
        }
    }
    return send(shell, errand, save_picture, err);
}

static bool save_strokes(Shell *shell, const char *path, Err *err)
{
    int kept = mine_on_sheet(shell->lab);
    int label = kept >= 0 ? shell->lab->mine.own.digits.digit[kept].label : DIGITS_UNKNOWN;
    if (shell->lab->exhibit.shown) {
        return err_set(err, "The sheet shows an image, which has no strokes: save it as .png.");
    }
    Errand *errand = errand_make(&shell->lab->errands, path, err);
    if (!errand ||
        !digits_add_drawing(&errand->digits, label, OWN_SOURCE, &shell->lab->drawing, err)) {
        errand_drop(errand);
        return false;
    }
    return send(shell, errand, save_digits, err);
}

bool outgoing_drawing(Shell *shell, const char *path, Err *err)
{
    return path_ends_with(path, ".txt") ? save_strokes(shell, path, err)
                                        : save_sheet(shell, path, err);
}
