/* The exact way to 64 by 64 points: every single-precision sum and quotient of the reference, in its order.
 *
 * Nothing of the picture's size is kept. Eight rows at a time go through the smoothing along rows, so that eight running
 * sums advance together; each smoothed row then enters a running sum per column, whose window of rows lives in a ring;
 * rows that come out go through both once more, and of the second round only 64 columns are carried on. Where the window
 * is not yet or no longer full, zeros enter: adding or taking off zero changes no single-precision number.
 */
#include "loops.h"
#include "shrink.h"

#include <stdlib.h>
#include <string.h>

enum { ROWS = LOOPS_ROWS, PIECE = 128 };

/* Where pixel (y, x) of the turned picture lies: start + y * down + x * across. */
typedef struct {
    const uint8_t *start;
    ptrdiff_t down, across;
    size_t width, height;
    int channels;
} reading;

/* A running mean along the rows of ROWS rows; each row has room for zeros of a window before and behind. */
typedef struct {
    size_t width, window, ahead, stride;
    float *rows, *sums;
} sideways;

/* A running mean down rows that come one by one. */
typedef struct {
    size_t width, window, ahead, taken, count;
    float *sum, *ring, *zeros, *out;
} falling;

typedef struct {
    const pdq_loops *loops;
    reading source;
    sideways along[2];
    falling down[2];
    float *row;
    size_t batched, finished;
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

static int open_sideways(sideways *along, size_t width)
{
    along->width = width;
    along->window = pdq_window(width);
    along->ahead = along->window / 2;
    along->stride = width + 2 * along->window;
    along->rows = calloc(along->stride * ROWS, sizeof(float));
    along->sums = calloc(along->stride * ROWS, sizeof(float));
    return along->rows && along->sums ? PDQ_DONE : PDQ_NO_MEMORY;
}

static int open_falling(falling *down, size_t width, size_t length)
{
    down->width = width;
    down->window = pdq_window(length);
    down->ahead = down->window / 2;
    down->sum = calloc(width, sizeof(float));
    down->ring = calloc(width * down->window, sizeof(float));
    down->zeros = calloc(width, sizeof(float));
    down->out = calloc(width, sizeof(float));
    return down->sum && down->ring && down->zeros && down->out ? PDQ_DONE : PDQ_NO_MEMORY;
}

static int open_work(exact_work *work)
{
    size_t width = work->source.width, height = work->source.height;
    int opened = open_sideways(&work->along[0], width) | open_sideways(&work->along[1], width);

    opened |= open_falling(&work->down[0], width, height) | open_falling(&work->down[1], PDQ_SIDE, height);
    work->row = malloc(width * sizeof(float));
    return work->row ? opened : PDQ_NO_MEMORY;
}

static void close_work(exact_work *work)
{
    for (int round = 0; round < 2; round++) {
        free(work->along[round].rows);
        free(work->along[round].sums);
        free(work->down[round].sum);
        free(work->down[round].ring);
        free(work->down[round].zeros);
        free(work->down[round].out);
    }
    free(work->row);
    free(work);
}

/* Where row `lane` of the batch begins. */
static float *lane_of(sideways *along, size_t lane) { return along->rows + lane * along->stride + along->window; }

static void run_sideways(const exact_work *work, sideways *along)
{
    work->loops->run_rows(along->rows, along->sums, along->stride, along->window, along->width + along->ahead);
}

/* How many pixels the window around `x` really holds. */
static size_t held_at(const sideways *along, size_t x)
{
    size_t behind = along->window - along->ahead;
    size_t from = x + 1 > behind ? x + 1 - behind : 0;
    size_t to = x + along->ahead < along->width ? x + along->ahead : along->width - 1;

    return to - from + 1;
}

static float mean_at(const sideways *along, size_t lane, size_t x)
{
    return along->sums[lane * along->stride + x + along->ahead] / (float)held_at(along, x);
}

/* All means of one row of the batch: the full windows in one go, the ends one by one. */
static void take_means(const exact_work *work, const sideways *along, size_t lane, float *means)
{
    size_t from = along->window, to = along->width > 2 * along->window ? along->width - along->window : from;
    const float *sums = along->sums + lane * along->stride + along->ahead;

    for (size_t x = 0; x < along->width && x < from; x++)
        means[x] = mean_at(along, lane, x);
    work->loops->divide(sums + from, (float)along->window, means + from, to - from);
    for (size_t x = to; x < along->width; x++)
        means[x] = mean_at(along, lane, x);
}

/* Takes the next row (NULL once all rows are in) and says whether a mean row came out. */
static int take_down(const exact_work *work, falling *down, const float *row)
{
    size_t step = down->taken++;
    float *held = down->ring + step % down->window * down->width;

    down->count += row != NULL;
    down->count -= step >= down->window;
    work->loops->run_down(down->sum, held, row ? row : down->zeros, down->out, down->width, (float)down->count);
    return step >= down->ahead;
}

/* The last of the four smoothings; keeps the rows that are picked. */
static void finish_row(exact_work *work, const float *row, pdq_points points)
{
    if (!take_down(work, &work->down[1], row))
        return;
    for (size_t i = 0; i < PDQ_SIDE; i++)
        if (pdq_pick(work->source.height, i) == work->finished)
            memcpy(points[i], work->down[1].out, sizeof points[i]);
    work->finished++;
}

/* The second round along rows: only the 64 columns that are picked go on. */
static void drain_batch(exact_work *work, pdq_points points)
{
    float picked[PDQ_SIDE];

    run_sideways(work, &work->along[1]);
    for (size_t lane = 0; lane < work->batched; lane++) {
        for (size_t i = 0; i < PDQ_SIDE; i++)
            picked[i] = mean_at(&work->along[1], lane, pdq_pick(work->source.width, i));
        finish_row(work, picked, points);
    }
    work->batched = 0;
}

static void pass_on(exact_work *work, const float *row, pdq_points points)
{
    if (!take_down(work, &work->down[0], row))
        return;
    memcpy(lane_of(&work->along[1], work->batched), work->down[0].out, work->source.width * sizeof(float));
    if (++work->batched == ROWS)
        drain_batch(work, points);
}

/* The brightness of up to PIECE pixels; a row read from the right is read from the left and turned round. */
static void fill_piece(const exact_work *work, const uint8_t *pixels, float *out, size_t count)
{
    ptrdiff_t across = work->source.across;
    float piece[PIECE];

    if (across > 0 || -across != work->source.channels) {
        work->loops->luma(pixels, across, work->source.channels, out, count);
        return;
    }
    work->loops->luma(pixels + (ptrdiff_t)(count - 1) * across, -across, work->source.channels, piece, count);
    work->loops->reverse(piece, out, count);
}

/* Brings up to ROWS rows of the turned picture in, a piece of all of them at a time: where rows are the picture's
 * columns, neighbouring rows share cache lines. */
static void fill(const exact_work *work, sideways *along, size_t row, size_t count)
{
    const reading *source = &work->source;
    const uint8_t *start = source->start + (ptrdiff_t)row * source->down;

    for (size_t x = 0; x < source->width; x += PIECE)
        for (size_t lane = 0; lane < count; lane++)
            fill_piece(work, start + (ptrdiff_t)lane * source->down + (ptrdiff_t)x * source->across,
                       lane_of(along, lane) + x, source->width - x < PIECE ? source->width - x : PIECE);
}

static void smooth_rows(exact_work *work, size_t row, size_t count, pdq_points points)
{
    fill(work, &work->along[0], row, count);
    run_sideways(work, &work->along[0]);
    for (size_t lane = 0; lane < count; lane++) {
        take_means(work, &work->along[0], lane, work->row);
        pass_on(work, work->row, points);
    }
}

static void run(exact_work *work, pdq_points points)
{
    size_t height = work->source.height;

    for (size_t row = 0; row < height; row += ROWS)
        smooth_rows(work, row, height - row < ROWS ? height - row : ROWS, points);
    for (size_t i = 0; i < work->down[0].ahead; i++)
        pass_on(work, NULL, points);
    if (work->batched)
        drain_batch(work, points);
    for (size_t i = 0; i < work->down[1].ahead; i++)
        finish_row(work, NULL, points);
}

static void copy_points(const exact_work *work, pdq_points points)
{
    const reading *source = &work->source;

    for (ptrdiff_t y = 0; y < PDQ_SIDE; y++)
        work->loops->luma(source->start + y * source->down, source->across, source->channels, points[y], PDQ_SIDE);
}

int pdq_exact(const pdq_picture *picture, pdq_turn turn, pdq_points points)
{
    exact_work *work = calloc(1, sizeof *work);

    if (!work)
        return PDQ_NO_MEMORY;
    work->loops = pdq_loops_here();
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
