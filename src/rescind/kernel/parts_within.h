/* What the files about parts share: a picture at growing blur, and the points found there. */
#ifndef RESCIND_PARTS_WITHIN_H
#define RESCIND_PARTS_WITHIN_H

#include "parts.h"

/* An octave halves the picture; its six levels grow in blur, by a third of an octave each. */
enum { STEPS = 3, LEVELS = STEPS + 3, OCTAVES = 8, REACH = 10 };

/* Brightness is counted in 128ths. */
typedef struct {
    int width, height;
    uint16_t *level[LEVELS];
} parts_octave;

typedef struct {
    int octaves, width, height;
    parts_octave octave[OCTAVES];
    int16_t *between[LEVELS - 1];
    void *memory;
} parts_scales;

/* A point as found: its octave, the level it is seen best in, its middle and scale in that octave's pixels. */
typedef struct {
    int octave, level, number;
    double x, y, scale, worth;
} parts_point;

/* Fills the scales of a picture; 0 when it has too few pixels a side for any. */
int parts_blur(const uint8_t *luma, size_t width, size_t height, parts_scales *scales);

/* Takes the neighbouring levels of an octave from each other, into `between`. */
void parts_take(parts_scales *scales, int octave);

/* The best points, at most `most`, spread over the picture; returns how many, or PARTS_NO_MEMORY. */
int parts_choose(parts_scales *scales, int most, parts_point *chosen);

/* The directions of a point, one or two, in turns of 0 to 1; returns how many. */
int parts_directions(const parts_scales *scales, const parts_point *point, double turns[2]);

/* Another order of the numbers behind a print, and other signs. */
enum { NUMBERS = 128 };
typedef struct {
    uint8_t order[NUMBERS];
    float sign[NUMBERS];
} parts_order;

void parts_draw_order(parts_order *order);

/* The print of the window around a point, and the one it has in the mirrored picture. */
void parts_print(const parts_scales *scales, const parts_point *point, double turn, const parts_order *order, parts_one *part);

/* The whole number at or below; what the library has is slow where it cannot be one instruction. */
static inline int parts_floor(double value)
{
    int whole = (int)value;

    return whole - (whole > value);
}

/* The pixel of a level nearest to a place that may lie outside. */
static inline int parts_pixel(const parts_octave *octave, int level, int x, int y)
{
    x = x < 0 ? 0 : x >= octave->width ? octave->width - 1 : x;
    y = y < 0 ? 0 : y >= octave->height ? octave->height - 1 : y;
    return octave->level[level][(size_t)y * (size_t)octave->width + (size_t)x];
}

#endif
