/* What views draw with: shapes and text in the theme and the scale. */
#include "ui/paint.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/svg.h"
#include "ui/row.h"

enum { CELLS_SIDE = 28 };

bool paint_make(Paint *paint, SDL_Renderer *renderer, Err *err)
{
    *paint = (Paint){.renderer = renderer, .theme = theme_get(true), .scale = 1.0f};
    return text_make(&paint->text, renderer, err);
}

void paint_forget(Paint *paint)
{
    text_forget(&paint->text);
    for (int i = 0; i < PAINT_DISCS; i++) {
        if (paint->disc[i].texture) {
            SDL_DestroyTexture(paint->disc[i].texture);
        }
        paint->disc[i] = (PaintDisc){0};
    }
    for (int i = 0; i < PAINT_CANVASES; i++) {
        canvas_forget(&paint->canvas[i]);
    }
    for (int i = 0; i < PAINT_PIXELS; i++) {
        if (paint->pixels[i]) {
            SDL_DestroyTexture(paint->pixels[i]);
        }
        paint->pixels[i] = NULL;
    }
}

void paint_free(Paint *paint)
{
    paint_forget(paint);
    for (int i = 0; i < PAINT_CANVASES; i++) {
        canvas_free(&paint->canvas[i]);
    }
    text_free(&paint->text);
    *paint = (Paint){0};
}

void paint_set_scale(Paint *paint, float scale)
{
    if (scale < paint->scale || scale > paint->scale) {
        paint->scale = scale;
        text_forget(&paint->text);
    }
}

int paint_px(const Paint *paint, float design_px)
{
    int px = (int)lroundf(design_px * paint->scale);
    return px == 0 && design_px > 0.0f ? 1 : px;
}

void paint_record(Paint *paint, FILE *svg)
{
    paint->svg = svg;
    for (int i = 0; i < PAINT_CANVASES; i++) {
        canvas_record(&paint->canvas[i], svg);
    }
}

static SvgBox svg_box(SDL_Rect box)
{
    return (SvgBox){box.x, box.y, box.w, box.h};
}

/* In an SVG. */
static void put_round(const Paint *out, SDL_Rect box, int r, SDL_Color colour)
{
    if (box.w > 0 && box.h > 0) {
        svg_round(out->svg, svg_box(box), r, theme_rgb(colour), colour.a / 255.0);
    }
}

void paint_fill(Paint *out, SDL_Rect box, SDL_Color colour)
{
    if (out->svg) {
        put_round(out, box, 0, colour);
        return;
    }
    /* The software renderer blends what is opaque, too, if it may: that is slow. */
    SDL_BlendMode mode = colour.a == 255 ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND;
    SDL_SetRenderDrawBlendMode(out->renderer, mode);
    SDL_SetRenderDrawColor(out->renderer, colour.r, colour.g, colour.b, colour.a);
    SDL_RenderFillRect(out->renderer, &box);
}

/* White pixels whose alpha is how much of each the disc or ring covers. */
static SDL_Texture *make_disc(SDL_Renderer *renderer, int radius_px, int ring_px)
{
    int side = 2 * radius_px;
    SDL_Surface *surface =
        SDL_CreateRGBSurfaceWithFormat(0, side, side, 32, SDL_PIXELFORMAT_ARGB8888);
    if (!surface) {
        return NULL;
    }
    float outer = (float)radius_px;
    for (int y = 0; y < side; y++) {
        Uint32 *row = (Uint32 *)(void *)((Uint8 *)surface->pixels + y * surface->pitch);
        for (int x = 0; x < side; x++) {
            float away = hypotf((float)x + 0.5f - outer, (float)y + 0.5f - outer);
            float cover = fminf(fmaxf(outer + 0.5f - away, 0.0f), 1.0f);
            if (ring_px > 0) {
                cover -= fminf(fmaxf(outer - (float)ring_px + 0.5f - away, 0.0f), 1.0f);
            }
            row[x] = (Uint32)lroundf(255.0f * cover) << 24 | 0xffffffu;
        }
    }
    SDL_Texture *texture = SDL_CreateTextureFromSurface(renderer, surface);
    SDL_FreeSurface(surface);
    return texture;
}

static SDL_Texture *disc_at(Paint *out, int radius_px, int ring_px, SDL_Color colour)
{
    PaintDisc *disc = NULL;
    for (int i = 0; i < PAINT_DISCS && !disc; i++) {
        PaintDisc *kept = &out->disc[i];
        if (kept->texture && kept->radius_px == radius_px && kept->ring_px == ring_px) {
            disc = kept;
        }
    }
    if (!disc) {
        disc = &out->disc[out->next_disc];
        out->next_disc = (out->next_disc + 1) % PAINT_DISCS;
        if (disc->texture) {
            SDL_DestroyTexture(disc->texture);
        }
        *disc = (PaintDisc){make_disc(out->renderer, radius_px, ring_px), radius_px, ring_px};
    }
    if (disc->texture) {
        SDL_SetTextureColorMod(disc->texture, colour.r, colour.g, colour.b);
        SDL_SetTextureAlphaMod(disc->texture, colour.a);
    }
    return disc->texture;
}

/* The quarters of a disc or ring, each in its corner of the box. */
static void draw_corners(Paint *out, SDL_Texture *disc, int r, SDL_Rect box)
{
    for (int i = 0; i < 4; i++) {
        bool right = i % 2, bottom = i / 2;
        SDL_Rect from = {right ? r : 0, bottom ? r : 0, r, r};
        SDL_Rect to = {right ? box.x + box.w - r : box.x, bottom ? box.y + box.h - r : box.y, r, r};
        SDL_RenderCopy(out->renderer, disc, &from, &to);
    }
}

void paint_round(Paint *out, SDL_Rect box, float radius, SDL_Color colour)
{
    int r = paint_px(out, radius);
    r = SDL_min(r, SDL_min(box.w, box.h) / 2);
    if (box.w <= 0 || box.h <= 0) {
        return;
    }
    if (r <= 0) {
        paint_fill(out, box, colour);
        return;
    }
    if (out->svg) {
        put_round(out, box, r, colour);
        return;
    }
    int bottom = box.y + box.h - r;
    draw_corners(out, disc_at(out, r, 0, colour), r, box);
    paint_fill(out, (SDL_Rect){box.x + r, box.y, box.w - 2 * r, r}, colour);
    paint_fill(out, (SDL_Rect){box.x, box.y + r, box.w, box.h - 2 * r}, colour);
    paint_fill(out, (SDL_Rect){box.x + r, bottom, box.w - 2 * r, r}, colour);
}

void paint_round_outline(Paint *out, SDL_Rect box, float radius, float line, SDL_Color colour)
{
    int r = paint_px(out, radius), line_px = paint_px(out, line);
    if (box.w <= 2 * r || box.h <= 2 * r) {
        return;
    }
    if (out->svg) {
        svg_outline(out->svg, svg_box(box), r, line_px, theme_rgb(colour), colour.a / 255.0);
        return;
    }
    draw_corners(out, disc_at(out, r, line_px, colour), r, box);
    SDL_Rect across = row_inset(box, r, 0), down = row_inset(box, 0, r);
    paint_fill(out, row_top(&across, line_px, 0), colour);
    paint_fill(out, row_bottom(&across, line_px, 0), colour);
    paint_fill(out, row_left(&down, line_px, 0), colour);
    paint_fill(out, row_right(&down, line_px, 0), colour);
}

void paint_panel(Paint *out, SDL_Rect box, float radius, SDL_Color fill, SDL_Color line)
{
    paint_round(out, box, radius, line);
    paint_round(out, row_inset(box, 1, 1), radius, fill);
}

void paint_frame(Paint *out, SDL_Rect box)
{
    paint_fill(out, row_inset(box, -1, -1), out->theme->hairline);
}

void paint_outline(Paint *out, SDL_Rect box, float gap, SDL_Color colour)
{
    int away = paint_px(out, gap), line = paint_px(out, 1.5f);
    SDL_Rect b = row_inset(box, -away, -away);
    paint_fill(out, row_top(&b, line, 0), colour);
    paint_fill(out, row_bottom(&b, line, 0), colour);
    paint_fill(out, row_left(&b, line, 0), colour);
    paint_fill(out, row_right(&b, line, 0), colour);
}

void paint_disc(Paint *out, int x, int y, int radius_px, SDL_Color colour)
{
    if (out->svg) {
        svg_disc(out->svg, x, y, radius_px, theme_rgb(colour), colour.a / 255.0);
    } else if (radius_px > 0) {
        SDL_RenderCopy(out->renderer, disc_at(out, radius_px, 0, colour), NULL,
                       &(SDL_Rect){x - radius_px, y - radius_px, 2 * radius_px, 2 * radius_px});
    }
}

void paint_ring(Paint *out, int x, int y, int radius_px, SDL_Color colour)
{
    SDL_Rect box = {x - radius_px, y - radius_px, 2 * radius_px, 2 * radius_px};
    if (out->svg) {
        svg_outline(out->svg, svg_box(box), radius_px, paint_px(out, 1.0f), theme_rgb(colour),
                    colour.a / 255.0);
    } else if (radius_px > 0) {
        SDL_RenderCopy(out->renderer, disc_at(out, radius_px, paint_px(out, 1.0f), colour), NULL,
                       &(SDL_Rect){x - radius_px, y - radius_px, 2 * radius_px, 2 * radius_px});
    }
}

int paint_text_width(Paint *out, const char *string, int size, TextWeight weight)
{
    return text_measure(&out->text, string, paint_px(out, (float)size), weight, NULL);
}

/* The length of a string without its last character. */
static size_t one_less(const char *string, size_t length)
{
    do {
        length--;
    } while (length > 0 && ((unsigned char)string[length] & 0xC0) == 0x80);
    return length;
}

/* Cuts whole characters off the end until the rest and "..." fit. */
static void cut_to_width(Paint *out, char *string, int w_px, int size, TextWeight weight)
{
    static const char DOTS[] = "…";
    size_t length = strlen(string);
    while (length > 0 && paint_text_width(out, string, size, weight) > w_px) {
        length = one_less(string, length);
        snprintf(string + length, TEXT_MAX - length, "%s",
                 length + sizeof DOTS < TEXT_MAX ? DOTS : "");
    }
}

static void put_text(Paint *out, const char *string, SDL_Rect box, int size_px, TextWeight weight,
                     SDL_Color colour)
{
    static const int WEIGHT[TEXT_WEIGHTS] = {400, 500, 700};
    char xml[6 * TEXT_MAX];
    svg_escape(xml, sizeof xml, string);
    double at[] = {box.x, box.y + text_ascent(&out->text, size_px, weight)};
    svg_words(out->svg, at, box.w, size_px, WEIGHT[weight], theme_rgb(colour), xml);
}

void paint_text(Paint *out, SDL_Rect box, PaintAlign align, const char *string, int size,
                TextWeight weight, SDL_Color colour)
{
    char cut[TEXT_MAX];
    int h_px = 0, size_px = paint_px(out, (float)size);
    if (box.w <= 0) {
        return;
    }
    SDL_utf8strlcpy(cut, string, sizeof cut);
    cut_to_width(out, cut, box.w, size, weight);
    int w_px = text_measure(&out->text, cut, size_px, weight, &h_px);
    int spare = box.w - w_px;
    int x = box.x + (align == PAINT_LEFT ? 0 : align == PAINT_CENTRE ? spare / 2 : spare);
    int y = box.y + (box.h - h_px) / 2;
    if (out->svg) {
        put_text(out, cut, (SDL_Rect){x, y, w_px, h_px}, size_px, weight, colour);
    } else {
        text_draw(&out->text, cut, size_px, weight, colour, x, y);
    }
}

/* How much of a word that is too wide for a line goes on it, at least a character: a path up to one
 * of its folders, unless that leaves half of the line empty. Cuts the word. */
static size_t part_of_word(Paint *out, char *word, int w_px, int size)
{
    size_t length = strlen(word), shorter;
    while (paint_text_width(out, word, size, TEXT_REGULAR) > w_px &&
           (shorter = one_less(word, length)) > 0) {
        length = shorter;
        word[length] = 0;
    }
    const char *slash = strrchr(word, '/');
    size_t folder = slash ? (size_t)(slash - word) + 1 : 0;
    return folder > length / 2 ? folder : length;
}

/* How many bytes of `string` make one line of at most w_px, whole words where possible. */
static size_t line_length(Paint *out, const char *string, int w_px, int size)
{
    char line[TEXT_MAX];
    size_t fits = 0, at = 0;
    while (string[at] && string[at] != '\n') {
        at += strcspn(string + at + 1, " \n") + 1;
        bool room = at < sizeof line;
        SDL_utf8strlcpy(line, string, room ? at + 1 : sizeof line);
        if (!room || paint_text_width(out, line, size, TEXT_REGULAR) > w_px) {
            return fits ? fits : part_of_word(out, line, w_px, size);
        }
        fits = at;
    }
    return fits;
}

int paint_lines(Paint *out, SDL_Rect box, const char *string, int size, SDL_Color colour,
                bool measure)
{
    int pitch_px = paint_px(out, (float)size * 1.5f), h_px = 0;
    while (*string) {
        char line[TEXT_MAX];
        size_t length = line_length(out, string, box.w, size);
        snprintf(line, sizeof line, "%.*s", (int)length, string);
        if (!measure) {
            paint_text(out, (SDL_Rect){box.x, box.y + h_px, box.w, pitch_px}, PAINT_LEFT, line,
                       size, TEXT_REGULAR, colour);
        }
        h_px += pitch_px;
        string += length;
        string += *string == ' ' || *string == '\n';
    }
    return h_px;
}

void paint_pointer(Paint *out, int x, int y, SDL_Color colour)
{
    int length = paint_px(out, 8.0f);
    for (int i = 0; i < length; i++) {
        int half = i / 2;
        paint_fill(out, (SDL_Rect){x - i, y - half, 1, 2 * half + 1}, colour);
    }
}

static void put_cells(Paint *out, const Uint8 *level, SDL_Rect box, SDL_Color paper, SDL_Color ink)
{
    paint_fill(out, box, paper);
    for (int i = 0; i < CELLS_SIDE * CELLS_SIDE; i++) {
        if (level[i] > 0) {
            paint_fill(out, row_cell(box, CELLS_SIDE, i),
                       theme_mix(paper, ink, (float)level[i] / 255.0f));
        }
    }
}

void paint_cells(Paint *out, PaintPixels which, const Uint8 *level, SDL_Rect box, SDL_Color paper,
                 SDL_Color ink)
{
    Uint32 pixel[CELLS_SIDE * CELLS_SIDE];
    SDL_Texture **texture = &out->pixels[which];
    if (out->svg) {
        put_cells(out, level, box, paper, ink);
        return;
    }
    if (!*texture) {
        *texture = SDL_CreateTexture(out->renderer, SDL_PIXELFORMAT_ARGB8888,
                                     SDL_TEXTUREACCESS_STREAMING, CELLS_SIDE, CELLS_SIDE);
        if (!*texture) {
            return;
        }
        SDL_SetTextureScaleMode(*texture, SDL_ScaleModeNearest);
    }
    for (int i = 0; i < CELLS_SIDE * CELLS_SIDE; i++) {
        pixel[i] = 0xff000000u | theme_rgb(theme_mix(paper, ink, (float)level[i] / 255.0f));
    }
    SDL_UpdateTexture(*texture, NULL, pixel, CELLS_SIDE * (int)sizeof pixel[0]);
    SDL_RenderCopy(out->renderer, *texture, NULL, &box);
}
