/* The page of `inkling plot`. */
#include "cli/plot_page.h"

#include "cli/plot_chart.h"
#include "cli/plot_tiles.h"

/* In pixels of the picture. */
enum {
    MARGIN = 40,
    WIDTH = 958, /* of the widest wall of tiles */
    TITLE_Y = 62,
    FACTS_Y = 88,
    LINE_H = 20,
    CHART_Y = 190,
    CHART_W = 411,
    CHART_H = 220,
    CHART_AXIS_W = 48,
    TILES_Y = 520,
    SCALE_STEPS = 41,
    SCALE_STEP = 3,
    SCALE_H = 10,
    SCALE_LABEL_W = 80,
    TITLE_PX = 26,
    TEXT_PX = 13,
    SMALL_PX = 11,
};

static void put_fact(FILE *out, int line, const PlotTheme *theme, const char *xml)
{
    svg_text(out, MARGIN, FACTS_Y + line * LINE_H, SVG_LEFT, TEXT_PX, theme->secondary, xml);
}

/* Its shape, its score, and what it was made by. */
static void put_facts(FILE *out, const Net *net, const NetInfo *info, const PlotTheme *theme)
{
    char shape[64], data[128], augmentation[512], text[1024], rate[NET_RATE_MAX],
        score[48] = "not tested";
    net_shape_print(&net->shape, shape, sizeof shape);
    svg_escape(data, sizeof data, info->data);
    svg_escape(augmentation, sizeof augmentation, info->augmentation);
    if (info->tested) {
        snprintf(score, sizeof score, "%.2f %% of the test images right",
                 100 * info->test_accuracy);
    }
    fprintf(out, "<title>%s: %s</title>\n", shape, score);
    fprintf(out, "<g font-weight=\"600\">\n");
    svg_text(out, MARGIN, TITLE_Y, SVG_LEFT, TITLE_PX, theme->text, shape);
    fprintf(out, "</g>\n");
    svg_text(out, MARGIN + WIDTH, TITLE_Y, SVG_RIGHT, TITLE_PX - 8, theme->text, score);
    if (info->epochs == 0) {
        put_fact(out, 0, theme, "It says nothing of its training.");
        return;
    }
    snprintf(text, sizeof text, "%d epoch%s of %s, seed %llu, %d thread%s; inputs %s", info->epochs,
             info->epochs == 1 ? "" : "s", *data ? data : "unknown images",
             (unsigned long long)info->seed, info->threads, info->threads == 1 ? "" : "s",
             info->preparation);
    put_fact(out, 0, theme, text);
    net_info_print_rate(info->rate, info->first_layer, rate);
    snprintf(text, sizeof text, "Cost: %s; minibatch %d; learning rate %s; weight decay %g",
             net_cost_name(info->cost), info->minibatch, rate, (double)info->decay);
    put_fact(out, 1, theme, text);
    snprintf(text, sizeof text, "Images %s%s",
             *augmentation ? "changed at random: " : "as they are", augmentation);
    put_fact(out, 2, theme, text);
}

static void put_note(FILE *out, const NetInfo *info, const PlotTheme *theme)
{
    const NetCurves *curves = &info->curves;
    int epochs = curves->point[curves->points - 1].epoch;
    char text[256];
    int length = snprintf(text, sizeof text,
                          "train: mean over the epoch, while it learned%s; test: after the epoch.",
                          *info->augmentation ? ", on changed images" : "");
    if (epochs < info->epochs) {
        snprintf(text + length, sizeof text - (size_t)length,
                 " These curves are of its last run: %d epoch%s.", epochs, epochs == 1 ? "" : "s");
    }
    svg_text(out, MARGIN + CHART_AXIS_W, CHART_Y + CHART_H + 58, SVG_LEFT, SMALL_PX,
             theme->secondary, text);
}

static void put_curves(FILE *out, const NetInfo *info, const PlotTheme *theme)
{
    const NetCurves *curves = &info->curves;
    if (curves->points == 0) {
        SvgBox box = {MARGIN, CHART_Y, WIDTH, CHART_H};
        svg_fill(out, box, theme->panel);
        svg_text(out, box.x + box.w / 2, box.y + box.h / 2, SVG_MIDDLE, TEXT_PX, theme->secondary,
                 "There are no learning curves in this file: another program saved it, an Inkling "
                 "that did not keep them yet, or before any training.");
        return;
    }
    for (int i = 0; i < 2; i++) {
        double x = MARGIN + CHART_AXIS_W + i * (WIDTH - CHART_W - CHART_AXIS_W);
        plot_chart_write(out, curves, i == 1, (SvgBox){x, CHART_Y, CHART_W, CHART_H}, theme);
    }
    put_note(out, info, theme);
}

/* What the colours stand for, right-aligned on the line of the heading. */
static void put_scale(FILE *out, float full, const PlotTheme *theme)
{
    double x = MARGIN + WIDTH - SCALE_LABEL_W - SCALE_STEPS * SCALE_STEP, y = TILES_Y - 22;
    char text[48];
    snprintf(text, sizeof text, "%.2g or less", -(double)full);
    svg_text(out, x - 8, y + 9, SVG_RIGHT, SMALL_PX, theme->secondary, text);
    for (int i = 0; i < SCALE_STEPS; i++) {
        float share = 2.0f * (float)i / (SCALE_STEPS - 1) - 1;
        svg_fill(out, (SvgBox){x + i * SCALE_STEP, y, SCALE_STEP, SCALE_H},
                 plot_theme_weight(theme, share));
    }
    snprintf(text, sizeof text, "%.2g or more", (double)full);
    svg_text(out, x + SCALE_STEPS * SCALE_STEP + 8, y + 9, SVG_LEFT, SMALL_PX, theme->secondary,
             text);
}

bool plot_page_write(FILE *out, const Net *net, const NetInfo *info, const PlotTheme *theme,
                     Err *err)
{
    PlotTiles tiles = plot_tiles_place(net->shape.size[1]);
    svg_begin(out, WIDTH + 2 * MARGIN, TILES_Y + tiles.h + MARGIN, theme->page);
    put_facts(out, net, info, theme);
    put_curves(out, info, theme);
    svg_text(out, MARGIN, TILES_Y - 12, SVG_LEFT, TEXT_PX, theme->text,
             "Weights of layer 1: a tile a neuron, row by row from neuron 0");
    put_scale(out, plot_tiles_scale(net), theme);
    bool ok = plot_tiles_write(out, net, MARGIN, TILES_Y, theme, err);
    svg_end(out);
    return ok;
}
