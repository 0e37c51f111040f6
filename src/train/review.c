/* A network's answers to a data set. */
#include "train/review.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum {
    BATCH_IMAGES = 64,
    KEY_BITS = 11, /* three times that is a float */
    KEYS = 1 << KEY_BITS,
};

bool review_make(Review *review, const Net *net, NetCost cost, const Dataset *data, Err *err)
{
    assert(data->images >= 1);
    *review = (Review){.data = data, .cost = cost};
    review->answer = calloc((size_t)data->images, sizeof *review->answer);
    if (!review->answer) {
        err_set_code(err, ERR_NO_MEMORY,
                     "There is not enough memory for the answers to the images.");
        goto fail;
    }
    if (!net_make(&review->net, &net->shape, err) ||
        !sgd_room_make(&review->room, net, BATCH_IMAGES, err)) {
        goto fail;
    }
    net_copy(&review->net, net);
    return true;
fail:
    review_free(review);
    return false;
}

void review_free(Review *review)
{
    if (review) {
        sgd_room_free(&review->room);
        net_free(&review->net);
        free(review->answer);
        *review = (Review){0};
    }
}

static ReviewAnswer answer_to(const float outputs[NET_OUTPUTS], int label, NetCost cost)
{
    Answer answer = answer_of(outputs);
    return (ReviewAnswer){
        .activation = outputs[answer.digit],
        .cost = (float)net_cost(outputs, label, cost),
        .digit = (uint8_t)answer.digit,
        .kind = (uint8_t)answer.kind,
    };
}

void review_go_on(Review *review, int most)
{
    const Dataset *data = review->data;
    int left = data->images - review->done;
    int end = review->done + (most < left ? most : left);
    while (review->done < end) {
        int first = review->done;
        int images = end - first < BATCH_IMAGES ? end - first : BATCH_IMAGES;
        for (int i = 0; i < images; i++) {
            review->room.input[i] = dataset_input(data, first + i);
        }
        batch_forward(&review->net, review->room.input, images, &review->room.batch);
        for (int i = 0; i < images; i++) {
            review->answer[first + i] =
                answer_to(batch_outputs(&review->net, &review->room.batch, i),
                          data->label[first + i], review->cost);
        }
        review->done += images;
    }
}

bool review_is_done(const Review *review)
{
    return review->data && review->done == review->data->images;
}

void review_count(const Review *review, Confusion *confusion)
{
    *confusion = (Confusion){0};
    for (int i = 0; i < review->done; i++) {
        if (review->data->label[i] != NET_NO_DIGIT) {
            confusion_add(confusion, review->data->label[i], review->answer[i].digit);
        }
    }
}

bool review_passes(const Review *review, const ReviewFilter *filter, int image)
{
    int label = review->data->label[image];
    const ReviewAnswer *answer = &review->answer[image];
    bool asked = filter->answer != CONFUSION_ALL || filter->mistakes || filter->doubtful;
    if (filter->label != CONFUSION_ALL && filter->label != label) {
        return false;
    }
    if (!asked || image >= review->done) {
        return !asked;
    }
    return (filter->answer == CONFUSION_ALL || filter->answer == answer->digit) &&
           (!filter->mistakes || answer->digit != label) &&
           (!filter->doubtful || answer->kind != ANSWER_SURE);
}

/* A number that rises as the cost does, or falls: floats from 0 up are ordered as their bits. */
static uint32_t key_of(const Review *review, int image, bool falling)
{
    uint32_t bits;
    memcpy(&bits, &review->answer[image].cost, sizeof bits);
    return falling ? ~bits : bits;
}

/* One pass of a radix sort: tens of thousands of images are in order within a frame. */
static void sort_by(const Review *review, bool falling, int shift, const int *from, int *to,
                    int count)
{
    int at[KEYS] = {0}, next = 0;
    for (int i = 0; i < count; i++) {
        at[key_of(review, from[i], falling) >> shift & (KEYS - 1)]++;
    }
    for (int key = 0; key < KEYS; key++) {
        int here = at[key];
        at[key] = next;
        next += here;
    }
    for (int i = 0; i < count; i++) {
        to[at[key_of(review, from[i], falling) >> shift & (KEYS - 1)]++] = from[i];
    }
}

int review_list(const Review *review, const ReviewFilter *filter, int *image, int *spare)
{
    int count = 0;
    for (int i = 0; i < review->data->images; i++) {
        if (review_passes(review, filter, i)) {
            image[count++] = i;
        }
    }
    if (filter->order != REVIEW_AS_THEY_ARE && review_is_done(review)) {
        bool falling = filter->order == REVIEW_COST_FALLING;
        sort_by(review, falling, 0, image, spare, count);
        sort_by(review, falling, KEY_BITS, spare, image, count);
        sort_by(review, falling, 2 * KEY_BITS, image, spare, count);
        memcpy(image, spare, (size_t)count * sizeof *image);
    }
    return count;
}
