/* MNIST, or what is in its place: where it may lie. */
#include "train/mnist.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PLACES_MAX = PATH_PLACES + 1 };

/* Source: the SHA-256 sums are those of the copies in common use, torchvision's among them.
 * Of the files unpacked a CRC-32 is enough, at a tenth of the time: nobody gains by a forgery, and
 * by chance other data have all four once in 2^128. */
static const MnistFile FILES[MNIST_FILES] = {
    {"train-images-idx3-ubyte.gz", 9912422,
     "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609", 0xe9f4d8b3},
    {"train-labels-idx1-ubyte.gz", 28881,
     "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c", 0xe0cb4ad2},
    {"t10k-images-idx3-ubyte.gz", 1648877,
     "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6", 0x91373bdf},
    {"t10k-labels-idx1-ubyte.gz", 4542,
     "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6", 0x4ab9eff9},
};

const MnistFile *mnist_files(void)
{
    return FILES;
}

bool mnist_refuse(const Bundle *bundle, const DigitFiles *files, Err *err)
{
    char there[256];
    const char *missing = NULL;
    bool any = false;
    bundle_print_names(bundle, there, sizeof there);
    for (int i = MNIST_FILES - 1; i >= 0; i--) {
        any = any || files->file[i] >= 0;
        missing = files->file[i] < 0 ? FILES[i].name : missing;
    }
    if (!bundle->folder && !bundle->zip) {
        return err_set_code(err, ERR_FOREIGN,
                            "%s is no CSV file and no zip archive of images: of MNIST's four files "
                            "name the folder.",
                            bundle->path.text);
    }
    return any ? err_set_code(err, ERR_MISSING,
                              "%s does not have all four files of MNIST: %s is missing; there is "
                              "%s.",
                              bundle->path.text, missing, there)
               : err_set_code(err, ERR_MISSING,
                              "%s has neither the four files of MNIST, %s and so on, nor a "
                              "train.csv as Kaggle has it: there is %s.",
                              bundle->path.text, FILES[0].name, there);
}

/* The only archive among the names; -1 for none, or for several. */
static int only_archive(const Bundle *bundle)
{
    int found = -1, archives = 0;
    for (int i = 0; i < bundle->names; i++) {
        if (path_ends_with(bundle->name[i], ".zip")) {
            archives++;
            found = i;
        }
    }
    return archives == 1 ? found : -1;
}

/* Whether a data set is in a folder, or in the only archive there. */
static bool find_in(const char *folder, Path *found, Err *err)
{
    Bundle bundle;
    DigitFiles files;
    if (!bundle_open(&bundle, folder, err)) {
        return false;
    }
    int archive = only_archive(&bundle);
    bool ok = true;
    if (digit_files_choose(&files, bundle.name, bundle.names)) {
        *found = bundle.path;
    } else if (archive >= 0) {
        ok = path_join(found, folder, bundle.name[archive]);
    } else {
        ok = mnist_refuse(&bundle, &files, err);
    }
    bundle_free(&bundle);
    return ok;
}

/* The folder or file that somebody named, and none but that. A file is looked at when it is loaded.
 */
static bool find_chosen(const char *chosen, Path *folder, Err *err)
{
    if (!path_join(folder, chosen, "")) {
        return err_set_code(err, ERR_VALUE,
                            "The name of the folder %.80s... is too long: choose a shorter one.",
                            chosen);
    }
    if (path_is_folder(chosen)) {
        folder->text[0] = 0;
        return find_in(chosen, folder, err);
    }
    return path_exists(chosen) ||
           err_set_code(err, ERR_MISSING, "There is no folder or file %s to read MNIST from.",
                        chosen);
}

/* The places to search where nobody named one; returns how many. */
static int list_places(Path place[PLACES_MAX])
{
    Err none;
    Path shipped[PATH_PLACES];
    int count = 0, ways = path_places("data/mnist", "mnist", shipped);
    for (int i = 0; i < ways; i++) {
        place[count++] = shipped[i];
        count += i == 0 && path_user("mnist", &place[count], &none);
    }
    return count;
}

/* The folder that the user named, on the command line or in the environment; NULL for none. */
static const char *named(const char *chosen)
{
    const char *set = getenv("INKLING_DATA");
    return chosen ? chosen : set && *set ? set : NULL;
}

bool mnist_home(const char *chosen, Path *folder, Err *err)
{
    const char *name = named(chosen);
    if (!name) {
        return path_user("mnist", folder, err);
    }
    return path_join(folder, name, "") ||
           err_set_code(err, ERR_VALUE,
                        "The name of the folder %.80s... is too long: choose a shorter one.", name);
}

bool mnist_find(const char *chosen, Path *folder, Err *err)
{
    Path place[PLACES_MAX];
    const char *name = named(chosen);
    folder->text[0] = 0;
    if (name) {
        return find_chosen(name, folder, err);
    }
    int count = list_places(place);
    for (int i = 0; i < count; i++) {
        if (path_is_folder(place[i].text) && find_in(place[i].text, folder, err)) {
            return true;
        }
    }
    folder->text[0] = 0;
    err_set_code(err, ERR_MISSING,
                 "MNIST was not found: choose File > Get MNIST in the window, or name its folder "
                 "with --data. Looked in");
    for (int i = 0; i < count; i++) {
        size_t used = strlen(err->text);
        snprintf(err->text + used, sizeof err->text - used, "%s %s%s", i > 0 ? "," : "",
                 place[i].text, i == count - 1 ? "." : "");
    }
    return false;
}

const char *mnist_name(bool other)
{
    return other ? "other data" : "MNIST";
}
