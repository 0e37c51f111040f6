/* What the large network reads, asked only where the one on show is in doubt. */
#include "lab/opinion.h"

#include <stdio.h>

#include "lab/models.h"

static bool is_wanted(const Lab *lab)
{
    return lab->settings.second_opinion && lab->has_ink && lab->answer.kind != ANSWER_SURE &&
           !lab->model.fresh && model_shipped(&lab->model) != SHIPPED_LARGE;
}

static bool is_there(Opinion *opinion)
{
    Err unused; /* without it there is no second opinion, and nothing is lost */
    if (!opinion->model.net.block && !opinion->missing) {
        opinion->missing = !model_load_shipped(&opinion->model, SHIPPED_LARGE, &unused);
    }
    return !opinion->missing;
}

void opinion_update(Lab *lab)
{
    Err unused;
    Opinion *opinion = &lab->opinion;
    float outputs[NET_OUTPUTS];
    opinion->given =
        is_wanted(lab) && is_there(opinion) && models_read(lab, &opinion->model, outputs, &unused);
    if (opinion->given) {
        opinion->answer = answer_of(outputs);
    }
}

void opinion_print(const Opinion *opinion, char *text, size_t room)
{
    const Answer *answer = &opinion->answer;
    if (!opinion->given) {
        *text = '\0';
    } else if (answer->kind == ANSWER_SURE) {
        snprintf(text, room, "%d", answer->digit);
    } else if (answer->kind == ANSWER_DOUBT) {
        snprintf(text, room, "%d or %d", answer->digit, answer->other);
    } else {
        snprintf(text, room, "no digit");
    }
}

void opinion_free(Opinion *opinion)
{
    model_free(&opinion->model);
    *opinion = (Opinion){0};
}
