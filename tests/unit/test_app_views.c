/* The laboratory around its views: choosing one, numbers that explain themselves, images on the
 * sheet; and the view Network. */
#include "app_fixture.h"

#include <math.h>

#include "lab/mine.h"
#include "lab/models.h"
#include "shell/explain.h"
#include "shell/panes.h"
#include "shell/pointed.h"
#include "ui/diagram.h"

static void keys_tabs_and_menu_bring_up_every_view(void **state)
{
    static const struct {
        SDL_Keycode key;
        Uint16 mod;
        ViewId place; /* that the view is one of the ways to look at, or the view itself */
    } WAY[VIEW_TOUR] = {
        [VIEW_NETWORK] = {SDLK_F2, 0, VIEW_NETWORK},
        [VIEW_NEURON] = {SDLK_F3, 0, VIEW_NETWORK},
        [VIEW_BACKPROP] = {SDLK_F4, 0, VIEW_NETWORK},
        [VIEW_CHAIN] = {SDLK_F4, KMOD_LSHIFT, VIEW_NETWORK},
        [VIEW_LEARNING] = {SDLK_F5, 0, VIEW_LEARNING},
        [VIEW_LANDSCAPE] = {SDLK_F5, KMOD_LSHIFT, VIEW_LEARNING},
        [VIEW_SLOPE] = {SDLK_F5, KMOD_LCTRL, VIEW_LEARNING},
        [VIEW_DATA] = {SDLK_F6, 0, VIEW_DATA},
        [VIEW_DREAMS] = {SDLK_F7, 0, VIEW_DREAMS},
    };
    Fixture *f = *state;
    for (int view = VIEW_TOUR - 1; view >= 0; view--) {
        fixture_key(f, WAY[view].key, WAY[view].mod);
        assert_int_equal(f->app.shell.view, view);
        fixture_draw(f);
    }
    for (int view = VIEW_TOUR - 1; view >= 0; view--) {
        fixture_click(f, fixture_widget(f, ACTION_VIEW_NETWORK + (int)WAY[view].place));
        fixture_draw(f);
        fixture_click(f, fixture_widget(f, ACTION_VIEW_NETWORK + view));
        assert_int_equal(f->app.shell.view, view);
    }
    fixture_key(f, SDLK_v, KMOD_LALT);
    fixture_key(f, SDLK_DOWN, 0);
    fixture_key(f, SDLK_RETURN, 0);
    assert_int_equal(f->app.shell.view, VIEW_NEURON);
}

static void sheet_and_answer_stay_with_every_view(void **state)
{
    static const SDL_Point SIZE[] = {{900, 600}, {1280, 800}, {2560, 1440}};
    Fixture *f = *state;
    for (size_t i = 0; i < sizeof SIZE / sizeof SIZE[0]; i++) {
        fixture_resize(f, SIZE[i].x, SIZE[i].y, 1.0f);
        panes_show(&f->app.shell, VIEW_NEURON);
        fixture_draw(f);
        SDL_Rect sheet = f->app.shell.layout.sheet;
        for (int view = 0; view < VIEWS; view++) {
            panes_show(&f->app.shell, (ViewId)view);
            fixture_draw(f);
            const Layout *at = &f->app.shell.layout;
            bool same = SDL_RectEquals(&at->sheet, &sheet);
            int least = at->form == LAYOUT_RAIL ? sheet.w / 3 : sheet.w / 2;
            assert_true(at->form == LAYOUT_VIEW ? same : at->sheet.w >= least);
            if (at->form != LAYOUT_BACKWARD) { /* there they are the view's */
                assert_false(SDL_HasIntersection(&at->view, &at->answer));
                assert_false(SDL_HasIntersection(&at->view, &at->chart));
            }
            assert_false(SDL_HasIntersection(&at->answer, &at->chart) && at->form == LAYOUT_VIEW);
            assert_true(at->view.y + at->view.h <= at->strip.y);
            assert_true(at->view.h >= at->window.h / 2);
        }
    }
}

static void a_neuron_is_selected_by_mouse_and_by_arrows(void **state)
{
    Fixture *f = *state;
    const DiagramNeuron *selected = &f->app.shell.selected;
    fixture_click(f, fixture_neuron(f, 1, 4));
    assert_true(selected->layer == 1 && selected->neuron == 4);
    fixture_key(f, SDLK_RIGHT, 0);
    fixture_key(f, SDLK_DOWN, 0);
    assert_true(selected->layer == 2 && selected->neuron == 5);
    fixture_key(f, SDLK_RIGHT, 0);
    assert_int_equal(selected->layer, 2); /* there is no further layer */
    fixture_key(f, SDLK_RETURN, 0);
    assert_int_equal(f->app.shell.view, VIEW_NEURON);
    assert_int_equal(f->app.neuron_view.page, NEURON_ZOOM_PAGE);
    assert_true(selected->layer == 2 && selected->neuron == 5);
}

/* A number that another picture does not have. */
static uint64_t drawn(const Fixture *f)
{
    const SDL_Surface *surface = f->board.surface;
    uint64_t sum = 14695981039346656037u;
    SDL_RenderFlush(f->board.renderer);
    const Uint8 *byte = surface->pixels;
    for (int i = 0; i < surface->h * surface->pitch; i++) {
        sum = (sum ^ byte[i]) * 1099511628211u; /* FNV-1a */
    }
    return sum;
}

static void select_neuron(Fixture *f, int layer, int neuron)
{
    f->app.shell.selected = (DiagramNeuron){layer, neuron};
}

static void a_selection_that_a_smaller_network_lacks_is_none(void **state)
{
    Fixture *f = *state;
    fixture_frame(f);
    fixture_draw(f);
    uint64_t none = drawn(f);
    select_neuron(f, 1, 3);
    fixture_draw(f);
    assert_true(drawn(f) != none);
    select_neuron(f, 3, 200);
    fixture_draw(f);
    assert_true(drawn(f) == none);
    select_neuron(f, 2, 10);
    fixture_draw(f);
    assert_true(drawn(f) == none);
}

/* The spot at a number of the window around the views. */
static void key_x_leads_to_the_numbers_and_arrows_between_them(void **state)
{
    Fixture *f = *state;
    fixture_key(f, SDLK_x, 0);
    assert_int_equal(f->app.shell.focus, ACTION_EXPLAIN);
    assert_int_equal(f->app.shell.explained, 0);
    int first = f->app.shell.explained;
    fixture_draw(f);
    fixture_key(f, SDLK_DOWN, 0);
    assert_int_not_equal(f->app.shell.explained, first);
    const Spot *from = &f->app.shell.spot[first], *to = &f->app.shell.spot[f->app.shell.explained];
    assert_true(to->box.y > from->box.y);
    fixture_draw(f);
    fixture_key(f, SDLK_ESCAPE, 0);
    assert_int_equal(f->app.shell.explained, -1);
    assert_int_equal(f->app.shell.focus, ACTION_SHEET);
}

static void an_output_explains_itself_with_its_true_numbers(void **state)
{
    Fixture *f = *state;
    Hint hint = {{0}, {0}, {0}};
    char activation[32], title[32];
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 24.5f);
    int digit = f->app.lab.answer.digit;
    PANE_OF_NETWORK.explain(&f->app.network_view, 2 * NET_MAX_WIDTH + digit, (SDL_Point){0, 0},
                            &hint);
    snprintf(activation, sizeof activation, "a = sigmoid(z) = %.4f",
             (double)f->app.shell.chart.activation[digit]);
    snprintf(title, sizeof title, "output %d", digit);
    assert_non_null(strstr(hint.title, title));
    assert_non_null(strstr(hint.formula, activation));
    const char *z = strrchr(hint.formula, '=');
    assert_non_null(z);
    double a = 1.0 / (1.0 + exp(-strtod(z + 1, NULL)));
    assert_true(fabs(a - (double)f->app.shell.chart.activation[digit]) < 1e-3);
}

static void every_spot_of_every_view_has_words(void **state)
{
    Fixture *f = *state;
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 24.5f);
    for (int view = 0; view < VIEWS; view++) {
        panes_show(&f->app.shell, (ViewId)view);
        fixture_draw(f);
        for (int i = 0; i < f->app.shell.spots; i++) {
            const Spot *spot = &f->app.shell.spot[i];
            Hint hint = {{0}, {0}, {0}};
            if (spot->view != VIEWS) {
                explain_print(&f->app.shell, spot, fixture_middle(spot->box), &hint);
                assert_true(*hint.title);
            }
        }
    }
}

static void an_image_on_the_sheet_is_what_the_network_sees(void **state)
{
    Fixture *f = *state;
    uint8_t level[SHEET_CELLS] = {0};
    level[300] = 200;
    level[301] = 90;
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 4.5f);
    Sheet drawn = f->app.lab.sheet;
    lab_exhibit(&f->app.lab, level, 4, "test image 1");
    fixture_frame(f);
    assert_memory_equal(f->app.lab.input.cell, level, sizeof level);
    assert_memory_equal(f->app.lab.sheet.cell, level, sizeof level);
    assert_false(action_can(&f->app.shell, ACTION_LABEL_0)); /* it is no drawing of the person's */
    fixture_key(f, SDLK_z, KMOD_LCTRL);
    assert_memory_equal(&f->app.lab.sheet, &drawn, sizeof drawn);
    lab_exhibit(&f->app.lab, level, 4, "test image 1");
    fixture_frame(f);
    fixture_key(f, SDLK_DELETE, 0);
    assert_false(f->app.lab.exhibit.shown);
    assert_true(raster_is_blank(&f->app.lab.sheet));
}

static void a_cell_of_the_sheet_points_at_the_input_that_it_became(void **state)
{
    Fixture *f = *state;
    fixture_stroke(f, SDL_BUTTON_LEFT, 8.5f, 4.5f, 8.5f, 24.5f);
    shell_tick(&f->app.shell, 10000);
    fixture_move(f, fixture_cell(f, 8.5f, 12.5f));
    assert_int_equal(pointed_neuron(&f->app.shell, (DiagramNeuron){1, 7}).neuron, 7);
    assert_int_equal(pointed_sleep_ms(&f->app.shell), 400);
    shell_tick(&f->app.shell, 10400);
    fixture_frame(f);
    DiagramNeuron at = pointed_neuron(&f->app.shell, (DiagramNeuron){0, -1});
    assert_int_equal(at.layer, DIAGRAM_INPUTS);
    assert_true(at.neuron >= 0 && f->app.lab.input.cell[at.neuron] > 200);
    assert_int_equal(pointed_sleep_ms(&f->app.shell), -1);
    fixture_stroke(f, SDL_BUTTON_LEFT, 8.5f, 24.5f, 12.5f, 24.5f); /* the pen does not point */
    assert_int_equal(pointed_sleep_ms(&f->app.shell), -1);
    fixture_move(f, fixture_cell(f, 20.5f, 12.5f)); /* paper */
    shell_tick(&f->app.shell, 10800);
    fixture_frame(f);
    assert_int_equal(pointed_neuron(&f->app.shell, (DiagramNeuron){1, 7}).neuron, 7);
}

static void the_pen_draws_on_an_image_and_undo_brings_it_back(void **state)
{
    Fixture *f = *state;
    const Lab *lab = &f->app.lab;
    uint8_t level[SHEET_CELLS] = {0};
    level[300] = 200;
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 4.5f);
    Sheet drawn = lab->sheet;
    lab_exhibit(&f->app.lab, level, 4, "test image 1");
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 20.5f, 24.5f, 20.5f);
    assert_true(lab->exhibit.shown);
    assert_int_equal(fixture_ink(f, 12, 20), 255);
    assert_int_equal(lab->sheet.cell[300], 200);
    assert_memory_equal(&lab->sheet, &lab->input, sizeof lab->input);
    float outputs[NET_OUTPUTS];
    Err err;
    assert_true(models_read(lab, &lab->model, outputs, &err));
    assert_memory_equal(outputs, net_outputs(&lab->model.net, &lab->acts), sizeof outputs);
    fixture_stroke(f, SDL_BUTTON_RIGHT, 16.0f, 10.5f, 22.0f, 10.5f); /* the eraser, too */
    assert_int_equal(lab->sheet.cell[300], 0);
    fixture_key(f, SDLK_z, KMOD_LCTRL);
    fixture_key(f, SDLK_z, KMOD_LCTRL);
    assert_memory_equal(lab->sheet.cell, level, sizeof level);
    fixture_key(f, SDLK_y, KMOD_LCTRL);
    assert_int_equal(fixture_ink(f, 12, 20), 255);
    fixture_key(f, SDLK_z, KMOD_LCTRL);
    fixture_key(f, SDLK_z, KMOD_LCTRL); /* and then the drawing of before */
    assert_false(lab->exhibit.shown);
    assert_memory_equal(&lab->sheet, &drawn, sizeof drawn);
    fixture_key(f, SDLK_y, KMOD_LCTRL); /* redo: the image, then what was drawn on it */
    assert_memory_equal(lab->sheet.cell, level, sizeof level);
    fixture_key(f, SDLK_y, KMOD_LCTRL);
    assert_int_equal(fixture_ink(f, 12, 20), 255);
    lab_exhibit(&f->app.lab, level, 4, "test image 1");
    fixture_frame(f);
    assert_memory_equal(lab->sheet.cell, level, sizeof level); /* nothing is left on it */
}

static void clear_takes_an_image_and_undo_brings_it_back(void **state)
{
    Fixture *f = *state;
    const Lab *lab = &f->app.lab;
    uint8_t level[SHEET_CELLS] = {[300] = 200};
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 4.5f);
    Sheet drawn = lab->sheet;
    lab_exhibit(&f->app.lab, level, 4, "test image 1");
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 20.5f, 24.5f, 20.5f);
    Sheet with_stroke = lab->sheet;
    fixture_key(f, SDLK_DELETE, 0);
    assert_true(raster_is_blank(&lab->sheet));
    fixture_key(f, SDLK_z, KMOD_LCTRL);
    assert_memory_equal(&lab->sheet, &with_stroke, sizeof with_stroke);
    fixture_key(f, SDLK_z, KMOD_LCTRL);
    fixture_key(f, SDLK_z, KMOD_LCTRL);
    assert_memory_equal(&lab->sheet, &drawn, sizeof drawn);
    fixture_key(f, SDLK_y, KMOD_LCTRL);
    fixture_key(f, SDLK_DELETE, 0);
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 9.5f, 24.5f, 9.5f); /* the drawing goes on */
    fixture_key(f, SDLK_z, KMOD_LCTRL);
    assert_false(lab->exhibit.shown);
}

static void explaining_goes_on_in_another_view(void **state)
{
    Fixture *f = *state;
    fixture_key(f, SDLK_x, 0);
    fixture_key(f, SDLK_F3, 0);
    fixture_key(f, SDLK_DOWN, 0);
    assert_true(f->app.shell.explained >= 0 && f->app.shell.explained < f->app.shell.spots);
    const Spot *spot = explain_spot(&f->app.shell);
    assert_true(spot == &f->app.shell.spot[f->app.shell.explained]);
}

static void an_image_lifts_the_pen_and_has_nothing_to_redo(void **state)
{
    Fixture *f = *state;
    uint8_t level[SHEET_CELLS] = {[300] = 200};
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 4.5f);
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 9.5f, 24.5f, 9.5f);
    fixture_key(f, SDLK_z, KMOD_LCTRL);
    assert_true(action_can(&f->app.shell, ACTION_REDO));
    lab_exhibit(&f->app.lab, level, -1, "test image 1");
    fixture_frame(f);
    assert_false(action_can(&f->app.shell, ACTION_REDO)); /* nobody would see it */
    fixture_key(f, SDLK_z, KMOD_LCTRL);
    assert_true(action_can(&f->app.shell, ACTION_REDO));
    fixture_press(f, fixture_cell(f, 4.5f, 20.5f), SDL_BUTTON_LEFT);
    lab_exhibit(&f->app.lab, level, -1, "test image 1");
    assert_false(f->app.lab.drawing.pen_down);
}

static void a_label_before_an_image_is_taken_back_once_the_image_is(void **state)
{
    Fixture *f = *state;
    uint8_t level[SHEET_CELLS] = {[300] = 200};
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 4.5f);
    fixture_key(f, SDLK_3, 0);
    assert_true(mine_can_take_back(&f->app.lab));
    lab_exhibit(&f->app.lab, level, -1, "test image 1");
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 20.5f, 24.5f, 20.5f);
    fixture_key(f, SDLK_z, KMOD_LCTRL);
    fixture_key(f, SDLK_z, KMOD_LCTRL);
    assert_int_equal(mine_on_sheet(&f->app.lab), 0);
    assert_true(mine_can_take_back(&f->app.lab));
    fixture_key(f, SDLK_z, KMOD_LCTRL);
    assert_int_equal(f->app.lab.mine.own.digits.digits, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(keys_tabs_and_menu_bring_up_every_view),
        APP_TEST(sheet_and_answer_stay_with_every_view),
        APP_TEST(a_neuron_is_selected_by_mouse_and_by_arrows),
        APP_TEST(a_selection_that_a_smaller_network_lacks_is_none),
        APP_TEST(key_x_leads_to_the_numbers_and_arrows_between_them),
        APP_TEST(an_output_explains_itself_with_its_true_numbers),
        APP_TEST(every_spot_of_every_view_has_words),
        APP_TEST(an_image_on_the_sheet_is_what_the_network_sees),
        APP_TEST(a_cell_of_the_sheet_points_at_the_input_that_it_became),
        APP_TEST(the_pen_draws_on_an_image_and_undo_brings_it_back),
        APP_TEST(clear_takes_an_image_and_undo_brings_it_back),
        APP_TEST(explaining_goes_on_in_another_view),
        APP_TEST(an_image_lifts_the_pen_and_has_nothing_to_redo),
        APP_TEST(a_label_before_an_image_is_taken_back_once_the_image_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
