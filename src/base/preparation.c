/* The names of how an input is prepared. */
#include "base/preparation.h"

#include <assert.h>
#include <string.h>

static const char *const NAME[PREPARATIONS] = {
    [PREPARATION_RAW] = "raw",
    [PREPARATION_FITTED] = "fitted",
    [PREPARATION_STRAIGHTENED] = "straightened",
    [PREPARATION_UPRIGHT] = "upright",
};

const char *preparation_name(Preparation preparation)
{
    assert((int)preparation >= 0 && (int)preparation < PREPARATIONS);
    return NAME[preparation];
}

bool preparation_parse(const char *name, Preparation *preparation)
{
    for (int i = 0; i < PREPARATIONS; i++) {
        if (strcmp(name, NAME[i]) == 0) {
            *preparation = (Preparation)i;
            return true;
        }
    }
    return false;
}

bool preparation_straightens(Preparation preparation)
{
    return preparation == PREPARATION_STRAIGHTENED || preparation == PREPARATION_UPRIGHT;
}
