/* Layout by cutting. */
#include "ui/row.h"

SDL_Rect row_top(SDL_Rect *rest, int h, int gap)
{
    SDL_Rect cut = {rest->x, rest->y, rest->w, h};
    rest->y += h + gap;
    rest->h -= h + gap;
    return cut;
}

SDL_Rect row_bottom(SDL_Rect *rest, int h, int gap)
{
    rest->h -= h + gap;
    return (SDL_Rect){rest->x, rest->y + rest->h + gap, rest->w, h};
}

SDL_Rect row_left(SDL_Rect *rest, int w, int gap)
{
    SDL_Rect cut = {rest->x, rest->y, w, rest->h};
    rest->x += w + gap;
    rest->w -= w + gap;
    return cut;
}

SDL_Rect row_right(SDL_Rect *rest, int w, int gap)
{
    rest->w -= w + gap;
    return (SDL_Rect){rest->x + rest->w + gap, rest->y, w, rest->h};
}

SDL_Rect row_across(SDL_Rect box, int count, int i)
{
    int of = SDL_max(count, 1), from = i * box.w / of;
    return (SDL_Rect){box.x + from, box.y, (i + 1) * box.w / of - from, box.h};
}

SDL_Rect row_apart(SDL_Rect box, int gap, int count, int i)
{
    box.w += gap;
    SDL_Rect part = row_across(box, count, i);
    part.w -= gap;
    return part;
}

SDL_Rect row_down(SDL_Rect box, int count, int i)
{
    int of = SDL_max(count, 1), from = i * box.h / of;
    return (SDL_Rect){box.x, box.y + from, box.w, (i + 1) * box.h / of - from};
}

SDL_Rect row_cell(SDL_Rect box, int side, int cell)
{
    return row_across(row_down(box, side, cell / side), side, cell % side);
}

int row_cell_at(SDL_Rect box, int side, SDL_Point at)
{
    int x = (at.x - box.x) * side / SDL_max(box.w, 1),
        y = (at.y - box.y) * side / SDL_max(box.h, 1);
    return SDL_clamp(y, 0, side - 1) * side + SDL_clamp(x, 0, side - 1);
}

void row_flow(SDL_Rect row, int w, int gap, int count, SDL_Rect *box)
{
    int fits = SDL_min(w, (row.w - gap * (count - 1)) / count);
    for (int i = 0; i < count; i++) {
        box[i] = row_left(&row, fits, gap);
    }
}

void row_break(SDL_Rect box, SDL_Rect *line, int gap)
{
    *line = (SDL_Rect){box.x, line->y + line->h + gap, box.w, line->h};
}

void row_wrap(SDL_Rect box, SDL_Rect *line, int before, int w, int gap)
{
    if (line->x > box.x && before + w > line->w) {
        row_break(box, line, gap);
    } else if (line->x > box.x) {
        row_left(line, before, 0);
    }
}

SDL_Rect row_middle(SDL_Rect box, int w, int h)
{
    return (SDL_Rect){box.x + (box.w - w) / 2, box.y + (box.h - h) / 2, w, h};
}

SDL_Rect row_inset(SDL_Rect box, int x, int y)
{
    return (SDL_Rect){box.x + x, box.y + y, box.w - 2 * x, box.h - 2 * y};
}

SDL_Rect row_around(const SDL_Rect *box, int count)
{
    SDL_Rect all = {0};
    for (int i = 0; i < count; i++) {
        SDL_UnionRect(&all, &box[i], &all);
    }
    return all;
}
