/* What the next run is to be, besides its recipe. */
#include "lab/plan.h"

#include "train/trainer.h"

int plan_pace(int speed)
{
    static const int PACE[PLAN_SPEEDS] = {
        1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, TRAINER_FULL_SPEED};
    return PACE[speed];
}
