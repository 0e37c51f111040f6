/* Which of some files are the images and labels of a data set, told by their names. */
#ifndef TRAIN_DIGIT_FILES_H
#define TRAIN_DIGIT_FILES_H

#include <stdbool.h>

/** What a file is for. IDX has four, CSV one or two. */
typedef enum DigitRole {
    DIGIT_TRAIN_IMAGES,
    DIGIT_TRAIN_LABELS,
    DIGIT_TEST_IMAGES,
    DIGIT_TEST_LABELS,
    DIGIT_TRAIN_CSV,
    DIGIT_TEST_CSV,
    DIGIT_ROLES
} DigitRole;

/** The files of one data set. */
typedef struct DigitFiles {
    int file[DIGIT_ROLES]; /* its number, -1 for none */
    bool mirrored;         /* EMNIST's, whose images are mirrored */
} DigitFiles;

/**
 * Choose a data set. Names are as MNIST's ("train-images-idx3-ubyte", "t10k-labels.idx1-ubyte.gz"),
 * with more before them ("emnist-digits-train-...", "qmnist-test-labels-idx2-int"), or of CSV files
 * ("train.csv", "mnist_test.csv", or a single one of any name). A file may lie in a folder of its
 * own name. Of several sets MNIST's own names go first, then sets of digits, then CSV.
 *
 * @param name  `names` of them, with '/' between folders
 *
 * @return whether one is whole: four files of IDX, or one of CSV. Else `files` has those of the one
 *         of IDX that lacks least, or none.
 */
bool digit_files_choose(DigitFiles *files, char *const *name, int names);

#endif
