/* The file dialog on a disk that does not answer: nothing is lost, nothing is done twice. */
#include "files_fixture.h"

/* Work ahead of all others, as if the disk did not answer until the test lets it. */
typedef struct Disk {
    Job job;
    SDL_sem *answers;
} Disk;

static void wait_for_disk(Job *job)
{
    SDL_SemWait(((Disk *)job)->answers);
}

static void hold_disk(Fixture *f, Disk *disk)
{
    *disk = (Disk){.job = {.run = wait_for_disk}, .answers = SDL_CreateSemaphore(0)};
    assert_non_null(disk->answers);
    f->app.lab.errands.patience_ms = 20;
    jobs_start(f->app.lab.errands.jobs, &disk->job);
}

static bool nothing_is_under_way(const App *app)
{
    return app->lab.errands.errand == NULL;
}

static void release_disk(Fixture *f, Disk *disk)
{
    f->app.lab.errands.patience_ms = FIXTURE_GUARD_MS;
    SDL_SemPost(disk->answers);
    assert_true(jobs_done(f->app.lab.errands.jobs, &disk->job, FIXTURE_GUARD_MS));
    fixture_wait(f, nothing_is_under_way);
    SDL_DestroySemaphore(disk->answers);
}

/* With b.safetensors open, a name is given to the dialog as the disk stops answering. */
static void ask_for(Fixture *f, bool saving, const char *name, Disk *disk)
{
    files_drop(f, files_save_network(f, "b.safetensors", "5").text);
    files_save_network(f, "a.safetensors", "6");
    files_begin(f, saving);
    files_retype(f, name);
    hold_disk(f, disk);
    fixture_key(f, SDLK_RETURN, 0);
}

static void a_folder_whose_disk_does_not_answer_is_listed_when_it_does(void **state)
{
    Fixture *f = *state;
    Disk disk;
    files_drop(f, files_save_network(f, "b.safetensors", "5").text);
    hold_disk(f, &disk);
    files_begin(f, false);
    assert_int_equal(f->app.shell.files.entries, 0);
    assert_non_null(strstr(f->app.shell.files.message, "does not answer yet"));
    fixture_key(f, SDLK_DOWN, 0);
    fixture_draw(f);
    release_disk(f, &disk);
    assert_true(files_listed(f, "b.safetensors") >= 0);
    assert_string_equal(f->app.shell.files.message, "");
}

static void a_name_is_taken_when_its_disk_answers(void **state)
{
    Fixture *f = *state;
    Disk disk;
    ask_for(f, true, "a", &disk);
    fixture_key(f, SDLK_RETURN, 0); /* does not hurry it */
    assert_int_equal(f->app.shell.dialog, DIALOG_FILES);
    release_disk(f, &disk);
    assert_non_null(strstr(f->app.shell.files.message, "press Save again"));
    hold_disk(f, &disk);
    fixture_key(f, SDLK_RETURN, 0);
    release_disk(f, &disk);
    assert_int_equal(f->app.shell.dialog, DIALOG_NONE);
    assert_string_equal(path_name(f->app.lab.model.path.text), "a.safetensors");
}

static void a_dialog_that_was_closed_does_nothing_more(void **state)
{
    Fixture *f = *state;
    Disk disk;
    ask_for(f, false, "a.safetensors", &disk);
    fixture_key(f, SDLK_ESCAPE, 0);
    assert_int_equal(f->app.shell.dialog, DIALOG_NONE);
    files_begin(f, false);
    assert_non_null(strstr(f->app.shell.files.message, "does not answer yet"));
    release_disk(f, &disk);
    assert_int_equal(files_hidden_neurons(f), 5);
    assert_int_equal(f->app.shell.dialog, DIALOG_FILES);
    assert_true(files_listed(f, "a.safetensors") >= 0); /* the new one has its list */
}

static void nothing_can_be_chosen_before_the_folder_is_listed(void **state)
{
    Fixture *f = *state;
    Disk disk;
    FilesPlaces at;
    hold_disk(f, &disk);
    files_begin(f, false);
    files_place(&at, &f->board.paint, &f->app.shell.files, f->app.shell.layout.window);
    fixture_key(f, SDLK_RETURN, 0);
    fixture_click(f, fixture_middle(at.ok));
    fixture_click(f, fixture_middle(at.list));
    assert_int_equal(f->app.shell.dialog, DIALOG_FILES);
    release_disk(f, &disk);
}

static void a_name_that_is_changed_meanwhile_is_not_taken(void **state)
{
    Fixture *f = *state;
    Disk disk;
    ask_for(f, true, "a", &disk);
    fixture_type(f, "b");
    release_disk(f, &disk);
    assert_int_equal(f->app.shell.dialog, DIALOG_FILES);
    assert_string_equal(f->app.shell.files.name, "ab");
    assert_string_equal(f->app.shell.files.message, "");
    assert_string_equal(path_name(f->app.lab.model.path.text), "b.safetensors");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(a_folder_whose_disk_does_not_answer_is_listed_when_it_does),
        APP_TEST(a_name_is_taken_when_its_disk_answers),
        APP_TEST(a_dialog_that_was_closed_does_nothing_more),
        APP_TEST(nothing_can_be_chosen_before_the_folder_is_listed),
        APP_TEST(a_name_that_is_changed_meanwhile_is_not_taken),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
