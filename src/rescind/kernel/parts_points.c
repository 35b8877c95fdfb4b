/* Points where brightness stands out from its surroundings, at the scale at which it does so most. */
#include "parts_loops.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A point stands out by at least LOW 128ths of a grey level; ones along an edge are not used, as they slide along it: of the
 * two curvatures there none is over EDGE times the other. CELLS by CELLS fields of a picture get a point each in turn. */
enum { LOW = 30, FIRST_LOW = 24, EDGE = 10, TRIES = 5, CELLS = 4, MOST_POINTS = 16384 };

static const double FIRST_SCALE = 1.6;

static int stands_out(const int16_t *value, ptrdiff_t width, int sign)
{
    int own = sign * value[0];

    return sign * value[-width - 1] < own && sign * value[-width] < own && sign * value[-width + 1] < own &&
           sign * value[-1] < own && sign * value[1] < own && sign * value[width - 1] < own && sign * value[width] < own &&
           sign * value[width + 1] < own;
}

static int under(const int16_t *value, ptrdiff_t width, int sign, int own)
{
    for (ptrdiff_t row = -width; row <= width; row += width)
        if (sign * value[row - 1] >= own || sign * value[row] >= own || sign * value[row + 1] >= own)
            return 0;
    return 1;
}

/* Whether a value lies beyond all its 26 neighbours in the picture and in scale. */
static int peaks(int16_t *const between[LEVELS - 1], int step, size_t at, ptrdiff_t width)
{
    const int16_t *here = between[step] + at;
    int sign = *here > 0 ? 1 : -1;

    return stands_out(here, width, sign) && under(between[step - 1] + at, width, sign, sign * *here) &&
           under(between[step + 1] + at, width, sign, sign * *here);
}

/* First and second differences in x, y and scale, around a value. */
typedef struct {
    double value, x, y, s, xx, yy, ss, xy, xs, ys;
} slopes;

static slopes slopes_at(int16_t *const between[LEVELS - 1], int step, size_t at, ptrdiff_t w)
{
    const int16_t *a = between[step - 1] + at, *b = between[step] + at, *c = between[step + 1] + at;

    return (slopes){
        b[0],
        (b[1] - b[-1]) / 2.0,
        (b[w] - b[-w]) / 2.0,
        (c[0] - a[0]) / 2.0,
        b[1] + b[-1] - 2.0 * b[0],
        b[w] + b[-w] - 2.0 * b[0],
        c[0] + a[0] - 2.0 * b[0],
        (b[w + 1] - b[w - 1] - b[-w + 1] + b[-w - 1]) / 4.0,
        (c[1] - c[-1] - a[1] + a[-1]) / 4.0,
        (c[w] - c[-w] - a[w] + a[-w]) / 4.0,
    };
}

/* Where the parabola through the values has its top, relative to the middle one. */
static int find_top(const slopes *d, double off[3])
{
    double a = d->yy * d->ss - d->ys * d->ys, b = d->xy * d->ss - d->ys * d->xs, c = d->xy * d->ys - d->yy * d->xs;
    double det = d->xx * a - d->xy * b + d->xs * c;

    if (fabs(det) < 1e-6)
        return 0;
    off[0] = -(a * d->x - b * d->y + c * d->s) / det;
    off[1] = -(-b * d->x + (d->xx * d->ss - d->xs * d->xs) * d->y - (d->xx * d->ys - d->xy * d->xs) * d->s) / det;
    off[2] = -(c * d->x - (d->xx * d->ys - d->xs * d->xy) * d->y + (d->xx * d->yy - d->xy * d->xy) * d->s) / det;
    return 1;
}

static int on_an_edge(const slopes *d)
{
    double both = d->xx + d->yy, det = d->xx * d->yy - d->xy * d->xy;

    return det <= 0 || both * both * EDGE >= (EDGE + 1) * (EDGE + 1) * det;
}

/* 2 to the power of x, for x from -1 to 5: by repeated halving and the series, so that it is the same everywhere. */
static double power_of_two(double x)
{
    double whole = floor(x), rest = (x - whole) * 0.6931471805599453, sum = 1;

    for (int k = 12; k > 0; k--)
        sum = 1 + sum * rest / k;
    return ldexp(sum, (int)whole);
}

static int settle(const slopes *d, const double off[3], int step, int x, int y, parts_point *point)
{
    double value = fabs(d->value + 0.5 * (d->x * off[0] + d->y * off[1] + d->s * off[2])), best = step + off[2];
    int level = (int)floor(best + 0.5);

    if (value < LOW || on_an_edge(d))
        return 0;
    point->level = level < 0 ? 0 : level;
    point->x = x + off[0];
    point->y = y + off[1];
    point->scale = FIRST_SCALE * power_of_two(best / STEPS);
    point->worth = value * sqrt(ldexp(point->scale, point->octave));
    return 1;
}

static int step_of(double off) { return (off > 0.6) - (off < -0.6); }

/* Moves to where the top lies, a pixel or a level at a time, until it is less than 0.6 away. */
static int refine(parts_scales *scales, int step, int x, int y, parts_point *point)
{
    const parts_octave *octave = &scales->octave[point->octave];
    double off[3];

    for (int k = 0; k < TRIES; k++) {
        slopes d = slopes_at(scales->between, step, (size_t)y * (size_t)octave->width + (size_t)x, octave->width);
        if (!find_top(&d, off) || fabs(off[0]) > 3 || fabs(off[1]) > 3 || fabs(off[2]) > 3)
            return 0;
        if (!step_of(off[0]) && !step_of(off[1]) && !step_of(off[2]))
            return settle(&d, off, step, x, y, point);
        x += step_of(off[0]);
        y += step_of(off[1]);
        step += step_of(off[2]);
        if (step < 1 || step > STEPS || x < 1 || y < 1 || x >= octave->width - 1 || y >= octave->height - 1)
            return 0;
    }
    return 0;
}

static int look_at_marked(parts_scales *scales, int octave, int step, int y, const uint8_t *marks, parts_point *points, int count)
{
    int width = scales->octave[octave].width;

    for (int x = 1; x < width - 1 && count < MOST_POINTS; x++) {
        if (!marks[x] || !peaks(scales->between, step, (size_t)y * (size_t)width + (size_t)x, width))
            continue;
        points[count].octave = octave;
        points[count].number = count;
        count += refine(scales, step, x, y, &points[count]);
    }
    return count;
}

static int look_through(parts_scales *scales, int octave, uint8_t *marks, parts_point *points, int count)
{
    const parts_octave *one = &scales->octave[octave];

    parts_take(scales, octave);
    for (int step = 1; step <= STEPS; step++)
        for (int y = 1; y < one->height - 1; y++) {
            size_t at = (size_t)y * (size_t)one->width + 1;
            parts_loops_here()->mark(scales->between[step] + at, scales->between[step - 1] + at, scales->between[step + 1] + at,
                                     one->width, FIRST_LOW, marks + 1, one->width - 2);
            count = look_at_marked(scales, octave, step, y, marks, points, count);
        }
    return count;
}

static int better_first(const void *a, const void *b)
{
    const parts_point *one = a, *other = b;

    if (one->worth != other->worth)
        return one->worth < other->worth ? 1 : -1;
    return one->number - other->number;
}

static int field_at(double at, int octave, int side)
{
    int field = (int)(ldexp(at, octave) * CELLS / side);

    return field < 0 ? 0 : field < CELLS ? field : CELLS - 1;
}

/* Takes the best point of every field, then the next best of every field, and so on. */
static int spread(const parts_scales *scales, parts_point *points, int count, int most, parts_point *chosen)
{
    int taken = 0, before = -1;

    qsort(points, (size_t)count, sizeof *points, better_first);
    while (taken < most && taken != before) {
        uint8_t had[CELLS][CELLS] = {{0}};
        before = taken;
        for (int i = 0; i < count && taken < most; i++) {
            uint8_t *field;
            if (points[i].number < 0)
                continue;
            field = &had[field_at(points[i].y, points[i].octave, scales->height)]
                        [field_at(points[i].x, points[i].octave, scales->width)];
            if (*field)
                continue;
            *field = 1;
            chosen[taken++] = points[i];
            points[i].number = -1;
        }
    }
    return taken;
}

int parts_choose(parts_scales *scales, int most, parts_point *chosen)
{
    parts_point *points = malloc(MOST_POINTS * sizeof *points);
    uint8_t *marks = malloc((size_t)scales->width);
    int count = 0;

    if (!points || !marks)
        count = PARTS_NO_MEMORY;
    for (int octave = 0; count >= 0 && octave < scales->octaves; octave++)
        count = look_through(scales, octave, marks, points, count);
    if (count > 0)
        count = spread(scales, points, count, most, chosen);
    free(points);
    free(marks);
    return count;
}
