/* Pages of help. */
#include "shell/pages.h"

#include "base/config.h"
#include "shell/action.h"

void pages_draw_keys(const Shell *shell)
{
    enum { MAX = 66 };
    DialogRow row[MAX];
    char keys[MAX][24];
    int rows = action_key_rows(row, MAX, keys);
    SDL_Rect box = dialog_box(shell->paint, shell->layout.window, 868.0f, 516.0f);
    dialog_draw_page(shell->paint, shell->layout.window, box, "Keys", row, rows, "");
}

void pages_draw_use(const Shell *shell)
{
    SDL_Rect box = dialog_box(shell->paint, shell->layout.window, 640.0f, 486.0f);
    dialog_draw_page(
        shell->paint, shell->layout.window, box, "How to use it", NULL, 0,
        "Left button: draw. Right button: erase. Wheel over the sheet: size of the brush.\n"
        "Point at a number, and it explains itself. X does the same by keyboard: arrows lead from "
        "one number to the next, Esc leaves.\n"
        "F2 to F8, Shift+F4 for Chain, Shift+F5 and Ctrl+F5 for Landscape and Slope: the views. "
        "Tab leads into one, arrows move in it; Enter acts, Esc goes one step out.\n"
        "0 to 9, or a press on a bar's digit: what the drawing was meant to be. It joins my "
        "digits; undo takes that back, and the next stroke begins a new drawing. In Backward 0 to "
        "9 are what it should be.\n"
        "My digits: 0 to 9 relabel, Delete deletes, Ctrl+Z undoes, Enter puts one on the sheet, M "
        "shows the misread alone. Samples: N shows new ones. Esc closes.\n"
        "Networks (Ctrl+Shift+O): Enter opens one, F2 names it, S has it come at every start, "
        "Delete removes it.\n"
        "The time line of the run unfolds at the bottom: Ctrl+Left and Ctrl+Right go a moment back "
        "or forward, Ctrl+End to the newest weights, Ctrl+G trains on from the moment on show. The "
        "File menu "
        "saves the run with its network, or as a film.\n"
        "Alt or F10: the menus; arrows and Enter choose, Esc closes.\n"
        "Tab: the next control; Space presses it. On the sheet, arrows move the pen and "
        "Space puts it down and lifts it.\n"
        "A network or a picture dropped on the window opens; a picture goes on the sheet, where "
        "the "
        "pen draws on it. Of several digits in it, Ctrl+PgDn and Ctrl+PgUp show the next "
        "and the one before. So does one that Ctrl+V pastes, or the file that was copied; Ctrl+C "
        "copies "
        "the drawing.");
}

void pages_draw_about(const Shell *shell)
{
    SDL_Rect box = dialog_box(shell->paint, shell->layout.window, 560.0f, 270.0f);
    dialog_draw_page(
        shell->paint, shell->layout.window, box, "Inkling " INKLING_VERSION, NULL, 0,
        "Draw a digit and watch a small neural network answer; train it and watch it learn.\n"
        "The network is the one that 3Blue1Brown's videos on neural networks explain: "
        "784-16-16-10, "
        "every layer a = sigmoid(W a + b). Inkling is unofficial: it is not made or endorsed by "
        "3Blue1Brown.\n"
        "The bars show activations, not probabilities: they need not add up to 1.\n"
        "The networks that ship were trained on MNIST by Y. LeCun, C. Cortes and C. Burges "
        "(CC BY-SA 3.0) and on Inkling's own built-in strokes. Gradients after M. Nielsen, Neural "
        "Networks and Deep Learning (2015).\n"
        "Inkling is free software under the MIT licence.");
}
