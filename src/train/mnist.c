/* The four files of MNIST: where they may lie, how their names are spelled, and loading them. */
#include "train/mnist.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/config.h"
#include "train/idx.h"
#include "train/team.h"

/* In the order of mnist_files(). */
enum { TRAIN_IMAGES, TRAIN_LABELS, TEST_IMAGES, TEST_LABELS };

enum { NAME_MAX_BYTES = 64, PLACES_MAX = 3 };

/* Source: the SHA-256 sums are those of the copies in common use, torchvision's among them.
 * Of the files unpacked a CRC-32 is enough, at a tenth of the time: nobody gains by a forgery, and
 * by chance other data have all four once in 2^128. */
static const MnistFile FILES[MNIST_FILES] = {
    {"train-images-idx3-ubyte.gz", 9912422,
     "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609", 0xe9f4d8b3},
    {"train-labels-idx1-ubyte.gz", 28881,
     "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c", 0xe0cb4ad2},
    {"t10k-images-idx3-ubyte.gz", 1648877,
     "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6", 0x91373bdf},
    {"t10k-labels-idx1-ubyte.gz", 4542,
     "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6", 0x4ab9eff9},
};

const MnistFile *mnist_files(void)
{
    return FILES;
}

/* The name without ".gz"; `mark` stands before "idx". */
static void spell(const MnistFile *file, char mark, char name[NAME_MAX_BYTES])
{
    snprintf(name, NAME_MAX_BYTES, "%.*s", (int)(strlen(file->name) - strlen(".gz")), file->name);
    char *idx = strstr(name, "-idx");
    assert(idx);
    *idx = mark;
}

static bool is_file(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISREG(info.st_mode);
}

/* `name`, .gz or plain, in `folder`. A download is found before a damaged file that it replaces. */
static bool find_name(const char *folder, const char *name, Path *path)
{
    char packed[NAME_MAX_BYTES];
    snprintf(packed, sizeof packed, "%s.gz", name);
    return (path_join(path, folder, packed) && is_file(path->text)) ||
           (path_join(path, folder, name) && is_file(path->text));
}

static bool find_file(const char *folder, const MnistFile *file, Path *path)
{
    for (const char *mark = "-."; *mark; mark++) {
        char name[NAME_MAX_BYTES];
        Path inner;
        spell(file, *mark, name);
        if (find_name(folder, name, path) ||
            (path_join(&inner, folder, name) && find_name(inner.text, name, path))) {
            return true;
        }
    }
    return false;
}

/* The first of the four files that is not in the folder; NULL where all are. */
static const MnistFile *missing_file(const char *folder)
{
    Path path;
    for (int i = 0; i < MNIST_FILES; i++) {
        if (!find_file(folder, &FILES[i], &path)) {
            return &FILES[i];
        }
    }
    return NULL;
}

/* The folder that somebody named, and none but that. */
static bool find_chosen(const char *chosen, Path *folder, Err *err)
{
    if (!path_is_folder(chosen)) {
        return err_set_code(err, ERR_MISSING, "There is no folder %s to read MNIST from.", chosen);
    }
    const MnistFile *missing = missing_file(chosen);
    if (missing) {
        return err_set_code(err, ERR_MISSING,
                            "The folder %s does not have all four files of MNIST: %s is missing.",
                            chosen, missing->name);
    }
    if (!path_join(folder, chosen, "")) {
        return err_set_code(err, ERR_VALUE,
                            "The name of the folder %.80s... is too long: choose a shorter one.",
                            chosen);
    }
    return true;
}

/* The places to search where nobody named one; returns how many. */
static int list_places(Path place[PLACES_MAX])
{
    Err none;
    int count = 0;
    count += path_join(&place[count], INKLING_SOURCE_DIR, "data/mnist");
    count += path_user("mnist", &place[count], &none);
    count += path_join(&place[count], INKLING_DATA_DIR, "mnist");
    return count;
}

/* The folder that the user named, on the command line or in the environment; NULL for none. */
static const char *named(const char *chosen)
{
    const char *set = getenv("INKLING_DATA");
    return chosen ? chosen : set && *set ? set : NULL;
}

bool mnist_home(const char *chosen, Path *folder, Err *err)
{
    const char *name = named(chosen);
    if (!name) {
        return path_user("mnist", folder, err);
    }
    return path_join(folder, name, "") ||
           err_set_code(err, ERR_VALUE,
                        "The name of the folder %.80s... is too long: choose a shorter one.", name);
}

bool mnist_find(const char *chosen, Path *folder, Err *err)
{
    Path place[PLACES_MAX];
    const char *name = named(chosen);
    folder->text[0] = 0;
    if (name) {
        return find_chosen(name, folder, err);
    }
    int count = list_places(place);
    for (int i = 0; i < count; i++) {
        if (!missing_file(place[i].text)) {
            *folder = place[i];
            return true;
        }
    }
    err_set_code(err, ERR_MISSING,
                 "MNIST was not found: choose File > Get MNIST in the window, or name its folder "
                 "with --data. Looked in");
    for (int i = 0; i < count; i++) {
        size_t used = strlen(err->text);
        snprintf(err->text + used, sizeof err->text - used, "%s %s%s", i > 0 ? "," : "",
                 place[i].text, i == count - 1 ? "." : "");
    }
    return false;
}

/* A pair of files, and what comes of them. */
typedef struct Pair {
    const char *folder;
    int images, labels;
    Dataset *data;
    bool ok;
    IdxSums sums;
    Err err;
} Pair;

static void *load_pair(void *argument)
{
    Pair *pair = argument;
    Path images, labels;
    if (!find_file(pair->folder, &FILES[pair->images], &images) ||
        !find_file(pair->folder, &FILES[pair->labels], &labels)) {
        pair->ok = err_set_code(&pair->err, ERR_MISSING, "A file of MNIST has just gone from %s.",
                                pair->folder);
    } else {
        pair->ok = idx_load(pair->data, images.text, labels.text, &pair->sums, &pair->err);
    }
    return NULL;
}

static bool is_mnist(const Pair *pair)
{
    return pair->sums.images == FILES[pair->images].crc &&
           pair->sums.labels == FILES[pair->labels].crc;
}

const char *mnist_name(bool other)
{
    return other ? "other data" : "MNIST";
}

bool mnist_load(Mnist *mnist, const char *chosen, Err *err)
{
    *mnist = (Mnist){0};
    if (!mnist_find(chosen, &mnist->folder, err)) {
        return false;
    }
    Pair train = {mnist->folder.text, TRAIN_IMAGES, TRAIN_LABELS, &mnist->train, .ok = false};
    Pair test = {mnist->folder.text, TEST_IMAGES, TEST_LABELS, &mnist->test, .ok = false};
    team_both(load_pair, &train, &test);
    mnist->other = !is_mnist(&train) || !is_mnist(&test);
    if (!train.ok || !test.ok) {
        *err = train.ok ? test.err : train.err;
        mnist_free(mnist);
    }
    return train.ok && test.ok;
}

void mnist_free(Mnist *mnist)
{
    if (mnist) {
        dataset_free(&mnist->train);
        dataset_free(&mnist->test);
        *mnist = (Mnist){0};
    }
}
