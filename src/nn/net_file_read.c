/* Networks in files: the way in. Nothing in the file is trusted. */
#include "nn/net_file.h"

#include <stdio.h>
#include <string.h>

#include "base/head.h"
#include "base/path.h"
#include "base/zip.h"
#include "nn/net_activation.h"
#include "nn/net_layers.h"
#include "nn/net_npz.h"
#include "nn/net_safetensors.h"

enum { FORMAT_NAME = 8 /* letters of NET_INFO_FORMAT before the number */ };

/* The names of the tensors that hold moments begin so, and else as those of the network. */
static const char OF_MOMENTS[] = "moments.";

/* A file, listed. */
typedef struct Listed {
    const char *name;
    NetTensors tensors;
    NetLayers layers;
    bool ours;                       /* Inkling saved it */
    NetLayer moment[NET_MAX_LAYERS]; /* all moments of each layer */
    int moments;                     /* 0 where the file has none */
    Err *err;
} Listed;

static bool check_finite(const Listed *file, const Net *net)
{
    return net_is_finite(net) ||
           net_refuse(file->err, ERR_DAMAGED, file->name, "a weight in it is no number");
}

static bool check_format(Listed *file, const NetMeta *meta)
{
    const char *format = net_meta_get(meta, "format");
    file->ours = format && strncmp(format, NET_INFO_FORMAT, FORMAT_NAME) == 0;
    return !file->ours || strcmp(format, NET_INFO_FORMAT) == 0 ||
           net_refuse(file->err, ERR_NEWER, file->name,
                      "a newer Inkling saved it, which this one cannot read");
}

/* How many tensors are moments'. */
static int moments_tensors(const Listed *file)
{
    int count = 0;
    for (int i = 0; i < file->tensors.count; i++) {
        count += strncmp(file->tensors.tensor[i].name, OF_MOMENTS, sizeof OF_MOMENTS - 1) == 0;
    }
    return count;
}

/* The tensor "moments.layers.0.weight" and the like, which is to be of that shape; a `size` of 0 is
 * any. NULL, and refused, where it is not. */
static const NetTensor *moments_tensor(const Listed *file, int layer, const char *part, int dims,
                                       const int size[3])
{
    char name[40];
    snprintf(name, sizeof name, "%slayers.%d.%s", OF_MOMENTS, layer, part);
    const NetTensor *tensor = net_tensors_find(&file->tensors, name);
    if (!tensor) {
        net_refuse(file->err, ERR_DAMAGED, file->name, "it has no tensor \"%s\"", name);
        return NULL;
    }
    bool fits = tensor->number == NET_F32 && tensor->dims == dims && tensor->size[0] > 0 &&
                tensor->size[0] <= NET_MOMENTS_MOST;
    for (int i = 0; fits && i < dims; i++) {
        fits = size[i] == 0 || tensor->size[i] == size[i];
    }
    if (!fits) {
        net_refuse(file->err, ERR_DAMAGED, file->name,
                   "the moments of its run are not of the shape of the network");
    }
    return fits ? tensor : NULL;
}

/* Weights and biases of all moments of each layer, shaped as the network's; none where the file has
 * none. */
static bool find_moments(Listed *file)
{
    const NetShape *shape = &file->layers.shape;
    int tensors = file->ours ? moments_tensors(file) : 0, wanted = 2 * shape->layers;
    if (tensors == 0) {
        return true;
    }
    if (tensors != wanted) {
        return net_refuse(file->err, ERR_DAMAGED, file->name,
                          "the moments of its run have %d tensors, where its network has %d",
                          tensors, wanted);
    }
    for (int l = 0; l < shape->layers; l++) {
        NetLayer *layer = &file->moment[l];
        int size[] = {file->moments, shape->size[l + 1], shape->size[l]};
        layer->weight = moments_tensor(file, l, "weight", 3, size);
        file->moments = size[0] = layer->weight ? layer->weight->size[0] : 0;
        layer->bias = layer->weight ? moments_tensor(file, l, "bias", 2, size) : NULL;
        if (!layer->bias) {
            return false;
        }
    }
    return true;
}

/* Moment `m`: each layer of it lies as the network's own does. */
static void take_moment(const Listed *file, int m, Net *net)
{
    for (int l = 0; l < net->shape.layers; l++) {
        size_t to = (size_t)net->shape.size[l + 1], from = (size_t)net->shape.size[l];
        NetTensor weight = *file->moment[l].weight, bias = *file->moment[l].bias;
        weight.bytes += (size_t)m * to * from * sizeof(float);
        bias.bytes += (size_t)m * to * sizeof(float);
        net_layer_take(&(NetLayer){&weight, &bias}, false, net, l);
    }
}

/* Makes the moments; nothing where the file has none. */
static bool take_moments(const Listed *file, const NetMeta *meta, NetMoments *moments)
{
    if (file->moments == 0) {
        return true;
    }
    bool ok = net_moments_make(moments, &file->layers.shape, file->moments, file->err);
    if (ok && !net_moments_get(meta, moments)) {
        ok = net_refuse(file->err, ERR_DAMAGED, file->name,
                        "what it says of the moments of its run is damaged");
    }
    for (int i = 0; ok && i < moments->count; i++) {
        take_moment(file, i, &moments->net[i]);
        ok = check_finite(file, &moments->net[i]);
    }
    if (!ok) {
        net_moments_free(moments);
    }
    return ok;
}

static bool take_net(Listed *file, const NetMeta *meta, Net *net)
{
    if (!check_format(file, meta) ||
        (!file->ours && !net_activation_check(meta, &file->tensors, file->name, file->err)) ||
        !net_layers_find(&file->layers, &file->tensors, file->name, file->err) ||
        !find_moments(file) || !net_make(net, &file->layers.shape, file->err)) {
        return false;
    }
    for (int l = 0; l < net->shape.layers; l++) {
        net_layer_take(&file->layers.layer[l], file->layers.from_first, net, l);
    }
    return check_finite(file, net);
}

bool net_file_seems(const char *path)
{
    enum { HEAD_BYTES = 32 };
    uint8_t head[HEAD_BYTES];
    size_t got = head_read(path, head, sizeof head);
    bool named = path_ends_with(path, ".safetensors") || path_ends_with(path, ".npz");
    /* The length of the header, which is below 4 GB, and then the header's brace. */
    bool tensors = got > 8 && memcmp(head + 4, "\0\0\0\0{", 5) == 0;
    return got == 0 || named || tensors || zip_is(head, got);
}

bool net_file_load_bytes(Net *net, NetMeta *meta, NetMoments *moments, const uint8_t *bytes,
                         size_t size, const char *name, Err *err)
{
    Listed file = {.name = name, .err = err};
    *net = (Net){0};
    if (moments) {
        *moments = (NetMoments){0};
    }
    bool listed = zip_is(bytes, size)
                      ? net_npz_read(&file.tensors, meta, bytes, size, NET_FILE_BYTES, name, err)
                      : net_safetensors_read(&file.tensors, meta, bytes, size, name, err);
    bool ok =
        listed && take_net(&file, meta, net) && (!moments || take_moments(&file, meta, moments));
    if (!ok) {
        net_free(net);
        net_meta_free(meta);
    }
    net_tensors_free(&file.tensors);
    return ok;
}
