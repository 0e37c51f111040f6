/* A chart of a training's cost or accuracy over its epochs, as SVG. */
#include "cli/plot_chart.h"

#include <assert.h>
#include <math.h>

#include "base/axis.h"

enum {
    MOST_STEPS = 6,
    TICKS = MOST_STEPS + 2, /* both ends have one, and one may lie further out */
    TITLE_PX = 13,
    AXIS_PX = 11,
};

/* A chart at work. */
typedef struct EpochChart {
    FILE *out;
    const NetCurves *curves;
    const PlotTheme *theme;
    bool accuracy;
    SvgBox box;
    PlotAxis x, y;
} EpochChart;

/* A round distance of ticks, of which a range holds few enough. */
static double round_step(double range)
{
    return axis_round_up(range / MOST_STEPS);
}

PlotAxis plot_chart_epochs(int epochs)
{
    double most = fmax(epochs, 1);
    return (PlotAxis){0, most, fmax(round_step(most), 1)};
}

/* From the trained epochs on; all of them where none was trained. */
static int first_shown(const NetCurves *curves)
{
    return curves->points > 1 && curves->point[0].epoch == 0 ? 1 : 0;
}

PlotAxis plot_chart_cost(const NetCurves *curves)
{
    double most = 1e-6;
    for (int i = first_shown(curves); i < curves->points; i++) {
        const NetPoint *point = &curves->point[i];
        most = fmax(most, (double)fmaxf(point->train_cost, point->test_cost));
    }
    double step = round_step(most);
    return (PlotAxis){0, step * ceil(most / step - 1e-4), step};
}

PlotAxis plot_chart_accuracy(const NetCurves *curves)
{
    double least = 0.999;
    for (int i = first_shown(curves); i < curves->points; i++) {
        const NetPoint *point = &curves->point[i];
        float train = point->epoch > 0 ? point->train_accuracy : 1;
        least = fmin(least, (double)fminf(train, point->test_accuracy));
    }
    double step = round_step(1 - least);
    return (PlotAxis){fmax(1 - step * ceil((1 - least) / step - 1e-4), 0), 1, step};
}

static double x_of(const EpochChart *chart, double epoch)
{
    return chart->box.x + chart->box.w * epoch / chart->x.high;
}

/* Lines are cut at the ends of the axis. */
static double y_of(const EpochChart *chart, double value)
{
    double share = (value - chart->y.low) / (chart->y.high - chart->y.low);
    return chart->box.y + chart->box.h * (1 - fmin(fmax(share, 0), 1));
}

static int ticks_of(const PlotAxis *axis, double tick[TICKS])
{
    return axis_ticks(axis->low, axis->high, axis->step, TICKS, tick);
}

static void put_axes(const EpochChart *chart)
{
    const PlotTheme *theme = chart->theme;
    SvgBox box = chart->box;
    char text[32];
    double tick[TICKS];
    for (int i = 0, ticks = ticks_of(&chart->y, tick); i < ticks; i++) {
        double y = y_of(chart, tick[i]);
        svg_line(chart->out, box.x, y, box.x + box.w, y, theme->hairline);
        axis_print(tick[i], chart->accuracy, text, sizeof text);
        svg_text(chart->out, box.x - 8, y + 4, SVG_RIGHT, AXIS_PX, theme->secondary, text);
    }
    for (int i = 0, ticks = ticks_of(&chart->x, tick); i < ticks; i++) {
        double x = x_of(chart, tick[i]);
        svg_line(chart->out, x, box.y + box.h, x, box.y + box.h + 4, theme->secondary);
        axis_print(tick[i], false, text, sizeof text);
        svg_text(chart->out, x, box.y + box.h + 17, SVG_MIDDLE, AXIS_PX, theme->secondary, text);
    }
    svg_text(chart->out, box.x + box.w / 2, box.y + box.h + 34, SVG_MIDDLE, AXIS_PX,
             theme->secondary, "epochs");
    svg_line(chart->out, box.x, box.y + box.h, box.x + box.w, box.y + box.h, theme->secondary);
}

static double figure_of(const EpochChart *chart, const NetPoint *point, bool test)
{
    return (double)(chart->accuracy ? test ? point->test_accuracy : point->train_accuracy
                    : test          ? point->test_cost
                                    : point->train_cost);
}

/* One line; a disc where it has one point alone. */
static void put_line(const EpochChart *chart, bool test, uint32_t colour)
{
    const NetCurves *curves = chart->curves;
    int first = !test && curves->point[0].epoch == 0 ? 1 : 0, count = curves->points - first;
    if (count == 1) {
        const NetPoint *only = &curves->point[first];
        fprintf(chart->out, "<circle cx=\"%.2f\" cy=\"%.2f\" r=\"3\" fill=\"#%06x\"/>\n",
                x_of(chart, only->epoch), y_of(chart, figure_of(chart, only, test)), colour);
    }
    if (count < 2) {
        return;
    }
    fprintf(chart->out,
            "<polyline fill=\"none\" stroke=\"#%06x\" stroke-width=\"2\" "
            "stroke-linejoin=\"round\"%s points=\"",
            colour, test ? " stroke-dasharray=\"6 4\"" : "");
    for (int i = first; i < curves->points; i++) {
        const NetPoint *point = &curves->point[i];
        fprintf(chart->out, "%s%.2f,%.2f", i > first ? " " : "", x_of(chart, point->epoch),
                y_of(chart, figure_of(chart, point, test)));
    }
    fprintf(chart->out, "\"/>\n");
}

/* A sample of the line, its name and its last figure, right-aligned at x; returns where it begins.
 */
static double put_name(const EpochChart *chart, bool test, double x, uint32_t colour)
{
    enum { NAME_PX = 92, SAMPLE_PX = 24 };
    const NetPoint *last = &chart->curves->point[chart->curves->points - 1];
    double figure = figure_of(chart, last, test), y = chart->box.y - 12;
    char text[48];
    if (!test && last->epoch == 0) {
        return x;
    }
    snprintf(text, sizeof text, chart->accuracy ? "%s %.2f %%" : "%s %.4f", test ? "test" : "train",
             chart->accuracy ? 100 * figure : figure);
    double left = x - NAME_PX - SAMPLE_PX;
    fprintf(chart->out, "<path d=\"M%g %gh%d\" stroke=\"#%06x\" stroke-width=\"2\"%s/>\n", left,
            y - 4, SAMPLE_PX - 6, colour, test ? " stroke-dasharray=\"6 4\"" : "");
    svg_text(chart->out, left + SAMPLE_PX, y, SVG_LEFT, TITLE_PX, colour, text);
    return left;
}

void plot_chart_write(FILE *out, const NetCurves *curves, bool accuracy, SvgBox box,
                      const PlotTheme *theme)
{
    assert(curves->points > 0);
    EpochChart chart = {
        .out = out,
        .curves = curves,
        .theme = theme,
        .accuracy = accuracy,
        .box = box,
        .x = plot_chart_epochs(curves->point[curves->points - 1].epoch),
        .y = accuracy ? plot_chart_accuracy(curves) : plot_chart_cost(curves),
    };
    svg_fill(out, box, theme->panel);
    put_axes(&chart);
    put_line(&chart, false, theme->positive);
    put_line(&chart, true, theme->negative);
    svg_text(out, box.x, box.y - 12, SVG_LEFT, TITLE_PX, theme->text,
             accuracy ? "Accuracy" : "Cost");
    double left = put_name(&chart, true, box.x + box.w, theme->negative);
    put_name(&chart, false, left, theme->positive);
}
