/* Directions and prints; parts_print.c includes this file once per build, with LOOP(name) set. */

/* How brightness runs at each sample of the arms: how much, and to which ray, counted from one before the first. */
static LOOP_FOR void LOOP(measure_arms)(const float *across, const float *down, const float *weight, float *length, float *ray)
{
    for (int n = 0; n < ARMS; n++) {
        float wide = fabsf(across[n]), high = fabsf(down[n]), more = wide > high ? wide : high, z, s, turn;
        z = (wide > high ? high : wide) / (more > 0 ? more : 1);
        s = z * z;
        turn = z * (ATAN[0] + s * (ATAN[1] + s * (ATAN[2] + s * (ATAN[3] + s * (ATAN[4] + s * ATAN[5])))));
        turn = high < wide ? turn : 0.25f - turn;
        turn = across[n] < 0 ? 0.5f - turn : turn;
        turn = down[n] < 0 ? 1.0f - turn : turn;
        length[n] = sqrtf(wide * wide + high * high) * weight[n];
        ray[n] = turn * RAYS + 0.5f;
    }
}

/* Differences to the right and down at each sample of the arms, in the order in which the loops below come to them. */
static LOOP_FOR void LOOP(read_arms)(const parts_octave *octave, const parts_point *point, float *across, float *down,
                                     float *weight)
{
    double step = point->scale * ARM_SCALES / ARM, far = step * (ARM + 1) + 2;
    int level = point->level, width = octave->width, n = 0;
    int inside = point->x > far && point->y > far && point->x < width - far && point->y < octave->height - far;

    for (int j = -ARM; j <= ARM; j++) {
        int y = parts_floor(point->y + j * step + 0.5);
        for (int i = -ARM; i <= ARM; i++) {
            int x = parts_floor(point->x + i * step + 0.5);
            const uint16_t *at = octave->level[level] + (inside ? (ptrdiff_t)y * width + x : 0);
            if (i * i + j * j > ROUND)
                continue;
            across[n] = (float)(inside ? at[1] - at[-1]
                                       : parts_pixel(octave, level, x + 1, y) - parts_pixel(octave, level, x - 1, y));
            down[n] = (float)(inside ? at[width] - at[-width]
                                     : parts_pixel(octave, level, x, y + 1) - parts_pixel(octave, level, x, y - 1));
            weight[n++] = BELL_ROUND[i * i + j * j];
        }
    }
}

static LOOP_FOR void LOOP(find_rays)(const parts_scales *scales, const parts_point *point, double rays[RAYS])
{
    float across[ARMS], down[ARMS], weight[ARMS], length[ARMS], ray[ARMS], sums[RAYS] = {0};

    LOOP(read_arms)(&scales->octave[point->octave], point, across, down, weight);
    LOOP(measure_arms)(across, down, weight, length, ray);
    for (int n = 0; n < ARMS; n++) {
        int whole = (int)ray[n];
        float part = ray[n] - (float)whole;
        sums[(whole + RAYS - 1) % RAYS] += length[n] * (1 - part);
        sums[whole % RAYS] += length[n] * part;
    }
    for (int i = 0; i < RAYS; i++)
        rays[i] = sums[i];
}

/* Where the samples of a window lie: the pixel to their left and above, and how far right of and below it. */
typedef struct {
    int left[EDGED], top[EDGED];
    float right[EDGED], down[EDGED];
} LOOP(places);

static LOOP_FOR int LOOP(place_row)(const parts_octave *octave, float x, float y, float cosine, float sine, LOOP(places) *at)
{
    int lowest = 0, over_x = 0, over_y = 0;

    for (int i = 0; i < EDGED; i++) {
        float u = (float)i - (EDGED - 1) / 2.0f, here = x + cosine * u, there = y + sine * u;
        int left = (int)here, top = (int)there;
        left -= (float)left > here;
        top -= (float)top > there;
        at->left[i] = left;
        at->top[i] = top;
        at->right[i] = here - (float)left;
        at->down[i] = there - (float)top;
        lowest |= left | top;
        over_x |= octave->width - 2 - left;
        over_y |= octave->height - 2 - top;
    }
    return (lowest | over_x | over_y) >= 0;
}

static LOOP_FOR void LOOP(read_row)(const parts_octave *octave, int level, const LOOP(places) *at, int inside, float row[EDGED])
{
    const uint16_t *pixels = octave->level[level];
    float a[EDGED], b[EDGED], c[EDGED], d[EDGED];

    for (int i = 0; i < EDGED; i++) {
        int left = at->left[i], top = at->top[i];
        if (inside) {
            const uint16_t *from = pixels + (size_t)top * (size_t)octave->width + (size_t)left;
            a[i] = from[0], b[i] = from[1], c[i] = from[octave->width], d[i] = from[octave->width + 1];
            continue;
        }
        a[i] = (float)parts_pixel(octave, level, left, top), b[i] = (float)parts_pixel(octave, level, left + 1, top);
        c[i] = (float)parts_pixel(octave, level, left, top + 1), d[i] = (float)parts_pixel(octave, level, left + 1, top + 1);
    }
    for (int i = 0; i < EDGED; i++) {
        float upper = a[i] + at->right[i] * (b[i] - a[i]), lower = c[i] + at->right[i] * (d[i] - c[i]);
        row[i] = upper + at->down[i] * (lower - upper);
    }
}

/* The window, upright in its own direction, with one row and column more on each side. */
static LOOP_FOR void LOOP(cut_window)(const parts_scales *scales, const parts_point *point, double turn, float window[EDGED][EDGED])
{
    const parts_octave *octave = &scales->octave[point->octave];
    double step = point->scale * WINDOW_SCALES / SAMPLES, cosine, sine;

    sides_of(turn, &cosine, &sine);
    cosine *= step;
    sine *= step;
    for (int j = 0; j < EDGED; j++) {
        double v = j - (EDGED - 1) / 2.0;
        LOOP(places) at;
        int inside = LOOP(place_row)(octave, (float)(point->x - sine * v), (float)(point->y + cosine * v), (float)cosine,
                                     (float)sine, &at);
        LOOP(read_row)(octave, point->level, &at, inside, window[j]);
    }
}

/* What each sample of a row adds: to one of the sides it runs along, and to one of the slanted ones. */
static LOOP_FOR void LOOP(run_row)(float window[EDGED][EDGED], int j, float runs[SAMPLES][SIDES])
{
    int straight[SAMPLES], slanted[SAMPLES];
    float along[SAMPLES], aslant[SAMPLES];

    for (int i = 0; i < SAMPLES; i++) {
        float right = window[j + 1][i + 2] - window[j + 1][i], down = window[j + 2][i + 1] - window[j][i + 1];
        float wide = fabsf(right), high = fabsf(down);
        int left = right > 0 ? 0 : 1, up = down > 0 ? 0 : 1;
        straight[i] = wide >= high ? 4 * left : 2 + 4 * up;
        slanted[i] = up ? 7 - 2 * left : 1 + 2 * left;
        along[i] = fabsf(wide - high);
        aslant[i] = (wide < high ? wide : high) * ROOT_OF_TWO;
    }
    memset(runs, 0, SAMPLES * sizeof *runs);
    for (int i = 0; i < SAMPLES; i++) {
        runs[i][straight[i]] = along[i];
        runs[i][slanted[i]] = aslant[i];
    }
}

static LOOP_FOR void LOOP(add_weighed)(float *restrict sums, const float *restrict values, float weight, int count)
{
    for (int at = 0; at < count; at++)
        sums[at] += weight * values[at];
}

/* How much brightness runs to each side in each field: rows, columns, sides. */
static LOOP_FOR void LOOP(count_runs)(float window[EDGED][EDGED], float numbers[NUMBERS])
{
    memset(numbers, 0, NUMBERS * sizeof *numbers);
    for (int j = 0; j < SAMPLES; j++) {
        float runs[SAMPLES][SIDES], row[FIELDS * SIDES] = {0};
        LOOP(run_row)(window, j, runs);
        for (int i = 0; i < SAMPLES; i++)
            for (int k = 0; k < 2; k++)
                if (in_fields(field_of(i) + k))
                    LOOP(add_weighed)(row + (field_of(i) + k) * SIDES, runs[i], share_of(i, k), SIDES);
        for (int k = 0; k < 2; k++)
            if (in_fields(field_of(j) + k))
                LOOP(add_weighed)(numbers + (field_of(j) + k) * FIELDS * SIDES, row, share_of(j, k), FIELDS * SIDES);
    }
}

/* Eight sums side by side, then those. */
static LOOP_FOR float LOOP(sum)(const float numbers[NUMBERS])
{
    float part[LANES] = {0};

    for (int i = 0; i < NUMBERS; i += LANES)
        for (int lane = 0; lane < LANES; lane++)
            part[lane] += numbers[i + lane];
    return ((part[0] + part[4]) + (part[1] + part[5])) + ((part[2] + part[6]) + (part[3] + part[7]));
}

/* Every number as the root of its share, none over a fifth, and all around zero; 0 when there are none. */
static LOOP_FOR int LOOP(level_out)(float numbers[NUMBERS])
{
    float squares[NUMBERS], length, mean;

    for (int i = 0; i < NUMBERS; i++)
        squares[i] = numbers[i] * numbers[i];
    length = sqrtf(LOOP(sum)(squares));
    if (!(length > 0))
        return 0;
    for (int i = 0; i < NUMBERS; i++) {
        float share = numbers[i] / length;
        numbers[i] = sqrtf(share > HIGHEST ? HIGHEST : share);
    }
    mean = LOOP(sum)(numbers) / NUMBERS;
    for (int i = 0; i < NUMBERS; i++)
        numbers[i] -= mean;
    return 1;
}

/* All sums and differences of a Hadamard matrix. */
static LOOP_FOR void LOOP(compare_all)(float values[NUMBERS])
{
    float next[NUMBERS];

    for (int round = 0; round < 7; round++) {
        for (int i = 0; i < NUMBERS / 2; i++) {
            next[2 * i] = values[i] + values[i + NUMBERS / 2];
            next[2 * i + 1] = values[i] - values[i + NUMBERS / 2];
        }
        memcpy(values, next, sizeof next);
    }
}

static LOOP_FOR void LOOP(write_bits)(const float values[NUMBERS], uint8_t *bits)
{
    for (int at = 0; at < NUMBERS / 8; at++) {
        int byte = 0;
        for (int i = 0; i < 8; i++)
            byte |= (values[8 * at + i] > 0) << i;
        bits[at] = (uint8_t)byte;
    }
}

static LOOP_FOR void LOOP(write_print)(const float numbers[NUMBERS], const parts_order *order, uint8_t bits[PARTS_BYTES])
{
    float first[NUMBERS], second[NUMBERS];

    for (int i = 0; i < NUMBERS; i++) {
        first[i] = numbers[i];
        second[i] = numbers[order->order[i]] * order->sign[i];
    }
    LOOP(compare_all)(first);
    LOOP(compare_all)(second);
    LOOP(write_bits)(first, bits);
    LOOP(write_bits)(second, bits + PARTS_BYTES / 2);
}

static LOOP_FOR void LOOP(print)(const parts_scales *scales, const parts_point *point, double turn, const parts_order *order,
                                 parts_one *part)
{
    float window[EDGED][EDGED], numbers[NUMBERS], mirrored[NUMBERS];

    LOOP(cut_window)(scales, point, turn, window);
    LOOP(count_runs)(window, numbers);
    memset(part, 0, sizeof *part);
    if (!LOOP(level_out)(numbers))
        return;
    mirror_runs(numbers, mirrored);
    LOOP(write_print)(numbers, order, part->print);
    LOOP(write_print)(mirrored, order, part->mirrored);
}
