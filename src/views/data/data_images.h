/* The images of the view Data: where they come from, the answers of the network on show to all of
 * them, and which of them are on the wall. */
#ifndef VIEWS_DATA_DATA_IMAGES_H
#define VIEWS_DATA_DATA_IMAGES_H

#include "views/data/view_data.h"

/** The images on show; NULL where there are none, or not yet. */
const Dataset *data_images(const DataView *view);

/** The answers to show: the last whole review, or else the one under way. NULL for none. */
const Review *data_review(const DataView *view);

/** The answer to an image; NULL where there is none yet. */
const ReviewAnswer *data_answer(const DataView *view, int image);

/** Look for images and go on asking the network, for some 2 ms. */
void data_images_work(void *self);

/** As Pane.sleep_ms. */
int data_images_sleep_ms(const void *self);

/** Choose by the filter anew. The mark stays on its image where that is among them, and nothing
 * scrolls. */
void data_images_list(DataView *view);

/** The image that is marked; -1 for none. */
int data_images_marked(const DataView *view);

/** Mark an image and scroll to it, where it is on the wall. */
void data_images_mark(DataView *view, int image);

/** An image by chance: of that digit, or (CONFUSION_ALL) of those on the wall. -1 for none. */
int data_images_draw(DataView *view, int digit);

/** Forget images and answers. */
void data_images_free(DataView *view);

#endif
