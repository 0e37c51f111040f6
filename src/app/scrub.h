/* Looking back at a run: the weights on show are those of a frame of its time line, or live, which
 * is the newest ones. */
#ifndef APP_SCRUB_H
#define APP_SCRUB_H

#include "app/app.h"
#include "ui/hint.h"

/** Whether there are moments to look back at. */
bool scrub_can(const App *app);

/** Whether the strip has the time line, as a slider: not while its bar shows a download. */
bool scrub_has_slider(const App *app);

/** The frame on show; -1 while it is live. */
int scrub_frame(const App *app);

/** Put a frame on show; the newest one is live. Weights that were changed by hand since the run are
 * kept, as by weights_keep(). */
void scrub_to(App *app, int frame);

/** The frame before or after the one on show. */
void scrub_back(App *app);
void scrub_forward(App *app);

/** Show the newest weights, and follow the run. */
void scrub_live(App *app);

/** The time line as a slider over the whole run, 0..1, of which the part that is done can be
 * reached. */
float scrub_slider(const App *app);
void scrub_slide(App *app, float share);

/** How long the weights on show were trained in this run, in epochs. */
double scrub_epoch(const App *app);

/** Bring what is known of the weights on show up to date: how long they were trained, the curves
 * until then, and how well they did on the test images. Of a frame between two epochs that is
 * unknown. */
void scrub_describe(App *app);

/** "epoch 12.4 of 120": the moment on show. */
void scrub_print_epoch(const App *app, char *text, size_t room);

/** "epoch 12.4 of 120 · test at 12: 96.1 %": with the last test before it. */
void scrub_print(const App *app, char *text, size_t room);

/** What the time line is. */
void scrub_explain(const App *app, Hint *hint);

#endif
