/* What a press of a key means, on whatever layout: the keys that actions, views and dialogs name
 * are those of a US keyboard. */
#ifndef SHELL_KEYBOARD_H
#define SHELL_KEYBOARD_H

#include <SDL.h>
#include <stdbool.h>

/** The readings of a press, best first. */
enum { KEYBOARD_READINGS = 3 };

/**
 * Read a press: as the sign that it types (a full stop on Shift, a bracket on AltGr), as the key's
 * own symbol, and by the place of the key, where the symbol is none that other layouts have. The
 * first reading that means something to somebody is what was meant.
 *
 * @param typed          the character that came of it, if it is ASCII; 0 for none
 * @param latin          whether the layout has Latin letters; where it has not, their places count
 * @param[out] reading   symbol and modifiers; the digits of the keypad are digits
 *
 * @return how many readings there are, 1 at least
 */
int keyboard_read(const SDL_Keysym *key, char typed, bool latin,
                  SDL_Keysym reading[KEYBOARD_READINGS]);

/** The digit of a reading; -1 for none. */
int keyboard_digit(SDL_Keycode key);

#endif
