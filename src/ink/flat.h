/* Pictures with colours and alpha, flattened onto white paper for ink/normalise.h. */
#ifndef INK_FLAT_H
#define INK_FLAT_H

#include "base/picture.h"
#include "ink/normalise.h"

/** As normalise_picture(), of what the picture looks like on white paper, in grey. */
bool flat_input(const Picture *picture, Preparation preparation, Sheet *input, Err *err);

#endif
