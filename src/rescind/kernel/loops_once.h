/* The loops themselves; loops.c includes this file once per build, with LOOP(name) set. */

static LOOP_FOR void LOOP(add_four)(uint16_t *restrict sums, const uint8_t *restrict rows, const uint16_t weight[4],
                                    size_t bytes)
{
    const uint8_t *b = rows + bytes, *c = b + bytes, *d = c + bytes;
    uint16_t wa = weight[0], wb = weight[1], wc = weight[2], wd = weight[3];

    for (size_t x = 0; x < bytes; x++)
        sums[x] = (uint16_t)(sums[x] + wa * rows[x] + wb * b[x] + wc * c[x] + wd * d[x]);
}

static LOOP_FOR void LOOP(add_one)(uint16_t *restrict sums, const uint8_t *restrict row, uint16_t weight, size_t bytes)
{
    for (size_t x = 0; x < bytes; x++)
        sums[x] = (uint16_t)(sums[x] + weight * row[x]);
}

static LOOP_FOR void LOOP(spill)(float *restrict sums, uint16_t *restrict small, size_t bytes)
{
    for (size_t x = 0; x < bytes; x++) {
        sums[x] += (float)small[x];
        small[x] = 0;
    }
}

static LOOP_FOR void LOOP(fold)(const float *restrict values, const pdq_span *spans, float *restrict out)
{
    for (int i = 0; i < 64; i++) {
        const float *value = values + spans[i].start, *weight = spans[i].weights;
        float part[LOOPS_LANES] = {0};
        for (size_t x = 0; x < spans[i].length; x += LOOPS_LANES)
            for (int lane = 0; lane < LOOPS_LANES; lane++)
                part[lane] += value[x + (size_t)lane] * weight[x + (size_t)lane];
        out[i] = ((part[0] + part[4]) + (part[1] + part[5])) + ((part[2] + part[6]) + (part[3] + part[7]));
    }
}

/* Whole thousandths divided once give the same as the reference's three products in double precision rounded once: a
 * whole number of thousandths never lies so near the middle between two single-precision numbers that their errors count. */
static LOOP_FOR void LOOP(luma)(const uint8_t *restrict pixels, ptrdiff_t apart, int channels, float *restrict out,
                                size_t count)
{
    if (channels == 1)
        for (size_t x = 0; x < count; x++)
            out[x] = (float)pixels[(ptrdiff_t)x * apart];
    else if (apart == 3)
        for (size_t x = 0; x < count; x++)
            out[x] = (float)(299 * pixels[3 * x] + 587 * pixels[3 * x + 1] + 114 * pixels[3 * x + 2]) / 1000.0f;
    else
        for (size_t x = 0; x < count; x++) {
            const uint8_t *pixel = pixels + (ptrdiff_t)x * apart;
            out[x] = (float)(299 * pixel[0] + 587 * pixel[1] + 114 * pixel[2]) / 1000.0f;
        }
}

static LOOP_FOR void LOOP(reverse)(const float *restrict in, float *restrict out, size_t count)
{
    for (size_t x = 0; x < count; x++)
        out[x] = in[count - 1 - x];
}

static LOOP_FOR void LOOP(run_rows)(const float *restrict rows, float *restrict sums, size_t stride, size_t window,
                                    size_t steps)
{
    float sum[LOOPS_ROWS] = {0};

    for (size_t step = 0; step < steps; step++)
        for (int lane = 0; lane < LOOPS_ROWS; lane++) {
            float total = sum[lane] + rows[(size_t)lane * stride + step + window];
            total -= rows[(size_t)lane * stride + step];
            sum[lane] = total;
            sums[(size_t)lane * stride + step] = total;
        }
}

static LOOP_FOR void LOOP(run_down)(float *restrict sum, float *restrict held, const float *restrict row,
                                    float *restrict out, size_t width, float count)
{
    for (size_t x = 0; x < width; x++) {
        float total = sum[x] + row[x];
        total -= held[x];
        sum[x] = total;
        held[x] = row[x];
        out[x] = total / count;
    }
}

static LOOP_FOR void LOOP(divide)(const float *restrict sums, float count, float *restrict means, size_t number)
{
    for (size_t x = 0; x < number; x++)
        means[x] = sums[x] / count;
}

/* Sixteen sums side by side, one for each wave, stay in registers while their 64 products come in order. */
static LOOP_FOR void LOOP(sixteen)(const float *restrict values, size_t apart, const float table[64][16], float out[16])
{
    float sum[16] = {0};

    for (int k = 0; k < 64; k++)
        for (int wave = 0; wave < 16; wave++)
            sum[wave] += values[(size_t)k * apart] * table[k][wave];
    memcpy(out, sum, sizeof sum);
}

static LOOP_FOR void LOOP(waves)(const float table[64][16], const float points[64][64], float waves[256])
{
    float half[64][16];

    for (int x = 0; x < 64; x++)
        LOOP(sixteen)((const float *)points + x, 64, table, half[x]);
    for (int wave = 0; wave < 16; wave++)
        LOOP(sixteen)((const float *)half + wave, 16, table, waves + 16 * wave);
}

static LOOP_FOR void LOOP(steps)(const float *restrict here, const float *restrict there, float slack, size_t count,
                                 int32_t between[2])
{
    int32_t least = 0, most = 0;

    for (size_t x = 0; x < count; x++) {
        float step = fabsf(here[x] - there[x]) * (100.0f / 255.0f), lower = step - slack;
        least += (int32_t)(lower > 0 ? lower : 0);
        most += (int32_t)(step + slack);
    }
    between[0] += least;
    between[1] += most;
}

static const pdq_loops LOOP(set) = {
    LOOP(add_four), LOOP(add_one), LOOP(spill), LOOP(fold), LOOP(luma), LOOP(reverse), LOOP(run_rows), LOOP(run_down),
    LOOP(divide), LOOP(waves), LOOP(steps),
};
