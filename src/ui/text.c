/* Text in a system font, found through fontconfig, drawn from a cache of whole strings. */
#include "ui/text.h"

#include <fontconfig/fontconfig.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool find_face(Text *text, TextWeight weight)
{
    static const int WEIGHT[TEXT_WEIGHTS] = {FC_WEIGHT_REGULAR, FC_WEIGHT_MEDIUM, FC_WEIGHT_BOLD};
    FcPattern *match = NULL;
    FcPattern *wish = FcPatternCreate();
    FcChar8 *file = NULL;
    int index = 0;
    if (!wish) {
        return false;
    }
    FcPatternAddString(wish, FC_FAMILY, (const FcChar8 *)"Inter");
    FcPatternAddString(wish, FC_FAMILY, (const FcChar8 *)"sans-serif");
    FcPatternAddInteger(wish, FC_WEIGHT, WEIGHT[weight]);
    FcPatternAddInteger(wish, FC_SLANT, FC_SLANT_ROMAN);
    FcPatternAddBool(wish, FC_SCALABLE, FcTrue);
    FcConfigSubstitute(NULL, wish, FcMatchPattern);
    FcDefaultSubstitute(wish);
    FcResult result;
    match = FcFontMatch(NULL, wish, &result);
    bool found = match && FcPatternGetString(match, FC_FILE, 0, &file) == FcResultMatch;
    if (found) {
        /* The upper half of the index names an instance of a variable font, as FreeType takes it.
         */
        FcPatternGetInteger(match, FC_INDEX, 0, &index);
        snprintf(text->face[weight].file, sizeof text->face[weight].file, "%s", (const char *)file);
        text->face[weight].index = index;
    }
    if (match) {
        FcPatternDestroy(match);
    }
    FcPatternDestroy(wish);
    return found;
}

bool text_make(Text *text, SDL_Renderer *renderer, Err *err)
{
    *text = (Text){.renderer = renderer};
    if (!FcInit()) {
        return err_set(err, "Fonts cannot be found: fontconfig does not start.");
    }
    for (int weight = 0; weight < TEXT_WEIGHTS; weight++) {
        if (!find_face(text, (TextWeight)weight)) {
            return err_set(err,
                           "No font was found: install one, for example the package fonts-inter.");
        }
    }
    text->string = calloc(TEXT_STRINGS, sizeof *text->string);
    if (!text->string) {
        return err_set(err, "There is not enough memory for text.");
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
    free(text->string);
    *text = (Text){0};
}

/* The font's place in text->font; opened when it is first asked for. -1 where it cannot be. */
static int font_at(Text *text, int size_px, TextWeight weight)
{
    for (int i = 0; i < text->fonts; i++) {
        if (text->font[i].size_px == size_px && text->font[i].weight == weight) {
            return i;
        }
    }
    if (text->fonts == TEXT_FONTS) {
        text_forget(text);
    }
    TTF_Font *font = TTF_OpenFontIndex(text->face[weight].file, size_px, text->face[weight].index);
    if (!font) {
        return -1;
    }
    TTF_SetFontHinting(font, TTF_HINTING_LIGHT);
    text->font[text->fonts] = (TextFont){font, size_px, weight};
    return text->fonts++;
}

/* The place of a kept string, or of the one that was not drawn for longest. */
static TextString *slot_for(Text *text, const char *string, int font)
{
    TextString *oldest = &text->string[0];
    for (int i = 0; i < TEXT_STRINGS; i++) {
        TextString *slot = &text->string[i];
        if (slot->texture && slot->font == font && strcmp(slot->text, string) == 0) {
            return slot;
        }
        if (slot->used < oldest->used) {
            oldest = slot;
        }
    }
    if (oldest->texture) {
        SDL_DestroyTexture(oldest->texture);
    }
    *oldest = (TextString){0};
    return oldest;
}

static TextString *string_at(Text *text, const char *string, int font)
{
    TextString *slot = slot_for(text, string, font);
    slot->used = ++text->clock;
    if (slot->texture) {
        return slot;
    }
    SDL_Surface *surface =
        TTF_RenderUTF8_Blended(text->font[font].font, string, (SDL_Color){255, 255, 255, 255});
    if (!surface) {
        return NULL;
    }
    slot->texture = SDL_CreateTextureFromSurface(text->renderer, surface);
    slot->font = font;
    slot->w = surface->w;
    slot->h = surface->h;
    snprintf(slot->text, sizeof slot->text, "%s", string);
    SDL_FreeSurface(surface);
    return slot->texture ? slot : NULL;
}

int text_measure(Text *text, const char *string, int size_px, TextWeight weight, int *h)
{
    int font = font_at(text, size_px, weight);
    int w_px = 0, h_px = 0;
    if (font >= 0) {
        TTF_SizeUTF8(text->font[font].font, string, &w_px, &h_px);
    }
    if (h) {
        *h = h_px;
    }
    return w_px;
}

int text_ascent(Text *text, int size_px, TextWeight weight)
{
    int font = font_at(text, size_px, weight);
    return font >= 0 ? TTF_FontAscent(text->font[font].font) : 0;
}

void text_draw(Text *text, const char *string, int size_px, TextWeight weight, SDL_Color colour,
               int x, int y)
{
    char cut[TEXT_MAX];
    snprintf(cut, sizeof cut, "%s", string);
    int font = font_at(text, size_px, weight);
    TextString *drawn = font >= 0 && *cut ? string_at(text, cut, font) : NULL;
    if (drawn) {
        SDL_SetTextureColorMod(drawn->texture, colour.r, colour.g, colour.b);
        SDL_SetTextureAlphaMod(drawn->texture, colour.a);
        SDL_RenderCopy(text->renderer, drawn->texture, NULL, &(SDL_Rect){x, y, drawn->w, drawn->h});
    }
}
