/* The quick way to 64 by 64 points: one pass over the pixels, about one weight for each.
 *
 * Smoothing a side twice and picking 64 positions is one linear map. With w the window, the weights of a point are whole
 * numbers over w squared, but for the last point of a side with an even window. So rows are weighed and summed in whole
 * numbers, red, green and blue still side by side, and only the 64 sums meet the weights along the row, into which the
 * luma's own weights are multiplied.
 */
#include "loops.h"
#include "shrink.h"

#include <stdlib.h>
#include <string.h>

enum { LANES = LOOPS_LANES, WIDEST = 128, FULL = 257 }; /* FULL: 257 times 255 still fits in sixteen bits */

/* The weights of one point along a side: pixels first .. first + count - 1. */
typedef struct {
    size_t first, count;
    float *weights; /* times the window squared: whole numbers but for an even window's last point */
    int whole;
} side_point;

typedef struct {
    size_t length, window, room;
    side_point point[2][PDQ_SIDE]; /* as it lies, and read from the other end */
    float *weights;
} side_plan;

typedef struct {
    const pdq_loops *loops;
    size_t bytes;      /* in one row */
    float *sums;       /* one weighed row, padded to whole lanes */
    uint16_t *small;   /* the same while it fits in sixteen bits */
    float *across;     /* the weights along the row, LANES at a time */
    pdq_span along[2][PDQ_SIDE];
    side_plan rows, columns;
} quick_work;

/* Adds one smoothing window around `at` to the weights of the pixels, each by `share` over their number. */
static void add_window(float *weights, size_t first, size_t at, size_t length, size_t window, float scale)
{
    size_t ahead = window / 2, behind = window - ahead;
    size_t from = at + 1 > behind ? at + 1 - behind : 0, to = at + ahead < length ? at + ahead : length - 1;

    for (size_t p = from; p <= to; p++)
        weights[p - first] += to - from + 1 == window ? scale : scale * (float)window / (float)(to - from + 1);
}

static void plan_point(side_plan *plan, size_t i)
{
    side_point *point = &plan->point[0][i];
    size_t at = pdq_pick(plan->length, i), ahead = plan->window / 2, behind = plan->window - ahead;
    size_t from = at + 1 > behind ? at + 1 - behind : 0;
    size_t to = at + ahead < plan->length ? at + ahead : plan->length - 1;
    size_t last = to + ahead < plan->length ? to + ahead : plan->length - 1;

    point->first = from + 1 > behind ? from + 1 - behind : 0;
    point->count = last - point->first + 1;
    point->weights = plan->weights + i * plan->room;
    point->whole = to - from + 1 == plan->window && to + ahead < plan->length && from + 1 >= behind;
    for (size_t p = from; p <= to; p++)
        add_window(point->weights, point->first, p, plan->length, plan->window,
                   (float)plan->window / (float)(to - from + 1));
}

/* The same point read from the other end: mirrored positions, weights the other way round. */
static void plan_mirrored(side_plan *plan, size_t i)
{
    const side_point *straight = &plan->point[0][i];
    side_point *point = &plan->point[1][i];

    point->count = straight->count;
    point->first = plan->length - straight->first - straight->count;
    point->whole = straight->whole;
    point->weights = plan->weights + (PDQ_SIDE + i) * plan->room;
    for (size_t p = 0; p < point->count; p++)
        point->weights[p] = straight->weights[point->count - 1 - p];
}

static int plan_side(side_plan *plan, size_t length)
{
    plan->length = length;
    plan->window = pdq_window(length);
    plan->room = 2 * plan->window + 1;
    plan->weights = calloc(2 * PDQ_SIDE * plan->room, sizeof(float));
    if (!plan->weights)
        return PDQ_NO_MEMORY;
    for (size_t i = 0; i < PDQ_SIDE; i++) {
        plan_point(plan, i);
        plan_mirrored(plan, i);
    }
    return PDQ_DONE;
}

/* Lays the weights along a row out byte by byte, the luma's and both windows' scale multiplied in. */
static void lay_across(quick_work *work, int channels)
{
    static const double colour[3] = {0.299, 0.587, 0.114};
    double windows = (double)work->rows.window * (double)work->columns.window;
    size_t room = (3 * work->columns.room + LANES) / LANES * LANES;

    for (int way = 0; way < 2; way++)
        for (size_t i = 0; i < PDQ_SIDE; i++) {
            const side_point *point = &work->columns.point[way][i];
            float *along = work->across + ((size_t)way * PDQ_SIDE + i) * room;
            work->along[way][i].weights = along;
            work->along[way][i].start = point->first * (size_t)channels;
            work->along[way][i].length = (point->count * (size_t)channels + LANES - 1) / LANES * LANES;
            for (size_t p = 0; p < point->count * (size_t)channels; p++)
                along[p] = (float)(point->weights[p / (size_t)channels] / (windows * windows) *
                                   (channels == 1 ? 1.0 : colour[p % 3]));
        }
}

/* The weighed sum of rows in whole numbers: exact, as 255 times the window squared stays under 2 to the 24th. */
static void weigh_whole(quick_work *work, const uint8_t *pixels, const side_point *point)
{
    size_t bytes = work->bytes, held = 0, p = 0;

    while (p < point->count) {
        size_t four = point->count - p >= 4;
        uint16_t weight[4] = {0};
        unsigned total = 0;
        for (size_t k = 0; k < (four ? 4 : 1); k++)
            total += weight[k] = (uint16_t)point->weights[p + k];
        if (held + total > FULL) {
            work->loops->spill(work->sums, work->small, bytes);
            held = 0;
        }
        if (four && total > FULL)
            four = 0;
        const uint8_t *row = pixels + (point->first + p) * bytes;
        if (four)
            work->loops->add_four(work->small, row, weight, bytes);
        else
            work->loops->add_one(work->small, row, weight[0], bytes);
        held += four ? total : weight[0];
        p += four ? 4 : 1;
    }
    work->loops->spill(work->sums, work->small, bytes);
}

static void weigh_broken(quick_work *work, const uint8_t *pixels, const side_point *point)
{
    for (size_t p = 0; p < point->count; p++) {
        const uint8_t *row = pixels + (point->first + p) * work->bytes;
        float weight = point->weights[p];
        for (size_t x = 0; x < work->bytes; x++)
            work->sums[x] += weight * (float)row[x];
    }
}

static void point_row(quick_work *work, const uint8_t *pixels, int rows, size_t i, unsigned ways, pdq_points *points)
{
    const side_point *point = &work->rows.point[rows][i];

    if (!(ways >> 2 * rows & 3))
        return;
    memset(work->sums, 0, work->bytes * sizeof(float));
    if (point->whole && work->rows.window <= WIDEST)
        weigh_whole(work, pixels, point);
    else
        weigh_broken(work, pixels, point);
    for (int columns = 0; columns < 2; columns++)
        if (ways >> (2 * rows + columns) & 1)
            work->loops->fold(work->sums, work->along[columns], points[2 * rows + columns][i]);
}

static int open_quick(quick_work *work, const pdq_picture *picture)
{
    int planned = plan_side(&work->rows, picture->height) | plan_side(&work->columns, picture->width);
    size_t room = (3 * work->columns.room + LANES) / LANES * LANES;

    work->loops = pdq_loops_here();
    work->bytes = picture->width * (size_t)picture->channels;
    work->sums = calloc(work->bytes + 2 * LANES, sizeof(float));
    work->small = calloc(work->bytes, sizeof(uint16_t));
    work->across = calloc(2 * PDQ_SIDE * room, sizeof(float));
    if (planned != PDQ_DONE || !work->sums || !work->small || !work->across)
        return PDQ_NO_MEMORY;
    lay_across(work, picture->channels);
    return PDQ_DONE;
}

static void close_quick(quick_work *work)
{
    free(work->sums);
    free(work->small);
    free(work->across);
    free(work->rows.weights);
    free(work->columns.weights);
    free(work);
}

int pdq_quick(const pdq_picture *picture, unsigned ways, pdq_points points[PDQ_WAYS])
{
    quick_work *work = calloc(1, sizeof *work);

    if (!work)
        return PDQ_NO_MEMORY;
    if (open_quick(work, picture) != PDQ_DONE) {
        close_quick(work);
        return PDQ_NO_MEMORY;
    }
    for (size_t i = 0; i < PDQ_SIDE; i++) {
        point_row(work, picture->pixels, 0, i, ways, points);
        /* the mirrored point over nearly the same rows, while they are near */
        point_row(work, picture->pixels, 1, PDQ_SIDE - 1 - i, ways, points);
    }
    close_quick(work);
    return PDQ_DONE;
}
