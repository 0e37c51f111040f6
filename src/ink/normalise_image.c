/* An image that is fitted already, made into the network's input. */
#include "ink/normalise.h"

#include "ink/levels.h"

void normalise_image(const Sheet *image, Preparation preparation, Sheet *input)
{
    if (preparation_straightens(preparation)) {
        Levels ink = {image->cell, SHEET_SIDE, SHEET_SIDE};
        levels_prepare(&ink, preparation, input);
    } else {
        *input = *image;
    }
}
