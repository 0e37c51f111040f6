/* The film of a run. */
#include "shell/film.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/number.h"
#include "nn/answer.h"
#include "shell/action.h"
#include "shell/choose.h"
#include "shell/cost_line.h"
#include "shell/tell.h"
#include "ui/film_picture.h"

enum {
    WHOLE_MS = 10000, /* of the run, */
    LAST_MS = 2000,   /* and its last frame */
    TURNS_PASSED = 3, /* that the window has before the next frame, while it is drawn */
    END_MS = 2000,    /* to wait for the other thread */
    LOOK_MS = 50,     /* how often it is seen how far the ground is */
    TOLD_PARTS = 50,  /* steps of the bar that tells how far it is */
};

/* The first one that keeps below the most bytes. */
static const struct {
    float scale;
    int frames;
} SIZE[] = {{1.0f, 150}, {1.0f, 75}, {0.75f, 75}, {0.5f, 50}};

enum { SIZES = sizeof SIZE / sizeof SIZE[0] };

bool film_is_under_way(const Shell *shell)
{
    return shell->film && !shell->film->stopped;
}

bool film_can(const Shell *shell)
{
    return shell->film ? film_is_under_way(shell) : reel_can(shell->lab);
}

const char *film_label(const Shell *shell)
{
    return shell->film ? "Stop the film" : NULL;
}

/* How far it is, where that is still shown. */
static void tell_progress(Shell *shell)
{
    const Film *film = shell->film;
    Notice *notice = &shell->notice;
    int frames = film->work->reel.frames, before = (int)(notice->share * TOLD_PARTS);
    if (notice->action != ACTION_FILM || film->stopped) {
        return;
    }
    notice->share = (float)film->frame / (float)frames;
    if ((int)(notice->share * TOLD_PARTS) != before) {
        snprintf(notice->text, sizeof notice->text, "The film is being made: %d of %d moments.",
                 film->frame, frames);
        shell->redraw = true;
    }
}

static void start(Shell *shell, FilmTask task)
{
    Film *film = shell->film;
    film->work->task = task;
    film->work->job = (Job){.run = film_work_run};
    film->busy = true;
    jobs_start(film->jobs, &film->work->job);
}

/* Frames and picture of the next size; the first of them comes once there is a film for them. */
static bool begin_size(Shell *shell, int size, Err *err)
{
    Film *film = shell->film;
    FilmWork *work = film->work;
    paint_set_scale(&film->paint, SIZE[size].scale);
    film->size = size;
    film->frame = 0;
    work->w = paint_px(&film->paint, FILM_PICTURE_W);
    work->h = paint_px(&film->paint, FILM_PICTURE_H);
    FilmPlaces places;
    film_picture_place(&places, &film->paint, reel_has_ground(&work->reel),
                       (SDL_Rect){0, 0, work->w, work->h});
    work->ground_w = places.ground.w;
    work->ground_h = places.ground.h;
    free(work->argb);
    free(work->rgb);
    work->argb = malloc((size_t)work->w * (size_t)work->h * sizeof *work->argb);
    work->rgb = malloc(3 * (size_t)work->w * (size_t)work->h);
    if (!work->argb || !work->rgb) {
        return err_set(err, "There is not enough memory for a film of the run.");
    }
    reel_set_frames(&work->reel, SIZE[size].frames);
    start(shell, FILM_BEGIN);
    return true;
}

void film_free(Shell *shell)
{
    Film *film = shell->film;
    if (!film) {
        return;
    }
    if (film->work && film->work->reel.survey) {
        film->work->reel.survey->unwanted = true;
    }
    if (jobs_destroy(film->jobs, END_MS)) {
        film_work_free(film->work); /* else a thread may read of it for ever */
    }
    paint_free(&film->paint);
    free(film);
    shell->film = NULL;
}

bool film_begin(Shell *shell, const char *path, Err *err)
{
    if (shell->film) {
        return err_set(err, "A film is being made already: stop it, or wait for its end.");
    }
    Film *film = shell->film = calloc(1, sizeof *film);
    FilmWork *work = film ? film->work = calloc(1, sizeof *work) : NULL;
    if (!work) {
        film_free(shell);
        return err_set(err, "There is not enough memory for a film of the run.");
    }
    *work = (FilmWork){.most = FILM_BYTES};
    bool ok = path_join(&work->path, path, "") ||
              err_set(err, "%.80s... is too long a name; choose a shorter one.", path);
    ok = ok && reel_make(&work->reel, shell->lab, SIZE[0].frames, err) &&
         paint_make(&film->paint, shell->paint->renderer, err);
    film->jobs = ok ? jobs_create(shell->lab->wake, shell->lab->wake_context, err) : NULL;
    if (!film->jobs) {
        film_free(shell);
        return false;
    }
    work->theme = film->paint.theme = shell->paint->theme;
    start(shell, FILM_CHECK);
    tell(shell, false, ACTION_FILM, "The film is being made: first the ground of the cost.");
    return true;
}

void film_toggle(Shell *shell)
{
    if (!shell->film) {
        choose_begin(shell, FILES_FILM);
    } else {
        shell->film->stopped = true; /* what is under way comes to its end first */
        tell(shell, false, ACTION_NONE, "The film was stopped: nothing was saved.");
    }
}

static void print_moment(const Film *film, const ReelFrame *frame, char *text, size_t room)
{
    char step[NUMBER_TEXT];
    const History *history = &film->work->reel.history;
    number_print(step, sizeof step, frame->step);
    size_t used = (size_t)snprintf(text, room, "epoch %.*f of %d · minibatch %s",
                                   frame->epoch < 0.1  ? 4
                                   : frame->epoch < 10 ? 2
                                                       : 1,
                                   frame->epoch, film->work->reel.moments.epochs, step);
    if (frame->points > 0 && used < room) {
        snprintf(text + used, room - used, " · cost %.3f",
                 (double)history->point[frame->points - 1].smooth);
    }
}

static void draw(Film *film, SDL_Rect box)
{
    Reel *reel = &film->work->reel;
    ReelFrame frame = reel_frame(reel, film->frame);
    FilmGround ground = {.relief = &film->work->relief,
                         .image = &film->work->image,
                         .place = (const double(*)[PLANE_AXES])reel->place,
                         .places = frame.moment + 1};
    FilmPicture picture = {.sheet = &reel->sheet,
                           .wall = {.picture = reel->picture,
                                    .activation = reel->acts.activation[0],
                                    .full = neuron_wall_full(frame.net),
                                    .chosen = -1},
                           .neurons = reel->neurons,
                           .of = frame.net->shape.size[1],
                           .cost = &film->strip,
                           .caption = reel->caption,
                           .ground = reel_has_ground(reel) ? &ground : NULL};
    const NetMoments *moments = &reel->moments;
    double end = moments->done[moments->count - 1] * (double)moments->steps;
    if (reel->has_ink) {
        chart_update(&picture.chart, net_outputs(frame.net, &reel->acts));
    }
    cost_line_make(&film->strip, &reel->history, frame.points, end);
    film->strip.end = 2.0f; /* no mark at the planned end */
    print_moment(film, &frame, picture.moment, sizeof picture.moment);
    film_picture_draw(&film->paint, &picture, box);
}

/* The next frame, painted beside the window and read back. */
static bool paint_frame_of(Film *film, Err *err)
{
    FilmWork *work = film->work;
    SDL_Renderer *renderer = film->paint.renderer;
    SDL_Rect box = {0, 0, work->w, work->h};
    SDL_Texture *texture = SDL_CreateTexture(renderer, SDL_PIXELFORMAT_ARGB8888,
                                             SDL_TEXTUREACCESS_TARGET, box.w, box.h);
    bool ok = texture && SDL_SetRenderTarget(renderer, texture) == 0;
    if (ok) {
        draw(film, box);
        ok = SDL_RenderReadPixels(renderer, &box, SDL_PIXELFORMAT_ARGB8888, work->argb,
                                  box.w * (int)sizeof *work->argb) == 0;
        SDL_SetRenderTarget(renderer, NULL);
    }
    if (texture) {
        SDL_DestroyTexture(texture);
    }
    return ok || err_set(err, "The film cannot be painted (%s).", SDL_GetError());
}

static void end_badly(Shell *shell, const Err *err)
{
    Err why = *err; /* it may be the film's own */
    film_free(shell);
    tell(shell, true, ACTION_NONE, why.text);
}

static void end_well(Shell *shell)
{
    char said[ERR_TEXT_MAX];
    const FilmWork *work = shell->film->work;
    snprintf(said, sizeof said, "Saved to %.900s: %d moments, %d of them different, %.1f MB.",
             work->path.text, work->reel.frames, apng_frames(work->apng),
             (double)apng_size(work->apng) / 1e6);
    film_free(shell);
    tell(shell, false, ACTION_NONE, said);
}

/* It has become too large: again, smaller. */
static void shrink(Shell *shell)
{
    Err err;
    int size = shell->film->size + 1;
    err_set(&err, "The film would be larger than %d MB, whatever its size: it is not saved.",
            FILM_BYTES / 1000000);
    if (size == SIZES || !begin_size(shell, size, &err)) {
        end_badly(shell, &err);
    }
}

/* What comes after a task that went well. */
static void follow(Shell *shell)
{
    Err err;
    Film *film = shell->film;
    switch (film->work->task) {
    case FILM_CHECK:
        start(shell, FILM_SURVEY);
        break;
    case FILM_SURVEY:
        if (!begin_size(shell, 0, &err)) {
            end_badly(shell, &err);
        }
        break;
    case FILM_BEGIN: /* the first frame */
        break;
    case FILM_ADD:
        if (film->work->too_large) {
            shrink(shell);
        } else if (++film->frame == film->work->reel.frames) {
            start(shell, FILM_SAVE);
        }
        break;
    case FILM_SAVE:
        end_well(shell);
        break;
    }
}

/* What has come of the task. */
static void take(Shell *shell)
{
    Film *film = shell->film;
    film->busy = false;
    if (film->stopped) {
        film_free(shell);
    } else if (film->work->ok) {
        follow(shell);
    } else {
        end_badly(shell, &film->work->err);
    }
}

/* One frame more. */
static void go_on(Shell *shell)
{
    Err err;
    Film *film = shell->film;
    bool last = film->frame == film->work->reel.frames - 1;
    film->work->ms =
        last ? LAST_MS : (WHOLE_MS + film->work->reel.frames / 2) / film->work->reel.frames;
    if (!paint_frame_of(film, &err)) {
        end_badly(shell, &err);
        return;
    }
    start(shell, FILM_ADD);
    tell_progress(shell);
}

/* The survey goes on to more than the film shows. */
static void end_survey(Film *film)
{
    Survey *survey = film->work->reel.survey;
    if (survey && film->work->task == FILM_SURVEY &&
        (film->stopped || reel_is_surveyed(&film->work->reel))) {
        survey->unwanted = true;
    }
}

void film_update(Shell *shell)
{
    if (shell->film && shell->film->busy) {
        end_survey(shell->film);
        if (jobs_done(shell->film->jobs, &shell->film->work->job, 0)) {
            take(shell);
        }
    }
    Film *film = shell->film;
    if (!film || film->busy) {
        return;
    }
    if (shell->redraw && film->passed < TURNS_PASSED) {
        film->passed++;
        return;
    }
    film->passed = 0;
    go_on(shell);
}

int film_sleep_ms(const Shell *shell)
{
    const Film *film = shell->film;
    return !film ? -1 : !film->busy ? 0 : film->work->task == FILM_SURVEY ? LOOK_MS : -1;
}

void film_forget(Shell *shell)
{
    if (shell->film) {
        paint_forget(&shell->film->paint);
    }
}
