/* How the network on show reads the user's own digits. */
#include "lab/reading.h"

#include <stdlib.h>

#include "base/clock.h"
#include "base/number.h"

enum {
    DIGITS_A_FRAME = 200, /* some milliseconds of work */
    TRAINING_PAUSE_MS = 300,
};

void reading_of_others(Lab *lab)
{
    Reading *reading = &lab->mine.reading;
    reading->prepared = 0;
    reading->stale = true;
}

void reading_free(Reading *reading)
{
    free(reading->input);
    free(reading->answer);
    net_acts_free(&reading->acts);
    *reading = (Reading){0};
}

static bool make_room(Reading *reading, int digits)
{
    if (digits <= reading->capacity) {
        return true;
    }
    int room = number_max(digits, 2 * reading->capacity);
    Sheet *input = realloc(reading->input, (size_t)room * sizeof *input);
    reading->input = input ? input : reading->input;
    uint8_t *answer = realloc(reading->answer, (size_t)room * sizeof *answer);
    reading->answer = answer ? answer : reading->answer;
    if (!input || !answer) {
        return false;
    }
    reading->capacity = room;
    return true;
}

static bool is_stale(const Lab *lab)
{
    const Reading *reading = &lab->mine.reading;
    return reading->stale || reading->net_version != lab->net_version;
}

/* How long until a count may begin, in ms. While the network learns it changes all the time. */
static int wait_ms(const Lab *lab)
{
    int left_ms = clock_until_ms(lab->mine.reading.begun_ms + TRAINING_PAUSE_MS);
    return lab->stats.phase == TRAIN_RUNNING ? left_ms : 0;
}

static void begin(Lab *lab)
{
    Reading *reading = &lab->mine.reading;
    Preparation preparation = model_preparation(&lab->model);
    reading->stale = false;
    reading->net_version = lab->net_version;
    reading->begun_ms = clock_ms();
    reading->prepared = preparation == reading->preparation ? reading->prepared : 0;
    reading->preparation = preparation;
    reading->read = 0;
    reading->counting = make_room(reading, lab->mine.own.digits.digits);
    reading->of = reading->counting ? reading->of : 0;
}

static void read_next(Lab *lab)
{
    Err err;
    Reading *reading = &lab->mine.reading;
    int i = reading->read++;
    if (i >= reading->prepared) {
        /* One that cannot be prepared for want of memory is read as blank. */
        digits_input(&lab->mine.own.digits, i, reading->preparation, &reading->input[i], &err);
        reading->prepared = i + 1;
    }
    const float *outputs =
        net_forward_levels(&lab->model.net, reading->input[i].cell, &reading->acts);
    reading->answer[i] = (uint8_t)net_answer(outputs);
}

static void end(Lab *lab)
{
    const Digits *digits = &lab->mine.own.digits;
    Reading *reading = &lab->mine.reading;
    reading->counting = false;
    reading->counts++;
    reading->of = digits->digits;
    reading->right = 0;
    for (int i = 0; i < digits->digits; i++) {
        reading->right += reading->answer[i] == digits->digit[i].label;
    }
    lab->news.shown = true;
}

static void go_on(Lab *lab, int most)
{
    Err err;
    Reading *reading = &lab->mine.reading;
    int digits = lab->mine.own.digits.digits;
    if (!net_acts_fit(&reading->acts, &lab->model.net.shape, &err)) {
        reading->counting = false;
        reading->of = 0;
        return;
    }
    for (; most > 0 && reading->read < digits; most--) {
        read_next(lab);
    }
    if (reading->read >= digits) {
        end(lab);
    }
}

void reading_update(Lab *lab)
{
    Reading *reading = &lab->mine.reading;
    bool learning = lab->stats.phase == TRAIN_RUNNING;
    /* A count under way goes on while the network learns, or it would never come to its end. */
    if (is_stale(lab) && wait_ms(lab) == 0 && !(reading->counting && learning)) {
        begin(lab);
    }
    if (reading->counting) {
        go_on(lab, DIGITS_A_FRAME);
    }
}

bool reading_finish(Lab *lab)
{
    Reading *reading = &lab->mine.reading;
    if (is_stale(lab)) {
        begin(lab);
    }
    if (reading->counting) {
        go_on(lab, lab->mine.own.digits.digits);
    }
    return reading->of == lab->mine.own.digits.digits;
}

int reading_sleep_ms(const Lab *lab)
{
    const Reading *reading = &lab->mine.reading;
    return reading->counting ? 0 : is_stale(lab) ? wait_ms(lab) : -1;
}
