/* The time line: which frames stay, and that they are what the trainer gave out. */
#include "train/timeline.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "digits.h"
#include "nn/net_file.h"
#include "scratch.h"
#include "train/trainer.h"

enum { TRAIN_IMAGES = 330, TEST_IMAGES = 90, MOMENTS = 100000 };

typedef struct Fixture {
    Timeline timeline;
    Net net;
} Fixture;

/* How much of the run is done at a place. */
static double moment_at(double place)
{
    return place * place * place;
}

static int set_up(void **state)
{
    Fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    digits_net(&f->net, "16,16", 3);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    Fixture *f = *state;
    timeline_free(&f->timeline);
    net_free(&f->net);
    free(f);
    return 0;
}

/* The weights that a test gives out at a moment tell which it was. */
static void add(Fixture *f, int moment)
{
    f->net.block[0] = (float)moment;
    assert_true(timeline_add(&f->timeline, (double)moment / MOMENTS, &f->net));
}

static int moment_of(const TimelineFrame *frame)
{
    return (int)frame->net.block[0];
}

static void frames_stay_in_bounds_and_the_first_and_the_newest_among_them(void **state)
{
    Fixture *f = *state;
    for (int moment = 0; moment <= 20000; moment++) {
        add(f, moment);
        const TimelineFrame *newest = &f->timeline.frame[f->timeline.frames - 1];
        assert_in_range(f->timeline.frames, 1, TIMELINE_FRAMES);
        assert_int_equal(moment_of(&f->timeline.frame[0]), 0);
        assert_int_equal(moment_of(newest), moment);
    }
    size_t bytes = (size_t)f->timeline.capacity * f->net.floats * sizeof(float);
    assert_in_range(bytes, TIMELINE_BYTES - TIMELINE_BYTES / 100, TIMELINE_BYTES);
    for (int i = 1; i < f->timeline.frames; i++) {
        const TimelineFrame *frame = &f->timeline.frame[i];
        assert_true(frame->id > frame[-1].id);
        assert_int_equal(moment_of(frame), (int)(frame->done * MOMENTS + 0.5));
    }
}

static void frames_are_spread_evenly_over_the_line(void **state)
{
    Fixture *f = *state;
    for (int moment = 0; moment <= MOMENTS; moment++) {
        add(f, moment);
    }
    int frames = f->timeline.frames;
    assert_true(frames >= f->timeline.capacity / 2 - 1);
    for (int i = 1; i < frames - 1; i++) {
        const TimelineFrame *frame = &f->timeline.frame[i];
        double first = timeline_place(1.0 / MOMENTS); /* there is none before */
        double far = timeline_place(frame->done) - timeline_place(frame[-1].done);
        assert_true(far >= f->timeline.spacing);
        assert_true(far <= 2.0 * f->timeline.spacing + first);
    }
    int early = timeline_nearest(&f->timeline, 0.01);
    assert_true(early > frames / 6); /* a hundredth of the run has more than a sixth of them */
}

static void the_spacing_doubles_when_there_is_no_room(void **state)
{
    Fixture *f = *state;
    int room = TIMELINE_BYTES / (int)(f->net.floats * sizeof(float));
    double apart = 0.5 / room;
    for (int frame = 0; frame < room; frame++) {
        assert_true(timeline_add(&f->timeline, moment_at(frame * apart), &f->net));
        assert_int_equal(f->timeline.frames, frame + 1);
    }
    assert_true(timeline_add(&f->timeline, moment_at(room * apart), &f->net));
    assert_in_range(f->timeline.frames, room / 3, room / 2 + 2);
    assert_true(f->timeline.spacing > 1.99 * apart && f->timeline.spacing < 2.01 * apart);
}

static void a_frame_that_is_held_stays(void **state)
{
    Fixture *f = *state;
    for (int moment = 0; moment < 200; moment++) {
        add(f, moment);
    }
    int held = f->timeline.held = f->timeline.frame[191].id;
    for (int moment = 200; moment < 5000; moment++) {
        add(f, moment);
    }
    int at = timeline_find(&f->timeline, held);
    assert_true(at > 0);
    assert_int_equal(moment_of(&f->timeline.frame[at]), 191);
    f->timeline.held = f->timeline.frame[f->timeline.frames - 1].id;
    add(f, 5000);
    assert_int_equal(moment_of(&f->timeline.frame[f->timeline.frames - 2]), 4999);
}

static void networks_of_any_size_have_some_frames(void **state)
{
    Fixture *f = *state;
    net_free(&f->net);
    digits_net(&f->net, "512,512", 3);
    for (int moment = 0; moment < 100; moment++) {
        add(f, moment);
        assert_in_range(f->timeline.frames,
                        moment < TIMELINE_LEAST / 3 ? moment + 1 : TIMELINE_LEAST / 3,
                        TIMELINE_LEAST);
    }
}

static void a_moment_that_is_not_later_changes_nothing(void **state)
{
    Fixture *f = *state;
    add(f, 0);
    add(f, 5);
    add(f, 5);
    add(f, 4);
    assert_int_equal(f->timeline.frames, 2);
    assert_int_equal(moment_of(&f->timeline.frame[1]), 5);
}

static void a_run_goes_on_from_a_frame_and_what_came_after_is_gone(void **state)
{
    Fixture *f = *state;
    for (int moment = 0; moment < 40; moment++) {
        add(f, moment);
    }
    int gone = f->timeline.frame[11].id;
    timeline_cut(&f->timeline, 10);
    assert_int_equal(f->timeline.frames, 11);
    assert_int_equal(timeline_find(&f->timeline, gone), -1);
    add(f, 12);
    assert_int_equal(moment_of(&f->timeline.frame[11]), 12);
    assert_true(f->timeline.frame[11].id > gone);
}

static void the_nearest_frame_is_found(void **state)
{
    Fixture *f = *state;
    assert_int_equal(timeline_nearest(&f->timeline, 0.5), -1);
    add(f, 0);
    add(f, 30000);
    add(f, 40000);
    assert_int_equal(timeline_nearest(&f->timeline, 0.0), 0);
    double half = moment_at(0.5 * timeline_place(0.3));
    assert_int_equal(timeline_nearest(&f->timeline, 0.99 * half), 0);
    assert_int_equal(timeline_nearest(&f->timeline, 1.01 * half), 1);
    assert_int_equal(timeline_nearest(&f->timeline, 0.9), 2);
}

static void another_run_begins_with_no_frames_and_new_numbers(void **state)
{
    Fixture *f = *state;
    add(f, 0);
    f->timeline.held = f->timeline.frame[0].id;
    timeline_clear(&f->timeline);
    assert_int_equal(f->timeline.frames, 0);
    assert_int_equal(f->timeline.held, 0);
    net_free(&f->net);
    digits_net(&f->net, "32", 3);
    add(f, 0);
    assert_int_equal(f->timeline.frame[0].id, 2);
}

/* The file of a moment. */
static Path file_of(const Path *folder, int moment)
{
    char name[16];
    snprintf(name, sizeof name, "%d", moment);
    return scratch_path(folder, name);
}

/* Take single steps, the untrained network included; each becomes a frame and a file. */
static void train(Fixture *f, Trainer *trainer, int minibatch, int moments, const Path *folder)
{
    Err err;
    Net net = {0};
    TrainStats stats = {0};
    for (int saved = 0; saved < moments;) {
        trainer_wait(trainer, 10000);
        if (trainer_poll(trainer, &net, &stats) && stats.images == (int64_t)saved * minibatch) {
            assert_true(timeline_add(&f->timeline, stats.done, &net));
            assert_true(net_save(&net, &(NetInfo){0}, file_of(folder, saved++).text, &err));
            trainer_step(trainer);
        }
    }
    net_free(&net);
}

static void a_frame_is_the_network_saved_at_that_step_bit_for_bit(void **state)
{
    enum { MOMENTS_SAVED = 10 };
    Fixture *f = *state;
    Dataset learned, test;
    Path folder;
    Err err;
    TrainConfig config = digits_config();
    scratch_make(&folder);
    digits_make(&learned, TRAIN_IMAGES, 1);
    digits_make(&test, TEST_IMAGES, 2);
    Trainer *trainer = trainer_create(&learned, &test, 1, false, NULL, NULL, &err);
    assert_non_null(trainer);
    assert_true(trainer_start(trainer, &config, &f->net, true, &err));
    train(f, trainer, config.minibatch, MOMENTS_SAVED, &folder);
    trainer_destroy(trainer);
    assert_int_equal(f->timeline.frames, MOMENTS_SAVED);
    for (int i = 0; i < f->timeline.frames; i++) {
        NetInfo info;
        Net loaded;
        assert_true(net_load(&loaded, &info, file_of(&folder, i).text, &err));
        assert_true(digits_same(&loaded, &f->timeline.frame[i].net));
        assert_true(i == 0 || !digits_same(&loaded, &f->timeline.frame[i - 1].net));
        net_free(&loaded);
    }
    dataset_free(&learned);
    dataset_free(&test);
    scratch_free(&folder);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(frames_stay_in_bounds_and_the_first_and_the_newest_among_them),
        TEST(frames_are_spread_evenly_over_the_line),
        TEST(the_spacing_doubles_when_there_is_no_room),
        TEST(a_frame_that_is_held_stays),
        TEST(networks_of_any_size_have_some_frames),
        TEST(a_moment_that_is_not_later_changes_nothing),
        TEST(a_run_goes_on_from_a_frame_and_what_came_after_is_gone),
        TEST(the_nearest_frame_is_found),
        TEST(another_run_begins_with_no_frames_and_new_numbers),
        TEST(a_frame_is_the_network_saved_at_that_step_bit_for_bit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
