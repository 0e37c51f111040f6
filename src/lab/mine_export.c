/* The user's own digits, saved for other programs. */
#include "lab/mine.h"

#include <stdio.h>
#include <string.h>

#include "ink/export.h"
#include "lab/errand.h"

static const char IDX_ENDING[] = ".idx";

/* What the names of both files of an IDX pair begin with. */
static void print_prefix(const char *path, Path *prefix)
{
    snprintf(prefix->text, sizeof prefix->text, "%.*s", (int)(strlen(path) - strlen(IDX_ENDING)),
             path);
}

bool mine_export_exists(const char *path)
{
    static const char *const END[] = {"-images-idx3-ubyte", "-labels-idx1-ubyte"};
    Path prefix, file;
    if (!path_ends_with(path, IDX_ENDING)) {
        return path_exists(path);
    }
    print_prefix(path, &prefix);
    for (int i = 0; i < 2; i++) {
        int length = snprintf(file.text, sizeof file.text, "%s%s", prefix.text, END[i]);
        if (length < PATH_TEXT_MAX && path_exists(file.text)) {
            return true;
        }
    }
    return false;
}

/* On the other thread. */
static bool export(Errand *errand)
{
    Path prefix;
    const char *path = errand->path.text;
    if (path_ends_with(path, IDX_ENDING)) {
        print_prefix(path, &prefix);
        return export_idx(&errand->digits, prefix.text, &errand->err);
    }
    return path_ends_with(path, ".csv") ? export_csv(&errand->digits, path, &errand->err)
                                        : export_strokes(&errand->digits, path, &errand->err);
}

static void exported(void *of, Errand *errand)
{
    Lab *lab = of;
    char said[ERR_TEXT_MAX];
    Path prefix = errand->path;
    bool pair = path_ends_with(errand->path.text, IDX_ENDING);
    if (pair) {
        print_prefix(errand->path.text, &prefix);
    }
    snprintf(said, sizeof said, "Your digits, %d in all, are saved in %.900s%s.",
             errand->digits.digits, prefix.text,
             pair ? "-images-idx3-ubyte and ...-labels-idx1-ubyte" : "");
    news_say(&lab->news, OFFER_NONE, said);
}

bool mine_export(Lab *lab, const char *path, Err *err)
{
    mine_refresh(lab);
    const Digits *digits = &lab->mine.own.digits;
    Errand *errand = errand_make(&lab->errands, path, err);
    for (int i = 0; errand && i < digits->digits; i++) {
        if (!digits_add_copy(&errand->digits, digits, i, err)) {
            errand_drop(errand);
            return false;
        }
    }
    if (!errand) {
        return false;
    }
    errand->work = export;
    errand->done = exported;
    errand->of = lab;
    return errand_send(&lab->errands, errand, err);
}
