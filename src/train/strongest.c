/* The images that fire one neuron most, looked for a part at a time. */
#include "train/strongest.h"

#include <string.h>

#include "nn/look.h"

void strongest_begin(Strongest *strongest, int layer, int neuron)
{
    *strongest = (Strongest){.layer = layer, .neuron = neuron};
}

static double z_of(const Strongest *strongest, const Net *net, const Dataset *data, int image,
                   NetActs *acts)
{
    NetInput input = dataset_input(data, image);
    if (strongest->layer > 0) {
        net_forward(net, &input, acts);
    }
    return look_z(net, strongest->layer, strongest->neuron, acts, &input);
}

static bool same_image(const Dataset *data, int a, int b)
{
    NetInput x = dataset_input(data, a), y = dataset_input(data, b);
    return x.count == y.count && memcmp(x.cell, y.cell, (size_t)x.count * sizeof *x.cell) == 0 &&
           memcmp(x.level, y.level, (size_t)x.count) == 0;
}

/* The user's digits are in a mix several times. A copy has the very same z. */
static bool is_copy(const Strongest *strongest, const Dataset *data, int at, int image)
{
    double z = strongest->best[at].z;
    for (; at >= 0 && !(strongest->best[at].z > z); at--) {
        if (same_image(data, strongest->best[at].image, image)) {
            return true;
        }
    }
    return false;
}

static void insert(Strongest *strongest, const Dataset *data, StrongestImage found)
{
    int at = strongest->count;
    while (at > 0 && strongest->best[at - 1].z < found.z) {
        at--;
    }
    bool equal = at > 0 && !(strongest->best[at - 1].z > found.z);
    if (at == STRONGEST_IMAGES || (equal && is_copy(strongest, data, at - 1, found.image))) {
        return;
    }
    strongest->count += strongest->count < STRONGEST_IMAGES;
    for (int i = strongest->count - 1; i > at; i--) {
        strongest->best[i] = strongest->best[i - 1];
    }
    strongest->best[at] = found;
}

bool strongest_go_on(Strongest *strongest, const Net *net, const Dataset *data, int images,
                     NetActs *acts)
{
    for (; images > 0 && strongest->looked < data->images; images--) {
        int image = strongest->looked++;
        insert(strongest, data, (StrongestImage){image, z_of(strongest, net, data, image, acts)});
    }
    return strongest->looked == data->images;
}

void strongest_measure(Strongest *strongest, const Net *net, const Dataset *data, NetActs *acts)
{
    Strongest old = *strongest;
    strongest->count = 0;
    for (int i = 0; i < old.count; i++) {
        int image = old.best[i].image;
        insert(strongest, data, (StrongestImage){image, z_of(&old, net, data, image, acts)});
    }
}
