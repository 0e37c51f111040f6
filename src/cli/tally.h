/* How often a network was right, and what it took for what. */
#ifndef CLI_TALLY_H
#define CLI_TALLY_H

#include "nn/answer.h"
#include "nn/confusion.h"

#include <cjson/cJSON.h>

/** How often which digit was taken for which, and with how much doubt. A zeroed one is empty. */
typedef struct Tally {
    int images, right;
    Confusion confusion;                  /* of the images that show a digit */
    int sure, sure_right, doubtful, none; /* answers of each kind, see nn/answer.h */
} Tally;

/**
 * Count one image.
 *
 * @param label   0..9, or NET_NO_DIGIT, whose answer is never right
 * @param answer  the digit of the strongest output
 */
void tally_add(Tally *tally, int label, int answer, AnswerKind kind);

/** The share of right answers, 0..1; 0 where there are no images. */
double tally_accuracy(const Tally *tally);

/** The confusion matrix as ten rows of ten. */
cJSON *tally_json(const Tally *tally);

/** Add "sure", "right_where_sure", "doubtful" and "none", shares of the images but for the second,
 * to an object. */
void tally_add_doubt(const Tally *tally, cJSON *object);

/** Print what share of `what` is answered surely, and how often that is right. */
void tally_print_doubt(const Tally *tally, const char *what);

/** Print the confusion matrix as a table: a row for each label, a column for each answer. */
void tally_print(const Tally *tally);

#endif
