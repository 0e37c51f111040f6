/* How the network on show reads the user's own digits. */
#include "app/reading.h"

#include <stdlib.h>

#include "app/models.h"

enum {
    DIGITS_A_FRAME = 200, /* some milliseconds of work */
    TRAINING_PAUSE_MS = 300,
};

void reading_of_others(App *app)
{
    Reading *reading = &app->lab.mine.reading;
    reading->prepared = 0;
    reading->stale = true;
}

void reading_free(Reading *reading)
{
    free(reading->input);
    free(reading->answer);
    *reading = (Reading){0};
}

static bool make_room(Reading *reading, int digits)
{
    if (digits <= reading->room) {
        return true;
    }
    int room = SDL_max(digits, 2 * reading->room);
    Sheet *input = realloc(reading->input, (size_t)room * sizeof *input);
    reading->input = input ? input : reading->input;
    uint8_t *answer = realloc(reading->answer, (size_t)room * sizeof *answer);
    reading->answer = answer ? answer : reading->answer;
    if (!input || !answer) {
        return false;
    }
    reading->room = room;
    return true;
}

/* How long until a count may begin, in ms. While the network learns it changes all the time. */
static int wait_ms(const App *app)
{
    Uint64 over = app->lab.mine.reading.begun_ms + TRAINING_PAUSE_MS, now = SDL_GetTicks64();
    return app->lab.stats.phase == TRAIN_RUNNING && over > now ? (int)(over - now) : 0;
}

static void begin(App *app)
{
    Reading *reading = &app->lab.mine.reading;
    Preparation preparation = models_preparation(&app->lab.model);
    reading->stale = false;
    reading->begun_ms = SDL_GetTicks64();
    reading->prepared = preparation == reading->preparation ? reading->prepared : 0;
    reading->preparation = preparation;
    reading->read = 0;
    reading->counting = make_room(reading, app->lab.mine.own.digits.digits);
    reading->of = reading->counting ? reading->of : 0;
}

static void read_next(App *app)
{
    Err err;
    NetActs acts;
    NetInputRoom room;
    Reading *reading = &app->lab.mine.reading;
    int i = reading->read++;
    if (i >= reading->prepared) {
        /* One that cannot be prepared for want of memory is read as blank. */
        digits_input(&app->lab.mine.own.digits, i, reading->preparation, &reading->input[i], &err);
        reading->prepared = i + 1;
    }
    NetInput input = net_input(reading->input[i].cell, &room);
    net_forward(&app->lab.model.net, &input, &acts);
    reading->answer[i] = (uint8_t)net_answer(net_outputs(&app->lab.model.net, &acts));
}

static void end(App *app)
{
    const Digits *digits = &app->lab.mine.own.digits;
    Reading *reading = &app->lab.mine.reading;
    reading->counting = false;
    reading->counts++;
    reading->of = digits->digits;
    reading->right = 0;
    for (int i = 0; i < digits->digits; i++) {
        reading->right += reading->answer[i] == digits->digit[i].label;
    }
    app->redraw = true;
}

static void go_on(App *app, int most)
{
    Reading *reading = &app->lab.mine.reading;
    int digits = app->lab.mine.own.digits.digits;
    for (; most > 0 && reading->read < digits; most--) {
        read_next(app);
    }
    if (reading->read >= digits) {
        end(app);
    }
}

void reading_update(App *app)
{
    Reading *reading = &app->lab.mine.reading;
    bool learning = app->lab.stats.phase == TRAIN_RUNNING;
    /* A count under way goes on while the network learns, or it would never come to its end. */
    if (reading->stale && wait_ms(app) == 0 && !(reading->counting && learning)) {
        begin(app);
    }
    if (reading->counting) {
        go_on(app, DIGITS_A_FRAME);
    }
}

bool reading_finish(App *app)
{
    Reading *reading = &app->lab.mine.reading;
    if (reading->stale) {
        begin(app);
    }
    if (reading->counting) {
        go_on(app, app->lab.mine.own.digits.digits);
    }
    return reading->of == app->lab.mine.own.digits.digits;
}

int reading_sleep_ms(const App *app)
{
    const Reading *reading = &app->lab.mine.reading;
    return reading->counting ? 0 : reading->stale ? wait_ms(app) : -1;
}
