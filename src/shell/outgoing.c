/* What leaves the window as a file: the view on show, its numbers, the drawing. */
#include "shell/outgoing.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/picture_file.h"
#include "base/sys.h"
#include "ink/export.h"
#include "lab/errand.h"
#include "lab/mine.h"
#include "shell/action.h"
#include "shell/clipboard.h"
#include "shell/poster.h"
#include "shell/seat.h"
#include "shell/tell.h"

enum {
    CELL_PX = 10, /* of the drawing's picture */
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

static bool send(Shell *shell, Errand *errand, bool (*work)(Errand *errand),
                 void (*done)(void *of, Errand *errand), Err *err)
{
    errand->work = work;
    errand->done = done;
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

/* How much larger the name wants it: "view@2x.png", as is usual. */
static int times_of(const char *path)
{
    static const int TIMES[] = {2, 4};
    char ending[16];
    for (size_t i = 0; i < sizeof TIMES / sizeof TIMES[0]; i++) {
        snprintf(ending, sizeof ending, "@%dx.png", TIMES[i]);
        if (path_ends_with(path, ending)) {
            return TIMES[i];
        }
    }
    return 1;
}

static bool draw_pixels(Shell *shell, Errand *errand, Err *err)
{
    return poster_pixels(shell, times_of(errand->path.text), &errand->data, &errand->w_px,
                         &errand->h_px, err);
}

/* What one of these writes to a stream is the errand's data. */
static bool write_text(Shell *shell, Errand *errand, bool (*write)(Shell *shell, FILE *out))
{
    char *text;
    FILE *out = sys_open_text(&text, &errand->size);
    bool ok = out && write(shell, out);
    ok = out && sys_close_text(out, &text, &errand->size) && ok;
    errand->data = (uint8_t *)text;
    return ok;
}

static bool write_svg(Shell *shell, FILE *out)
{
    poster_svg(shell, out);
    return !ferror(out);
}

static bool write_table(Shell *shell, FILE *out)
{
    const PaneSeat *seat = seat_shown(shell);
    return seat->pane->table(seat->self, out);
}

bool outgoing_view(Shell *shell, const char *path, Err *err)
{
    bool svg = path_ends_with(path, ".svg");
    Errand *errand = errand_make(&shell->lab->errands, path, err);
    if (!errand) {
        return false;
    }
    if (svg ? !write_text(shell, errand, write_svg) && !no_memory(err)
            : !draw_pixels(shell, errand, err)) {
        errand_drop(errand);
        return false;
    }
    return send(shell, errand, svg ? save_text : save_picture, tell_saved, err);
}

bool outgoing_has_table(const Shell *shell)
{
    return seat_shown(shell)->pane->table != NULL;
}

bool outgoing_table(Shell *shell, const char *path, Err *err)
{
    Errand *errand = errand_make(&shell->lab->errands, path, err);
    if (!errand) {
        return false;
    }
    if (!write_text(shell, errand, write_table)) {
        errand_drop(errand);
        return err_set(err, "There is not enough memory for the table; close other programs.");
    }
    return send(shell, errand, save_text, tell_saved, err);
}

/* An errand with a picture of the sheet. */
static Errand *make_sheet(Shell *shell, const char *path, Err *err)
{
    enum { SIDE_PX = SHEET_SIDE * CELL_PX };
    const Theme *theme = shell->paint->theme;
    Errand *errand = make_picture(shell, path, SIDE_PX, SIDE_PX, err);
    if (!errand) {
        return NULL;
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
    return errand;
}

static bool save_sheet(Shell *shell, const char *path, Err *err)
{
    Errand *errand = make_sheet(shell, path, err);
    return errand && send(shell, errand, save_picture, tell_saved, err);
}

/* On the other thread. */
static bool copy_picture(Errand *errand)
{
    uint8_t *png;
    size_t size;
    bool ok =
        picture_file_make(errand->data, errand->w_px, errand->h_px, &png, &size, &errand->err) &&
        clipboard_put(png, size, &errand->err);
    free(png);
    return ok;
}

static void tell_copied(void *of, Errand *errand)
{
    (void)errand;
    tell(of, false, ACTION_NONE, "The drawing is in the clipboard, as a picture.");
}

void outgoing_copy(Shell *shell)
{
    Err err;
    Errand *errand = make_sheet(shell, "The clipboard", &err);
    tell_unless(shell, errand && send(shell, errand, copy_picture, tell_copied, &err), &err);
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
    return send(shell, errand, save_digits, tell_saved, err);
}

bool outgoing_drawing(Shell *shell, const char *path, Err *err)
{
    return path_ends_with(path, ".txt") ? save_strokes(shell, path, err)
                                        : save_sheet(shell, path, err);
}
