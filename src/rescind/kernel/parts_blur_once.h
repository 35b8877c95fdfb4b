/* The innermost loops of blurring; parts_blur.c includes this file once per build, with LOOP(name) set.
 *
 * A sum of two values fits 16 bits, as brightness stays under 2 to the 15th; each product keeps its upper half.
 */

enum { LOOP(BLOCK) = 64 };

#define UPPER(value, weight) (uint16_t)((uint32_t)(uint16_t)(value) * (weight) >> 16)

/* out[x] = the weighted mean of the rows above and below, a pair of rows at a time */
static LOOP_FOR void LOOP(blur_down)(const uint16_t *const rows[2 * REACH + 1], const uint16_t *weight, int reach,
                                     uint16_t *restrict out, int width)
{
    int x = 0;

    for (; x + LOOP(BLOCK) <= width; x += LOOP(BLOCK)) {
        uint16_t sum[LOOP(BLOCK)];
        for (int i = 0; i < LOOP(BLOCK); i++)
            sum[i] = UPPER(rows[0][x + i], weight[0]);
        for (int k = 1; k <= reach; k++) {
            const uint16_t *up = rows[2 * k - 1] + x, *down = rows[2 * k] + x;
            for (int i = 0; i < LOOP(BLOCK); i++)
                sum[i] = (uint16_t)(sum[i] + UPPER(up[i] + down[i], weight[k]));
        }
        memcpy(out + x, sum, sizeof sum);
    }
    for (; x < width; x++) {
        out[x] = UPPER(rows[0][x], weight[0]);
        for (int k = 1; k <= reach; k++)
            out[x] = (uint16_t)(out[x] + UPPER(rows[2 * k - 1][x] + rows[2 * k][x], weight[k]));
    }
}

/* out[x] = the weighted mean of in[x - reach] to in[x + reach] */
static LOOP_FOR void LOOP(blur_across)(const uint16_t *restrict in, const uint16_t *weight, int reach, uint16_t *restrict out,
                                       int width)
{
    int x = 0;

    for (; x + LOOP(BLOCK) <= width; x += LOOP(BLOCK)) {
        uint16_t sum[LOOP(BLOCK)];
        for (int i = 0; i < LOOP(BLOCK); i++)
            sum[i] = UPPER(in[x + i], weight[0]);
        for (int k = 1; k <= reach; k++) {
            const uint16_t *left = in + x - k, *right = in + x + k;
            for (int i = 0; i < LOOP(BLOCK); i++)
                sum[i] = (uint16_t)(sum[i] + UPPER(left[i] + right[i], weight[k]));
        }
        memcpy(out + x, sum, sizeof sum);
    }
    for (; x < width; x++) {
        out[x] = UPPER(in[x], weight[0]);
        for (int k = 1; k <= reach; k++)
            out[x] = (uint16_t)(out[x] + UPPER(in[x - k] + in[x + k], weight[k]));
    }
}

static LOOP_FOR void LOOP(take_each)(const uint16_t *restrict more, const uint16_t *restrict less, int16_t *restrict out,
                                     size_t count)
{
    for (size_t i = 0; i < count; i++)
        out[i] = (int16_t)(more[i] - less[i]);
}

/* marks[x] = 1 where the value lies beyond `low` on either side of zero and beyond its four neighbours in the row and the
 * column and the two in scale, on that side */
static LOOP_FOR void LOOP(mark_peaks)(const int16_t *here, const int16_t *less, const int16_t *more, ptrdiff_t width, int16_t low,
                                      uint8_t *restrict marks, ptrdiff_t count)
{
    const int16_t *up = here - width, *down = here + width;

    for (ptrdiff_t x = 0; x < count; x++) {
        int16_t v = here[x];
        int high = (v >= low) & (v > here[x - 1]) & (v > here[x + 1]) & (v > up[x]) & (v > down[x]) & (v > less[x]) & (v > more[x]);
        int deep = (v <= -low) & (v < here[x - 1]) & (v < here[x + 1]) & (v < up[x]) & (v < down[x]) & (v < less[x]) & (v < more[x]);
        marks[x] = (uint8_t)(high | deep);
    }
}

static const parts_loops LOOP(set) = {LOOP(blur_down), LOOP(blur_across), LOOP(take_each), LOOP(mark_peaks)};

#undef UPPER
