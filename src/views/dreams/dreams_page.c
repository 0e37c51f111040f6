/* What the pages of the view Dreams share. */
#include "views/dreams/dreams_page.h"

#include <string.h>

int dreams_page_digit(const DreamsView *view)
{
    int chosen = view->chosen[view->page];
    return chosen > 0 ? chosen - 1
                      : net_answer(net_outputs(&view->lab->model.net, &view->lab->acts));
}

bool dreams_page_fit(DreamsView *view, NetActs *acts)
{
    Err err;
    bool ok = net_acts_fit(acts, &view->lab->model.net.shape, &err);
    if (!ok) {
        tell(view->shell, true, ACTION_NONE, err.text);
    }
    return ok;
}

bool dreams_page_copy(DreamsView *view, Net *copy, NetActs *acts)
{
    Err err;
    if (!dreams_page_fit(view, acts)) {
        return false;
    }
    if (!net_shape_equal(&copy->shape, &view->lab->model.net.shape)) {
        net_free(copy);
        if (!net_make(copy, &view->lab->model.net.shape, &err)) {
            tell(view->shell, true, ACTION_NONE, err.text);
            return false;
        }
    }
    net_copy(copy, &view->lab->model.net);
    return true;
}

void dreams_page_print_answer(const float outputs[NET_OUTPUTS], char *text, size_t room)
{
    Answer answer = answer_of(outputs);
    if (answer.kind == ANSWER_NONE) {
        snprintf(text, room, "no digit");
    } else {
        snprintf(text, room, answer.kind == ANSWER_SURE ? "%d" : "%d?", answer.digit);
    }
}
