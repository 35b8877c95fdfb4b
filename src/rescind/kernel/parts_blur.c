/* A picture brought to one size, and at growing blur. */
#include "parts_loops.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { AREA = 196608, SHORTEST = 32, SMALLEST_OCTAVE = 12, MARGIN = 64, ONE = 128 };

/* Halves of bell curves in 65536ths. The first blurs a picture as it comes to 1.6 pixels, the others one level to the
 * next: level k is blurred to 1.6 * 2^(k/3). */
static const uint16_t BELL[LEVELS][REACH + 1] = {
    {17206, 13857, 7239, 2453, 539, 77},
    {21324, 15292, 5640, 1070, 104},
    {16928, 13728, 7323, 2570, 593, 90},
    {13440, 11780, 7929, 4099, 1628, 496, 116},
    {10664, 9815, 7649, 5047, 2821, 1335, 535, 182, 52},
    {8464, 8035, 6867, 5285, 3663, 2286, 1285, 651, 297, 122, 45},
};
static const int BELL_REACH[LEVELS] = {5, 4, 5, 6, 8, 10};

/* For every pixel of the smaller side, which pixels of the larger take part and how much: a triangle as wide as a step. */
typedef struct {
    int *first, *count;
    float *weight;
    int most;
} shrink_plan;

static double triangle(double at, double reach) { return 1 - fabs(at) / reach; }

static void plan_one(shrink_plan *plan, int at, double middle, double reach, int length)
{
    int first = (int)floor(middle - reach) + 1, last = (int)ceil(middle + reach) - 1;
    float *weight = plan->weight + (size_t)at * (size_t)plan->most;
    double sum = 0;

    first = first < 0 ? 0 : first;
    last = last > length - 1 ? length - 1 : last;
    for (int k = first; k <= last; k++)
        sum += triangle(k - middle, reach);
    for (int k = first; k <= last; k++)
        weight[k - first] = (float)(triangle(k - middle, reach) / sum);
    plan->first[at] = first;
    plan->count[at] = last - first + 1;
}

static int plan_side(shrink_plan *plan, int length, int wanted)
{
    double step = (double)length / wanted, reach = step > 1 ? step : 1;

    plan->most = (int)ceil(2 * reach) + 1;
    plan->first = malloc((size_t)wanted * 2 * sizeof *plan->first);
    plan->weight = malloc((size_t)wanted * (size_t)plan->most * sizeof *plan->weight);
    if (!plan->first || !plan->weight)
        return 0;
    plan->count = plan->first + wanted;
    for (int at = 0; at < wanted; at++)
        plan_one(plan, at, (at + 0.5) * step - 0.5, reach, length);
    return 1;
}

static void drop_plan(shrink_plan *plan)
{
    free(plan->first);
    free(plan->weight);
}

static void add_row(float *restrict sums, const uint8_t *restrict row, float weight, size_t width)
{
    for (size_t x = 0; x < width; x++)
        sums[x] += weight * (float)row[x];
}

static void shrink_row(const float *row, const shrink_plan *across, uint16_t *out, int width)
{
    for (int x = 0; x < width; x++) {
        const float *weight = across->weight + (size_t)x * (size_t)across->most, *value = row + across->first[x];
        float sum = 0;
        for (int k = 0; k < across->count[x]; k++)
            sum += value[k] * weight[k];
        out[x] = (uint16_t)(sum * ONE + 0.5f);
    }
}

static void shrink_all(const uint8_t *luma, size_t width, const shrink_plan *down, const shrink_plan *across, float *row,
                       const parts_scales *scales, uint16_t *out)
{
    for (int y = 0; y < scales->height; y++) {
        const float *weight = down->weight + (size_t)y * (size_t)down->most;
        memset(row, 0, width * sizeof *row);
        for (int k = 0; k < down->count[y]; k++)
            add_row(row, luma + (size_t)(down->first[y] + k) * width, weight[k], width);
        shrink_row(row, across, out + (size_t)y * (size_t)scales->width, scales->width);
    }
}

/* The picture at the size that all pictures are looked at. */
static int shrink(const uint8_t *luma, size_t width, size_t height, const parts_scales *scales, uint16_t *out)
{
    shrink_plan down = {0}, across = {0};
    float *row = malloc(width * sizeof *row);
    int done = row && plan_side(&down, (int)height, scales->height) && plan_side(&across, (int)width, scales->width);

    if (done)
        shrink_all(luma, width, &down, &across, row, scales, out);
    drop_plan(&down);
    drop_plan(&across);
    free(row);
    return done;
}

/* The rows above and below a row, or the nearest there are. */
static void pick_rows(const uint16_t *in, int width, int height, int y, int reach, const uint16_t *pairs[2 * REACH + 1])
{
    pairs[0] = in + (size_t)y * (size_t)width;
    for (int k = 1; k <= reach; k++) {
        pairs[2 * k - 1] = in + (size_t)(y < k ? 0 : y - k) * (size_t)width;
        pairs[2 * k] = in + (size_t)(y + k >= height ? height - 1 : y + k) * (size_t)width;
    }
}

/* The same row moved to either side, its ends repeated outside. */
static void move_row(uint16_t *row, int width, int reach, const uint16_t *pairs[2 * REACH + 1])
{
    pairs[0] = row;
    for (int k = 1; k <= reach; k++) {
        row[-k] = row[0];
        row[width - 1 + k] = row[width - 1];
        pairs[2 * k - 1] = row - k;
        pairs[2 * k] = row + k;
    }
}

/* `line` has room for a row and a margin on both sides. */
static void blur_level(const uint16_t *in, uint16_t *out, int width, int height, int level, uint16_t *line)
{
    const parts_loops *loops = parts_loops_here();
    const uint16_t *pairs[2 * REACH + 1];
    uint16_t *row = line + MARGIN;
    int reach = BELL_REACH[level];

    for (int y = 0; y < height; y++) {
        pick_rows(in, width, height, y, reach, pairs);
        loops->blur(pairs, BELL[level], reach, row, width);
        move_row(row, width, reach, pairs);
        loops->blur(pairs, BELL[level], reach, out + (size_t)y * (size_t)width, width);
    }
}

static void halve(const parts_octave *in, parts_octave *out)
{
    for (int y = 0; y < out->height; y++)
        for (int x = 0; x < out->width; x++)
            out->level[0][(size_t)y * (size_t)out->width + (size_t)x] =
                in->level[STEPS][(size_t)(2 * y) * (size_t)in->width + (size_t)(2 * x)];
}

/* Sizes of all octaves, and where in one piece of memory each level lies. */
static int lay_out(parts_scales *scales)
{
    size_t total = 0, first = (size_t)scales->width * (size_t)scales->height;
    uint16_t *at;

    scales->octaves = 0;
    for (int w = scales->width, h = scales->height; scales->octaves < OCTAVES && w >= SMALLEST_OCTAVE && h >= SMALLEST_OCTAVE;
         w = (w + 1) / 2, h = (h + 1) / 2) {
        scales->octave[scales->octaves].width = w;
        scales->octave[scales->octaves++].height = h;
        total += (size_t)w * (size_t)h * LEVELS;
    }
    total += first * (LEVELS - 1) + (size_t)scales->width + 2 * MARGIN;
    at = scales->memory = malloc(total * sizeof *at);
    if (!at)
        return 0;
    for (int k = 0; k < scales->octaves; k++)
        for (int level = 0; level < LEVELS; level++) {
            scales->octave[k].level[level] = at;
            at += (size_t)scales->octave[k].width * (size_t)scales->octave[k].height;
        }
    for (int k = 0; k < LEVELS - 1; k++, at += first)
        scales->between[k] = (int16_t *)at;
    return 1;
}

static void fill_octaves(parts_scales *scales, uint16_t *line)
{
    for (int k = 0; k < scales->octaves; k++) {
        parts_octave *octave = &scales->octave[k];
        if (k)
            halve(octave - 1, octave);
        for (int level = 1; level < LEVELS; level++)
            blur_level(octave->level[level - 1], octave->level[level], octave->width, octave->height, level, line);
    }
}

/* The size at which a picture is looked at: so many pixels, but not enlarged more than twice. */
static int find_size(size_t width, size_t height, parts_scales *scales)
{
    double scale = sqrt(AREA / ((double)width * (double)height)), wide, high;

    scale = scale > 2 ? 2 : scale;
    wide = (double)width * scale + 0.5;
    high = (double)height * scale + 0.5;
    if (wide < SHORTEST || high < SHORTEST)
        return 0;
    scales->width = (int)wide;
    scales->height = (int)high;
    return 1;
}

int parts_blur(const uint8_t *luma, size_t width, size_t height, parts_scales *scales)
{
    uint16_t *line, *first;
    size_t pixels;

    scales->memory = NULL;
    scales->octaves = 0;
    if (!find_size(width, height, scales))
        return 0;
    if (!lay_out(scales))
        return PARTS_NO_MEMORY;
    pixels = (size_t)scales->width * (size_t)scales->height;
    line = (uint16_t *)scales->between[LEVELS - 2] + pixels;
    first = (uint16_t *)scales->between[0];
    if (!shrink(luma, width, height, scales, first))
        return PARTS_NO_MEMORY;
    blur_level(first, scales->octave[0].level[0], scales->width, scales->height, 0, line);
    fill_octaves(scales, line);
    return 1;
}

void parts_take(parts_scales *scales, int octave)
{
    const parts_octave *one = &scales->octave[octave];
    size_t count = (size_t)one->width * (size_t)one->height;

    for (int k = 0; k < LEVELS - 1; k++)
        parts_loops_here()->take(one->level[k + 1], one->level[k], scales->between[k], count);
}
