/* What is drawn around the digits of staged pictures. */
#ifndef BENCH_STAGED_MARKS_H
#define BENCH_STAGED_MARKS_H

#include "staged.h"

/** Draw what pictures of a kind have beside the digits: frames, rulings, specks, cells, lines. */
void staged_marks(Staged *staged, StagedKind kind, Rng *rng);

#endif
