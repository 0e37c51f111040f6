/* The images of the view Data and the answers to them. */
#include "views/data/data_images.h"

#include <stdlib.h>
#include <string.h>

#include "lab/models.h"
#include "train/generate.h"

enum {
    STROKES = 500,
    STROKES_SEED = 0x57A0, /* none that is trained on */
    STEP_IMAGES = 32,      /* between two looks at the clock */
    TRAINING_PAUSE_MS =
        1000, /* from one review to the next while the weights change all the time */
    TELL_MS = 100,
};

const Dataset *data_images(const DataView *view)
{
    const DataSeen *seen = &view->seen;
    /* The mix may have been released since it was looked at. */
    return seen->data && seen->data->label == seen->label ? seen->data : NULL;
}

const Review *data_review(const DataView *view)
{
    return !data_images(view)  ? NULL
           : view->review.data ? &view->review
           : view->next.data   ? &view->next
                               : NULL;
}

const ReviewAnswer *data_answer(const DataView *view, int image)
{
    const Review *review = data_review(view);
    return review && image < review->done ? &review->answer[image] : NULL;
}

void data_images_free(DataView *view)
{
    review_free(&view->review);
    review_free(&view->next);
    dataset_free(&view->made);
    free(view->image);
    free(view->spare);
    view->image = view->spare = NULL;
    view->images = view->wall.tiles = 0;
    view->confusion = (Confusion){0};
    view->seen = (DataSeen){0};
    view->stale = false;
}

/* What there is to look at now; without data where the images are still to be made. */
static DataSeen look(const DataView *view)
{
    DataSeen now = {.looked = true, .preparation = model_preparation(&view->lab->model)};
    if (view->source == IMAGES_TEST || view->source == IMAGES_TRAIN) {
        now.data = view->source == IMAGES_TEST ? &view->lab->mix.test : &view->lab->mix.train;
        now.mix = view->lab->loaded;
        now.revision = view->lab->own_loaded;
        now.preparation = view->lab->loaded.preparation;
    } else if (view->source == IMAGES_MINE) {
        now.revision = view->lab->mine.revision;
    }
    now.label = now.data ? now.data->label : NULL;
    return now;
}

static bool is_same(const DataSeen *a, const DataSeen *b)
{
    return a->looked == b->looked && mix_config_equal(&a->mix, &b->mix) &&
           a->revision == b->revision && a->preparation == b->preparation;
}

/* Whether the count of the user's digits has prepared them all. */
static bool mine_are_ready(const DataView *view)
{
    const Reading *reading = &view->lab->mine.reading;
    return view->lab->mine.own.digits.digits > 0 &&
           reading->prepared == view->lab->mine.own.digits.digits &&
           reading->preparation == model_preparation(&view->lab->model);
}

static bool gather_mine(const DataView *view, Dataset *made, Err *err)
{
    const Digits *digits = &view->lab->mine.own.digits;
    const Reading *reading = &view->lab->mine.reading;
    if (!mine_are_ready(view)) {
        return true; /* later */
    }
    uint8_t *label = malloc((size_t)digits->digits);
    if (!label) {
        return err_set(err, "There is not enough memory to show your digits.");
    }
    for (int i = 0; i < digits->digits; i++) {
        label[i] = (uint8_t)digits->digit[i].label;
    }
    bool ok = dataset_make(made, digits->digits, reading->input->cell, label, err);
    free(label);
    return ok;
}

/* The images that are of this view alone. */
static bool make_images(DataView *view, DataSeen *now, Err *err)
{
    Dataset *made = &view->made;
    bool ok = view->source == IMAGES_MINE
                  ? gather_mine(view, made, err)
                  : generate_dataset(made, STROKES, 0.0f, now->preparation, STROKES_SEED, 1, err);
    if (made->images > 0) {
        now->data = made;
        now->label = made->label;
    }
    return ok;
}

static bool make_list(DataView *view, Err *err)
{
    size_t images = (size_t)view->seen.data->images;
    view->image = malloc(images * sizeof *view->image);
    view->spare = malloc(images * sizeof *view->spare);
    return (view->image && view->spare) ||
           err_set(err, "There is not enough memory to show the images.");
}

/* Take images that were not there when they were looked at last. */
static void take(DataView *view, DataSeen now)
{
    Err err;
    bool own = view->source == IMAGES_STROKES || view->source == IMAGES_MINE;
    data_images_free(view);
    bool ok = !own || make_images(view, &now, &err);
    if (now.data && now.data->images == 0) {
        now.data = NULL;
    }
    view->seen = now;
    if (now.data) {
        ok = make_list(view, &err);
        view->stale = ok;
    }
    if (!ok) {
        data_images_free(view);
        view->seen = now;
        view->seen.data = NULL; /* until there are others */
        tell(view->shell, true, ACTION_NONE, err.text);
    }
    data_images_list(view);
    shell_redraw(view->shell);
}

static void find_images(DataView *view)
{
    const DataSeen *seen = &view->seen;
    DataSeen now = look(view);
    bool ready = view->source == IMAGES_MINE && !seen->data && mine_are_ready(view);
    bool moved = now.data && now.label != seen->label;
    if (!is_same(&now, seen) || moved || ready) {
        take(view, now);
    }
}

/* Whether the weights on show are not those that were asked last. */
static bool weights_differ(const DataView *view)
{
    const Review *last = view->next.data ? &view->next : &view->review;
    return !last->data || last->cost != view->lab->model.info.cost ||
           view->net_version != view->lab->net_version;
}

static int wait_ms(const DataView *view)
{
    Uint64 over = view->begun_ms + TRAINING_PAUSE_MS, now = SDL_GetTicks64();
    bool waits = view->review.data && view->lab->stats.phase == TRAIN_RUNNING && over > now;
    return waits ? (int)(over - now) : 0;
}

static void begin(DataView *view)
{
    Err err;
    view->stale = false;
    view->begun_ms = view->told_ms = SDL_GetTicks64();
    view->net_version = view->lab->net_version;
    bool ok = review_make(&view->next, &view->lab->model.net, view->lab->model.info.cost,
                          view->seen.data, &err);
    tell_unless(view->shell, ok, &err);
    if (!view->review.data) {
        data_images_list(view);
    }
}

static void end(DataView *view)
{
    review_free(&view->review);
    view->review = view->next;
    view->next = (Review){0};
    review_count(&view->review, &view->confusion);
    data_images_list(view);
    shell_redraw(view->shell);
}

static void go_on(DataView *view)
{
    Slice slice = slice_begin();
    do {
        review_go_on(&view->next, STEP_IMAGES);
    } while (!review_is_done(&view->next) && slice_goes_on(&slice));
    if (review_is_done(&view->next)) {
        end(view);
    } else if (SDL_GetTicks64() - view->told_ms >= TELL_MS) {
        view->told_ms = SDL_GetTicks64();
        shell_redraw(view->shell);
    }
}

void data_images_work(void *self)
{
    DataView *view = self;
    find_images(view);
    if (!data_images(view)) {
        return;
    }
    if (view->answers != view->lab->answers) {
        view->answers = view->lab->answers;
        view->stale = view->stale || weights_differ(view);
    }
    if (view->stale && !view->next.data && wait_ms(view) == 0) {
        begin(view);
    }
    if (view->next.data) {
        go_on(view);
    }
}

int data_images_sleep_ms(const void *self)
{
    const DataView *view = self;
    return view->next.data ? 0 : view->stale ? wait_ms(view) : -1;
}

/* Where an image is on the wall; -1 for nowhere. */
static int find_tile(const DataView *view, int image)
{
    for (int tile = 0; tile < view->images; tile++) {
        if (view->image[tile] == image) {
            return tile;
        }
    }
    return -1;
}

void data_images_list(DataView *view)
{
    const Review *review = data_review(view);
    int marked = data_images_marked(view);
    view->images = 0;
    if (review) {
        view->images = review_list(review, &view->filter, view->image, view->spare);
    }
    view->wall.tiles = view->images;
    int tile = find_tile(view, marked);
    view->wall.marked = tile >= 0 ? tile : SDL_min(SDL_max(view->wall.marked, 0), view->images - 1);
    shell_redraw(view->shell);
}

int data_images_marked(const DataView *view)
{
    int tile = view->wall.marked;
    return data_images(view) && tile >= 0 && tile < view->images ? view->image[tile] : -1;
}

void data_images_mark(DataView *view, int image)
{
    int tile = find_tile(view, image);
    if (tile >= 0) {
        wall_mark(&view->wall, &view->places, tile);
    }
}

int data_images_draw(DataView *view, int digit)
{
    const Dataset *data = data_images(view);
    if (!data || (digit == CONFUSION_ALL && view->images == 0)) {
        return -1;
    }
    if (digit == CONFUSION_ALL) {
        return view->image[rng_below(&view->rng, view->images)];
    }
    int from = rng_below(&view->rng, data->images);
    for (int tried = 0; tried < data->images; tried++) {
        int image = (from + tried) % data->images;
        if (data->label[image] == digit) {
            return image;
        }
    }
    return -1;
}
