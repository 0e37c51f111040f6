/* A picture drawn by the processor, pixel by pixel. */
#include "ui/canvas.h"

#include <math.h>
#include <stdlib.h>

#include "ui/theme.h"

void canvas_forget(Canvas *canvas)
{
    if (canvas->texture) {
        SDL_DestroyTexture(canvas->texture);
    }
    canvas->texture = NULL;
}

void canvas_free(Canvas *canvas)
{
    canvas_forget(canvas);
    free(canvas->pixel);
    *canvas = (Canvas){0};
}

bool canvas_begin(Canvas *canvas, int w, int h, SDL_Color colour)
{
    if (canvas->w != w || canvas->h != h) {
        canvas_free(canvas);
        if (w <= 0 || h <= 0) {
            return false;
        }
        canvas->pixel = malloc((size_t)w * (size_t)h * sizeof *canvas->pixel);
        if (!canvas->pixel) {
            return false;
        }
        canvas->w = w;
        canvas->h = h;
    }
    Uint32 value = 0xff000000u | (Uint32)colour.r << 16 | (Uint32)colour.g << 8 | (Uint32)colour.b;
    for (size_t i = 0; i < (size_t)w * (size_t)h; i++) {
        canvas->pixel[i] = value;
    }
    return w > 0 && h > 0;
}

/* Red and blue are mixed together, green by itself: each has the eight bits above it to spare. */
static void blend(Uint32 *pixel, Uint32 colour, Uint32 alpha)
{
    Uint32 under = 256 - alpha;
    Uint32 rb = ((*pixel & 0xff00ffu) * under + (colour & 0xff00ffu) * alpha) >> 8 & 0xff00ffu;
    Uint32 g = ((*pixel & 0x00ff00u) * under + (colour & 0x00ff00u) * alpha) >> 8 & 0x00ff00u;
    *pixel = 0xff000000u | rb | g;
}

static Uint32 rgb(SDL_Color colour)
{
    return (Uint32)colour.r << 16 | (Uint32)colour.g << 8 | (Uint32)colour.b;
}

/* As fminf() and fmaxf() of numbers, without a call for each. */
static float lesser(float a, float b)
{
    return a < b ? a : b;
}

static float greater(float a, float b)
{
    return a > b ? a : b;
}

/* One pixel-wide slice through a line: the run from `low` to `high` along the minor axis. */
static void slice(Uint32 *first, ptrdiff_t step, int limit, float low, float high, Uint32 colour,
                  float alpha)
{
    int from = low > 0.0f ? (int)low : 0;
    int to = high < (float)limit ? (int)(high + 1.0f) : limit;
    for (int i = from; i < to; i++) {
        float cover = lesser(high, (float)i + 1.0f) - greater(low, (float)i);
        blend(first + i * step, colour, (Uint32)(cover * alpha + 0.5f));
    }
}

void canvas_line(Canvas *canvas, float x0, float y0, float x1, float y1, float width_px,
                 SDL_Color colour)
{
    bool steep = fabsf(y1 - y0) > fabsf(x1 - x0);
    float a0 = steep ? y0 : x0, b0 = steep ? x0 : y0; /* a: the major axis, b: the minor one */
    float a1 = steep ? y1 : x1, b1 = steep ? x1 : y1;
    if (a0 > a1) {
        float kept = a0;
        a0 = a1;
        a1 = kept;
        kept = b0;
        b0 = b1;
        b1 = kept;
    }
    float slope = a1 > a0 ? (b1 - b0) / (a1 - a0) : 0.0f;
    float half = 0.5f * width_px * sqrtf(1.0f + slope * slope);
    int along = steep ? canvas->h : canvas->w, across = steep ? canvas->w : canvas->h;
    ptrdiff_t major = steep ? canvas->w : 1, minor = steep ? 1 : canvas->w;
    int from = (int)fmaxf(floorf(a0), 0.0f), to = (int)fminf(ceilf(a1), (float)along);
    for (int i = from; i < to; i++) {
        /* The first and last slices are only partly under the line. */
        float share = lesser(a1, (float)i + 1.0f) - greater(a0, (float)i);
        float middle = b0 + slope * ((float)i + 0.5f - a0);
        slice(canvas->pixel + i * major, minor, across, middle - half, middle + half, rgb(colour),
              share * (float)colour.a * (256.0f / 255.0f));
    }
}

void canvas_ribbon(Canvas *canvas, float x0, float x1, const float top[2], const float bottom[2],
                   SDL_Color colour)
{
    int from = SDL_max((int)lroundf(x0), 0), to = SDL_min((int)lroundf(x1), canvas->w);
    float alpha = (float)colour.a * (256.0f / 255.0f);
    for (int x = from; x < to; x++) {
        float t = ((float)x + 0.5f - x0) / (x1 - x0), share = t * t * (3.0f - 2.0f * t);
        float low = top[0] + share * (top[1] - top[0]);
        float high = bottom[0] + share * (bottom[1] - bottom[0]);
        slice(canvas->pixel + x, canvas->w, canvas->h, low, high, rgb(colour), alpha);
    }
}

void canvas_fill(Canvas *canvas, SDL_Rect box, SDL_Color colour)
{
    SDL_Rect all = {0, 0, canvas->w, canvas->h};
    if (!SDL_IntersectRect(&all, &box, &box)) {
        return;
    }
    Uint32 alpha = (Uint32)((float)colour.a * (256.0f / 255.0f) + 0.5f);
    for (int y = box.y; y < box.y + box.h; y++) {
        for (int x = box.x; x < box.x + box.w; x++) {
            blend(&canvas->pixel[y * canvas->w + x], rgb(colour), alpha);
        }
    }
}

void canvas_disc(Canvas *canvas, float x, float y, float radius_px, SDL_Color colour)
{
    int top = (int)fmaxf(floorf(y - radius_px - 1.0f), 0.0f);
    int bottom = (int)fminf(ceilf(y + radius_px + 1.0f), (float)canvas->h);
    int left = (int)fmaxf(floorf(x - radius_px - 1.0f), 0.0f);
    int right = (int)fminf(ceilf(x + radius_px + 1.0f), (float)canvas->w);
    for (int row = top; row < bottom; row++) {
        for (int col = left; col < right; col++) {
            float away = hypotf((float)col + 0.5f - x, (float)row + 0.5f - y);
            float cover = fminf(fmaxf(radius_px + 0.5f - away, 0.0f), 1.0f);
            blend(&canvas->pixel[row * canvas->w + col], rgb(colour),
                  (Uint32)(cover * (float)colour.a * (256.0f / 255.0f) + 0.5f));
        }
    }
}

void canvas_levels(SDL_Color paper, SDL_Color ink, Uint32 shade[CANVAS_LEVELS])
{
    for (int i = 0; i < CANVAS_LEVELS; i++) {
        shade[i] = 0xff000000u | rgb(theme_mix(paper, ink, (float)i / (CANVAS_LEVELS - 1)));
    }
}

void canvas_picture(Canvas *canvas, int x, int y, const Uint8 *level,
                    const Uint32 shade[CANVAS_LEVELS])
{
    for (int row = 0; row < CANVAS_SIDE; row++) {
        Uint32 *pixel = canvas->pixel + (ptrdiff_t)(y + row) * canvas->w + x;
        for (int col = 0; col < CANVAS_SIDE; col++) {
            pixel[col] = shade[level[row * CANVAS_SIDE + col]];
        }
    }
}

void canvas_shades(SDL_Color negative, SDL_Color zero, SDL_Color positive,
                   Uint32 shade[CANVAS_SHADES])
{
    int middle = CANVAS_SHADES / 2;
    for (int i = 0; i < CANVAS_SHADES; i++) {
        SDL_Color end = i < middle ? negative : positive;
        shade[i] =
            0xff000000u | rgb(theme_mix(zero, end, fabsf((float)(i - middle) / (float)middle)));
    }
}

void canvas_signed(Canvas *canvas, int x, int y, const float *value, float full,
                   const Uint32 shade[CANVAS_SHADES])
{
    float middle = (float)(CANVAS_SHADES / 2), steps = full > 0.0f ? middle / full : 0.0f;
    for (int row = 0; row < CANVAS_SIDE; row++) {
        Uint32 *pixel = canvas->pixel + (ptrdiff_t)(y + row) * canvas->w + x;
        for (int col = 0; col < CANVAS_SIDE; col++) {
            float at = middle + steps * value[row * CANVAS_SIDE + col];
            pixel[col] = shade[(int)(fminf(fmaxf(at, 0.0f), 2.0f * middle) + 0.5f)];
        }
    }
}

bool canvas_upload(Canvas *canvas, SDL_Renderer *renderer)
{
    if (!canvas->texture) {
        canvas->texture = SDL_CreateTexture(renderer, SDL_PIXELFORMAT_ARGB8888,
                                            SDL_TEXTUREACCESS_STREAMING, canvas->w, canvas->h);
    }
    if (!canvas->texture) {
        return false;
    }
    SDL_SetTextureBlendMode(canvas->texture, SDL_BLENDMODE_NONE);
    SDL_UpdateTexture(canvas->texture, NULL, canvas->pixel, canvas->w * (int)sizeof(Uint32));
    return true;
}

void canvas_show_part(Canvas *canvas, SDL_Renderer *renderer, SDL_Rect part, SDL_Rect box)
{
    bool whole = box.w % part.w == 0 && box.h % part.h == 0;
    SDL_SetTextureScaleMode(canvas->texture, whole ? SDL_ScaleModeNearest : SDL_ScaleModeLinear);
    SDL_RenderCopy(renderer, canvas->texture, &part, &box);
}

void canvas_show(Canvas *canvas, SDL_Renderer *renderer, int x, int y)
{
    if (canvas_upload(canvas, renderer)) {
        SDL_RenderCopy(renderer, canvas->texture, NULL, &(SDL_Rect){x, y, canvas->w, canvas->h});
    }
}
