/* How a network reads the images of a data set: its answer to each, worked out a part at a time,
 * and lists of images chosen by their answers. */
#ifndef TRAIN_REVIEW_H
#define TRAIN_REVIEW_H

#include "nn/answer.h"
#include "nn/confusion.h"
#include "train/sgd.h"

/** What the network says of one image. */
typedef struct ReviewAnswer {
    float activation; /* of the strongest output */
    float cost;
    uint8_t digit; /* of the strongest output */
    uint8_t kind;  /* an AnswerKind */
} ReviewAnswer;

/** A zeroed one is empty. Release it with review_free(). */
typedef struct Review {
    const Dataset *data; /* borrowed until review_free() */
    Net net; /* whose answers they are; a copy, as weights change while they are asked */
    NetCost cost;
    int done;             /* images answered, the first ones */
    ReviewAnswer *answer; /* of each image */
    SgdRoom room;
} Review;

/** Begin: no image is answered yet. @param data  has at least one image. Errors: out of memory;
 * review is zeroed then. */
bool review_make(Review *review, const Net *net, NetCost cost, const Dataset *data, Err *err);

/** Release the answers; review is empty then. NULL is allowed. */
void review_free(Review *review);

/** Answer `most` images more, or as many as are left. */
void review_go_on(Review *review, int most);

/** Whether all images are answered. */
bool review_is_done(const Review *review);

/** Count the answers that there are. Images that show no digit are left out. */
void review_count(const Review *review, Confusion *confusion);

/** The orders that images are listed in. */
typedef enum ReviewOrder {
    REVIEW_AS_THEY_ARE,
    REVIEW_COST_FALLING,
    REVIEW_COST_RISING,
    REVIEW_ORDERS
} ReviewOrder;

/** Which images, and in which order. Of those that cost the same the first comes first. */
typedef struct ReviewFilter {
    int label, answer; /* a digit, or CONFUSION_ALL for any */
    bool mistakes;     /* none that is answered right */
    bool doubtful;     /* none that is answered surely */
    ReviewOrder order;
} ReviewFilter;

/** Whether an image passes. One that is not answered yet passes where nothing is asked of its
 * answer. */
bool review_passes(const Review *review, const ReviewFilter *filter, int image);

/**
 * List the images that pass, in their order; as they are until all are answered.
 *
 * @param[out] image  their numbers, room for as many as there are images
 * @param[out] spare  scratch, as large
 *
 * @return how many they are
 */
int review_list(const Review *review, const ReviewFilter *filter, int *image, int *spare);

#endif
