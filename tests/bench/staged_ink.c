/* The ink of staged pictures: images enlarged, strokes drawn with a round pen. */
#include "staged_ink.h"

#include <math.h>
#include <stdlib.h>

#include "ink/box.h"

/* The cells of an image that have ink. */
static Box image_box(const Sheet *image)
{
    Box box = {{SHEET_SIDE, SHEET_SIDE}, {0, 0}};
    for (int i = 0; i < SHEET_CELLS; i++) {
        if (image->cell[i] > 0) {
            float x = (float)(i % SHEET_SIDE), y = (float)(i / SHEET_SIDE);
            Box cell = {{x, y}, {x + 1, y + 1}};
            box_include(&box, &cell);
        }
    }
    return box;
}

Point staged_shape(const StagedDigit *digit)
{
    if (digit->strokes != NULL) {
        return digits_size(digit->strokes, digit->digit, 1.0f);
    }
    Box box = image_box(&digit->image);
    float width = box.high.x_cell - box.low.x_cell, height = box.high.y_cell - box.low.y_cell;
    float longer = fmaxf(width, height);
    return (Point){width / longer, height / longer};
}

static float cell(const Sheet *image, int x, int y)
{
    bool inside = x >= 0 && y >= 0 && x < SHEET_SIDE && y < SHEET_SIDE;
    return inside ? (float)image->cell[y * SHEET_SIDE + x] / 255.0f : 0.0f;
}

/* The image at a place in cells, as it changes evenly from the middle of a cell to the next. */
static float between(const Sheet *image, float x, float y)
{
    x -= 0.5f;
    y -= 0.5f;
    int left = (int)floorf(x), top = (int)floorf(y);
    float dx = x - (float)left, dy = y - (float)top;
    float above = cell(image, left, top) * (1 - dx) + cell(image, left + 1, top) * dx;
    float below = cell(image, left, top + 1) * (1 - dx) + cell(image, left + 1, top + 1) * dx;
    return above * (1 - dy) + below * dy;
}

static void cover(Staged *staged, int x, int y, float share)
{
    if (x >= 0 && y >= 0 && x < staged->width && y < staged->height) {
        float *at = &staged->cover[(size_t)y * (size_t)staged->width + (size_t)x];
        *at = fmaxf(*at, share);
    }
}

static void ink_image(Staged *staged, const Sheet *image, StagedPlace place)
{
    Box box = image_box(image);
    float width = box.high.x_cell - box.low.x_cell, height = box.high.y_cell - box.low.y_cell;
    float pitch = fmaxf(width, height) / place.side_px;
    int margin = (int)(1 / pitch) + 1;
    int end_x = (int)(width / pitch) + margin, end_y = (int)(height / pitch) + margin;
    for (int y = -margin; y < end_y; y++) {
        for (int x = -margin; x < end_x; x++) {
            float at_x = box.low.x_cell + ((float)x + 0.5f) * pitch;
            float at_y = box.low.y_cell + ((float)y + 0.5f) * pitch;
            cover(staged, (int)place.x_px + x, (int)place.y_px + y, between(image, at_x, at_y));
        }
    }
}

void staged_line(Staged *staged, Point from, Point to, float pen_px, float most)
{
    float reach = pen_px / 2 + 0.5f, dx = to.x_cell - from.x_cell, dy = to.y_cell - from.y_cell;
    float length_sq = fmaxf(dx * dx + dy * dy, 1e-6f);
    Box box = box_around(from, to, reach);
    for (int y = (int)fmaxf(box.low.y_cell, 0); y <= (int)box.high.y_cell; y++) {
        for (int x = (int)fmaxf(box.low.x_cell, 0); x <= (int)box.high.x_cell; x++) {
            float ax = (float)x + 0.5f - from.x_cell, ay = (float)y + 0.5f - from.y_cell;
            float along = fminf(fmaxf((ax * dx + ay * dy) / length_sq, 0), 1);
            float distance = hypotf(ax - along * dx, ay - along * dy);
            float share = fminf(fminf(reach - distance, pen_px), 1) * most;
            if (share > 0) {
                cover(staged, x, y, share);
            }
        }
    }
}

void staged_ink(Staged *staged, const StagedDigit *digit, StagedPlace place, float pen_px)
{
    if (digit->strokes == NULL) {
        ink_image(staged, &digit->image, place);
        return;
    }
    const Digits *digits = digit->strokes;
    const PenDigit *pen = &digits->digit[digit->digit];
    PenBox box = digits_box(digits, digit->digit);
    int width = box.high.x - box.low.x, height = box.high.y - box.low.y;
    float scale = place.side_px / fmaxf(1, (float)(width > height ? width : height));
    for (int s = pen->first; s < pen->first + pen->count; s++) {
        const PenStroke *stroke = &digits->stroke[s];
        for (int i = stroke->first; i < stroke->first + stroke->count; i++) {
            const PenPoint *to = &digits->point[i], *from = i > stroke->first ? to - 1 : to;
            Point a = {place.x_px + scale * (float)(from->x - box.low.x),
                       place.y_px + scale * (float)(from->y - box.low.y)};
            Point b = {place.x_px + scale * (float)(to->x - box.low.x),
                       place.y_px + scale * (float)(to->y - box.low.y)};
            staged_line(staged, a, b, pen_px, 1);
        }
    }
}

/* How many pixels two covers share when the second one is moved to the left. */
static int shared(const Staged *staged, const float *second, int shift)
{
    int count = 0;
    for (int y = 0; y < staged->height; y++) {
        for (int x = 0; x + shift < staged->width; x++) {
            int at = y * staged->width + x;
            count += staged->cover[at] > 0.5f && second[at + shift] > 0.5f;
        }
    }
    return count;
}

bool staged_ink_touching(Staged *staged, const StagedDigit *digit, StagedPlace place, float pen_px,
                         Err *err)
{
    size_t pixels = (size_t)staged->width * (size_t)staged->height;
    Staged second = {NULL, calloc(pixels, sizeof(float)), staged->width, staged->height};
    if (second.cover == NULL) {
        staged_free(staged);
        return err_set_code(err, ERR_NO_MEMORY, "There is not enough memory for a picture.");
    }
    staged_ink(&second, digit, place, pen_px);
    int shift = 0, most = staged->width / 2;
    while (shift < most && shared(staged, second.cover, shift) < (int)(2 * pen_px)) {
        shift++;
    }
    for (int i = 0; i < staged->width * staged->height; i++) {
        cover(staged, i % staged->width - shift, i / staged->width, second.cover[i]);
    }
    free(second.cover);
    return true;
}
