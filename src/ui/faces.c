/* The font files: Inter, which comes with the program, and fonts of the system for what Inter has
 * no letters of. */
#include "ui/faces.h"

#include <stdlib.h>
#include <string.h>
#ifdef UI_FONTCONFIG
#include <fontconfig/fontconfig.h>
#endif

#include "base/path.h"

/* Its index; -1 where there is no room. */
static int add_face(Faces *faces, const char *path, long index)
{
    for (int i = 0; i < faces->count; i++) {
        if (faces->face[i].index == index && strcmp(faces->face[i].path, path) == 0) {
            return i;
        }
    }
    char *kept = faces->count < FACES_MAX ? strdup(path) : NULL;
    if (!kept) {
        return -1;
    }
    faces->face[faces->count] = (Face){kept, index};
    return faces->count++;
}

bool faces_make(Faces *faces, Err *err)
{
    static const char *const INTER[TEXT_WEIGHTS] = {
        "fonts/Inter-Regular.otf", "fonts/Inter-Medium.otf", "fonts/Inter-Bold.otf"};
    Path path;
    *faces = (Faces){0};
    for (int weight = 0; weight < TEXT_WEIGHTS; weight++) {
        if (!path_shipped(INTER[weight], &path, err)) {
            faces_free(faces);
            return false;
        }
        if (add_face(faces, path.text, 0) != weight) {
            faces_free(faces);
            return err_set_code(err, ERR_NO_MEMORY, "There is not enough memory for text.");
        }
    }
    return true;
}

#ifdef UI_FONTCONFIG

/* All fonts of the system, the best one first. */
static FcFontSet *list_fonts(TextWeight weight)
{
    static const int WEIGHT[TEXT_WEIGHTS] = {FC_WEIGHT_REGULAR, FC_WEIGHT_MEDIUM, FC_WEIGHT_BOLD};
    FcPattern *wish = FcInit() ? FcPatternCreate() : NULL;
    FcFontSet *list = NULL;
    if (wish) {
        FcResult result;
        FcPatternAddString(wish, FC_FAMILY, (const FcChar8 *)"sans-serif");
        FcPatternAddInteger(wish, FC_WEIGHT, WEIGHT[weight]);
        FcPatternAddInteger(wish, FC_SLANT, FC_SLANT_ROMAN);
        FcConfigSubstitute(NULL, wish, FcMatchPattern);
        FcDefaultSubstitute(wish);
        list = FcFontSort(NULL, wish, FcFalse, NULL, &result);
        FcPatternDestroy(wish);
    }
    return list ? list : FcFontSetCreate(); /* none, but asked */
}

static bool is_set(const FcPattern *font, const char *what)
{
    FcBool set = FcFalse;
    return FcPatternGetBool(font, what, 0, &set) == FcResultMatch && set;
}

/* Pictures of letters come in sizes of their own. Of a font that varies its instances are listed,
 * too, and FreeType opens those alone. */
static bool draws(const FcPattern *font, uint32_t code)
{
    FcCharSet *letters;
    return is_set(font, FC_OUTLINE) && !is_set(font, FC_VARIABLE) &&
           FcPatternGetCharSet(font, FC_CHARSET, 0, &letters) == FcResultMatch &&
           FcCharSetHasChar(letters, code);
}

int faces_find(Faces *faces, TextWeight weight, uint32_t code)
{
    if (!faces->system[weight]) {
        faces->system[weight] = list_fonts(weight);
    }
    const FcFontSet *list = faces->system[weight];
    for (int i = 0; list && i < list->nfont; i++) {
        FcChar8 *path;
        int index = 0;
        if (draws(list->fonts[i], code) &&
            FcPatternGetString(list->fonts[i], FC_FILE, 0, &path) == FcResultMatch) {
            /* The upper half of the index names the instance, as FreeType takes it. */
            FcPatternGetInteger(list->fonts[i], FC_INDEX, 0, &index);
            return add_face(faces, (const char *)path, index);
        }
    }
    return -1;
}

static void forget_list(void *list)
{
    if (list) {
        FcFontSetDestroy(list);
    }
}

#else

int faces_find(Faces *faces, TextWeight weight, uint32_t code)
{
    (void)faces;
    (void)weight;
    (void)code;
    return -1;
}

static void forget_list(void *list)
{
    (void)list;
}

#endif

void faces_free(Faces *faces)
{
    for (int i = 0; i < faces->count; i++) {
        free(faces->face[i].path);
    }
    for (int weight = 0; weight < TEXT_WEIGHTS; weight++) {
        forget_list(faces->system[weight]);
    }
    *faces = (Faces){0};
}
