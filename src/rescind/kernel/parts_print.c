/* Which way a point's window is turned, and the print of what it shows.
 *
 * The print says how brightness runs in 4 by 4 fields of the window: how much of it to each of eight sides. These 128 numbers
 * are compared with each other by fixed sums and differences, and each bit says which way one comparison went.
 */
#include "parts_within.h"

#include <math.h>
#include <string.h>

enum { RAYS = 36, ARM = 7, ROUND = 52, SIDES = 8, FIELDS = 4, NUMBERS = FIELDS * FIELDS * SIDES, SAMPLES = 16 };

static const double TURN = 6.283185307179586, SECOND = 0.85, ARM_SCALES = 4.5, WINDOW_SCALES = 12;
static const float HIGHEST = 0.2f, ROOT_OF_TWO = 1.41421356f;

/* Bell curves: by the square of the distance in arm steps, in 65536ths; by half the window, in 4096ths. */
static const uint32_t BELL_ROUND[ROUND + 1] = {
    65536, 62598, 59792, 57112, 54552, 52107, 49771, 47540, 45409, 43374, 41429, 39572, 37798, 36104,
    34486, 32940, 31463, 30053, 28706, 27419, 26190, 25016, 23895, 22824, 21801, 20823, 19890, 18998,
    18147, 17333, 16556, 15814, 15105, 14428, 13781, 13164, 12574, 12010, 11472, 10957, 10466, 9997,
    9549,  9121,  8712,  8322,  7949,  7592,  7252,  6927,  6616,  6320,  6037,
};
static const float BELL_WINDOW[SAMPLES] = {
    2639 / 4096.0f, 2944 / 4096.0f, 3234 / 4096.0f, 3497 / 4096.0f, 3722 / 4096.0f, 3901 / 4096.0f, 4025 / 4096.0f, 4088 / 4096.0f,
    4088 / 4096.0f, 4025 / 4096.0f, 3901 / 4096.0f, 3722 / 4096.0f, 3497 / 4096.0f, 3234 / 4096.0f, 2944 / 4096.0f, 2639 / 4096.0f,
};

/* The angle of a direction in turns, 0 to 1; the same on every machine, exact to a millionth of a turn. */
static double turn_of(double x, double y)
{
    double wide = fabs(x), high = fabs(y), z = high < wide ? high / wide : wide / high, s = z * z, turn;

    turn = z * (0.999980027419666 +
                s * (-0.33269346132056055 +
                     s * (0.1940133621399985 + s * (-0.11767754108901414 + s * (0.05406215551168622 - s * 0.01229114384379614)))));
    turn /= TURN;
    turn = high < wide ? turn : 0.25 - turn;
    turn = x < 0 ? 0.5 - turn : turn;
    return y < 0 ? 1 - turn : turn;
}

/* Cosine and sine of an angle in turns, by their series around the nearest quarter. */
static void sides_of(double turn, double *cosine, double *sine)
{
    int quarter = (int)floor(turn * 4 + 0.5);
    double angle = (turn - quarter / 4.0) * TURN, square = angle * angle, c = 1, s = 1;

    for (int k = 12; k > 0; k -= 2) {
        c = 1 - c * square / (k * (k - 1));
        s = 1 - s * square / (k * (k + 1));
    }
    s *= angle;
    quarter &= 3;
    *cosine = quarter == 0 ? c : quarter == 1 ? -s : quarter == 2 ? -c : s;
    *sine = quarter == 0 ? s : quarter == 1 ? c : quarter == 2 ? -s : -c;
}

static void add_ray(const parts_octave *octave, int level, int x, int y, double weight, double rays[RAYS])
{
    double right = parts_pixel(octave, level, x + 1, y) - parts_pixel(octave, level, x - 1, y);
    double down = parts_pixel(octave, level, x, y + 1) - parts_pixel(octave, level, x, y - 1);
    double length, at;
    int ray;

    if (right == 0 && down == 0)
        return;
    length = sqrt(right * right + down * down) * weight;
    at = turn_of(right, down) * RAYS - 0.5;
    ray = (int)floor(at);
    at -= ray;
    ray = ray < 0 ? ray + RAYS : ray;
    rays[ray % RAYS] += length * (1 - at);
    rays[(ray + 1) % RAYS] += length * at;
}

static void find_rays(const parts_scales *scales, const parts_point *point, double rays[RAYS])
{
    const parts_octave *octave = &scales->octave[point->octave];
    double step = point->scale * ARM_SCALES / ARM;

    memset(rays, 0, RAYS * sizeof *rays);
    for (int j = -ARM; j <= ARM; j++)
        for (int i = -ARM; i <= ARM; i++)
            if (i * i + j * j <= ROUND)
                add_ray(octave, point->level, (int)floor(point->x + i * step + 0.5), (int)floor(point->y + j * step + 0.5),
                        BELL_ROUND[i * i + j * j], rays);
}

static void smooth_rays(double rays[RAYS])
{
    double smooth[RAYS];

    for (int i = 0; i < RAYS; i++)
        smooth[i] = (rays[(i + RAYS - 1) % RAYS] + 2 * rays[i] + rays[(i + 1) % RAYS]) / 4;
    memcpy(rays, smooth, sizeof smooth);
}

/* The top of the parabola through a ray and its neighbours, in turns. */
static double ray_turn(double before, double own, double after, int ray)
{
    double turn = (ray + 0.5 + 0.5 * (before - after) / (before - 2 * own + after)) / RAYS;

    return turn < 0 ? turn + 1 : turn < 1 ? turn : turn - 1;
}

int parts_directions(const parts_scales *scales, const parts_point *point, double turns[2])
{
    double rays[RAYS], most = 0, own[2] = {0, 0};
    int count = 0;

    find_rays(scales, point, rays);
    smooth_rays(rays);
    smooth_rays(rays);
    for (int i = 0; i < RAYS; i++)
        most = rays[i] > most ? rays[i] : most;
    for (int i = 0; i < RAYS; i++) {
        double before = rays[(i + RAYS - 1) % RAYS], after = rays[(i + 1) % RAYS];
        if (!(rays[i] > before && rays[i] >= after && rays[i] >= SECOND * most))
            continue;
        if (rays[i] > own[0]) {
            own[1] = own[0];
            turns[1] = turns[0];
            own[0] = rays[i];
            turns[0] = ray_turn(before, rays[i], after, i);
        } else if (rays[i] > own[1]) {
            own[1] = rays[i];
            turns[1] = ray_turn(before, rays[i], after, i);
        }
        count++;
    }
    return count < 2 ? count : 2;
}

static float between_four(const parts_octave *octave, int level, double x, double y)
{
    int left = (int)floor(x), top = (int)floor(y);
    float right = (float)(x - left), down = (float)(y - top), a, b, c, d;

    if (left >= 0 && top >= 0 && left < octave->width - 1 && top < octave->height - 1) {
        const uint16_t *at = octave->level[level] + (size_t)top * (size_t)octave->width + (size_t)left;
        a = at[0], b = at[1], c = at[octave->width], d = at[octave->width + 1];
    } else {
        a = (float)parts_pixel(octave, level, left, top), b = (float)parts_pixel(octave, level, left + 1, top);
        c = (float)parts_pixel(octave, level, left, top + 1), d = (float)parts_pixel(octave, level, left + 1, top + 1);
    }
    a += right * (b - a);
    c += right * (d - c);
    return a + down * (c - a);
}

enum { EDGED = SAMPLES + 2 };

/* The window, upright in its own direction, with one row and column more on each side. */
static void cut_window(const parts_scales *scales, const parts_point *point, double turn, float window[EDGED][EDGED])
{
    const parts_octave *octave = &scales->octave[point->octave];
    double step = point->scale * WINDOW_SCALES / SAMPLES, cosine, sine;

    sides_of(turn, &cosine, &sine);
    cosine *= step;
    sine *= step;
    for (int j = 0; j < EDGED; j++)
        for (int i = 0; i < EDGED; i++) {
            double u = i - (EDGED - 1) / 2.0, v = j - (EDGED - 1) / 2.0;
            window[j][i] = between_four(octave, point->level, point->x + (cosine * u - sine * v), point->y + (sine * u + cosine * v));
        }
}

/* What a sample adds: to the side it runs along, and to the slanted one between it and the next. */
typedef struct {
    int straight, slanted;
    float along, aslant;
} run;

static run run_of(float right, float down)
{
    float wide = fabsf(right), high = fabsf(down);

    return (run){
        wide >= high ? (right > 0 ? 0 : 4) : (down > 0 ? 2 : 6),
        right > 0 ? (down > 0 ? 1 : 7) : (down > 0 ? 3 : 5),
        fabsf(wide - high),
        (wide < high ? wide : high) * ROOT_OF_TWO,
    };
}

/* How much a sample counts for the field to its left or above; the rest counts for the next one. */
static float share_of(int sample) { return 1 - (float)((sample + 2) % FIELDS * 2 + 1) / (2 * FIELDS); }

static int field_of(int sample) { return (sample + 2) / FIELDS - 1; }

static void add_row(float window[EDGED][EDGED], int j, float row[FIELDS][SIDES])
{
    for (int i = 0; i < SAMPLES; i++) {
        run one = run_of(window[j + 1][i + 2] - window[j + 1][i], window[j + 2][i + 1] - window[j][i + 1]);
        int field = field_of(i);
        for (int k = 0; k < 2; k++) {
            float weight = BELL_WINDOW[i] * (k ? 1 - share_of(i) : share_of(i));
            if (field + k < 0 || field + k >= FIELDS)
                continue;
            row[field + k][one.straight] += weight * one.along;
            row[field + k][one.slanted] += weight * one.aslant;
        }
    }
}

static void count_runs(float window[EDGED][EDGED], float numbers[NUMBERS])
{
    memset(numbers, 0, NUMBERS * sizeof *numbers);
    for (int j = 0; j < SAMPLES; j++) {
        float row[FIELDS][SIDES] = {{0}};
        add_row(window, j, row);
        for (int k = 0; k < 2; k++) {
            float weight = BELL_WINDOW[j] * (k ? 1 - share_of(j) : share_of(j));
            int field = field_of(j) + k;
            if (field >= 0 && field < FIELDS)
                for (int at = 0; at < FIELDS * SIDES; at++)
                    numbers[field * FIELDS * SIDES + at] += weight * row[at / SIDES][at % SIDES];
        }
    }
}

/* The numbers of the mirrored window, which lies with its direction as before and its two other sides exchanged. */
static void mirror_runs(const float numbers[NUMBERS], float mirrored[NUMBERS])
{
    for (int at = 0; at < NUMBERS; at++) {
        int row = at / (FIELDS * SIDES), column = at / SIDES % FIELDS, side = at % SIDES;
        mirrored[((FIELDS - 1 - row) * FIELDS + column) * SIDES + (SIDES - side) % SIDES] = numbers[at];
    }
}

static int scale_to_one(float numbers[NUMBERS])
{
    float sum = 0;

    for (int i = 0; i < NUMBERS; i++)
        sum += numbers[i] * numbers[i];
    sum = sqrtf(sum);
    for (int i = 0; i < NUMBERS && sum > 0; i++)
        numbers[i] /= sum;
    return sum > 0;
}

/* Every number as the root of its share, none over a fifth, and all around zero. */
static int level_out(float numbers[NUMBERS])
{
    float sum = 0;

    if (!scale_to_one(numbers))
        return 0;
    for (int i = 0; i < NUMBERS; i++)
        numbers[i] = sqrtf(numbers[i] > HIGHEST ? HIGHEST : numbers[i]);
    for (int i = 0; i < NUMBERS; i++)
        sum += numbers[i];
    for (int i = 0; i < NUMBERS; i++)
        numbers[i] -= sum / NUMBERS;
    return 1;
}

/* All sums and differences of a Hadamard matrix. */
static void compare_all(float values[NUMBERS])
{
    for (int half = 1; half < NUMBERS; half *= 2)
        for (int first = 0; first < NUMBERS; first += 2 * half)
            for (int i = first; i < first + half; i++) {
                float a = values[i], b = values[i + half];
                values[i] = a + b;
                values[i + half] = a - b;
            }
}

/* The second half of the bits compares the numbers in another order and with other signs, both drawn by a fixed rule. */
static void second_order(const float numbers[NUMBERS], float values[NUMBERS])
{
    uint8_t order[NUMBERS];
    uint32_t drawn = 12345;

    for (int i = 0; i < NUMBERS; i++)
        order[i] = (uint8_t)i;
    for (int i = NUMBERS - 1; i > 0; i--) {
        drawn = drawn * 1664525u + 1013904223u;
        int j = (int)((drawn >> 8) % (uint32_t)(i + 1));
        uint8_t held = order[i];
        order[i] = order[j];
        order[j] = held;
    }
    for (int i = 0; i < NUMBERS; i++) {
        drawn = drawn * 1664525u + 1013904223u;
        values[i] = drawn >> 31 ? numbers[order[i]] : -numbers[order[i]];
    }
}

static void write_bits(const float values[NUMBERS], uint8_t *bits)
{
    for (int i = 0; i < NUMBERS; i++)
        if (values[i] > 0)
            bits[i / 8] |= (uint8_t)(1 << i % 8);
}

static void write_print(float numbers[NUMBERS], uint8_t bits[PARTS_BYTES])
{
    float values[NUMBERS];

    memset(bits, 0, PARTS_BYTES);
    if (!level_out(numbers))
        return;
    second_order(numbers, values);
    compare_all(numbers);
    compare_all(values);
    write_bits(numbers, bits);
    write_bits(values, bits + PARTS_BYTES / 2);
}

void parts_print(const parts_scales *scales, const parts_point *point, double turn, parts_one *part)
{
    float window[EDGED][EDGED], numbers[NUMBERS], mirrored[NUMBERS];

    cut_window(scales, point, turn, window);
    count_runs(window, numbers);
    mirror_runs(numbers, mirrored);
    write_print(numbers, part->print);
    write_print(mirrored, part->mirrored);
}
