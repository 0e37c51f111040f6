/* The view Dreams: every page by keyboard and by mouse, and held to what the network's own
 * functions say. */
#include "dreams_fixture.h"

#include "lab/models.h"
#include "shell/seat.h"

enum { IMAGES = 1000 };

static void pages_and_digits_are_chosen_by_mouse_and_by_keys(void **state)
{
    Fixture *f = *state;
    for (int page = 0; page < DREAMS_PAGES; page++) {
        dreams_open(f, (DreamsPageId)page);
        fixture_draw(f);
    }
    dreams_open(f, DREAMS_PIXELS);
    dreams_click(f, DREAMS_DIGIT + 7);
    assert_int_equal(dreams_view(f)->pixels.digit, 7);
    dreams_focus(f);
    fixture_key(f, SDLK_RIGHT, 0);
    assert_int_equal(dreams_view(f)->pixels.digit, 8);
    fixture_key_often(f, SDLK_LEFT, 20);
    assert_int_equal(dreams_view(f)->chosen[DREAMS_PIXELS], 0);
    assert_int_equal(dreams_view(f)->pixels.digit, net_answer(dreams_outputs(f)));
    fixture_key(f, SDLK_SPACE, 0);
    assert_true(dreams_view(f)->pixels.on_ink);
    fixture_draw(f);
    fixture_key(f, SDLK_PAGEDOWN, 0);
    assert_int_equal(dreams_view(f)->page, DREAMS_DREAM);
    fixture_key_often(f, SDLK_PAGEUP, 2);
    assert_int_equal(dreams_view(f)->page, DREAMS_COMPARE);
}

/* What is shown of the pixels is the gradient there, times the input there. */
static void check_pixels(Fixture *f)
{
    const DreamsPixels *pixels = &dreams_view(f)->pixels;
    DreamGradient gradient;
    float z[NET_OUTPUTS];
    dream_gradient(&f->app.lab.model.net, &f->app.lab.acts, pixels->digit, &gradient);
    dream_sums(&f->app.lab.model.net, &f->app.lab.acts, z);
    assert_memory_equal(pixels->gradient.pixel, gradient.pixel, sizeof gradient.pixel);
    assert_float_equal(pixels->z, z[pixels->digit], 0);
    double sum = 0;
    for (int i = 0; i < NET_INPUTS; i++) {
        float product = gradient.pixel[i] * (float)f->app.lab.input.cell[i] / 255.0f;
        assert_float_equal(pixels->product[i], product, 1e-6);
        sum += (double)product;
    }
    assert_float_equal((float)(pixels->in_favour + pixels->against), (float)sum, 1e-4);
}

static void pixels_follow_the_pen_and_the_weights(void **state)
{
    Fixture *f = *state;
    dreams_open(f, DREAMS_PIXELS);
    dreams_click(f, DREAMS_DIGIT + 3);
    dreams_stroke(f);
    assert_true(dreams_view(f)->pixels.most_product > 0.0f);
    check_pixels(f);
    DreamsPixels before = dreams_view(f)->pixels;
    fixture_stroke(f, SDL_BUTTON_LEFT, 6.5f, 20.5f, 20.5f, 6.5f);
    assert_memory_not_equal(dreams_view(f)->pixels.product, before.product, sizeof before.product);
    check_pixels(f);
    dreams_move_weights(f, 0.5f);
    check_pixels(f);
}

static void a_dream_forms_as_the_core_says_and_goes_on_the_sheet(void **state)
{
    static const DreamRule PLAIN = {.rate = 0.02f};
    Fixture *f = *state;
    Rng rng;
    uint8_t noise[NET_INPUTS];
    Dream expected;
    dreams_open(f, DREAMS_DREAM);
    dreams_click(f, DREAMS_DIGIT + 4);
    dreams_click(f, DREAMS_SMOOTH);
    rng_init(&rng, 1);
    dream_noise(&rng, noise);
    assert_memory_equal(dreams_view(f)->dream.dream.level, noise, NET_INPUTS);
    NetActs acts = acts_for(&f->app.lab.model.net);
    dream_begin(&expected, &f->app.lab.model.net, noise, &acts);
    for (int i = 0; i < 3; i++) {
        dreams_click(f, DREAMS_STEP);
        dream_step(&expected, &f->app.lab.model.net, 4, &PLAIN, &acts);
    }
    assert_int_equal(dreams_view(f)->dream.dream.steps, 3);
    assert_memory_equal(dreams_view(f)->dream.dream.level, expected.level, NET_INPUTS);
    dreams_click(f, DREAMS_PUT_DREAM);
    assert_memory_equal(f->app.lab.input.cell, expected.level, NET_INPUTS);
    assert_memory_equal(dreams_outputs(f), net_outputs(&f->app.lab.model.net, &acts),
                        NET_OUTPUTS * sizeof(float));
    net_acts_free(&acts);
    dreams_click(f, DREAMS_AGAIN);
    assert_int_equal(dreams_view(f)->dream.dream.steps, 0);
    assert_memory_not_equal(dreams_view(f)->dream.dream.level, noise, NET_INPUTS);
}

static bool has_dreamt(const App *app)
{
    return app->dreams_view.dream.dream.steps >= 5;
}

static void a_dream_plays_by_itself_from_the_drawing(void **state)
{
    Fixture *f = *state;
    dreams_open(f, DREAMS_DREAM);
    dreams_stroke(f);
    dreams_click(f, DREAMS_FROM_DRAWING);
    assert_memory_equal(dreams_view(f)->dream.dream.level, f->app.lab.input.cell, NET_INPUTS);
    dreams_focus(f);
    fixture_key(f, SDLK_SPACE, 0);
    assert_true(dreams_view(f)->dream.playing);
    while (!has_dreamt(&f->app)) { /* sleeps as the loop does, where nobody has an event */
        SDL_Delay((Uint32)SDL_max(app_sleep_ms(&f->app), 0));
        fixture_frame(f);
    }
    fixture_key(f, SDLK_SPACE, 0);
    assert_false(dreams_view(f)->dream.playing);
    assert_int_equal(panes_sleep_ms(&f->app.shell), -1);
}

static void the_dream_is_asked_again_when_weights_change(void **state)
{
    Fixture *f = *state;
    float outputs[NET_OUTPUTS];
    dreams_open(f, DREAMS_DREAM);
    dreams_click(f, DREAMS_DIGIT + 3);
    dreams_move_weights(f, 0.5f);
    acts_outputs_of(&f->app.lab.model.net, dreams_view(f)->dream.dream.level, outputs);
    assert_memory_equal(dreams_view(f)->dream.chart.activation, outputs, sizeof outputs);
}

static void noise_is_answered_at_once(void **state)
{
    Fixture *f = *state;
    Rng rng;
    uint8_t noise[NET_INPUTS];
    dreams_open(f, DREAMS_NOISE);
    dreams_stroke(f);
    dreams_click(f, DREAMS_PUT_NOISE);
    dreams_focus(f);
    fixture_key(f, SDLK_n, 0);
    rng_init(&rng, 2);
    dream_noise(&rng, noise);
    assert_memory_equal(f->app.lab.input.cell, noise, NET_INPUTS);
    assert_string_equal(f->app.lab.exhibit.name, "noise image 2");
    fixture_draw(f);
    fixture_key(f, SDLK_z, KMOD_LCTRL);
    assert_false(f->app.lab.exhibit.shown);
}

/* Count it once more, by the rule of doubt. */
static void check_count(Fixture *f)
{
    int tally[NET_OUTPUTS][DREAMS_KINDS] = {{0}};
    for (int i = 1; i <= IMAGES; i++) {
        Rng rng;
        uint8_t noise[NET_INPUTS];
        float outputs[NET_OUTPUTS];
        rng_init(&rng, (uint64_t)i);
        dream_noise(&rng, noise);
        acts_outputs_of(&f->app.lab.model.net, noise, outputs);
        Answer answer = answer_of(outputs);
        tally[answer.digit][answer.kind]++;
    }
    assert_int_equal(dreams_view(f)->noise.shown_of, IMAGES);
    assert_memory_equal(dreams_view(f)->noise.shown, tally, sizeof tally);
}

static void a_thousand_noise_images_are_counted(void **state)
{
    Fixture *f = *state;
    dreams_open(f, DREAMS_NOISE);
    dreams_wait(f);
    check_count(f);
    dreams_move_weights(f, 0.5f);
    dreams_wait(f);
    check_count(f);
    fixture_draw(f);
}

static void check_spots(Fixture *f)
{
    const SDL_Rect *box = &f->app.shell.layout.view;
    int own = 0;
    for (int i = 0; i < f->app.shell.spots; i++) {
        const Spot *spot = &f->app.shell.spot[i];
        Hint hint = {{0}, {0}, {0}};
        if (spot->view == VIEW_DREAMS) {
            SDL_Rect whole;
            own++;
            SDL_UnionRect(box, &spot->box, &whole);
            assert_true(SDL_RectEquals(&whole, box));
            PANE_OF_DREAMS.explain(&f->app.dreams_view, spot->about, fixture_middle(spot->box),
                                   &hint);
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
    const Widget *widget = widgets_reach(&f->app.shell, &count);
    for (int i = 0; i < count; i++) {
        SDL_Rect whole;
        if (widget[i].action < view_action(VIEW_DREAMS, 0)) {
            continue;
        }
        SDL_UnionRect(&f->app.shell.layout.view, &widget[i].box, &whole);
        assert_true(SDL_RectEquals(&whole, &f->app.shell.layout.view));
        for (int j = 0; j < i; j++) {
            assert_false(SDL_HasIntersection(&widget[i].box, &widget[j].box));
        }
    }
}

static void the_loop_does_not_sleep_while_images_are_counted(void **state)
{
    Fixture *f = *state;
    dreams_open(f, DREAMS_NOISE);
    assert_int_equal(panes_sleep_ms(&f->app.shell), 0);
    assert_int_equal(app_sleep_ms(&f->app), 0);
}

static void everything_has_room_and_words_on_every_page(void **state)
{
    static const struct {
        int w, h;
        float scale;
    } SIZE[] = {{1280, 800, 1}, {900, 600, 1}, {2560, 1600, 2}, {2560, 1440, 1}};
    Fixture *f = *state;
    dreams_stroke(f);
    fixture_key(f, SDLK_F7, 0);
    for (int s = 0; s < 4; s++) {
        fixture_resize(f, SIZE[s].w, SIZE[s].h, SIZE[s].scale);
        for (int page = 0; page < DREAMS_PAGES; page++) {
            seat_run(&f->app.shell, view_action(VIEW_DREAMS, DREAMS_SHOW_PAGE + page));
            fixture_frame(f);
            dreams_wait(f);
            f->app.shell.redraw = true;
            fixture_draw(f);
            check_spots(f);
            check_widgets(f);
        }
        seat_run(&f->app.shell, view_action(VIEW_DREAMS, DREAMS_KEEP));
    }
}

/* How many lines a page's table has, and how many columns the first. */
static void check_table(Fixture *f, DreamsPageId page, int lines, int columns)
{
    char text[64 * 1024];
    dreams_open(f, page);
    dreams_wait(f);
    FILE *out = fmemopen(text, sizeof text, "w");
    assert_non_null(out);
    assert_true(PANE_OF_DREAMS.table(&f->app.dreams_view, out));
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
    dreams_stroke(f);
    dreams_open(f, DREAMS_COMPARE);
    dreams_click(f, DREAMS_KEEP);
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
    dreams_stroke(f);
    for (int page = 0; page < DREAMS_PAGES; page++) {
        dreams_open(f, (DreamsPageId)page);
        dreams_wait(f);
    }
    dreams_click(f, DREAMS_KEEP);
    assert_true(net_shape_parse("7,30,5", &shape, &err));
    assert_true(models_new(&f->app.lab, &shape, &err));
    for (int page = DREAMS_PAGES - 1; page >= 0; page--) {
        fixture_frame(f);
        dreams_wait(f);
        fixture_draw(f);
        dreams_open(f, (DreamsPageId)page);
    }
    assert_int_equal(dreams_view(f)->compare.count, 7 + 30 + 5 + 10);
    check_pixels(f);
}

static void a_key_of_the_walk_that_is_held_down_goes_on_without_it(void **state)
{
    Fixture *f = *state;
    dreams_open(f, DREAMS_PIXELS);
    dreams_focus(f);
    fixture_key_down(f, SDLK_PAGEDOWN, 0, false);
    fixture_key_down(f, SDLK_PAGEDOWN, 0, true);
    assert_int_equal(dreams_view(f)->page, DREAMS_NOISE);
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
        APP_TEST(the_loop_does_not_sleep_while_images_are_counted),
        APP_TEST(everything_has_room_and_words_on_every_page),
        APP_TEST(every_page_has_a_table),
        APP_TEST(another_shape_is_taken_in_stride),
        APP_TEST(a_key_of_the_walk_that_is_held_down_goes_on_without_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
