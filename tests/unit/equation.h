/* Whether equations in a text hold with the numbers that stand there: each number is an interval,
 * as wide as its last digit leaves open. What is shown as 0 is 0. */
#ifndef UNIT_EQUATION_H
#define UNIT_EQUATION_H

#include <ctype.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Span {
    double low, high;
} Span;

/** Where the reading is; NULL in `at` once it has failed. */
typedef struct Reader {
    const char *at;
} Reader;

static inline void equation_skip(Reader *r)
{
    while (r->at && *r->at == ' ') {
        r->at++;
    }
}

static inline bool equation_takes(Reader *r, const char *word)
{
    equation_skip(r);
    if (!r->at || strncmp(r->at, word, strlen(word)) != 0) {
        return false;
    }
    r->at += strlen(word);
    return true;
}

/* "1,234.50", "+1.2e-5", "250" */
static inline Span equation_number(Reader *r)
{
    char text[64];
    size_t used = 0;
    const char *at = r->at, *point = NULL, *power = NULL;
    for (; (isdigit((unsigned char)*at) || (*at == '.' && isdigit((unsigned char)at[1])) ||
            (*at == ',' && isdigit((unsigned char)at[1])) ||
            (*at == 'e' && used > 0 && (at[1] == '-' || isdigit((unsigned char)at[1])))) &&
           used < sizeof text - 4;
         at++) {
        point = *at == '.' ? text + used : point;
        if (*at == 'e') {
            power = text + used;
            text[used++] = *at++;
            text[used++] = *at;
        } else if (*at != ',') {
            text[used++] = *at;
        }
    }
    text[used] = '\0';
    r->at = used > 0 ? at : NULL;
    double value = strtod(text, NULL);
    const char *end = power ? power : text + used;
    double unit = pow(10.0, (point ? -(double)(end - point - 1) : 0.0) +
                                (power ? strtod(power + 1, NULL) : 0.0));
    bool exact = value <= 0.0 || (!point && !power && value < 100.0);
    double half = exact ? 0.0 : 0.5 * unit * (1.0 + 1e-6);
    return (Span){value - half, value + half};
}

static inline Span equation_sum(Reader *r);

static inline double equation_least(double a, double b, double c, double d)
{
    return fmin(fmin(a, b), fmin(c, d));
}

static inline Span equation_times(Span a, Span b)
{
    double w = a.low * b.low, x = a.low * b.high, y = a.high * b.low, z = a.high * b.high;
    return (Span){equation_least(w, x, y, z), -equation_least(-w, -x, -y, -z)};
}

static inline double equation_sigmoid(double z)
{
    return 1.0 / (1.0 + exp(-z));
}

static inline Span equation_factor(Reader *r)
{
    equation_skip(r);
    if (!r->at) {
        return (Span){0, 0};
    }
    if (equation_takes(r, "-")) {
        Span of = equation_factor(r);
        return (Span){-of.high, -of.low};
    }
    if (equation_takes(r, "+")) {
        return equation_factor(r);
    }
    if (equation_takes(r, "ln ")) {
        Span of = equation_factor(r); /* ln 0 counts as -100 */
        return (Span){of.low > 0.0 ? log(of.low) : -100.0, of.high > 0.0 ? log(of.high) : -100.0};
    }
    bool sigmoid = equation_takes(r, "sigmoid(");
    if (sigmoid || equation_takes(r, "root of ")) {
        Span of = equation_sum(r);
        if (sigmoid && !equation_takes(r, ")")) {
            r->at = NULL;
        }
        return sigmoid ? (Span){equation_sigmoid(of.low), equation_sigmoid(of.high)}
                       : (Span){sqrt(fmax(of.low, 0.0)), sqrt(of.high)};
    }
    if (equation_takes(r, "(")) {
        Span of = equation_sum(r);
        if (!equation_takes(r, ")")) {
            r->at = NULL;
        }
        return of;
    }
    Span of = equation_number(r);
    return r->at && equation_takes(r, "^2") ? equation_times(of, of) : of;
}

static inline Span equation_product(Reader *r)
{
    Span product = equation_factor(r);
    while (r->at) {
        if (equation_takes(r, "·") || equation_takes(r, "*") || equation_takes(r, "x ")) {
            product = equation_times(product, equation_factor(r));
        } else if (equation_takes(r, "/")) {
            Span by = equation_factor(r);
            product = equation_times(product, (Span){1.0 / by.high, 1.0 / by.low});
        } else {
            break;
        }
    }
    return product;
}

static inline Span equation_sum(Reader *r)
{
    Span sum = equation_product(r);
    while (r->at) {
        if (equation_takes(r, "+")) {
            Span term = equation_product(r);
            sum = (Span){sum.low + term.low, sum.high + term.high};
        } else if (equation_takes(r, "- ")) {
            Span term = equation_product(r);
            sum = (Span){sum.low - term.high, sum.high - term.low};
        } else {
            break;
        }
    }
    return sum;
}

/** The value of a whole side; false where it has words in it. A side may begin after a colon, a
 * comma or a word, and end before one. */
static inline bool equation_side(const char *side, bool first, Span *value)
{
    const char *colon = strrchr(side, ':');
    const char *from = first && colon ? colon + 1 : side;
    Reader r = {from};
    *value = equation_sum(&r);
    if (!r.at) {
        return false;
    }
    if (equation_takes(&r, "%")) {
        *value = (Span){value->low / 100.0, value->high / 100.0};
    }
    equation_skip(&r);
    return !*r.at || (!first && strchr(",.;:)", *r.at)) || strncmp(r.at, "to z", 4) == 0 ||
           strncmp(r.at, "now", 3) == 0 || strncmp(r.at, "(h is", 5) == 0;
}

/**
 * The first equation of a text that does not hold, into `why`; true where all hold.
 *
 * @param[out] checked  grows by the pairs of sides that were compared
 */
static inline bool equation_all_hold(const char *text, int *checked, char why[512])
{
    char joined[1024];
    size_t used = 0;
    for (const char *at = text; *at && used < sizeof joined - 2; at++) {
        const char *next = at + 1 + strspn(at + (*at == '\n'), " ");
        bool goes_on = *at == '\n' && *next == '=';
        joined[used++] = goes_on ? ' ' : *at;
    }
    joined[used] = '\0';
    char *rest = joined;
    for (char *line; (line = strsep(&rest, "\n"));) {
        Span before = {0, 0}, now;
        bool known = false;
        bool first = true;
        for (char *end; line; line = end) {
            end = strstr(line, " = ");
            if (end) {
                *end = '\0';
                end += 3;
            }
            bool here = equation_side(line, first, &now);
            if (here && known) {
                (*checked)++;
                double slack = 1e-29 + 1e-6 * (fabs(now.low) + fabs(before.low));
                if (!(now.low <= before.high + slack && before.low <= now.high + slack)) {
                    snprintf(why, 512, "%.300s: %g..%g is not %g..%g", text, before.low,
                             before.high, now.low, now.high);
                    return false;
                }
            }
            known = here;
            before = now;
            first = false;
        }
    }
    return true;
}

#endif
