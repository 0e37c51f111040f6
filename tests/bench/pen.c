/* A pen of its own: draws with real mouse events, at an exact rate that no shell script reaches.
   pen RATE_HZ SECONDS X0 Y0 X1 Y1: a spiral inside that rectangle of the screen, button held. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>

enum { NS_PER_S = 1000000000 };

/* Each motion goes at least this far: the server reports none to where the pointer is already. */
static const double STEP_PX = 2.0;

typedef struct Box {
    double x0, y0, x1, y1;
} Box;

static void wait_until(struct timespec *when, long step_ns)
{
    when->tv_nsec += step_ns;
    if (when->tv_nsec >= NS_PER_S) {
        when->tv_nsec -= NS_PER_S;
        when->tv_sec++;
    }
    while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, when, NULL) != 0) {
    }
}

/* Between half and the whole of the radius that fits, turning by STEP_PX at the least. */
static void move(Display *display, Box box, int count)
{
    double fits_px = fmin(box.x1 - box.x0, box.y1 - box.y0) / 2.0;
    double angle = count * STEP_PX / (fits_px / 2.0);
    double radius_px = fits_px * (0.75 + 0.25 * sin(angle / 9.0));
    int x = (int)lround((box.x0 + box.x1) / 2.0 + radius_px * cos(angle));
    int y = (int)lround((box.y0 + box.y1) / 2.0 + radius_px * sin(angle));
    XTestFakeMotionEvent(display, -1, x, y, CurrentTime);
    XFlush(display);
}

int main(int argc, char **argv)
{
    if (argc != 7) {
        fprintf(stderr, "Usage: pen RATE_HZ SECONDS X0 Y0 X1 Y1\n");
        return 2;
    }
    int rate_hz = atoi(argv[1]);
    int motions = (int)(rate_hz * atof(argv[2]));
    Box box = {atof(argv[3]), atof(argv[4]), atof(argv[5]), atof(argv[6])};
    Display *display = XOpenDisplay(NULL);
    if (display == NULL || rate_hz < 2) {
        fprintf(stderr, "The pen needs a display and a rate of 2 Hz or more.\n");
        return 1;
    }
    struct timespec when;
    clock_gettime(CLOCK_MONOTONIC, &when);
    move(display, box, 0);
    XTestFakeButtonEvent(display, 1, True, CurrentTime);
    for (int count = 1; count < motions; count++) {
        wait_until(&when, NS_PER_S / rate_hz);
        move(display, box, count);
    }
    XTestFakeButtonEvent(display, 1, False, CurrentTime);
    XCloseDisplay(display);
    printf("%d\n", motions);
    return 0;
}
