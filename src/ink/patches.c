/* Patches of another grey, each looked at as a picture of its own. */
#include "ink/patches.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ink/parts.h"

enum {
    ROUNDS = 2,    /* a note may lie on a card */
    FAINT = 6,     /* levels: with less there is no patch */
    LEAST_PX = 24, /* the longer side of a patch */
    CONTRAST_MIN = 16,
    SURE = 40,        /* levels: fainter marks may be the edge of what is dark itself */
    EVEN_LEVELS = 16, /* paper of a patch is this near to its plane */
    BLOCKS = 8,       /* along a patch, in each of which the paper is the median */
    PEEL_PX = 3,      /* the rim of a patch is none of its ink ... */
    PEELED = 3,
    TURNS = 18, /* of a quarter: the rectangles that a patch is compared with */
};

static const double PEEL_SHARE = 0.03; /* ... nor is ink so near to it, of its shorter side */
static const double DENSE = 0.3;       /* of its box a patch fills, at least */
static const double WIDE = 0.42;       /* of its shorter side: lines are not so wide */
static const double EVEN_SHARE = 0.5;  /* of a patch is paper */
static const double MARK_SHARE = 0.3;  /* of strong ink, marks have this much */
static const double STRONG_SHARE = 0.97;
static const double CONTRAST = 0.6; /* marks differ from a patch so much as it from its paper */
static const double TALL = 0.12;    /* of a patch's shorter side: marks are so long */
static const double INK_MOST = 0.4; /* of a patch may be under ink */
static const double LINE = 0.3;     /* of a mark's longer side: a digit's lines are no wider */
static const double RECTANGLE = 0.9, DISC = 0.85; /* shares of a shape that a patch must have */

/* One patch: the part that it is of the ink, and a crop of the picture around it. */
typedef struct Patch {
    const InkPart *part;
    Field inside; /* 1 where the patch is, holes with it */
    int area;     /* of those */
    double
        plane[3]; /* its paper's level: at the corner, and more for each pixel along and across */
    Paper paper;
} Patch;

static void free_patch(Patch *patch)
{
    field_free(&patch->inside);
    field_free(&patch->paper.ink);
}

static double shorter_side(const InkPart *part)
{
    return fmin(part->end_x - part->x, part->end_y - part->y);
}

/* A pixel that is 2 in a field and its likes become 0 as far as they can be reached. */
static void spread_outside(Field *inside, int *queue, int end)
{
    int w = inside->width;
    for (int at = 0; at < end; at++) {
        int x = queue[at] % w, y = queue[at] / w;
        const int next[] = {x > 0 ? queue[at] - 1 : -1, x + 1 < w ? queue[at] + 1 : -1,
                            y > 0 ? queue[at] - w : -1,
                            y + 1 < inside->height ? queue[at] + w : -1};
        for (int i = 0; i < 4; i++) {
            if (next[i] >= 0 && inside->at[next[i]] == 2) {
                inside->at[next[i]] = 0;
                queue[end++] = next[i];
            }
        }
    }
}

/* Mark a part and its holes: what cannot be reached from the border of its box. */
static bool fill_part(const InkParts *parts, int number, Patch *patch)
{
    const InkPart *part = patch->part;
    int w = part->end_x - part->x, h = part->end_y - part->y, end = 0;
    int *queue = malloc((size_t)w * (size_t)h * sizeof *queue);
    if (queue == NULL || !field_make(&patch->inside, w, h)) {
        free(queue);
        return false;
    }
    for (int i = 0; i < w * h; i++) {
        int x = i % w, y = i / w;
        bool own = parts->of[(part->y + y) * parts->width + part->x + x] == number;
        bool border = x == 0 || y == 0 || x + 1 == w || y + 1 == h;
        patch->inside.at[i] = own ? 1 : border ? 0 : 2;
        if (!own && border) {
            queue[end++] = i;
        }
    }
    spread_outside(&patch->inside, queue, end);
    for (int i = 0; i < w * h; i++) {
        patch->inside.at[i] = patch->inside.at[i] > 0;
        patch->area += patch->inside.at[i];
    }
    free(queue);
    return true;
}

static bool is_inside(const Field *inside, int x, int y)
{
    return x >= 0 && y >= 0 && x < inside->width && y < inside->height &&
           inside->at[y * inside->width + x];
}

/* The same of what is left of it when its rim is peeled off. */
static bool is_whole(const Field *inside, int x, int y)
{
    return is_inside(inside, x, y) && inside->at[y * inside->width + x] == 1;
}

/* Whether a pixel is of the patch, and one beside it is not, or is peeled off. */
static bool is_rim(const Field *inside, int x, int y)
{
    return is_inside(inside, x, y) && !(is_whole(inside, x - 1, y) && is_whole(inside, x + 1, y) &&
                                        is_whole(inside, x, y - 1) && is_whole(inside, x, y + 1));
}

static bool is_wide(const Patch *patch)
{
    int outline = 0;
    for (int y = 0; y < patch->inside.height; y++) {
        for (int x = 0; x < patch->inside.width; x++) {
            if (is_rim(&patch->inside, x, y)) {
                outline +=
                    4 - is_inside(&patch->inside, x - 1, y) - is_inside(&patch->inside, x + 1, y) -
                    is_inside(&patch->inside, x, y - 1) - is_inside(&patch->inside, x, y + 1);
            }
        }
    }
    const InkPart filled = {.area = patch->area, .outline = outline};
    return part_line(&filled) >= WIDE * shorter_side(patch->part);
}

/* The share that a patch has of the smallest rectangle around it, and of one that lies level where
 * it is about as wide as high. */
static bool is_plate(const Patch *patch)
{
    double least = 4.0 * patch->inside.width * patch->inside.height;
    double w = patch->inside.width, h = patch->inside.height;
    for (int turn = 0; turn < TURNS; turn++) {
        double c = cos(turn * 1.5707963 / TURNS), s = sin(turn * 1.5707963 / TURNS);
        double low_u = 1e9, end_u = -1e9, low_v = 1e9, end_v = -1e9;
        for (int y = 0; y < patch->inside.height; y++) {
            for (int x = 0; x < patch->inside.width; x++) {
                if (is_rim(&patch->inside, x, y)) {
                    double u = x * c + y * s, v = y * c - x * s;
                    low_u = fmin(low_u, u);
                    end_u = fmax(end_u, u + 1);
                    low_v = fmin(low_v, v);
                    end_v = fmax(end_v, v + 1);
                }
            }
        }
        least = fmin(least, (end_u - low_u) * (end_v - low_v));
    }
    return patch->area >= RECTANGLE * least ||
           (fmin(w, h) >= DISC * fmax(w, h) && patch->area >= 0.72 * w * h);
}

/* The level that half of a block of the patch is at or below; -1 where the patch is hardly there.
 */
static int block_level(const Field *grey, const Patch *patch, int block_x, int block_y)
{
    int count[UINT8_MAX + 1] = {0}, total = 0, median = 0;
    int w = patch->inside.width, h = patch->inside.height;
    int left = w * block_x / BLOCKS, right = w * (block_x + 1) / BLOCKS;
    int top = h * block_y / BLOCKS, low = h * (block_y + 1) / BLOCKS;
    for (int y = top; y < low; y++) {
        for (int x = left; x < right; x++) {
            if (patch->inside.at[y * w + x]) {
                count[grey->at[(patch->part->y + y) * grey->width + patch->part->x + x]]++;
                total++;
            }
        }
    }
    for (int below = count[0]; below * 2 < total; below += count[median]) {
        median++;
    }
    return 2 * total > (right - left) * (low - top) ? median : -1;
}

/* Solve three equations, the last column their right sides; false where they have no one answer. */
static bool solve(double row[3][4], double to[3])
{
    for (int i = 0; i < 3; i++) {
        if (fabs(row[i][i]) < 1e-9) {
            return false;
        }
        for (int k = 0; k < 3; k++) {
            double share = k == i ? 0.0 : row[k][i] / row[i][i];
            for (int c = 0; c < 4; c++) {
                row[k][c] -= share * row[i][c];
            }
        }
    }
    for (int i = 0; i < 3; i++) {
        to[i] = row[i][3] / row[i][i];
    }
    return true;
}

static double plane_at(const Patch *patch, double x, double y)
{
    return patch->plane[0] + patch->plane[1] * x + patch->plane[2] * y;
}

/* The plane with the least squares of its distances from those blocks that are within `most` of the
 * one there is. */
static bool fit_plane(const Field *grey, Patch *patch, double most)
{
    double sum[3][4] = {{0}};
    for (int i = 0; i < BLOCKS * BLOCKS; i++) {
        int level = block_level(grey, patch, i % BLOCKS, i / BLOCKS);
        const double at[] = {1.0, (i % BLOCKS + 0.5) * patch->inside.width / BLOCKS,
                             (i / BLOCKS + 0.5) * patch->inside.height / BLOCKS, level};
        if (level >= 0 && fabs(plane_at(patch, at[1], at[2]) - level) <= most) {
            for (int k = 0; k < 3 * 4; k++) {
                sum[k / 4][k % 4] += at[k / 4] * at[k % 4];
            }
        }
    }
    return solve(sum, patch->plane);
}

/* Whether a patch is even enough for paper. */
static bool is_even_patch(const Field *grey, Patch *patch)
{
    const InkPart *part = patch->part;
    int near = 0, w = patch->inside.width;
    if (!fit_plane(grey, patch, 1e9) || !fit_plane(grey, patch, 2 * EVEN_LEVELS) ||
        !fit_plane(grey, patch, EVEN_LEVELS)) {
        return false;
    }
    for (int i = 0; i < field_pixels(&patch->inside); i++) {
        int level = grey->at[(part->y + i / w) * grey->width + part->x + i % w];
        near += patch->inside.at[i] && fabs(plane_at(patch, i % w, i / w) - level) <= EVEN_LEVELS;
    }
    return near >= EVEN_SHARE * patch->area;
}

/* Take the rim off, so many pixels deep; where there is ink, only as far as there is some. */
static bool peel(Field *inside, const Field *ink, int deep)
{
    int w = inside->width, pixels = field_pixels(inside), end = 0;
    int *queue = malloc((size_t)pixels * sizeof *queue);
    for (int i = 0; queue != NULL && i < pixels; i++) {
        if (inside->at[i] == 1 && is_rim(inside, i % w, i / w)) {
            queue[end++] = i;
        }
    }
    for (int i = 0; i < end; i++) {
        inside->at[queue[i]] = PEELED;
    }
    for (int round = 1, at = 0; queue != NULL && round < deep; round++) {
        for (int round_end = end; at < round_end; at++) {
            int x = queue[at] % w, y = queue[at] / w;
            const int next[][2] = {{x - 1, y}, {x + 1, y}, {x, y - 1}, {x, y + 1}};
            for (int i = 0; i < 4; i++) {
                int to = next[i][1] * w + next[i][0];
                if (is_whole(inside, next[i][0], next[i][1]) && (ink == NULL || ink->at[to] > 0)) {
                    inside->at[to] = PEELED;
                    queue[end++] = to;
                }
            }
        }
    }
    free(queue);
    return queue != NULL;
}

/* The ink on a patch, beyond which all is as its plane. */
static bool ink_of_patch(const Field *grey, Patch *patch)
{
    const InkPart *part = patch->part;
    Field own;
    int w = patch->inside.width, deep = (int)(PEEL_SHARE * shorter_side(part));
    if (!peel(&patch->inside, NULL, PEEL_PX) || !field_copy(&own, &patch->inside)) {
        return false;
    }
    for (int i = 0; i < field_pixels(&own); i++) {
        double level = plane_at(patch, i % w, i / w);
        own.at[i] = own.at[i] == 1 ? grey->at[(part->y + i / w) * grey->width + part->x + i % w]
                                   : (uint8_t)fmin(fmax(level + 0.5, 0.0), UINT8_MAX);
    }
    bool ok = paper_and_ink(&own, &patch->paper) && peel(&patch->inside, &patch->paper.ink, deep);
    for (int i = 0; ok && i < field_pixels(&own); i++) {
        patch->paper.ink.at[i] = patch->inside.at[i] == 1 ? patch->paper.ink.at[i] : 0;
    }
    field_free(&own);
    return ok;
}

/* Whether a mark on a patch may be a digit. */
static bool is_digit(const Patch *patch, const InkPart *mark, double contrast)
{
    return part_longer(mark) >= TALL * shorter_side(patch->part) &&
           part_line(mark) <= LINE * part_longer(mark) && part_longer(mark) >= 8 &&
           (double)mark->ink / mark->area >= fmax(SURE, CONTRAST * contrast);
}

/* Whether there are marks on a patch that may be digits, and not too many. */
static bool has_digits(const Patch *patch, double contrast, bool *has)
{
    const Field *ink = &patch->paper.ink;
    InkParts marks;
    Field mark;
    int strong = field_quantile(ink, CONTRAST_MIN - 1, STRONG_SHARE), all = 0, digits = 0;
    int least = (int)fmax(fmax(CONTRAST_MIN, patch->paper.grain), MARK_SHARE * strong);
    if (!field_copy(&mark, ink)) {
        return false;
    }
    for (int i = 0; i < field_pixels(&mark); i++) {
        mark.at[i] = mark.at[i] >= least;
        all += mark.at[i];
    }
    bool ok = parts_find(&mark, ink, 0, &marks);
    for (int i = 0; ok && i < marks.parts; i++) {
        digits += is_digit(patch, &marks.part[i], contrast);
    }
    bool holes = 2 * (patch->area - patch->part->area) >= all;
    *has = digits > 0 && all <= INK_MOST * patch->area && (!holes || is_plate(patch));
    parts_free(&marks);
    field_free(&mark);
    return ok;
}

static void put_ink(const Patch *patch, Paper *paper)
{
    const InkPart *part = patch->part;
    int w = patch->inside.width;
    for (int i = 0; i < field_pixels(&patch->inside); i++) {
        uint8_t *to = &paper->ink.at[(part->y + i / w) * paper->ink.width + part->x + i % w];
        *to = patch->inside.at[i] ? patch->paper.ink.at[i] : *to;
    }
    paper->even = paper->even && patch->paper.even;
    paper->noisy = paper->noisy || patch->paper.noisy;
    paper->grain = patch->paper.grain > paper->grain ? patch->paper.grain : paper->grain;
}

/* Whether a part is large and dense enough to be looked at. */
static bool may_be_patch(const InkPart *part)
{
    double box = (double)(part->end_x - part->x) * (part->end_y - part->y);
    return part_longer(part) >= LEAST_PX && part->area >= DENSE * box;
}

/* Look into one part. */
static bool look_into(const Field *grey, const InkParts *parts, int number, Paper *paper, bool *any)
{
    Patch patch = {.part = &parts->part[number]};
    bool has = false, ok = fill_part(parts, number, &patch);
    if (ok && is_wide(&patch) && is_even_patch(grey, &patch)) {
        double contrast = (double)patch.part->ink / patch.part->area;
        ok = ink_of_patch(grey, &patch) && has_digits(&patch, contrast, &has);
    }
    if (ok && has) {
        put_ink(&patch, paper);
        *any = true;
    }
    free_patch(&patch);
    return ok;
}

/* Look into all parts of the ink. */
static bool look_round(const Field *grey, Paper *paper, bool *any)
{
    InkParts parts = {0};
    Field mark;
    int least = paper->grain > FAINT ? paper->grain : FAINT;
    if (!field_copy(&mark, &paper->ink)) {
        return false;
    }
    for (int i = 0; i < field_pixels(&mark); i++) {
        mark.at[i] = mark.at[i] >= least;
    }
    bool ok = parts_find(&mark, &paper->ink, 0, &parts);
    field_free(&mark);
    for (int i = 0; ok && i < parts.parts; i++) {
        if (may_be_patch(&parts.part[i])) {
            ok = look_into(grey, &parts, i, paper, any);
        }
    }
    parts_free(&parts);
    return ok;
}

bool patches_look_into(const Field *grey, Paper *paper, bool *any)
{
    bool more = true, ok = true;
    *any = false;
    for (int round = 0; ok && more && round < ROUNDS; round++) {
        more = false;
        ok = look_round(grey, paper, &more);
        *any = *any || more;
    }
    return ok;
}
