/* Which way of writing its digit somebody chose. Rules look at the strokes in the digit's own box:
 * x and y are shares of its width and height, 0 is left or top. */
#include "cli/forms.h"

#include <assert.h>
#include <math.h>

typedef struct BoxPoint {
    float x, y;
} BoxPoint;

/* A digit as the rules see it. */
typedef struct Look {
    const Digits *digits;
    const PenDigit *digit;
    PenBox box;
    float width, height; /* of the box, in units of the pen, at least 1 */
} Look;

/* Where there are two, the rule looks for the second. */
static const char *const NAME[10][FORMS_MAX] = {
    {"plain", "slashed"},
    {"bar", "flag", "long upstroke", "foot"},
    {"plain foot", "looped foot"},
    {"plain", "looped middle"},
    {"open", "closed"},
    {"one stroke", "two strokes"},
    {"plain"},
    {"plain", "crossed"},
    {"one stroke", "two strokes"},
    {"straight tail", "curved tail"},
};

int forms_count(int label)
{
    int count = 0;
    while (count < FORMS_MAX && NAME[label][count]) {
        count++;
    }
    return count;
}

const char *forms_name(int label, int form)
{
    assert(form >= 0 && form < forms_count(label));
    return NAME[label][form];
}

static Look look_at(const Digits *digits, int i)
{
    Look look = {digits, &digits->digit[i], digits_box(digits, i), 0, 0};
    look.width = fmaxf((float)(look.box.high.x - look.box.low.x), 1);
    look.height = fmaxf((float)(look.box.high.y - look.box.low.y), 1);
    return look;
}

static const PenStroke *stroke_of(const Look *look, int s)
{
    return &look->digits->stroke[look->digit->first + s];
}

static BoxPoint spot_of(const Look *look, int s, int p)
{
    PenPoint point = look->digits->point[stroke_of(look, s)->first + p];
    return (BoxPoint){(float)(point.x - look->box.low.x) / look->width,
                      (float)(point.y - look->box.low.y) / look->height};
}

static BoxPoint first_of(const Look *look, int s)
{
    return spot_of(look, s, 0);
}

static BoxPoint last_of(const Look *look, int s)
{
    return spot_of(look, s, stroke_of(look, s)->count - 1);
}

/* The highest point of a stroke from point `from` on. */
static int highest(const Look *look, int s, int from)
{
    int best = from;
    for (int p = from; p < stroke_of(look, s)->count; p++) {
        best = spot_of(look, s, p).y < spot_of(look, s, best).y ? p : best;
    }
    return best;
}

/* How near a straight piece comes to (0, 0). */
static float from_origin(BoxPoint from, BoxPoint to)
{
    float dx = to.x - from.x, dy = to.y - from.y, square = dx * dx + dy * dy;
    float t = square > 0 ? fminf(fmaxf(-(from.x * dx + from.y * dy) / square, 0), 1) : 0;
    return hypotf(from.x + t * dx, from.y + t * dy);
}

static BoxPoint from_middle(const Look *look, int s, int p)
{
    BoxPoint at = spot_of(look, s, p);
    return (BoxPoint){at.x - 0.5f, at.y - 0.5f};
}

/* The piece of a stroke that is nearest to the middle, told by the point it ends with. */
static int nearest_piece(const Look *look, int s, float *nearest)
{
    int best = 0;
    *nearest = 1;
    for (int p = 1; p < stroke_of(look, s)->count; p++) {
        float away = from_origin(from_middle(look, s, p - 1), from_middle(look, s, p));
        best = away < *nearest ? p : best;
        *nearest = fminf(*nearest, away);
    }
    return best;
}

/* A slash goes through the middle, from one side to the other. */
static bool is_slash(const Look *look, int s)
{
    const float far = 0.35f;
    float nearest;
    int after = nearest_piece(look, s, &nearest), before = after - 1;
    if (nearest > 0.2f) {
        return false;
    }
    BoxPoint from = from_middle(look, s, before), to = from_middle(look, s, after);
    while (before > 0 && hypotf(from.x, from.y) < far) {
        from = from_middle(look, s, --before);
    }
    while (after < stroke_of(look, s)->count - 1 && hypotf(to.x, to.y) < far) {
        to = from_middle(look, s, ++after);
    }
    float from_far = hypotf(from.x, from.y), to_far = hypotf(to.x, to.y);
    return from_far >= far && to_far >= far &&
           from.x * to.x + from.y * to.y < -0.9f * from_far * to_far;
}

static int form_of_0(const Look *look)
{
    int s = 0;
    while (s < look->digit->count && !is_slash(look, s)) {
        s++;
    }
    return s < look->digit->count;
}

/* How far the pen goes sideways at the bottom, in heights: a foot is level and a stem is not. */
static float level_of(const Look *look)
{
    float widest = 0;
    for (int s = 0; s < look->digit->count; s++) {
        float left = 1, right = 0; /* of this visit to the bottom */
        for (int p = 0; p < stroke_of(look, s)->count; p++) {
            BoxPoint at = spot_of(look, s, p);
            bool at_bottom = at.y > 0.85f;
            left = at_bottom ? fminf(left, at.x) : 1;
            right = at_bottom ? fmaxf(right, at.x) : 0;
            widest = fmaxf(widest, (right - left) * look->width / look->height);
        }
    }
    return widest;
}

/* How high the pen rises to the top, of a stroke that begins beside its stem and comes down again
 * after; in heights. */
static float rise_of(const Look *look)
{
    float rise = 0;
    for (int s = 0; s < look->digit->count; s++) {
        BoxPoint first = first_of(look, s), top = spot_of(look, s, highest(look, s, 0));
        float aside = fabsf(top.x - first.x) * look->width / look->height;
        float up = fminf(first.y, last_of(look, s).y) - top.y;
        rise = aside > 0.1f ? fmaxf(rise, up) : rise;
    }
    return rise;
}

static int form_of_1(const Look *look)
{
    enum { BAR, FLAG, LONG_UPSTROKE, FOOT };
    float rise = rise_of(look);
    return level_of(look) > 0.3f ? FOOT : rise > 0.45f ? LONG_UPSTROKE : rise > 0.08f ? FLAG : BAR;
}

static float turn(BoxPoint a, BoxPoint b, BoxPoint c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static bool pieces_cross(BoxPoint a, BoxPoint b, BoxPoint c, BoxPoint d)
{
    return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

/* How far the pen gets from piece `p` of a stroke until it crosses that piece again; 0 where it
 * does not. */
static float loop_at(const Look *look, int s, int p)
{
    BoxPoint a = spot_of(look, s, p - 1), b = spot_of(look, s, p);
    float farthest = 0;
    for (int q = p + 2; q < stroke_of(look, s)->count; q++) {
        BoxPoint c = spot_of(look, s, q - 1), d = spot_of(look, s, q);
        farthest = fmaxf(farthest, hypotf(c.x - b.x, c.y - b.y));
        if (pieces_cross(a, b, c, d)) {
            return farthest;
        }
    }
    return 0;
}

/* Whether there is a loop that one can see and that closes between these heights. */
static bool has_loop(const Look *look, float top, float bottom)
{
    for (int s = 0; s < look->digit->count; s++) {
        for (int p = 1; p < stroke_of(look, s)->count; p++) {
            float y = spot_of(look, s, p).y;
            if (y > top && y < bottom && loop_at(look, s, p) > 0.12f) {
                return true;
            }
        }
    }
    return false;
}

static int form_of_2(const Look *look)
{
    return has_loop(look, 0.5f, 2);
}

static int form_of_3(const Look *look)
{
    return has_loop(look, 0.3f, 0.7f);
}

/* An open 4 begins apart from the top of its stem. */
static int form_of_4(const Look *look)
{
    int s = look->digit->count - 1;
    int stem = highest(look, s, s == 0 ? stroke_of(look, s)->count / 2 : 0);
    BoxPoint begin = first_of(look, 0), top = spot_of(look, s, stem);
    return hypotf(top.x - begin.x, top.y - begin.y) < 0.25f;
}

static int has_two_strokes(const Look *look)
{
    return look->digit->count > 1;
}

/* A second stroke halfway up. */
static int form_of_7(const Look *look)
{
    for (int s = 1; s < look->digit->count; s++) {
        float middle = (first_of(look, s).y + last_of(look, s).y) / 2;
        if (middle > 0.25f && middle < 0.8f) {
            return 1;
        }
    }
    return 0;
}

static int form_of_9(const Look *look)
{
    return level_of(look) > 0.2f;
}

static int has_one_form(const Look *look)
{
    (void)look;
    return 0;
}

int forms_tell(const Digits *digits, int i)
{
    int (*const tell[10])(const Look *) = {
        form_of_0,       form_of_1,    form_of_2, form_of_3,       form_of_4,
        has_two_strokes, has_one_form, form_of_7, has_two_strokes, form_of_9,
    };
    Look look = look_at(digits, i);
    return tell[look.digit->label](&look);
}
