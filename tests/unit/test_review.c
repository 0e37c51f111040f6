/* A network's answers to a data set, held to the network itself; and lists of its images. */
#include "train/review.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <stdlib.h>
#include <string.h>

#include "base/path.h"
#include "digits.h"
#include "nn/net_file.h"
#include "train/mnist.h"

enum {
    IMAGES = 500,
    EPOCHS = 12, /* few, so that it doubts */
    WRONG = 7,   /* one label of so many is wrong */
};

static const ReviewFilter ANY = {.label = CONFUSION_ALL, .answer = CONFUSION_ALL};

/* A network and its answers. */
typedef struct Desk {
    Dataset data;
    Net net;
    Review review;
    int image[IMAGES], spare[IMAGES];
} Desk;

static void train(Net *net, const Dataset *data)
{
    Err err;
    SgdRoom room;
    Rng rng;
    Score score = {0};
    int order[IMAGES];
    TrainConfig config = digits_config();
    rng_init(&rng, 3);
    sgd_shuffle(order, IMAGES, &rng);
    assert_true(sgd_room_make(&room, net, config.minibatch, &err));
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
        sgd_train(net, &room, data, order, IMAGES, &config, 1.0f, &rng, &score, NULL);
    }
    sgd_room_free(&room);
}

static int make_desk(void **state)
{
    Err err;
    Desk *desk = calloc(1, sizeof *desk);
    assert_non_null(desk);
    digits_make(&desk->data, IMAGES, 1);
    digits_net(&desk->net, "16,16", 2);
    train(&desk->net, &desk->data);
    for (int i = 0; i < IMAGES; i += WRONG) {
        desk->data.label[i] = (uint8_t)((desk->data.label[i] + 1) % NET_OUTPUTS);
    }
    assert_true(review_make(&desk->review, &desk->net, NET_COST_SQUARED, &desk->data, &err));
    *state = desk;
    return 0;
}

static int free_desk(void **state)
{
    Desk *desk = *state;
    review_free(&desk->review);
    net_free(&desk->net);
    dataset_free(&desk->data);
    free(desk);
    return 0;
}

static int list(Desk *desk, ReviewFilter filter)
{
    return review_list(&desk->review, &filter, desk->image, desk->spare);
}

static void every_answer_is_the_networks_own(void **state)
{
    Desk *desk = *state;
    int sure = 0;
    review_go_on(&desk->review, IMAGES);
    for (int i = 0; i < IMAGES; i++) {
        float outputs[NET_OUTPUTS];
        NetInput input = dataset_input(&desk->data, i);
        acts_outputs(&desk->net, &input, outputs);
        const ReviewAnswer *answer = &desk->review.answer[i];
        Answer wanted = answer_of(outputs);
        assert_int_equal(answer->digit, wanted.digit);
        assert_int_equal(answer->kind, wanted.kind);
        assert_float_equal(answer->activation, outputs[wanted.digit], 1e-5f);
        assert_float_equal(answer->cost, net_cost(outputs, desk->data.label[i], NET_COST_SQUARED),
                           1e-5f);
        sure += wanted.kind == ANSWER_SURE;
    }
    assert_in_range(sure, 1, IMAGES - 1); /* or the desk shows one kind alone */
}

static void the_parts_make_the_whole(void **state)
{
    Desk *desk = *state;
    Err err;
    Review whole;
    assert_true(review_make(&whole, &desk->net, NET_COST_SQUARED, &desk->data, &err));
    review_go_on(&whole, IMAGES);
    for (int done = 0; done < IMAGES; done = desk->review.done) {
        assert_false(review_is_done(&desk->review));
        review_go_on(&desk->review, 77);
        assert_int_equal(desk->review.done, done + 77 < IMAGES ? done + 77 : IMAGES);
    }
    assert_true(review_is_done(&desk->review));
    for (int i = 0; i < IMAGES; i++) {
        const ReviewAnswer *answer = &desk->review.answer[i], *wanted = &whole.answer[i];
        assert_int_equal(answer->digit, wanted->digit);
        assert_int_equal(answer->kind, wanted->kind);
        assert_float_equal(answer->activation, wanted->activation, 1e-5f);
        assert_float_equal(answer->cost, wanted->cost, 1e-5f);
    }
    review_free(&whole);
}

static void weights_that_change_meanwhile_do_not_matter(void **state)
{
    Desk *desk = *state;
    Confusion before, after;
    Net kept;
    Err err;
    assert_true(net_make(&kept, &desk->net.shape, &err));
    net_copy(&kept, &desk->net);
    review_go_on(&desk->review, IMAGES / 2);
    net_zero(&desk->net);
    review_go_on(&desk->review, IMAGES);
    review_count(&desk->review, &after);
    review_free(&desk->review);
    assert_true(review_make(&desk->review, &kept, NET_COST_SQUARED, &desk->data, &err));
    review_go_on(&desk->review, IMAGES);
    review_count(&desk->review, &before);
    assert_memory_equal(&before, &after, sizeof after);
    net_free(&kept);
}

static void the_confusion_matrix_agrees_with_the_measuring(void **state)
{
    Desk *desk = *state;
    Err err;
    SgdRoom room;
    Score score = {0};
    Confusion confusion;
    double cost = 0;
    assert_true(sgd_room_make(&room, &desk->net, 32, &err));
    sgd_measure(&desk->net, &room, &desk->data, 0, IMAGES, NET_COST_SQUARED, &score);
    sgd_room_free(&room);
    review_go_on(&desk->review, IMAGES);
    review_count(&desk->review, &confusion);
    for (int i = 0; i < IMAGES; i++) {
        cost += (double)desk->review.answer[i].cost;
    }
    assert_in_range(score.right, IMAGES / 5, IMAGES - 1);
    assert_int_equal(confusion_right(&confusion, CONFUSION_ALL), score.right);
    assert_int_equal(confusion.count[CONFUSION_ALL][CONFUSION_ALL], IMAGES);
    assert_float_equal(cost, score.cost, 1e-3);
}

static void images_of_no_digit_are_not_in_the_matrix(void **state)
{
    Desk *desk = *state;
    Confusion confusion;
    desk->data.label[0] = desk->data.label[IMAGES - 1] = NET_NO_DIGIT;
    review_go_on(&desk->review, IMAGES);
    review_count(&desk->review, &confusion);
    assert_int_equal(confusion.count[CONFUSION_ALL][CONFUSION_ALL], IMAGES - 2);
    int listed = list(desk, (ReviewFilter){CONFUSION_ALL, CONFUSION_ALL, .mistakes = true});
    assert_int_equal(desk->image[0], 0);
    assert_int_equal(desk->image[listed - 1], IMAGES - 1);
}

static void every_cell_of_the_matrix_lists_its_images(void **state)
{
    Desk *desk = *state;
    Confusion confusion;
    review_go_on(&desk->review, IMAGES);
    review_count(&desk->review, &confusion);
    for (int label = 0; label < CONFUSION_SIDE; label++) {
        for (int answer = 0; answer < CONFUSION_SIDE; answer++) {
            int listed = list(desk, (ReviewFilter){label, answer, .order = REVIEW_COST_RISING});
            assert_int_equal(listed, confusion.count[label][answer]);
            for (int i = 0; i < listed; i++) {
                int image = desk->image[i];
                assert_true(label == CONFUSION_ALL || desk->data.label[image] == label);
                assert_true(answer == CONFUSION_ALL || desk->review.answer[image].digit == answer);
            }
        }
    }
}

static void mistakes_and_doubt_are_what_they_say(void **state)
{
    Desk *desk = *state;
    int mistakes = 0, doubtful = 0, both = 0;
    review_go_on(&desk->review, IMAGES);
    for (int i = 0; i < IMAGES; i++) {
        bool wrong = desk->review.answer[i].digit != desk->data.label[i];
        bool unsure = desk->review.answer[i].kind != ANSWER_SURE;
        mistakes += wrong;
        doubtful += unsure;
        both += wrong && unsure;
    }
    assert_true(both > 0 && both < mistakes && both < doubtful);
    ReviewFilter filter = ANY;
    filter.mistakes = true;
    assert_int_equal(list(desk, filter), mistakes);
    filter.doubtful = true;
    assert_int_equal(list(desk, filter), both);
    filter.mistakes = false;
    assert_int_equal(list(desk, filter), doubtful);
}

static void images_are_in_the_order_of_their_cost(void **state)
{
    Desk *desk = *state;
    ReviewFilter filter = ANY;
    bool seen[IMAGES] = {false};
    review_go_on(&desk->review, IMAGES);
    desk->review.answer[10].cost = desk->review.answer[400].cost = 0.25f; /* equal */
    filter.order = REVIEW_COST_FALLING;
    assert_int_equal(list(desk, filter), IMAGES);
    for (int i = 1; i < IMAGES; i++) {
        int one = desk->image[i - 1], next = desk->image[i];
        float cost = desk->review.answer[one].cost, then = desk->review.answer[next].cost;
        assert_true(cost > then || (cost == then && one < next));
    }
    filter.order = REVIEW_COST_RISING;
    list(desk, filter);
    for (int i = 0; i < IMAGES; i++) {
        int image = desk->image[i], before = desk->image[i > 0 ? i - 1 : 0];
        assert_true(desk->review.answer[before].cost <= desk->review.answer[image].cost);
        assert_false(seen[image]);
        seen[image] = true;
    }
}

static void images_without_an_answer_are_listed_by_their_label_alone(void **state)
{
    Desk *desk = *state;
    ReviewFilter filter = ANY;
    filter.order = REVIEW_COST_RISING;
    review_go_on(&desk->review, IMAGES / 2);
    assert_int_equal(list(desk, filter), IMAGES);
    for (int i = 0; i < IMAGES; i++) {
        assert_int_equal(desk->image[i], i);
    }
    filter.mistakes = true;
    int listed = list(desk, filter);
    assert_true(listed > 0);
    assert_true(desk->image[listed - 1] < IMAGES / 2);
}

static void load_shipped(Net *net, NetInfo *info)
{
    Path path;
    Err err = {0};
    if (!path_shipped("784-16-16-10.safetensors", &path, &err) ||
        !net_load(net, info, path.text, &err)) {
        fail_msg("%s", err.text);
    }
}

/* As `inkling eval` has it: the network that ships, on the test images as it wants them. */
static void the_matrix_of_mnist_agrees_with_the_measuring(void **state)
{
    static const int OF[] = {980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009, 10000};
    Err err = {0};
    Mnist mnist;
    Dataset test;
    Net net;
    NetInfo info;
    Preparation preparation;
    Score score = {0};
    Confusion confusion;
    Review review;
    (void)state;
    const char *folder = getenv("INKLING_DATA");
    if (!folder || !*folder) {
        print_message("INKLING_DATA is not set, so MNIST's confusion matrix is not tested.\n");
        skip();
    }
    load_shipped(&net, &info);
    assert_true(preparation_parse(info.preparation, &preparation));
    assert_true(mnist_load(&mnist, folder, &err));
    assert_true(dataset_prepare(&test, &mnist.test, preparation, 2, &err));
    assert_true(review_make(&review, &net, info.cost, &test, &err));
    sgd_measure(&net, &review.room, &test, 0, test.images, info.cost, &score);
    review_go_on(&review, test.images);
    review_count(&review, &confusion);
    assert_int_equal(confusion_right(&confusion, CONFUSION_ALL), score.right);
    assert_float_equal(confusion_accuracy(&confusion, CONFUSION_ALL), info.test_accuracy, 5e-5);
    for (int digit = 0; digit <= CONFUSION_ALL; digit++) {
        assert_int_equal(confusion.count[digit][CONFUSION_ALL], OF[digit]);
    }
    review_free(&review);
    net_free(&net);
    dataset_free(&test);
    mnist_free(&mnist);
}

#define DESK_TEST(name) cmocka_unit_test_setup_teardown(name, make_desk, free_desk)

int main(void)
{
    const struct CMUnitTest tests[] = {
        DESK_TEST(every_answer_is_the_networks_own),
        DESK_TEST(the_parts_make_the_whole),
        DESK_TEST(weights_that_change_meanwhile_do_not_matter),
        DESK_TEST(the_confusion_matrix_agrees_with_the_measuring),
        DESK_TEST(images_of_no_digit_are_not_in_the_matrix),
        DESK_TEST(every_cell_of_the_matrix_lists_its_images),
        DESK_TEST(mistakes_and_doubt_are_what_they_say),
        DESK_TEST(images_are_in_the_order_of_their_cost),
        DESK_TEST(images_without_an_answer_are_listed_by_their_label_alone),
        cmocka_unit_test(the_matrix_of_mnist_agrees_with_the_measuring),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
