/* The confusion matrix as a table. */
#include "ui/matrix.h"

#include <math.h>
#include <stdio.h>

#include "ui/row.h"

/* Design pixels. */
enum { HEAD_W = 20, NOTE_H = 18, CELL_W = 29, WIDE_W = 40, MAX_CELL_W = 72, MAX_CELL_H = 36 };

/* How strongly a cell may be coloured, so that its number stays legible. */
static const float MAX_SHADE = 0.6f;

void matrix_place(MatrixPlaces *places, const Paint *paint, SDL_Rect box)
{
    bool wide = box.w >= paint_px(paint, HEAD_W + MATRIX_COLUMNS * WIDE_W);
    *places = (MatrixPlaces){
        .box = box,
        .columns = wide ? MATRIX_COLUMNS : MATRIX_COLUMNS - 1,
        .head_w = paint_px(paint, HEAD_W),
        .note_h = paint_px(paint, NOTE_H),
    };
    int most_w = places->head_w + places->columns * paint_px(paint, MAX_CELL_W);
    places->box.w = SDL_min(box.w, most_w);
    places->row_h =
        SDL_clamp((box.h - places->note_h) / (CONFUSION_SIDE + 1), 1, paint_px(paint, MAX_CELL_H));
}

/* Row -1 is the heading. */
static SDL_Rect box_of(const MatrixPlaces *places, int row, int column)
{
    SDL_Rect box = places->box;
    row_left(&box, places->head_w, 0);
    row_top(&box, places->note_h + (row + 1) * places->row_h, 0);
    return row_across(row_top(&box, places->row_h, 0), places->columns, column);
}

SDL_Rect matrix_cell_box(const MatrixPlaces *places, int cell)
{
    int column = cell % MATRIX_COLUMNS;
    return column < places->columns ? box_of(places, cell / MATRIX_COLUMNS, column) : (SDL_Rect){0};
}

int matrix_cell_at(const MatrixPlaces *places, int x, int y)
{
    for (int cell = 0; cell < MATRIX_CELLS; cell++) {
        SDL_Rect box = matrix_cell_box(places, cell);
        if (SDL_PointInRect(&(SDL_Point){x, y}, &box)) {
            return cell;
        }
    }
    return -1;
}

bool matrix_key(const MatrixPlaces *places, SDL_Keycode key, int *marked)
{
    int row = *marked / MATRIX_COLUMNS, column = *marked % MATRIX_COLUMNS;
    switch (key) {
    case SDLK_LEFT:
        column--;
        break;
    case SDLK_RIGHT:
        column++;
        break;
    case SDLK_UP:
        row--;
        break;
    case SDLK_DOWN:
        row++;
        break;
    case SDLK_HOME:
        column = 0;
        break;
    case SDLK_END:
        column = places->columns - 1;
        break;
    default:
        return false;
    }
    if (*marked < 0) {
        row = column = 0; /* the first key shows where the mark is */
    }
    *marked = SDL_clamp(row, 0, CONFUSION_ALL) * MATRIX_COLUMNS +
              SDL_clamp(column, 0, places->columns - 1);
    return true;
}

/* "" for none. */
static void print_cell(const Confusion *confusion, int row, int column, char *text, size_t room)
{
    int of = confusion->count[row][CONFUSION_ALL];
    int count = column >= NET_OUTPUTS ? of : confusion->count[row][column];
    *text = '\0';
    if (count > 0 && column == MATRIX_RIGHT) {
        snprintf(text, room, "%.1f", 100.0 * confusion_accuracy(confusion, row));
    } else if (count > 0) {
        snprintf(text, room, "%d", count);
    }
}

/* What is right has the colour of the positive, what is wrong that of the negative; rare mistakes
 * are to be seen, too. */
static SDL_Color shade_of(const Theme *theme, const Confusion *confusion, int row, int column)
{
    int of = confusion->count[row][CONFUSION_ALL];
    float share = of > 0 ? (float)confusion->count[row][column] / (float)of : 0.0f;
    return row == column
               ? theme_mix(theme->panel, theme->positive, MAX_SHADE * share)
               : theme_mix(theme->panel, theme->negative, fminf(2.0f * sqrtf(share), MAX_SHADE));
}

static void row_draw(Paint *out, const Confusion *confusion, const MatrixPlaces *places, int row)
{
    const Theme *theme = out->theme;
    char text[16] = "all";
    SDL_Rect head = box_of(places, row, 0);
    head.x = places->box.x;
    head.w = places->head_w;
    if (row < CONFUSION_ALL) {
        snprintf(text, sizeof text, "%d", row);
    }
    paint_text(out, head, PAINT_LEFT, text, PAINT_LABEL, TEXT_MEDIUM, theme->text);
    for (int column = 0; column < places->columns; column++) {
        SDL_Rect box = box_of(places, row, column);
        bool figure = row == CONFUSION_ALL || column >= NET_OUTPUTS;
        print_cell(confusion, row, column, text, sizeof text);
        if (!figure) {
            paint_fill(out, (SDL_Rect){box.x, box.y, box.w - 1, box.h - 1},
                       shade_of(theme, confusion, row, column));
        }
        paint_text(out, box, PAINT_CENTRE, text, PAINT_AXIS,
                   row == column ? TEXT_MEDIUM : TEXT_REGULAR,
                   figure ? theme->secondary : theme->text);
    }
}

static void heading_draw(Paint *out, const MatrixPlaces *places)
{
    static const char *const NAME[MATRIX_COLUMNS] = {"0", "1", "2", "3", "4",       "5",
                                                     "6", "7", "8", "9", "% right", "of"};
    SDL_Rect rest = places->box, note = row_top(&rest, places->note_h, 0);
    paint_text(out, note, PAINT_LEFT, "A row for each digit, a column for what it is read as",
               PAINT_LABEL, TEXT_REGULAR, out->theme->secondary);
    for (int column = 0; column < places->columns; column++) {
        bool short_of_room = column == MATRIX_RIGHT && places->columns < MATRIX_COLUMNS;
        paint_text(out, box_of(places, -1, column), PAINT_CENTRE,
                   short_of_room ? "%" : NAME[column], PAINT_LABEL, TEXT_MEDIUM,
                   column < NET_OUTPUTS ? out->theme->text : out->theme->secondary);
    }
}

void matrix_draw(Paint *out, const Confusion *confusion, const MatrixPlaces *places, int marked)
{
    heading_draw(out, places);
    for (int row = 0; row < CONFUSION_SIDE; row++) {
        row_draw(out, confusion, places, row);
    }
    if (marked >= 0) {
        paint_outline(out, matrix_cell_box(places, marked), 0.0f, out->theme->positive);
    }
}
