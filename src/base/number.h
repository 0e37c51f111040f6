/* The lesser and the greater of two whole numbers. */
#ifndef BASE_NUMBER_H
#define BASE_NUMBER_H

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

#endif
