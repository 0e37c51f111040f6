/* Text in a system font, found through fontconfig, drawn from a cache of whole strings. */
#ifndef UI_TEXT_H
#define UI_TEXT_H

#include "base/err.h"

#include <SDL.h>
#include <SDL_ttf.h>
#include <stdint.h>

/** Limits. */
enum {
    TEXT_MAX = 256,     /* bytes of one string, longer ones are cut */
    TEXT_STRINGS = 256, /* drawn strings that are kept */
    TEXT_FONTS = 16,    /* sizes and weights that are open at once */
};

/** How strong the letters are; each weight is a font file of its own. */
typedef enum TextWeight { TEXT_REGULAR, TEXT_MEDIUM, TEXT_BOLD } TextWeight;

/** How many there are. */
enum { TEXT_WEIGHTS = 3 };

/** A font file that is open in one size. */
typedef struct TextFont {
    TTF_Font *font;
    int size_px;
    TextWeight weight;
} TextFont;

/** A string that was drawn, kept for the next frame. */
typedef struct TextString {
    SDL_Texture *texture; /* white, coloured when it is drawn */
    int font;             /* index into Text.font */
    int w, h;
    uint64_t used; /* the clock when it was drawn last */
    char text[TEXT_MAX];
} TextString;

/** Fonts and strings. All of it belongs to the UI thread. Release it with text_free(). */
typedef struct Text {
    SDL_Renderer *renderer; /* borrowed until text_free() */
    struct {
        char file[1024];
        long index;
    } face[TEXT_WEIGHTS];
    TextFont font[TEXT_FONTS];
    int fonts;
    TextString *string; /* TEXT_STRINGS of them */
    uint64_t clock;
} Text;

/** Find the font files: Inter where it is installed, else the system's sans. Errors: none is found.
 */
bool text_make(Text *text, SDL_Renderer *renderer, Err *err);

/** Close the fonts and release the strings. */
void text_free(Text *text);

/** How far below the top of a line of text it stands, in output pixels. */
int text_ascent(Text *text, int size_px, TextWeight weight);

/** Drop all textures: after the renderer has lost them, or the scale has changed. */
void text_forget(Text *text);

/** Width of a string in pixels; its line is *h pixels high, if h is not NULL. */
int text_measure(Text *text, const char *string, int size_px, TextWeight weight, int *h);

/** Draw a string with its top left corner at (x, y). */
void text_draw(Text *text, const char *string, int size_px, TextWeight weight, SDL_Color colour,
               int x, int y);

#endif
