/* Text, in Inter and where that has no letter in fonts of the system, drawn from a cache of whole
 * strings. */
#include "ui/text.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

/* A script whose letters join, or run to the left. */
typedef struct Script {
    uint32_t first, last;
    const char *name; /* ISO 15924 */
    bool leftward;
} Script;

static const Script SCRIPTS[] = {
    {0x590, 0x5ff, "Hebr", true},    {0x600, 0x6ff, "Arab", true},
    {0x750, 0x77f, "Arab", true},    {0x900, 0x97f, "Deva", false},
    {0x980, 0x9ff, "Beng", false},   {0xa00, 0xa7f, "Guru", false},
    {0xa80, 0xaff, "Gujr", false},   {0xb00, 0xb7f, "Orya", false},
    {0xb80, 0xbff, "Taml", false},   {0xc00, 0xc7f, "Telu", false},
    {0xc80, 0xcff, "Knda", false},   {0xd00, 0xd7f, "Mlym", false},
    {0xd80, 0xdff, "Sinh", false},   {0xe00, 0xe7f, "Thai", false},
    {0xe80, 0xeff, "Laoo", false},   {0xf00, 0xfff, "Tibt", false},
    {0x1000, 0x109f, "Mymr", false}, {0x1780, 0x17ff, "Khmr", false},
    {0xfb1d, 0xfb4f, "Hebr", true},  {0xfb50, 0xfdff, "Arab", true},
    {0xfe70, 0xfeff, "Arab", true},
};

/* A part of a string that one font draws. */
typedef struct LinePart {
    TTF_Font *font; /* good until another font is asked for */
    int face;
    const Script *script; /* NULL for all others */
    char text[TEXT_MAX];
} LinePart;

bool text_make(Text *text, SDL_Renderer *renderer, Err *err)
{
    *text = (Text){.renderer = renderer};
    if (!faces_make(&text->faces, err)) {
        return false;
    }
    text->string = calloc(TEXT_STRINGS, sizeof *text->string);
    if (!text->string) {
        faces_free(&text->faces);
        return err_set_code(err, ERR_NO_MEMORY, "There is not enough memory for text.");
    }
    return true;
}

void text_forget(Text *text)
{
    for (int i = 0; text->string && i < TEXT_STRINGS; i++) {
        if (text->string[i].texture) {
            SDL_DestroyTexture(text->string[i].texture);
        }
        text->string[i] = (TextString){0};
    }
    for (int i = 0; i < text->fonts; i++) {
        TTF_CloseFont(text->font[i].font);
    }
    text->fonts = 0;
}

void text_free(Text *text)
{
    text_forget(text);
    faces_free(&text->faces);
    free(text->string);
    *text = (Text){0};
}

/* The font's place in text->font; opened when it is first asked for, which may close all others. -1
 * where it cannot be. */
static int font_at(Text *text, int size_px, int face)
{
    for (int i = 0; i < text->fonts; i++) {
        if (text->font[i].size_px == size_px && text->font[i].face == face) {
            return i;
        }
    }
    if (text->fonts == TEXT_FONTS) {
        text_forget(text);
    }
    const Face *file = &text->faces.face[face];
    TTF_Font *font = TTF_OpenFontIndex(file->path, size_px, file->index);
    if (!font) {
        return -1;
    }
    TTF_SetFontHinting(font, TTF_HINTING_LIGHT);
    text->font[text->fonts] = (TextFont){font, size_px, face};
    return text->fonts++;
}

static bool has_letter(Text *text, int size_px, int face, uint32_t code)
{
    int font = font_at(text, size_px, face);
    return font >= 0 && TTF_GlyphIsProvided32(text->font[font].font, code);
}

/* What says how the letter before it looks, and stays in its font. */
static bool is_mark(uint32_t code)
{
    return (code >= 0x300 && code < 0x370) || (code >= 0x200b && code < 0x2010) ||
           (code >= 0xfe00 && code < 0xfe10) || (code >= 0x1f3fb && code < 0x1f400);
}

/* The face for a letter: Inter where that has it, else the one at hand (-1 for none), else another.
 * What none has is drawn by Inter. */
static int face_for(Text *text, int size_px, TextWeight weight, uint32_t code, int at_hand)
{
    if (at_hand >= 0 && is_mark(code)) {
        return at_hand;
    }
    if (code < 0x80 || has_letter(text, size_px, (int)weight, code)) {
        return (int)weight;
    }
    if (at_hand >= 0 && has_letter(text, size_px, at_hand, code)) {
        return at_hand;
    }
    int found = faces_find(&text->faces, weight, code);
    return found >= 0 && font_at(text, size_px, found) >= 0 ? found : (int)weight;
}

static const Script *script_of(uint32_t code)
{
    for (size_t i = 0; code >= SCRIPTS[0].first && i < sizeof SCRIPTS / sizeof *SCRIPTS; i++) {
        if (code >= SCRIPTS[i].first && code <= SCRIPTS[i].last) {
            return &SCRIPTS[i];
        }
    }
    return NULL;
}

/* The part of `rest` that one face draws, in one script: its length. Spaces between words of
 * another font are its own. */
static size_t span_length(Text *text, const char *rest, int size_px, TextWeight weight,
                          LinePart *span)
{
    size_t length = 0;
    span->face = -1;
    while (rest[length]) {
        size_t spaces = span->face > (int)weight ? strspn(rest + length, " ") : 0;
        uint32_t code;
        int bytes = utf8_read(rest + length + spaces, &code);
        int face = bytes > 0 ? face_for(text, size_px, weight, code, span->face) : (int)weight;
        const Script *script = is_mark(code) && length > 0 ? span->script : script_of(code);
        if (length > 0 && (face != span->face || script != span->script)) {
            break;
        }
        span->face = face;
        span->script = script;
        length += spaces + (bytes > 0 ? (size_t)bytes : 1);
    }
    return length;
}

/* SDL_ttf does not guess how letters join, and which way they run. */
static void set_script(const LinePart *span, TextWeight weight)
{
#if SDL_TTF_VERSION_ATLEAST(2, 20, 0)
    if (span->face != (int)weight) {
        bool leftward = span->script && span->script->leftward;
        TTF_SetFontScriptName(span->font, span->script ? span->script->name : "Zzzz");
        TTF_SetFontDirection(span->font, leftward ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
    }
#else
    (void)span;
    (void)weight;
#endif
}

/* Moves `*rest` past it. False at the end, and where there is no font. */
static bool next_span(Text *text, const char **rest, int size_px, TextWeight weight, LinePart *span)
{
    size_t length = span_length(text, *rest, size_px, weight, span);
    int font = length > 0 ? font_at(text, size_px, span->face) : -1;
    if (font < 0) {
        return false;
    }
    memcpy(span->text, *rest, length);
    span->text[length] = 0;
    span->font = text->font[font].font;
    set_script(span, weight);
    *rest += length;
    return true;
}

/* As much as is measured and drawn, whole letters. */
static void cut(char to[TEXT_MAX], const char *string)
{
    SDL_utf8strlcpy(to, string, TEXT_MAX);
}

/* What a line takes. */
typedef struct LineExtent {
    int w, h; /* the height is Inter's */
    int spans;
    int ascent, below; /* above and below where the letters stand, of all fonts */
} LineExtent;

static LineExtent extent_of(Text *text, const char *line, int size_px, TextWeight weight)
{
    int font = font_at(text, size_px, (int)weight);
    LineExtent extent = {.h = font >= 0 ? TTF_FontHeight(text->font[font].font) : 0};
    LinePart span;
    while (next_span(text, &line, size_px, weight, &span)) {
        int w_px = 0, h_px = 0, ascent = TTF_FontAscent(span.font);
        TTF_SizeUTF8(span.font, span.text, &w_px, &h_px);
        extent.w += w_px;
        extent.h = span.face == (int)weight ? SDL_max(extent.h, h_px) : extent.h;
        extent.ascent = SDL_max(extent.ascent, ascent);
        extent.below = SDL_max(extent.below, h_px - ascent);
        extent.spans++;
    }
    return extent;
}

/* The letters in white, `*ascent` pixels of the picture above where they stand. NULL where there
 * are none, or no memory. */
static SDL_Surface *render(Text *text, const char *line, int size_px, TextWeight weight,
                           int *ascent)
{
    static const SDL_Color WHITE = {255, 255, 255, 255};
    LineExtent extent = extent_of(text, line, size_px, weight);
    SDL_Surface *whole = NULL;
    LinePart span;
    *ascent = extent.ascent;
    if (extent.spans > 1) {
        whole = SDL_CreateRGBSurfaceWithFormat(0, extent.w, extent.ascent + extent.below, 32,
                                               SDL_PIXELFORMAT_ARGB8888);
    }
    for (int x = 0; next_span(text, &line, size_px, weight, &span);) {
        SDL_Surface *part = TTF_RenderUTF8_Blended(span.font, span.text, WHITE);
        if (extent.spans == 1 || !part || !whole) {
            SDL_FreeSurface(whole);
            return part;
        }
        SDL_Rect at = {x, extent.ascent - TTF_FontAscent(span.font), part->w, part->h};
        x += part->w;
        SDL_SetSurfaceBlendMode(part, SDL_BLENDMODE_NONE);
        SDL_BlitSurface(part, NULL, whole, &at);
        SDL_FreeSurface(part);
    }
    return whole;
}

/* The place of a kept string; NULL where it is not kept. */
static TextString *kept_string(Text *text, const char *line, int font)
{
    for (int i = 0; i < TEXT_STRINGS; i++) {
        TextString *slot = &text->string[i];
        if (slot->texture && slot->font == font && strcmp(slot->text, line) == 0) {
            return slot;
        }
    }
    return NULL;
}

/* The place of the string that was not drawn for longest. */
static TextString *free_slot(Text *text)
{
    TextString *oldest = &text->string[0];
    for (int i = 0; i < TEXT_STRINGS; i++) {
        if (text->string[i].used < oldest->used) {
            oldest = &text->string[i];
        }
    }
    if (oldest->texture) {
        SDL_DestroyTexture(oldest->texture);
    }
    *oldest = (TextString){0};
    return oldest;
}

static TextString *new_string(Text *text, const char *line, int size_px, TextWeight weight)
{
    int ascent;
    SDL_Surface *surface = render(text, line, size_px, weight, &ascent);
    int font = font_at(text, size_px, (int)weight);
    if (!surface || font < 0) {
        SDL_FreeSurface(surface);
        return NULL;
    }
    TextString *slot = free_slot(text);
    slot->texture = SDL_CreateTextureFromSurface(text->renderer, surface);
    slot->font = font;
    slot->w = surface->w;
    slot->h = surface->h;
    slot->above_px = ascent - TTF_FontAscent(text->font[font].font);
    memcpy(slot->text, line, strlen(line) + 1);
    SDL_FreeSurface(surface);
    return slot->texture ? slot : NULL;
}

static TextString *string_at(Text *text, const char *line, int size_px, TextWeight weight)
{
    int font = font_at(text, size_px, (int)weight);
    TextString *slot = font >= 0 ? kept_string(text, line, font) : NULL;
    slot = slot || font < 0 ? slot : new_string(text, line, size_px, weight);
    if (slot) {
        slot->used = ++text->clock;
    }
    return slot;
}

int text_measure(Text *text, const char *string, int size_px, TextWeight weight, int *h)
{
    char line[TEXT_MAX];
    cut(line, string);
    LineExtent extent = extent_of(text, line, size_px, weight);
    if (h) {
        *h = extent.h;
    }
    return extent.w;
}

int text_ascent(Text *text, int size_px, TextWeight weight)
{
    int font = font_at(text, size_px, (int)weight);
    return font >= 0 ? TTF_FontAscent(text->font[font].font) : 0;
}

void text_draw(Text *text, const char *string, int size_px, TextWeight weight, SDL_Color colour,
               int x, int y)
{
    char line[TEXT_MAX];
    cut(line, string);
    TextString *drawn = *line ? string_at(text, line, size_px, weight) : NULL;
    if (drawn) {
        SDL_Rect to = {x, y - drawn->above_px, drawn->w, drawn->h};
        SDL_SetTextureColorMod(drawn->texture, colour.r, colour.g, colour.b);
        SDL_SetTextureAlphaMod(drawn->texture, colour.a);
        SDL_RenderCopy(text->renderer, drawn->texture, NULL, &to);
    }
}
