/* Whether digits are found in pictures of all kinds, and how well the networks that ship read
 * them. */
#include "bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/path.h"
#include "base/picture_file.h"
#include "cli/args.h"
#include "ink/found.h"
#include "nn/answer.h"
#include "staged.h"
#include "train/mnist.h"

enum {
    NETWORKS = 2,
    TILE = 84,  /* px of a picture on the sheet of those that were read wrong, and of its input */
    ACROSS = 8, /* pictures in a row of that sheet */
    DOWN = 12,
};

typedef struct PicturesOptions {
    const char *data, *kind, *sheet;
    int pictures;
    uint64_t seed;
    bool json;
} PicturesOptions;

typedef struct PictureReader {
    Net net;
    NetActs acts;
    Preparation preparation;
} PictureReader;

/* The digits to stage pictures of. */
typedef struct Source {
    Mnist mnist;
    Digits pens;
} Source;

/* Pictures that were read wrong. */
typedef struct Contact {
    uint8_t *rgb;
    int tiles;
} Contact;

/* Digits of a kind and of those the right ones, by network. */
typedef struct Score {
    int digits, right[NETWORKS];
} Score;

/* Whether there is a kind of that name; NULL stands for all. */
static bool is_kind(const char *name)
{
    bool known = name == NULL;
    for (int kind = 0; kind < STAGED_KINDS; kind++) {
        known = known || strcmp(name, staged_name((StagedKind)kind)) == 0;
    }
    return known;
}

static bool read_options(int argc, char **argv, PicturesOptions *options, Args *args, Err *err)
{
    const ArgOption option[] = {
        {"pictures", "N", "of each kind", .whole = &options->pictures},
        {"kind", "NAME", "only of this kind, as the table names it", .text = &options->kind},
        {"seed", "N", "of all that is random", .seed = &options->seed},
        {"data", "DIR", "where the four files of MNIST are", .text = &options->data},
        {"sheet", "FILE", "save the first that are read wrong, and their inputs, as PNG",
         .text = &options->sheet},
        {"json", NULL, "print one JSON object", .flag = &options->json},
    };
    const ArgForm form = {
        .usage = "./run bench-pictures [OPTION]... [STROKES[.gz]]",
        .about =
            "Stage pictures of digits on paper, ruled, in the shadow and so on, find the\n"
            "digits in them, and count how many both networks that ship read right. Half of\n"
            "the digits are drawn with a pen where a file of pen strokes is named; all others\n"
            "are test images of MNIST.",
        .option = option,
        .options = sizeof option / sizeof *option,
        .least = 0,
        .most = 1,
        .needs = "Name no more than one file of pen strokes.",
    };
    if (!args_parse(&form, argc, argv, args, err)) {
        return false;
    }
    if (!args->help && options->pictures < 1) {
        return err_set(err, "--pictures takes the number of pictures, not %d.", options->pictures);
    }
    return args->help || is_kind(options->kind) ||
           err_set(err, "--kind takes a name of the table, not '%s'.", options->kind);
}

static bool open_readers(PictureReader reader[NETWORKS], Err *err)
{
    Path large;
    NetInfo info;
    memset(reader, 0, NETWORKS * sizeof *reader);
    bool ok = path_shipped("784-256-128-10.safetensors", &large, err);
    const char *path[NETWORKS] = {NULL, large.text};
    for (int n = 0; ok && n < NETWORKS; n++) {
        ok = cli_load_model(path[n], &reader[n].net, &info, &reader[n].preparation, err) &&
             net_acts_make(&reader[n].acts, &reader[n].net.shape, err);
    }
    return ok;
}

static void close_readers(PictureReader reader[NETWORKS])
{
    for (int n = 0; n < NETWORKS; n++) {
        net_acts_free(&reader[n].acts);
        net_free(&reader[n].net);
    }
}

/* Digits for a picture, and what they are. */
static void choose(const Source *source, int digits, StagedDigit digit[STAGED_DIGITS],
                   int label[STAGED_DIGITS], Rng *rng)
{
    bool pens = source->pens.digits > 0 && rng_below(rng, 2) == 0;
    for (int i = 0; i < digits; i++) {
        digit[i] = (StagedDigit){.strokes = pens ? &source->pens : NULL};
        if (pens) {
            digit[i].digit = rng_below(rng, source->pens.digits);
            label[i] = source->pens.digit[digit[i].digit].label;
        } else {
            int image = rng_below(rng, source->mnist.test.images);
            dataset_levels(&source->mnist.test, image, digit[i].image.cell);
            label[i] = source->mnist.test.label[image];
        }
    }
}

/* Put a picture of 4 bytes a pixel, or levels of 1, into a tile. */
static void put_tile(uint8_t *rgb, int tile, const uint8_t *from, int bytes, int width, int height)
{
    float pitch = (float)(width > height ? width : height) / TILE;
    int left = tile % (2 * ACROSS) * TILE, top = tile / (2 * ACROSS) * TILE;
    for (int i = 0; i < TILE * TILE; i++) {
        int x = (int)((float)(i % TILE) * pitch), y = (int)((float)(i / TILE) * pitch);
        uint8_t *to = rgb + 3 * ((top + i / TILE) * 2 * ACROSS * TILE + left + i % TILE);
        for (int c = 0; c < 3 && x < width && y < height; c++) {
            const uint8_t *at = from + (size_t)bytes * (size_t)(y * width + x);
            to[c] = bytes == 1 ? *at : (uint8_t)((at[c] * at[3] + 90 * (255 - at[3])) / 255);
        }
    }
}

/* Found in one picture by one network: how many of its digits are right. */
static bool read_picture(PictureReader *reader, const Staged *staged, const int *label, int digits,
                         Found *found, int *right, Err *err)
{
    *right = 0;
    if (!found_in_picture(staged->rgba, staged->width, staged->height, reader->preparation, found,
                          err)) {
        return false;
    }
    for (int i = 0; found->count == digits && i < digits; i++) {
        const float *outputs =
            net_forward_levels(&reader->net, found->digit[i].input.cell, &reader->acts);
        *right += answer_of(outputs).digit == label[i];
    }
    return true;
}

static void show_wrong(Contact *contact, const Staged *staged, const Found *found)
{
    if (contact->rgb != NULL && contact->tiles < ACROSS * DOWN) {
        int tile = 2 * contact->tiles++;
        put_tile(contact->rgb, tile, staged->rgba, 4, staged->width, staged->height);
        if (found->count > 0) {
            put_tile(contact->rgb, tile + 1, found->digit[0].input.cell, 1, SHEET_SIDE, SHEET_SIDE);
        }
    }
}

static bool measure(const PicturesOptions *options, const Source *source, PictureReader *reader,
                    StagedKind kind, Contact *contact, Score *score, Err *err)
{
    Rng rng;
    Found *found = malloc(sizeof *found);
    bool ok = found != NULL ||
              err_set_code(err, ERR_NO_MEMORY, "There is not enough memory for the digits.");
    rng_init(&rng, options->seed + (uint64_t)kind);
    *score = (Score){0};
    for (int i = 0; ok && i < options->pictures; i++) {
        StagedDigit digit[STAGED_DIGITS];
        Staged staged = {0};
        int label[STAGED_DIGITS], digits = staged_digits(kind), right = 0;
        choose(source, digits, digit, label, &rng);
        ok = staged_make(&staged, kind, digit, &rng, err);
        for (int n = 0; ok && n < NETWORKS; n++) {
            ok = read_picture(&reader[n], &staged, label, digits, found, &right, err);
            score->right[n] += right;
        }
        score->digits += digits;
        if (ok && right < digits) {
            show_wrong(contact, &staged, found);
        }
        staged_free(&staged);
    }
    free(found);
    return ok;
}

static void print_text(StagedKind kind, const Score *score)
{
    printf("%-18s %7d", staged_name(kind), score->digits);
    for (int n = 0; n < NETWORKS; n++) {
        printf("  %6.2f %%", 100.0 * score->right[n] / score->digits);
    }
    printf("\n");
    fflush(stdout);
}

static void add_row(cJSON *rows, StagedKind kind, const Score *score)
{
    cJSON *row = cJSON_CreateObject();
    cJSON_AddStringToObject(row, "kind", staged_name(kind));
    cJSON_AddNumberToObject(row, "digits", score->digits);
    cJSON_AddNumberToObject(row, "default", (double)score->right[0] / score->digits);
    cJSON_AddNumberToObject(row, "large", (double)score->right[1] / score->digits);
    cJSON_AddItemToArray(rows, row);
}

static bool measure_all(const PicturesOptions *options, const Source *source, PictureReader *reader,
                        Contact *contact, Err *err)
{
    cJSON *line = cJSON_CreateObject(), *rows = cJSON_AddArrayToObject(line, "kinds");
    bool ok = true;
    if (!options->json) {
        printf("Kind                digits  default network, large network: right\n");
    }
    for (int kind = 0; ok && kind < STAGED_KINDS; kind++) {
        Score score;
        if (options->kind != NULL && strcmp(options->kind, staged_name((StagedKind)kind)) != 0) {
            continue;
        }
        ok = measure(options, source, reader, (StagedKind)kind, contact, &score, err);
        if (ok && options->json) {
            add_row(rows, (StagedKind)kind, &score);
        } else if (ok) {
            print_text((StagedKind)kind, &score);
        }
    }
    if (ok && options->json) {
        return cli_print_json(line, err);
    }
    cJSON_Delete(line);
    return ok;
}

CliStatus pictures_run(int argc, char **argv, Err *err)
{
    bool ok = false;
    PicturesOptions options = {.pictures = 300, .seed = 1};
    Args args;
    if (!read_options(argc, argv, &options, &args, err)) {
        return CLI_USAGE;
    }
    if (args.help) {
        return CLI_DONE;
    }
    const int width = 2 * ACROSS * TILE, height = DOWN * TILE;
    Source source = {0};
    Contact contact = {0};
    PictureReader reader[NETWORKS];
    if (!open_readers(reader, err) || !mnist_load(&source.mnist, options.data, err) ||
        (args.paths > 0 && !cli_load_digits(args.path[0], &source.pens, err))) {
        goto done;
    }
    if (options.sheet != NULL) {
        contact.rgb = calloc((size_t)width * (size_t)height, 3);
    }
    ok = measure_all(&options, &source, reader, &contact, err) &&
         (contact.rgb == NULL || picture_file_save(contact.rgb, width, height, options.sheet, err));
done:
    free(contact.rgb);
    digits_free(&source.pens);
    mnist_free(&source.mnist);
    close_readers(reader);
    return ok ? CLI_DONE : CLI_FAILED;
}
