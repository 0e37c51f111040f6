/* The kind, then the sizes, then the pixels: what a file claims takes no room before it is known to
 * fit. PNG is libpng's, JPEG, WebP and BMP are SDL_image's, the rest is read here. */
#include "base/picture.h"

#include <SDL_image.h>
#include <png.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/head.h"
#include "base/picture_gif.h"
#include "base/picture_head.h"
#include "base/picture_kind.h"
#include "base/picture_pnm.h"
#include "base/picture_room.h"
#include "base/picture_turn.h"
#include "base/stream.h"
#include "base/sys_file.h"

static const char *const DAMAGED = "it is damaged, or of a kind that Inkling cannot read";

/* What is wrong is in image->message. */
static const char *read_png(Picture *picture, const uint8_t *data, size_t size, png_image *image)
{
    *image = (png_image){.version = PNG_IMAGE_VERSION};
    if (!png_image_begin_read_from_memory(image, data, size)) {
        return image->message;
    }
    const char *wrong = picture_make(picture, image->width, image->height);
    image->format = PNG_FORMAT_RGBA;
    if (!wrong && !png_image_finish_read(image, NULL, picture->rgba, 0, NULL)) {
        wrong = image->message;
    }
    png_image_free(image);
    return wrong;
}

/* Whatever the pixels of a surface are, as RGBA: what has no alpha is opaque. */
static const char *take_surface(Picture *picture, SDL_Surface *from)
{
    const char *wrong = picture_make(picture, from->w, from->h);
    if (wrong) {
        return wrong;
    }
    SDL_Surface *to = SDL_CreateRGBSurfaceWithFormatFrom(picture->rgba, from->w, from->h, 32,
                                                         4 * from->w, SDL_PIXELFORMAT_RGBA32);
    SDL_SetSurfaceBlendMode(from, SDL_BLENDMODE_NONE);
    bool ok = to && SDL_BlitSurface(from, NULL, to, NULL) == 0;
    SDL_FreeSurface(to);
    return ok ? NULL : DAMAGED;
}

static const char *read_by_sdl(Picture *picture, PictureKind kind, const uint8_t *data, size_t size)
{
    SDL_RWops *in = SDL_RWFromConstMem(data, (int)size);
    SDL_Surface *surface = !in                    ? NULL
                           : kind == PICTURE_JPEG ? IMG_LoadJPG_RW(in)
                           : kind == PICTURE_WEBP ? IMG_LoadWEBP_RW(in)
                                                  : IMG_LoadBMP_RW(in);
    const char *wrong = surface ? take_surface(picture, surface) : DAMAGED;
    SDL_FreeSurface(surface);
    if (in) {
        SDL_RWclose(in);
    }
    return wrong;
}

/* What is wrong with it, or NULL; image is room for the words of libpng. */
static const char *read_known(Picture *picture, PictureKind kind, const uint8_t *data, size_t size,
                              png_image *image)
{
    PictureHead head;
    if (kind == PICTURE_PNM) {
        return picture_pnm_read(picture, data, size);
    }
    if (kind == PICTURE_GIF) {
        return picture_gif_read(picture, data, size);
    }
    const char *wrong = picture_head_read(kind, data, size, &head);
    wrong = wrong ? wrong : picture_fits(head.width, head.height);
    if (!wrong) {
        wrong = kind == PICTURE_PNG ? read_png(picture, data, size, image)
                                    : read_by_sdl(picture, kind, data, size);
    }
    if (!wrong && !picture_turn(picture, head.orientation)) {
        wrong = PICTURE_NO_MEMORY;
    }
    return wrong;
}

/* Says what is wrong with a picture, and what helps. */
static bool refuse(const char *name, const char *wrong, Err *err)
{
    bool large = wrong == PICTURE_TOO_LARGE, memory = wrong == PICTURE_NO_MEMORY;
    return err_set_code(err,
                        large    ? ERR_FOREIGN
                        : memory ? ERR_NO_MEMORY
                                 : ERR_DAMAGED,
                        "%s cannot be read as a picture: %s; %s.", name, wrong,
                        large    ? "make it smaller, or cut out the part with the digits"
                        : memory ? "close other programs, or make it smaller"
                                 : "save it again, as PNG or JPEG");
}

bool picture_read(Picture *picture, const uint8_t *data, size_t size, const char *name, Err *err)
{
    const char *foreign;
    png_image image;
    PictureKind kind = picture_kind_of(data, size, &foreign);
    *picture = (Picture){0};
    if (size == 0) {
        return err_set_code(err, ERR_DAMAGED, "%s is empty; choose a picture.", name);
    }
    if (kind == PICTURE_FOREIGN) {
        return err_set_code(err, ERR_FOREIGN,
                            "%s cannot be read as a picture: it is %s; save it as PNG or JPEG.",
                            name, foreign ? foreign : "of no format that Inkling knows");
    }
    const char *wrong = read_known(picture, kind, data, size, &image);
    if (wrong) {
        picture_free(picture);
        return refuse(name, wrong, err);
    }
    return true;
}

bool picture_load(Picture *picture, const char *path, Err *err)
{
    uint8_t *data;
    size_t size;
    *picture = (Picture){0};
    if (!file_read(path, PICTURE_MAX_BYTES, &data, &size, err)) {
        return false;
    }
    bool ok = picture_read(picture, data, size, path, err);
    free(data);
    return ok;
}

bool picture_load_stream(Picture *picture, const char *path, Err *err)
{
    uint8_t *data;
    size_t size;
    *picture = (Picture){0};
    if (!stream_read(path, PICTURE_MAX_BYTES, &data, &size, err)) {
        return false;
    }
    const char *name = strcmp(path, "-") == 0 ? "Standard input" : path;
    bool ok = picture_read(picture, data, size, name, err);
    free(data);
    return ok;
}

bool picture_seems(const char *path)
{
    enum { HEAD_BYTES = 1024 };
    uint8_t head[HEAD_BYTES];
    size_t got = head_read(path, head, sizeof head);
    return got > 0 && picture_kind_known(head, got);
}

void picture_free(Picture *picture)
{
    free(picture->rgba);
    *picture = (Picture){0};
}
