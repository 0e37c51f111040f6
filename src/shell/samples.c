/* What the panel shows of the training data. */
#include "shell/samples.h"

#include <stdio.h>
#include <stdlib.h>

#include "train/generate.h"

enum { ROWS = 10, COLUMNS = 20, TILES = ROWS * COLUMNS };

/* An empty wall of ROWS x COLUMNS. */
static bool begin(Panel *panel, Err *err)
{
    free(panel->tile);
    free(panel->image);
    panel->tile = calloc(TILES, sizeof *panel->tile);
    panel->image = calloc(TILES, sizeof *panel->image);
    panel->wall = (Wall){.tile = panel->tile, .columns = COLUMNS, .marked = panel->wall.marked};
    if (!panel->tile || !panel->image) {
        return err_set(err, "There is not enough memory to show samples.");
    }
    for (int i = 0; i < TILES; i++) {
        panel->tile[i].level = panel->image[i].cell;
    }
    panel->wall.tiles = TILES;
    return true;
}

/* Neighbours are of one form, or of the next. Where there are more than fit, they take turns. */
static int form_in(int label, int column, uint64_t seed)
{
    int forms = generate_forms(label);
    if (forms <= COLUMNS) {
        return column * forms / COLUMNS;
    }
    return (int)((seed * COLUMNS + (uint64_t)column) % (uint64_t)forms);
}

static bool write_digit(int label, int form, Preparation preparation, Rng *rng, Sheet *image,
                        Err *err)
{
    Drawing drawing;
    bool ok = generate_drawing(&drawing, label, form, rng, err) &&
              normalise_drawing(&drawing, preparation, image, err);
    drawing_free(&drawing);
    return ok;
}

bool samples_strokes(Shell *shell, Err *err)
{
    Panel *panel = &shell->panel;
    Rng rng;
    rng_init(&rng, panel->seed);
    if (!begin(panel, err)) {
        return false;
    }
    for (int i = 0; i < TILES; i++) {
        int label = i / COLUMNS, form = form_in(label, i % COLUMNS, panel->seed);
        if (!write_digit(label, form, shell->lab->preparation, &rng, &panel->image[i], err)) {
            panel->wall.tiles = i;
            return false;
        }
        snprintf(panel->tile[i].caption, sizeof panel->tile[i].caption, "%d, %s", label,
                 generate_form_name(label, form));
    }
    return true;
}

/* An image of that digit by chance; false where there is none. */
static bool choose_image(const Dataset *data, int label, Rng *rng, Sheet *image)
{
    int from = rng_below(rng, SDL_max(data->images, 1));
    for (int tried = 0; tried < data->images; tried++) {
        int i = (from + tried) % data->images;
        if (data->label[i] == label) {
            dataset_levels(data, i, image->cell);
            return true;
        }
    }
    return false;
}

/* The image that the first tile of a row has, changed at random. */
static void augment_tile(const Sheet *from, const Augment *augment, Rng *rng, Sheet *image)
{
    NetInputRoom before, after;
    NetInput input = net_input(from->cell, &before);
    NetInput changed = augment_image(augment, &input, rng, &after);
    for (int i = 0; i < changed.count; i++) {
        image->cell[changed.cell[i]] = changed.level[i];
    }
}

bool samples_augmented(Shell *shell, Err *err)
{
    Panel *panel = &shell->panel;
    Augment augment = train_config_default().augment;
    Rng rng;
    rng_init(&rng, panel->seed);
    if (!begin(panel, err)) {
        return false;
    }
    for (int i = 0; i < TILES; i++) {
        int label = i / COLUMNS;
        Sheet *first = &panel->image[label * COLUMNS];
        WallTile *tile = &panel->tile[i];
        if (i % COLUMNS != 0) {
            augment_tile(first, &augment, &rng, &panel->image[i]);
        } else if (!choose_image(&shell->lab->mix.train, label, &rng, first) &&
                   !write_digit(label, rng_below(&rng, generate_forms(label)),
                                shell->lab->preparation, &rng, first, err)) {
            panel->wall.tiles = i;
            return false;
        }
        tile->frame = i % COLUMNS == 0 ? WALL_FRAMED : WALL_PLAIN;
        snprintf(tile->caption, sizeof tile->caption,
                 i % COLUMNS == 0 ? "%d, as it is" : "%d, changed at random", label);
    }
    return true;
}
