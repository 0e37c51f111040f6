/* Files that are given to the window: looked at first, then opened. */
#include "lab/opening.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/picture.h"
#include "ink/found.h"
#include "lab/models.h"
#include "lab/several.h"

/* What an errand makes of a file. */
typedef struct Opened {
    bool is_picture;               /* else a network, which is read by another errand */
    bool unsure;                   /* that is found out first */
    bool (*fetch)(Errand *errand); /* where it is in no file */
    Preparation preparation;       /* of the picture's digits */
    Found found;
    Path absolute; /* of its file; "" where it is in none */
} Opened;

/* Nothing in its first bytes says that it is for the window. */
static bool refuse(const char *path, Err *err)
{
    return err_set_code(err, ERR_FOREIGN,
                        "%s is neither a picture nor a network: Inkling opens pictures (PNG, JPEG, "
                        "GIF, WebP, BMP, PNM) and networks (safetensors, npz).",
                        path);
}

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
        return net_file_seems(path) || refuse(path, &errand->err);
    }
    if (opened->fetch && !opened->fetch(errand)) {
        return false;
    }
    bool ok = errand->data ? picture_read(&picture, errand->data, errand->size, path, &errand->err)
                           : picture_load(&picture, path, &errand->err);
    ok = ok && found_in_picture(picture.rgba, picture.width, picture.height, opened->preparation,
                                &opened->found, &errand->err);
    picture_free(&picture);
    if (ok && !opened->fetch) {
        model_absolute(path, &opened->absolute);
    }
    return ok;
}

/* "page.png: 3 digits, read as 3 7? 5; the first is on the sheet." A 7 is in doubt there; what
 * is no digit is a "?" alone. */
static void tell_several(Lab *lab, const char *name, const Found *found)
{
    NetActs acts;
    Err err;
    char read[3 * FOUND_MAX + 1] = "", said[ERR_TEXT_MAX];
    size_t used = 0;
    if (!net_acts_make(&acts, &lab->model.net.shape, &err)) {
        return;
    }
    for (int i = 0; i < found->count; i++) {
        const float *outputs =
            net_forward_levels(&lab->model.net, found->digit[i].input.cell, &acts);
        Answer answer = answer_of(outputs);
        read[used++] = ' ';
        if (answer.kind != ANSWER_NONE) {
            read[used++] = (char)('0' + answer.digit);
        }
        if (answer.kind != ANSWER_SURE) {
            read[used++] = '?';
        }
    }
    net_acts_free(&acts);
    snprintf(said, sizeof said, "%.700s: %d digits, read as%s; the first is on the sheet.", name,
             found->count, read);
    news_say(&lab->news, OFFER_NONE, said);
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
    if (opened->found.count == 0) {
        snprintf(said, sizeof said, "%.900s: nothing is drawn on it.", name);
        news_say(&lab->news, OFFER_NONE, said);
        return;
    }
    news_clear(&lab->news);
    if (*opened->absolute.text) {
        recent_add(&lab->recent, opened->absolute.text);
    }
    lab_exhibit(lab, opened->found.digit[0].input.cell, -1, name);
    if (!several_keep(lab, &opened->found, &err)) {
        news_fail(&lab->news, OFFER_NONE, err.text);
    } else if (opened->found.count > 1) {
        tell_several(lab, name, &opened->found);
    }
}

/* Sends an errand for it; what is to be made of it is `as`. */
static bool open_as(Lab *lab, const char *path, Opened as, Err *err)
{
    Errand *errand = errand_make(&lab->errands, path, err);
    Opened *opened = errand ? malloc(sizeof *opened) : NULL;
    if (!errand) {
        return false;
    }
    if (!opened) {
        errand_drop(errand);
        return err_set(err, "There is not enough memory for the picture; close other programs.");
    }
    as.preparation = lab->preparation;
    *opened = as;
    errand->more = opened;
    errand->free_more = free;
    errand->work = read_picture;
    errand->done = show_picture;
    errand->of = lab;
    return errand_send(&lab->errands, errand, err);
}

bool opening_begin(Lab *lab, const char *path, Err *err)
{
    return open_as(lab, path, (Opened){.unsure = true}, err);
}

bool opening_picture(Lab *lab, const char *path, Err *err)
{
    return open_as(lab, path, (Opened){.is_picture = true}, err);
}

bool opening_picture_of(Lab *lab, const char *name, bool (*fetch)(Errand *errand), Err *err)
{
    return open_as(lab, name, (Opened){.is_picture = true, .fetch = fetch}, err);
}
