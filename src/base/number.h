/* The lesser and the greater of two whole numbers, and a count as it is read. */
#ifndef BASE_NUMBER_H
#define BASE_NUMBER_H

#include <stddef.h>

/** Room for number_print(). */
enum { NUMBER_TEXT = 16 };

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

#endif
