/* What the panel shows of the training data: built-in strokes, augmented samples. */
#ifndef SHELL_SAMPLES_H
#define SHELL_SAMPLES_H

#include "shell/shell.h"

/** Digits written by the generator, a row each, in as many forms as fit. The panel's seed says
 * which. Errors: out of memory; the wall is empty then. */
bool samples_strokes(Shell *shell, Err *err);

/** Images that are trained on, a row each: one as it is, then changed as augmentation does. Where
 * none are loaded they are generated. Errors: as above. */
bool samples_augmented(Shell *shell, Err *err);

#endif
