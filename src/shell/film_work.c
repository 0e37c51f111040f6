/* What the film of a run has another thread do. */
#include "shell/film_work.h"

#include <stdlib.h>

#include "base/file.h"

static bool survey(FilmWork *work)
{
    Reel *reel = &work->reel;
    reel_survey(reel);
    if (reel_has_ground(reel)) {
        survey_relief(reel->survey, REEL_GROUND, &work->relief);
    }
    return true;
}

/* The ground is the same in all frames. */
static bool draw_ground(FilmWork *work)
{
    Uint32 shade[RELIEF_SHADES];
    if (!relief_image_fit(&work->image, work->ground_w, work->ground_h, true)) {
        return err_set(&work->err, "There is not enough memory for a film of the run.");
    }
    relief_shades(work->theme->ground, shade);
    relief_ground_draw(&work->image, &work->relief, shade, film_ground_turn(), work->theme->window);
    return true;
}

static bool begin(FilmWork *work)
{
    apng_destroy(work->apng);
    work->apng = apng_create(work->w, work->h, &work->err);
    return work->apng && (!reel_has_ground(&work->reel) || draw_ground(work));
}

/* The other order of the same, for which the window has no time. */
static void spell_pixels(FilmWork *work)
{
    uint8_t *to = work->rgb;
    for (size_t i = 0; i < (size_t)work->w * (size_t)work->h; i++) {
        *to++ = (uint8_t)(work->argb[i] >> 16);
        *to++ = (uint8_t)(work->argb[i] >> 8);
        *to++ = (uint8_t)work->argb[i];
    }
}

static bool add(FilmWork *work)
{
    spell_pixels(work);
    bool ok = apng_add(work->apng, work->rgb, work->ms, &work->err);
    work->too_large = apng_size(work->apng) > work->most;
    return ok;
}

static bool save(FilmWork *work)
{
    uint8_t *png;
    size_t size;
    bool ok = apng_make(work->apng, &png, &size, &work->err) &&
              file_save(work->path.text, png, size, &work->err);
    free(png);
    return ok;
}

void film_work_run(Job *job)
{
    FilmWork *work = (FilmWork *)job;
    switch (work->task) {
    case FILM_CHECK:
        work->ok = file_may_save(work->path.text, &work->err);
        break;
    case FILM_SURVEY:
        work->ok = survey(work);
        break;
    case FILM_BEGIN:
        work->ok = begin(work);
        break;
    case FILM_ADD:
        work->ok = add(work);
        break;
    case FILM_SAVE:
        work->ok = save(work);
        break;
    }
}

void film_work_free(FilmWork *work)
{
    if (work) {
        apng_destroy(work->apng);
        relief_image_free(&work->image);
        reel_free(&work->reel);
        free(work->argb);
        free(work->rgb);
        free(work);
    }
}
