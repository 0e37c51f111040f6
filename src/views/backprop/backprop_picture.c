/* The first page of the view Backprop: the picture of the network from right to left. */
#include "views/backprop/backprop_picture.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "shell/places.h"
#include "shell/pointed.h"
#include "shell/selected.h"
#include "ui/diagram_wishes.h"
#include "ui/row.h"
#include "views/backprop/backprop_commands.h"
#include "views/backprop/backprop_explain.h"
#include "views/backprop/backprop_list.h"
#include "views/backprop/backprop_look.h"
#include "views/backprop/backprop_say.h"

/* Design pixels. */
enum {
    DIGIT_W = 28,
    APPLY_W = 116,
    PAGE_W = 84,
    MOVE_W = 28,
    FOOT_H = 32,
    BUTTON_H = 28,
    LIST_GAP = 28,
    WISH_W = 14 /* of an arrow, with its gap */
};

/* What the gradient asks is its negative. */
static void take_wishes(BackpropView *view)
{
    DiagramAsked *asked = &view->picture.asked;
    const Nudge *nudge = &view->nudge;
    const NetShape *shape = &nudge->grad.shape;
    for (int layer = 0; layer < shape->layers; layer++) {
        for (int i = 0; i < shape->size[layer + 1]; i++) {
            asked->activation[layer][i] = -nudge->by_a[layer][i];
            asked->delta[layer][i] = -nudge->acts.delta[layer][i];
        }
    }
    for (int i = 0, last = shape->layers - 1; i < NET_OUTPUTS; i++) {
        float off = nudge->acts.activation[last][i] - (float)(i == nudge->label);
        asked->activation[last][i] = -2.0f * off; /* with either cost: dC/da has no bound */
    }
    asked->strength = wishes_strength(asked->activation[shape->layers - 1]);
}

static bool make_room(BackpropPicture *picture, const NetShape *shape, Err *err)
{
    if (net_shape_equal(&picture->net.shape, shape)) {
        return true;
    }
    backprop_picture_free(picture);
    return net_make(&picture->net, shape, err) && net_acts_make(&picture->acts, shape, err);
}

/* The outputs after a step that nobody has made yet. */
static void look_ahead(BackpropView *view)
{
    BackpropPicture *picture = &view->picture;
    const Net *grad = &view->nudge.grad;
    NetInputRoom room;
    NetInput input = net_input(view->lab->input.cell, &room);
    Err err;
    memcpy(picture->ahead, net_outputs(&view->lab->model.net, &view->lab->acts),
           sizeof picture->ahead); /* where there is no memory nothing moves */
    if (!make_room(picture, &grad->shape, &err)) {
        return;
    }
    const float *from = view->lab->model.net.block;
    for (size_t i = 0; i < picture->net.floats; i++) {
        picture->net.block[i] = from[i] - view->rate * grad->block[i];
    }
    net_forward(&picture->net, &input, &picture->acts);
    memcpy(picture->ahead, net_outputs(&picture->net, &picture->acts), sizeof picture->ahead);
}

void backprop_picture_work(BackpropView *view)
{
    BackpropPicture *picture = &view->picture;
    if (view->ready && (picture->nudges != view->nudges || picture->rate != view->rate)) {
        take_wishes(view);
        look_ahead(view);
        picture->nudges = view->nudges;
        picture->rate = view->rate;
        shell_redraw(view->shell);
    }
}

void backprop_picture_free(BackpropPicture *picture)
{
    net_free(&picture->net);
    net_acts_free(&picture->acts);
}

/* Right of the modes: what it should be, and the step. */
static void place_head(BackpropView *view)
{
    static const char *const LABEL[] = {"What should it be?", "Should be", ""};
    BackpropPicture *picture = &view->picture;
    Paint *paint = view->shell->paint;
    SDL_Rect line = places_beside_modes(view->shell);
    int gap = paint_px(paint, 3.0f), wide_gap = paint_px(paint, 10.0f);
    int digits_w = NET_OUTPUTS * (paint_px(paint, DIGIT_W) + gap);
    view->places.apply = row_right(&line, SDL_min(paint_px(paint, APPLY_W), line.w / 3), wide_gap);
    int label_w = line.w;
    for (int i = 0; i < 3 && label_w + wide_gap + digits_w > line.w; i++) {
        picture->label = LABEL[i];
        label_w = paint_text_width(paint, LABEL[i], PAINT_LABEL, TEXT_REGULAR);
    }
    picture->label_box = row_left(&line, label_w, label_w > 0 ? wide_gap : 0);
    row_flow(line, paint_px(paint, DIGIT_W), gap, NET_OUTPUTS, view->places.digit);
}

/* Under the picture: the moves, their caption, the other pages. */
static void place_foot(BackpropView *view)
{
    BackpropPicture *picture = &view->picture;
    const Paint *paint = view->shell->paint;
    const Layout *at = &view->shell->layout;
    int gap = paint_px(paint, 4.0f), wide_gap = paint_px(paint, 12.0f);
    SDL_Rect rest = {at->modes.x, at->view.y, at->modes.w, at->view.h};
    SDL_Rect foot = row_bottom(&rest, paint_px(paint, FOOT_H), 0);
    SDL_Rect marks = row_around((SDL_Rect[]){at->fit, at->input_note}, 2);
    if (SDL_HasIntersection(&marks, &foot)) { /* a low window */
        row_left(&foot, marks.x + marks.w - foot.x, gap);
    }
    for (int page = BACKPROP_PAGES - 1; page >= 0; page--) {
        if (page != (int)view->page) {
            SDL_Rect box = row_right(&foot, paint_px(paint, PAGE_W), gap);
            view->places.page[page] = row_middle(box, box.w, paint_px(paint, BUTTON_H));
        }
    }
    for (int i = 0; i < BACKPROP_MOVES; i++) {
        bool there = view->page == BACKPROP_PICTURE;
        SDL_Rect box =
            row_left(&foot, there ? paint_px(paint, MOVE_W) : 0, i == 0 && there ? gap : wide_gap);
        picture->move_box[i] = row_middle(box, box.w, paint_px(paint, BUTTON_H));
    }
    row_right(&foot, wide_gap - gap, 0);
    picture->caption = foot;
}

static void add_spots(BackpropView *view)
{
    const BackwardPlaces *at = &view->picture.places;
    DiagramPlaces places = pointed_places(view->shell);
    const NetShape *shape = &view->lab->model.net.shape;
    if (view->page == BACKPROP_PICTURE) {
        panes_add_spot(view->shell, row_around((SDL_Rect[]){at->cost, at->number}, 2), ABOUT_COST);
        panes_add_spot(view->shell, row_around((SDL_Rect[]){at->step_number, at->rate}, 2),
                       ABOUT_RATE);
    }
    for (int i = 0; i < NET_OUTPUTS && view->page == BACKPROP_PICTURE; i++) {
        panes_add_spot(view->shell, backward_row(at, i), ABOUT_OUTPUT + i);
    }
    for (int layer = shape->layers - 1; layer >= 0; layer--) {
        DiagramColumn column;
        diagram_place(&column, view->shell->paint, shape, layer, &places);
        for (int i = 0; i < column.shown; i++) {
            SDL_Rect box = diagram_neuron_box(&column, i, &places);
            box.w += paint_px(view->shell->paint, WISH_W); /* with its arrow */
            panes_add_spot_in(view->shell, box, pointed_picture(&places),
                              ABOUT_ASKED + layer * NET_MAX_WIDTH + i);
        }
    }
}

/* In the order of Tab. */
static void add_widgets(BackpropView *view)
{
    const BackpropPlaces *at = &view->places;
    const BackpropPicture *picture = &view->picture;
    Shell *shell = view->shell;
    for (int digit = 0; digit < NET_OUTPUTS; digit++) {
        bool on = view->lab->has_ink && digit == backprop_wanted(view);
        panes_add_widget(shell, WIDGET_BUTTON, BACKPROP_DO_DIGIT + digit, at->digit[digit], on);
    }
    panes_add_widget(shell, WIDGET_BUTTON, BACKPROP_DO_APPLY, at->apply, true);
    panes_add_widget(shell, WIDGET_AREA, BACKPROP_DO_AREA, backprop_picture_box(view), false);
    if (picture->places.undo.w > 0) {
        panes_add_widget(shell, WIDGET_SLIDER, BACKPROP_DO_RATE, picture->places.slider, false);
        panes_add_widget(shell, WIDGET_BUTTON, BACKPROP_DO_UNDO, picture->places.undo, false);
    }
    for (int i = 0; i < BACKPROP_MOVES && view->page == BACKPROP_PICTURE; i++) {
        panes_add_widget(shell, WIDGET_BUTTON, BACKPROP_DO_MOVE + i, picture->move_box[i], false);
    }
    for (int page = 0; page < BACKPROP_PAGES; page++) {
        if (page != (int)view->page) {
            panes_add_widget(shell, WIDGET_BUTTON, BACKPROP_DO_PAGE + page, at->page[page], false);
        }
    }
}

/* Right of the outputs and their arrows. */
static SDL_Rect list_box(const BackpropView *view)
{
    const Layout *at = &view->shell->layout;
    int left = at->chart.x + paint_px(view->shell->paint, LIST_GAP);
    return (SDL_Rect){left, at->chart.y, at->answer.x + at->answer.w - left, at->chart.h};
}

void backprop_picture_update(BackpropView *view)
{
    const Layout *at = &view->shell->layout;
    view->places = (BackpropPlaces){.line_h = 0};
    bool list = view->page == BACKPROP_GRADIENT;
    backward_place(&view->picture.places, view->shell->paint, list ? (SDL_Rect){0} : at->chart,
                   at->answer, at->diagram_label);
    place_head(view);
    place_foot(view);
    view->places.undo = view->picture.places.undo;
    add_widgets(view);
    if (view->ready) {
        add_spots(view);
    }
    if (list) {
        backprop_list_update(view, list_box(view), at->diagram_label);
    }
}

SDL_Rect backprop_picture_box(const BackpropView *view)
{
    const Layout *at = &view->shell->layout;
    const BackwardPlaces *right = &view->picture.places;
    return row_around((SDL_Rect[]){at->diagram, right->bars, right->values, view->list.box},
                      view->page == BACKPROP_GRADIENT ? 4 : 3);
}

int backprop_picture_digit_at(const BackpropView *view, SDL_Point at)
{
    for (int i = 0; i < NET_OUTPUTS; i++) {
        SDL_Rect row = backward_row(&view->picture.places, i);
        if (SDL_PointInRect(&at, &row)) {
            return i;
        }
    }
    return -1;
}

DiagramNeuron backprop_picture_neuron_at(const BackpropView *view, SDL_Point at)
{
    DiagramPlaces places = pointed_places(view->shell);
    return diagram_neuron_at(view->shell->paint, &view->lab->model.net.shape, &places, at.x, at.y);
}

void backprop_picture_move(BackpropView *view, int by)
{
    int moves = diagram_moves(view->lab->model.net.shape.layers);
    view->picture.move = (view->picture.move + by + moves) % moves;
    selected_clear(view->shell); /* a move is of whole layers */
}

static void caption_draw(const BackpropView *view)
{
    Paint *out = view->shell->paint;
    SDL_Rect box = view->picture.caption;
    SDL_Color faint = out->theme->secondary;
    char text[BACKPROP_CAPTION_MAX];
    backprop_caption(view, false, text);
    int h = paint_lines(out, box, text, PAINT_LABEL, faint, true);
    if (h > box.h + paint_px(out, 6.0f)) {
        backprop_caption(view, true, text);
        h = paint_lines(out, box, text, PAINT_LABEL, faint, true);
    }
    paint_lines(out, row_middle(box, box.w, h), text, PAINT_LABEL, faint, false);
}

/* Outputs on their way from before a step to after it. */
static void print_outputs(const BackpropView *view, float outputs[NET_OUTPUTS])
{
    const float *now = net_outputs(&view->lab->model.net, &view->lab->acts);
    float left = view->step.shown ? motion_left(&view->shell->motion, MOTION_STEP) : 0.0f;
    for (int i = 0; i < NET_OUTPUTS; i++) {
        outputs[i] = now[i] + left * (view->step.before[i] - now[i]);
    }
}

/* Once the squares have grown a pulse runs from them to the inputs. */
static void add_motion(const BackpropView *view, Diagram *diagram, Backward *backward)
{
    const Motion *motion = &view->shell->motion;
    float layers = (float)(view->lab->model.net.shape.layers + 1);
    float whole_ms = MOTION_TURN_MS + layers * MOTION_PULSE_MS;
    float turn_ms = motion_share(motion, MOTION_TURN) * whole_ms;
    float left = fmaxf(1.0f - turn_ms / MOTION_TURN_MS, 0.0f);
    backward->grown = 1.0f - left * left * left;
    if (motion_goes_on(motion, MOTION_TURN) && turn_ms > MOTION_TURN_MS) {
        diagram->pulse = layers - (turn_ms - MOTION_TURN_MS) / MOTION_PULSE_MS;
    }
    float step_ms = motion_share(motion, MOTION_STEP) * MOTION_STEP_MS;
    diagram->flash = fmaxf(1.0f - step_ms / MOTION_FLASH_MS, 0.0f);
}

void backprop_picture_draw(const BackpropView *view)
{
    const Lab *lab = view->lab;
    Paint *out = view->shell->paint;
    bool list = view->page == BACKPROP_GRADIENT;
    DiagramPlaces places = pointed_places(view->shell);
    float outputs[NET_OUTPUTS];
    print_outputs(view, outputs);
    Diagram diagram = {.net = &lab->model.net,
                       .acts = &lab->acts,
                       .input = lab->input.cell,
                       .awake = view->ready,
                       .best = view->nudge.label,
                       .selected = pointed_neuron(view->shell, selected_neuron(view->shell)),
                       .asked = &view->picture.asked,
                       .move = list ? (DiagramMove){DIAGRAM_EVERY_WAY, 0} : backprop_move(view),
                       .marked = list ? backprop_list_mark(view) : (DiagramEdge){0}};
    Backward backward = {.awake = view->ready,
                         .outputs = outputs,
                         .ahead = view->picture.ahead,
                         .label = view->nudge.label,
                         .kind = view->cost,
                         .rate = view->rate};
    add_motion(view, &diagram, &backward);
    diagram_draw(out, &diagram, &places);
    if (list) {
        backprop_list_draw(view);
    } else {
        backward_draw(out, &view->picture.places, &backward);
    }
    paint_text(out, view->picture.label_box, PAINT_LEFT, view->picture.label, PAINT_LABEL,
               TEXT_REGULAR, out->theme->secondary);
    caption_draw(view);
}
