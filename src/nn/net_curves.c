/* How a run of training went: thinned while it grows, and as text. */
#include "nn/net_curves.h"

#include <assert.h>
#include <ctype.h>
#include <float.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"

enum {
    MAX_EPOCH = 1000000,
    LINE_CHARS = 64, /* no line is longer */
};

static const char NAMES[] = "epoch,train_cost,train_accuracy,test_cost,test_accuracy\n";

/* Every other point goes, so that there is room again. */
static void halve(NetCurves *curves)
{
    curves->points = NET_CURVE_POINTS / 2;
    for (int i = 0; i < curves->points; i++) {
        curves->point[i] = curves->point[2 * i];
    }
    curves->halved++;
}

void net_curves_add(NetCurves *curves, const NetPoint *point)
{
    int every = 1 << curves->halved;
    assert(curves->points == 0 || point->epoch > curves->point[curves->points - 1].epoch);
    if (curves->points > 0 && (curves->added - 1) % every != 0) {
        curves->points--; /* it was there as the newest alone */
    }
    if (curves->points == NET_CURVE_POINTS) {
        halve(curves);
    }
    curves->point[curves->points++] = *point;
    curves->added++;
}

char *net_curves_print(const NetCurves *curves)
{
    size_t room = sizeof NAMES + (size_t)curves->points * LINE_CHARS;
    char *text = malloc(room), *at = text;
    if (!text) {
        return NULL;
    }
    at += snprintf(at, room, "%s", NAMES);
    for (int i = 0; i < curves->points; i++) {
        const NetPoint *point = &curves->point[i];
        at += snprintf(at, LINE_CHARS, "%d,", point->epoch);
        if (point->epoch == 0) {
            at += snprintf(at, LINE_CHARS, ",");
        } else {
            at += snprintf(at, LINE_CHARS, "%.5g,%.5g", (double)point->train_cost,
                           (double)point->train_accuracy);
        }
        at += snprintf(at, LINE_CHARS, ",%.5g,%.5g\n", (double)point->test_cost,
                       (double)point->test_accuracy);
    }
    return text;
}

static bool take(const char **at, char wanted)
{
    bool there = **at == wanted;
    *at += there ? 1 : 0;
    return there;
}

static bool take_number(const char **at, float most, char end, float *number)
{
    double read;
    bool ok = number_take(at, (double)most, end, &read);
    *number = (float)read;
    return ok;
}

static bool take_epoch(const char **at, int *epoch)
{
    int digits = 0;
    *epoch = 0;
    for (; isdigit((unsigned char)**at) && *epoch <= MAX_EPOCH; digits++) {
        *epoch = *epoch * 10 + *(*at)++ - '0';
    }
    return digits > 0 && *epoch <= MAX_EPOCH && take(at, ',');
}

static bool take_point(const char **at, NetPoint *point)
{
    *point = (NetPoint){0};
    return take_epoch(at, &point->epoch) &&
           (point->epoch == 0 ? take(at, ',') && take(at, ',')
                              : take_number(at, FLT_MAX, ',', &point->train_cost) &&
                                    take_number(at, 1, ',', &point->train_accuracy)) &&
           take_number(at, FLT_MAX, ',', &point->test_cost) &&
           take_number(at, 1, '\n', &point->test_accuracy);
}

bool net_curves_parse(NetCurves *curves, const char *text)
{
    int last = -1;
    *curves = (NetCurves){0};
    bool ok = strncmp(text, NAMES, sizeof NAMES - 1) == 0;
    const char *at = ok ? text + sizeof NAMES - 1 : text;
    while (ok && *at) {
        NetPoint point;
        ok = take_point(&at, &point) && point.epoch > last;
        if (ok) {
            last = point.epoch;
            net_curves_add(curves, &point);
        }
    }
    if (!ok) {
        *curves = (NetCurves){0};
    }
    return ok;
}
