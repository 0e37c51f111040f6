/* Which tensors of a file are the weights and biases of which layer. */
#include "nn/net_layers.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "nn/net_words.h"

/* A tensor, and the word in its name that says what it is; of length 0 where none does. */
typedef struct LayerPart {
    const NetTensor *tensor;
    NetWord word;
} LayerPart;

/* What may be layers; weights and biases in the order of the numbers in their names. */
typedef struct LayerParts {
    const char *name; /* of the file */
    Err *err;
    LayerPart weight[NET_TENSORS_MOST], bias[NET_TENSORS_MOST];
    int weights, biases;
    bool worded; /* the names say which is which */
} LayerParts;

static const char *const WEIGHT[] = {"weight", "weights", "kernel", "kernels",
                                     "w",      "coef",    "coefs",  NULL};
static const char *const BIAS[] = {"bias", "biases", "b", "intercept", "intercepts", NULL};

/* What an optimizer, an average or a run keeps beside the weights, under names like theirs. */
static const char *const ASIDE[] = {"optimizer", "optim", "adam",    "momentum",
                                    "ema",       "exp",   "moments", NULL};

/* What changes the answer and is in no layer of Inkling's: a tensor of that name is not passed
 * over. */
static const char *const COMPUTES[] = {
    "weight", "weights", "kernel", "kernels",  "bias",  "biases",    "gamma",      "beta",
    "mean",   "std",     "var",    "variance", "scale", "embedding", "embeddings", NULL};

/* Whether a name has a word of the list; the last such word of it. */
static NetWord last_among(const char *name, const char *const *list)
{
    NetWord found = {NULL, 0};
    for (NetWord word = net_word_next(name); word.length > 0;
         word = net_word_next(word.at + word.length)) {
        found = net_word_among(word, list) ? word : found;
    }
    return found;
}

static bool has_word(const char *name, const char *const *list)
{
    return last_among(name, list).length > 0;
}

/* A row, or a matrix of one row or column, as biases are in numpy. */
static bool is_row(const NetTensor *tensor)
{
    return tensor->dims == 1 ||
           (tensor->dims == 2 && (tensor->size[0] == 1 || tensor->size[1] == 1));
}

/* The numbers of two names one by one: below 0 where the first has the smaller one, or fewer. */
static int compare_numbers(const char *a, const char *b)
{
    for (;;) {
        a += strcspn(a, "0123456789");
        b += strcspn(b, "0123456789");
        if (!*a || !*b) {
            return (*a != 0) - (*b != 0);
        }
        a += strspn(a, "0");
        b += strspn(b, "0");
        size_t digits_a = strspn(a, "0123456789"), digits_b = strspn(b, "0123456789");
        int order = digits_a != digits_b ? (digits_a > digits_b) - (digits_a < digits_b)
                                         : strncmp(a, b, digits_a);
        if (order != 0) {
            return order;
        }
        a += digits_a;
        b += digits_b;
    }
}

static int compare_parts(const void *a, const void *b)
{
    const char *name_a = ((const LayerPart *)a)->tensor->name;
    const char *name_b = ((const LayerPart *)b)->tensor->name;
    int order = compare_numbers(name_a, name_b);
    return order != 0 ? order : strcmp(name_a, name_b);
}

/* Whether two names are the same but for the word in each. */
static bool are_beside(const LayerPart *a, const LayerPart *b)
{
    const char *name_a = a->tensor->name, *name_b = b->tensor->name;
    size_t before_a = (size_t)(a->word.at - name_a), before_b = (size_t)(b->word.at - name_b);
    return before_a == before_b && strncmp(name_a, name_b, before_a) == 0 &&
           strcmp(a->word.at + a->word.length, b->word.at + b->word.length) == 0;
}

/* The part that a tensor's name says that it is, if it says so. */
static void add_worded(LayerParts *parts, const NetTensor *tensor)
{
    NetWord weight = last_among(tensor->name, WEIGHT), bias = last_among(tensor->name, BIAS);
    if (weight.length > 0 && (bias.length == 0 || weight.at > bias.at)) {
        parts->weight[parts->weights++] = (LayerPart){tensor, weight};
    } else if (bias.length > 0) {
        parts->bias[parts->biases++] = (LayerPart){tensor, bias};
    }
}

/* The part that its sizes say that it is. */
static void add_sized(LayerParts *parts, const NetTensor *tensor)
{
    LayerPart part = {tensor, {tensor->name, 0}};
    if (tensor->number != NET_NO_FLOAT && is_row(tensor)) {
        parts->bias[parts->biases++] = part;
    } else if (tensor->number != NET_NO_FLOAT && tensor->dims == 2) {
        parts->weight[parts->weights++] = part;
    }
}

static void find_parts(LayerParts *parts, const NetTensors *tensors)
{
    parts->worded = true;
    for (int pass = 0; pass < 2 && parts->weights == 0; pass++) {
        parts->worded = pass == 0;
        parts->biases = 0;
        for (int i = 0; i < tensors->count; i++) {
            const NetTensor *tensor = &tensors->tensor[i];
            if (has_word(tensor->name, ASIDE)) {
                continue;
            }
            if (parts->worded) {
                add_worded(parts, tensor);
            } else {
                add_sized(parts, tensor);
            }
        }
    }
    qsort(parts->weight, (size_t)parts->weights, sizeof *parts->weight, compare_parts);
    qsort(parts->bias, (size_t)parts->biases, sizeof *parts->bias, compare_parts);
}

static bool is_part(const LayerPart *part, int count, const NetTensor *tensor)
{
    for (int i = 0; i < count; i++) {
        if (part[i].tensor == tensor) {
            return true;
        }
    }
    return false;
}

/* Nothing that the network computes with is passed over. */
static bool check_others(const LayerParts *parts, const NetTensors *tensors)
{
    for (int i = 0; i < tensors->count; i++) {
        const NetTensor *tensor = &tensors->tensor[i];
        if (!is_part(parts->weight, parts->weights, tensor) &&
            !is_part(parts->bias, parts->biases, tensor) && !has_word(tensor->name, ASIDE) &&
            has_word(tensor->name, COMPUTES)) {
            return net_refuse(parts->err, ERR_FOREIGN, parts->name,
                              "\"%s\" is part of what it computes, and of no layer that Inkling's "
                              "networks have",
                              tensor->name);
        }
    }
    return true;
}

static bool check_part(const LayerParts *parts, const LayerPart *part, bool fits)
{
    const NetTensor *tensor = part->tensor;
    if (tensor->number == NET_NO_FLOAT) {
        return net_refuse(parts->err, ERR_FOREIGN, parts->name,
                          "\"%s\" is of the type %s, and not F16, BF16, F32 or F64", tensor->name,
                          tensor->type);
    }
    return fits ||
           net_refuse(parts->err, ERR_FOREIGN, parts->name,
                      "\"%s\" has a shape that no layer of Inkling's networks has", tensor->name);
}

static bool check_parts(const LayerParts *parts)
{
    for (int i = 0; i < parts->weights; i++) {
        if (!check_part(parts, &parts->weight[i], parts->weight[i].tensor->dims == 2)) {
            return false;
        }
    }
    for (int i = 0; i < parts->biases; i++) {
        if (!check_part(parts, &parts->bias[i], is_row(parts->bias[i].tensor))) {
            return false;
        }
    }
    if (parts->weights < 2 || parts->weights > NET_MAX_LAYERS) {
        return net_refuse(parts->err, ERR_FOREIGN, parts->name,
                          "it has %d matri%s of weights, where a network of 1 to %d hidden layers "
                          "has one a layer",
                          parts->weights, parts->weights == 1 ? "x" : "ces", NET_MAX_HIDDEN);
    }
    return true;
}

static int from_of(const NetLayers *layers, const NetTensor *weight)
{
    return weight->size[layers->from_first ? 0 : 1];
}

static int to_of(const NetLayers *layers, const NetTensor *weight)
{
    return weight->size[layers->from_first ? 1 : 0];
}

/* Goes on from layers 0..placed-1: the first order, in that of the names, in which the sizes lead
 * to the outputs. `used` has a bit for each weight that has its place. */
static bool chain(const LayerParts *parts, NetLayers *layers, int placed, unsigned used)
{
    NetShape *shape = &layers->shape;
    if (placed == parts->weights || placed == NET_MAX_LAYERS) {
        return shape->size[placed] == NET_OUTPUTS;
    }
    for (int i = 0; i < parts->weights; i++) {
        const NetTensor *weight = parts->weight[i].tensor;
        if (!(used & 1u << i) && from_of(layers, weight) == shape->size[placed]) {
            layers->layer[placed].weight = weight;
            shape->size[placed + 1] = to_of(layers, weight);
            if (chain(parts, layers, placed + 1, used | 1u << i)) {
                return true;
            }
        }
    }
    return false;
}

static bool refuse_sizes(const LayerParts *parts)
{
    char sizes[200];
    size_t used = 0;
    for (int i = 0; i < parts->weights; i++) {
        const NetTensor *weight = parts->weight[i].tensor;
        used += (size_t)snprintf(sizes + used, sizeof sizes - used, "%s[%d, %d]", i ? ", " : "",
                                 weight->size[0], weight->size[1]);
    }
    return net_refuse(parts->err, ERR_FOREIGN, parts->name,
                      "the sizes of its layers, %s, do not lead from %d inputs to %d outputs",
                      sizes, NET_INPUTS, NET_OUTPUTS);
}

/* Two layers that could change places, and no number in their names to tell which comes first. */
static bool check_order(const LayerParts *parts, const NetLayers *layers)
{
    for (int i = 0; i < parts->weights; i++) {
        const NetTensor *a = layers->layer[i].weight;
        for (int j = i + 1; j < parts->weights; j++) {
            const NetTensor *b = layers->layer[j].weight;
            if (a->size[0] == b->size[0] && a->size[1] == b->size[1] &&
                compare_numbers(a->name, b->name) == 0) {
                return net_refuse(parts->err, ERR_FOREIGN, parts->name,
                                  "\"%s\" and \"%s\" are of one shape, and nothing in their names "
                                  "tells which comes first",
                                  a->name, b->name);
            }
        }
    }
    return true;
}

static bool find_order(const LayerParts *parts, NetLayers *layers)
{
    NetShape *shape = &layers->shape;
    shape->layers = parts->weights;
    shape->size[0] = NET_INPUTS;
    bool leads = chain(parts, layers, 0, 0);
    if (!leads) {
        layers->from_first = true;
        leads = chain(parts, layers, 0, 0);
    }
    if (!leads) {
        return refuse_sizes(parts);
    }
    for (int l = 1; l < shape->layers; l++) {
        if (shape->size[l] < 1 || shape->size[l] > NET_MAX_WIDTH) {
            return net_refuse(parts->err, ERR_FOREIGN, parts->name,
                              "its layer %d has %d neurons, where Inkling's have 1 to %d", l,
                              shape->size[l], NET_MAX_WIDTH);
        }
    }
    return check_order(parts, layers);
}

/* The bias that goes with a weight; NULL for none. */
static const NetTensor *bias_of(const LayerParts *parts, const NetTensor *weight)
{
    for (int w = 0; w < parts->weights; w++) {
        if (parts->weight[w].tensor != weight) {
            continue;
        }
        if (!parts->worded) {
            return w < parts->biases ? parts->bias[w].tensor : NULL;
        }
        for (int b = 0; b < parts->biases; b++) {
            if (are_beside(&parts->bias[b], &parts->weight[w])) {
                return parts->bias[b].tensor;
            }
        }
    }
    return NULL;
}

static bool find_biases(const LayerParts *parts, NetLayers *layers)
{
    if (parts->biases != 0 && parts->biases != parts->weights) {
        return net_refuse(parts->err, ERR_FOREIGN, parts->name,
                          "it has weights for %d layers and biases for %d", parts->weights,
                          parts->biases);
    }
    for (int l = 0; l < layers->shape.layers; l++) {
        NetLayer *layer = &layers->layer[l];
        int to = layers->shape.size[l + 1];
        layer->bias = bias_of(parts, layer->weight);
        if (!layer->bias && parts->biases > 0) {
            return net_refuse(parts->err, ERR_FOREIGN, parts->name,
                              "there is no bias beside \"%s\"", layer->weight->name);
        }
        if (layer->bias && net_tensor_numbers(layer->bias) != (size_t)to) {
            return net_refuse(parts->err, ERR_FOREIGN, parts->name,
                              "\"%s\" has not a bias for each of the %d neurons of its layer",
                              layer->bias->name, to);
        }
    }
    return true;
}

bool net_layers_find(NetLayers *layers, const NetTensors *tensors, const char *name, Err *err)
{
    LayerParts parts = {.name = name, .err = err};
    *layers = (NetLayers){0};
    find_parts(&parts, tensors);
    return check_others(&parts, tensors) && check_parts(&parts) && find_order(&parts, layers) &&
           find_biases(&parts, layers);
}

void net_layer_take(const NetLayer *layer, bool from_first, Net *net, int l)
{
    size_t from = (size_t)net->shape.size[l], to = (size_t)net->shape.size[l + 1];
    size_t stride = (size_t)net->stride[l];
    assert(net_tensor_numbers(layer->weight) >= from * to);
    for (size_t j = 0; j < to; j++) {
        for (size_t i = 0; i < from; i++) {
            size_t at = from_first ? i * to + j : j * from + i;
            net->weight[l][i * stride + j] = net_tensor_number(layer->weight, at);
        }
        net->bias[l][j] = layer->bias ? net_tensor_number(layer->bias, j) : 0.0f;
    }
}
