/* For the tests of the user's own digits: a collection in a file of the test's. Included after
 * cmocka.h. */
#ifndef UNIT_OWN_FIXTURE_H
#define UNIT_OWN_FIXTURE_H

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "ink/own.h"
#include "place.h"

static const char OWN_LINES[] = "7 me 0,0 500,0;200,1000\n0 me 3,4\n1 me 0,0 0,1000\n";

/* A line whose height is `height` tenths of its width. */
static inline void fixture_draw(Drawing *drawing, int height)
{
    Err err;
    *drawing = (Drawing){0};
    assert_true(drawing_pen_down(drawing, TOOL_PEN, 2, (Point){5, 5}, &err));
    assert_true(drawing_pen_to(drawing, (Point){15, 5 + (float)height}, &err));
    drawing_pen_up(drawing);
}

static inline bool fixture_try_add(Own *own, int label, int height, Err *err)
{
    Drawing drawing;
    fixture_draw(&drawing, height);
    bool added = own_add(own, label, &drawing, err);
    drawing_free(&drawing);
    return added && own_settle(own, err);
}

/* Each waits until the file has it. */
static inline bool fixture_relabel(Own *own, int i, int label, Err *err)
{
    return own_relabel(own, i, label, err) && own_settle(own, err);
}

static inline bool fixture_delete(Own *own, int i, Err *err)
{
    return own_delete(own, i, err) && own_settle(own, err);
}

static inline bool fixture_undo(Own *own, Err *err)
{
    return own_undo(own, err) && own_settle(own, err);
}

static inline void fixture_add(Own *own, int label, int height)
{
    Err err = {0};
    if (!fixture_try_add(own, label, height, &err)) {
        fail_msg("%s", err.text);
    }
}

static inline void fixture_load(Place *place, Own *own)
{
    if (!own_load(own, place->file.text, NULL, &place->err)) {
        fail_msg("%s", place->err.text);
    }
}

static inline void fixture_load_text(Place *place, Own *own, const char *text)
{
    scratch_write(place->file.text, text, strlen(text));
    fixture_load(place, own);
}

static inline void fixture_check_file(const Path *path, const char *wanted)
{
    uint8_t *text;
    size_t size;
    Err err;
    assert_true(file_read(path->text, 100000, &text, &size, &err));
    assert_string_equal(text, wanted);
    assert_int_equal(size, strlen(wanted));
    free(text);
}

/* The labels of the digits, in their order, in memory and in the file as a fresh look finds it. */
static inline void fixture_check_labels(const Own *own, const char *labels)
{
    Own fresh;
    Err err;
    assert_true(own_load(&fresh, own->path.text, NULL, &err));
    assert_int_equal(own->digits.digits, strlen(labels));
    assert_int_equal(fresh.digits.digits, strlen(labels));
    for (int i = 0; labels[i]; i++) {
        assert_int_equal(own->digits.digit[i].label, labels[i] - '0');
        assert_int_equal(fresh.digits.digit[i].label, labels[i] - '0');
    }
    own_free(&fresh);
}

#endif
