/* What the commands share. */
#include "cli/cli.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/path.h"
#include "ink/strokes.h"
#include "train/unpack.h"

void cli_complain(const char *command, const Err *err)
{
    fprintf(stderr, "inkling%s%s: %s\n", command ? " " : "", command ? command : "", err->text);
}

bool cli_load_model(const char *path, Net *net, NetInfo *info, Preparation *preparation, Err *err)
{
    Path shipped;
    *net = (Net){0};
    if (!path) {
        if (!path_shipped("784-16-16-10.safetensors", &shipped, err)) {
            return false;
        }
        path = shipped.text;
    }
    if (!net_load(net, info, path, err)) {
        return false;
    }
    bool known = preparation_parse(info->preparation, preparation);
    assert(known); /* net_load() takes no others */
    cli_say_assumed(info, path);
    return true;
}

void cli_say_assumed(const NetInfo *info, const char *path)
{
    Err said;
    char text[ERR_TEXT_MAX];
    net_info_print_assumed(info, path_name(path), text, sizeof text);
    if (*text) {
        err_set(&said, "%s", text);
        cli_complain(NULL, &said);
    }
}

bool cli_load_digits(const char *path, Digits *digits, Err *err)
{
    uint8_t *text;
    size_t size;
    *digits = (Digits){0};
    if (!unpack_file(path, DIGITS_MAX_BYTES, &text, &size, NULL, err)) {
        return false;
    }
    bool ok = strokes_parse(digits, (char *)text, size, path, err) &&
              (digits->digits > 0 || err_set(err, "%s has no digits in it.", path));
    free(text);
    if (!ok) {
        digits_free(digits);
    }
    return ok;
}

static void say_waits(const char *path)
{
    Err said;
    err_set(&said, "%s is in use by another program: waiting until it is free.", path);
    cli_complain(NULL, &said);
}

bool cli_load_own(const char *command, Own *own, Path *path, Err *err)
{
    *own = (Own){0};
    if (!path_user("digits", path, err) || !own_load(own, path->text, say_waits, err)) {
        return false;
    }
    if (own->notice.text[0]) {
        cli_complain(command, &own->notice);
    }
    return true;
}

bool cli_print_json(cJSON *object, Err *err)
{
    char *line = cJSON_PrintUnformatted(object);
    cJSON_Delete(object);
    if (!line) {
        return err_set(err, "There is not enough memory.");
    }
    puts(line);
    fflush(stdout);
    cJSON_free(line);
    return true;
}
