/* Which way a point's window is turned, and the print of what it shows.
 *
 * The print says how brightness runs in 4 by 4 fields of the window: how much of it to each of eight sides. These 128 numbers
 * are compared with each other by fixed sums and differences, and each bit says which way one comparison went.
 */
#include "parts_within.h"

#include <math.h>
#include <string.h>

enum { RAYS = 36, ARM = 7, ROUND = 52, ARMS = 169, SIDES = 8, FIELDS = 4, SAMPLES = 16, EDGED = SAMPLES + 2, LANES = 8 };

static const double TURN = 6.283185307179586, SECOND = 0.85, ARM_SCALES = 4.5, WINDOW_SCALES = 12;
static const float HIGHEST = 0.2f, ROOT_OF_TWO = 1.41421356f;

/* Bell curves: by the square of the distance in arm steps, in 65536ths; by half the window, in 4096ths. */
static const float BELL_ROUND[ROUND + 1] = {
    65536, 62598, 59792, 57112, 54552, 52107, 49771, 47540, 45409, 43374, 41429, 39572, 37798, 36104,
    34486, 32940, 31463, 30053, 28706, 27419, 26190, 25016, 23895, 22824, 21801, 20823, 19890, 18998,
    18147, 17333, 16556, 15814, 15105, 14428, 13781, 13164, 12574, 12010, 11472, 10957, 10466, 9997,
    9549,  9121,  8712,  8322,  7949,  7592,  7252,  6927,  6616,  6320,  6037,
};
static const float BELL_WINDOW[SAMPLES] = {
    2639 / 4096.0f, 2944 / 4096.0f, 3234 / 4096.0f, 3497 / 4096.0f, 3722 / 4096.0f, 3901 / 4096.0f, 4025 / 4096.0f, 4088 / 4096.0f,
    4088 / 4096.0f, 4025 / 4096.0f, 3901 / 4096.0f, 3722 / 4096.0f, 3497 / 4096.0f, 3234 / 4096.0f, 2944 / 4096.0f, 2639 / 4096.0f,
};

/* The angle whose tangent is z, for z from 0 to 1, in turns: z times a polynomial in its square, right to a millionth. */
static const float ATAN[6] = {0.159151763f, -0.0529498085f, 0.0308781862f, -0.0187289622f, 0.00860425923f, -0.00195619627f};

/* Cosine and sine of an angle in turns, by their series around the nearest quarter. */
static void sides_of(double turn, double *cosine, double *sine)
{
    int quarter = parts_floor(turn * 4 + 0.5);
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

/* The field to the left of a sample or above it; some of it counts for that one, the rest for the next. */
static int field_of(int sample) { return (sample + 2) / FIELDS - 1; }

static int in_fields(int field) { return field >= 0 && field < FIELDS; }

static float share_of(int sample, int next)
{
    float first = 1 - (float)((sample + 2) % FIELDS * 2 + 1) / (2 * FIELDS);

    return BELL_WINDOW[sample] * (next ? 1 - first : first);
}

/* The numbers of the mirrored window, which lies with its direction as before and its two other sides exchanged. */
static void mirror_runs(const float numbers[NUMBERS], float mirrored[NUMBERS])
{
    for (int at = 0; at < NUMBERS; at++) {
        int row = at / (FIELDS * SIDES), column = at / SIDES % FIELDS, side = at % SIDES;
        mirrored[((FIELDS - 1 - row) * FIELDS + column) * SIDES + (SIDES - side) % SIDES] = numbers[at];
    }
}

/* The second half of the bits compares the numbers in another order and with other signs, both drawn by a fixed rule. */
void parts_draw_order(parts_order *order)
{
    uint32_t drawn = 12345;

    for (int i = 0; i < NUMBERS; i++)
        order->order[i] = (uint8_t)i;
    for (int i = NUMBERS - 1; i > 0; i--) {
        drawn = drawn * 1664525u + 1013904223u;
        uint32_t j = (drawn >> 8) % (uint32_t)(i + 1);
        uint8_t held = order->order[i];
        order->order[i] = order->order[j];
        order->order[j] = held;
    }
    for (int i = 0; i < NUMBERS; i++) {
        drawn = drawn * 1664525u + 1013904223u;
        order->sign[i] = drawn >> 31 ? 1.0f : -1.0f;
    }
}

#define LOOP(name) name##_plain
#define LOOP_FOR
#include "parts_print_once.h"
#undef LOOP
#undef LOOP_FOR

#if defined(__x86_64__) && defined(__GNUC__)
#define LOOP(name) name##_avx2
#define LOOP_FOR __attribute__((target("avx2")))
#include "parts_print_once.h"

static int wide_registers(void) { return __builtin_cpu_supports("avx2"); }
#else
#define find_rays_avx2 find_rays_plain
#define print_avx2 print_plain
static int wide_registers(void) { return 0; }
#endif

int parts_directions(const parts_scales *scales, const parts_point *point, double turns[2])
{
    double rays[RAYS], most = 0, own[2] = {0, 0};
    int count = 0;

    (wide_registers() ? find_rays_avx2 : find_rays_plain)(scales, point, rays);
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

void parts_print(const parts_scales *scales, const parts_point *point, double turn, const parts_order *order, parts_one *part)
{
    (wide_registers() ? print_avx2 : print_plain)(scales, point, turn, order, part);
}
