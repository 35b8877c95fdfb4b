/* The exact way to 64 by 64 points: every single-precision sum and quotient of the reference, in its order.
 *
 * Nothing of the picture's size is kept. Sixteen rows go side by side through the smoothing along rows, so that sixteen
 * running sums advance together; each smoothed row then enters a running sum per column, whose window of rows lives in a
 * ring; rows that come out go through both once more, and of the second round only 64 columns are carried on. Where the
 * window is not yet or no longer full, zeros enter: adding or taking off zero changes no single-precision number.
 *
 * This file must be compiled without contraction of products and sums and without reordering.
 */
#include "shrink.h"

#include <stdlib.h>
#include <string.h>

enum { LANES = 16 };

/* A running mean down the rows of something `width` wide. */
typedef struct {
    size_t width, length, window, ahead, taken, count;
    float *sum, *ring, *zeros, *out;
} falling;

/* Where pixel (y, x) of the turned picture lies: start + y * down + x * across. */
typedef struct {
    const uint8_t *start;
    ptrdiff_t down, across;
    size_t width, height;
    int channels;
} reading;

typedef struct {
    reading source;
    double weigh[3][256];
    float *lanes, *means; /* both hold LANES rows side by side, with room for the window before and behind */
    float *rows;          /* LANES rows, one after the other */
    float *batch;         /* LANES rows that came out of the first round */
    size_t batched, finished;
    size_t next_row;
    falling first, second;
} exact_work;

static reading read_turned(const pdq_picture *picture, pdq_turn turn)
{
    ptrdiff_t row = (ptrdiff_t)(picture->width * (size_t)picture->channels), column = picture->channels;
    reading source = {picture->pixels, 0, 0, 0, 0, picture->channels};

    if (turn.rows) {
        source.start += (ptrdiff_t)(picture->height - 1) * row;
        row = -row;
    }
    if (turn.columns) {
        source.start += (ptrdiff_t)(picture->width - 1) * column;
        column = -column;
    }
    source.down = turn.exchange ? column : row;
    source.across = turn.exchange ? row : column;
    source.width = turn.exchange ? picture->height : picture->width;
    source.height = turn.exchange ? picture->width : picture->height;
    return source;
}

static int falling_open(falling *fall, size_t width, size_t length)
{
    memset(fall, 0, sizeof *fall);
    fall->width = width;
    fall->length = length;
    fall->window = pdq_window(length);
    fall->ahead = fall->window / 2;
    fall->sum = calloc(width, sizeof(float));
    fall->ring = calloc(width * fall->window, sizeof(float));
    fall->zeros = calloc(width, sizeof(float));
    fall->out = calloc(width, sizeof(float));
    return fall->sum && fall->ring && fall->zeros && fall->out ? PDQ_DONE : PDQ_NO_MEMORY;
}

static void falling_close(falling *fall)
{
    free(fall->sum);
    free(fall->ring);
    free(fall->zeros);
    free(fall->out);
}

static void fall_step(float *restrict sum, float *restrict held, const float *restrict row, float *restrict out,
                      size_t width, float count)
{
    for (size_t x = 0; x < width; x++) {
        float total = sum[x] + row[x];
        total -= held[x];
        sum[x] = total;
        held[x] = row[x];
        out[x] = total / count;
    }
}

/* Takes the next row (NULL once all rows are in) and says whether a mean row came out. */
static int falling_take(falling *fall, const float *row)
{
    size_t step = fall->taken++;
    float *held = fall->ring + (step % fall->window) * fall->width;

    fall->count += row != NULL;
    fall->count -= step >= fall->window;
    fall_step(fall->sum, held, row ? row : fall->zeros, fall->out, fall->width, (float)fall->count);
    return step >= fall->ahead;
}

static float luma(const exact_work *work, const uint8_t *pixel)
{
    if (work->source.channels == 1)
        return (float)pixel[0];
    return (float)(work->weigh[0][pixel[0]] + work->weigh[1][pixel[1]] + work->weigh[2][pixel[2]]);
}

static void weigh_colours(exact_work *work)
{
    for (int value = 0; value < 256; value++) {
        work->weigh[0][value] = value * 0.299;
        work->weigh[1][value] = value * 0.587;
        work->weigh[2][value] = value * 0.114;
    }
}

/* Brings up to LANES rows of the turned picture side by side. */
static void fill_from_picture(exact_work *work, size_t row, size_t count)
{
    const reading *source = &work->source;
    float *lanes = work->lanes + pdq_window(source->width) * LANES;

    for (size_t x = 0; x < source->width; x++) {
        const uint8_t *pixel = source->start + (ptrdiff_t)row * source->down + (ptrdiff_t)x * source->across;
        for (size_t lane = 0; lane < count; lane++)
            lanes[x * LANES + lane] = luma(work, pixel + (ptrdiff_t)lane * source->down);
    }
}

static void fill_from_batch(exact_work *work, size_t count)
{
    size_t width = work->source.width;
    float *lanes = work->lanes + pdq_window(width) * LANES;

    for (size_t x = 0; x < width; x++)
        for (size_t lane = 0; lane < count; lane++)
            lanes[x * LANES + lane] = work->batch[lane * width + x];
}

/* The moving mean along the rows that lie side by side. */
static void smooth_lanes(const float *restrict lanes, float *restrict means, size_t width, size_t window)
{
    size_t ahead = window / 2, count = 0;
    float sum[LANES] = {0};

    for (size_t step = 0; step < width + ahead; step++) {
        const float *enter = lanes + (step + window) * LANES, *leave = lanes + step * LANES;
        float *mean = means + (step < ahead ? 0 : step - ahead) * LANES;
        count += step < width;
        count -= step >= window;
        float share = (float)count;
        for (int lane = 0; lane < LANES; lane++) {
            float total = sum[lane] + enter[lane];
            total -= leave[lane];
            sum[lane] = total;
            mean[lane] = total / share;
        }
    }
}

static void finish_rows(exact_work *work, const float *row, pdq_points points)
{
    if (!falling_take(&work->second, row))
        return;
    for (size_t i = 0; i < PDQ_SIDE; i++)
        if (pdq_pick(work->source.height, i) == work->finished)
            memcpy(points[i], work->second.out, sizeof points[i]);
    work->finished++;
}

/* The second round along rows: only the 64 columns that are picked go on. */
static void drain_batch(exact_work *work, pdq_points points)
{
    size_t width = work->source.width;
    float row[PDQ_SIDE];

    fill_from_batch(work, work->batched);
    smooth_lanes(work->lanes, work->means, width, pdq_window(width));
    for (size_t lane = 0; lane < work->batched; lane++) {
        for (size_t i = 0; i < PDQ_SIDE; i++)
            row[i] = work->means[pdq_pick(width, i) * LANES + lane];
        finish_rows(work, row, points);
    }
    work->batched = 0;
}

static void pass_on(exact_work *work, const float *row, pdq_points points)
{
    size_t width = work->source.width;

    if (!falling_take(&work->first, row))
        return;
    memcpy(work->batch + work->batched * width, work->first.out, width * sizeof(float));
    if (++work->batched == LANES)
        drain_batch(work, points);
}

static void smooth_rows(exact_work *work, size_t row, size_t count, pdq_points points)
{
    size_t width = work->source.width;

    fill_from_picture(work, row, count);
    smooth_lanes(work->lanes, work->means, width, pdq_window(width));
    for (size_t x = 0; x < width; x++) /* all of them first: passing on may need the lanes again */
        for (size_t lane = 0; lane < count; lane++)
            work->rows[lane * width + x] = work->means[x * LANES + lane];
    for (size_t lane = 0; lane < count; lane++)
        pass_on(work, work->rows + lane * width, points);
}

static void run(exact_work *work, pdq_points points)
{
    size_t height = work->source.height;

    for (size_t row = 0; row < height; row += LANES)
        smooth_rows(work, row, height - row < LANES ? height - row : LANES, points);
    for (size_t i = 0; i < work->first.ahead; i++)
        pass_on(work, NULL, points);
    if (work->batched)
        drain_batch(work, points);
    for (size_t i = 0; i < work->second.ahead; i++)
        finish_rows(work, NULL, points);
}

static int open_work(exact_work *work)
{
    size_t width = work->source.width, padded = width + 2 * pdq_window(width);
    int opened = falling_open(&work->first, width, work->source.height);

    opened |= falling_open(&work->second, PDQ_SIDE, work->source.height);
    work->lanes = calloc(padded * LANES, sizeof(float));
    work->means = calloc(padded * LANES, sizeof(float));
    work->rows = malloc(width * LANES * sizeof(float));
    work->batch = malloc(width * LANES * sizeof(float));
    if (opened != PDQ_DONE || !work->lanes || !work->means || !work->rows || !work->batch)
        return PDQ_NO_MEMORY;
    weigh_colours(work);
    return PDQ_DONE;
}

static void close_work(exact_work *work)
{
    falling_close(&work->first);
    falling_close(&work->second);
    free(work->lanes);
    free(work->means);
    free(work->rows);
    free(work->batch);
    free(work);
}

static void copy_points(const exact_work *work, pdq_points points)
{
    const reading *source = &work->source;

    for (ptrdiff_t y = 0; y < PDQ_SIDE; y++)
        for (ptrdiff_t x = 0; x < PDQ_SIDE; x++)
            points[y][x] = luma(work, source->start + y * source->down + x * source->across);
}

int pdq_exact(const pdq_picture *picture, pdq_turn turn, pdq_points points)
{
    exact_work *work = calloc(1, sizeof *work);

    if (!work)
        return PDQ_NO_MEMORY;
    work->source = read_turned(picture, turn);
    if (open_work(work) != PDQ_DONE) {
        close_work(work);
        return PDQ_NO_MEMORY;
    }
    if (picture->width == PDQ_SIDE && picture->height == PDQ_SIDE)
        copy_points(work, points);
    else
        run(work, points);
    close_work(work);
    return PDQ_DONE;
}
