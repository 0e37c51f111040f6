/* Pictures as SVG text, which opens in every browser without fonts or libraries of ours. Lengths
 * are the picture's pixels; colours are 0xrrggbb. */
#ifndef CLI_SVG_H
#define CLI_SVG_H

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

/** One line of text that stands on y. @param xml  already escaped, see svg_escape() */
void svg_text(FILE *out, double x, double y, SvgAlign align, double size, uint32_t colour,
              const char *xml);

/** Text of others, made harmless: what means something in XML is escaped, what is no printable
 * ASCII becomes a question mark. Cut where there is no room. */
void svg_escape(char *xml, size_t room, const char *text);

/** A PNG within the text, its pixels kept sharp. */
void svg_image(FILE *out, SvgBox box, const uint8_t *png, size_t size);

#endif
