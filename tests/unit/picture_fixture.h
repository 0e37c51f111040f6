/* For the tests of pictures in the window: a file with a bar, as PGM. */
#ifndef UNIT_PICTURE_FIXTURE_H
#define UNIT_PICTURE_FIXTURE_H

#include "files_fixture.h"

enum { PICTURE_SIDE = 40 };

/** The bytes of a picture of a dark bar on light paper, or of paper alone. @return how many */
static inline size_t picture_bytes(char bytes[PICTURE_SIDE * PICTURE_SIDE + 32], bool bar)
{
    int used = sprintf(bytes, "P5 %d %d 255\n", PICTURE_SIDE, PICTURE_SIDE);
    for (int i = 0; i < PICTURE_SIDE * PICTURE_SIDE; i++) {
        int x = i % PICTURE_SIDE, y = i / PICTURE_SIDE;
        bool ink = bar && x >= 18 && x < 22 && y >= 6 && y < 34;
        bytes[used++] = (char)(ink ? 0 : 255);
    }
    return (size_t)used;
}

/** Save it under a name in the home. */
static inline Path picture_save(const Fixture *f, const char *name, bool bar)
{
    char bytes[PICTURE_SIDE * PICTURE_SIDE + 32];
    size_t size = picture_bytes(bytes, bar);
    Path path = scratch_path(&f->home, name);
    scratch_write(path.text, bytes, size);
    return path;
}

/** Whether the bar is on the sheet: a column of ink in the middle, nothing at the sides. */
static inline bool picture_is_shown(const Fixture *f)
{
    const uint8_t *cell = f->app.lab.sheet.cell;
    return cell[14 * SHEET_SIDE + 14] > 200 && cell[14 * SHEET_SIDE + 4] == 0 &&
           cell[14 * SHEET_SIDE + 24] == 0;
}

#endif
