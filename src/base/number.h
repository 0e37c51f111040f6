/* The lesser and the greater of two whole numbers, and numbers as text. */
#ifndef BASE_NUMBER_H
#define BASE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

/** Room for number_print(), and for number_print_exact(). */
enum { NUMBER_TEXT = 16, NUMBER_EXACT_TEXT = 32 };

/** The lesser of both. */
static inline int number_min(int a, int b)
{
    return a < b ? a : b;
}

/** The greater of both. */
static inline int number_max(int a, int b)
{
    return a > b ? a : b;
}

/** The number of low..high that is nearest to `number`; low <= high. */
static inline int number_clamp(int number, int low, int high)
{
    return number_min(number_max(number, low), high);
}

/** 950, 60,000, 1.4 M; 0 or more, cut to `room` bytes. */
void number_print(char *text, size_t room, double count);

/** A share 0..1 of images as "96.8 %", cut to `room` bytes. Halves go up, also where the share has
 * been a float in between: it reads the same wherever it stands. */
void number_print_share(char *text, size_t room, double share);

/** The shortest decimal that reads back as the same number: 9 digits are enough for a float (which
 * `single` says it is), 17 for any double. */
void number_print_exact(char *text, size_t room, double number, bool single);

/**
 * Read a decimal number of 0 to `most` that nothing in front of it, and `end` behind it, sets
 * apart.
 *
 * @param[in,out] at  moves behind `end`; anywhere where it is not so
 *
 * @return whether it is so; a number that is too small for a double is 0
 */
bool number_take(const char **at, double most, char end, double *number);

#endif
