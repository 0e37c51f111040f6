/* Text, in Inter and where that has no letter in fonts of the system, drawn from a cache of whole
 * strings. */
#ifndef UI_TEXT_H
#define UI_TEXT_H

#include "base/err.h"
#include "ui/faces.h"

#include <SDL.h>
#include <SDL_ttf.h>
#include <stdint.h>

/** Limits. */
enum {
    TEXT_MAX = 256,     /* bytes of one string; of longer ones what is behind is neither measured
                           nor drawn */
    TEXT_STRINGS = 256, /* drawn strings that are kept */
    TEXT_FONTS = 32,    /* font files that are open at once, each in one size */
};

/** A font file that is open in one size. */
typedef struct TextFont {
    TTF_Font *font;
    int size_px;
    int face; /* index into Faces.face */
} TextFont;

/** A string that was drawn, kept for the next frame. */
typedef struct TextString {
    SDL_Texture *texture; /* white, coloured when it is drawn */
    int font;             /* that of Inter, as an index into Text.font */
    int w, h;
    int above_px;  /* how far letters of other fonts stand out of the line */
    uint64_t used; /* the clock when it was drawn last */
    char text[TEXT_MAX];
} TextString;

/** Fonts and strings. All of it belongs to the UI thread. Release it with text_free(). */
typedef struct Text {
    SDL_Renderer *renderer; /* borrowed until text_free() */
    Faces faces;
    TextFont font[TEXT_FONTS];
    int fonts;
    TextString *string; /* TEXT_STRINGS of them */
    uint64_t clock;
} Text;

/** Find the font files that come with the program. Errors: they are missing; no memory. */
bool text_make(Text *text, SDL_Renderer *renderer, Err *err);

/** Close the fonts and release the strings. */
void text_free(Text *text);

/** How far below the top of a line of text it stands, in output pixels. */
int text_ascent(Text *text, int size_px, TextWeight weight);

/** Drop all textures: after the renderer has lost them, or the scale has changed. */
void text_forget(Text *text);

/** Width of a string in pixels; its line is *h pixels high, if h is not NULL. */
int text_measure(Text *text, const char *string, int size_px, TextWeight weight, int *h);

/** Draw a string with its top left corner at (x, y). Bytes that are no UTF-8, and letters that no
 * font has, become the sign for that. */
void text_draw(Text *text, const char *string, int size_px, TextWeight weight, SDL_Color colour,
               int x, int y);

#endif
