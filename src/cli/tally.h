/* How often a network was right, and what it took for what. */
#ifndef CLI_TALLY_H
#define CLI_TALLY_H

#include "nn/net.h"

#include <cjson/cJSON.h>

/** How often which digit was taken for which. A zeroed one is empty. */
typedef struct Tally {
    int images, right;
    int labelled[NET_OUTPUTS];               /* images of each digit */
    int confusion[NET_OUTPUTS][NET_OUTPUTS]; /* [label][answer] */
} Tally;

/** Count one image. */
void tally_add(Tally *tally, int label, int answer);

/** The share of right answers, 0..1; 0 where there are no images. */
double tally_accuracy(const Tally *tally);

/** The confusion matrix as ten rows of ten. */
cJSON *tally_json(const Tally *tally);

/** Print the confusion matrix as a table: a row for each label, a column for each answer. */
void tally_print(const Tally *tally);

#endif
