/* Images as CSV, as Kaggle and others have MNIST: a line each, its label and 784 levels. */
#ifndef TRAIN_CSV_H
#define TRAIN_CSV_H

#include "base/err.h"

#include <stddef.h>
#include <stdint.h>

/** What was read; release it with csv_free(). */
typedef struct CsvImages {
    uint8_t *level; /* images x 784, 0..255 */
    uint8_t *label; /* images, 0..9; NULL where the file has none */
    int images;     /* at least one */
} CsvImages;

/**
 * Read images. A first line that does not begin with a number has names: a column "label", "class",
 * "digit", "target" or "y" may be the first or the last; without names, labels are the first of 785
 * columns. Values are whole numbers, with ".0" and in quotes, too; they are parted by commas,
 * semicolons or tabs. Empty lines, the marks of UTF-8 and carriage returns are passed over.
 *
 * @param text  `size` bytes and a 0 behind them
 * @param name  stands in the sentences
 *
 * Errors: a line of another form (the sentence names it), no images, more than a million, out of
 * memory; it is zeroed then. Any thread.
 */
bool csv_parse(CsvImages *csv, const char *text, size_t size, const char *name, Err *err);

/** Release them; it is zeroed then. */
void csv_free(CsvImages *csv);

#endif
