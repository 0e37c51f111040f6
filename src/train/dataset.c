/* Labelled images, kept as lists of the cells that have ink. */
#include "train/dataset.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/sys.h"
#include "train/team.h"

void dataset_free(Dataset *data)
{
    if (data) {
        free(data->label);
        free(data->start);
        free(data->cell);
        free(data->level);
        *data = (Dataset){0};
    }
}

/* Images that one thread lists. */
typedef struct Share {
    Dataset *data;
    const uint8_t *level; /* of all the images */
    int first, end;
} Share;

static uint32_t count_inked(const uint8_t level[NET_INPUTS])
{
    uint16_t count = 0; /* a narrow sum, for more of them fit a vector */
    static_assert(NET_INPUTS <= UINT16_MAX, "the cells of an image can be counted");
    for (int i = 0; i < NET_INPUTS; i++) {
        count = (uint16_t)(count + (level[i] != 0));
    }
    return count;
}

/* How many entries each image has, at the place where the next one's start will be. */
static void *count_share(void *argument)
{
    const Share *share = argument;
    for (int i = share->first; i < share->end; i++) {
        share->data->start[i + 1] = count_inked(share->level + (size_t)i * NET_INPUTS);
    }
    return NULL;
}

static void *list_share(void *argument)
{
    const Share *share = argument;
    NetInputRoom room;
    for (int i = share->first; i < share->end; i++) {
        NetInput image = net_input(share->level + (size_t)i * NET_INPUTS, &room);
        size_t at = share->data->start[i];
        memcpy(share->data->cell + at, image.cell, (size_t)image.count * sizeof *image.cell);
        memcpy(share->data->level + at, image.level, (size_t)image.count);
    }
    return NULL;
}

static bool no_memory(Dataset *data, Err *err)
{
    dataset_free(data);
    return err_set_code(err, ERR_NO_MEMORY,
                        "There is not enough memory for the images: close other programs.");
}

/* Room for so many images; data is zeroed where there is none. */
static bool make_images(Dataset *data, int images, Err *err)
{
    *data = (Dataset){
        .images = images,
        .label = malloc((size_t)images),
        .start = malloc(((size_t)images + 1) * sizeof *data->start),
    };
    return (data->label && data->start) || no_memory(data, err);
}

/* Room for so many inked cells in all; data is zeroed where there is none. */
static bool make_entries(Dataset *data, size_t entries, Err *err)
{
    data->cell =
        sys_alloc_large(entries * sizeof *data->cell + 1); /* all the images may be empty */
    data->level = sys_alloc_large(entries + 1);
    return (data->cell && data->level) || no_memory(data, err);
}

bool dataset_make(Dataset *data, int images, const uint8_t *level, const uint8_t *label, Err *err)
{
    assert(images >= 1 && (size_t)images <= UINT32_MAX / NET_INPUTS);
    if (!make_images(data, images, err)) {
        return false;
    }
    memcpy(data->label, label, (size_t)images);
    Share lower = {data, level, 0, images / 2}, upper = {data, level, images / 2, images};
    team_both(count_share, &lower, &upper);
    data->start[0] = 0;
    for (int i = 0; i < images; i++) {
        assert(label[i] <= NET_NO_DIGIT);
        data->start[i + 1] += data->start[i];
    }
    if (!make_entries(data, data->start[images], err)) {
        return false;
    }
    team_both(list_share, &lower, &upper);
    return true;
}

bool dataset_gather(Dataset *to, const Dataset *const *from, const DatasetPick *pick, int picks,
                    Err *err)
{
    size_t entries = 0;
    for (int i = 0; i < picks; i++) {
        const uint32_t *start = from[pick[i].source]->start + pick[i].image;
        entries += start[1] - start[0];
    }
    assert(picks >= 1 && entries <= UINT32_MAX);
    if (!make_images(to, picks, err) || !make_entries(to, entries, err)) {
        return false;
    }
    uint32_t at = 0;
    for (int i = 0; i < picks; i++) {
        NetInput image = dataset_input(from[pick[i].source], pick[i].image);
        memcpy(to->cell + at, image.cell, (size_t)image.count * sizeof *image.cell);
        memcpy(to->level + at, image.level, (size_t)image.count);
        to->label[i] = from[pick[i].source]->label[pick[i].image];
        to->start[i] = at;
        at += (uint32_t)image.count;
    }
    to->start[picks] = at;
    return true;
}

bool dataset_part(Dataset *to, const Dataset *from, int first, int count, Err *err)
{
    assert(count >= 1 && first >= 0 && first + count <= from->images);
    uint32_t skipped = from->start[first];
    size_t entries = from->start[first + count] - skipped;
    if (!make_images(to, count, err) || !make_entries(to, entries, err)) {
        return false;
    }
    for (int i = 0; i <= count; i++) {
        to->start[i] = from->start[first + i] - skipped;
    }
    memcpy(to->label, from->label + first, (size_t)count);
    memcpy(to->cell, from->cell + skipped, entries * sizeof *to->cell);
    memcpy(to->level, from->level + skipped, entries);
    return true;
}

/* Images on their way from one data set to their levels, prepared. */
typedef struct Preparing {
    const Dataset *from;
    Preparation preparation;
    int workers;
    uint8_t *level;
} Preparing;

static void prepare_share(void *context, int worker)
{
    const Preparing *job = context;
    int64_t images = job->from->images;
    int first = (int)(images * worker / job->workers);
    int end = (int)(images * (worker + 1) / job->workers);
    for (int i = first; i < end; i++) {
        Sheet image, input;
        dataset_levels(job->from, i, image.cell);
        normalise_image(&image, job->preparation, &input);
        memcpy(job->level + (size_t)i * NET_INPUTS, input.cell, NET_INPUTS);
    }
}

bool dataset_prepare(Dataset *to, const Dataset *from, Preparation preparation, int threads,
                     Err *err)
{
    bool ok = false;
    *to = (Dataset){0};
    Preparing job = {from, preparation, threads, malloc((size_t)from->images * NET_INPUTS)};
    Team *team = NULL;
    if (!job.level) {
        err_set_code(err, ERR_NO_MEMORY,
                     "There is not enough memory for the images: close other programs.");
        goto done;
    }
    team = team_create(threads, false, err);
    if (!team) {
        goto done;
    }
    team_run(team, prepare_share, &job);
    ok = dataset_make(to, from->images, job.level, from->label, err);
done:
    team_destroy(team);
    free(job.level);
    return ok;
}

NetInput dataset_input(const Dataset *data, int i)
{
    assert(i >= 0 && i < data->images);
    uint32_t first = data->start[i];
    return (NetInput){(int)(data->start[i + 1] - first), data->cell + first, data->level + first};
}

void dataset_levels(const Dataset *data, int i, uint8_t level[NET_INPUTS])
{
    NetInput image = dataset_input(data, i);
    memset(level, 0, NET_INPUTS);
    for (int k = 0; k < image.count; k++) {
        level[image.cell[k]] = image.level[k];
    }
}
