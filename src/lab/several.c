/* The digits of a picture that has several. */
#include "lab/several.h"

#include <stdlib.h>

struct Several {
    int exhibit; /* lab->exhibits when they came */
    int count, at;
    Sheet input[FOUND_MAX];   /* of each digit */
    Drawing drawn[FOUND_MAX]; /* on each but the one on the sheet */
};

bool several_keep(Lab *lab, const Found *found, Err *err)
{
    several_free(lab);
    Several *several = calloc(1, sizeof *several);
    if (!several) {
        return err_set(err, "There is not enough memory for the other digits of the picture; close "
                            "other programs.");
    }
    several->exhibit = lab->exhibits;
    several->count = found->count;
    for (int i = 0; i < found->count; i++) {
        several->input[i] = found->digit[i].input;
    }
    lab->several = several;
    return true;
}

int several_count(const Lab *lab)
{
    bool theirs = lab->several && lab->exhibit.shown && lab->several->exhibit == lab->exhibits;
    return theirs ? lab->several->count : 0;
}

int several_number(const Lab *lab)
{
    return lab->several ? lab->several->at + 1 : 0;
}

bool several_can_step(const Lab *lab, int by)
{
    int to = several_number(lab) + by;
    return to >= 1 && to <= several_count(lab);
}

void several_step(Lab *lab, int by)
{
    Several *several = lab->several;
    Exhibit *exhibit = &lab->exhibit;
    if (!several_can_step(lab, by)) {
        return;
    }
    drawing_pen_up(&exhibit->drawn);
    several->drawn[several->at] = exhibit->drawn;
    several->at += by;
    exhibit->drawn = several->drawn[several->at];
    several->drawn[several->at] = (Drawing){0};
    exhibit->level = several->input[several->at];
    lab_drawing_changed(lab);
}

void several_free(Lab *lab)
{
    Several *several = lab->several;
    for (int i = 0; several && i < several->count; i++) {
        drawing_free(&several->drawn[i]);
    }
    free(several);
    lab->several = NULL;
}
