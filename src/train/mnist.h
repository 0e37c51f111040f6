/* MNIST: finding its four files and loading them. */
#ifndef TRAIN_MNIST_H
#define TRAIN_MNIST_H

#include "base/path.h"
#include "train/dataset.h"

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
    Dataset train, test; /* 60,000 and 10,000 images */
    Path folder;         /* where they were found */
    bool other;          /* not MNIST, but other data under its names, a part of it, or changed */
} Mnist;

/**
 * Find the folder that has all four files, in any of their spellings: dashes or a dot before
 * "idx", plain or .gz, loose or inside a folder of the same name.
 *
 * @param chosen  the folder the user named, the only one searched; or NULL: $INKLING_DATA (the
 *                only one searched where it is set), the source tree's data/mnist, the user's data
 *                folder, the installed one
 *
 * Errors: one sentence that says where it looked and how to get the files.
 */
bool mnist_find(const char *chosen, Path *folder, Err *err);

/**
 * The folder that a download goes to, and is found in afterwards: `chosen`, or $INKLING_DATA where
 * it is set, or the user's data folder. Errors: there is no such folder, nor a place for one.
 */
bool mnist_home(const char *chosen, Path *folder, Err *err);

/** What data from files with MNIST's names are called: "MNIST" where they are, or "other data". */
const char *mnist_name(bool other);

/** Find and load. mnist is zeroed on errors: those of mnist_find() and idx_load(). Any thread. */
bool mnist_load(Mnist *mnist, const char *chosen, Err *err);

/** Release the images; mnist is zeroed then. NULL is allowed. */
void mnist_free(Mnist *mnist);

#endif
