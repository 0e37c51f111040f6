/* Colours become grey by their Rec. 601 luma. */
#include "ink/flat.h"

#include <stdlib.h>
#include <string.h>

static uint8_t grey_on_white(const uint8_t *rgba)
{
    int grey = (299 * rgba[0] + 587 * rgba[1] + 114 * rgba[2] + 500) / 1000;
    return (uint8_t)((grey * rgba[3] + UINT8_MAX * (UINT8_MAX - rgba[3]) + UINT8_MAX / 2) /
                     UINT8_MAX);
}

bool flat_input(const Picture *picture, Preparation preparation, Sheet *input, Err *err)
{
    size_t pixels = (size_t)picture->width * (size_t)picture->height;
    uint8_t *grey = malloc(pixels);
    memset(input, 0, sizeof *input);
    if (!grey) {
        return err_set_code(err, ERR_NO_MEMORY,
                            "There is not enough memory for the picture; close other programs.");
    }
    for (size_t i = 0; i < pixels; i++) {
        grey[i] = grey_on_white(picture->rgba + 4 * i);
    }
    bool ok = normalise_picture(grey, picture->width, picture->height, preparation, input, err);
    free(grey);
    return ok;
}
