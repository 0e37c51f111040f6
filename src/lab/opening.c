/* Files that are given to the window: looked at first, then opened. */
#include "lab/opening.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/picture.h"
#include "ink/flat.h"
#include "lab/models.h"

/* What an errand makes of a file. */
typedef struct Opened {
    bool is_picture;         /* else a network, which is read by another errand */
    bool unsure;             /* that is found out first */
    Preparation preparation; /* of the picture's input */
    Sheet input;
} Opened;

/* On the other thread. */
static bool read_picture(Errand *errand)
{
    Picture picture;
    Opened *opened = errand->more;
    const char *path = errand->path.text;
    if (opened->unsure) {
        opened->is_picture = picture_seems(path);
    }
    if (!opened->is_picture) {
        return true;
    }
    bool ok = errand->data ? picture_read(&picture, errand->data, errand->size, path, &errand->err)
                           : picture_load(&picture, path, &errand->err);
    ok = ok && flat_input(&picture, opened->preparation, &opened->input, &errand->err);
    picture_free(&picture);
    return ok;
}

static void show_picture(void *of, Errand *errand)
{
    Err err;
    Lab *lab = of;
    const Opened *opened = errand->more;
    const char *path = errand->path.text, *name = path_name(path);
    char said[ERR_TEXT_MAX];
    if (!opened->is_picture) {
        news_fail_unless(&lab->news, models_open(lab, path, &err), &err);
        return;
    }
    if (raster_is_blank(&opened->input)) {
        snprintf(said, sizeof said, "%.900s: nothing is drawn on it.", name);
        news_say(&lab->news, OFFER_NONE, said);
        return;
    }
    news_clear(&lab->news);
    lab_exhibit(lab, opened->input.cell, -1, name);
}

/* Has an errand read a file. */
static bool prepare(Lab *lab, Errand *errand, bool unsure, Err *err)
{
    Opened *opened = calloc(1, sizeof *opened);
    if (!opened) {
        return err_set(err, "There is not enough memory for the picture; close other programs.");
    }
    *opened = (Opened){.is_picture = true, .unsure = unsure, .preparation = lab->preparation};
    errand->more = opened;
    errand->free_more = free;
    errand->work = read_picture;
    errand->done = show_picture;
    errand->of = lab;
    return true;
}

static bool open_file(Lab *lab, const char *path, bool unsure, Err *err)
{
    Errand *errand = errand_make(&lab->errands, path, err);
    if (!errand || !prepare(lab, errand, unsure, err)) {
        errand_drop(errand);
        return false;
    }
    return errand_send(&lab->errands, errand, err);
}

bool opening_begin(Lab *lab, const char *path, Err *err)
{
    return open_file(lab, path, true, err);
}

bool opening_picture(Lab *lab, const char *path, Err *err)
{
    return open_file(lab, path, false, err);
}
