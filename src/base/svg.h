/* Pictures as SVG text, which opens in every browser without fonts or libraries of ours. Lengths
 * are the picture's pixels; colours are 0xrrggbb. */
#ifndef BASE_SVG_H
#define BASE_SVG_H

#include "base/err.h"

#include <stdint.h>
#include <stdio.h>

/** Which point of a text its x is. */
typedef enum SvgAlign { SVG_LEFT, SVG_MIDDLE, SVG_RIGHT } SvgAlign;

/** A box: its top left corner and its size. */
typedef struct SvgBox {
    double x, y, w, h;
} SvgBox;

/** The first lines, and a ground in one colour. What goes wrong, here and below, shows in
 * ferror(out). */
void svg_begin(FILE *out, double w, double h, uint32_t background);

/** The last line. */
void svg_end(FILE *out);

/** A box in one colour, without a border. */
void svg_fill(FILE *out, SvgBox box, uint32_t colour);

/** A straight line, one pixel wide. */
void svg_line(FILE *out, double x0, double y0, double x1, double y1, uint32_t colour);

/** A box with round corners, or square ones with radius 0. Opacities are 0..1. */
void svg_round(FILE *out, SvgBox box, double radius, uint32_t colour, double opacity);

/** An outline of that width, within a box with round corners. */
void svg_outline(FILE *out, SvgBox box, double radius, double width, uint32_t colour,
                 double opacity);

/** A disc around (x, y). */
void svg_disc(FILE *out, double x, double y, double radius, uint32_t colour, double opacity);

/** A straight line of that width. */
void svg_stroke(FILE *out, const double from[2], const double to[2], double width, uint32_t colour,
                double opacity);

/** A band from x0 to x1 that leaves and arrives level; at its ends it reaches from `top` to
 * `bottom`. */
void svg_ribbon(FILE *out, const double x[2], const double top[2], const double bottom[2],
                uint32_t colour, double opacity);

/** What follows stands so far to the right and down, until svg_moved(), and shows in a box of that
 * size alone. @param id  of its own in the picture */
void svg_move(FILE *out, SvgBox box, int id);

/** The end of that. */
void svg_moved(FILE *out);

/** Words whose left end is x, and which are `w` wide in every font. @param weight  400 is usual
 * @param xml  as for svg_text() */
void svg_words(FILE *out, const double at[2], double w, double size, int weight, uint32_t colour,
               const char *xml);

/** One line of text that stands on y. @param xml  already escaped, see svg_escape() */
void svg_text(FILE *out, double x, double y, SvgAlign align, double size, uint32_t colour,
              const char *xml);

/** Text of others, made harmless: what means something in XML is escaped; what is no printable
 * ASCII and no other character in UTF-8 becomes a question mark. Cut where there is no room. */
void svg_escape(char *xml, size_t room, const char *text);

/** A PNG within the text, its pixels kept sharp. */
void svg_image(FILE *out, SvgBox box, const uint8_t *png, size_t size);

#endif
