/* MNIST, or images in its place: finding and loading them. */
#ifndef TRAIN_MNIST_H
#define TRAIN_MNIST_H

#include "base/path.h"
#include "train/bundle.h"
#include "train/dataset.h"
#include "train/digit_files.h"

/** Images and labels, for training and for the test. */
enum { MNIST_FILES = 4 };

/** The four files as the public mirrors have them, gzip: name, size and SHA-256 in hex. */
typedef struct MnistFile {
    const char *name; /* "train-images-idx3-ubyte.gz" */
    long bytes;
    const char *sha256;
    uint32_t crc; /* CRC-32 of the file unpacked */
} MnistFile;

/** The MNIST_FILES files, images before their labels and training before test; constant. */
const MnistFile *mnist_files(void);

/** The data set as it was loaded. */
typedef struct Mnist {
    Dataset train, test; /* 60,000 and 10,000 images of MNIST; a CSV file alone has none to test */
    Path folder;         /* where they were found: a folder, a CSV file or a zip archive */
    bool other;          /* not MNIST, but other data in its place, a part of it, or changed */
} Mnist;

/**
 * Find the folder that has a data set: the four files of MNIST, EMNIST or QMNIST in any of their
 * spellings, or CSV as Kaggle has it (see digit_files_choose()), there or in folders below, or a
 * single zip archive, which is found then.
 *
 * @param chosen  the folder, CSV file or archive the user named, the only place searched; or NULL:
 *                $INKLING_DATA (the only one searched where it is set), the source tree's
 *                data/mnist or what is beside the program (see path_places()), the user's data
 *                folder, the installed one
 *
 * Errors: one sentence that says where it looked, what is there, and how to get the files.
 */
bool mnist_find(const char *chosen, Path *folder, Err *err);

/** Say that there is no data set, and what is there instead. `files` is what was left of
 * digit_files_choose(). Returns false. */
bool mnist_refuse(const Bundle *bundle, const DigitFiles *files, Err *err);

/**
 * The folder that a download goes to, and is found in afterwards: `chosen`, or $INKLING_DATA where
 * it is set, or the user's data folder. Errors: there is no such folder, nor a place for one.
 */
bool mnist_home(const char *chosen, Path *folder, Err *err);

/** What data in its place are called: "MNIST" where they are, or "other data". */
const char *mnist_name(bool other);

/** Find and load. mnist is zeroed on errors: those of mnist_find(), idx_load() and csv_parse(), and
 * a CSV file without labels that is alone. Any thread. */
bool mnist_load(Mnist *mnist, const char *chosen, Err *err);

/** Keep every seventh image for the test, where there are no test images. Errors: too few images,
 * out of memory; mnist may be zeroed then. */
bool mnist_part(Mnist *mnist, Err *err);

/** Release the images; mnist is zeroed then. NULL is allowed. */
void mnist_free(Mnist *mnist);

#endif
