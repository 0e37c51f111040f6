/* The view Dreams: every page by keyboard and by mouse, and held to what the network's own
 * functions say. */
#include "app_fixture.h"

#include "app/dreams.h"
#include "app/views.h"

enum { IMAGES = 1000 };

static DreamsView *dreams(Fixture *f)
{
    return &f->app.dreams_view;
}

static void click(Fixture *f, int command)
{
    fixture_click(f, fixture_widget(f, view_action(VIEW_DREAMS, command)));
}

/* Bring up a page, by mouse. */
static void open_page(Fixture *f, DreamsPageId page)
{
    fixture_key(f, SDLK_F7, 0);
    click(f, DREAMS_SHOW_PAGE + (int)page);
    assert_int_equal(dreams(f)->page, page);
}

/* Tab until the view's own area has the keyboard. */
static void focus_area(Fixture *f)
{
    for (int i = 0; i < APP_WIDGETS; i++) {
        fixture_key(f, SDLK_TAB, 0);
        if (f->app.focus == view_action(VIEW_DREAMS, DREAMS_AREA)) {
            return;
        }
    }
    fail_msg("Tab never led to the area");
}

static void draw_stroke(Fixture *f)
{
    fixture_stroke(f, SDL_BUTTON_LEFT, 6.5f, 6.5f, 20.5f, 20.5f);
}

static const float *outputs(const Fixture *f)
{
    return net_outputs(&f->app.model.net, &f->app.acts);
}

/* The weights on show become others. */
static void move_weights(Fixture *f, float factor)
{
    Net *net = &f->app.model.net;
    for (size_t i = 0; i < net->floats; i++) {
        net->block[i] *= factor;
    }
    app_weights_changed(&f->app);
    fixture_frame(f);
}

static void pages_and_digits_are_chosen_by_mouse_and_by_keys(void **state)
{
    Fixture *f = *state;
    for (int page = 0; page < DREAMS_PAGES; page++) {
        open_page(f, (DreamsPageId)page);
        fixture_draw(f);
    }
    open_page(f, DREAMS_PIXELS);
    click(f, DREAMS_DIGIT + 7);
    assert_int_equal(dreams(f)->pixels.digit, 7);
    focus_area(f);
    fixture_key(f, SDLK_RIGHT, 0);
    assert_int_equal(dreams(f)->pixels.digit, 8);
    fixture_key_often(f, SDLK_LEFT, 20);
    assert_int_equal(dreams(f)->chosen[DREAMS_PIXELS], 0);
    assert_int_equal(dreams(f)->pixels.digit, net_answer(outputs(f)));
    fixture_key(f, SDLK_SPACE, 0);
    assert_true(dreams(f)->pixels.on_ink);
    fixture_draw(f);
    fixture_key(f, SDLK_PAGEDOWN, 0);
    assert_int_equal(dreams(f)->page, DREAMS_DREAM);
    fixture_key_often(f, SDLK_PAGEUP, 2);
    assert_int_equal(dreams(f)->page, DREAMS_COMPARE);
}

/* What is shown of the pixels is the gradient there, times the input there. */
static void check_pixels(Fixture *f)
{
    const DreamsPixels *pixels = &dreams(f)->pixels;
    DreamGradient gradient;
    float z[NET_OUTPUTS];
    dream_gradient(&f->app.model.net, &f->app.acts, pixels->digit, &gradient);
    dream_sums(&f->app.model.net, &f->app.acts, z);
    assert_memory_equal(pixels->gradient.pixel, gradient.pixel, sizeof gradient.pixel);
    assert_float_equal(pixels->z, z[pixels->digit], 0);
    double sum = 0;
    for (int i = 0; i < NET_INPUTS; i++) {
        float product = gradient.pixel[i] * (float)f->app.input.cell[i] / 255.0f;
        assert_float_equal(pixels->product[i], product, 1e-6);
        sum += (double)product;
    }
    assert_float_equal((float)(pixels->in_favour + pixels->against), (float)sum, 1e-4);
}

static void pixels_follow_the_pen_and_the_weights(void **state)
{
    Fixture *f = *state;
    open_page(f, DREAMS_PIXELS);
    draw_stroke(f);
    assert_true(dreams(f)->pixels.most_product > 0.0f);
    check_pixels(f);
    DreamsPixels before = dreams(f)->pixels;
    fixture_stroke(f, SDL_BUTTON_LEFT, 6.5f, 20.5f, 20.5f, 6.5f);
    assert_memory_not_equal(dreams(f)->pixels.product, before.product, sizeof before.product);
    check_pixels(f);
    move_weights(f, 0.5f);
    check_pixels(f);
}

static void a_dream_forms_as_the_core_says_and_goes_on_the_sheet(void **state)
{
    static const DreamRule PLAIN = {.rate = 0.02f};
    Fixture *f = *state;
    Rng rng;
    uint8_t noise[NET_INPUTS];
    Dream expected;
    open_page(f, DREAMS_DREAM);
    click(f, DREAMS_DIGIT + 4);
    click(f, DREAMS_SMOOTH);
    rng_init(&rng, 1);
    dream_noise(&rng, noise);
    assert_memory_equal(dreams(f)->dream.dream.level, noise, NET_INPUTS);
    dream_begin(&expected, &f->app.model.net, noise);
    for (int i = 0; i < 3; i++) {
        click(f, DREAMS_STEP);
        dream_step(&expected, &f->app.model.net, 4, &PLAIN);
    }
    assert_int_equal(dreams(f)->dream.dream.steps, 3);
    assert_memory_equal(dreams(f)->dream.dream.level, expected.level, NET_INPUTS);
    click(f, DREAMS_PUT_DREAM);
    assert_memory_equal(f->app.input.cell, expected.level, NET_INPUTS);
    assert_memory_equal(outputs(f), net_outputs(&f->app.model.net, &expected.acts),
                        NET_OUTPUTS * sizeof(float));
    click(f, DREAMS_AGAIN);
    assert_int_equal(dreams(f)->dream.dream.steps, 0);
    assert_memory_not_equal(dreams(f)->dream.dream.level, noise, NET_INPUTS);
}

static bool has_dreamt(const App *app)
{
    return app->dreams_view.dream.dream.steps >= 5;
}

static void a_dream_plays_by_itself_from_the_drawing(void **state)
{
    Fixture *f = *state;
    open_page(f, DREAMS_DREAM);
    draw_stroke(f);
    click(f, DREAMS_FROM_DRAWING);
    assert_memory_equal(dreams(f)->dream.dream.level, f->app.input.cell, NET_INPUTS);
    focus_area(f);
    fixture_key(f, SDLK_SPACE, 0);
    assert_true(dreams(f)->dream.playing);
    while (!has_dreamt(&f->app)) { /* sleeps as the loop does, where nobody has an event */
        SDL_Delay((Uint32)SDL_max(app_sleep_ms(&f->app), 0));
        fixture_frame(f);
    }
    fixture_key(f, SDLK_SPACE, 0);
    assert_false(dreams(f)->dream.playing);
    assert_int_equal(views_sleep_ms(&f->app), -1);
}

static void the_dream_is_asked_again_when_weights_change(void **state)
{
    Fixture *f = *state;
    NetActs acts;
    open_page(f, DREAMS_DREAM);
    move_weights(f, 0.5f);
    dreams_forward(&f->app.model.net, dreams(f)->dream.dream.level, &acts);
    assert_memory_equal(dreams(f)->dream.chart.activation, net_outputs(&f->app.model.net, &acts),
                        NET_OUTPUTS * sizeof(float));
}

static void noise_is_answered_at_once(void **state)
{
    Fixture *f = *state;
    Rng rng;
    uint8_t noise[NET_INPUTS];
    open_page(f, DREAMS_NOISE);
    draw_stroke(f);
    click(f, DREAMS_PUT_NOISE);
    focus_area(f);
    fixture_key(f, SDLK_n, 0);
    rng_init(&rng, 2);
    dream_noise(&rng, noise);
    assert_memory_equal(f->app.input.cell, noise, NET_INPUTS);
    assert_string_equal(f->app.exhibit.name, "noise image 2");
    fixture_draw(f);
    fixture_key(f, SDLK_z, KMOD_LCTRL);
    assert_false(f->app.exhibit.shown);
}

static void wait_while_busy(Fixture *f)
{
    for (int i = 0; views_sleep_ms(&f->app) >= 0; i++) {
        fixture_frame(f);
        assert_true(i < FIXTURE_GUARD_MS);
    }
}

/* Count it once more, by the rule of doubt. */
static void check_count(Fixture *f)
{
    int tally[NET_OUTPUTS][DREAMS_KINDS] = {{0}};
    for (int i = 1; i <= IMAGES; i++) {
        Rng rng;
        uint8_t noise[NET_INPUTS];
        NetActs acts;
        rng_init(&rng, (uint64_t)i);
        dream_noise(&rng, noise);
        dreams_forward(&f->app.model.net, noise, &acts);
        Answer answer = answer_of(net_outputs(&f->app.model.net, &acts));
        tally[answer.digit][answer.kind]++;
    }
    assert_int_equal(dreams(f)->noise.shown_of, IMAGES);
    assert_memory_equal(dreams(f)->noise.shown, tally, sizeof tally);
}

static void a_thousand_noise_images_are_counted(void **state)
{
    Fixture *f = *state;
    open_page(f, DREAMS_NOISE);
    wait_while_busy(f);
    check_count(f);
    move_weights(f, 0.5f);
    wait_while_busy(f);
    check_count(f);
    fixture_draw(f);
}

static void the_smallest_change_is_the_cores_and_turns_the_answer(void **state)
{
    Fixture *f = *state;
    DreamsChange *change = &dreams(f)->change;
    open_page(f, DREAMS_CHANGE);
    draw_stroke(f);
    wait_while_busy(f);
    double least = 1e9;
    for (int d = 0; d < NET_OUTPUTS; d++) {
        Flip flip;
        flip_begin(&flip, f->app.input.cell, d);
        while (change->done.tried[d] && flip_search(&flip, &f->app.model.net)) {
        }
        assert_int_equal(change->done.tried[d], !flip_is(outputs(f), d));
        assert_int_equal(change->done.flip[d].found, flip.found);
        assert_true(change->done.flip[d].size == flip.size);
        least = flip.found && flip.size < least ? flip.size : least;
    }
    assert_true(change->shown >= 0);
    assert_true(change->size == least);
    fixture_draw(f);
    int digit = change->shown;
    click(f, DREAMS_PUT_CHANGED);
    assert_true(flip_is(outputs(f), digit));
    wait_while_busy(f);
    assert_memory_equal(change->done.before, f->app.input.cell, NET_INPUTS);
    assert_false(change->done.tried[digit]);
}

static void a_chosen_digit_shows_its_own_change(void **state)
{
    Fixture *f = *state;
    const DreamsChange *change = &dreams(f)->change;
    open_page(f, DREAMS_CHANGE);
    draw_stroke(f);
    wait_while_busy(f);
    for (int d = 0; d < NET_OUTPUTS; d++) {
        click(f, DREAMS_DIGIT + d);
        assert_int_equal(change->shown, change->done.flip[d].found ? d : -1);
        fixture_draw(f);
        for (int i = 0; change->shown >= 0 && i < NET_INPUTS; i++) {
            int by = change->done.flip[d].after[i] - change->done.before[i];
            assert_float_equal(change->change[i], (float)by / 255.0f, 0);
        }
    }
}

static void two_drawings_are_compared_while_the_second_is_drawn(void **state)
{
    Fixture *f = *state;
    DreamsCompare *compare = &dreams(f)->compare;
    CompareMove expected[COMPARE_MOST];
    open_page(f, DREAMS_COMPARE);
    draw_stroke(f);
    NetActs a = f->app.acts;
    focus_area(f);
    fixture_key(f, SDLK_SPACE, 0);
    assert_true(compare->kept);
    fixture_stroke(f, SDL_BUTTON_LEFT, 6.5f, 20.5f, 20.5f, 6.5f);
    for (int by_effect = 1; by_effect >= 0; by_effect--) {
        int count = compare_moves(&f->app.model.net, &a, &f->app.acts, net_answer(outputs(f)),
                                  by_effect, expected);
        assert_int_equal(compare->count, count);
        assert_memory_equal(compare->moves, expected, (size_t)count * sizeof *expected);
        assert_true(compare_change(&expected[0]) != 0.0f);
        fixture_draw(f);
        click(f, DREAMS_BY_EFFECT);
    }
    click(f, DREAMS_PUT_KEPT);
    assert_memory_equal(f->app.input.cell, compare->level, NET_INPUTS);
    assert_float_equal(compare_change(&compare->moves[0]), 0.0f, 1e-6);
}

static void the_list_scrolls_and_leads_to_a_neuron(void **state)
{
    Fixture *f = *state;
    DreamsCompare *compare = &dreams(f)->compare;
    open_page(f, DREAMS_COMPARE);
    draw_stroke(f);
    click(f, DREAMS_KEEP);
    fixture_resize(f, 900, 600, 1.0f);
    assert_true(compare->rows > 2 && compare->rows < compare->count);
    focus_area(f);
    fixture_key_often(f, SDLK_DOWN, 100);
    assert_int_equal(compare->selected, compare->count - 1);
    assert_int_equal(compare->top, compare->count - compare->rows);
    fixture_move(f, fixture_middle(dreams(f)->at.rows));
    fixture_wheel(f, 0.0f, 100.0f);
    assert_int_equal(compare->top, 0);
    fixture_click(f, fixture_middle(dreams_moves_row(f->app.paint, dreams(f)->at.rows, 2)));
    assert_int_equal(compare->selected, 2);
    CompareMove move = compare->moves[2];
    focus_area(f);
    fixture_key(f, SDLK_RETURN, 0);
    assert_int_equal(f->app.view, VIEW_NEURON);
    assert_int_equal(f->app.neuron_view.layer, move.layer);
    assert_int_equal(f->app.neuron_view.neuron, move.neuron);
}

static void check_spots(Fixture *f)
{
    const SDL_Rect *box = &f->app.layout.view;
    int own = 0;
    for (int i = 0; i < f->app.spots; i++) {
        const Spot *spot = &f->app.spot[i];
        Hint hint = {{0}, {0}, {0}};
        if (spot->view == VIEW_DREAMS) {
            SDL_Rect whole;
            own++;
            SDL_UnionRect(box, &spot->box, &whole);
            assert_true(SDL_RectEquals(&whole, box));
            VIEW_OF_DREAMS.explain(&f->app, spot->about, fixture_middle(spot->box), &hint);
            assert_true(*hint.title);
            assert_true(*hint.formula);
        }
    }
    assert_true(own > 0);
}

/* Widgets of the view lie inside its box and beside each other. */
static void check_widgets(Fixture *f)
{
    int count;
    const Widget *widget = screen_widgets(&f->app, &count);
    for (int i = 0; i < count; i++) {
        SDL_Rect whole;
        if (widget[i].action < view_action(VIEW_DREAMS, 0)) {
            continue;
        }
        SDL_UnionRect(&f->app.layout.view, &widget[i].box, &whole);
        assert_true(SDL_RectEquals(&whole, &f->app.layout.view));
        for (int j = 0; j < i; j++) {
            assert_false(SDL_HasIntersection(&widget[i].box, &widget[j].box));
        }
    }
}

static void everything_has_room_and_words_on_every_page(void **state)
{
    static const struct {
        int w, h;
        float scale;
    } SIZE[] = {{1280, 800, 1}, {900, 600, 1}, {2560, 1600, 2}, {2560, 1440, 1}};
    Fixture *f = *state;
    draw_stroke(f);
    fixture_key(f, SDLK_F7, 0);
    for (int s = 0; s < 4; s++) {
        fixture_resize(f, SIZE[s].w, SIZE[s].h, SIZE[s].scale);
        for (int page = 0; page < DREAMS_PAGES; page++) {
            views_run(&f->app, view_action(VIEW_DREAMS, DREAMS_SHOW_PAGE + page));
            fixture_frame(f);
            wait_while_busy(f);
            f->app.redraw = true;
            fixture_draw(f);
            check_spots(f);
            check_widgets(f);
        }
        views_run(&f->app, view_action(VIEW_DREAMS, DREAMS_KEEP));
    }
}

/* How many lines a page's table has, and how many columns the first. */
static void check_table(Fixture *f, DreamsPageId page, int lines, int columns)
{
    char text[64 * 1024];
    open_page(f, page);
    wait_while_busy(f);
    FILE *out = fmemopen(text, sizeof text, "w");
    assert_non_null(out);
    assert_true(VIEW_OF_DREAMS.table(&f->app, out));
    fclose(out);
    int commas = 0;
    for (char *at = text; *at; at++) {
        lines -= *at == '\n';
        commas += *at == ',' && !memchr(text, '\n', (size_t)(at - text));
    }
    assert_int_equal(lines, 0);
    assert_int_equal(commas + 1, columns);
}

static void every_page_has_a_table(void **state)
{
    Fixture *f = *state;
    draw_stroke(f);
    open_page(f, DREAMS_COMPARE);
    click(f, DREAMS_KEEP);
    check_table(f, DREAMS_PIXELS, 785, 6);
    check_table(f, DREAMS_DREAM, 785, 5);
    check_table(f, DREAMS_NOISE, 11, 5);
    check_table(f, DREAMS_CHANGE, 11, 5);
    check_table(f, DREAMS_COMPARE, 43, 8);
}

/* A network of another shape comes: nothing of the old one is asked for. */
static void another_shape_is_taken_in_stride(void **state)
{
    Fixture *f = *state;
    Err err;
    NetShape shape;
    Rng rng;
    draw_stroke(f);
    for (int page = 0; page < DREAMS_PAGES; page++) {
        open_page(f, (DreamsPageId)page);
        wait_while_busy(f);
    }
    click(f, DREAMS_KEEP);
    net_free(&f->app.model.net);
    assert_true(net_shape_parse("7,30,5", &shape, &err));
    assert_true(net_make(&f->app.model.net, &shape, &err));
    rng_init(&rng, 1);
    net_randomise(&f->app.model.net, &rng);
    app_weights_changed(&f->app);
    for (int page = DREAMS_PAGES - 1; page >= 0; page--) {
        fixture_frame(f);
        wait_while_busy(f);
        fixture_draw(f);
        open_page(f, (DreamsPageId)page);
    }
    assert_int_equal(dreams(f)->compare.count, 7 + 30 + 5 + 10);
    check_pixels(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(pages_and_digits_are_chosen_by_mouse_and_by_keys),
        APP_TEST(pixels_follow_the_pen_and_the_weights),
        APP_TEST(a_dream_forms_as_the_core_says_and_goes_on_the_sheet),
        APP_TEST(a_dream_plays_by_itself_from_the_drawing),
        APP_TEST(the_dream_is_asked_again_when_weights_change),
        APP_TEST(noise_is_answered_at_once),
        APP_TEST(a_thousand_noise_images_are_counted),
        APP_TEST(the_smallest_change_is_the_cores_and_turns_the_answer),
        APP_TEST(a_chosen_digit_shows_its_own_change),
        APP_TEST(two_drawings_are_compared_while_the_second_is_drawn),
        APP_TEST(the_list_scrolls_and_leads_to_a_neuron),
        APP_TEST(everything_has_room_and_words_on_every_page),
        APP_TEST(every_page_has_a_table),
        APP_TEST(another_shape_is_taken_in_stride),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
