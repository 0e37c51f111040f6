/* MNIST, or what is in its place: loading it from IDX or CSV, of a folder or an archive. */
#include "train/mnist.h"

#include <assert.h>
#include <libdeflate.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "train/bundle.h"
#include "train/csv.h"
#include "train/digit_files.h"
#include "train/idx.h"
#include "train/team.h"
#include "train/turn.h"

enum { CSV_BYTES = 1 << 30, TEST_PART = 7 /* of images, one of so many is kept for the test */ };

/* How often each digit is in Kaggle's train.csv, which are 42,000 images of MNIST. */
static const int KAGGLE[NET_OUTPUTS] = {4132, 4684, 4177, 4351, 4072, 3795, 4137, 4401, 4063, 4188};

/* A part of the data, and what comes of it. */
typedef struct DataPart {
    const Bundle *bundle;
    int images, labels; /* files of it; CSV has no file of labels, and -1 for both is no part */
    bool mirrored;
    uint32_t images_crc, labels_crc; /* of MNIST's */
    Dataset *data;
    bool ok, real; /* it is MNIST's */
    Err err;
} DataPart;

/* A file of a bundle, and what it is called. */
typedef struct PartFile {
    char name[ERR_TEXT_MAX / 2];
    uint8_t *bytes;
    size_t size;
    uint32_t crc;
} PartFile;

static bool read_file(DataPart *part, int file, size_t most, PartFile *read)
{
    *read = (PartFile){0};
    bundle_print_name(part->bundle, file, read->name, sizeof read->name);
    return bundle_read(part->bundle, file, most, &read->bytes, &read->size, &read->crc, &part->err);
}

static void load_idx(DataPart *part)
{
    PartFile images = {0}, labels = {0};
    part->ok =
        read_file(part, part->images, IDX_FILE_BYTES, &images) &&
        read_file(part, part->labels, IDX_FILE_BYTES, &labels) &&
        idx_parse(part->data, &(IdxFile){images.name, images.bytes, images.size},
                  &(IdxFile){labels.name, labels.bytes, labels.size}, part->mirrored, &part->err);
    part->real = images.crc == part->images_crc && labels.crc == part->labels_crc;
    free(labels.bytes);
    free(images.bytes);
}

/* The sum that an IDX file of these would have. */
static uint32_t crc_as_idx(const uint8_t *things, size_t each, int count)
{
    uint32_t field[] = {each == 1 ? 0x801 : 0x803, (uint32_t)count, 28, 28}, crc = 0;
    for (int i = 0; i < (each == 1 ? 2 : 4); i++) {
        uint8_t bytes[] = {(uint8_t)(field[i] >> 24), (uint8_t)(field[i] >> 16),
                           (uint8_t)(field[i] >> 8), (uint8_t)field[i]};
        crc = libdeflate_crc32(crc, bytes, sizeof bytes);
    }
    return libdeflate_crc32(crc, things, each * (size_t)count);
}

static bool is_kaggle(const CsvImages *csv)
{
    int count[NET_OUTPUTS] = {0};
    for (int i = 0; i < csv->images; i++) {
        count[csv->label[i]]++;
    }
    return memcmp(count, KAGGLE, sizeof count) == 0;
}

/* Without labels there is no data, and nothing wrong. */
static void load_csv(DataPart *part)
{
    PartFile file;
    CsvImages csv = {0};
    part->ok = read_file(part, part->images, CSV_BYTES, &file) &&
               csv_parse(&csv, (const char *)file.bytes, file.size, file.name, &part->err);
    free(file.bytes);
    if (part->ok && csv.label) {
        part->real =
            is_kaggle(&csv) || (crc_as_idx(csv.level, NET_INPUTS, csv.images) == part->images_crc &&
                                crc_as_idx(csv.label, 1, csv.images) == part->labels_crc);
        if (part->mirrored && turn_is_due(csv.level, csv.label, csv.images)) {
            turn_images(csv.level, csv.images);
        }
        part->ok = dataset_make(part->data, csv.images, csv.level, csv.label, &part->err);
    }
    csv_free(&csv);
}

static void *load_part(void *argument)
{
    DataPart *part = argument;
    part->ok = true;
    if (part->labels >= 0) {
        load_idx(part);
    } else if (part->images >= 0) {
        load_csv(part);
    }
    return NULL;
}

/* What has labels alone is there to train on. */
static bool settle(Mnist *mnist, const DataPart *train, const DataPart *test, Err *err)
{
    if (!train->ok || !test->ok) {
        *err = train->ok ? test->err : train->err;
        return false;
    }
    bool parts = train->images >= 0 && test->images >= 0 && mnist->test.images > 0;
    mnist->other = !train->real || (parts && !test->real);
    if (mnist->train.images == 0) {
        char name[ERR_TEXT_MAX / 2];
        bundle_print_name(train->bundle, train->images, name, sizeof name);
        return err_set_code(err, ERR_FOREIGN,
                            "%s has no labels, which its first column would be: there is nothing "
                            "to train or to measure with; Kaggle's train.csv has them.",
                            name);
    }
    return true;
}

static bool load_files(Mnist *mnist, const Bundle *bundle, const DigitFiles *files, Err *err)
{
    const MnistFile *real = mnist_files();
    const int *file = files->file;
    bool idx = file[DIGIT_TRAIN_IMAGES] >= 0;
    DataPart train = {bundle,
                      idx                          ? file[DIGIT_TRAIN_IMAGES]
                      : file[DIGIT_TRAIN_CSV] >= 0 ? file[DIGIT_TRAIN_CSV]
                                                   : file[DIGIT_TEST_CSV],
                      file[DIGIT_TRAIN_LABELS],
                      files->mirrored,
                      real[0].crc,
                      real[1].crc,
                      &mnist->train,
                      .ok = false};
    DataPart test = {bundle,
                     idx ? file[DIGIT_TEST_IMAGES] : file[DIGIT_TEST_CSV],
                     file[DIGIT_TEST_LABELS],
                     files->mirrored,
                     real[2].crc,
                     real[3].crc,
                     &mnist->test,
                     .ok = false};
    test.images = test.images == train.images ? -1 : test.images;
    team_both(load_part, &train, &test);
    return settle(mnist, &train, &test, err);
}

bool mnist_load(Mnist *mnist, const char *chosen, Err *err)
{
    Bundle bundle;
    DigitFiles files;
    *mnist = (Mnist){0};
    if (!mnist_find(chosen, &mnist->folder, err) ||
        !bundle_open(&bundle, mnist->folder.text, err)) {
        return false;
    }
    bool ok = (digit_files_choose(&files, bundle.name, bundle.names) ||
               mnist_refuse(&bundle, &files, err)) &&
              load_files(mnist, &bundle, &files, err);
    bundle_free(&bundle);
    if (!ok) {
        mnist_free(mnist);
    }
    return ok;
}

/* Images `first`, and from there every seventh or all but those. */
static bool pick(Dataset *to, const Dataset *from, bool seventh, Err *err)
{
    const Dataset *const source[] = {from};
    DatasetPick *picks = malloc((size_t)from->images * sizeof *picks);
    int count = 0;
    for (int i = 0; picks && i < from->images; i++) {
        if ((i % TEST_PART == TEST_PART - 1) == seventh) {
            picks[count++] = (DatasetPick){0, i};
        }
    }
    bool ok = picks ? dataset_gather(to, source, picks, count, err)
                    : err_set_code(err, ERR_NO_MEMORY,
                                   "There is not enough memory for the images: close other "
                                   "programs.");
    free(picks);
    return ok;
}

bool mnist_part(Mnist *mnist, Err *err)
{
    Dataset all = mnist->train;
    assert(mnist->test.images == 0);
    if (all.images < TEST_PART) {
        return err_set_code(err, ERR_VALUE,
                            "The %d images in %s are too few to keep some for the test: %d at "
                            "least are needed.",
                            all.images, mnist->folder.text, TEST_PART);
    }
    mnist->train = (Dataset){0};
    bool ok = pick(&mnist->train, &all, false, err) && pick(&mnist->test, &all, true, err);
    dataset_free(&all);
    if (!ok) {
        mnist_free(mnist);
    }
    return ok;
}

void mnist_free(Mnist *mnist)
{
    if (mnist) {
        dataset_free(&mnist->train);
        dataset_free(&mnist->test);
        *mnist = (Mnist){0};
    }
}
