/* Leaving: what there is to save is saved first. */
#include "app/leave.h"

#include "app/actions.h"
#include "app/choose.h"
#include "app/hold.h"
#include "app/widgets.h"
#include "lab/mine.h"
#include "lab/session.h"

enum { ASK_AFTER_MS = 1000, SIGNAL_ENDS_AFTER_MS = 5000 };

static const char SLOW[] =
    "The drawing and the network are still being saved: the disk has not answered yet.";
static const char HELD[] =
    "Your digits are not all kept yet: another program holds their file, and they follow when it "
    "lets go.";

void leave_ask(App *app, bool by_signal)
{
    Leave *leave = &app->leave;
    leave->by_signal = leave->by_signal || by_signal;
    if (!leave->wanted) {
        leave->wanted = true;
        leave->since_ms = SDL_GetTicks64();
        session_hurry(&app->lab);
    }
}

static void ask(App *app, const char *why)
{
    hold_release(app);
    err_set(&app->leave.err, "%s", why);
    app->menu.open = false;
    if (app->dialog == DIALOG_FILES) {
        choose_close(app);
    }
    if (!app->leave.asking) {
        app->leave.asking = true;
        app->dialog = DIALOG_LEAVE;
        app->focus = ACTION_LEAVE_AGAIN;
        app->focus_shown = true;
    }
    app->redraw = true;
}

static void leave_unsaved(App *app, const char *why)
{
    err_set(&app->leave.err, "%s", why);
    app->quit = true;
}

/* How far the session and the digits are. Digits that are refused have said so in a notice, which
 * would go with the window. */
static SessionNews news_of_both(App *app, Err *err)
{
    Leave *leave = &app->leave;
    bool waited = leave->digits_wait;
    leave->digits_wait = mine_pending(&app->lab);
    if (waited && !leave->digits_wait && app->notice.bad) {
        err_set(err, "%s", app->notice.text);
        return SESSION_FAILED;
    }
    SessionNews news = session_news(&app->lab, err);
    return news == SESSION_KEPT && leave->digits_wait ? SESSION_BUSY : news;
}

void leave_update(App *app)
{
    Err err;
    Leave *leave = &app->leave;
    if (!leave->wanted) {
        return;
    }
    Uint64 waited_ms = SDL_GetTicks64() - leave->since_ms;
    SessionNews news = news_of_both(app, &err);
    const char *slow = leave->digits_wait ? HELD : SLOW;
    if (news == SESSION_KEPT) {
        leave->err.text[0] = 0;
        app->quit = true;
    } else if (news == SESSION_FAILED) {
        leave->wanted = false;
        if (leave->by_signal) {
            leave_unsaved(app, err.text);
        } else {
            ask(app, err.text);
        }
    } else if (leave->by_signal && waited_ms >= SIGNAL_ENDS_AFTER_MS) {
        leave_unsaved(app, slow);
    } else if (!leave->by_signal && !leave->asking && waited_ms >= ASK_AFTER_MS) {
        ask(app, slow);
    }
}

int leave_sleep_ms(const App *app)
{
    const Leave *leave = &app->leave;
    if (!leave->wanted || (leave->asking && !leave->by_signal)) {
        return -1;
    }
    Uint64 end_ms = leave->since_ms + (leave->by_signal ? SIGNAL_ENDS_AFTER_MS : ASK_AFTER_MS);
    Uint64 now_ms = SDL_GetTicks64();
    return now_ms >= end_ms ? 0 : (int)(end_ms - now_ms);
}

bool leave_shows(const App *app)
{
    return app->dialog == DIALOG_LEAVE;
}

void leave_again(App *app)
{
    leave_ask(app, false);
}

void leave_lose(App *app)
{
    app->leave.err.text[0] = 0; /* the person knows */
    app->quit = true;
}

void leave_back(App *app)
{
    app->leave = (Leave){0};
    app->dialog = DIALOG_NONE;
    app->focus = ACTION_NONE;
}

bool leave_key(App *app, const SDL_Keysym *key)
{
    if (key->sym == SDLK_ESCAPE) {
        leave_back(app);
        return true;
    }
    if (app_action_of_key(key->sym, key->mod) == ACTION_QUIT) {
        leave_again(app);
        return true;
    }
    return false;
}

/* In the order of Tab. */
static const int CHOICE[] = {ACTION_LEAVE_AGAIN, ACTION_SAVE_AS, ACTION_EXPORT_DRAWING,
                             ACTION_LEAVE_LOSE, ACTION_LEAVE_BACK};

enum { CHOICES = sizeof CHOICE / sizeof CHOICE[0], PAD = 20, TITLE_H = 34, CHOICE_H = 32, GAP = 8 };

static const char CHOICES_TEXT[] =
    "Mend that and try again, or save the network and the drawing to files elsewhere.";

/* What stands over the choices; returns how high it is. */
static int text_height(const App *app, SDL_Rect box, bool draw)
{
    Paint *paint = app->paint;
    int gap = paint_px(paint, GAP), y = box.y;
    const Notice *notice = &app->notice;
    const char *saved = *notice->text && !notice->bad ? notice->text : CHOICES_TEXT;
    box.y += paint_lines(paint, box, app->leave.err.text, PAINT_BODY, paint->theme->text, !draw);
    box.y += gap;
    box.y += paint_lines(paint, box, saved, PAINT_BODY, paint->theme->secondary, !draw);
    return box.y + gap - y;
}

static SDL_Rect panel_box(const App *app)
{
    const Paint *paint = app->paint;
    SDL_Rect box = dialog_box(paint, app->layout.window, 460.0f, 460.0f);
    int pad = paint_px(paint, PAD), gap = paint_px(paint, GAP);
    SDL_Rect text = {0, 0, box.w - 2 * pad, box.h};
    int h = 2 * pad + paint_px(paint, TITLE_H) + text_height(app, text, false) +
            CHOICES * (paint_px(paint, CHOICE_H) + gap);
    box.y += (box.h - SDL_min(h, box.h)) / 2;
    box.h = SDL_min(h, box.h);
    return box;
}

void leave_add_widgets(App *app)
{
    SDL_Rect box = panel_box(app);
    int pad = paint_px(app->paint, PAD), gap = paint_px(app->paint, GAP);
    int h = paint_px(app->paint, CHOICE_H);
    for (int i = 0; i < CHOICES; i++) {
        SDL_Rect row = {box.x + pad, box.y + box.h - pad - (CHOICES - i) * (h + gap) + gap,
                        box.w - 2 * pad, h};
        widgets_add(app, WIDGET_BUTTON, CHOICE[i], row, CHOICE[i] == ACTION_LEAVE_AGAIN);
    }
}

void leave_draw(const App *app)
{
    SDL_Rect box = panel_box(app);
    int pad = paint_px(app->paint, PAD), title_h = paint_px(app->paint, TITLE_H);
    dialog_draw_panel(app->paint, app->layout.window, box, "Quit: not everything can be saved");
    SDL_Rect text = {box.x + pad, box.y + pad + title_h, box.w - 2 * pad, box.h};
    text_height(app, text, true);
}
