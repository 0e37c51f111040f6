/* The rows behind shell/action.h, and what has no better place. */
#include "shell/action_table.h"

#include <stddef.h>
#include <stdio.h>

#include "lab/choices.h"
#include "lab/mine.h"
#include "lab/models.h"
#include "lab/moment.h"
#include "lab/run_file.h"
#include "lab/scrub.h"
#include "lab/several.h"
#include "lab/supply.h"
#include "lab/training.h"
#include "lab/weights.h"
#include "shell/album.h"
#include "shell/card.h"
#include "shell/choose.h"
#include "shell/clipboard.h"
#include "shell/explain.h"
#include "shell/film.h"
#include "shell/first_start.h"
#include "shell/hold.h"
#include "shell/leave.h"
#include "shell/networks.h"
#include "shell/notice.h"
#include "shell/opened.h"
#include "shell/outgoing.h"
#include "shell/panel.h"
#include "shell/panes.h"
#include "shell/present.h"
#include "shell/replay.h"
#include "shell/save.h"
#include "shell/tell.h"
#include "shell/zoom.h"

static void choose(Shell *shell, int purpose)
{
    choose_begin(shell, (FilesPurpose)purpose);
}

static bool has_digits(const Lab *lab)
{
    return lab->mine.own.digits.digits > 0;
}

static bool has_ink(const Lab *lab)
{
    return !raster_is_blank(&lab->sheet);
}

static bool lacks_mnist(const Lab *lab)
{
    return !lab->mnist_found;
}

static const char *label_of_mnist(const Shell *shell)
{
    return shell->lab->fetch ? "Cancel the download" : NULL;
}

static const char *label_of_other_data(const Shell *shell)
{
    return shell->lab->mix.other ? "Train on other data" : NULL;
}

static void quit(Shell *shell)
{
    leave_ask(shell, false);
}

static void show_view(Shell *shell, int view)
{
    panes_ask_for(shell, (ViewId)view);
}

static bool shows_view(const Shell *shell, int view)
{
    return (int)shell->view == view;
}

static const char *label_of_train(const Shell *shell)
{
    return shell->lab->stats.phase == TRAIN_RUNNING  ? "Pause"
           : shell->lab->stats.phase == TRAIN_PAUSED ? "Resume"
                                                     : NULL;
}

static const char *label_of_replay(const Shell *shell)
{
    return shell->replay.on ? "Pause" : NULL;
}

static bool is_not_running(const Lab *lab)
{
    return lab->stats.phase != TRAIN_RUNNING;
}

static bool is_training(const Lab *lab)
{
    return lab->stats.phase != TRAIN_IDLE;
}

static bool looks_back(const Lab *lab)
{
    return moment_frame(lab) >= 0;
}

static bool can_look_back(const Lab *lab)
{
    return scrub_can(lab) && moment_frame(lab) != 0;
}

static bool has_previous(const Lab *lab)
{
    return models_before(lab) >= 0;
}

static const char *label_of_previous(const Shell *shell)
{
    return models_was_better(shell->lab) ? "Back to the trained network" : NULL;
}

static void open_panel(Shell *shell, int kind)
{
    panel_open(shell, (DialogKind)kind);
}

static void open_page(Shell *shell, int kind)
{
    hold_release(shell);
    shell->dialog = (DialogKind)kind;
}

static void follow_full_screen(Shell *shell)
{
    if (shell->window) {
        SDL_SetWindowFullscreen(
            shell->window, shell->lab->settings.full_screen ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0);
    }
}

static bool presents(const Shell *shell)
{
    return shell->presenting;
}

static bool is_presenting(const Shell *shell, int with)
{
    (void)with;
    return presents(shell);
}

static bool has_notice(const Shell *shell)
{
    return *shell->notice.text != 0;
}

static const char *label_of_next(const Shell *shell)
{
    return shell->card.last ? "Finish" : NULL;
}

/* Say what the drawing was meant to be, or in the panel the digit that is marked. */
static void label(Shell *shell, int digit)
{
    if (shell->dialog == DIALOG_MINE) {
        album_relabel(shell, digit);
    } else {
        hold_release(shell);
        mine_label(shell->lab, digit);
    }
}

static bool can_label(const Shell *shell)
{
    const Lab *lab = shell->lab;
    return shell->dialog == DIALOG_NONE ? !lab->exhibit.shown && !drawing_is_empty(&lab->drawing)
                                        : album_has_marked(shell);
}

#define CTRL KMOD_CTRL
#define SHIFT KMOD_SHIFT
#define RULE .rule_above = true
#define TURNS(field) .turns = offsetof(Lab, field)
#define CHOOSE(purpose) .run_with = choose, .with = FILES_##purpose
#define VIEW(view) .run_with = show_view, .with = VIEW_##view, .chosen = shows_view
#define DATA(source)                                                                               \
    .run_lab_with = choices_data, .with = SOURCE_##source, .chosen_lab = choices_has_data
#define PART(part)                                                                                 \
    .run_lab_with = choices_present, .with = LAYOUT_##part, .chosen_lab = choices_presents
#define RECENT(i)                                                                                  \
    {                                                                                              \
        ACTION_RECENT_0 + (i), IN_RECENT, "", 0, 0, .label_with = opened_recent_name,              \
                                                    .run_with = opened_recent, .with = (i)         \
    }
#define LABEL(digit)                                                                               \
    {                                                                                              \
        ACTION_LABEL_0 + (digit), IN_NO_MENU, #digit, 0, 0, .run_with = label, .with = (digit),    \
                                                            .can = can_label                       \
    }

const Action ACTION_TABLE[] = {
    {ACTION_OPEN, IN_FILE, "Open network…", SDLK_o, CTRL, CHOOSE(OPEN)},
    {ACTION_OPEN_PICTURE, IN_FILE, "Open picture…", SDLK_i, CTRL, CHOOSE(OPEN_PICTURE)},
    {ACTION_OPEN_RECENT, IN_FILE, "Open recent", 0, 0, .opens = IN_RECENT,
     .can_lab = opened_has_recent},
    {ACTION_SAVE, IN_FILE, "Save network", SDLK_s, CTRL, .run = save_now},
    {ACTION_SAVE_AS, IN_FILE, "Save network as…", SDLK_s, CTRL | SHIFT, CHOOSE(SAVE)},
    {ACTION_SAVE_RUN, IN_FILE, "Save with its run…", 0, 0, CHOOSE(SAVE_RUN),
     .can_lab = run_file_can},
    {ACTION_EXPORT, IN_FILE, "Export my digits…", SDLK_e, CTRL, RULE, CHOOSE(EXPORT),
     .can_lab = has_digits},
    {ACTION_EXPORT_VIEW, IN_FILE, "Export view…", SDLK_e, CTRL | SHIFT, CHOOSE(EXPORT_VIEW)},
    {ACTION_EXPORT_TABLE, IN_FILE, "Export table…", 0, 0, CHOOSE(EXPORT_TABLE),
     .can = outgoing_has_table},
    {ACTION_EXPORT_DRAWING, IN_FILE, "Export drawing…", 0, 0, CHOOSE(EXPORT_DRAWING),
     .can_lab = has_ink},
    {ACTION_FILM, IN_FILE, "Save the run as a film…", 0, 0, .run = film_toggle, .can = film_can,
     .label_now = film_label},
    {ACTION_GET_MNIST, IN_FILE, "Get MNIST", SDLK_m, CTRL, RULE, .run_lab = supply_fetch,
     .can_lab = lacks_mnist, .label_now = label_of_mnist},
    {ACTION_QUIT, IN_FILE, "Quit", SDLK_q, CTRL, RULE, .run = quit},
    {ACTION_UNDO, IN_EDIT, "Undo", SDLK_z, CTRL, .run_lab = lab_undo, .can_lab = lab_can_undo,
     .repeats = true},
    {ACTION_REDO, IN_EDIT, "Redo", SDLK_z, CTRL | SHIFT, .run_lab = lab_redo,
     .can_lab = lab_can_redo, .repeats = true},
    {ACTION_CLEAR, IN_EDIT, "Clear", SDLK_DELETE, 0, .run_lab = lab_clear,
     .can_lab = lab_can_clear},
    {ACTION_COPY, IN_EDIT, "Copy drawing", SDLK_c, CTRL, RULE, .run = outgoing_copy,
     .can_lab = has_ink},
    {ACTION_PASTE, IN_EDIT, "Paste picture", SDLK_v, CTRL, .run = clipboard_paste},
    {ACTION_PREVIOUS_DIGIT, IN_EDIT, "Previous digit of the picture", SDLK_PAGEUP, CTRL,
     .run_lab_with = several_step, .with = -1, .can_lab = opened_has_previous, .repeats = true},
    {ACTION_NEXT_DIGIT, IN_EDIT, "Next digit of the picture", SDLK_PAGEDOWN, CTRL,
     .run_lab_with = several_step, .with = 1, .can_lab = opened_has_next, .repeats = true},
    {ACTION_UNDO_WEIGHTS, IN_EDIT, "Undo change of weights", SDLK_u, CTRL, RULE,
     .run_lab = weights_undo, .can_lab = weights_can_undo},
    {ACTION_PEN, IN_EDIT, "Pen", SDLK_p, 0, RULE, .run_lab_with = choices_tool, .with = TOOL_PEN,
     .chosen_lab = choices_has_tool},
    {ACTION_ERASER, IN_EDIT, "Eraser", SDLK_e, 0, .run_lab_with = choices_tool, .with = TOOL_ERASER,
     .chosen_lab = choices_has_tool},
    {ACTION_THINNER, IN_EDIT, "Thinner brush", SDLK_LEFTBRACKET, 0, .run_lab_with = choices_brush,
     .with = -1, .repeats = true},
    {ACTION_THICKER, IN_EDIT, "Thicker brush", SDLK_RIGHTBRACKET, 0, .run_lab_with = choices_brush,
     .with = 1, .repeats = true},
    {ACTION_VIEW_NETWORK, IN_VIEW, "Network", SDLK_F2, 0, VIEW(NETWORK)},
    {ACTION_VIEW_NEURON, IN_VIEW, "Neuron", SDLK_F3, 0, VIEW(NEURON)},
    {ACTION_VIEW_BACKPROP, IN_VIEW, "Backward", SDLK_F4, 0, VIEW(BACKPROP)},
    {ACTION_VIEW_CHAIN, IN_VIEW, "Chain", SDLK_F4, SHIFT, VIEW(CHAIN)},
    {ACTION_VIEW_LEARNING, IN_VIEW, "Learning", SDLK_F5, 0, VIEW(LEARNING)},
    {ACTION_VIEW_LANDSCAPE, IN_VIEW, "Landscape", SDLK_F5, SHIFT, VIEW(LANDSCAPE)},
    {ACTION_VIEW_SLOPE, IN_VIEW, "Slope", SDLK_F5, KMOD_CTRL, VIEW(SLOPE)},
    {ACTION_VIEW_DATA, IN_VIEW, "Examples", SDLK_F6, 0, VIEW(DATA)},
    {ACTION_VIEW_DREAMS, IN_VIEW, "Dreams", SDLK_F7, 0, VIEW(DREAMS)},
    {ACTION_FIT, IN_VIEW, "Fit and centre", SDLK_f, 0, RULE, .run_lab_with = choices_prepare,
     .with = PREPARATION_FITTED, .chosen_lab = choices_has_preparation},
    {ACTION_STRAIGHTEN, IN_VIEW, "Straighten", SDLK_g, 0, .run_lab_with = choices_prepare,
     .with = PREPARATION_UPRIGHT, .chosen_lab = choices_has_preparation},
    {ACTION_DARK, IN_VIEW, "Dark theme", SDLK_d, CTRL, RULE, TURNS(settings.dark)},
    {ACTION_LESS_MOTION, IN_VIEW, "Less motion", 0, 0, TURNS(settings.less_motion)},
    {ACTION_LARGER, IN_VIEW, "Larger", SDLK_PLUS, CTRL, RULE, .run_with = zoom_change, .with = 1},
    {ACTION_SMALLER, IN_VIEW, "Smaller", SDLK_MINUS, CTRL, .run_with = zoom_change, .with = -1},
    {ACTION_NORMAL_SIZE, IN_VIEW, "Normal size", SDLK_0, CTRL, .run_with = zoom_change, .with = 0},
    {ACTION_FULL_SCREEN, IN_VIEW, "Full screen", SDLK_F11, 0, RULE, TURNS(settings.full_screen),
     .run = follow_full_screen},
    {ACTION_PRESENT, IN_VIEW, "Presenter mode", SDLK_F9, 0, .run = present_toggle,
     .chosen = is_presenting},
    {ACTION_TRAIN, IN_NETWORK, "Train from scratch", SDLK_t, CTRL, .run_lab = training_toggle,
     .label_now = label_of_train},
    {ACTION_STEP, IN_NETWORK, "Step", SDLK_t, CTRL | SHIFT, .run_lab = training_step,
     .can_lab = is_not_running, .repeats = true},
    {ACTION_STOP, IN_NETWORK, "Stop", SDLK_PERIOD, CTRL, .run_lab = training_stop,
     .can_lab = is_training},
    {ACTION_RESET, IN_NETWORK, "Reset", SDLK_r, CTRL, .run_lab = training_reset},
    {ACTION_TRAIN_FURTHER, IN_NETWORK, "Train this network further", SDLK_r, CTRL | SHIFT,
     .run_lab = training_further},
    {ACTION_SLOWER, IN_NETWORK, "Slower", SDLK_COMMA, 0, RULE, .run_lab_with = choices_speed,
     .with = -1, .repeats = true},
    {ACTION_FASTER, IN_NETWORK, "Faster", SDLK_PERIOD, 0, .run_lab_with = choices_speed, .with = 1,
     .repeats = true},
    {ACTION_COST_CROSS_ENTROPY, IN_NETWORK, "Cost: cross-entropy", SDLK_1, CTRL, RULE,
     .run_lab_with = choices_cost, .with = NET_COST_CROSS_ENTROPY, .chosen_lab = choices_has_cost},
    {ACTION_COST_SQUARED, IN_NETWORK, "Cost: squared error", SDLK_2, CTRL,
     .run_lab_with = choices_cost, .with = NET_COST_SQUARED, .chosen_lab = choices_has_cost},
    {ACTION_DEFAULT_NETWORK, IN_NETWORK, "Default network", SDLK_b, CTRL | SHIFT, RULE,
     .run_with = networks_open_shipped, .with = SHIPPED_DEFAULT, .chosen = networks_shows_shipped},
    {ACTION_LARGE_NETWORK, IN_NETWORK, "Large network", SDLK_l, CTRL | SHIFT,
     .run_with = networks_open_shipped, .with = SHIPPED_LARGE, .chosen = networks_shows_shipped},
    {ACTION_NEW_SMALL, IN_NETWORK, "New 784-16-16-10", SDLK_n, CTRL, .run_with = networks_make,
     .with = NETWORKS_SMALL},
    {ACTION_NEW_LARGE, IN_NETWORK, "New 784-128-64-10", SDLK_n, CTRL | SHIFT,
     .run_with = networks_make, .with = NETWORKS_LARGE},
    {ACTION_PREVIOUS, IN_NETWORK, "Previous network", SDLK_b, CTRL, .run_lab = models_go_back,
     .can_lab = has_previous, .label_now = label_of_previous},
    {ACTION_SECOND_OPINION, IN_NETWORK, "Second opinion", 0, 0, RULE,
     TURNS(settings.second_opinion), .run_lab = lab_drawing_changed},
    {ACTION_NETWORKS, IN_NETWORK, "Networks…", SDLK_o, CTRL | SHIFT, .run_with = open_panel,
     .with = DIALOG_NETWORKS},
    {ACTION_DATA_MNIST, IN_DATA, "Train on MNIST", SDLK_3, CTRL, DATA(MNIST),
     .label_now = label_of_other_data},
    {ACTION_DATA_STROKES, IN_DATA, "Train on built-in strokes", SDLK_4, CTRL, DATA(STROKES)},
    {ACTION_DATA_OWN, IN_DATA, "Train on my digits", SDLK_5, CTRL, DATA(OWN)},
    {ACTION_AUGMENT, IN_DATA, "Augmentation", SDLK_6, CTRL, TURNS(plan.augment)},
    {ACTION_MINE, IN_DATA, "My digits…", SDLK_m, CTRL | SHIFT, RULE, .run_with = open_panel,
     .with = DIALOG_MINE},
    {ACTION_STROKES, IN_DATA, "Built-in strokes…", SDLK_k, CTRL | SHIFT, .run_with = open_panel,
     .with = DIALOG_STROKES},
    {ACTION_AUGMENTED, IN_DATA, "Augmented samples…", SDLK_a, CTRL | SHIFT, .run_with = open_panel,
     .with = DIALOG_AUGMENTED},
    {ACTION_VIEW_TOUR, IN_HELP, "Tour", SDLK_F8, 0, .run_with = card_press, .with = CARD_OPEN,
     .chosen = card_is_chosen},
    {ACTION_EXPLAIN, IN_HELP, "Explain the numbers", SDLK_x, 0, .run = explain_toggle},
    {ACTION_FIRST_START, IN_HELP, "First start again", 0, 0, .run = first_start_again},
    {ACTION_KEYS, IN_HELP, "Keys", SDLK_F1, 0, RULE, .run_with = open_page, .with = DIALOG_KEYS},
    {ACTION_USE, IN_HELP, "How to use it", SDLK_h, CTRL, .run_with = open_page, .with = DIALOG_USE},
    {ACTION_ABOUT, IN_HELP, "About Inkling", SDLK_F1, CTRL, .run_with = open_page,
     .with = DIALOG_ABOUT},
    RECENT(0),
    RECENT(1),
    RECENT(2),
    RECENT(3),
    RECENT(4),
    RECENT(5),
    RECENT(6),
    RECENT(7),
    {ACTION_CLEAR_RECENT, IN_RECENT, "Clear recent files", 0, 0, RULE,
     .run_lab = opened_clear_recent},
    {ACTION_CONTINUE, IN_NO_MENU, "Continue", 0, 0, .run_lab = training_continue,
     .can_lab = training_can_continue},
    {ACTION_SCRATCH, IN_NO_MENU, "Train from scratch", 0, 0, .run_lab = training_from_scratch},
    {ACTION_REPLAY, IN_NO_MENU, "Replay", 0, 0, .run = replay_toggle, .can = replay_can,
     .label_now = label_of_replay},
    {ACTION_TIME_LINE, IN_NO_MENU, "Time line", 0, 0, TURNS(settings.strip_open)},
    {ACTION_RESUME_FRAME, IN_NO_MENU, "Train from here", SDLK_g, CTRL,
     .run_lab = training_resume_frame, .can_lab = looks_back},
    {ACTION_FRAME_BACK, IN_NO_MENU, "A moment back", SDLK_LEFT, CTRL, .run_lab = scrub_back,
     .can_lab = can_look_back, .repeats = true},
    {ACTION_FRAME_FORWARD, IN_NO_MENU, "A moment forward", SDLK_RIGHT, CTRL,
     .run_lab = scrub_forward, .can_lab = looks_back, .repeats = true},
    {ACTION_LIVE, IN_NO_MENU, "Live", SDLK_END, CTRL, .run_lab = scrub_live, .can_lab = looks_back},
    {ACTION_CLOSE_NOTICE, IN_NO_MENU, "Close", SDLK_ESCAPE, 0, .run = notice_close,
     .can = has_notice},
    {ACTION_UNDO_LABEL, IN_NO_MENU, "Undo", 0, 0, .run_lab = mine_take_back,
     .can_lab = mine_can_take_back},
    {ACTION_PRESENT_TOOLS, IN_NO_MENU, "Tools", 0, 0, PART(TOOLS)},
    {ACTION_PRESENT_INPUT, IN_NO_MENU, "Input", 0, 0, PART(INPUT)},
    {ACTION_PRESENT_ANSWER, IN_NO_MENU, "Answer", 0, 0, PART(ANSWER)},
    {ACTION_PRESENT_STRIP, IN_NO_MENU, "Training", 0, 0, PART(STRIP)},
    {ACTION_PRESENT_END, IN_NO_MENU, "Leave", 0, 0, .run = present_toggle, .can = presents},
    {ACTION_TOUR_NEXT, IN_NO_MENU, "Next", SDLK_PAGEDOWN, 0, .run_with = card_press,
     .with = CARD_NEXT, .can = card_is_up, .label_now = label_of_next},
    {ACTION_TOUR_BACK, IN_NO_MENU, "Back", SDLK_PAGEUP, 0, .run_with = card_press,
     .with = CARD_BACK, .can = card_can_back},
    {ACTION_TOUR_LEAVE, IN_NO_MENU, "Leave", 0, 0, .run_with = card_press, .with = CARD_LEAVE,
     .can = card_is_up},
    {ACTION_RENEW, IN_NO_MENU, "New ones", 0, 0, .run = panel_renew, .can = panel_can_renew},
    {ACTION_MISREAD, IN_NO_MENU, "Misread only", 0, 0, .run = album_misread, .can = album_shows},
    {ACTION_TO_SHEET, IN_NO_MENU, "Put on the sheet", 0, 0, .run = album_to_sheet,
     .can = album_has_marked},
    {ACTION_DELETE_DIGIT, IN_NO_MENU, "Delete", 0, 0, .run = album_delete, .can = album_has_marked},
    {ACTION_UNDO_DIGIT, IN_NO_MENU, "Undo", 0, 0, .run = album_undo, .can = album_can_undo},
    {ACTION_CHOOSE_NETWORK, IN_NO_MENU, "Open", 0, 0, .run = networks_open, .can = networks_shows},
    {ACTION_NAME_NETWORK, IN_NO_MENU, "Rename", 0, 0, .run = networks_name,
     .can = networks_can_name},
    {ACTION_START_NETWORK, IN_NO_MENU, "Start with it", 0, 0, .run = networks_start,
     .can = networks_shows},
    {ACTION_REMOVE_NETWORK, IN_NO_MENU, "Remove", 0, 0, .run = networks_remove,
     .can = networks_can_remove},
    {ACTION_CLOSE_PANEL, IN_NO_MENU, "Close", 0, 0, .run = panel_close, .can = panel_shows},
    {ACTION_LEAVE_AGAIN, IN_NO_MENU, "Try again", 0, 0, .run = leave_again, .can = leave_shows,
     .label_now = leave_label},
    {ACTION_LEAVE_LOSE, IN_NO_MENU, "Quit without saving", 0, 0, .run = leave_lose,
     .can = leave_shows},
    {ACTION_LEAVE_BACK, IN_NO_MENU, "Do not quit", 0, 0, .run = leave_back, .can = leave_shows},
    LABEL(0),
    LABEL(1),
    LABEL(2),
    LABEL(3),
    LABEL(4),
    LABEL(5),
    LABEL(6),
    LABEL(7),
    LABEL(8),
    LABEL(9),
    {ACTION_BRUSH_SIZE, IN_NO_MENU, "", 0, 0, .slider = choices_brush_share,
     .slide = choices_slide_brush, .less = ACTION_THINNER, .more = ACTION_THICKER},
    {ACTION_TIME, IN_NO_MENU, "", 0, 0, .slider = scrub_slider, .slide = scrub_slide,
     .less = ACTION_FRAME_BACK, .more = ACTION_FRAME_FORWARD},
    {ACTION_SPEED, IN_NO_MENU, "", 0, 0, .slider = choices_speed_share,
     .slide = choices_slide_speed, .less = ACTION_SLOWER, .more = ACTION_FASTER},
};

const int ACTION_ROWS = sizeof ACTION_TABLE / sizeof ACTION_TABLE[0];
