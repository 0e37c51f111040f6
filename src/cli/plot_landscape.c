/* The map of `inkling plot --landscape`. */
#include "cli/plot_landscape.h"

#include <math.h>
#include <stdlib.h>

#include "base/axis.h"
#include "base/number.h"
#include "base/picture_file.h"
#include "base/relief.h"
#include "base/svg.h"
#include "train/mnist.h"
#include "train/sgd.h"

/* In pixels of the picture. */
enum {
    MARGIN = 40,
    AXIS = 36,
    TITLE_Y = 58,
    FACTS_Y = 84,
    LINE_H = 20,
    MAP_Y = 150,
    SIDE = 640,
    SCALE_GAP = 36,
    SCALE_W = 22,
    SCALE_LABEL_W = 70,
    FOOT_H = 70,
    TITLE_PX = 24,
    TEXT_PX = 13,
    SMALL_PX = 11,
    TICKS = 12,
};

static const uint32_t WAY = 0xffffff, WAY_EDGE = 0x06121c;

/* The first training images of MNIST, prepared as the network takes them. */
static bool load_images(const NetInfo *info, const NetShape *shape, const char *folder,
                        Dataset *data, Err *err)
{
    Preparation preparation; /* the file's is known, or it is not opened */
    Mnist mnist = {0};
    Dataset first = {0};
    int threads = train_config_default().threads;
    bool ok = preparation_parse(info->preparation, &preparation) && mnist_load(&mnist, folder, err);
    int images = ok ? number_min(survey_images(shape), mnist.train.images) : 0;
    ok = ok && dataset_part(&first, &mnist.train, 0, images, err) &&
         dataset_prepare(data, &first, preparation, threads, err);
    dataset_free(&first);
    mnist_free(&mnist);
    return ok;
}

Survey *plot_landscape_survey(const NetMoments *moments, const NetInfo *info, const char *data,
                              Err *err)
{
    Dataset images = {0};
    if (!load_images(info, &moments->net[0].shape, data, &images, err)) {
        return NULL;
    }
    Survey *survey = survey_create_of_run(moments, &images, info->cost, err);
    dataset_free(&images);
    if (survey) {
        survey_run(survey);
    }
    if (survey && survey->failed) {
        *err = survey->err;
        survey_destroy(survey);
        return NULL;
    }
    return survey;
}

static double across(const Relief *relief, double u)
{
    return MARGIN + AXIS + (double)relief_share(relief, 0, u) * SIDE;
}

static double down(const Relief *relief, double v)
{
    return MAP_Y + (1.0 - (double)relief_share(relief, 1, v)) * SIDE;
}

static bool put_map(FILE *out, const Relief *relief, const uint32_t shade[RELIEF_SHADES], Err *err)
{
    ReliefImage image = {0};
    uint8_t *rgb = malloc(3 * SIDE * SIDE), *png = NULL;
    size_t size;
    bool ok = rgb && relief_image_fit(&image, SIDE, SIDE, false);
    if (ok) {
        relief_map_rows(&image, relief, shade, 0, SIDE);
        for (size_t i = 0; i < (size_t)SIDE * SIDE; i++) {
            for (size_t k = 0; k < 3; k++) {
                rgb[3 * i + k] = (uint8_t)(image.pixel[i] >> (16 - 8 * k) & 255);
            }
        }
        ok = picture_file_make(rgb, SIDE, SIDE, &png, &size, err);
    } else {
        err_set_code(err, ERR_NO_MEMORY, "There is not enough memory for the picture.");
    }
    if (ok) {
        svg_image(out, (SvgBox){MARGIN + AXIS, MAP_Y, SIDE, SIDE}, png, size);
    }
    free(png);
    free(rgb);
    relief_image_free(&image);
    return ok;
}

static void put_axes(FILE *out, const Survey *survey, const Relief *relief, const PlotTheme *theme)
{
    for (int axis = 0; axis < PLANE_AXES; axis++) {
        double tick[TICKS], low = survey->low[axis], high = survey->high[axis];
        int count =
            axis_ticks(low, high, axis_round_up((high - low) / (TICKS / 2 + 2)), TICKS, tick);
        for (int i = 0; i < count; i++) {
            char text[24];
            snprintf(text, sizeof text, "%g", tick[i]);
            if (axis == 0) {
                svg_text(out, across(relief, tick[i]), MAP_Y + SIDE + 18, SVG_MIDDLE, SMALL_PX,
                         theme->secondary, text);
            } else {
                svg_text(out, MARGIN + AXIS - 8, down(relief, tick[i]) + 4, SVG_RIGHT, SMALL_PX,
                         theme->secondary, text);
            }
        }
    }
    svg_text(out, MARGIN + AXIS + SIDE, MAP_Y + SIDE + 38, SVG_RIGHT, TEXT_PX, theme->secondary,
             survey_axis_name(survey->axis[0]));
    char up[64];
    snprintf(up, sizeof up, "up: %s", survey_axis_name(survey->axis[1]));
    svg_text(out, MARGIN + AXIS, MAP_Y - 10, SVG_LEFT, TEXT_PX, theme->secondary, up);
}

static void put_way(FILE *out, const Survey *survey, const Relief *relief,
                    const NetMoments *moments)
{
    for (int pass = 0; pass < 2; pass++) {
        double before[2] = {0};
        for (int i = 0; i < moments->count; i++) {
            double at[PLANE_AXES];
            plane_place(&survey->plane, &moments->net[i], at);
            double here[] = {across(relief, at[0]), down(relief, at[1])};
            bool end = i == 0 || i == moments->count - 1;
            if (i > 0) {
                svg_stroke(out, before, here, pass == 0 ? 4.5 : 2.2, pass == 0 ? WAY_EDGE : WAY,
                           pass == 0 ? 0.6 : 1.0);
            }
            if (pass == 1 && end) {
                svg_disc(out, here[0], here[1], i == 0 ? 4.0 : 7.0, WAY, 1.0);
                svg_round(out, (SvgBox){here[0] - 20, here[1] + 9, 40, 18}, 8.0, WAY_EDGE, 0.7);
                svg_text(out, here[0], here[1] + 22, SVG_MIDDLE, TEXT_PX, WAY,
                         i == 0 ? "start" : "end");
            }
            before[0] = here[0];
            before[1] = here[1];
        }
    }
}

/* The bands from low to high, with the costs between them. */
static void put_scale(FILE *out, const Relief *relief, const uint32_t shade[RELIEF_SHADES],
                      const PlotTheme *theme)
{
    float cost[RELIEF_LINES];
    int lines = relief_lines(relief, cost);
    double x = MARGIN + AXIS + SIDE + SCALE_GAP, h = (double)SIDE / (lines + 1);
    for (int i = 0; i <= lines; i++) {
        float low = i == 0 ? logf(cost[0]) - relief->ratio : logf(cost[i - 1]);
        float level = relief_level(relief, low + 0.5f * relief->ratio);
        double y = MAP_Y + SIDE - (i + 1) * h;
        svg_fill(out, (SvgBox){x, y, SCALE_W, h + 0.5},
                 shade[(int)(level * (RELIEF_SHADES - 1))] & 0xffffff);
        if (i > 0) {
            char text[24];
            snprintf(text, sizeof text, "%.2g", (double)cost[i - 1]);
            svg_text(out, x + SCALE_W + 8, y + h + 4, SVG_LEFT, SMALL_PX, theme->secondary, text);
        }
    }
    svg_text(out, x, MAP_Y - 10, SVG_LEFT, TEXT_PX, theme->secondary, "cost");
}

static void put_facts(FILE *out, const Survey *survey, const NetMoments *moments,
                      const NetInfo *info, const PlotTheme *theme)
{
    char shape[64], text[256];
    net_shape_print(&survey->plane.origin.shape, shape, sizeof shape);
    fprintf(out, "<title>The cost around the run of %s</title>\n", shape);
    fprintf(out, "<g font-weight=\"600\">\n");
    snprintf(text, sizeof text, "The cost around the run of %s", shape);
    svg_text(out, MARGIN, TITLE_Y, SVG_LEFT, TITLE_PX, theme->text, text);
    fprintf(out, "</g>\n");
    snprintf(
        text, sizeof text,
        "%s, mean of the first %d training images of MNIST; %d moments of %d epochs, seed %llu.",
        net_cost_name(info->cost), survey->data.images, moments->count, info->epochs,
        (unsigned long long)info->seed);
    svg_text(out, MARGIN, FACTS_Y, SVG_LEFT, TEXT_PX, theme->secondary, text);
    snprintf(text, sizeof text, "This plane holds %.0f %% of the run's way (%.0f + %.0f).",
             100.0 * (survey->share[0] + survey->share[1]), 100.0 * survey->share[0],
             100.0 * survey->share[1]);
    svg_text(out, MARGIN, FACTS_Y + LINE_H, SVG_LEFT, TEXT_PX, theme->secondary, text);
}

bool plot_landscape_write(FILE *out, const Survey *survey, const NetMoments *moments,
                          const NetInfo *info, const PlotTheme *theme, bool dark, Err *err)
{
    enum {
        W = MARGIN + AXIS + SIDE + SCALE_GAP + SCALE_W + SCALE_LABEL_W,
        H = MAP_Y + SIDE + FOOT_H
    };
    Relief relief;
    uint32_t shade[RELIEF_SHADES];
    survey_relief(survey, SURVEY_SIDE, &relief);
    relief_shades(dark ? PALETTE_GROUND_DARK : PALETTE_GROUND_LIGHT, shade);
    svg_begin(out, W, H, theme->page);
    put_facts(out, survey, moments, info, theme);
    bool ok = put_map(out, &relief, shade, err);
    put_axes(out, survey, &relief, theme);
    put_way(out, survey, &relief, moments);
    put_scale(out, &relief, shade, theme);
    svg_end(out);
    return ok;
}
