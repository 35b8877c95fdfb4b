/* PDQ fingerprints: from 64 by 64 points to waves, bits and quality, and when the quick points are good enough.
 *
 * Every bit asks whether a wave is over the median wave. The quick points lie within a known distance of the exact ones,
 * so a bit can only differ when a neighbour of the median lies within that distance; then, and when the quality stands at
 * such an edge, the exact way decides.
 */
#include "pdq.h"

#include "loops.h"
#include "shrink.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { WAVES = 16, MEDIAN = 127 };

/* The turns in the order of turn.py. */
static const pdq_turn TURN[PDQ_TURNS] = {
    {0, 0, 0}, {1, 0, 1}, {1, 1, 0}, {0, 1, 1}, {0, 1, 0}, {1, 1, 1}, {1, 0, 0}, {0, 0, 1},
};

/* The reference's single-precision sqrt(2 / 64) cos(k pi / 128) for k from 0 to 64. */
static const float COSINE[65] = {
    0.176776692f, 0.17672345f, 0.176563755f, 0.176297709f, 0.175925463f, 0.175447255f,
    0.174863353f, 0.17417413f, 0.173379973f, 0.172481388f, 0.171478912f, 0.170373142f,
    0.169164747f, 0.167854458f, 0.16644305f, 0.164931387f, 0.163320363f, 0.161610976f,
    0.15980424f, 0.157901242f, 0.155903131f, 0.153811097f, 0.151626423f, 0.14935042f,
    0.146984443f, 0.144529939f, 0.141988367f, 0.139361277f, 0.136650234f, 0.133856878f,
    0.130982891f, 0.128030002f, 0.125f, 0.121894695f, 0.118715972f, 0.115465738f,
    0.112145945f, 0.108758606f, 0.105305754f, 0.101789467f, 0.0982118696f, 0.0945751071f,
    0.0908813849f, 0.0871329084f, 0.0833319575f, 0.0794808045f, 0.0755817741f, 0.0716372207f,
    0.0676495135f, 0.0636210516f, 0.0595542751f, 0.0554516204f, 0.0513155647f, 0.0471486002f,
    0.0429532342f, 0.0387319922f, 0.0344874226f, 0.0302220769f, 0.0259385277f, 0.0216393545f,
    0.0173271466f, 0.0130045004f, 0.00867402088f, 0.00433831709f, 0.0f,
};

/* One entry of the reference's 16 by 64 matrix, from the quarter of a circle above. */
static float wave_at(int wave, int point)
{
    int k = (wave + 1) * (2 * point + 1) % 256;

    k = k > 128 ? 256 - k : k;
    return k <= 64 ? COSINE[k] : -COSINE[128 - k];
}

typedef struct {
    float by_point[PDQ_SIDE][WAVES];
} wave_table;

static void fill_table(wave_table *table)
{
    for (int point = 0; point < PDQ_SIDE; point++)
        for (int wave = 0; wave < WAVES; wave++)
            table->by_point[point][wave] = wave_at(wave, point);
}

/* Each sum takes its 64 products in order, as the reference does; the loops only run many sums side by side. */
static void find_waves(const wave_table *table, pdq_points points, float waves[PDQ_WAVES])
{
    pdq_loops_here()->waves((const float(*)[WAVES])table->by_point, (const float(*)[PDQ_SIDE])points, waves);
}

static void exchange_waves(const float waves[PDQ_WAVES], float exchanged[PDQ_WAVES])
{
    for (int i = 0; i < WAVES; i++)
        for (int j = 0; j < WAVES; j++)
            exchanged[j * WAVES + i] = waves[i * WAVES + j];
}

/* Moves the values so that the one at MEDIAN is where sorting would put it, smaller ones before, larger ones behind. */
static void select_median(float values[PDQ_WAVES])
{
    int low = 0, high = PDQ_WAVES - 1;

    while (low < high) {
        float pivot = values[(low + high) / 2];
        int i = low, j = high;
        while (i <= j) {
            while (values[i] < pivot)
                i++;
            while (values[j] > pivot)
                j--;
            if (i <= j) {
                float held = values[i];
                values[i++] = values[j];
                values[j--] = held;
            }
        }
        if (MEDIAN <= j)
            high = j;
        else if (MEDIAN >= i)
            low = i;
        else
            return;
    }
}

/* The bits, and how far the median stands from its nearer neighbour. The reference's median (Torben's method) is the
 * 128th smallest of 256. The last wave is the first bit. */
static float bits_of(const float waves[PDQ_WAVES], uint8_t bits[PDQ_BYTES])
{
    float ranked[PDQ_WAVES], below = -INFINITY, above = INFINITY;

    memcpy(ranked, waves, sizeof ranked);
    select_median(ranked);
    memset(bits, 0, PDQ_BYTES);
    for (int at = 0; at < PDQ_WAVES; at++) {
        if (waves[at] > ranked[MEDIAN])
            bits[PDQ_BYTES - 1 - at / 8] |= (uint8_t)(1 << at % 8);
        if (at < MEDIAN)
            below = fmaxf(below, ranked[at]);
        if (at > MEDIAN)
            above = fminf(above, ranked[at]);
    }
    return fminf(above - ranked[MEDIAN], ranked[MEDIAN] - below);
}

static int step_of(float here, float there)
{
    float step = here - there;

    step *= 100.0f;
    step /= 255.0f;
    return abs((int)step);
}

static int whole_quality(int steps) { return steps / 90 > 100 ? 100 : steps / 90; }

static int quality_of(float points[PDQ_SIDE][PDQ_SIDE])
{
    int steps = 0;

    for (int y = 0; y < PDQ_SIDE; y++)
        for (int x = 0; x < PDQ_SIDE; x++) {
            if (y + 1 < PDQ_SIDE)
                steps += step_of(points[y][x], points[y + 1][x]);
            if (x + 1 < PDQ_SIDE)
                steps += step_of(points[y][x], points[y][x + 1]);
        }
    return whole_quality(steps);
}

/* Whether the quality is the same when every step is up to `slack` hundredths smaller or larger; sets it if so. */
static int sure_quality(float points[PDQ_SIDE][PDQ_SIDE], float slack, int *quality)
{
    int32_t between[2] = {0, 0};

    for (int y = 0; y < PDQ_SIDE; y++) {
        pdq_loops_here()->steps(points[y], points[y] + 1, slack, PDQ_SIDE - 1, between);
        if (y + 1 < PDQ_SIDE)
            pdq_loops_here()->steps(points[y], points[y + 1], slack, PDQ_SIDE, between);
    }
    *quality = whole_quality(between[0]);
    return *quality == whole_quality(between[1]);
}

/* Whether nothing is rounded but where a window is cut off by an end: luma is whole numbers, dividing those by a power of
 * two is exact, and four such divisions by 16 still leave room for the sums. */
static int hardly_rounded(const pdq_picture *picture)
{
    size_t down = pdq_window(picture->height), across = pdq_window(picture->width);

    return picture->channels == 1 && down <= 16 && across <= 16 && !(down & (down - 1)) && !(across & (across - 1));
}

/* How far a quick wave may lie from the exact one: over twice the most that was measured near the median in 100,000 turned
 * pictures, photographs, noise, ramps, checks, sawteeth and stripes of 5 to 4500 pixels a side. What a running sum loses in
 * rounding grows like a random walk; in pictures with little in them it can keep one direction, so those get more room. */
static float apart_for(const pdq_picture *picture, const float waves[PDQ_WAVES])
{
    float side = sqrtf((float)(picture->width > picture->height ? picture->width : picture->height)), largest = 0;

    if (hardly_rounded(picture))
        return 0.0008f + 0.0001f * side;
    for (int at = 0; at < PDQ_WAVES; at++)
        largest = fmaxf(largest, fabsf(waves[at]));
    if (largest < 100)
        return 0.003f + 0.003f * side;
    return 0.003f + (picture->channels == 1 ? 0.0003f : 0.00045f) * side;
}

static int too_small(const pdq_picture *picture)
{
    return picture->width < PDQ_SMALLEST_SIDE || picture->height < PDQ_SMALLEST_SIDE;
}

/* The points as the reference finds them, for the turned picture. */
static int print_exactly(const pdq_picture *picture, const wave_table *table, int turn, uint8_t bits[PDQ_BYTES])
{
    pdq_points points;
    float waves[PDQ_WAVES];
    int done = pdq_exact(picture, TURN[turn], points);

    if (done != PDQ_DONE)
        return done;
    find_waves(table, points, waves);
    bits_of(waves, bits);
    return PDQ_DONE;
}

static int way_of(int turn) { return 2 * TURN[turn].rows + TURN[turn].columns; }

/* One turn from the waves of its way of reading; falls back to the exact way where those do not decide. */
static int print_turn(const pdq_picture *picture, const wave_table *table, int turn, const float *waves,
                      uint8_t bits[PDQ_BYTES])
{
    float exchanged[PDQ_WAVES];

    if (TURN[turn].exchange) {
        exchange_waves(waves, exchanged);
        waves = exchanged;
    }
    if (bits_of(waves, bits) > 2 * apart_for(picture, waves))
        return PDQ_DONE;
    return print_exactly(picture, table, turn, bits);
}

/* The quality of the picture as it lies: from its quick points, unless what they may be off could change it. */
static int find_quality(const pdq_picture *picture, pdq_points points, const float *waves, int *quality)
{
    int done;

    if (sure_quality(points, 2 * apart_for(picture, waves) * (100.0f / 255.0f), quality))
        return PDQ_DONE;
    done = pdq_exact(picture, TURN[0], points);
    if (done == PDQ_DONE)
        *quality = quality_of(points);
    return done;
}

/* Room for the points of all ways, filled for those in the set; NULL when there is no memory. */
static pdq_points *quick_points(const pdq_picture *picture, unsigned ways)
{
    pdq_points *points = malloc(PDQ_WAYS * sizeof *points);

    if (points && pdq_quick(picture, ways, points) == PDQ_DONE)
        return points;
    free(points);
    return NULL;
}

int pdq_print(const pdq_picture *picture, int turn, uint8_t bits[PDQ_BYTES], int *quality)
{
    wave_table table;
    pdq_points *points;
    float upright[PDQ_WAVES], turned[PDQ_WAVES];
    int way = way_of(turn), done;

    memset(bits, 0, PDQ_BYTES);
    *quality = 0;
    if (too_small(picture))
        return PDQ_DONE;
    if (!(points = quick_points(picture, PDQ_AS_IT_LIES | 1u << way)))
        return PDQ_NO_MEMORY;
    fill_table(&table);
    find_waves(&table, points[0], upright);
    if (way)
        find_waves(&table, points[way], turned);
    done = print_turn(picture, &table, turn, way ? turned : upright, bits);
    if (done == PDQ_DONE)
        done = find_quality(picture, points[0], upright, quality);
    free(points);
    return done;
}

int pdq_prints(const pdq_picture *picture, uint8_t bits[PDQ_TURNS][PDQ_BYTES], int *quality)
{
    wave_table table;
    pdq_points *points;
    float waves[PDQ_WAYS][PDQ_WAVES];
    int done = PDQ_DONE;

    memset(bits, 0, PDQ_TURNS * PDQ_BYTES);
    *quality = 0;
    if (too_small(picture))
        return PDQ_DONE;
    if (!(points = quick_points(picture, PDQ_ALL_WAYS)))
        return PDQ_NO_MEMORY;
    fill_table(&table);
    for (int way = 0; way < PDQ_WAYS; way++)
        find_waves(&table, points[way], waves[way]);
    for (int turn = 0; turn < PDQ_TURNS && done == PDQ_DONE; turn++)
        done = print_turn(picture, &table, turn, waves[way_of(turn)], bits[turn]);
    if (done == PDQ_DONE)
        done = find_quality(picture, points[0], waves[0], quality);
    free(points);
    return done;
}

int pdq_inspect(const pdq_picture *picture, int turn, float quick[PDQ_WAVES], float exact[PDQ_WAVES], float *apart)
{
    wave_table table;
    pdq_points *points = quick_points(picture, 1u << way_of(turn));
    float waves[PDQ_WAVES];
    int done = points ? PDQ_DONE : PDQ_NO_MEMORY;

    fill_table(&table);
    if (done == PDQ_DONE) {
        find_waves(&table, points[way_of(turn)], waves);
        memcpy(quick, waves, sizeof waves);
        if (TURN[turn].exchange)
            exchange_waves(waves, quick);
        done = pdq_exact(picture, TURN[turn], points[0]);
    }
    if (done == PDQ_DONE)
        find_waves(&table, points[0], exact);
    *apart = done == PDQ_DONE ? apart_for(picture, quick) : 0;
    free(points);
    return done;
}
