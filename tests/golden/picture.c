/* Small pictures of what was drawn. */
#include "picture.h"

#include <png.h>
#include <stdlib.h>
#include <string.h>

#include "base/picture_file.h"

enum { CHANNELS = 3, TILE = 8 };

void golden_free(Golden *picture)
{
    free(picture->rgb);
    *picture = (Golden){0};
}

static bool make(Golden *picture, int w, int h, Err *err)
{
    *picture = (Golden){w, h, malloc((size_t)w * (size_t)h * CHANNELS)};
    return picture->rgb || err_set(err, "There is not enough memory for a picture.");
}

/* The sum of one channel over a square of pixels. */
static int sum_square(const SDL_Surface *surface, int left, int top, int by, int shift)
{
    int sum = 0;
    for (int y = top; y < top + by; y++) {
        const Uint8 *row = (const Uint8 *)surface->pixels + y * surface->pitch;
        const Uint32 *pixel = (const Uint32 *)(const void *)row;
        for (int x = left; x < left + by; x++) {
            sum += (int)(pixel[x] >> shift & 255);
        }
    }
    return sum;
}

bool golden_reduce(Golden *picture, const SDL_Surface *surface, int by, Err *err)
{
    if (!make(picture, surface->w / by, surface->h / by, err)) {
        return false;
    }
    uint8_t *out = picture->rgb;
    for (int y = 0; y < picture->h; y++) {
        for (int x = 0; x < picture->w; x++) {
            for (int shift = 16; shift >= 0; shift -= 8) {
                int sum = sum_square(surface, x * by, y * by, by, shift);
                *out++ = (uint8_t)((sum + by * by / 2) / (by * by));
            }
        }
    }
    return true;
}

bool golden_load(Golden *picture, const char *path, Err *err)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    *picture = (Golden){0};
    if (!png_image_begin_read_from_file(&image, path)) {
        return err_set(err, "%s cannot be read: %s.", path, image.message);
    }
    image.format = PNG_FORMAT_RGB;
    bool ok = make(picture, (int)image.width, (int)image.height, err);
    if (ok && !png_image_finish_read(&image, NULL, picture->rgb, 0, NULL)) {
        ok = err_set(err, "%s cannot be read: %s.", path, image.message);
        golden_free(picture);
    }
    png_image_free(&image);
    return ok;
}

bool golden_save(const Golden *picture, const char *path, Err *err)
{
    return picture_file_save(picture->rgb, picture->w, picture->h, path, err);
}

static int level(const Golden *picture, int x, int y, int channel)
{
    return picture->rgb[(y * picture->w + x) * CHANNELS + channel];
}

/* How far a level of `a` lies outside those that `b` has there and one pixel around. */
static int outside(const Golden *a, const Golden *b, int x, int y, int channel)
{
    int low = 255, high = 0, here = level(a, x, y, channel);
    for (int row = SDL_max(y - 1, 0); row <= SDL_min(y + 1, b->h - 1); row++) {
        for (int col = SDL_max(x - 1, 0); col <= SDL_min(x + 1, b->w - 1); col++) {
            int near = level(b, col, row, channel);
            low = SDL_min(low, near);
            high = SDL_max(high, near);
        }
    }
    return SDL_max(0, SDL_max(here - high, low - here));
}

/* The most that any channel of a pixel differs, either way. */
static int pixel_difference(const Golden *a, const Golden *b, int x, int y)
{
    int most = 0;
    for (int channel = 0; channel < CHANNELS; channel++) {
        int there = outside(a, b, x, y, channel), back = outside(b, a, x, y, channel);
        most = SDL_max(most, SDL_max(there, back));
    }
    return most;
}

Difference golden_compare(const Golden *a, const Golden *b)
{
    Difference found = {0};
    double sum = 0.0;
    for (int top = 0; top < a->h; top += TILE) {
        for (int left = 0; left < a->w; left += TILE) {
            double tile = 0.0;
            for (int y = top; y < SDL_min(top + TILE, a->h); y++) {
                for (int x = left; x < SDL_min(left + TILE, a->w); x++) {
                    tile += pixel_difference(a, b, x, y);
                }
            }
            sum += tile;
            if (tile > found.worst) {
                found = (Difference){.worst = tile, .x = left, .y = top};
            }
        }
    }
    found.worst /= TILE * TILE;
    found.mean = sum / ((double)a->w * (double)a->h);
    return found;
}
