/* From a picture to its parts. */
#include "parts_within.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static void write_number(double value, uint8_t *out)
{
    double whole = floor(value + 0.5);
    unsigned bits = whole < 0 ? 0 : whole > 65535 ? 65535 : (unsigned)whole;

    out[0] = (uint8_t)bits;
    out[1] = (uint8_t)(bits >> 8);
}

static void write_place(const parts_scales *scales, const parts_point *point, double turn, uint8_t place[PARTS_PLACE])
{
    double unit = 65536.0 / (scales->width > scales->height ? scales->width : scales->height);

    write_number((ldexp(point->x, point->octave) + 0.5) * unit, place);
    write_number((ldexp(point->y, point->octave) + 0.5) * unit, place + 2);
    write_number(ldexp(point->scale, point->octave) * unit, place + 4);
    write_number(turn * 65536, place + 6);
}

static int print_points(const parts_scales *scales, const parts_point *points, int count, int most, parts_one *found)
{
    parts_order order;
    int made = 0;

    parts_draw_order(&order);
    for (int i = 0; i < count; i++) {
        double turns[2] = {0, 0};
        int directions = parts_directions(scales, &points[i], turns);
        for (int k = 0; k < directions && made < most; k++, made++) {
            parts_print(scales, &points[i], turns[k], &order, &found[made]);
            write_place(scales, &points[i], turns[k], found[made].place);
        }
    }
    return made;
}

int parts_find(const uint8_t *luma, size_t width, size_t height, int most, parts_one *found)
{
    parts_scales scales;
    parts_point *points = malloc(((size_t)most + 1) * sizeof *points);
    int count = points ? parts_blur(luma, width, height, &scales) : PARTS_NO_MEMORY;

    if (count > 0)
        count = parts_choose(&scales, most, points);
    if (count > 0)
        count = print_points(&scales, points, count, most, found);
    if (points)
        free(scales.memory);
    free(points);
    return count;
}
