/* The grey of the paper, from place to place, and ink as what differs from it. */
#include "ink/paper.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ink/lean.h"

enum {
    GREYS = 256,
    EVEN_LEVELS = 8,  /* paper of one grey is this near to it */
    SMALL_PX = 100,   /* a picture below is small: its grain is not smoothed */
    DIM_PAPER = 48,   /* shares of light are taken of at least this much */
    WINDOW_PX = 3,    /* a window for thin lines, and ... */
    WINDOW_LINES = 3, /* ... so many times their width more */
};

static const double WINDOW_WIDTHS = 1.8; /* the same where all lines are known to be no wider */
static const double WINDOW_SHARE = 0.3;  /* of the side: wider than the lines of any digit */
static const double WINDOW_CLEAN = 0.5;  /* the same where there is no grain: than any blot, too */
static const double EVEN_SHARE = 0.92;   /* of the pixels */
static const double DRAWN_SHARE = 0.4;   /* of the border has the very same grey in a drawing */
static const double BORDER_SHARE = 0.9;  /* of the border is paper where nothing reaches it */
static const double PLAIN_BORDER = 0.95; /* the same of a border that shows what all lies on */
static const double BLOT_SHARE = 0.3;    /* of the side: ink so wide is a shadow */
static const double FRAMED_SHARE = 0.7;  /* of the pixels is unlike a border that is a frame */
static const double PLAIN_GRAIN = 0.5;   /* the same where it has grain */
static const double PLAIN_SHARE = 0.12;  /* of the pixels is the very grey of even paper */
static const double SIDE_SHARE = 0.05;   /* of a side of the picture: less is nothing */
static const double BRIGHT_SHARE = 0.9;  /* of the paper is no brighter than its bright parts */
static const double TABLE_SHARE = 0.45;  /* of their light: what is darker is a table, no shadow */
static const double DIM_SHARE =
    0.1;                           /* of uneven paper is dimmer than where its grain is measured */
static const double DECIDED = 0.4; /* of all that changes, one paper changes less than the other */
static const double QUARTER = 0.7804; /* a quarter of such differences is below this, for sigma 1 */
static const double NOISE_SMALL =
    3.0; /* less is no grain in a small picture, where little is even */
static const double NOISE_MIN = 0.65; /* less is how greys are rounded */
static const double GRAIN = 8.0;      /* standard deviations between its lightest and darkest */
static const double QUIET = 4.0;      /* standard deviations of the noise that are no ink */

/* The standard deviation of the grain along rows or columns, from how little a quarter of all
 * pixels differ from what lies on both sides of them: so light that changes evenly is no grain. */
static double noise_along(const Field *grey, bool columns)
{
    int count[2 * GREYS] = {0}, total = 0, level = 0, below = 0;
    int step = columns ? grey->width : 1, inset_x = columns ? 0 : 1, inset_y = columns ? 1 : 0;
    for (int y = inset_y; y < grey->height - inset_y; y++) {
        for (int x = inset_x; x < grey->width - inset_x; x++) {
            const uint8_t *at = grey->at + (size_t)y * (size_t)grey->width + (size_t)x;
            count[abs(2 * *at - at[-step] - at[step])]++;
            total++;
        }
    }
    if (total == 0) {
        return 0.0;
    }
    while (4 * (below + count[level]) < total) {
        below += count[level++];
    }
    /* A difference that rounds to a level lies within half of it; one that rounds to 0 below it. */
    double part = (total / 4.0 - below) / count[level];
    return (level == 0 ? part / 2 : level - 0.5 + part) / QUARTER;
}

/* The same both ways: strokes that lie close change much one way at most. */
static double noise_of(const Field *grey)
{
    double noise = fmin(noise_along(grey, false), noise_along(grey, true));
    return noise > (field_longer(grey) < SMALL_PX ? NOISE_SMALL : NOISE_MIN) ? noise : 0.0;
}

/* How often the grain is smoothed, and what is left of it then. */
static int smoothings(const Field *grey, double *noise)
{
    static const double LEFT[] = {1.0, 0.375, 0.273, 0.226};
    int longer = field_longer(grey), times = 0;
    if (*noise >= 1.0 && longer >= SMALL_PX) {
        times = *noise >= 6.0 && longer >= 140 ? 2 : 1;
        times += *noise >= 12.0 && longer >= 300;
    }
    *noise *= LEFT[times];
    return times;
}

/* How much a field changes from pixel to pixel. */
static int64_t variation(const Field *field)
{
    int64_t sum = 0;
    for (int y = 0; y < field->height; y++) {
        const uint8_t *row = field->at + (size_t)y * (size_t)field->width;
        for (int x = 0; x < field->width; x++) {
            sum += x + 1 < field->width ? abs(row[x + 1] - row[x]) : 0;
            sum += y + 1 < field->height ? abs(row[x + field->width] - row[x]) : 0;
        }
    }
    return sum;
}

static void invert(Field *field)
{
    for (int i = 0; i < field_pixels(field); i++) {
        field->at[i] = (uint8_t)(UINT8_MAX - field->at[i]);
    }
}

/* How many pixels of the border have each grey; gives their number. */
static int border_greys(const Field *grey, int count[GREYS])
{
    int total = 0;
    memset(count, 0, GREYS * sizeof *count);
    for (int y = 0; y < grey->height; y++) {
        bool edge = y == 0 || y == grey->height - 1;
        int step = edge || grey->width == 1 ? 1 : grey->width - 1;
        for (int x = 0; x < grey->width; x += step) {
            count[grey->at[(size_t)y * (size_t)grey->width + (size_t)x]]++;
            total++;
        }
    }
    return total;
}

/* The grey that half of the border is at or below. */
static int border_grey(const Field *grey)
{
    int count[GREYS], total = border_greys(grey, count), median = 0;
    for (int below = count[0]; below * 2 < total; below += count[median]) {
        median++;
    }
    return median;
}

/* The share of the border that is at a level, or so near. */
static double border_share(const Field *grey, int border, int least)
{
    int count[GREYS], total = border_greys(grey, count), near = 0;
    for (int level = 0; level < GREYS; level++) {
        near += abs(level - border) <= least ? count[level] : 0;
    }
    return (double)near / total;
}

/* Whether ink reaches the border of a picture without grain, as it does of one that is cut to its
 * digit. */
static bool is_cut_close(const Field *grey, double noise)
{
    return border_share(grey, border_grey(grey), EVEN_LEVELS) < BORDER_SHARE && noise <= 0.0;
}

/* Whether it has no grain, and paper of the very same grey: it is no photograph. */
static bool is_drawn(const Field *grey, double noise)
{
    return noise <= 0.0 && border_share(grey, border_grey(grey), 1) >= DRAWN_SHARE;
}

/* A copy in which all is filled that is dark and narrow; see field_close(). */
static bool fill(const Field *grey, int window, bool beyond, Field *filled)
{
    int w = window < grey->width ? window : grey->width;
    int h = window < grey->height ? window : grey->height;
    return field_copy(filled, grey) && field_close(filled, w, h, beyond);
}

static int window_of(const Field *grey, double share)
{
    return (int)fmax(WINDOW_PX, ceil(share * field_longer(grey)));
}

/* Whether a paper has one grey. */
static bool is_even(const Field *filled)
{
    int near = 0, paper = field_quantile(filled, -1, 0.5);
    for (int i = 0; i < field_pixels(filled); i++) {
        near += abs(filled->at[i] - paper) <= EVEN_LEVELS;
    }
    return near >= EVEN_SHARE * field_pixels(filled);
}

/* The share of the border that is at or below a level, of those sides that it does not cover all,
 * as a frame or the edge of a table does, or not at all; of all sides where each is such a one. */
static double share_of_border(const Field *grey, int most)
{
    int sum = 0, length = 0, full = 0, whole = 2 * (grey->width + grey->height);
    for (int side = 0; side < 4; side++) {
        bool upright = side >= 2;
        int count = 0, pixels = upright ? grey->height : grey->width;
        for (int i = 0; i < pixels; i++) {
            int x = upright ? (side - 2) * (grey->width - 1) : i;
            int y = upright ? i : side * (grey->height - 1);
            count += grey->at[(size_t)y * (size_t)grey->width + (size_t)x] <= most;
        }
        if (count > SIDE_SHARE * pixels && count < (1.0 - SIDE_SHARE) * pixels) {
            sum += count;
            length += pixels;
        } else if (2 * count > pixels) {
            full += pixels;
        }
    }
    return length > 0 ? (double)sum / length : (double)full / whole;
}

/* Whether more is like the paper that is left where light ink is filled than like the other one: of
 * the border, which counts twice, and of the picture. A border that is all alike is paper unless
 * most of the picture is not. */
static bool is_light_by_majority(const Field *grey, const Field *of_dark, const Field *of_light)
{
    int high = field_quantile(of_dark, -1, 0.5), low = field_quantile(of_light, -1, 0.5), all = 0;
    int middle = (high + UINT8_MAX - low) / 2;
    for (int i = 0; i < field_pixels(grey); i++) {
        all += grey->at[i] <= middle;
    }
    double border = share_of_border(grey, middle), share = (double)all / field_pixels(grey);
    if (border <= 0.0 || border >= 1.0) {
        return border <= 0.0 ? share > FRAMED_SHARE : share > 1.0 - FRAMED_SHARE;
    }
    return 2.0 * border + share > 1.5;
}

/* Which paper changes less: the one that is left where dark ink is filled, or the other one. */
static bool is_light_by_paper(const Field *grey, double noise, const Field *filled,
                              const Field *turned)
{
    int64_t of_dark = variation(filled), of_light = variation(turned);
    double decided = fabs((double)(of_dark - of_light));
    bool open = is_cut_close(grey, noise) && decided < DECIDED * (double)variation(grey);
    return open || of_light == of_dark ? is_light_by_majority(grey, filled, turned)
                                       : of_light < of_dark;
}

/* Where the ink is light, `grey` is turned around. Gives the paper, its ink filled, and how wide
 * lines are at most, or 0. */
static bool choose_paper(Field *grey, double noise, Field *filled, bool *light, double *width)
{
    Field turned = {0};
    Lean lean = LEAN_NONE;
    *width = 0.0;
    bool ok = is_drawn(grey, noise) || lean_of(grey, noise, &lean, width);
    int window = window_of(grey, noise > 0.0 ? WINDOW_SHARE : WINDOW_CLEAN);
    int needed = WINDOW_PX + (int)ceil(WINDOW_WIDTHS * *width);
    window = *width > 0.0 && needed < window ? needed : window;
    ok = ok && fill(grey, window, false, filled);
    invert(grey);
    ok = ok && fill(grey, window, false, &turned);
    invert(grey);
    if (!ok) {
        field_free(&turned);
        field_free(filled);
        return false;
    }
    *light =
        lean == LEAN_NONE ? is_light_by_paper(grey, noise, filled, &turned) : lean == LEAN_LIGHT;
    if (*light) {
        Field dark = *filled;
        *filled = turned;
        turned = dark;
        invert(grey);
    }
    field_free(&turned);
    return true;
}

/* How far below what fills a window, which is the lightest of the grain, half of the paper lies. */
static int depth_of_grain(const Field *grey, const Field *filled, double noise)
{
    int count[GREYS] = {0}, total = 0, depth = 0;
    for (int i = 0; i < field_pixels(grey); i++) {
        int below = filled->at[i] - grey->at[i];
        count[below] += below <= GRAIN * noise;
        total += below <= GRAIN * noise;
    }
    for (int below = count[0]; below * 2 < total; below += count[depth]) {
        depth++;
    }
    return noise > 0.0 ? depth : 0;
}

/* The share of the pixels that are at a level, or so near. */
static double share_at(const Field *grey, int level, int near)
{
    int count = 0;
    for (int i = 0; i < field_pixels(grey); i++) {
        count += abs(grey->at[i] - level) <= near;
    }
    return (double)count / field_pixels(grey);
}

/* Ink on paper of one grey. */
static void ink_of_even(Field *grey, int paper, int least)
{
    for (int i = 0; i < field_pixels(grey); i++) {
        int ink = paper - grey->at[i];
        grey->at[i] = (uint8_t)(ink > least ? ink : 0);
    }
}

/* Ink on paper that differs from place to place: a share of its light, or of what it lacks. */
static void ink_of_uneven(Field *grey, const Field *filled, int depth, int least, bool shares)
{
    int dim = (int)fmax(DIM_PAPER, TABLE_SHARE * field_quantile(filled, -1, BRIGHT_SHARE));
    for (int i = 0; i < field_pixels(grey); i++) {
        int paper = filled->at[i] - depth, ink = paper - grey->at[i];
        int light = paper > dim ? paper : dim;
        int share = shares ? ink * UINT8_MAX / light : ink;
        grey->at[i] = (uint8_t)(ink > least && share > 0 ? share : 0);
    }
}

/* The width of most lines: twice their area for each pixel of their outline. */
static double line_width(const Field *grey, const Field *filled, int depth)
{
    Field ink;
    double area = 0.0, outline = 0.0;
    if (!field_copy(&ink, grey)) {
        return 0.0;
    }
    ink_of_uneven(&ink, filled, depth, 16, true);
    int least = field_quantile(&ink, 0, 0.97) / 2;
    for (int y = 1; y + 1 < ink.height; y++) {
        for (int x = 1; x + 1 < ink.width; x++) {
            const uint8_t *at = ink.at + (size_t)y * (size_t)ink.width + x;
            if (*at > least) {
                area += 1.0;
                outline += (at[-1] <= least) + (at[1] <= least) + (at[-ink.width] <= least) +
                           (at[ink.width] <= least);
            }
        }
    }
    field_free(&ink);
    return outline > 0.0 ? 2.0 * area / (outline * 0.785) : 0.0;
}

/* Follow the light with a window no wider than the lines need, up to the edge of the picture. */
static bool fill_again(const Field *grey, Field *filled, double wider)
{
    int window = WINDOW_PX + (int)ceil(wider), most = window_of(grey, WINDOW_SHARE);
    field_free(filled);
    return fill(grey, window < most ? window : most, true, filled);
}

static bool tell_ink(Field *grey, Field *filled, double noise, bool light, double width,
                     Paper *paper)
{
    int least = (int)(QUIET * noise), depth = depth_of_grain(grey, filled, noise);
    int plain = field_quantile(filled, -1, 0.5) - depth;
    double line = line_width(grey, filled, depth);
    paper->even = is_even(filled) && line < BLOT_SHARE * field_longer(grey) &&
                  share_at(grey, plain, (int)(EVEN_LEVELS / 2 + 2.0 * noise)) >
                      (noise > 0.0 ? PLAIN_GRAIN : PLAIN_SHARE);
    if (paper->even) {
        int border = border_grey(grey);
        ink_of_even(grey, abs(border - plain) <= EVEN_LEVELS ? border : plain, least);
        return true;
    }
    if (!fill_again(grey, filled, width > 0.0 ? WINDOW_WIDTHS * width : WINDOW_LINES * line)) {
        return false;
    }
    int dim = field_quantile(filled, -1, DIM_SHARE);
    if (!light) {
        paper->grain = paper->grain * UINT8_MAX / (dim > DIM_PAPER ? dim : DIM_PAPER);
    }
    ink_of_uneven(grey, filled, depth_of_grain(grey, filled, noise), least, !light);
    return true;
}

bool paper_and_ink(Field *grey, Paper *paper)
{
    Field filled = {0};
    bool light;
    double width, noise = noise_of(grey);
    int times = smoothings(grey, &noise);
    *paper = (Paper){.noisy = noise > 0.0, .grain = (int)((times > 0 ? GRAIN : QUIET) * noise)};
    bool ok = field_smooth(grey, times) && choose_paper(grey, noise, &filled, &light, &width) &&
              tell_ink(grey, &filled, noise, light, width, paper) && field_copy(&paper->ink, grey);
    field_free(&filled);
    return ok;
}

bool paper_of_border(const Field *grey, Paper *paper, bool *even)
{
    Field ink;
    double noise = noise_of(grey);
    int times = smoothings(grey, &noise), border = border_grey(grey);
    int least = (int)fmax(EVEN_LEVELS, (times > 0 ? GRAIN : QUIET) * noise);
    *even = false;
    if (!field_copy(&ink, grey) || !field_smooth(&ink, times)) {
        field_free(&ink);
        return false;
    }
    *even = border_share(&ink, border, least) >= PLAIN_BORDER;
    for (int i = 0; i < field_pixels(&ink); i++) {
        int differs = abs(ink.at[i] - border);
        ink.at[i] = (uint8_t)(differs > QUIET * noise ? differs : 0);
    }
    *paper = (Paper){.ink = ink, .even = true, .noisy = noise > 0.0, .grain = least};
    return true;
}
