/* From a picture to the digits in it, step by step. */
#include "ink/found.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ink/boxes.h"
#include "ink/levels.h"
#include "ink/paper.h"
#include "ink/patches.h"
#include "ink/pieces.h"
#include "ink/rulings.h"
#include "ink/thicken.h"
#include "ink/tone.h"

enum {
    CONTRAST_MIN = 16, /* levels; with less there is no ink, only an uneven grey */
    HALO_PX = 2,       /* faint ink so near to a digit is its own */
    SMALL_PX = 64,     /* digits in a picture reduced are looked at closer where they are smaller */
};

static const double STRONG_SHARE = 0.97; /* of the ink is at or below its strong level ... */
static const double AWAY_SHARE = 0.1;    /* of a digit beside it ... */
static const double AWAY_MOST = 0.01;    /* ... lies no more of the ink of a clean picture */
static const double MARK_SHARE = 0.3;    /* ... and marks have this much of that */

/* A picture on its way. */
typedef struct Search {
    Paper paper;
    InkParts parts;
    Pieces pieces;
    bool gone; /* lines were left out, or patches are papers */
} Search;

static bool no_memory(Err *err)
{
    return err_set_code(err, ERR_NO_MEMORY,
                        "There is not enough memory for the picture; close other programs.");
}

/* Tell ink from paper. First whatever lies on an even ground is looked at: where that are sheets
 * with ink of their own, it does not matter which one is the paper. */
static bool tell_ink(Field *grey, Search *at)
{
    bool even;
    if (!paper_of_border(grey, &at->paper, &even) ||
        (even && !patches_look_into(grey, &at->paper, &at->gone))) {
        return false;
    }
    if (at->gone) {
        return true;
    }
    Field work;
    field_free(&at->paper.ink);
    bool ok = field_copy(&work, grey) && paper_and_ink(&work, &at->paper) &&
              patches_look_into(grey, &at->paper, &at->gone);
    field_free(&work);
    return ok;
}

/* Mark ink that is strong enough, find its parts, and choose. */
static bool search(Search *at)
{
    Field mark, *ink = &at->paper.ink;
    int edge;
    int strong = field_quantile(ink, CONTRAST_MIN - 1, STRONG_SHARE);
    int least = (int)fmax(fmax(CONTRAST_MIN, at->paper.grain), MARK_SHARE * strong);
    if (!field_copy(&mark, ink)) {
        return false;
    }
    for (int i = 0; i < field_pixels(&mark); i++) {
        mark.at[i] = mark.at[i] >= least;
    }
    bool ok = boxes_leave_out(&mark, ink, &at->gone) &&
              rulings_leave_out(&mark, ink, &at->gone, &edge) &&
              parts_find(&mark, ink, edge, &at->parts) &&
              pieces_choose(&at->parts, at->paper.noisy, at->paper.even, &at->pieces);
    field_free(&mark);
    if (ok) {
        parts_grow(&at->parts, ink, HALO_PX);
    }
    return ok;
}

/* The share of the ink, however faint, that lies away from the box of a digit. */
static double ink_away(const Search *at, const PiecesBox *box)
{
    const Field *ink = &at->paper.ink;
    int w = box->end_x - box->x, h = box->end_y - box->y;
    int near = HALO_PX + (int)(AWAY_SHARE * (w > h ? w : h));
    double all = 0.0, away = 0.0;
    for (int i = 0; i < field_pixels(ink); i++) {
        int x = i % ink->width, y = i / ink->width;
        bool inside = x >= box->x - near && x < box->end_x + near && y >= box->y - near &&
                      y < box->end_y + near;
        all += ink->at[i];
        away += inside ? 0 : ink->at[i];
    }
    return all > 0.0 ? away / all : 0.0;
}

/* Whether the picture is a digit and nothing else: then it is taken as it is. */
static bool is_clean(const Search *at)
{
    return at->pieces.digits == 1 && !at->pieces.left_out && !at->gone && at->paper.even &&
           !at->paper.noisy && ink_away(at, &at->pieces.box[0]) <= AWAY_MOST;
}

/* The ink of a digit alone; of the whole picture where it is to be raw. */
static bool cut_out(const Search *at, int digit, bool whole, Field *ink)
{
    bool clean = is_clean(at);
    const Field *from = &at->paper.ink;
    PiecesBox box = at->pieces.box[digit];
    box.x = whole || box.x < HALO_PX ? 0 : box.x - HALO_PX;
    box.y = whole || box.y < HALO_PX ? 0 : box.y - HALO_PX;
    box.end_x = whole || box.end_x + HALO_PX > from->width ? from->width : box.end_x + HALO_PX;
    box.end_y = whole || box.end_y + HALO_PX > from->height ? from->height : box.end_y + HALO_PX;
    if (!field_make(ink, box.end_x - box.x, box.end_y - box.y)) {
        return false;
    }
    for (int i = 0; i < field_pixels(ink); i++) {
        int at_x = box.x + i % ink->width, at_y = box.y + i / ink->width;
        int pixel = at_y * from->width + at_x, part = at->parts.of[pixel];
        bool own = clean || (part >= 0 && at->pieces.digit[part] == digit);
        ink->at[i] = own ? from->at[pixel] : 0;
    }
    return true;
}

static bool prepare(const Search *at, int digit, Preparation preparation, FoundDigit *found)
{
    bool raw = preparation == PREPARATION_RAW && at->pieces.digits == 1;
    Field ink;
    if (raw) {
        if (!cut_out(at, digit, true, &ink)) {
            return false;
        }
        levels_prepare(&(Levels){ink.at, ink.width, ink.height}, preparation, &found->input);
        field_free(&ink);
    }
    if (!cut_out(at, digit, is_clean(at), &ink)) {
        return false;
    }
    if (!thicken(&ink)) {
        field_free(&ink);
        return false;
    }
    Levels levels = {ink.at, ink.width, ink.height};
    levels_prepare(&levels, PREPARATION_FITTED, &found->image);
    if (preparation == PREPARATION_RAW) {
        found->input = raw ? found->input : found->image;
    } else {
        levels_prepare(&levels, preparation, &found->input);
    }
    field_free(&ink);
    return true;
}

/* A box in pixels of the picture. */
static void place(FoundDigit *digit, const PiecesBox *box, double ratio_x, double ratio_y)
{
    digit->x = (int)floor(box->x * ratio_x + 1e-6);
    digit->y = (int)floor(box->y * ratio_y + 1e-6);
    digit->w = (int)ceil(box->end_x * ratio_x - 1e-6) - digit->x;
    digit->h = (int)ceil(box->end_y * ratio_y - 1e-6) - digit->y;
}

static bool tell(const Search *at, int width, int height, Preparation preparation, Found *found,
                 Err *err)
{
    if (at->pieces.digits > FOUND_MAX) {
        return err_set(err,
                       "There are %d digits or other signs in the picture, and no more than %d are "
                       "read at once; cut it into parts.",
                       at->pieces.digits, FOUND_MAX);
    }
    for (int i = 0; i < at->pieces.digits; i++) {
        FoundDigit *digit = &found->digit[i];
        place(digit, &at->pieces.box[i], (double)width / at->paper.ink.width,
              (double)height / at->paper.ink.height);
        if (!prepare(at, i, preparation, digit)) {
            return no_memory(err);
        }
    }
    found->count = at->pieces.digits;
    return true;
}

/* Look at a whole picture, reduced where it is large. */
static bool look(const uint8_t *rgba, int width, int height, Preparation preparation, Found *found,
                 Err *err)
{
    Search at = {0};
    Field grey = {0};
    memset(found, 0, sizeof *found);
    bool ok = (tone_of(rgba, width, height, &grey) && tell_ink(&grey, &at) && search(&at)) ||
              no_memory(err);
    ok = ok && tell(&at, width, height, preparation, found, err);
    if (!ok) {
        memset(found, 0, sizeof *found);
    }
    pieces_free(&at.pieces);
    parts_free(&at.parts);
    field_free(&at.paper.ink);
    field_free(&grey);
    return ok;
}

/* The box of all digits and of paper around them as wide as the largest one. */
static PiecesBox box_of_all(const Found *found, int width, int height, int *longest)
{
    PiecesBox box = {width, height, 0, 0};
    *longest = 0;
    for (int i = 0; i < found->count; i++) {
        const FoundDigit *digit = &found->digit[i];
        int longer = digit->w > digit->h ? digit->w : digit->h;
        *longest = longer > *longest ? longer : *longest;
        box.x = digit->x < box.x ? digit->x : box.x;
        box.y = digit->y < box.y ? digit->y : box.y;
        box.end_x = digit->x + digit->w > box.end_x ? digit->x + digit->w : box.end_x;
        box.end_y = digit->y + digit->h > box.end_y ? digit->y + digit->h : box.end_y;
    }
    box.x = box.x > *longest ? box.x - *longest : 0;
    box.y = box.y > *longest ? box.y - *longest : 0;
    box.end_x = box.end_x + *longest < width ? box.end_x + *longest : width;
    box.end_y = box.end_y + *longest < height ? box.end_y + *longest : height;
    return box;
}

/* Digits that are small in a large picture are looked for again around their places, where that
 * shows more of them, and told as they are seen there if they are as many. */
static bool look_closer(const uint8_t *rgba, int width, int height, Preparation preparation,
                        Found *found)
{
    int longest, longer = width > height ? width : height;
    PiecesBox box = box_of_all(found, width, height, &longest);
    int w = box.end_x - box.x, h = box.end_y - box.y;
    if (found->count == 0 || longer <= TONE_MAX_SIDE ||
        (double)longest * TONE_MAX_SIDE >= (double)SMALL_PX * longer || 2 * w > width ||
        2 * h > height) {
        return true;
    }
    Err err;
    Found *closer = malloc(sizeof *closer);
    uint8_t *crop = malloc(4 * (size_t)w * (size_t)h);
    for (int y = 0; crop != NULL && y < h; y++) {
        const uint8_t *from = rgba + 4 * ((size_t)(box.y + y) * (size_t)width + (size_t)box.x);
        memcpy(crop + 4 * (size_t)y * (size_t)w, from, 4 * (size_t)w);
    }
    bool ok = closer != NULL && crop != NULL;
    if (ok && look(crop, w, h, preparation, closer, &err) && closer->count == found->count) {
        for (int i = 0; i < found->count; i++) {
            found->digit[i] = closer->digit[i];
            found->digit[i].x += box.x;
            found->digit[i].y += box.y;
        }
    }
    free(crop);
    free(closer);
    return ok;
}

bool found_in_picture(const uint8_t *rgba, int width, int height, Preparation preparation,
                      Found *found, Err *err)
{
    assert(width > 0 && height > 0);
    if (!look(rgba, width, height, preparation, found, err)) {
        return false;
    }
    if (preparation != PREPARATION_RAW && !look_closer(rgba, width, height, preparation, found)) {
        memset(found, 0, sizeof *found);
        return no_memory(err);
    }
    return true;
}
