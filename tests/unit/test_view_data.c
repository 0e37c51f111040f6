/* The view Data: its images, what the network says of them, the confusion matrix; by keys and by
 * mouse. */
#include "app_fixture.h"

#include <math.h>

#include "views/data/data_controls.h"
#include "views/data/data_hints.h"
#include "views/data/data_images.h"

static int action_of(int command)
{
    return view_action(VIEW_DATA, command);
}

static bool is_answered(const App *app)
{
    const DataView *view = &app->data_view;
    return data_images(view) && !view->next.data && !view->stale;
}

/* Frame after frame: what is left of the work needs no event. */
static void wait_for_answers(Fixture *f)
{
    Uint64 over = SDL_GetTicks64() + FIXTURE_GUARD_MS;
    do {
        if (SDL_GetTicks64() > over) {
            fail_msg("the images were not answered");
        }
        fixture_frame(f);
    } while (!is_answered(&f->app));
    fixture_draw(f);
}

/* The view, once all its images are answered. */
static DataView *open_view(Fixture *f)
{
    fixture_key(f, SDLK_F6, 0);
    wait_for_answers(f);
    return &f->app.data_view;
}

static void click(Fixture *f, int command)
{
    fixture_click(f, fixture_widget(f, action_of(command)));
}

/* Tab leads to the area. */
static void focus_area(Fixture *f)
{
    do {
        fixture_key(f, SDLK_TAB, 0);
    } while (f->app.shell.focus != action_of(DATA_COMMAND_AREA));
}

static void choose_source(Fixture *f, ImageSource source)
{
    click(f, DATA_COMMAND_SOURCE + (int)source);
    wait_for_answers(f);
}

/* A network that is right and wrong, sure and unsure. */
static void shake(Fixture *f)
{
    Rng rng;
    rng_init(&rng, 5);
    net_randomise(&f->app.lab.model.net, &rng);
    lab_net_changed(&f->app.lab);
    wait_for_answers(f);
}

static SDL_Point tile_at(const DataView *view, int tile)
{
    return fixture_middle(wall_tile_box(&view->wall, &view->places, tile));
}

static SDL_Point cell_at(const DataView *view, int row, int column)
{
    return fixture_middle(matrix_cell_box(&view->table, row * MATRIX_COLUMNS + column));
}

static void every_source_has_its_images(void **state)
{
    Fixture *f = *state;
    const DataView *view = open_view(f);
    assert_ptr_equal(data_images(&f->app.data_view), &f->app.lab.mix.test);
    assert_int_equal(view->images, FIXTURE_TEST);
    choose_source(f, IMAGES_TRAIN);
    assert_int_equal(view->images, f->app.lab.mix.train.images);
    choose_source(f, IMAGES_STROKES);
    assert_true(view->images >= 500);
    click(f, DATA_COMMAND_SOURCE + IMAGES_MINE);
    fixture_draw(f);
    assert_null(data_images(&f->app.data_view));
    Hint hint = {{0}, {0}, {0}};
    data_hint_status(&f->app.data_view, &hint);
    assert_non_null(strstr(hint.title, "None yet"));
}

static void a_labelled_drawing_joins_my_digits(void **state)
{
    Fixture *f = *state;
    const DataView *view = open_view(f);
    fixture_stroke(f, SDL_BUTTON_LEFT, 14, 4, 14, 24);
    fixture_key(f, SDLK_1, 0);
    choose_source(f, IMAGES_MINE);
    assert_int_equal(view->images, 1);
    fixture_stroke(f, SDL_BUTTON_LEFT, 4, 14, 24, 14);
    fixture_key(f, SDLK_7, 0);
    wait_for_answers(f);
    assert_int_equal(view->images, 2);
    assert_int_equal(data_images(&f->app.data_view)->label[1], 7);
    uint8_t level[SHEET_CELLS];
    dataset_levels(data_images(&f->app.data_view), 1, level);
    assert_memory_equal(level, f->app.lab.mine.reading.input[1].cell, sizeof level);
    fixture_click(f, tile_at(view, 0));
    assert_memory_equal(f->app.lab.input.cell, f->app.lab.mine.reading.input[0].cell, sizeof level);
    assert_string_equal(f->app.lab.exhibit.name, "My digit 1");
}

static void what_is_shown_is_what_the_network_says(void **state)
{
    Fixture *f = *state;
    const DataView *view = open_view(f);
    choose_source(f, IMAGES_STROKES);
    shake(f);
    Err err;
    SgdRoom room;
    Score score = {0};
    const Dataset *data = data_images(&f->app.data_view);
    NetCost cost = f->app.lab.model.info.cost;
    assert_true(sgd_room_make(&room, &f->app.lab.model.net, 50, &err));
    sgd_measure(&f->app.lab.model.net, &room, data, 0, data->images, cost, &score);
    sgd_room_free(&room);
    assert_int_equal(confusion_right(&view->confusion, CONFUSION_ALL), score.right);
    for (int i = 0; i < data->images; i++) {
        float outputs[NET_OUTPUTS];
        NetInput input = dataset_input(data, i);
        acts_outputs(&f->app.lab.model.net, &input, outputs);
        assert_int_equal(data_answer(&f->app.data_view, i)->kind, answer_of(outputs).kind);
    }
}

static void other_weights_are_asked_anew(void **state)
{
    Fixture *f = *state;
    const DataView *view = open_view(f);
    choose_source(f, IMAGES_STROKES);
    Confusion before = view->confusion;
    shake(f);
    assert_memory_not_equal(&view->confusion, &before, sizeof before);
    before = view->confusion;
    fixture_stroke(f, SDL_BUTTON_LEFT, 4, 4, 24, 24); /* asks for no new answers */
    assert_null(view->next.data);
    assert_memory_equal(&view->confusion, &before, sizeof before);
}

static void a_press_puts_an_image_on_the_sheet(void **state)
{
    Fixture *f = *state;
    const DataView *view = open_view(f);
    uint8_t level[SHEET_CELLS];
    fixture_click(f, tile_at(view, 4));
    dataset_levels(&f->app.lab.mix.test, 4, level);
    assert_true(f->app.lab.exhibit.shown);
    assert_memory_equal(f->app.lab.input.cell, level, sizeof level);
    assert_int_equal(f->app.lab.exhibit.label, f->app.lab.mix.test.label[4]);
    assert_string_equal(f->app.lab.exhibit.name, "Test image 5");
    assert_int_equal(view->wall.marked, 4);
    assert_int_equal(data_answer(&f->app.data_view, 4)->digit,
                     net_answer(f->app.shell.chart.activation));
}

static void keys_reach_all_that_the_mouse_does(void **state)
{
    Fixture *f = *state;
    const DataView *view = open_view(f);
    focus_area(f);
    fixture_key(f, SDLK_RIGHT, 0);
    fixture_key(f, SDLK_RIGHT, 0);
    fixture_key(f, SDLK_RETURN, 0);
    assert_string_equal(f->app.lab.exhibit.name, "Test image 3");
    for (int digit = 0; digit < NET_OUTPUTS; digit++) {
        fixture_key(f, SDLK_0 + digit, 0);
        assert_int_equal(f->app.lab.exhibit.label, digit);
        assert_int_equal(f->app.lab.mix.test.label[data_images_marked(&f->app.data_view)], digit);
    }
    while (f->app.shell.focus != action_of(DATA_COMMAND_MATRIX)) {
        fixture_key(f, SDLK_TAB, KMOD_LSHIFT);
    }
    fixture_key(f, SDLK_SPACE, 0);
    assert_true(view->matrix);
    focus_area(f);
    fixture_key(f, SDLK_DOWN, 0);
    fixture_key(f, SDLK_DOWN, 0);
    fixture_key(f, SDLK_END, 0);
    assert_int_equal(view->cell, MATRIX_COLUMNS + MATRIX_OF);
    fixture_draw(f);
    fixture_key(f, SDLK_RETURN, 0);
    assert_false(view->matrix);
    assert_int_equal(view->images, 1); /* the one 1 */
    assert_int_equal(data_images(&f->app.data_view)->label[view->image[0]], 1);
}

static void filters_and_order_choose_the_images(void **state)
{
    Fixture *f = *state;
    const DataView *view = open_view(f);
    choose_source(f, IMAGES_STROKES);
    shake(f);
    const Dataset *data = data_images(&f->app.data_view);
    click(f, DATA_COMMAND_DIGIT + 7);
    click(f, DATA_COMMAND_MISTAKES);
    click(f, DATA_COMMAND_DOUBT);
    click(f, DATA_COMMAND_ORDER);
    fixture_draw(f);
    int wanted = 0;
    for (int i = 0; i < data->images; i++) {
        const ReviewAnswer *answer = data_answer(&f->app.data_view, i);
        wanted += data->label[i] == 7 && answer->digit != 7 && answer->kind != ANSWER_SURE;
    }
    assert_int_equal(view->images, wanted);
    assert_true(wanted > 1);
    for (int i = 1; i < wanted; i++) {
        assert_true(data_answer(&f->app.data_view, view->image[i - 1])->cost >=
                    data_answer(&f->app.data_view, view->image[i])->cost);
    }
    click(f, DATA_COMMAND_RANDOM);
    assert_int_equal(f->app.lab.exhibit.label, 7);
    assert_int_not_equal(net_answer(f->app.shell.chart.activation), 7);
}

static void a_cell_opens_the_images_that_it_counts(void **state)
{
    Fixture *f = *state;
    const DataView *view = open_view(f);
    choose_source(f, IMAGES_STROKES);
    shake(f);
    click(f, DATA_COMMAND_MATRIX);
    fixture_draw(f);
    int answer = 0; /* what the most 3s are taken for */
    for (int i = 1; i < NET_OUTPUTS; i++) {
        answer = view->confusion.count[3][i] > view->confusion.count[3][answer] ? i : answer;
    }
    int count = view->confusion.count[3][answer];
    assert_true(count > 0);
    fixture_click(f, cell_at(view, 3, answer));
    fixture_draw(f);
    assert_false(view->matrix);
    assert_int_equal(view->images, count);
    for (int i = 0; i < count; i++) {
        assert_int_equal(data_images(&f->app.data_view)->label[view->image[i]], 3);
        assert_int_equal(data_answer(&f->app.data_view, view->image[i])->digit, answer);
    }
    focus_area(f);
    fixture_key(f, SDLK_ESCAPE, 0);
    assert_true(view->matrix);
    int all = view->confusion.count[CONFUSION_ALL][CONFUSION_ALL],
        right = confusion_right(&view->confusion, CONFUSION_ALL);
    assert_in_range(right, 1, all - 1);
    fixture_click(f, cell_at(view, CONFUSION_ALL, MATRIX_RIGHT));
    assert_int_equal(view->images, all - right);
}

static void a_cell_explains_its_share(void **state)
{
    Fixture *f = *state;
    DataView *view = open_view(f);
    Hint hint = {{0}, {0}, {0}};
    view->confusion = (Confusion){0};
    view->confusion.count[7][1] = 12;
    view->confusion.count[7][CONFUSION_ALL] = 1028;
    data_hint_cell(&f->app.data_view, 7 * MATRIX_COLUMNS + 1, &hint);
    assert_string_equal(hint.title, "7s read as 1");
    assert_string_equal(hint.formula, "12 of 1,028 = 1.2 %");
}

/* What the terms of a printed cost add up to. */
static double add_terms(const char *formula, NetCost cost)
{
    const char *at = strstr(formula, "\n  = ") + 5;
    double sum = 0.0;
    for (int i = 0; i < NET_OUTPUTS; i++) {
        at += strcspn(at, "0123456789");
        char *end;
        double term = strtod(at, &end);
        sum += cost == NET_COST_SQUARED ? term * term : -log(term);
        at = end + (cost == NET_COST_SQUARED ? 2 : 0); /* past "^2" */
    }
    return sum;
}

static void an_image_explains_its_cost(void **state)
{
    static const NetCost COST[] = {NET_COST_SQUARED, NET_COST_CROSS_ENTROPY};
    Fixture *f = *state;
    open_view(f);
    for (int k = 0; k < 2; k++) {
        Hint hint = {{0}, {0}, {0}};
        char end[32];
        f->app.lab.model.info.cost = COST[k];
        shake(f);
        data_hint_image(&f->app.data_view, 2, &hint);
        snprintf(end, sizeof end, " = %.3f", (double)data_answer(&f->app.data_view, 2)->cost);
        assert_string_equal(hint.formula + strlen(hint.formula) - strlen(end), end);
        assert_float_equal(add_terms(strchr(hint.formula, '\n') + 1, COST[k]),
                           data_answer(&f->app.data_view, 2)->cost, 0.1);
    }
}

static void only_the_tiles_that_show_are_made(void **state)
{
    Fixture *f = *state;
    const DataView *view = open_view(f);
    choose_source(f, IMAGES_STROKES);
    focus_area(f);
    fixture_key(f, SDLK_END, 0);
    fixture_draw(f);
    assert_int_equal(view->wall.marked, view->images - 1);
    int first, shown = wall_showing(&view->wall, &view->places, &first);
    assert_int_equal(first + shown, view->images);
    assert_true(view->tile_room < view->images / 2);
    uint8_t level[SHEET_CELLS];
    dataset_levels(data_images(&f->app.data_view), view->images - 1, level);
    assert_memory_equal(view->tile[shown - 1].level, level, sizeof level);
    SDL_Rect box = view->places.box;
    fixture_wheel(f, 0, 1);
    assert_int_equal(view->wall.top, first / view->places.columns - 1);
    fixture_click(f, (SDL_Point){box.x + box.w - 2, box.y + 2}); /* the bar's upper end */
    assert_int_equal(view->wall.top, 0);
}

static void images_that_go_are_shown_no_more(void **state)
{
    Fixture *f = *state;
    const DataView *view = open_view(f);
    choose_source(f, IMAGES_TRAIN);
    fixture_click(f, tile_at(view, 1));
    action_do(&f->app.shell, ACTION_DATA_STROKES);
    action_do(&f->app.shell, ACTION_STEP); /* without them the mix is loaded anew, at once */
    assert_null(data_images(&f->app.data_view));
    PANE_OF_DATA.key(&f->app.data_view, &(SDL_Keysym){.sym = SDLK_RETURN});
    fixture_draw(f);
    fixture_wait(f, fixture_is_loaded);
    wait_for_answers(f);
    assert_int_equal(view->images, FIXTURE_TRAIN);
    fixture_key(f, SDLK_F2, 0);
    assert_null(view->review.answer); /* what is off screen is not kept */
    assert_null(view->tile);
}

static void read_table(Fixture *f, char *text, size_t room)
{
    FILE *out = tmpfile();
    assert_non_null(out);
    assert_true(PANE_OF_DATA.table(&f->app.data_view, out));
    rewind(out);
    text[fread(text, 1, room - 1, out)] = '\0';
    fclose(out);
}

static void the_table_is_of_what_is_on_show(void **state)
{
    Fixture *f = *state;
    const DataView *view = open_view(f);
    char text[8192], line[128];
    read_table(f, text, sizeof text);
    const ReviewAnswer *answer = data_answer(&f->app.data_view, 0);
    snprintf(line, sizeof line,
             "name,label,answer,activation,cost,doubt\n\"test image 1\",0,%d,%.9g,%.9g,%s\n",
             answer->digit, (double)answer->activation, (double)answer->cost,
             answer_name(answer->kind));
    assert_memory_equal(text, line, strlen(line));
    click(f, DATA_COMMAND_MATRIX);
    read_table(f, text, sizeof text);
    snprintf(line, sizeof line, ",%d,%.6f\n", FIXTURE_TEST,
             confusion_accuracy(&view->confusion, CONFUSION_ALL));
    assert_string_equal(text + strlen(text) - strlen(line), line);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(every_source_has_its_images),
        APP_TEST(a_labelled_drawing_joins_my_digits),
        APP_TEST(what_is_shown_is_what_the_network_says),
        APP_TEST(other_weights_are_asked_anew),
        APP_TEST(a_press_puts_an_image_on_the_sheet),
        APP_TEST(keys_reach_all_that_the_mouse_does),
        APP_TEST(filters_and_order_choose_the_images),
        APP_TEST(a_cell_opens_the_images_that_it_counts),
        APP_TEST(a_cell_explains_its_share),
        APP_TEST(an_image_explains_its_cost),
        APP_TEST(only_the_tiles_that_show_are_made),
        APP_TEST(images_that_go_are_shown_no_more),
        APP_TEST(the_table_is_of_what_is_on_show),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
