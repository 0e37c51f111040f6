/* Saving the network on show without being asked where. */
#include "shell/save.h"

#include <stdio.h>

#include "lab/models.h"
#include "shell/choose.h"
#include "shell/tell.h"

void save_now(Shell *shell)
{
    Err err;
    const Model *model = &shell->lab->model;
    if (!*model->path.text || model->with_run) {
        choose_begin(shell, FILES_SAVE);
        return;
    }
    char path[PATH_TEXT_MAX];
    snprintf(path, sizeof path, "%s", model->path.text);
    tell_unless(shell, models_save(shell->lab, path, &err), &err);
}
