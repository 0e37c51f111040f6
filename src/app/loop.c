/* The frame loop. */
#include "app/loop.h"

#include <SDL.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "app/window.h"
#include "base/sys.h"
#include "shell/keys.h"

/* A line a frame goes to the file that INKLING_FRAME_LOG names; NULL where it names none. */
static bool open_frame_log(FILE **log, Err *err)
{
    const char *path = getenv("INKLING_FRAME_LOG");
    *log = path ? fopen(path, "w") : NULL;
    if (path && !*log) {
        return err_set(err, "The frame log %s cannot be written: %s.", path, strerror(errno));
    }
    if (*log) {
        setvbuf(*log, NULL, _IOLBF, 0); /* who follows it sees each frame at once */
    }
    return true;
}

static double now_ms(void)
{
    return 1e3 * (double)SDL_GetPerformanceCounter() / (double)SDL_GetPerformanceFrequency();
}

static void run(App *app, const Window *w, FILE *frame_log)
{
    while (!app->shell.quit) {
        SDL_Event event;
        int got = SDL_WaitEventTimeout(&event, app_sleep_ms(app)), events = 0, motions = 0;
        double start_ms = now_ms();
        for (; got; got = SDL_PollEvent(&event)) {
            app_handle(app, &event);
            events++;
            motions += event.type == SDL_MOUSEMOTION;
        }
        window_measure(w, app);
        shell_tick(&app->shell, SDL_GetTicks64());
        app_update(app);
        if (shell_take_redraw(&app->shell)) {
            window_draw(w, app);
            if (frame_log) {
                fprintf(frame_log, "%d %d %.3f\n", events, motions, now_ms() - start_ms);
            }
        }
    }
}

int app_run(char **argv, const char *data, const char *file)
{
    Window w = {0};
    App app;
    Err err;
    FILE *frame_log = NULL;
    if (!open_frame_log(&frame_log, &err) || !window_open(&w, argv, &err) ||
        !app_make(&app, w.window, &w.paint, data, file, &err)) {
        fprintf(stderr, "inkling: %s\n", err.text);
        window_close(&w);
        return EXIT_FAILURE;
    }
    SDL_AddEventWatch(keys_watch, &app.shell);
    sys_end_at_hangup();
    SDL_SetHint(SDL_HINT_QUIT_ON_LAST_WINDOW_CLOSE, "0"); /* tells a person from a signal */
    window_show(&w, &app);
    window_measure(&w, &app);
    run(&app, &w, frame_log);
    bool kept = !*app.shell.leave.err.text;
    if (!kept) {
        fprintf(stderr, "inkling: %s\n", app.shell.leave.err.text);
    }
    SDL_DelEventWatch(keys_watch, &app.shell);
    app_free(&app);
    window_close(&w);
    if (frame_log) {
        fclose(frame_log);
    }
    return kept ? EXIT_SUCCESS : EXIT_FAILURE;
}
