/* Labelled images, kept as lists of the cells that have ink. */
#include "train/dataset.h"

#include <assert.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_IMAGES = 1024, FIRST_ENTRIES = 1 << 17 };

void dataset_free(Dataset *data)
{
    free(data->label);
    free(data->start);
    free(data->cell);
    free(data->level);
    *data = (Dataset){0};
}

static size_t entries(const Dataset *data)
{
    return data->images > 0 ? data->start[data->images] : 0;
}

static bool make_image_room(Dataset *data)
{
    if (data->images < data->image_room) {
        return true;
    }
    if (data->image_room > INT_MAX / 2) {
        return false;
    }
    int room = data->image_room > 0 ? data->image_room * 2 : FIRST_IMAGES;
    uint8_t *label = realloc(data->label, (size_t)room);
    data->label = label ? label : data->label;
    uint32_t *start = realloc(data->start, ((size_t)room + 1) * sizeof *start);
    data->start = start ? start : data->start;
    if (!label || !start) {
        return false;
    }
    data->image_room = room;
    return true;
}

static bool make_entry_room(Dataset *data, size_t needed)
{
    if (data->entry_room > 0 && needed <= data->entry_room) {
        return true;
    }
    size_t room = data->entry_room > 0 ? data->entry_room * 2 : FIRST_ENTRIES;
    uint16_t *cell = realloc(data->cell, room * sizeof *cell);
    data->cell = cell ? cell : data->cell;
    uint8_t *level = realloc(data->level, room);
    data->level = level ? level : data->level;
    if (!cell || !level) {
        return false;
    }
    data->entry_room = room;
    return true;
}

bool dataset_add(Dataset *data, const uint8_t level[NET_INPUTS], int label, Err *err)
{
    assert(label >= 0 && label < NET_OUTPUTS);
    NetInputRoom room;
    NetInput image = net_input(level, &room);
    size_t first = entries(data), end = first + (size_t)image.count;
    if (end > UINT32_MAX) {
        return err_set(err, "The images are too many: they have more than four thousand million "
                            "inked cells.");
    }
    if (!make_image_room(data) || !make_entry_room(data, end)) {
        return err_set(err, "There is not enough memory for the images: close other programs.");
    }
    memcpy(data->cell + first, image.cell, (size_t)image.count * sizeof *image.cell);
    memcpy(data->level + first, image.level, (size_t)image.count);
    data->label[data->images] = (uint8_t)label;
    data->start[data->images] = (uint32_t)first;
    data->start[++data->images] = (uint32_t)end;
    return true;
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
