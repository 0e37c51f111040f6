/* Augmentation: how strong it is, said and checked. */
#include "train/augment.h"

#include <stdio.h>
#include <string.h>

#include "train/warps.h"

/* One of the strengths, its name and its largest value. */
typedef struct Strength {
    const char *name;
    float is, most;
} Strength;

enum { STRENGTHS = 6 };

static void list_strengths(const Augment *augment, Strength strength[STRENGTHS])
{
    const Strength all[STRENGTHS] = {
        {"turn", augment->turn_deg, 45},       {"scale", augment->scale, 0.25f},
        {"shear", augment->shear, 1},          {"shift", augment->shift_cell, 7},
        {"elastic", augment->elastic_cell, 7}, {"width", augment->width, 1},
    };
    memcpy(strength, all, sizeof all);
}

bool augment_is_none(const Augment *augment)
{
    return augment->turn_deg == 0 && augment->scale == 0 && augment->shear == 0 &&
           augment->shift_cell == 0 && augment->elastic_cell == 0 && augment->width == 0;
}

bool augment_check(const Augment *augment, Err *err)
{
    Strength strength[STRENGTHS];
    list_strengths(augment, strength);
    for (int i = 0; i < STRENGTHS; i++) {
        /* Written so that NaN fails too. */
        if (!(strength[i].is >= 0 && strength[i].is <= strength[i].most)) {
            return err_set_code(err, ERR_VALUE, "The augmentation's %s is %g; it can be 0 to %g.",
                                strength[i].name, (double)strength[i].is, (double)strength[i].most);
        }
    }
    return true;
}

Augment augment_times(const Augment *augment, float factor)
{
    return (Augment){
        .turn_deg = factor * augment->turn_deg,
        .scale = factor * augment->scale,
        .shear = factor * augment->shear,
        .shift_cell = factor * augment->shift_cell,
        .elastic_cell = factor * augment->elastic_cell,
        .width = factor * augment->width,
    };
}

void augment_print(const Augment *augment, char *text, size_t room)
{
    Strength strength[STRENGTHS];
    list_strengths(augment, strength);
    size_t length = 0;
    *text = 0;
    for (int i = 0; i < STRENGTHS; i++) {
        if (strength[i].is > 0 && length < room) {
            length += (size_t)snprintf(text + length, room - length, "%s%s %g", length ? ", " : "",
                                       strength[i].name, (double)strength[i].is);
        }
    }
}

NetInput augment_image(const Augment *augment, const NetInput *image, Rng *rng, NetInputRoom *room)
{
    return augment_is_none(augment) ? *image : warps_best()->change(augment, image, rng, room);
}
