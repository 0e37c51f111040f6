/* The background trainer: the thread, and the lock through which commands go in and news out. */
#include "train/trainer.h"

#include <assert.h>
#include <math.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/sys_place.h"
#include "train/report.h"
#include "train/wait.h"

static const double PUBLISH_S = 0.015; /* of training: news for every frame, and no more */

typedef enum Work { WORK_QUIT, WORK_ADVANCE, WORK_STEP, WORK_ESTIMATE, WORK_SETTLE } Work;

struct Trainer {
    /* Set before the thread starts, only read after. */
    const Dataset *train, *test;
    int threads;
    bool background;
    void (*wake)(void *context);
    void *context;
    Team *team;
    /* The UI thread's own. */
    pthread_t thread;
    /* The trainer thread's own. */
    Run *run; /* NULL while idle */
    /* Guarded by lock: all that the two threads share. */
    pthread_mutex_t lock;
    pthread_cond_t commanded, published;
    bool quit;
    Run *next;        /* a run that the trainer thread has yet to take over */
    TrainPhase phase; /* as commanded; report.stats.phase is the one reached */
    int steps;        /* commanded and yet to be done */
    int pace;         /* steps a second, or TRAINER_FULL_SPEED */
    double step_s;    /* when the next step is due at that pace, as wait_now_s() counts */
    Report report;
    bool unread; /* something was published since the last poll */
};

/* Under the lock: whether the run goes step by step. */
static bool is_paced(const Trainer *trainer)
{
    return trainer->phase == TRAIN_RUNNING && trainer->pace != TRAINER_FULL_SPEED;
}

/* Under the lock: whether a paced run may take its next step. A clock that was set back is noticed.
 */
static bool is_step_due(const Trainer *trainer)
{
    double wait_s = trainer->step_s - wait_now_s();
    return wait_s <= 0.0 || wait_s > 1.0 / trainer->pace;
}

/* Under the lock: what to do next; false where there is nothing. */
static bool choose_work(const Trainer *trainer, Work *work)
{
    TrainPhase phase = trainer->phase;
    if (trainer->quit) {
        *work = WORK_QUIT;
    } else if (trainer->next) {
        *work = WORK_SETTLE;
    } else if (trainer->run && run_can_estimate(trainer->run, phase != TRAIN_RUNNING)) {
        *work = WORK_ESTIMATE; /* a run that ends has its last one, too */
    } else if (phase != TRAIN_IDLE && run_is_measuring(trainer->run)) {
        *work = WORK_ADVANCE; /* a paused run too: it shows the figures of its last epoch */
    } else if (phase != TRAIN_IDLE && trainer->steps > 0) {
        *work = WORK_STEP;
    } else if (phase != trainer->report.stats.phase) {
        *work = WORK_SETTLE;
    } else if (is_paced(trainer) && is_step_due(trainer)) {
        *work = WORK_STEP;
    } else if (phase == TRAIN_RUNNING && !is_paced(trainer)) {
        *work = WORK_ADVANCE;
    } else {
        return false;
    }
    return true;
}

/* Under the lock: a step is taken; when the next one is due. Time that was lost stays lost. */
static void count_step(Trainer *trainer)
{
    if (trainer->steps > 0) {
        trainer->steps--;
    } else {
        trainer->step_s = fmax(trainer->step_s, wait_now_s()) + 1.0 / trainer->pace;
    }
}

/* Sleep until there is something to do; take over the next run where there is one. */
static Work await_work(Trainer *trainer)
{
    Work work;
    Run *dropped = NULL;
    pthread_mutex_lock(&trainer->lock);
    while (!choose_work(trainer, &work)) {
        if (is_paced(trainer)) {
            wait_until(&trainer->commanded, &trainer->lock, trainer->step_s);
        } else {
            pthread_cond_wait(&trainer->commanded, &trainer->lock);
        }
    }
    if (work == WORK_STEP) {
        count_step(trainer);
    }
    if (trainer->next) {
        dropped = trainer->run;
        trainer->run = trainer->next;
        trainer->next = NULL;
    }
    pthread_mutex_unlock(&trainer->lock);
    run_destroy(dropped);
    return work;
}

static bool is_due(const Trainer *trainer, Work done)
{
    const TrainStats *now = run_stats(trainer->run), *then = &trainer->report.stats;
    return done == WORK_STEP || done == WORK_ESTIMATE || trainer->phase != then->phase ||
           now->epochs > then->epochs || now->seconds - then->seconds >= PUBLISH_S;
}

/* After a piece of work: reach the phase commanded, publish what is due, wake the UI thread. */
static void settle(Trainer *trainer, Work done)
{
    Run *dropped = NULL;
    bool wake = false;
    pthread_mutex_lock(&trainer->lock);
    if (!trainer->next) { /* of a run that is to be dropped there is no more news */
        const TrainStats *stats = run_stats(trainer->run);
        if (stats->finished || stats->failed) {
            trainer->phase = TRAIN_IDLE;
        }
        if (is_due(trainer, done)) {
            report_publish(&trainer->report, trainer->run, trainer->phase);
            wake = trainer->wake && !trainer->unread;
            trainer->unread = true;
            pthread_cond_signal(&trainer->published);
        }
        if (trainer->phase == TRAIN_IDLE) {
            dropped = trainer->run;
            trainer->run = NULL;
        }
    }
    pthread_mutex_unlock(&trainer->lock);
    run_destroy(dropped);
    if (wake) {
        trainer->wake(trainer->context);
    }
}

static void *work(void *context)
{
    Trainer *trainer = context;
    if (trainer->background) {
        sys_place_behind_all();
    }
    sys_place_worker(0, trainer->threads);
    for (Work next; (next = await_work(trainer)) != WORK_QUIT;) {
        if (next == WORK_ADVANCE) {
            run_advance(trainer->run, trainer->team);
        } else if (next == WORK_STEP) {
            run_step(trainer->run);
        } else if (next == WORK_ESTIMATE) {
            run_estimate(trainer->run, trainer->team);
        }
        settle(trainer, next);
    }
    return NULL;
}

/* Everything but the thread. */
static void release(Trainer *trainer)
{
    team_destroy(trainer->team);
    run_destroy(trainer->run);
    run_destroy(trainer->next);
    report_free(&trainer->report);
    pthread_cond_destroy(&trainer->published);
    pthread_cond_destroy(&trainer->commanded);
    pthread_mutex_destroy(&trainer->lock);
    free(trainer);
}

Trainer *trainer_create(const Dataset *train, const Dataset *test, int threads, bool background,
                        void (*wake)(void *context), void *context, Err *err)
{
    assert(train->images > 0 && test->images > 0);
    Trainer *trainer = calloc(1, sizeof *trainer);
    if (!trainer) {
        err_set_code(err, ERR_NO_MEMORY, "There is not enough memory for the training.");
        return NULL;
    }
    *trainer = (Trainer){.train = train,
                         .test = test,
                         .threads = threads,
                         .background = background,
                         .wake = wake,
                         .context = context};
    pthread_mutex_init(&trainer->lock, NULL);
    pthread_cond_init(&trainer->commanded, NULL);
    pthread_cond_init(&trainer->published, NULL);
    trainer->team = team_create(threads, background, err);
    if (!trainer->team) {
        goto fail;
    }
    int failure = pthread_create(&trainer->thread, NULL, work, trainer);
    if (failure != 0) {
        err_set_code(err, ERR_NO_MEMORY, "The training cannot start a thread: %s.",
                     strerror(failure));
        goto fail;
    }
    return trainer;
fail:
    release(trainer);
    return NULL;
}

void trainer_destroy(Trainer *trainer)
{
    if (!trainer) {
        return;
    }
    pthread_mutex_lock(&trainer->lock);
    trainer->quit = true;
    pthread_cond_signal(&trainer->commanded);
    pthread_mutex_unlock(&trainer->lock);
    pthread_join(trainer->thread, NULL);
    release(trainer);
}

bool trainer_start(Trainer *trainer, const TrainConfig *config, const Net *net, bool paused,
                   Err *err)
{
    TrainConfig own = *config;
    own.threads = trainer->threads;
    own.background = trainer->background;
    Run *run = run_create(trainer->train, trainer->test, &own, net, err);
    Report report;
    if (!run || !report_make(&report, net, own.epochs, err)) {
        run_destroy(run);
        return false;
    }
    report.stats = *run_stats(run);
    report.stats.phase = paused ? TRAIN_PAUSED : TRAIN_RUNNING;
    pthread_mutex_lock(&trainer->lock);
    report.stats.snapshot = trainer->report.stats.snapshot + 1;
    report.stats.run = trainer->report.stats.run + 1;
    Report old = trainer->report;
    Run *dropped = trainer->next;
    trainer->report = report;
    trainer->next = run;
    trainer->phase = report.stats.phase;
    trainer->steps = 0;
    pthread_cond_signal(&trainer->commanded);
    pthread_mutex_unlock(&trainer->lock);
    report_free(&old);
    run_destroy(dropped);
    return true;
}

/* Lead a run from one phase to another, if it is in the first. */
static void command(Trainer *trainer, TrainPhase from, TrainPhase to, int steps)
{
    pthread_mutex_lock(&trainer->lock);
    if (trainer->phase == from) {
        trainer->phase = to;
        trainer->steps += steps;
        pthread_cond_signal(&trainer->commanded);
    }
    pthread_mutex_unlock(&trainer->lock);
}

void trainer_pause(Trainer *trainer)
{
    command(trainer, TRAIN_RUNNING, TRAIN_PAUSED, 0);
}

void trainer_resume(Trainer *trainer)
{
    command(trainer, TRAIN_PAUSED, TRAIN_RUNNING, 0);
}

void trainer_step(Trainer *trainer)
{
    command(trainer, TRAIN_PAUSED, TRAIN_PAUSED, 1);
}

void trainer_set_pace(Trainer *trainer, int steps_a_second)
{
    assert(steps_a_second >= 0);
    pthread_mutex_lock(&trainer->lock);
    trainer->pace = steps_a_second;
    trainer->step_s = 0.0;
    pthread_cond_signal(&trainer->commanded);
    pthread_mutex_unlock(&trainer->lock);
}

void trainer_stop(Trainer *trainer)
{
    command(trainer, TRAIN_RUNNING, TRAIN_IDLE, 0);
    command(trainer, TRAIN_PAUSED, TRAIN_IDLE, 0);
}

bool trainer_poll(Trainer *trainer, Net *net, TrainStats *stats)
{
    pthread_mutex_lock(&trainer->lock);
    trainer->unread = false;
    bool newer = trainer->report.stats.snapshot != stats->snapshot;
    /* Only trainer_start(), on this thread, changes the shape. */
    NetShape shape = trainer->report.snapshot.shape;
    pthread_mutex_unlock(&trainer->lock);
    if (!newer) {
        return false;
    }
    if (!net_shape_equal(&net->shape, &shape)) {
        Net made;
        Err unused;
        if (!net_make(&made, &shape, &unused)) {
            return false;
        }
        net_free(net);
        *net = made;
    }
    pthread_mutex_lock(&trainer->lock);
    net_copy(net, &trainer->report.snapshot);
    *stats = trainer->report.stats;
    pthread_mutex_unlock(&trainer->lock);
    return true;
}

int trainer_epochs(Trainer *trainer, int first, int count, TrainEpoch *out)
{
    assert(first >= 0 && count >= 0);
    pthread_mutex_lock(&trainer->lock);
    int left = trainer->report.stats.epochs - first;
    int copied = left < 0 ? 0 : left < count ? left : count;
    if (copied > 0) {
        memcpy(out, trainer->report.epochs + first, (size_t)copied * sizeof *out);
    }
    pthread_mutex_unlock(&trainer->lock);
    return copied;
}

int trainer_history(Trainer *trainer, int64_t step, int count, HistoryPoint *out)
{
    pthread_mutex_lock(&trainer->lock);
    const History *history = &trainer->report.history;
    int first = history_after(history, step);
    int copied = number_min(count, history->points - first);
    memcpy(out, history->point + first, (size_t)copied * sizeof *out);
    pthread_mutex_unlock(&trainer->lock);
    return copied;
}

void trainer_follow(Trainer *trainer, History *history)
{
    enum { AT_ONCE = 64 };
    HistoryPoint news[AT_ONCE];
    for (int count = AT_ONCE; count == AT_ONCE;) {
        int64_t newest = history->points > 0 ? history->point[history->points - 1].step : 0;
        count = trainer_history(trainer, newest, AT_ONCE, news);
        for (int i = 0; i < count; i++) {
            history_add(history, &news[i]);
        }
    }
}

void trainer_wait(Trainer *trainer, int wait_ms)
{
    double end_s = wait_now_s() + 1e-3 * wait_ms;
    pthread_mutex_lock(&trainer->lock);
    while (!trainer->unread && wait_until(&trainer->published, &trainer->lock, end_s)) {
    }
    pthread_mutex_unlock(&trainer->lock);
}
