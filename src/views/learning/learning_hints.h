/* What the settings of the view Learning are. */
#ifndef VIEWS_LEARNING_LEARNING_HINTS_H
#define VIEWS_LEARNING_LEARNING_HINTS_H

#include "ui/hint.h"
#include "views/learning/view_learning.h"

/** Explain one of their spots. */
void learning_hints_explain(const LearningView *view, int about, Hint *hint);

#endif
