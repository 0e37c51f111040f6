/* Items of a session's JSON. */
#include "lab/session_item.h"

double session_number(const cJSON *object, const char *name, double low, double high,
                      double otherwise, bool *damaged)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, name);
    bool fits = cJSON_IsNumber(item) && item->valuedouble >= low && item->valuedouble <= high;
    *damaged = *damaged || (item && !fits);
    return fits ? item->valuedouble : otherwise;
}

const char *session_word(const cJSON *object, const char *name, bool *damaged)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, name);
    *damaged = *damaged || (item && !cJSON_IsString(item));
    return cJSON_IsString(item) ? item->valuestring : "";
}

bool session_bool(const cJSON *object, const char *name, bool otherwise, bool *damaged)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, name);
    *damaged = *damaged || (item && !cJSON_IsBool(item));
    return cJSON_IsBool(item) ? cJSON_IsTrue(item) : otherwise;
}
