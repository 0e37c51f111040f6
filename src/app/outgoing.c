/* What leaves the window as a file: the view on show, its numbers, the drawing. */
#include "app/outgoing.h"

#include <stdlib.h>

#include "app/actions.h"
#include "app/mine.h"
#include "app/screen.h"
#include "app/views.h"
#include "base/file.h"
#include "base/picture_file.h"
#include "ink/export.h"

enum {
    CELL_PX = 10, /* of the drawing's picture */
    MARGIN = 4,   /* around a view, design pixels */
};

static bool no_memory(Err *err)
{
    return err_set(err, "There is not enough memory for the picture.");
}

static bool tell_saved(App *app, const char *path)
{
    char said[ERR_TEXT_MAX];
    snprintf(said, sizeof said, "Saved to %s.", path);
    app_tell(app, false, ACTION_NONE, said);
    return true;
}

SDL_Rect outgoing_box(const App *app)
{
    const Layout *at = &app->layout;
    SDL_Rect box = at->view;
    int margin = paint_px(app->paint, MARGIN), left = margin;
    if (app->view == VIEW_NETWORK) {
        SDL_UnionRect(&box, &at->answer, &box); /* the bars lie between */
        left = 0;                               /* the sheet is right beside it */
    }
    box = (SDL_Rect){box.x - left, box.y - margin, box.w + left + margin, box.h + 2 * margin};
    SDL_IntersectRect(&box, &at->window, &box);
    return box;
}

bool outgoing_view(App *app, const char *path, Err *err)
{
    bool ok = false;
    SDL_Rect box = outgoing_box(app);
    int row_bytes = 3 * box.w;
    uint8_t *rgb = malloc((size_t)row_bytes * (size_t)box.h);
    if (!rgb) {
        return no_memory(err);
    }
    screen_draw_window(app);
    if (SDL_RenderReadPixels(app->paint->renderer, &box, SDL_PIXELFORMAT_RGB24, rgb, row_bytes) !=
        0) {
        err_set(err, "The view cannot be saved: %s.", SDL_GetError());
        goto done;
    }
    ok = picture_file_save(rgb, box.w, box.h, path, err) && tell_saved(app, path);
done:
    free(rgb);
    return ok;
}

bool outgoing_has_table(const App *app)
{
    return views_get(app->view)->table != NULL;
}

bool outgoing_table(App *app, const char *path, Err *err)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    if (!out) {
        return err_set(err, "There is not enough memory for the table.");
    }
    bool ok = views_get(app->view)->table(app, out);
    ok = fclose(out) == 0 && ok;
    ok = ok ? file_save(path, text, size, err) && tell_saved(app, path)
            : err_set(err, "There is not enough memory for the table.");
    free(text);
    return ok;
}

static bool save_sheet(const App *app, const char *path, Err *err)
{
    enum { SIDE_PX = SHEET_SIDE * CELL_PX };
    const Theme *theme = app->paint->theme;
    uint8_t *rgb = malloc(SIDE_PX * SIDE_PX * 3), *at = rgb;
    if (!rgb) {
        return no_memory(err);
    }
    for (int y = 0; y < SIDE_PX; y++) {
        for (int x = 0; x < SIDE_PX; x++) {
            int level = app->sheet.cell[y / CELL_PX * SHEET_SIDE + x / CELL_PX];
            SDL_Color colour = theme_mix(theme->paper, theme->ink, (float)level / 255.0f);
            *at++ = colour.r;
            *at++ = colour.g;
            *at++ = colour.b;
        }
    }
    bool ok = picture_file_save(rgb, SIDE_PX, SIDE_PX, path, err);
    free(rgb);
    return ok;
}

static bool save_strokes(const App *app, const char *path, Err *err)
{
    Digits digits = {0};
    int kept = mine_on_sheet(app);
    int label = kept >= 0 ? app->mine.own.digits.digit[kept].label : DIGITS_UNKNOWN;
    if (app->exhibit.shown) {
        return err_set(err, "The sheet shows an image, which has no strokes: save it as .png.");
    }
    bool ok = digits_add_drawing(&digits, label, OWN_SOURCE, &app->drawing, err) &&
              export_strokes(&digits, path, err);
    digits_free(&digits);
    return ok;
}

bool outgoing_drawing(App *app, const char *path, Err *err)
{
    bool strokes = path_ends_with(path, ".txt");
    return (strokes ? save_strokes(app, path, err) : save_sheet(app, path, err)) &&
           tell_saved(app, path);
}
