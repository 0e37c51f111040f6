/* What a session keeps besides the drawing and the weights, a row each: read, written and compared
 * by the same table. */
#include "lab/session_facts.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "lab/moment.h"
#include "lab/session_item.h"

typedef enum FactKind { FACT_BOOL, FACT_INT, FACT_BITS, FACT_FLOAT, FACT_SEED } FactKind;

static const double SEED_MAX = 9007199254740992.0; /* exact in JSON */

#define AT(field) offsetof(SessionFacts, field)

/* The names are those of the file. What is first is so on the first start, but for the recipe: that
 * is for train_config_default() to say. */
static const struct Fact {
    const char *name;
    FactKind kind;
    size_t at;
    double low, high, first;
} FACT[] = {
    {"brush", FACT_FLOAT, AT(settings.brush_cell), (double)BRUSH_MIN_CELL, (double)BRUSH_MAX_CELL,
     (double)BRUSH_DEFAULT_CELL},
    {"dark", FACT_BOOL, AT(settings.dark), 0, 1, true},
    {"zoom", FACT_FLOAT, AT(settings.zoom), 0.5, 4, 1},
    {"full_screen", FACT_BOOL, AT(settings.full_screen), 0, 1, 0},
    {"second_opinion", FACT_BOOL, AT(settings.second_opinion), 0, 1, true},
    {"less_motion", FACT_BOOL, AT(settings.less_motion), 0, 1, 0},
    {"has_drawn", FACT_BOOL, AT(settings.has_drawn), 0, 1, 0},
    {"strip_open", FACT_BOOL, AT(settings.strip_open), 0, 1, 0},
    {"data_mnist", FACT_BOOL, AT(plan.data_mnist), 0, 1, true},
    {"data_strokes", FACT_BOOL, AT(plan.data_strokes), 0, 1, true},
    {"data_own", FACT_BOOL, AT(plan.data_own), 0, 1, true},
    {"data_asked", FACT_BOOL, AT(plan.data_asked), 0, 1, 0},
    {"augment", FACT_BOOL, AT(plan.augment), 0, 1, true},
    {"speed", FACT_INT, AT(plan.speed), 0, PLAN_SPEEDS - 1, PLAN_SPEEDS - 1},
    {"present_hidden", FACT_BITS, AT(settings.present_hidden), 0, 15, 0},
    {"window_w", FACT_INT, AT(settings.window_w), 0, 16384, 0},
    {"window_h", FACT_INT, AT(settings.window_h), 0, 16384, 0},
    {"tour_step", FACT_INT, AT(settings.tour_step), 0, 1000, 0},
    {"tour_done", FACT_BITS, AT(settings.tour_done), 0, UINT32_MAX, 0},
    {"rate", FACT_FLOAT, AT(recipe.rate), 0, 1e3, 0},
    {"first_layer", FACT_FLOAT, AT(recipe.first_layer), 0, 1, 0},
    {"minibatch", FACT_INT, AT(recipe.minibatch), 1, 1e4, 0},
    {"epochs", FACT_INT, AT(recipe.epochs), 1, 1e5, 0},
    {"decay", FACT_FLOAT, AT(recipe.decay), 0, 1, 0},
    {"seed", FACT_SEED, AT(recipe.seed), 0, SEED_MAX, 0},
};

enum { WINDOW_LEAST = 200, FACTS = sizeof FACT / sizeof FACT[0] };

static double number_of(const SessionFacts *facts, const struct Fact *fact)
{
    const void *at = (const char *)facts + fact->at;
    return fact->kind == FACT_BOOL    ? *(const bool *)at
           : fact->kind == FACT_INT   ? *(const int *)at
           : fact->kind == FACT_BITS  ? *(const unsigned *)at
           : fact->kind == FACT_FLOAT ? (double)*(const float *)at
                                      : (double)*(const uint64_t *)at;
}

static void set_number(SessionFacts *facts, const struct Fact *fact, double number)
{
    void *at = (char *)facts + fact->at;
    switch (fact->kind) {
    case FACT_BOOL:
        *(bool *)at = number != 0.0;
        break;
    case FACT_INT:
        *(int *)at = (int)number;
        break;
    case FACT_BITS:
        *(unsigned *)at = (unsigned)number;
        break;
    case FACT_FLOAT:
        *(float *)at = (float)number;
        break;
    case FACT_SEED:
        *(uint64_t *)at = (uint64_t)number;
        break;
    }
}

SessionFacts session_facts_default(void)
{
    SessionFacts facts = {.settings.tool = TOOL_PEN};
    for (int i = 0; i < FACTS; i++) {
        set_number(&facts, &FACT[i], FACT[i].first);
    }
    facts.recipe = train_config_default();
    facts.plan.cost = facts.recipe.cost;
    return facts;
}

FactRange session_facts_range(size_t at)
{
    const struct Fact *fact = FACT;
    while (fact->at != at) {
        fact++;
        assert(fact < FACT + FACTS);
    }
    return (FactRange){(float)fact->low, (float)fact->high, (float)fact->first};
}

void session_facts_take(const Lab *lab, SessionFacts *facts)
{
    *facts = (SessionFacts){
        .settings = lab->settings,
        .plan = lab->plan,
        .recipe = lab->recipe,
        .preparation = lab->preparation,
        .network = session_network_of(&lab->model),
    };
    facts->network.broken_off = moment_is_broken_off(lab);
}

void session_facts_give(const SessionFacts *facts, Lab *lab)
{
    lab->settings = facts->settings;
    lab->plan = facts->plan;
    lab->recipe = lab->config = facts->recipe;
    lab->preparation = facts->preparation;
}

bool session_facts_equal(const SessionFacts *a, const SessionFacts *b)
{
    for (int i = 0; i < FACTS; i++) {
        double x = number_of(a, &FACT[i]), y = number_of(b, &FACT[i]);
        if (x < y || x > y) {
            return false;
        }
    }
    return a->settings.tool == b->settings.tool && a->plan.cost == b->plan.cost &&
           net_shape_equal(&a->plan.layers, &b->plan.layers) && a->preparation == b->preparation &&
           session_network_equal(&a->network, &b->network);
}

static void print_layers(const NetShape *shape, char *text, size_t room)
{
    *text = 0;
    for (int l = 1; l < shape->layers; l++) {
        size_t used = strlen(text);
        snprintf(text + used, room - used, l > 1 ? ",%d" : "%d", shape->size[l]);
    }
}

static bool put_words(const SessionFacts *facts, cJSON *object)
{
    char layers[64];
    print_layers(&facts->plan.layers, layers, sizeof layers);
    return cJSON_AddStringToObject(object, "tool",
                                   facts->settings.tool == TOOL_ERASER ? "eraser" : "pen") &&
           cJSON_AddStringToObject(object, "cost", net_cost_name(facts->plan.cost)) &&
           cJSON_AddStringToObject(object, "preparation", preparation_name(facts->preparation)) &&
           cJSON_AddStringToObject(object, "layers", layers);
}

bool session_facts_put(const SessionFacts *facts, cJSON *object)
{
    bool ok = session_network_put(&facts->network, object) && put_words(facts, object);
    for (int i = 0; ok && i < FACTS; i++) {
        double number = number_of(facts, &FACT[i]);
        ok = FACT[i].kind == FACT_BOOL ? cJSON_AddBoolToObject(object, FACT[i].name, number != 0.0)
                                       : cJSON_AddNumberToObject(object, FACT[i].name, number);
    }
    return ok;
}

static void get_tool(Settings *settings, const cJSON *object, bool *damaged)
{
    const char *tool = session_word(object, "tool", damaged);
    bool pen = strcmp(tool, "pen") == 0, eraser = strcmp(tool, "eraser") == 0;
    *damaged = *damaged || (*tool && !pen && !eraser);
    settings->tool = eraser ? TOOL_ERASER : pen ? TOOL_PEN : settings->tool;
}

static void get_words(SessionFacts *facts, const cJSON *object, bool *damaged)
{
    Err err;
    NetShape layers;
    const char *cost = session_word(object, "cost", damaged);
    const char *preparation = session_word(object, "preparation", damaged);
    const char *shape = session_word(object, "layers", damaged);
    bool ok = (!*cost || net_cost_parse(cost, &facts->plan.cost)) &&
              (!*preparation || preparation_parse(preparation, &facts->preparation));
    if (*shape && net_shape_parse(shape, &layers, &err)) {
        facts->plan.layers = layers;
    } else {
        ok = ok && !*shape;
    }
    *damaged = *damaged || !ok;
    get_tool(&facts->settings, object, damaged);
}

void session_facts_get(SessionFacts *facts, const cJSON *object, bool *damaged)
{
    Err err;
    TrainConfig recipe = facts->recipe;
    Settings *settings = &facts->settings;
    Plan *plan = &facts->plan;
    if (cJSON_HasObjectItem(object, "rate")) {
        facts->recipe.first_layer = 1.0f; /* where an older session says nothing of it */
    }
    for (int i = 0; i < FACTS; i++) {
        const struct Fact *fact = &FACT[i];
        double is = number_of(facts, fact);
        set_number(facts, fact,
                   fact->kind == FACT_BOOL
                       ? session_bool(object, fact->name, is != 0.0, damaged)
                       : session_number(object, fact->name, fact->low, fact->high, is, damaged));
    }
    if (!train_config_check(&facts->recipe, &err)) {
        facts->recipe = recipe;
        *damaged = true;
    }
    if (settings->window_w < WINDOW_LEAST || settings->window_h < WINDOW_LEAST) {
        settings->window_w = settings->window_h = 0; /* as the first time */
    }
    plan->data_mnist = plan->data_mnist || (!plan->data_strokes && !plan->data_own);
    get_words(facts, object, damaged);
    session_network_get(&facts->network, object, damaged);
}
