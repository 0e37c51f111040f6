/* A picture drawn by the processor, pixel by pixel. */
#include "ui/canvas.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/picture_file.h"
#include "base/svg.h"
#include "base/sys.h"
#include "ui/theme.h"

void canvas_forget(Canvas *canvas)
{
    if (canvas->texture) {
        SDL_DestroyTexture(canvas->texture);
    }
    canvas->texture = NULL;
}

static void drop_drawn(Canvas *canvas)
{
    if (canvas->drawn) {
        sys_close_text(canvas->drawn, &canvas->text, &canvas->bytes);
    }
    free(canvas->text);
    canvas->drawn = NULL;
    canvas->text = NULL;
}

void canvas_free(Canvas *canvas)
{
    canvas_forget(canvas);
    drop_drawn(canvas);
    free(canvas->pixel);
    *canvas = (Canvas){0};
}

void canvas_record(Canvas *canvas, FILE *svg)
{
    drop_drawn(canvas);
    canvas->svg = svg;
}

bool canvas_begin(Canvas *canvas, int w, int h, SDL_Color colour)
{
    if (canvas->w != w || canvas->h != h) {
        FILE *svg = canvas->svg;
        canvas_free(canvas);
        canvas->svg = svg;
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
    Uint32 value = 0xff000000u | theme_rgb(colour);
    for (size_t i = 0; i < (size_t)w * (size_t)h; i++) {
        canvas->pixel[i] = value;
    }
    if (canvas->svg) {
        drop_drawn(canvas);
        canvas->drawn = sys_open_text(&canvas->text, &canvas->bytes);
    }
    if (canvas->drawn) {
        svg_round(canvas->drawn, (SvgBox){0, 0, w, h}, 0.0, theme_rgb(colour), 1.0);
    }
    return w > 0 && h > 0;
}

/* In an SVG, as a PNG; without memory for one there is none. */
static void put_pixels(const Canvas *canvas)
{
    Err unused;
    size_t size, pixels = (size_t)canvas->w * (size_t)canvas->h;
    uint8_t *png, *rgb = malloc(3 * pixels);
    for (size_t i = 0; i < pixels && rgb; i++) {
        rgb[3 * i] = canvas->pixel[i] >> 16 & 255;
        rgb[3 * i + 1] = canvas->pixel[i] >> 8 & 255;
        rgb[3 * i + 2] = canvas->pixel[i] & 255;
    }
    if (rgb && picture_file_make(rgb, canvas->w, canvas->h, &png, &size, &unused)) {
        svg_image(canvas->drawn, (SvgBox){0, 0, canvas->w, canvas->h}, png, size);
        free(png);
    }
    free(rgb);
}

void canvas_pixels(Canvas *canvas, const Uint32 *pixel)
{
    memcpy(canvas->pixel, pixel, (size_t)canvas->w * (size_t)canvas->h * sizeof *canvas->pixel);
    if (canvas->drawn) {
        put_pixels(canvas);
    }
}

/* Red and blue are mixed together, green by itself: each has the eight bits above it to spare. */
static void blend(Uint32 *pixel, Uint32 colour, Uint32 alpha)
{
    Uint32 under = 256 - alpha;
    Uint32 rb = ((*pixel & 0xff00ffu) * under + (colour & 0xff00ffu) * alpha) >> 8 & 0xff00ffu;
    Uint32 g = ((*pixel & 0x00ff00u) * under + (colour & 0x00ff00u) * alpha) >> 8 & 0x00ff00u;
    *pixel = 0xff000000u | rb | g;
}

static double opacity_of(SDL_Color colour)
{
    return (double)colour.a / 255.0;
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
    if (canvas->drawn) {
        svg_stroke(canvas->drawn, (double[]){(double)x0, (double)y0},
                   (double[]){(double)x1, (double)y1}, (double)width_px, theme_rgb(colour),
                   opacity_of(colour));
    }
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
        slice(canvas->pixel + i * major, minor, across, middle - half, middle + half,
              theme_rgb(colour), share * (float)colour.a * (256.0f / 255.0f));
    }
}

void canvas_ribbon(Canvas *canvas, float x0, float x1, const float top[2], const float bottom[2],
                   SDL_Color colour)
{
    if (canvas->drawn) {
        svg_ribbon(canvas->drawn, (double[]){(double)x0, (double)x1},
                   (double[]){(double)top[0], (double)top[1]},
                   (double[]){(double)bottom[0], (double)bottom[1]}, theme_rgb(colour),
                   opacity_of(colour));
    }
    int from = SDL_max((int)lroundf(x0), 0), to = SDL_min((int)lroundf(x1), canvas->w);
    float alpha = (float)colour.a * (256.0f / 255.0f);
    for (int x = from; x < to; x++) {
        float t = ((float)x + 0.5f - x0) / (x1 - x0), share = t * t * (3.0f - 2.0f * t);
        float low = top[0] + share * (top[1] - top[0]);
        float high = bottom[0] + share * (bottom[1] - bottom[0]);
        slice(canvas->pixel + x, canvas->w, canvas->h, low, high, theme_rgb(colour), alpha);
    }
}

void canvas_fill(Canvas *canvas, SDL_Rect box, SDL_Color colour)
{
    SDL_Rect all = {0, 0, canvas->w, canvas->h};
    if (!SDL_IntersectRect(&all, &box, &box)) {
        return;
    }
    if (canvas->drawn) {
        svg_round(canvas->drawn, (SvgBox){box.x, box.y, box.w, box.h}, 0.0, theme_rgb(colour),
                  opacity_of(colour));
    }
    Uint32 alpha = (Uint32)((float)colour.a * (256.0f / 255.0f) + 0.5f);
    for (int y = box.y; y < box.y + box.h; y++) {
        for (int x = box.x; x < box.x + box.w; x++) {
            blend(&canvas->pixel[y * canvas->w + x], theme_rgb(colour), alpha);
        }
    }
}

void canvas_disc(Canvas *canvas, float x, float y, float radius_px, SDL_Color colour)
{
    if (canvas->drawn) {
        svg_disc(canvas->drawn, (double)x, (double)y, (double)radius_px, theme_rgb(colour),
                 opacity_of(colour));
    }
    int top = (int)fmaxf(floorf(y - radius_px - 1.0f), 0.0f);
    int bottom = (int)fminf(ceilf(y + radius_px + 1.0f), (float)canvas->h);
    int left = (int)fmaxf(floorf(x - radius_px - 1.0f), 0.0f);
    int right = (int)fminf(ceilf(x + radius_px + 1.0f), (float)canvas->w);
    for (int row = top; row < bottom; row++) {
        for (int col = left; col < right; col++) {
            float away = hypotf((float)col + 0.5f - x, (float)row + 0.5f - y);
            float cover = fminf(fmaxf(radius_px + 0.5f - away, 0.0f), 1.0f);
            blend(&canvas->pixel[row * canvas->w + col], theme_rgb(colour),
                  (Uint32)(cover * (float)colour.a * (256.0f / 255.0f) + 0.5f));
        }
    }
}

void canvas_levels(SDL_Color paper, SDL_Color ink, Uint32 shade[CANVAS_LEVELS])
{
    for (int i = 0; i < CANVAS_LEVELS; i++) {
        shade[i] = 0xff000000u | theme_rgb(theme_mix(paper, ink, (float)i / (CANVAS_LEVELS - 1)));
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
        shade[i] = 0xff000000u |
                   theme_rgb(theme_mix(zero, end, fabsf((float)(i - middle) / (float)middle)));
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
    if (canvas->svg) {
        return true;
    }
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

/* Pixels of one colour beside each other are one box. */
static void put_part(const Canvas *canvas, SDL_Rect part, SDL_Rect box)
{
    double w = (double)box.w / part.w, h = (double)box.h / part.h;
    for (int y = 0; y < part.h; y++) {
        const Uint32 *row = canvas->pixel + (ptrdiff_t)(part.y + y) * canvas->w + part.x;
        for (int x = 0, end; x < part.w; x = end) {
            for (end = x + 1; end < part.w && row[end] == row[x]; end++) {
            }
            svg_round(canvas->svg, (SvgBox){box.x + x * w, box.y + y * h, (end - x) * w, h}, 0.0,
                      row[x] & 0xffffffu, 1.0);
        }
    }
}

void canvas_show_part(Canvas *canvas, SDL_Renderer *renderer, SDL_Rect part, SDL_Rect box)
{
    if (canvas->svg) {
        put_part(canvas, part, box);
        return;
    }
    bool whole = box.w % part.w == 0 && box.h % part.h == 0;
    SDL_SetTextureScaleMode(canvas->texture, whole ? SDL_ScaleModeNearest : SDL_ScaleModeLinear);
    SDL_RenderCopy(renderer, canvas->texture, &part, &box);
}

void canvas_show(Canvas *canvas, SDL_Renderer *renderer, int x, int y)
{
    if (canvas->drawn && sys_flush_text(canvas->drawn, &canvas->text, &canvas->bytes)) {
        svg_move(canvas->svg, (SvgBox){x, y, canvas->w, canvas->h}, (int)ftell(canvas->svg));
        fputs(canvas->text, canvas->svg);
        svg_moved(canvas->svg);
        return;
    }
    if (canvas_upload(canvas, renderer)) {
        SDL_RenderCopy(renderer, canvas->texture, NULL, &(SDL_Rect){x, y, canvas->w, canvas->h});
    }
}
