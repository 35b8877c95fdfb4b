/* The innermost loops of blurring; parts_loops.c includes this file once per build, with LOOP(name) set. */

/* out = the weighted mean of a line and of pairs of lines beside it; the last block may do again what the one before did. */
static LOOP_FOR void LOOP(blur_line)(const uint16_t *const pairs[2 * REACH + 1], const uint16_t *weight, int reach, uint16_t *out,
                                     ptrdiff_t width)
{
    ptrdiff_t last = width - BLOCK;

    for (ptrdiff_t x = 0; last >= 0 && x < width; x += BLOCK)
        LOOP(blur_block)(pairs, x < last ? x : last, weight, reach, out);
    for (ptrdiff_t x = 0; last < 0 && x < width; x++) {
        out[x] = UPPER(pairs[0][x], weight[0]);
        for (int k = 1; k <= reach; k++)
            out[x] = (uint16_t)(out[x] + UPPER(pairs[2 * k - 1][x] + pairs[2 * k][x], weight[k]));
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

static const parts_loops LOOP(set) = {LOOP(blur_line), LOOP(take_each), LOOP(mark_peaks)};
