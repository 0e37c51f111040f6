/* What a press of a key means, on whatever layout. */
#include "shell/keyboard.h"

#include <ctype.h>

/* Keys above are no characters: arrows, function keys, the keypad. */
enum { ASCII_FIRST = ' ', ASCII_LAST = '~' };

static bool is_ascii(SDL_Keycode key)
{
    return key >= ASCII_FIRST && key <= ASCII_LAST;
}

static bool is_latin(SDL_Keycode key)
{
    return is_ascii(key) && isalpha((unsigned char)key);
}

int keyboard_digit(SDL_Keycode key)
{
    return key >= SDLK_0 && key <= SDLK_9 ? key - SDLK_0 : -1;
}

static SDL_Keycode without_keypad(SDL_Keycode key)
{
    return key == SDLK_KP_0                       ? SDLK_0
           : key >= SDLK_KP_1 && key <= SDLK_KP_9 ? SDLK_1 + (key - SDLK_KP_1)
                                                  : key;
}

/* What a US keyboard has at that place; 0 for none that types. */
static SDL_Keycode at_place(SDL_Scancode place)
{
    static const char SIGNS[] = "-=[]\\\\;'`,./"; /* in the order of the places */
    if (place >= SDL_SCANCODE_A && place <= SDL_SCANCODE_Z) {
        return SDLK_a + (int)(place - SDL_SCANCODE_A);
    }
    if (place >= SDL_SCANCODE_1 && place <= SDL_SCANCODE_9) {
        return SDLK_1 + (int)(place - SDL_SCANCODE_1);
    }
    return place == SDL_SCANCODE_0 ? SDLK_0
           : place >= SDL_SCANCODE_MINUS && place <= SDL_SCANCODE_SLASH
               ? SIGNS[place - SDL_SCANCODE_MINUS]
               : 0;
}

/* A sign that Shift or AltGr makes of the key: they are no part of what is meant any more. */
static bool makes_sign(const SDL_Keysym *key, char typed)
{
    return is_ascii(typed) && typed != ' ' && !is_latin(typed) && typed != key->sym &&
           (key->mod & (KMOD_SHIFT | KMOD_RALT | KMOD_MODE));
}

int keyboard_read(const SDL_Keysym *key, char typed, bool latin,
                  SDL_Keysym reading[KEYBOARD_READINGS])
{
    int readings = 0;
    SDL_Keysym own = *key;
    own.sym = without_keypad(key->sym);
    if (makes_sign(&own, typed)) {
        reading[readings] = own;
        reading[readings].sym = typed;
        reading[readings++].mod &= (Uint16) ~(KMOD_SHIFT | KMOD_RALT | KMOD_MODE);
    }
    reading[readings++] = own;
    /* A Latin letter or a digit is what it is, wherever it lies; keys that do not type, too. */
    SDL_Keycode place = at_place(key->scancode);
    bool foreign = (own.sym & SDLK_SCANCODE_MASK) == 0 && !is_latin(own.sym) &&
                   keyboard_digit(own.sym) < 0 && own.sym >= ASCII_FIRST;
    if (place && foreign && place != own.sym && (!is_latin(place) || !latin)) {
        reading[readings] = own;
        reading[readings++].sym = place;
    }
    return readings;
}
