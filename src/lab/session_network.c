/* What a session keeps of a network beside the file of its weights. */
#include "lab/session_network.h"

#include <stdio.h>
#include <string.h>

#include "base/path.h"
#include "lab/session_item.h"

static const double TRAINED_MAX_S = 1e11; /* some thousand years */

SessionNetwork session_network_of(const Model *model)
{
    SessionNetwork network = {
        .path = model->path,
        .changed = model->changed,
        .fresh = model->fresh,
        .broken_off = model->broken_off,
        .starts = model->starts,
        .with_run = model->with_run,
        .shipped = model->shipped,
        .trained_s = model->trained_s,
    };
    snprintf(network.name, sizeof network.name, "%s", model->name);
    return network;
}

bool session_network_load(const SessionNetwork *network, const char *path, Model *model, Err *err)
{
    *model = (Model){
        .path = network->path,
        .changed = network->changed,
        .fresh = network->fresh,
        .broken_off = network->broken_off,
        .starts = network->starts,
        .with_run = network->with_run,
        .shipped = network->shipped,
        .trained_s = network->trained_s,
    };
    snprintf(model->name, sizeof model->name, "%s", network->name);
    if (!*network->file || !net_load(&model->net, &model->info, path, err)) {
        *model = (Model){0};
        return *network->file ? false : err_set(err, "There is no file of the network.");
    }
    return true;
}

bool session_network_equal(const SessionNetwork *a, const SessionNetwork *b)
{
    return strcmp(a->path.text, b->path.text) == 0 && a->changed == b->changed &&
           a->fresh == b->fresh && a->broken_off == b->broken_off && a->starts == b->starts &&
           a->with_run == b->with_run && a->shipped == b->shipped &&
           strcmp(a->name, b->name) == 0 && a->trained_s == b->trained_s;
}

bool session_network_put(const SessionNetwork *network, cJSON *object)
{
    return cJSON_AddStringToObject(object, "network_file", network->file) &&
           cJSON_AddStringToObject(object, "network", network->path.text) &&
           cJSON_AddBoolToObject(object, "changed", network->changed) &&
           cJSON_AddBoolToObject(object, "fresh", network->fresh) &&
           cJSON_AddBoolToObject(object, "broken_off", network->broken_off) &&
           cJSON_AddBoolToObject(object, "starts", network->starts) &&
           cJSON_AddBoolToObject(object, "with_run", network->with_run) &&
           cJSON_AddNumberToObject(object, "shipped", network->shipped) &&
           cJSON_AddStringToObject(object, "name", network->name) &&
           cJSON_AddNumberToObject(object, "trained", (double)network->trained_s);
}

void session_network_get(SessionNetwork *network, const cJSON *object, bool *damaged)
{
    const char *file = session_word(object, "network_file", damaged);
    bool inside = path_name(file) == file && strlen(file) < sizeof network->file;
    *damaged = *damaged || !inside;
    *network = (SessionNetwork){
        .changed = session_bool(object, "changed", false, damaged),
        .fresh = session_bool(object, "fresh", false, damaged),
        .broken_off = session_bool(object, "broken_off", false, damaged),
        .starts = session_bool(object, "starts", false, damaged),
        .with_run = session_bool(object, "with_run", false, damaged),
        .shipped = (Shipped)session_number(object, "shipped", SHIPPED_NONE, SHIPPED_NETWORKS - 1,
                                           SHIPPED_NONE, damaged),
        .trained_s = (int64_t)session_number(object, "trained", 0, TRAINED_MAX_S, 0, damaged),
    };
    snprintf(network->file, sizeof network->file, "%s", inside ? file : "");
    snprintf(network->name, sizeof network->name, "%s", session_word(object, "name", damaged));
    path_join(&network->path, session_word(object, "network", damaged), "");
}
