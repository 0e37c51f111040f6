/* The film of a run: whole and right whatever happens meanwhile, or no file at all. */
#include "files_fixture.h"

#include "apng_reader.h"
#include "base/file.h"
#include "lab/choices.h"
#include "lab/scrub.h"
#include "scratch_disk.h"
#include "shell/film.h"
#include "ui/film_picture.h"

enum { STEPS = 8, MINIBATCH = 10, EPOCHS = 4, FRAMES = 150, RUN_MS = 149 * 67 + 2000 };

/* One turn of the loop, as app_run() has it, for as long as a film lets it sleep. */
static void turn(Fixture *f)
{
    SDL_Event event;
    int sleep_ms = app_sleep_ms(&f->app);
    int got = SDL_WaitEventTimeout(&event, sleep_ms < 0 ? FIXTURE_GUARD_MS : sleep_ms);
    for (; got; got = SDL_PollEvent(&event)) {
        app_handle(&f->app, &event);
    }
    fixture_frame(f);
}

/* Until so many frames are in the film, or it is over. */
static void wait_for(Fixture *f, int frames)
{
    while (f->app.shell.film && f->app.shell.film->frame < frames) {
        turn(f);
    }
}

static void wait_for_end(Fixture *f)
{
    wait_for(f, FRAMES + 1);
    assert_null(f->app.shell.film);
}

static bool is_idle(const App *app)
{
    return app->lab.stats.phase == TRAIN_IDLE;
}

/* A digit on the sheet, and a run of single steps. */
static void make_run(Fixture *f)
{
    f->app.lab.recipe.minibatch = MINIBATCH;
    f->app.lab.recipe.epochs = EPOCHS;
    action_do(&f->app.shell, ACTION_RESET);
    fixture_stroke(f, SDL_BUTTON_LEFT, 14.0f, 5.0f, 13.0f, 22.0f);
    for (int step = 1; step <= STEPS; step++) {
        fixture_key(f, SDLK_t, KMOD_LCTRL | KMOD_LSHIFT);
        while (f->app.lab.stats.images < step * MINIBATCH) {
            fixture_turn(f);
        }
    }
}

/* By the dialog. */
static Path begin(Fixture *f, const char *name)
{
    Path path = scratch_path(&f->home, name);
    action_do(&f->app.shell, ACTION_FILM);
    fixture_frame(f);
    assert_int_equal(f->app.shell.dialog, DIALOG_FILES);
    assert_int_equal(f->app.shell.files.purpose, FILES_FILM);
    files_retype(f, path.text);
    fixture_key(f, SDLK_RETURN, 0);
    assert_int_equal(f->app.shell.dialog, DIALOG_NONE);
    return path;
}

static uint8_t *read_file(const Path *path, size_t *size)
{
    Err err;
    uint8_t *bytes;
    if (!file_read(path->text, FILM_BYTES, &bytes, size, &err)) {
        fail_msg("%s", err.text);
    }
    return bytes;
}

static bool has_colour(const SeenFilm *film, int frame, SDL_Rect box, SDL_Color colour)
{
    for (int y = box.y; y < box.y + box.h; y++) {
        for (int x = box.x; x < box.x + box.w; x++) {
            const uint8_t *pixel = film->frame[frame].rgb + 3 * (y * film->w + x);
            if (pixel[0] == colour.r && pixel[1] == colour.g && pixel[2] == colour.b) {
                return true;
            }
        }
    }
    return false;
}

/* What the notice says is in the file. */
static void check_counts(const Fixture *f, int frames)
{
    int moments, different;
    const char *said = strstr(f->app.shell.notice.text, ".png: ");
    assert_non_null(said);
    assert_int_equal(sscanf(said, ".png: %d moments, %d of them", &moments, &different), 2);
    assert_int_equal(moments, FRAMES);
    assert_int_equal(different, frames);
}

static void the_film_shows_the_run_from_its_first_weights_to_its_newest(void **state)
{
    Fixture *f = *state;
    SeenFilm *film = malloc(sizeof *film);
    size_t size;
    assert_non_null(film);
    assert_false(action_can(&f->app.shell, ACTION_FILM));
    make_run(f);
    Path path = begin(f, "run.png");
    assert_string_equal(action_label(&f->app.shell, ACTION_FILM), "Stop the film");
    wait_for_end(f);
    assert_non_null(strstr(f->app.shell.notice.text, path.text));
    uint8_t *bytes = read_file(&path, &size);
    seen_read(film, bytes, size);
    assert_int_equal(film->w, FILM_PICTURE_W);
    assert_int_equal(film->h, FILM_PICTURE_H);
    assert_int_equal(film->plays, 0);
    assert_in_range(film->frames, STEPS, FRAMES);
    check_counts(f, film->frames);
    int ms = 0;
    for (int i = 0; i < film->frames; i++) {
        ms += film->frame[i].ms;
    }
    assert_int_equal(ms, RUN_MS);
    assert_true(film->frame[film->frames - 1].ms >= 2000);
    Paint *paint = &f->board.paint;
    FilmPlaces places;
    film_picture_place(&places, paint, true, (SDL_Rect){0, 0, film->w, film->h});
    for (int i = 0; i < film->frames; i += film->frames - 1) {
        assert_true(has_colour(film, i, places.sheet, paint->theme->ink));
        assert_true(has_colour(film, i, places.bars, paint->theme->positive));
        assert_true(has_colour(film, i, places.caption, paint->theme->secondary));
        assert_true(has_colour(film, i, places.ground, (SDL_Color){255, 255, 255, 255})); /* ball */
    }
    assert_false(has_colour(film, 0, places.cost, paint->theme->positive)); /* the curve grows */
    assert_true(has_colour(film, film->frames - 1, places.cost, paint->theme->positive));
    seen_free(film);
    free(film);
    free(bytes);
}

static void without_a_ground_the_answer_is_large(void **state)
{
    Fixture *f = *state;
    SeenFilm *film = malloc(sizeof *film);
    size_t size;
    assert_non_null(film);
    make_run(f);
    Dataset *images = &f->app.lab.mix.train;
    int count = images->images;
    action_do(&f->app.shell, ACTION_STOP);
    fixture_wait(f, is_idle);
    images->images = 0; /* as while they are being loaded */
    Path path = begin(f, "run.png");
    images->images = count;
    wait_for_end(f);
    uint8_t *bytes = read_file(&path, &size);
    seen_read(film, bytes, size);
    FilmPlaces places;
    SDL_Rect box = {0, 0, film->w, film->h};
    film_picture_place(&places, &f->board.paint, false, box);
    assert_int_equal(places.ground.w, 0);
    assert_true(places.answer.w > 0);
    assert_true(has_colour(film, film->frames - 1, places.answer, f->board.paint.theme->secondary));
    seen_free(film);
    free(film);
    free(bytes);
}

static void nothing_that_happens_meanwhile_changes_it(void **state)
{
    Fixture *f = *state;
    size_t size, disturbed_size;
    make_run(f);
    Path path = begin(f, "quiet.png");
    wait_for_end(f);
    Path other = files_save_network(f, "five.safetensors", "5");
    Path disturbed = begin(f, "disturbed.png");
    wait_for(f, 3);
    fixture_key(f, SDLK_DELETE, 0); /* the drawing */
    fixture_stroke(f, SDL_BUTTON_LEFT, 5.0f, 5.0f, 22.0f, 22.0f);
    wait_for(f, 20);
    scrub_to(&f->app.lab, 2);
    wait_for(f, 40);
    action_do(&f->app.shell, ACTION_DARK);
    fixture_resize(f, 900, 600, 1.0f);
    wait_for(f, 60);
    files_drop(f, other.text); /* the run is gone */
    assert_false(scrub_can(&f->app.lab));
    wait_for(f, 80);
    fixture_key(f, SDLK_t, KMOD_LCTRL); /* another one */
    fixture_draw(f);
    wait_for(f, 100);
    app_handle(&f->app, &(SDL_Event){.type = SDL_RENDER_TARGETS_RESET});
    wait_for_end(f);
    uint8_t *bytes = read_file(&path, &size);
    uint8_t *disturbed_bytes = read_file(&disturbed, &disturbed_size);
    assert_int_equal(size, disturbed_size);
    assert_memory_equal(bytes, disturbed_bytes, size);
    free(bytes);
    free(disturbed_bytes);
}

static void stopping_it_leaves_no_file(void **state)
{
    Fixture *f = *state;
    make_run(f);
    for (int frames = 0; frames <= 40; frames += 40) {
        Path path = begin(f, "run.png");
        wait_for(f, frames);
        assert_non_null(f->app.shell.film);
        fixture_click(f, fixture_widget(f, ACTION_FILM)); /* the notice's button */
        wait_for_end(f);
        assert_false(path_exists(path.text));
        assert_non_null(strstr(f->app.shell.notice.text, "stopped"));
        assert_true(action_can(&f->app.shell, ACTION_FILM));
        for (int turns = 0; app_sleep_ms(&f->app) == 0;
             turns++) { /* and the window comes to rest */
            assert_true(turns < FRAMES);
            turn(f);
        }
    }
}

static void closing_the_window_leaves_no_file(void **state)
{
    Fixture *f = *state;
    make_run(f);
    Path path = begin(f, "run.png");
    wait_for(f, 10);
    fixture_start_again(f, f->data.text);
    assert_null(f->app.shell.film);
    assert_false(path_exists(path.text));
}

/* It is PNG whatever one calls it. */
static void an_ending_that_stands_for_another_format_gives_way(void **state)
{
    Fixture *f = *state;
    make_run(f);
    Path gif = begin(f, "run.gif"), png = scratch_path(&f->home, "run.png");
    wait_for_end(f);
    assert_true(path_exists(png.text));
    assert_false(path_exists(gif.text));
    assert_non_null(strstr(f->app.shell.notice.text, "run.png"));
}

static void quit_in_the_midst_of_it(Fixture *f)
{
    wait_for(f, 10);
    fixture_key(f, SDLK_q, KMOD_LCTRL);
    for (int i = 0; i < 1000 && f->app.shell.dialog != DIALOG_LEAVE; i++) {
        turn(f);
    }
    assert_int_equal(f->app.shell.dialog, DIALOG_LEAVE);
    assert_false(f->app.shell.quit);
    assert_non_null(strstr(f->app.shell.leave.err.text, "film"));
    assert_non_null(strstr(action_label(&f->app.shell, ACTION_LEAVE_AGAIN), "saved"));
    fixture_draw(f);
}

static void who_quits_in_the_midst_of_it_is_asked(void **state)
{
    Fixture *f = *state;
    make_run(f);
    Path path = begin(f, "run.png");
    quit_in_the_midst_of_it(f);
    fixture_key(f, SDLK_ESCAPE, 0); /* go on as if nothing had been */
    assert_int_equal(f->app.shell.dialog, DIALOG_NONE);
    assert_non_null(f->app.shell.film);
    quit_in_the_midst_of_it(f);
    while (!f->app.shell.quit) { /* once it is whole */
        turn(f);
    }
    assert_true(path_exists(path.text));
}

static void who_quits_without_it_loses_it(void **state)
{
    Fixture *f = *state;
    make_run(f);
    Path path = begin(f, "run.png");
    quit_in_the_midst_of_it(f);
    fixture_click(f, fixture_widget(f, ACTION_LEAVE_LOSE));
    assert_true(f->app.shell.quit);
    assert_non_null(f->app.shell.film);
    assert_false(path_exists(path.text));
}

static void a_folder_that_is_not_there_is_told(void **state)
{
    Fixture *f = *state;
    make_run(f);
    begin(f, "nowhere/run.png");
    wait_for_end(f);
    assert_true(f->app.shell.notice.bad);
    assert_non_null(strstr(f->app.shell.notice.text, "nowhere/run.png"));
}

static void a_full_disk_is_told_and_leaves_no_file(void **state)
{
    Fixture *f = *state;
    make_run(f);
    Path path = begin(f, "run.png");
    struct rlimit limit = scratch_fill_disk(5000);
    wait_for_end(f);
    scratch_free_disk(limit);
    assert_true(f->app.shell.notice.bad);
    assert_non_null(strstr(f->app.shell.notice.text, "run.png"));
    assert_false(path_exists(path.text));
}

static void a_film_that_becomes_too_large_is_made_smaller(void **state)
{
    Fixture *f = *state;
    SeenFilm *film = malloc(sizeof *film);
    size_t size, whole;
    assert_non_null(film);
    make_run(f);
    Path path = begin(f, "run.png");
    wait_for_end(f);
    free(read_file(&path, &whole));
    path = begin(f, "half.png");
    f->app.shell.film->work->most = whole / 2;
    wait_for_end(f);
    uint8_t *bytes = read_file(&path, &size);
    assert_true(size <= whole / 2);
    seen_read(film, bytes, size);
    assert_true(film->w < FILM_PICTURE_W || film->frames <= FRAMES / 2);
    assert_int_equal(film->w * FILM_PICTURE_H, film->h * FILM_PICTURE_W);
    seen_free(film);
    free(bytes);
    path = begin(f, "none.png");
    f->app.shell.film->work->most = 1000; /* no film is so small */
    wait_for_end(f);
    assert_false(path_exists(path.text));
    assert_non_null(strstr(f->app.shell.notice.text, "larger than"));
    begin(f, "none.png");
    f->app.shell.film->work->most = 1000;
    wait_for_end(f);
    assert_non_null(strstr(f->app.shell.notice.text, "larger than 20 MB"));
    free(film);
}

static void the_notice_tells_how_far_it_is(void **state)
{
    Fixture *f = *state;
    make_run(f);
    begin(f, "run.png");
    wait_for(f, 75);
    assert_int_equal(f->app.shell.notice.action, ACTION_FILM);
    assert_non_null(strstr(f->app.shell.notice.text, "of 150 moments"));
    assert_in_range((int)(100 * f->app.shell.notice.share), 40, 60);
    fixture_draw(f);
    fixture_click(f, fixture_widget(f, ACTION_CLOSE_NOTICE)); /* it goes on without */
    wait_for(f, 100);
    assert_string_equal(f->app.shell.notice.text, "");
    assert_true(action_can(&f->app.shell, ACTION_FILM));
    wait_for_end(f);
    assert_non_null(strstr(f->app.shell.notice.text, "Saved to"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(the_film_shows_the_run_from_its_first_weights_to_its_newest),
        APP_TEST(without_a_ground_the_answer_is_large),
        APP_TEST(nothing_that_happens_meanwhile_changes_it),
        APP_TEST(stopping_it_leaves_no_file),
        APP_TEST(closing_the_window_leaves_no_file),
        APP_TEST(an_ending_that_stands_for_another_format_gives_way),
        APP_TEST(who_quits_in_the_midst_of_it_is_asked),
        APP_TEST(who_quits_without_it_loses_it),
        APP_TEST(a_folder_that_is_not_there_is_told),
        APP_TEST(a_full_disk_is_told_and_leaves_no_file),
        APP_TEST(a_film_that_becomes_too_large_is_made_smaller),
        APP_TEST(the_notice_tells_how_far_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
