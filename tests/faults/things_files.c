/* Networks, and what leaves the program for others: CSV, IDX, strokes, pictures. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/path.h"
#include "base/picture_file.h"
#include "ink/export.h"
#include "nn/net_file.h"
#include "sweep.h"

static Path in_folder(const char *folder, const char *name)
{
    Path path;
    MUST(path_join(&path, folder, name));
    return path;
}

static void make_net(Net *net, NetInfo *info, float weight)
{
    Err err;
    NetShape shape;
    MUST(net_shape_parse("2", &shape, &err) && net_make(net, &shape, &err));
    net->weight[0][0] = weight;
    *info = (NetInfo){.data = "MNIST", .epochs = 3, .tested = true, .test_accuracy = 0.5};
    net_curves_add(&info->curves, &(NetPoint){.test_cost = 1.0f, .test_accuracy = 0.5f});
}

static Net net;
static NetInfo info;

static void ready_net(const char *folder)
{
    (void)folder;
    make_net(&net, &info, 2.0f);
}

static bool save_net(const char *folder, Err *err)
{
    return net_save(&net, &info, in_folder(folder, "a.safetensors").text, err);
}

static void old_net(const char *folder)
{
    Err err;
    make_net(&net, &info, 1.0f);
    MUST(save_net(folder, &err));
    net_free(&net);
}

static char *look_net(const char *folder, int part)
{
    (void)part;
    return sweep_read(folder, "a.safetensors");
}

static const char *const NET_WORDS[] = {"a.safetensors", NULL};
const Thing THING_NETWORK = {.name = "network",
                             .make_old = old_net,
                             .get_ready = ready_net,
                             .save = save_net,
                             .look = look_net,
                             .parts = 1,
                             .words = NET_WORDS};

static bool save_npz(const char *folder, Err *err)
{
    return net_save(&net, &info, in_folder(folder, "a.npz").text, err);
}

static void old_npz(const char *folder)
{
    Err err;
    make_net(&net, &info, 1.0f);
    MUST(save_npz(folder, &err));
    net_free(&net);
}

static char *look_npz(const char *folder, int part)
{
    (void)part;
    return sweep_read(folder, "a.npz");
}

static const char *const NPZ_WORDS[] = {"a.npz", NULL};
const Thing THING_NPZ = {.name = "network as .npz",
                         .make_old = old_npz,
                         .get_ready = ready_net,
                         .save = save_npz,
                         .look = look_npz,
                         .parts = 1,
                         .words = NPZ_WORDS};

static const char OLD_DIGITS[] = "1 me 0,0 0,1000\n";
static const char NEW_DIGITS[] = "7 me 0,0 1000,0 300,1000\n0 me 3,4\n1 me 0,0 0,1000\n";
static Digits digits;

static void read_digits(const char *text)
{
    Err err;
    digits_free(&digits);
    MUST(digits_parse(&digits, text, strlen(text), "it", &err));
}

static void ready_digits(const char *folder)
{
    (void)folder;
    read_digits(NEW_DIGITS);
}

static bool save_csv(const char *folder, Err *err)
{
    return export_csv(&digits, in_folder(folder, "a.csv").text, err);
}

static void old_csv(const char *folder)
{
    Err err;
    read_digits(OLD_DIGITS);
    MUST(save_csv(folder, &err));
}

static char *look_csv(const char *folder, int part)
{
    (void)part;
    return sweep_read(folder, "a.csv");
}

static const char *const CSV_WORDS[] = {"a.csv", "the digits", NULL};
const Thing THING_CSV = {.name = "CSV",
                         .make_old = old_csv,
                         .get_ready = ready_digits,
                         .save = save_csv,
                         .look = look_csv,
                         .parts = 1,
                         .words = CSV_WORDS};

static bool save_idx(const char *folder, Err *err)
{
    return export_idx(&digits, in_folder(folder, "a").text, err);
}

static void old_idx(const char *folder)
{
    Err err;
    read_digits(OLD_DIGITS);
    MUST(save_idx(folder, &err));
}

static char *look_idx(const char *folder, int part)
{
    return sweep_read(folder, part == 0 ? "a-images-idx3-ubyte" : "a-labels-idx1-ubyte");
}

static const char *const IDX_WORDS[] = {"a-images-idx3", "a-labels-idx1", "the digits", NULL};
const Thing THING_IDX = {.name = "IDX",
                         .make_old = old_idx,
                         .get_ready = ready_digits,
                         .save = save_idx,
                         .look = look_idx,
                         .parts = 2,
                         .words = IDX_WORDS};

static bool save_strokes(const char *folder, Err *err)
{
    return export_strokes(&digits, in_folder(folder, "a.txt").text, err);
}

static void old_strokes(const char *folder)
{
    Err err;
    read_digits(OLD_DIGITS);
    MUST(save_strokes(folder, &err));
}

static char *look_strokes(const char *folder, int part)
{
    (void)part;
    return sweep_read(folder, "a.txt");
}

static const char *const STROKES_WORDS[] = {"a.txt", "the digits", NULL};
const Thing THING_STROKES = {.name = "strokes",
                             .make_old = old_strokes,
                             .get_ready = ready_digits,
                             .save = save_strokes,
                             .look = look_strokes,
                             .parts = 1,
                             .words = STROKES_WORDS};

static const uint8_t *rgb;

static void ready_picture(const char *folder)
{
    (void)folder;
    rgb = (const uint8_t *)"new picture!";
}

static bool save_picture(const char *folder, Err *err)
{
    return picture_file_save(rgb, 2, 2, in_folder(folder, "a.png").text, err);
}

static void old_picture(const char *folder)
{
    Err err;
    rgb = (const uint8_t *)"old picture!";
    MUST(save_picture(folder, &err));
}

static char *look_picture(const char *folder, int part)
{
    (void)part;
    return sweep_read(folder, "a.png");
}

static const char *const PICTURE_WORDS[] = {"a.png", "the picture", "The picture", NULL};
const Thing THING_PICTURE = {.name = "picture",
                             .make_old = old_picture,
                             .get_ready = ready_picture,
                             .save = save_picture,
                             .look = look_picture,
                             .parts = 1,
                             .words = PICTURE_WORDS};
