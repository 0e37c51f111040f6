/* Pictures as SVG text. */
#include "cli/svg.h"

#include <stdbool.h>
#include <string.h>

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

void svg_fill(FILE *out, SvgBox box, uint32_t colour)
{
    fprintf(out, "<rect x=\"%g\" y=\"%g\" width=\"%g\" height=\"%g\" fill=\"#%06x\"/>\n", box.x,
            box.y, box.w, box.h, colour);
}

void svg_line(FILE *out, double x0, double y0, double x1, double y1, uint32_t colour)
{
    fprintf(out, "<path d=\"M%g %gL%g %g\" stroke=\"#%06x\"/>\n", x0, y0, x1, y1, colour);
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

void svg_escape(char *xml, size_t room, const char *text)
{
    size_t used = 0;
    for (; *text; text++) {
        char plain[2] = {*text, 0};
        bool printable = *text >= ' ' && *text <= '~';
        const char *piece = *text == '&'   ? "&amp;"
                            : *text == '<' ? "&lt;"
                            : *text == '>' ? "&gt;"
                            : printable    ? plain
                                           : "?";
        size_t length = strlen(piece);
        if (used + length >= room) {
            break;
        }
        memcpy(xml + used, piece, length);
        used += length;
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
