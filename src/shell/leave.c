/* Leaving: what there is to save is saved first. */
#include "shell/leave.h"

#include "lab/mine.h"
#include "lab/session.h"
#include "shell/action.h"
#include "shell/choose.h"
#include "shell/film.h"
#include "shell/hold.h"
#include "shell/widgets.h"
#include "ui/row.h"

enum { ASK_AFTER_MS = 1000, SIGNAL_ENDS_AFTER_MS = 5000 };

static const char SLOW[] =
    "The drawing and the network are still being saved: the disk has not answered yet.";
static const char HELD[] =
    "Your digits are not all kept yet: another program holds their file, and they follow when it "
    "lets go.";
static const char FILM[] =
    "The film of the run is still being made. It is saved once it is whole, and lost if you quit "
    "before.";

void leave_ask(Shell *shell, bool by_signal)
{
    Leave *leave = &shell->leave;
    leave->by_signal = leave->by_signal || by_signal;
    if (!leave->wanted) {
        leave->wanted = true;
        leave->since_ms = SDL_GetTicks64();
        session_hurry(shell->lab);
    }
}

static void ask(Shell *shell, const char *why)
{
    hold_release(shell);
    err_set(&shell->leave.err, "%s", why);
    shell->menu.open = false;
    if (shell->dialog == DIALOG_FILES) {
        choose_close(shell);
    }
    if (!shell->leave.asking) {
        shell->leave.asking = true;
        shell->dialog = DIALOG_LEAVE;
        shell->focus = ACTION_LEAVE_AGAIN;
        shell->focus_shown = true;
    }
    shell->redraw = true;
}

static void leave_unsaved(Shell *shell, const char *why)
{
    err_set(&shell->leave.err, "%s", why);
    shell->quit = true;
}

/* How far the session, the digits and a film are. What is refused of the last two has been said in
 * a notice, which would go with the window. */
static SessionNews news_of_all(Shell *shell, Err *err)
{
    Leave *leave = &shell->leave;
    bool waited = leave->digits_wait || leave->film_waits;
    leave->digits_wait = mine_pending(shell->lab);
    leave->film_waits = film_is_under_way(shell) && !leave->by_signal;
    if (waited && !leave->digits_wait && !leave->film_waits && shell->notice.bad) {
        err_set(err, "%s", shell->notice.text);
        return SESSION_FAILED;
    }
    SessionNews news = session_news(shell->lab, err);
    bool waits = leave->digits_wait || leave->film_waits;
    return news == SESSION_KEPT && waits ? SESSION_BUSY : news;
}

void leave_update(Shell *shell)
{
    Err err;
    Leave *leave = &shell->leave;
    if (!leave->wanted) {
        return;
    }
    Uint64 waited_ms = SDL_GetTicks64() - leave->since_ms;
    SessionNews news = news_of_all(shell, &err);
    const char *slow = leave->film_waits ? FILM : leave->digits_wait ? HELD : SLOW;
    if (news == SESSION_KEPT) {
        leave->err.text[0] = 0;
        shell->quit = true;
    } else if (news == SESSION_FAILED) {
        leave->wanted = false;
        if (leave->by_signal) {
            leave_unsaved(shell, err.text);
        } else {
            ask(shell, err.text);
        }
    } else if (leave->by_signal && waited_ms >= SIGNAL_ENDS_AFTER_MS) {
        leave_unsaved(shell, slow);
    } else if (!leave->by_signal && !leave->asking &&
               (leave->film_waits || waited_ms >= ASK_AFTER_MS)) {
        ask(shell, slow);
    }
}

int leave_sleep_ms(const Shell *shell)
{
    const Leave *leave = &shell->leave;
    if (!leave->wanted || (leave->asking && !leave->by_signal)) {
        return -1;
    }
    Uint64 end_ms = leave->since_ms + (leave->by_signal ? SIGNAL_ENDS_AFTER_MS : ASK_AFTER_MS);
    Uint64 now_ms = SDL_GetTicks64();
    return now_ms >= end_ms ? 0 : (int)(end_ms - now_ms);
}

const char *leave_label(const Shell *shell)
{
    return shell->leave.film_waits ? "Quit once it is saved" : NULL;
}

bool leave_shows(const Shell *shell)
{
    return shell->dialog == DIALOG_LEAVE;
}

void leave_again(Shell *shell)
{
    leave_ask(shell, false);
}

void leave_lose(Shell *shell)
{
    shell->leave.err.text[0] = 0; /* the person knows */
    shell->quit = true;
}

void leave_back(Shell *shell)
{
    shell->leave = (Leave){0};
    shell->dialog = DIALOG_NONE;
    shell->focus = ACTION_NONE;
}

bool leave_key(Shell *shell, const SDL_Keysym *key)
{
    if (key->sym == SDLK_ESCAPE) {
        leave_back(shell);
        return true;
    }
    if (action_of_key(key->sym, key->mod) == ACTION_QUIT) {
        leave_again(shell);
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
static int text_height(const Shell *shell, SDL_Rect box, bool draw)
{
    Paint *paint = shell->paint;
    int gap = paint_px(paint, GAP), from = box.y;
    const Notice *notice = &shell->notice;
    const char *saved = *notice->text && !notice->bad ? notice->text
                        : shell->leave.film_waits     ? ""
                                                      : CHOICES_TEXT;
    row_top(&box,
            paint_lines(paint, box, shell->leave.err.text, PAINT_BODY, paint->theme->text, !draw),
            gap);
    row_top(&box, paint_lines(paint, box, saved, PAINT_BODY, paint->theme->secondary, !draw), gap);
    return box.y - from;
}

static SDL_Rect panel_box(const Shell *shell)
{
    const Paint *paint = shell->paint;
    SDL_Rect box = dialog_box(paint, shell->layout.window, 460.0f, 460.0f);
    int pad = paint_px(paint, PAD), gap = paint_px(paint, GAP);
    int h = 2 * pad + paint_px(paint, TITLE_H) +
            text_height(shell, row_inset(box, pad, pad), false) +
            CHOICES * (paint_px(paint, CHOICE_H) + gap);
    return row_middle(box, box.w, SDL_min(h, box.h));
}

void leave_add_widgets(Shell *shell)
{
    int pad = paint_px(shell->paint, PAD), gap = paint_px(shell->paint, GAP);
    int h = paint_px(shell->paint, CHOICE_H);
    SDL_Rect box = row_inset(panel_box(shell), pad, pad);
    SDL_Rect rows = row_bottom(&box, CHOICES * (h + gap) - gap, 0);
    for (int i = 0; i < CHOICES; i++) {
        widgets_add(shell, WIDGET_BUTTON, CHOICE[i], row_top(&rows, h, gap),
                    CHOICE[i] == ACTION_LEAVE_AGAIN);
    }
}

void leave_draw(const Shell *shell)
{
    SDL_Rect box = panel_box(shell);
    int pad = paint_px(shell->paint, PAD);
    dialog_draw_panel(shell->paint, shell->layout.window, box,
                      shell->leave.film_waits ? "Quit: a film is still being made"
                                              : "Quit: not everything can be saved");
    SDL_Rect text = row_inset(box, pad, pad);
    row_top(&text, paint_px(shell->paint, TITLE_H), 0);
    text_height(shell, text, true);
}
