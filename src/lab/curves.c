/* The curves of a run: its figures by epoch, as the plots take them. */
#include "lab/curves.h"

#include <stdlib.h>

void curves_clear(Curves *curves)
{
    curves->count = 0;
    curves->last = (TrainEpoch){0};
}

void curves_free(Curves *curves)
{
    free(curves->train_cost);
    free(curves->test_cost);
    free(curves->train_accuracy);
    free(curves->test_accuracy);
    *curves = (Curves){0};
}

static bool grow(float **array, int room)
{
    float *larger = realloc(*array, (size_t)room * sizeof *larger);
    *array = larger ? larger : *array;
    return larger != NULL;
}

bool curves_add(Curves *curves, const TrainEpoch *epoch)
{
    if (curves->count == curves->capacity) {
        int room = curves->capacity * 2 + 64;
        if (!grow(&curves->train_cost, room) || !grow(&curves->test_cost, room) ||
            !grow(&curves->train_accuracy, room) || !grow(&curves->test_accuracy, room)) {
            return false;
        }
        curves->capacity = room;
    }
    int i = curves->count++;
    curves->train_cost[i] = (float)epoch->train_cost;
    curves->test_cost[i] = (float)epoch->test_cost;
    curves->train_accuracy[i] = (float)epoch->train_accuracy;
    curves->test_accuracy[i] = (float)epoch->test_accuracy;
    curves->last = *epoch;
    return true;
}

NetPoint curves_point(const Curves *curves, int i)
{
    return (NetPoint){
        .epoch = i,
        .train_cost = curves->train_cost[i],
        .train_accuracy = curves->train_accuracy[i],
        .test_cost = curves->test_cost[i],
        .test_accuracy = curves->test_accuracy[i],
    };
}

bool curves_copy(Curves *to, const Curves *from, int count)
{
    *to = (Curves){0};
    for (int i = 0; i < count && i < from->count; i++) {
        NetPoint point = curves_point(from, i);
        TrainEpoch epoch = {
            .epoch = i,
            .train_cost = (double)point.train_cost,
            .train_accuracy = (double)point.train_accuracy,
            .test_cost = (double)point.test_cost,
            .test_accuracy = (double)point.test_accuracy,
        };
        if (!curves_add(to, &epoch)) {
            curves_free(to);
            return false;
        }
    }
    return true;
}
