/* What the program itself keeps in the metadata of a network's file, and nothing in it trusted. */
#include "nn/net_info.h"

#include <assert.h>
#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/preparation.h"
#include "nn/net_activation.h"

enum { MAX_COUNT = 1000000, MAX_RATE = 1000 };

static const char NOTICE[] =
    "Trained on MNIST by Y. LeCun, C. Cortes and C. Burges, which is shared under the licence "
    "CC BY-SA 3.0 (https://creativecommons.org/licenses/by-sa/3.0/).";

static bool put_count(NetMeta *meta, const char *name, uint64_t count, Err *err)
{
    char text[32];
    snprintf(text, sizeof text, "%" PRIu64, count);
    return net_meta_set(meta, name, text, err);
}

static bool put_number(NetMeta *meta, const char *name, double number, bool single, Err *err)
{
    char text[NUMBER_EXACT_TEXT];
    number_print_exact(text, sizeof text, number, single);
    return net_meta_set(meta, name, text, err);
}

static bool put_curves(NetMeta *meta, const NetCurves *curves, Err *err)
{
    char *text = net_curves_print(curves);
    bool ok = text ? net_meta_set(meta, "curves", text, err)
                   : err_set_code(err, ERR_NO_MEMORY, "There is not enough memory for the curves.");
    free(text);
    return ok;
}

bool net_info_put(const NetInfo *info, const NetShape *shape, NetMeta *meta, Err *err)
{
    char layers[64];
    assert(info->epochs >= 0 && info->minibatch >= 0 && info->threads >= 0);
    net_shape_print(shape, layers, sizeof layers);
    return net_meta_set(meta, "format", NET_INFO_FORMAT, err) &&
           net_meta_set(meta, "layers", layers, err) &&
           net_meta_set(meta, "activation", "sigmoid", err) &&
           (!*info->preparation || net_meta_set(meta, "preparation", info->preparation, err)) &&
           net_meta_set(meta, "data", info->data, err) &&
           (!*info->augmentation || net_meta_set(meta, "augmentation", info->augmentation, err)) &&
           net_meta_set(meta, "cost", net_cost_name(info->cost), err) &&
           put_count(meta, "seed", info->seed, err) &&
           put_count(meta, "epochs", (uint64_t)info->epochs, err) &&
           put_count(meta, "minibatch", (uint64_t)info->minibatch, err) &&
           put_count(meta, "threads", (uint64_t)info->threads, err) &&
           put_number(meta, "rate", (double)info->rate, true, err) &&
           (info->first_layer <= 0.0f ||
            put_number(meta, "first_layer", (double)info->first_layer, true, err)) &&
           put_number(meta, "decay", (double)info->decay, true, err) &&
           (!info->tested || put_number(meta, "test_accuracy", info->test_accuracy, false, err)) &&
           (info->curves.points == 0 || put_curves(meta, &info->curves, err)) &&
           (!strstr(info->data, "MNIST") || net_meta_set(meta, "notice", NOTICE, err));
}

/* A string of the metadata, "" where it is missing. */
static const char *text_of(const NetMeta *meta, const char *key)
{
    const char *value = net_meta_get(meta, key);
    return value ? value : "";
}

/* Copy a string that fits and has no control characters. */
static bool read_text(const NetMeta *meta, const char *key, char *text, size_t room)
{
    const char *from = text_of(meta, key);
    for (const char *at = from; *at; at++) {
        if (iscntrl((unsigned char)*at)) {
            return false;
        }
    }
    return snprintf(text, room, "%s", from) < (int)room;
}

/* Decimal digits alone; 0 where the key is missing. */
static bool read_count(const NetMeta *meta, const char *key, uint64_t most, uint64_t *count)
{
    const char *text = text_of(meta, key);
    char *end;
    errno = 0;
    *count = strtoull(text, &end, 10);
    return !*text || (isdigit((unsigned char)*text) && errno == 0 && *end == 0 && *count <= most);
}

/* A decimal number of 0 to `most`; 0 where the key is missing. */
static bool read_number(const NetMeta *meta, const char *key, double most, double *number)
{
    const char *text = text_of(meta, key);
    char *end;
    *number = strtod(text, &end);
    bool decimal = isdigit((unsigned char)*text) && strspn(text, "0123456789.e+-") == strlen(text);
    return !*text || (decimal && *end == 0 && *number <= most);
}

/* Older files have none. */
static bool read_curves(const NetMeta *meta, NetCurves *curves)
{
    const char *text = text_of(meta, "curves");
    return !*text || net_curves_parse(curves, text);
}

static bool read_fields(const NetMeta *meta, const NetShape *shape, NetInfo *info)
{
    char layers[64], said[64];
    uint64_t epochs, minibatch, threads;
    double rate, first_layer, decay;
    net_shape_print(shape, layers, sizeof layers);
    bool ok = read_text(meta, "layers", said, sizeof said) && strcmp(said, layers) == 0 &&
              strcmp(text_of(meta, "activation"), "sigmoid") == 0 &&
              read_text(meta, "preparation", info->preparation, sizeof info->preparation) &&
              read_text(meta, "data", info->data, sizeof info->data) &&
              read_text(meta, "augmentation", info->augmentation, sizeof info->augmentation) &&
              net_cost_parse(text_of(meta, "cost"), &info->cost) &&
              read_count(meta, "seed", UINT64_MAX, &info->seed) &&
              read_count(meta, "epochs", MAX_COUNT, &epochs) &&
              read_count(meta, "minibatch", MAX_COUNT, &minibatch) &&
              read_count(meta, "threads", MAX_COUNT, &threads) &&
              read_number(meta, "rate", MAX_RATE, &rate) &&
              read_number(meta, "first_layer", 1, &first_layer) &&
              read_number(meta, "decay", MAX_RATE, &decay) &&
              read_number(meta, "test_accuracy", 1, &info->test_accuracy) &&
              read_curves(meta, &info->curves);
    if (ok) {
        info->epochs = (int)epochs;
        info->minibatch = (int)minibatch;
        info->threads = (int)threads;
        info->rate = (float)rate;
        info->first_layer = (float)first_layer;
        info->decay = (float)decay;
        info->tested = *text_of(meta, "test_accuracy") != 0;
    }
    return ok;
}

static bool refuse(NetInfo *info, Err *err, ErrCode code, const char *name, const char *reason)
{
    *info = (NetInfo){0};
    return err_set_code(err, code, "%s cannot be opened as a network: %s.", name, reason);
}

/* Of a file of another program. */
static void read_foreign(const NetMeta *meta, NetInfo *info)
{
    Preparation known;
    info->foreign = true;
    info->says_sigmoid = net_activation_is_told(meta);
    info->says_prepared = preparation_parse(text_of(meta, "preparation"), &known);
    if (info->says_prepared) {
        snprintf(info->preparation, sizeof info->preparation, "%s", preparation_name(known));
    }
}

/* Files of other programs may say what they like of themselves; ours is held to its word. */
bool net_info_get(const NetMeta *meta, const NetShape *shape, const char *name, NetInfo *info,
                  Err *err)
{
    Preparation known = PREPARATION_FITTED;
    bool ours = strcmp(text_of(meta, "format"), NET_INFO_FORMAT) == 0;
    *info = (NetInfo){0};
    if (ours && !read_fields(meta, shape, info)) {
        return refuse(info, err, ERR_DAMAGED, name, "its metadata is damaged");
    }
    if (!ours) {
        read_foreign(meta, info);
    }
    if (!*info->preparation) {
        strcpy(info->preparation, preparation_name(known));
    }
    return preparation_parse(info->preparation, &known) ||
           refuse(info, err, ERR_NEWER, name,
                  "it wants its inputs prepared in a way that this Inkling does not know");
}

void net_info_print_rate(float rate, float first_layer, char text[NET_RATE_MAX])
{
    bool alike = first_layer <= 0.0f || first_layer == 1.0f;
    snprintf(text, NET_RATE_MAX, alike ? "%.4g" : "%.4g (first layer %.4g)", (double)rate,
             (double)(rate * first_layer));
}

void net_info_print_assumed(const NetInfo *info, const char *name, char *text, size_t room)
{
    bool sigmoid = info->foreign && !info->says_sigmoid;
    bool prepared = info->foreign && !info->says_prepared;
    *text = 0;
    if (sigmoid || prepared) {
        snprintf(text, room, "%s does not say %s%s%s: Inkling takes %s%s%s.", name,
                 sigmoid ? "which activation its layers have" : "",
                 sigmoid && prepared ? ", nor " : "", prepared ? "how its inputs are prepared" : "",
                 sigmoid ? "the layers for sigmoids" : "", sigmoid && prepared ? ", and " : "",
                 prepared ? "the inputs for drawings that are fitted and centred as MNIST's images "
                            "are, from 0 (paper) to 1 (ink)"
                          : "");
    }
}
