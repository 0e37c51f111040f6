/* Items of a session's JSON, in which nothing is trusted. */
#ifndef LAB_SESSION_ITEM_H
#define LAB_SESSION_ITEM_H

#include <cjson/cJSON.h>
#include <stdbool.h>

/**
 * A number of an object, or `otherwise` where it is missing.
 *
 * @param[in,out] damaged  set where something is there that cannot be it; likewise below
 */
double session_number(const cJSON *object, const char *name, double low, double high,
                      double otherwise, bool *damaged);

/** True or false, or `otherwise` where it is missing. */
bool session_bool(const cJSON *object, const char *name, bool otherwise, bool *damaged);

/** A word of an object; "" where it is missing. */
const char *session_word(const cJSON *object, const char *name, bool *damaged);

#endif
