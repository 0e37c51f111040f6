/* The runs since the start of the program, kept with their curves so that they can be compared. */
#include "lab/runs.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* What may set runs apart; the first BASICS name a run that nothing sets apart. */
enum { PARTS = 11, BASICS = 4, PART_MAX = 64 };

static const char *print_part(const RunRecipe *run, int part, char text[PART_MAX])
{
    const TrainConfig *config = &run->config;
    char shape[PART_MAX];
    net_shape_print(&run->shape, shape, sizeof shape);
    switch (part) {
    case 0:
        snprintf(text, PART_MAX, "rate %g", (double)config->rate);
        break;
    case 1:
        snprintf(text, PART_MAX, "batch %d", config->minibatch);
        break;
    case 2:
        snprintf(text, PART_MAX, "%s", shape);
        break;
    case 3:
        snprintf(text, PART_MAX, "seed %" PRIu64, config->seed);
        break;
    case 4:
        snprintf(text, PART_MAX, "first layer %g of the rate", (double)config->first_layer);
        break;
    case 5:
        snprintf(text, PART_MAX, "%d epochs", config->epochs);
        break;
    case 6:
        snprintf(text, PART_MAX, "%s", net_cost_name(config->cost));
        break;
    case 7:
        snprintf(text, PART_MAX, "decay %g", (double)config->decay);
        break;
    case 8:
        snprintf(text, PART_MAX, "%s", augment_is_none(&config->augment) ? "plain" : "augmented");
        break;
    case 9:
        snprintf(text, PART_MAX, "%s", run->data);
        break;
    default:
        snprintf(text, PART_MAX, "%s", run->further ? "trained further" : "from random weights");
        break;
    }
    return text;
}

/* Whether that part is not the same in all runs that are no experiments. */
static bool tells_apart(const Runs *runs, int part)
{
    char first[PART_MAX] = "", other[PART_MAX];
    for (int i = 0; i < runs->count; i++) {
        if (*runs->run[i].recipe.title) {
            continue;
        }
        print_part(&runs->run[i].recipe, part, other);
        if (*first && strcmp(first, other) != 0) {
            return true;
        }
        memcpy(first, other, sizeof first);
    }
    return false;
}

static void append(char name[RUN_NAME_MAX], const char *between, const char *text)
{
    size_t used = strlen(name);
    snprintf(name + used, RUN_NAME_MAX - used, "%s%s", used ? between : "", text);
}

/* An experiment is called what it is; other runs by the parts that tell them apart, or else by the
 * first ones. */
static void name_by_parts(const Runs *runs, const RunRecipe *recipe, char name[RUN_NAME_MAX])
{
    char text[PART_MAX];
    snprintf(name, RUN_NAME_MAX, "%s", recipe->title);
    for (int part = 0; part < PARTS && !*recipe->title; part++) {
        if (tells_apart(runs, part)) {
            append(name, " · ", print_part(recipe, part, text));
        }
    }
    int basics = *name ? 0 : BASICS;
    for (int part = 0; part < basics; part++) {
        append(name, " · ", print_part(recipe, part, text));
    }
}

static void name_all(Runs *runs)
{
    for (int i = 0; i < runs->count; i++) {
        name_by_parts(runs, &runs->run[i].recipe, runs->run[i].name);
    }
    /* The same name again is counted, from the last one on: the earlier ones are bare until then.
     */
    for (int i = runs->count - 1; i > 0; i--) {
        int before = 0;
        char number[16];
        for (int other = 0; other < i; other++) {
            before += strcmp(runs->run[other].name, runs->run[i].name) == 0;
        }
        if (before > 0) {
            snprintf(number, sizeof number, "(%d)", before + 1);
            append(runs->run[i].name, " ", number);
        }
    }
}

static int free_colour(const Runs *runs)
{
    bool taken[RUNS_MAX] = {false};
    int colour = 0;
    for (int i = 0; i < runs->count; i++) {
        taken[runs->run[i].colour] = true;
    }
    while (taken[colour]) {
        colour++;
    }
    return colour;
}

void runs_begin(Runs *runs, const RunRecipe *recipe)
{
    assert(!runs->open);
    if (runs->count == RUNS_MAX) {
        runs_remove(runs, 0);
    }
    KeptRun run = {.recipe = *recipe, .id = ++runs->last_id, .colour = free_colour(runs)};
    runs->run[runs->count++] = run;
    runs->open = true;
    name_all(runs);
}

void runs_end(Runs *runs, Curves *curves)
{
    if (runs->open && curves->count > 1) {
        runs->run[runs->count - 1].curves = *curves;
        *curves = (Curves){0};
        runs->open = false;
    } else {
        curves_clear(curves);
        if (runs->open) {
            runs_remove(runs, runs->count - 1);
        }
    }
}

void runs_remove(Runs *runs, int i)
{
    assert(i >= 0 && i < runs->count);
    runs->open = runs->open && i < runs->count - 1;
    curves_free(&runs->run[i].curves);
    runs->count--;
    memmove(&runs->run[i], &runs->run[i + 1], (size_t)(runs->count - i) * sizeof runs->run[0]);
    name_all(runs);
}

void runs_reopen(Runs *runs, const KeptRun *run)
{
    bool taken = false;
    assert(!runs->open);
    for (int i = runs->count - 1; i >= 0; i--) {
        if (runs->run[i].id == run->id) {
            runs_remove(runs, i);
        }
    }
    if (runs->count == RUNS_MAX) {
        runs_remove(runs, 0);
    }
    for (int i = 0; i < runs->count; i++) {
        taken |= runs->run[i].colour == run->colour;
    }
    KeptRun again = *run;
    again.colour = taken ? free_colour(runs) : run->colour;
    runs->run[runs->count++] = again;
    runs->open = true;
    name_all(runs);
}

const Curves *runs_curves(const Runs *runs, int i, const Curves *open)
{
    return runs->open && i == runs->count - 1 ? open : &runs->run[i].curves;
}

void runs_free(Runs *runs)
{
    for (int i = 0; i < runs->count; i++) {
        curves_free(&runs->run[i].curves);
    }
    *runs = (Runs){0};
}
