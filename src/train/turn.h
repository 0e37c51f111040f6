/* Images that are mirrored at their diagonal, as those of EMNIST are. */
#ifndef TRAIN_TURN_H
#define TRAIN_TURN_H

#include <stdbool.h>
#include <stdint.h>

/**
 * Whether images that are said to be mirrored are: their ones are wider than high, or there are no
 * ones to tell by.
 *
 * @param level  images x 784
 * @param label  images
 */
bool turn_is_due(const uint8_t *level, const uint8_t *label, int images);

/** Mirror each at its diagonal. */
void turn_images(uint8_t *level, int images);

#endif
