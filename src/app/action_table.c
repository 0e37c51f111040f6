/* The rows behind app/actions.h: menus, keys and what they carry out. */
#include "app/action_table.h"

#include <stdio.h>

#include "app/album.h"
#include "app/choose.h"
#include "app/explain.h"
#include "app/leave.h"
#include "app/panel.h"
#include "app/pointer.h"
#include "app/present.h"
#include "app/settings.h"
#include "app/tour.h"
#include "app/views.h"
#include "lab/mine.h"
#include "lab/models.h"
#include "lab/scrub.h"
#include "lab/supply.h"
#include "lab/training.h"
#include "lab/weights.h"

static void run_open(App *app)
{
    choose_begin(app, FILES_OPEN);
}

static void run_save_as(App *app)
{
    choose_begin(app, FILES_SAVE);
}

static void run_save(App *app)
{
    Err err;
    if (!*app->lab.model.path.text) {
        run_save_as(app);
        return;
    }
    char path[PATH_TEXT_MAX];
    snprintf(path, sizeof path, "%s", app->lab.model.path.text);
    app_tell_unless(app, models_save(&app->lab, path, &err), &err);
}

static void run_quit(App *app)
{
    leave_ask(app, false);
}

static void new_network(App *app, const char *hidden)
{
    Err err;
    NetShape shape;
    app_tell_unless(
        app, net_shape_parse(hidden, &shape, &err) && models_new(&app->lab, &shape, &err), &err);
}

static void run_new_small(App *app)
{
    new_network(app, "16,16");
}

static void run_new_large(App *app)
{
    new_network(app, "128,64");
}

static void run_default_network(App *app)
{
    Err err;
    app_tell_unless(app, models_open_shipped(&app->lab, SHIPPED_DEFAULT, &err), &err);
}

static void run_large_network(App *app)
{
    Err err;
    app_tell_unless(app, models_open_shipped(&app->lab, SHIPPED_LARGE, &err), &err);
}

static void run_keys(App *app)
{
    pointer_release(app);
    app->dialog = DIALOG_KEYS;
}

static void run_use(App *app)
{
    pointer_release(app);
    app->dialog = DIALOG_USE;
}

static void run_about(App *app)
{
    pointer_release(app);
    app->dialog = DIALOG_ABOUT;
}

static void run_export(App *app)
{
    choose_begin(app, FILES_EXPORT);
}

static void run_export_view(App *app)
{
    choose_begin(app, FILES_EXPORT_VIEW);
}

static void run_export_table(App *app)
{
    choose_begin(app, FILES_EXPORT_TABLE);
}

static void run_export_drawing(App *app)
{
    choose_begin(app, FILES_EXPORT_DRAWING);
}

static void run_mine(App *app)
{
    panel_open(app, DIALOG_MINE);
}

static void run_strokes(App *app)
{
    panel_open(app, DIALOG_STROKES);
}

static void run_augmented(App *app)
{
    panel_open(app, DIALOG_AUGMENTED);
}

static void show_network(App *app)
{
    views_show(app, VIEW_NETWORK);
}

static void show_neuron(App *app)
{
    views_show(app, VIEW_NEURON);
}

static void show_backprop(App *app)
{
    views_show(app, VIEW_BACKPROP);
}

static void show_learning(App *app)
{
    views_show(app, VIEW_LEARNING);
}

static void show_data(App *app)
{
    views_show(app, VIEW_DATA);
}

static void show_dreams(App *app)
{
    views_show(app, VIEW_DREAMS);
}

static void show_tour(App *app)
{
    views_show(app, VIEW_TOUR);
}

static void run_close_notice(App *app)
{
    app->notice = (Notice){0};
}

#define CTRL KMOD_CTRL
#define SHIFT KMOD_SHIFT

const Action ACTION_TABLE[] = {
    {ACTION_OPEN, IN_FILE, false, "Open network…", SDLK_o, CTRL, run_open, NULL},
    {ACTION_SAVE, IN_FILE, false, "Save network", SDLK_s, CTRL, run_save, NULL},
    {ACTION_SAVE_AS, IN_FILE, false, "Save network as…", SDLK_s, CTRL | SHIFT, run_save_as, NULL},
    {ACTION_EXPORT, IN_FILE, true, "Export my digits…", SDLK_e, CTRL, run_export, NULL},
    {ACTION_EXPORT_VIEW, IN_FILE, false, "Export view…", SDLK_e, CTRL | SHIFT, run_export_view,
     NULL},
    {ACTION_EXPORT_TABLE, IN_FILE, false, "Export table…", 0, 0, run_export_table, NULL},
    {ACTION_EXPORT_DRAWING, IN_FILE, false, "Export drawing…", 0, 0, run_export_drawing, NULL},
    {ACTION_GET_MNIST, IN_FILE, true, "Get MNIST", SDLK_m, CTRL, NULL, supply_fetch},
    {ACTION_QUIT, IN_FILE, true, "Quit", SDLK_q, CTRL, run_quit, NULL},
    {ACTION_UNDO, IN_EDIT, false, "Undo", SDLK_z, CTRL, NULL, lab_undo},
    {ACTION_REDO, IN_EDIT, false, "Redo", SDLK_z, CTRL | SHIFT, NULL, lab_redo},
    {ACTION_CLEAR, IN_EDIT, false, "Clear", SDLK_DELETE, 0, NULL, lab_clear},
    {ACTION_UNDO_WEIGHTS, IN_EDIT, true, "Undo change of weights", SDLK_u, CTRL, NULL,
     weights_undo},
    {ACTION_PEN, IN_EDIT, true, "Pen", SDLK_p, 0, settings_pen, NULL},
    {ACTION_ERASER, IN_EDIT, false, "Eraser", SDLK_e, 0, settings_eraser, NULL},
    {ACTION_THINNER, IN_EDIT, false, "Thinner brush", SDLK_LEFTBRACKET, 0, settings_thinner, NULL},
    {ACTION_THICKER, IN_EDIT, false, "Thicker brush", SDLK_RIGHTBRACKET, 0, settings_thicker, NULL},
    {ACTION_VIEW_NETWORK, IN_VIEW, false, "Network", SDLK_F2, 0, show_network, NULL},
    {ACTION_VIEW_NEURON, IN_VIEW, false, "Neuron", SDLK_F3, 0, show_neuron, NULL},
    {ACTION_VIEW_BACKPROP, IN_VIEW, false, "Backprop", SDLK_F4, 0, show_backprop, NULL},
    {ACTION_VIEW_LEARNING, IN_VIEW, false, "Learning", SDLK_F5, 0, show_learning, NULL},
    {ACTION_VIEW_DATA, IN_VIEW, false, "Data", SDLK_F6, 0, show_data, NULL},
    {ACTION_VIEW_DREAMS, IN_VIEW, false, "Dreams", SDLK_F7, 0, show_dreams, NULL},
    {ACTION_VIEW_TOUR, IN_VIEW, false, "Tour", SDLK_F8, 0, show_tour, NULL},
    {ACTION_FIT, IN_VIEW, true, "Fit and centre", SDLK_f, 0, settings_fit, NULL},
    {ACTION_STRAIGHTEN, IN_VIEW, false, "Straighten", SDLK_g, 0, settings_straighten, NULL},
    {ACTION_DARK, IN_VIEW, true, "Dark theme", SDLK_d, CTRL, settings_dark, NULL},
    {ACTION_LARGER, IN_VIEW, true, "Larger", SDLK_PLUS, CTRL, settings_larger, NULL},
    {ACTION_SMALLER, IN_VIEW, false, "Smaller", SDLK_MINUS, CTRL, settings_smaller, NULL},
    {ACTION_NORMAL_SIZE, IN_VIEW, false, "Normal size", SDLK_0, CTRL, settings_normal_size, NULL},
    {ACTION_FULL_SCREEN, IN_VIEW, true, "Full screen", SDLK_F11, 0, settings_full_screen, NULL},
    {ACTION_PRESENT, IN_VIEW, false, "Presenter mode", SDLK_F9, 0, present_toggle, NULL},
    {ACTION_TRAIN, IN_NETWORK, false, "Train", SDLK_t, CTRL, NULL, training_toggle},
    {ACTION_STEP, IN_NETWORK, false, "Step", SDLK_t, CTRL | SHIFT, NULL, training_step},
    {ACTION_STOP, IN_NETWORK, false, "Stop", SDLK_PERIOD, CTRL, NULL, training_stop},
    {ACTION_RESET, IN_NETWORK, false, "Reset", SDLK_r, CTRL, NULL, training_reset},
    {ACTION_TRAIN_FURTHER, IN_NETWORK, false, "Train this network further", SDLK_r, CTRL | SHIFT,
     NULL, training_further},
    {ACTION_SLOWER, IN_NETWORK, true, "Slower", SDLK_COMMA, 0, settings_slower, NULL},
    {ACTION_FASTER, IN_NETWORK, false, "Faster", SDLK_PERIOD, 0, settings_faster, NULL},
    {ACTION_COST_CROSS_ENTROPY, IN_NETWORK, true, "Cost: cross-entropy", SDLK_1, CTRL,
     settings_cross_entropy, NULL},
    {ACTION_COST_SQUARED, IN_NETWORK, false, "Cost: squared error", SDLK_2, CTRL, settings_squared,
     NULL},
    {ACTION_DEFAULT_NETWORK, IN_NETWORK, true, "Default network", SDLK_b, CTRL | SHIFT,
     run_default_network, NULL},
    {ACTION_LARGE_NETWORK, IN_NETWORK, false, "Large network", SDLK_l, CTRL | SHIFT,
     run_large_network, NULL},
    {ACTION_NEW_SMALL, IN_NETWORK, false, "New 784-16-16-10", SDLK_n, CTRL, run_new_small, NULL},
    {ACTION_NEW_LARGE, IN_NETWORK, false, "New 784-128-64-10", SDLK_n, CTRL | SHIFT, run_new_large,
     NULL},
    {ACTION_PREVIOUS, IN_NETWORK, false, "Previous network", SDLK_b, CTRL, NULL, models_swap},
    {ACTION_DATA_MNIST, IN_DATA, false, "Train on MNIST", SDLK_3, CTRL, settings_data_mnist, NULL},
    {ACTION_DATA_STROKES, IN_DATA, false, "Train on built-in strokes", SDLK_4, CTRL,
     settings_data_strokes, NULL},
    {ACTION_DATA_OWN, IN_DATA, false, "Train on my digits", SDLK_5, CTRL, settings_data_own, NULL},
    {ACTION_AUGMENT, IN_DATA, false, "Augmentation", SDLK_6, CTRL, settings_augment, NULL},
    {ACTION_MINE, IN_DATA, true, "My digits…", SDLK_m, CTRL | SHIFT, run_mine, NULL},
    {ACTION_STROKES, IN_DATA, false, "Built-in strokes…", SDLK_k, CTRL | SHIFT, run_strokes, NULL},
    {ACTION_AUGMENTED, IN_DATA, false, "Augmented samples…", SDLK_a, CTRL | SHIFT, run_augmented,
     NULL},
    {ACTION_EXPLAIN, IN_HELP, false, "Explain the numbers", SDLK_x, 0, explain_toggle, NULL},
    {ACTION_KEYS, IN_HELP, true, "Keys", SDLK_F1, 0, run_keys, NULL},
    {ACTION_USE, IN_HELP, false, "How to use it", SDLK_h, CTRL, run_use, NULL},
    {ACTION_ABOUT, IN_HELP, false, "About Inkling", SDLK_F1, CTRL, run_about, NULL},
    {ACTION_RESUME_FRAME, IN_NO_MENU, false, "Train from here", SDLK_g, CTRL, NULL,
     training_resume_frame},
    {ACTION_FRAME_BACK, IN_NO_MENU, false, "A moment back", SDLK_LEFT, CTRL, NULL, scrub_back},
    {ACTION_FRAME_FORWARD, IN_NO_MENU, false, "A moment forward", SDLK_RIGHT, CTRL, NULL,
     scrub_forward},
    {ACTION_LIVE, IN_NO_MENU, false, "Live", SDLK_END, CTRL, NULL, scrub_live},
    {ACTION_REDO, IN_NO_MENU, false, "Redo", SDLK_y, CTRL, NULL, lab_redo},
    {ACTION_LARGER, IN_NO_MENU, false, "Larger", SDLK_EQUALS, CTRL, settings_larger, NULL},
    {ACTION_LARGER, IN_NO_MENU, false, "Larger", SDLK_PLUS, CTRL | SHIFT, settings_larger, NULL},
    {ACTION_LARGER, IN_NO_MENU, false, "Larger", SDLK_EQUALS, CTRL | SHIFT, settings_larger, NULL},
    {ACTION_LARGER, IN_NO_MENU, false, "Larger", SDLK_KP_PLUS, CTRL, settings_larger, NULL},
    {ACTION_SMALLER, IN_NO_MENU, false, "Smaller", SDLK_KP_MINUS, CTRL, settings_smaller, NULL},
    {ACTION_CLOSE_NOTICE, IN_NO_MENU, false, "Close", SDLK_ESCAPE, 0, run_close_notice, NULL},
    {ACTION_PRESENT_TOOLS, IN_NO_MENU, false, "Tools", 0, 0, present_tools, NULL},
    {ACTION_PRESENT_INPUT, IN_NO_MENU, false, "Input", 0, 0, present_input, NULL},
    {ACTION_PRESENT_ANSWER, IN_NO_MENU, false, "Answer", 0, 0, present_answer, NULL},
    {ACTION_PRESENT_STRIP, IN_NO_MENU, false, "Training", 0, 0, present_strip, NULL},
    {ACTION_PRESENT_END, IN_NO_MENU, false, "Leave", 0, 0, present_toggle, NULL},
    {ACTION_TOUR_NEXT, IN_NO_MENU, false, "Next", SDLK_PAGEDOWN, 0, tour_next, NULL},
    {ACTION_TOUR_BACK, IN_NO_MENU, false, "Back", SDLK_PAGEUP, 0, tour_back, NULL},
    {ACTION_TOUR_LEAVE, IN_NO_MENU, false, "Leave", 0, 0, tour_leave, NULL},
    {ACTION_RENEW, IN_NO_MENU, false, "New ones", 0, 0, panel_renew, NULL},
    {ACTION_MISREAD, IN_NO_MENU, false, "Misread only", 0, 0, album_misread, NULL},
    {ACTION_TO_SHEET, IN_NO_MENU, false, "Put on the sheet", 0, 0, album_to_sheet, NULL},
    {ACTION_DELETE_DIGIT, IN_NO_MENU, false, "Delete", 0, 0, album_delete, NULL},
    {ACTION_UNDO_DIGIT, IN_NO_MENU, false, "Undo", 0, 0, album_undo, NULL},
    {ACTION_CLOSE_PANEL, IN_NO_MENU, false, "Close", 0, 0, panel_close, NULL},
    {ACTION_LEAVE_AGAIN, IN_NO_MENU, false, "Try again", 0, 0, leave_again, NULL},
    {ACTION_LEAVE_LOSE, IN_NO_MENU, false, "Quit without saving", 0, 0, leave_lose, NULL},
    {ACTION_LEAVE_BACK, IN_NO_MENU, false, "Do not quit", 0, 0, leave_back, NULL},
};

const int ACTION_ROWS = sizeof ACTION_TABLE / sizeof ACTION_TABLE[0];
