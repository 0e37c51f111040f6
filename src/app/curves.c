/* The curves of a run: its figures by epoch, as the plots take them. */
#include "app/curves.h"

#include <stdlib.h>

void curves_clear(Curves *curves)
{
    curves->count = 0;
    curves->last = (TrainEpoch){0};
}

void curves_cut(Curves *curves, int count)
{
    if (count >= curves->count) {
        return;
    }
    int last = count - 1;
    curves_clear(curves);
    curves->count = count;
    if (count > 0) {
        curves->last = (TrainEpoch){
            .epoch = last,
            .train_cost = (double)curves->train_cost[last],
            .train_accuracy = (double)curves->train_accuracy[last],
            .test_cost = (double)curves->test_cost[last],
            .test_accuracy = (double)curves->test_accuracy[last],
        };
    }
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
    if (curves->count == curves->room) {
        int room = curves->room * 2 + 64;
        if (!grow(&curves->train_cost, room) || !grow(&curves->test_cost, room) ||
            !grow(&curves->train_accuracy, room) || !grow(&curves->test_accuracy, room)) {
            return false;
        }
        curves->room = room;
    }
    int i = curves->count++;
    curves->train_cost[i] = (float)epoch->train_cost;
    curves->test_cost[i] = (float)epoch->test_cost;
    curves->train_accuracy[i] = (float)epoch->train_accuracy;
    curves->test_accuracy[i] = (float)epoch->test_accuracy;
    curves->last = *epoch;
    return true;
}
