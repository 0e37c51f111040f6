/* What the file dialog is for. */
#include "shell/purpose.h"

#include "lab/mine.h"
#include "lab/models.h"
#include "lab/opening.h"
#include "shell/film.h"
#include "shell/outgoing.h"

static const Purpose PURPOSE[] = {
    [FILES_OPEN] = {{".safetensors", ".npz"}, "", models_open, NULL, NULL, ""},
    [FILES_OPEN_PICTURE] = {{".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".pbm", ".pgm",
                             ".ppm", ".pnm", ".pam"},
                            "",
                            opening_picture,
                            NULL,
                            NULL,
                            "A digit on paper, dark or light: it goes on the sheet, and the pen "
                            "draws on it."},
    [FILES_SAVE] =
        {{".safetensors", ".npz"}, "network.safetensors", models_save, NULL, path_exists, ""},
    [FILES_SAVE_RUN] = {{".safetensors"},
                        "run.safetensors",
                        models_save_run,
                        NULL,
                        path_exists,
                        "With moments of its training, to look back at when it is opened: at most "
                        "16 MB."},
    [FILES_EXPORT] = {{".csv", ".idx", ".txt"},
                      "my-digits.csv",
                      mine_export,
                      NULL,
                      mine_export_exists,
                      "The ending says how: .csv as Kaggle has them, .idx as MNIST has them (two "
                      "files), .txt as strokes."},
    [FILES_EXPORT_VIEW] =
        {{".png", ".svg"},
         "view.png",
         NULL,
         outgoing_view,
         path_exists,
         "The ending says how: .png as large as in the window, @2x.png and @4x.png larger, "
         ".svg as lines that stay sharp."},
    [FILES_EXPORT_TABLE] = {{".csv"},
                            "table.csv",
                            NULL,
                            outgoing_table,
                            path_exists,
                            "The numbers of the view on show, below a line of their names."},
    [FILES_EXPORT_DRAWING] = {{".png", ".txt"},
                              "drawing.png",
                              NULL,
                              outgoing_drawing,
                              path_exists,
                              "The ending says how: .png as a picture, .txt as strokes."},
    [FILES_FILM] =
        {{".png"},
         "run.png",
         NULL,
         film_begin,
         path_exists,
         "An animated PNG (.png; not GIF), which browsers play: the drawing, its answer, the "
         "weights and the cost while it was trained."},
};

const Purpose *purpose_of(FilesPurpose purpose)
{
    return &PURPOSE[purpose];
}
