/* The axis of a plot. */
#include "base/axis.h"

#include <math.h>
#include <stdio.h>

double axis_round_up(double most)
{
    double power = pow(10, floor(log10(fmax(most, 1e-12))));
    double lead = most / power;
    return power * (lead <= 1.0001 ? 1 : lead <= 2.0001 ? 2 : lead <= 5.0001 ? 5 : 10);
}

int axis_ticks(double low, double high, double step, int most, double *tick)
{
    int count = 0, first = (int)ceil(low / step - 1e-3);
    while (count < most && (first + count) * step <= high + 1e-3 * step) {
        tick[count] = (first + count) * step;
        count++;
    }
    return count;
}

/* `leads` ticks in every power of ten, or in every so many; more than `most` where they are too
 * many. */
static int log_ticks(double low, double high, int leads, int step, int most, double *tick)
{
    static const double LEAD[] = {1, 2, 5};
    int count = 0, first = (int)floor(log10(low)), last = (int)ceil(log10(high));
    for (int power = first; power <= last; power += step) {
        for (int i = 0; i < leads; i++) {
            double value = LEAD[i] * pow(10, power);
            if (value < low * 0.999 || value > high * 1.001) {
                continue;
            }
            if (count == most) {
                return most + 1;
            }
            tick[count++] = value;
        }
    }
    return count;
}

int axis_log_ticks(double low, double high, int most, double *tick)
{
    int count = log_ticks(low, high, 3, 1, most, tick);
    for (int step = 1; count > most; step++) {
        count = log_ticks(low, high, 1, step, most, tick);
    }
    return count;
}

void axis_print(double value, bool percent, char *text, size_t room)
{
    snprintf(text, room, percent ? "%.4g %%" : "%g", percent ? 100 * value : value);
}
