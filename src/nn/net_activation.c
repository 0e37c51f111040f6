/* The activation that a file of another program tells of. */
#include "nn/net_activation.h"

#include <stdio.h>
#include <string.h>

#include "base/path.h"
#include "nn/net_words.h"

enum { FOUND_ROOM = 48 };

/* Keys that are about activations, and keys whose functions are the cost's. */
static const char *const OF_ACTIVATION[] = {"activation",   "activations", "act",
                                            "nonlinearity", "nonlin",      NULL};
static const char *const OF_COST[] = {"loss", "cost", "criterion", "objective", NULL};

static const char *const SIGMOID[] = {"sigmoid", "sigmoids", "logistic", NULL};

/* What no other word begins or ends with, and what is an activation where it is the whole word. */
static const char *const OTHER_PART[] = {"relu",     "tanh",        "softplus",   "swish",
                                         "softsign", "hardsigmoid", "logsigmoid", NULL};
static const char *const OTHER[] = {"elu", "gelu", "selu", "celu", "silu", "mish", "glu", NULL};

/* What is one where activations are named. */
static const char *const OTHER_THERE[] = {"softmax", "linear", "identity", "none", "hard",
                                          "log",     "step",   "sin",      "sine", NULL};

/* "ReLUNet", "LeakyReLU" */
static bool begins_or_ends_with(NetWord word, const char *wanted)
{
    size_t length = strlen(wanted);
    if (word.length < length) {
        return false;
    }
    const char *const list[] = {wanted, NULL};
    return net_word_among((NetWord){word.at, length}, list) ||
           net_word_among((NetWord){word.at + word.length - length, length}, list);
}

static bool is_other(NetWord word, bool of_activation)
{
    bool other =
        net_word_among(word, OTHER) || (of_activation && net_word_among(word, OTHER_THERE));
    for (int i = 0; !other && OTHER_PART[i]; i++) {
        other = begins_or_ends_with(word, OTHER_PART[i]);
    }
    return other;
}

static bool has_word(const char *text, const char *const *list)
{
    NetWord word = net_word_next(text);
    while (word.length > 0 && !net_word_among(word, list)) {
        word = net_word_next(word.at + word.length);
    }
    return word.length > 0;
}

/* The first word of the text that is an activation other than the sigmoid, as it is written. */
static bool find_other(const char *text, bool of_activation, char found[FOUND_ROOM])
{
    NetWord word = net_word_next(text);
    while (word.length > 0 && !is_other(word, of_activation)) {
        word = net_word_next(word.at + word.length);
    }
    snprintf(found, FOUND_ROOM, "%.*s",
             word.length < FOUND_ROOM ? (int)word.length : FOUND_ROOM - 1, word.at);
    return word.length > 0;
}

/* Where activations are named and the sigmoid is not, it is another one. */
static bool entry_tells_other(const NetEntry *entry, char found[FOUND_ROOM])
{
    bool of_activation = has_word(entry->key, OF_ACTIVATION);
    if (has_word(entry->key, OF_COST)) {
        return false;
    }
    if (find_other(entry->value, of_activation, found) || find_other(entry->key, false, found)) {
        return true;
    }
    snprintf(found, FOUND_ROOM, "%s", entry->value);
    return of_activation && *entry->value && !has_word(entry->value, SIGMOID);
}

bool net_activation_is_told(const NetMeta *meta)
{
    for (int i = 0; i < meta->entries; i++) {
        const NetEntry *entry = &meta->entry[i];
        if (!has_word(entry->key, OF_COST) &&
            (has_word(entry->value, SIGMOID) || has_word(entry->key, SIGMOID))) {
            return true;
        }
    }
    return false;
}

bool net_activation_check(const NetMeta *meta, const NetTensors *tensors, const char *name,
                          Err *err)
{
    char found[FOUND_ROOM], where[80] = "";
    for (int i = 0; !*where && i < meta->entries; i++) {
        if (entry_tells_other(&meta->entry[i], found)) {
            snprintf(where, sizeof where, "\"%.48s\" in its metadata", meta->entry[i].key);
        }
    }
    for (int i = 0; !*where && i < tensors->count; i++) {
        if (find_other(tensors->tensor[i].name, false, found)) {
            snprintf(where, sizeof where, "its tensor \"%.48s\"", tensors->tensor[i].name);
        }
    }
    if (!*where && find_other(path_name(name), false, found)) {
        snprintf(where, sizeof where, "its name");
    }
    return !*where || net_refuse(err, ERR_FOREIGN, name,
                                 "its activation is %s, as %s says, and Inkling's networks are of "
                                 "sigmoids alone",
                                 found, where);
}
