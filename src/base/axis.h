/* The axis of a plot, in the window and in a file: round ends, round ticks, how they are written.
 */
#ifndef BASE_AXIS_H
#define BASE_AXIS_H

#include <stdbool.h>
#include <stddef.h>

/** A round number not below `most` but for a ten thousandth: 1, 2 or 5 times a power of ten. It is
 * above 0, whatever `most` is. */
double axis_round_up(double most);

/**
 * The multiples of `step` between two ends, both included.
 *
 * @param most       how many there may be; those above them are left out
 * @param[out] tick  in rising order
 *
 * @return how many there are
 */
int axis_ticks(double low, double high, double step, int most, double *tick);

/**
 * The same on an axis that goes by powers of ten, `low` above 0: 1, 2 and 5 times the powers of
 * ten, or powers of ten alone where those are too many.
 *
 * @param most  at least 2
 */
int axis_log_ticks(double low, double high, int most, double *tick);

/** A tick as text: "0.25", or where it is a share in percent, "97.5 %". */
void axis_print(double value, bool percent, char *text, size_t room);

#endif
