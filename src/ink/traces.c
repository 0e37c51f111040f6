/* Strokes as other programs have them. */
#include "ink/traces.h"

#include <math.h>
#include <stdlib.h>

#include "ink/grow.h"

static const double NUMBER_MOST = 1e9;

void traces_free(Traces *traces)
{
    free(traces->point);
    free(traces->first);
    *traces = (Traces){0};
}

static bool no_memory(Err *err)
{
    return err_set_code(err, ERR_NO_MEMORY,
                        "There is not enough memory for the strokes; close other programs.");
}

bool traces_begin(Traces *traces, Err *err)
{
    int *first =
        grow_items(traces->first, &traces->stroke_room, traces->strokes + 2, sizeof *traces->first);
    if (!first) {
        return no_memory(err);
    }
    traces->first = first;
    first[traces->strokes++] = traces->points;
    first[traces->strokes] = traces->points;
    return true;
}

bool traces_add(Traces *traces, double x, double y, Err *err)
{
    TracePoint *point =
        grow_items(traces->point, &traces->point_room, traces->points + 1, sizeof *traces->point);
    if (!point) {
        return no_memory(err);
    }
    traces->point = point;
    point[traces->points++] = (TracePoint){x, y};
    traces->first[traces->strokes] = traces->points;
    return true;
}

/* Where the strokes begin, and what one of their units is of a digit's. */
typedef struct TraceScale {
    TracePoint low, high;
    double unit;
} TraceScale;

static TraceScale scale_of(const Traces *traces, const int *stroke, int strokes)
{
    TraceScale scale = {{INFINITY, INFINITY}, {-INFINITY, -INFINITY}, 0};
    for (int s = 0; s < strokes; s++) {
        for (int p = traces->first[stroke[s]]; p < traces->first[stroke[s] + 1]; p++) {
            TracePoint at = traces->point[p];
            scale.low = (TracePoint){fmin(scale.low.x, at.x), fmin(scale.low.y, at.y)};
            scale.high = (TracePoint){fmax(scale.high.x, at.x), fmax(scale.high.y, at.y)};
        }
    }
    double longer = fmax(scale.high.x - scale.low.x, scale.high.y - scale.low.y);
    scale.unit = longer > 0 ? DIGITS_SIDE / longer : 0;
    return scale;
}

bool traces_digit(const Traces *traces, const int *stroke, int strokes, bool up, int label,
                  const char *source, Digits *digits, Err *err)
{
    TraceScale scale = scale_of(traces, stroke, strokes);
    int points = 0, used = 0;
    for (int s = 0; s < strokes; s++) {
        points += traces->first[stroke[s] + 1] - traces->first[stroke[s]];
    }
    if (points == 0) {
        return true;
    }
    PenPoint *point = malloc((size_t)points * sizeof *point);
    int *count = calloc((size_t)strokes, sizeof *count);
    bool ok = (point && count) || no_memory(err);
    for (int s = 0; ok && s < strokes; s++) {
        for (int p = traces->first[stroke[s]]; p < traces->first[stroke[s] + 1]; p++) {
            TracePoint at = traces->point[p];
            double y = up ? scale.high.y - at.y : at.y - scale.low.y;
            point[used++] = (PenPoint){(int16_t)lround((at.x - scale.low.x) * scale.unit),
                                       (int16_t)lround(y * scale.unit)};
            count[s]++;
        }
    }
    ok = ok && digits_add_strokes(digits, label, source, point, count, strokes, err);
    free(count);
    free(point);
    return ok;
}

static double take_digits(const char **at, const char *end, double number, double unit)
{
    for (; *at < end && **at >= '0' && **at <= '9'; (*at)++) {
        number = unit < 1 ? number + (**at - '0') * unit : number * 10 + (**at - '0');
        unit = unit < 1 ? unit / 10 : unit;
    }
    return number;
}

bool traces_number(const char **at, const char *end, double *number)
{
    const char *from = *at;
    bool minus = from < end && *from == '-';
    from += from < end && (*from == '-' || *from == '+');
    const char *first = from;
    double value = take_digits(&from, end, 0, 1);
    size_t digits = (size_t)(from - first);
    if (from < end && *from == '.') {
        const char *behind = ++from;
        value = take_digits(&from, end, value, 0.1);
        digits += (size_t)(from - behind);
    }
    *number = minus ? -value : value;
    *at = from;
    return digits > 0 && value <= NUMBER_MOST;
}
