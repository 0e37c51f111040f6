/* The view Backprop's minibatch: what each image asks for, and what they ask for on average. */
#include "backprop_fixture.h"

#include <math.h>

static void open_minibatch(Fixture *f)
{
    begin(f);
    click_on(f, BACKPROP_DO_PAGE + BACKPROP_MINIBATCH);
    fixture_draw(f);
    assert_true(view_of(f)->batch.ready);
}

/* Every row holds what each image asks for by itself, and the average is the minibatch's gradient.
 */
static void assert_shows_minibatch(const Fixture *f)
{
    Net grad, sum;
    Err err;
    const BackpropBatch *batch = &view_of(f)->batch;
    const Net *net = &f->app.lab.model.net;
    assert_true(net_make(&grad, &net->shape, &err) && net_make(&sum, &net->shape, &err));
    NetActs acts = acts_for(net);
    for (int n = 0; n < BACKPROP_IMAGES; n++) {
        NetInput input = dataset_input(&f->app.lab.mix.train, batch->image[n]);
        int label = f->app.lab.mix.train.label[batch->image[n]];
        net_zero(&grad);
        net_forward(net, &input, &acts);
        net_backward(net, &input, &acts, label, view_of(f)->cost, &grad);
        net_backward(net, &input, &acts, label, view_of(f)->cost, &sum);
        for (int i = 0; i < batch->rows; i++) {
            assert_float_equal(batch->row[i].by_w[n], grad.block[batch->row[i].entry], 0.0f);
        }
    }
    double size = 0;
    for (int i = 0; i < batch->rows; i++) {
        float mean = sum.block[batch->row[i].entry] / BACKPROP_IMAGES;
        assert_float_equal(batch->row[i].mean, mean, 1e-6f);
        size += fabs((double)mean);
    }
    assert_true(size > 1e-4);
    net_free(&grad);
    net_free(&sum);
    net_acts_free(&acts);
}

static void a_minibatch_shows_the_wishes_of_its_images_and_their_average(void **state)
{
    Fixture *f = *state;
    open_minibatch(f);
    assert_int_equal(view_of(f)->batch.rows, 10);
    assert_shows_minibatch(f);
    click_on(f, BACKPROP_DO_ASK + 1);
    assert_int_equal(view_of(f)->batch.row[0].from, -1);
    assert_int_equal(view_of(f)->batch.row[1].to, backprop_neuron(view_of(f)));
    assert_shows_minibatch(f);
    click_on(f, BACKPROP_DO_LAYER);
    assert_int_equal(view_of(f)->batch.row[1].layer, 0);
    assert_shows_minibatch(f);
    fixture_draw(f);
    int first = view_of(f)->batch.image[0], second = view_of(f)->batch.image[1];
    tab_to(f, BACKPROP_DO_AREA);
    fixture_key(f, SDLK_n, 0);
    settle(f);
    assert_true(view_of(f)->batch.image[0] != first || view_of(f)->batch.image[1] != second);
    assert_shows_minibatch(f);
}

static void the_average_is_applied_and_taken_back(void **state)
{
    Fixture *f = *state;
    open_minibatch(f);
    Net start;
    Err err;
    assert_true(net_make(&start, &f->app.lab.model.net.shape, &err));
    net_copy(&start, &f->app.lab.model.net);
    MinibatchRow row = view_of(f)->batch.row[0];
    double before = view_of(f)->batch.mean_cost;
    f->app.backprop_view.rate = 0.1f;
    click_on(f, BACKPROP_DO_APPLY);
    assert_float_equal(f->app.lab.model.net.block[row.entry],
                       start.block[row.entry] - view_of(f)->rate * row.mean, 1e-6f);
    assert_true(view_of(f)->batch.step.shown);
    assert_true(view_of(f)->batch.step.cost_before == before);
    assert_true(view_of(f)->batch.mean_cost < before);
    assert_shows_minibatch(f);
    click_on(f, BACKPROP_DO_UNDO);
    assert_true(fixture_same_weights(&start, &f->app.lab.model.net));
    assert_true(view_of(f)->batch.mean_cost == before);
    net_free(&start);
}

static void finish(Fixture *f)
{
    while (view_of(f)->batch.done < BACKPROP_IMAGES) {
        fixture_frame(f);
    }
    fixture_frame(f);
}

static void a_step_on_a_minibatch_needs_no_drawing(void **state)
{
    Fixture *f = *state;
    fixture_key(f, SDLK_F4, 0);
    click_on(f, BACKPROP_DO_PAGE + BACKPROP_MINIBATCH);
    finish(f);
    double before = view_of(f)->batch.mean_cost;
    f->app.backprop_view.rate = 0.1f;
    click_on(f, BACKPROP_DO_APPLY);
    finish(f);
    assert_true(view_of(f)->batch.step.shown);
    assert_true(view_of(f)->batch.mean_cost < before);
}

/* Large networks take their time: room for them alone may be all that a frame does. */
static void a_minibatch_that_had_no_time_for_an_image_goes_on(void **state)
{
    Fixture *f = *state;
    open_minibatch(f);
    f->app.backprop_view.batch.done = 0;
    fixture_frame(f);
    assert_true(view_of(f)->batch.done > 0);
}

static void the_drawing_can_be_one_of_the_images(void **state)
{
    Fixture *f = *state;
    begin(f);
    click_on(f, BACKPROP_DO_PAGE + BACKPROP_MINIBATCH);
    const BackpropBatch *batch = &view_of(f)->batch;
    assert_false(batch->mine);
    double before = batch->mean_cost;
    click_on(f, BACKPROP_DO_MINE);
    assert_true(batch->mine && batch->done == BACKPROP_IMAGES);
    assert_memory_equal(batch->level, f->app.lab.input.cell, NET_INPUTS);
    assert_int_equal(batch->label[0], f->app.shell.chart.answer.digit);
    assert_true(batch->mean_cost != before);
    fixture_key(f, SDLK_DELETE, 0); /* without ink there is none */
    settle(f);
    assert_false(batch->mine);
    assert_false(action_can(&f->app.shell, action(BACKPROP_DO_MINE)));
    assert_float_equal(batch->mean_cost, before, 1e-12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(the_drawing_can_be_one_of_the_images),
        APP_TEST(a_minibatch_shows_the_wishes_of_its_images_and_their_average),
        APP_TEST(the_average_is_applied_and_taken_back),
        APP_TEST(a_step_on_a_minibatch_needs_no_drawing),
        APP_TEST(a_minibatch_that_had_no_time_for_an_image_goes_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
