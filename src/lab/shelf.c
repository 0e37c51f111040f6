/* The shelf: networks that were trained and have left the show. */
#include "lab/shelf.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* How much better another one reads that is clearly better: a larger one has to, a little. */
enum { CLEARLY_PERCENT = 1, CLEARLY_IF_LARGER_PERCENT = 10 };

bool shelf_make(Shelf *shelf, Err *err)
{
    *shelf = (Shelf){.entry = calloc(SHELF_MOST + 1, sizeof *shelf->entry)};
    return shelf->entry || err_set(err, "There is not enough memory to keep networks.");
}

void shelf_free(Shelf *shelf)
{
    for (int i = 0; i < shelf->count; i++) {
        model_free(&shelf->entry[i].model);
    }
    free(shelf->entry);
    *shelf = (Shelf){0};
}

static bool is_better(const Model *other, const Model *model)
{
    int percent =
        other->net.floats > model->net.floats ? CLEARLY_IF_LARGER_PERCENT : CLEARLY_PERCENT;
    double gained = other->info.test_accuracy - model->info.test_accuracy;
    return other->info.tested && model->info.tested && 100.0 * gained >= percent;
}

bool shelf_has_better(const Shelf *shelf, const Model *model)
{
    bool found = false;
    for (int i = 0; i < shelf->count; i++) {
        found |= is_better(&shelf->entry[i].model, model);
    }
    return found;
}

static bool is_sound(const Shelf *shelf, const Model *model)
{
    bool of_file = *model->path.text || model_shipped(model) != SHIPPED_NONE;
    return model->info.tested ? !shelf_has_better(shelf, model) : of_file;
}

static ShelfEntry remove_entry(Shelf *shelf, int entry)
{
    ShelfEntry removed = shelf->entry[entry], *at = shelf->entry + entry;
    shelf->count--;
    shelf->revision++;
    memmove(at, at + 1, (size_t)(shelf->count - entry) * sizeof *at);
    return removed;
}

static void add_first(Shelf *shelf, const ShelfEntry *entry)
{
    memmove(shelf->entry + 1, shelf->entry, (size_t)shelf->count * sizeof *shelf->entry);
    shelf->entry[0] = *entry;
    shelf->count++;
    shelf->revision++;
}

/* The less there is to lose in it, the larger. */
static int rank(const Shelf *shelf, const Model *model)
{
    if (model->starts) {
        return -1;
    }
    return 4 * model->fresh + 2 * model->broken_off + !is_sound(shelf, model);
}

/* The oldest of those that there is the least to lose in. */
static void forget_one(Shelf *shelf)
{
    int least = shelf->count - 1;
    for (int i = least - 1; i >= 0; i--) {
        if (rank(shelf, &shelf->entry[i].model) > rank(shelf, &shelf->entry[least].model)) {
            least = i;
        }
    }
    ShelfEntry forgotten = remove_entry(shelf, least);
    model_free(&forgotten.model);
}

/* The newest from `entry` on that is, or is not, the same; -1 for none. */
static int find_same(const Shelf *shelf, int entry, const Model *model, bool same)
{
    while (entry < shelf->count && model_is_same(&shelf->entry[entry].model, model) != same) {
        entry++;
    }
    return entry < shelf->count ? entry : -1;
}

void shelf_put(Shelf *shelf, Model *model)
{
    ShelfEntry added = {.model = *model};
    int same = find_same(shelf, 0, model, true);
    *model = (Model){0};
    if (same >= 0) {
        ShelfEntry old = remove_entry(shelf, same);
        bool stays = added.model.broken_off && !old.model.broken_off;
        added.model.starts = old.model.starts = added.model.starts || old.model.starts;
        model_free(stays ? &added.model : &old.model);
        added = stays ? old : added;
    }
    add_first(shelf, &added);
    if (shelf->count > SHELF_MOST) {
        forget_one(shelf);
    }
}

void shelf_add_last(Shelf *shelf, const ShelfEntry *entry)
{
    assert(shelf->count < SHELF_MOST);
    shelf->entry[shelf->count++] = *entry;
    shelf->revision++;
}

bool shelf_keep(Shelf *shelf, const Model *model, Err *err)
{
    Model copy;
    if (!model_copy(&copy, model, err)) {
        return false;
    }
    shelf_put(shelf, &copy);
    return true;
}

Model shelf_take(Shelf *shelf, int entry)
{
    return remove_entry(shelf, entry).model;
}

int shelf_newest(const Shelf *shelf, const Model *shown)
{
    return find_same(shelf, 0, shown, false);
}

int shelf_newest_sound(const Shelf *shelf, const Model *shown)
{
    int entry = shelf_newest(shelf, shown);
    while (entry >= 0 && !is_sound(shelf, &shelf->entry[entry].model)) {
        entry = find_same(shelf, entry + 1, shown, false);
    }
    return entry;
}

Model *shelf_find(Shelf *shelf, const float *block)
{
    for (int i = 0; i < shelf->count; i++) {
        if (shelf->entry[i].model.net.block == block) {
            return &shelf->entry[i].model;
        }
    }
    return NULL;
}
