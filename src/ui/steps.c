/* Chapters with steps: places and drawing. Numbers here are design pixels. */
#include "ui/steps.h"

#include <stdio.h>

#include "ui/row.h"

enum {
    TITLE_H = 24,
    NOTE_LINE_H = 18,
    NOTE_LINES = 2, /* in a narrow column */
    ROW_H = 28,
    ROW_LEAST_H = 18,
    COLUMN_LEAST_W = 186,
    COLUMN_GAP = 20,
    CHAPTER_GAP = 10,
    COUNT_W = 48,
    MARK_W = 26,
    MARK_RADIUS = 7,
};

/* The title with the count at its right end, and the note. */
static void place_title(StepsChapter *chapter, const Paint *paint, SDL_Rect *rest, int lines)
{
    int title_h = paint_px(paint, TITLE_H), note_h = lines * paint_px(paint, NOTE_LINE_H);
    chapter->noted = lines > 0;
    chapter->box = row_top(rest, title_h + note_h, 0);
    SDL_Rect box = chapter->box, title = row_top(&box, title_h, 0);
    chapter->count = row_right(&title, paint_px(paint, COUNT_W), 0);
}

static void place_steps(Steps *steps, const StepsChapter *chapter, SDL_Rect *rest, int row_h)
{
    for (int i = 0; i < chapter->steps; i++) {
        steps->step[chapter->first + i].box = row_top(rest, row_h, 0);
    }
}

static void place_columns(Steps *steps, const Paint *paint, SDL_Rect box)
{
    SDL_Rect column[STEPS_CHAPTERS];
    row_flow(box, box.w, paint_px(paint, COLUMN_GAP), STEPS_CHAPTERS, column);
    for (int i = 0; i < STEPS_CHAPTERS; i++) {
        StepsChapter *chapter = &steps->chapter[i];
        place_title(chapter, paint, &column[i], NOTE_LINES);
        row_top(&column[i], paint_px(paint, CHAPTER_GAP), 0);
        int row_h = SDL_min(paint_px(paint, ROW_H), column[i].h / chapter->steps);
        place_steps(steps, chapter, &column[i], row_h);
    }
}

static bool is_open(const Steps *steps, const StepsChapter *chapter)
{
    return steps->marked >= chapter->first && steps->marked < chapter->first + chapter->steps;
}

static void place_rows(Steps *steps, const Paint *paint, SDL_Rect box)
{
    int open = 0, note_h = paint_px(paint, NOTE_LINE_H);
    for (int i = 0; i < STEPS_CHAPTERS; i++) {
        open += is_open(steps, &steps->chapter[i]) ? steps->chapter[i].steps : 0;
    }
    int room = box.h - STEPS_CHAPTERS * paint_px(paint, TITLE_H);
    bool noted = room - STEPS_CHAPTERS * note_h >= open * paint_px(paint, ROW_LEAST_H);
    room -= noted ? STEPS_CHAPTERS * note_h : 0;
    int gap = SDL_clamp((room - open * paint_px(paint, ROW_LEAST_H)) / STEPS_CHAPTERS, 0,
                        paint_px(paint, CHAPTER_GAP));
    room -= STEPS_CHAPTERS * gap;
    int row_h = SDL_min(paint_px(paint, ROW_H), SDL_max(room, 0) / SDL_max(open, 1));
    for (int i = 0; i < STEPS_CHAPTERS; i++) {
        StepsChapter *chapter = &steps->chapter[i];
        place_title(chapter, paint, &box, noted);
        if (is_open(steps, chapter)) {
            place_steps(steps, chapter, &box, row_h);
        }
        row_top(&box, gap, 0);
    }
}

void steps_place(Steps *steps, const Paint *paint, SDL_Rect box)
{
    int least = STEPS_CHAPTERS * paint_px(paint, COLUMN_LEAST_W) +
                (STEPS_CHAPTERS - 1) * paint_px(paint, COLUMN_GAP);
    for (int i = 0; i < steps->steps; i++) {
        steps->step[i].box = (SDL_Rect){0};
    }
    if (box.w >= least) {
        place_columns(steps, paint, box);
    } else {
        place_rows(steps, paint, box);
    }
}

int steps_at(const Steps *steps, int x, int y)
{
    SDL_Point at = {x, y};
    for (int i = 0; i < STEPS_CHAPTERS; i++) {
        if (SDL_PointInRect(&at, &steps->chapter[i].box)) {
            return steps->chapter[i].first;
        }
    }
    for (int i = 0; i < steps->steps; i++) {
        if (SDL_PointInRect(&at, &steps->step[i].box)) {
            return i;
        }
    }
    return -1;
}

int steps_done(const Steps *steps, int chapter)
{
    const StepsChapter *of = &steps->chapter[chapter];
    int done = 0;
    for (int i = of->first; i < of->first + of->steps; i++) {
        done += steps->step[i].done;
    }
    return done;
}

/* A line from (x, y) that goes down by `slope` (1 or -1) with each pixel. */
static void stairs(Paint *out, int x, int y, int length, int slope, SDL_Color colour)
{
    int thick = paint_px(out, 2.0f);
    for (int i = 0; i < length; i++) {
        paint_fill(out, (SDL_Rect){x + i, y + slope * i, 1, thick}, colour);
    }
}

void steps_draw_mark(Paint *out, SDL_Rect box, bool done)
{
    int radius = paint_px(out, MARK_RADIUS), part = paint_px(out, 2.5f);
    int x = box.x + box.w / 2, y = box.y + box.h / 2;
    if (!done) {
        paint_ring(out, x, y, radius, out->theme->secondary);
        return;
    }
    paint_disc(out, x, y, radius, out->theme->positive);
    stairs(out, x - part - part / 2, y - part / 2, part, 1, out->theme->on_positive);
    stairs(out, x - part / 2, y + part / 2, 2 * part, -1, out->theme->on_positive);
}

static void chapter_draw(Paint *out, const Steps *steps, int i)
{
    const Theme *theme = out->theme;
    const StepsChapter *chapter = &steps->chapter[i];
    SDL_Rect note = chapter->box, title = row_top(&note, chapter->count.h, 0);
    row_right(&title, chapter->count.w, 0);
    char count[16];
    snprintf(count, sizeof count, "%d of %d", steps_done(steps, i), chapter->steps);
    paint_text(out, title, PAINT_LEFT, chapter->title, PAINT_BODY, TEXT_BOLD, theme->text);
    paint_text(out, chapter->count, PAINT_RIGHT, count, PAINT_LABEL, TEXT_REGULAR,
               theme->secondary);
    if (note.h > paint_px(out, NOTE_LINE_H)) {
        paint_lines(out, note, chapter->note, PAINT_LABEL, theme->secondary, false);
    } else if (chapter->noted) {
        paint_text(out, note, PAINT_LEFT, chapter->note, PAINT_LABEL, TEXT_REGULAR,
                   theme->secondary);
    }
}

void steps_draw(Paint *out, const Steps *steps, int hot, bool focused)
{
    const Theme *theme = out->theme;
    for (int i = 0; i < STEPS_CHAPTERS; i++) {
        chapter_draw(out, steps, i);
    }
    for (int i = 0; i < steps->steps; i++) {
        const StepsStep *step = &steps->step[i];
        SDL_Rect text = step->box, mark = row_left(&text, paint_px(out, MARK_W), 0);
        if (step->box.w == 0) {
            continue;
        }
        if (i == hot) {
            paint_round(out, step->box, 4.0f, theme->panel);
        }
        if (focused && i == steps->marked) {
            paint_outline(out, step->box, 0.0f, theme->positive);
        }
        steps_draw_mark(out, mark, step->done);
        paint_text(out, text, PAINT_LEFT, step->title, PAINT_BODY,
                   i == steps->current ? TEXT_BOLD : TEXT_REGULAR, theme->text);
    }
}
