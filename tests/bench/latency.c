/* From motion to pixel: moves a held pen over an empty sheet with real mouse events, each to a
   place without ink, and prints after how many milliseconds there is ink under it on the screen.
   latency COLUMNS ROWS X Y STEP_PX: from (X, Y) along the rows, there and back, places STEP_PX
   apart. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>

enum {
    GREEN = 0xff00,     /* of a pixel of the screen */
    PROBE_NS = 50000,   /* between two looks: without it, looking would take a processor's time */
    REST_NS = 30000000, /* from ink to the next motion */
    PATIENCE_MS = 2000, /* ink that is not there by then never comes */
};

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void pause_ns(long ns)
{
    struct timespec pause = {0, ns};
    nanosleep(&pause, NULL);
}

/* Ink of the dark theme is white, and its paper with the lines on it is darker than half of that.
 */
static bool is_ink(Display *display, int x, int y)
{
    XImage *image = XGetImage(display, DefaultRootWindow(display), x, y, 1, 1, AllPlanes, ZPixmap);
    bool ink = image != NULL && (XGetPixel(image, 0, 0) & GREEN) > GREEN / 2;
    if (image != NULL) {
        XDestroyImage(image);
    }
    return ink;
}

/* Move the pen and wait for its ink; false where ink was there before, or never comes. */
static bool move(Display *display, int x, int y, double *took_ms)
{
    if (is_ink(display, x, y)) {
        fprintf(stderr, "There is ink at %d, %d before the pen.\n", x, y);
        return false;
    }
    double start_ms = now_ms();
    XTestFakeMotionEvent(display, -1, x, y, CurrentTime);
    while (!is_ink(display, x, y)) {
        if (now_ms() - start_ms > PATIENCE_MS) {
            fprintf(stderr, "No ink comes at %d, %d.\n", x, y);
            return false;
        }
        pause_ns(PROBE_NS);
    }
    *took_ms = now_ms() - start_ms;
    return true;
}

int main(int argc, char **argv)
{
    if (argc != 6) {
        fprintf(stderr, "Usage: latency COLUMNS ROWS X Y STEP_PX\n");
        return 2;
    }
    int columns = atoi(argv[1]), rows = atoi(argv[2]), step_px = atoi(argv[5]);
    int x0 = atoi(argv[3]), y0 = atoi(argv[4]);
    Display *display = XOpenDisplay(NULL);
    if (display == NULL || columns < 1) {
        fprintf(stderr, "The pen needs a display and a column or more.\n");
        return 1;
    }
    XTestFakeMotionEvent(display, -1, x0, y0, CurrentTime);
    XTestFakeButtonEvent(display, 1, True, CurrentTime);
    bool fine = true;
    for (int place = 1; fine && place < columns * rows; place++) {
        int row = place / columns, column = place % columns;
        int x = x0 + step_px * (row % 2 == 0 ? column : columns - 1 - column);
        double took_ms = 0.0;
        XFlush(display);
        pause_ns(REST_NS);
        fine = move(display, x, y0 + step_px * row, &took_ms);
        if (fine) {
            printf("%.3f\n", took_ms);
        }
    }
    XTestFakeButtonEvent(display, 1, False, CurrentTime);
    XCloseDisplay(display);
    return fine ? 0 : 1;
}
