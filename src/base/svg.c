/* Pictures as SVG text. */
#include "base/svg.h"

#include <stdbool.h>
#include <string.h>

#include "base/utf8.h"

void svg_begin(FILE *out, double w, double h, uint32_t background)
{
    fprintf(out,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<svg xmlns=\"http://www.w3.org/2000/svg\" "
            "xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"%g\" height=\"%g\" "
            "viewBox=\"0 0 %g %g\" font-family=\"Inter, Helvetica, Arial, sans-serif\">\n",
            w, h, w, h);
    svg_fill(out, (SvgBox){0, 0, w, h}, background);
}

void svg_end(FILE *out)
{
    fprintf(out, "</svg>\n");
}

void svg_line(FILE *out, double x0, double y0, double x1, double y1, uint32_t colour)
{
    fprintf(out, "<path d=\"M%g %gL%g %g\" stroke=\"#%06x\"/>\n", x0, y0, x1, y1, colour);
}

/* The colour, and how much of it, and the end of the element. */
static void put_fill(FILE *out, uint32_t colour, double opacity)
{
    fprintf(out, " fill=\"#%06x\"", colour);
    if (opacity < 1.0) {
        fprintf(out, " fill-opacity=\"%.3g\"", opacity);
    }
    fputs("/>\n", out);
}

static void put_stroke(FILE *out, double width, uint32_t colour, double opacity)
{
    fprintf(out, " fill=\"none\" stroke=\"#%06x\" stroke-width=\"%.4g\"", colour, width);
    if (opacity < 1.0) {
        fprintf(out, " stroke-opacity=\"%.3g\"", opacity);
    }
    fputs("/>\n", out);
}

static void put_box(FILE *out, SvgBox box, double radius)
{
    fprintf(out, "<rect x=\"%.6g\" y=\"%.6g\" width=\"%.6g\" height=\"%.6g\"", box.x, box.y, box.w,
            box.h);
    if (radius > 0.0) {
        fprintf(out, " rx=\"%.4g\"", radius);
    }
}

void svg_round(FILE *out, SvgBox box, double radius, uint32_t colour, double opacity)
{
    put_box(out, box, radius);
    put_fill(out, colour, opacity);
}

void svg_fill(FILE *out, SvgBox box, uint32_t colour)
{
    svg_round(out, box, 0.0, colour, 1.0);
}

void svg_outline(FILE *out, SvgBox box, double radius, double width, uint32_t colour,
                 double opacity)
{
    double half = 0.5 * width;
    put_box(out, (SvgBox){box.x + half, box.y + half, box.w - width, box.h - width},
            radius > half ? radius - half : 0.0);
    put_stroke(out, width, colour, opacity);
}

void svg_disc(FILE *out, double x, double y, double radius, uint32_t colour, double opacity)
{
    fprintf(out, "<circle cx=\"%.6g\" cy=\"%.6g\" r=\"%.4g\"", x, y, radius);
    put_fill(out, colour, opacity);
}

void svg_stroke(FILE *out, const double from[2], const double to[2], double width, uint32_t colour,
                double opacity)
{
    fprintf(out, "<path d=\"M%.6g %.6gL%.6g %.6g\"", from[0], from[1], to[0], to[1]);
    put_stroke(out, width, colour, opacity);
}

/* A cubic curve whose handles are level, a third of the way long, is 3 t^2 - 2 t^3. */
void svg_ribbon(FILE *out, const double x[2], const double top[2], const double bottom[2],
                uint32_t colour, double opacity)
{
    double third = (x[1] - x[0]) / 3.0;
    fprintf(out, "<path d=\"M%.6g %.6gC%.6g %.6g %.6g %.6g %.6g %.6g", x[0], top[0], x[0] + third,
            top[0], x[1] - third, top[1], x[1], top[1]);
    fprintf(out, "L%.6g %.6gC%.6g %.6g %.6g %.6g %.6g %.6gZ\"", x[1], bottom[1], x[1] - third,
            bottom[1], x[0] + third, bottom[0], x[0], bottom[0]);
    put_fill(out, colour, opacity);
}

void svg_move(FILE *out, SvgBox box, int id)
{
    fprintf(out,
            "<clipPath id=\"c%d\"><rect width=\"%.6g\" height=\"%.6g\"/></clipPath>\n"
            "<g transform=\"translate(%.6g %.6g)\" clip-path=\"url(#c%d)\">\n",
            id, box.w, box.h, box.x, box.y, id);
}

void svg_moved(FILE *out)
{
    fputs("</g>\n", out);
}

void svg_words(FILE *out, const double at[2], double w, double size, int weight, uint32_t colour,
               const char *xml)
{
    fprintf(out,
            "<text x=\"%.6g\" y=\"%.6g\" textLength=\"%.6g\" font-size=\"%.4g\" "
            "font-weight=\"%d\" fill=\"#%06x\">%s</text>\n",
            at[0], at[1], w, size, weight, colour, xml);
}

void svg_text(FILE *out, double x, double y, SvgAlign align, double size, uint32_t colour,
              const char *xml)
{
    static const char *const ANCHOR[] = {"start", "middle", "end"};
    fprintf(out,
            "<text x=\"%g\" y=\"%g\" text-anchor=\"%s\" font-size=\"%g\" "
            "fill=\"#%06x\">%s</text>\n",
            x, y, ANCHOR[align], size, colour, xml);
}

/* How many bytes a printable character has; 0 where there is none. */
static size_t printable_length(const char *text)
{
    uint32_t code;
    int length = utf8_read(text, &code);
    bool printable = (code >= ' ' && code <= '~') || (code >= 0xa0 && (code & 0xfffeu) != 0xfffeu);
    return printable ? (size_t)length : 0;
}

void svg_escape(char *xml, size_t room, const char *text)
{
    size_t used = 0;
    while (*text) {
        size_t printable = printable_length(text), taken = printable > 0 ? printable : 1;
        const char *piece = *text == '&'    ? "&amp;"
                            : *text == '<'  ? "&lt;"
                            : *text == '>'  ? "&gt;"
                            : printable > 0 ? text
                                            : "?";
        size_t length = piece == text ? taken : strlen(piece);
        if (used + length >= room) {
            break;
        }
        memcpy(xml + used, piece, length);
        used += length;
        text += taken;
    }
    xml[used] = 0;
}

static void put_base64(FILE *out, const uint8_t *bytes, size_t size)
{
    static const char DIGIT[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < size; i += 3) {
        uint32_t three = (uint32_t)bytes[i] << 16;
        three |= i + 1 < size ? (uint32_t)bytes[i + 1] << 8 : 0;
        three |= i + 2 < size ? bytes[i + 2] : 0;
        fputc(DIGIT[three >> 18], out);
        fputc(DIGIT[three >> 12 & 63], out);
        fputc(i + 1 < size ? DIGIT[three >> 6 & 63] : '=', out);
        fputc(i + 2 < size ? DIGIT[three & 63] : '=', out);
    }
}

void svg_image(FILE *out, SvgBox box, const uint8_t *png, size_t size)
{
    fprintf(out,
            "<image x=\"%g\" y=\"%g\" width=\"%g\" height=\"%g\" "
            "style=\"image-rendering:pixelated\" xlink:href=\"data:image/png;base64,",
            box.x, box.y, box.w, box.h);
    put_base64(out, png, size);
    fprintf(out, "\"/>\n");
}
