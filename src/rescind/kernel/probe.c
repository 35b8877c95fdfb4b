/* Aiming a query at the tables, and the loops for every machine, chosen at run time. */
#include "probe.h"

#include <stdlib.h>

static inline int count_bits(uint64_t bits)
{
    bits -= bits >> 1 & 0x5555555555555555u;
    bits = (bits & 0x3333333333333333u) + (bits >> 2 & 0x3333333333333333u);
    bits = (bits + (bits >> 4)) & 0x0f0f0f0f0f0f0f0fu;
    return (int)(bits * 0x0101010101010101u >> 56);
}

#define COUNT_64(bits) count_bits(bits)
#define LOOP(name) name##_plain
#define LOOP_FOR
#include "probe_once.h"
#undef LOOP
#undef LOOP_FOR
#undef COUNT_64

static const probe_loops plain = {check_marks_plain, measure_plain};

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>

#define COUNT_64(bits) __builtin_popcountll(bits)
#define LOOP(name) name##_avx2
#define LOOP_FOR __attribute__((target("avx2,popcnt")))
#include "probe_once.h"
#undef LOOP
#undef LOOP_FOR
#undef COUNT_64

static const probe_loops avx2 = {check_marks_avx2, measure_avx2};

#define WIDE __attribute__((target("avx512f,avx512bw,avx512vl,avx512bitalg,avx512vpopcntdq,popcnt,bmi")))

WIDE static size_t check_marks_wide(const uint8_t *marks, size_t count, const probe_table *table, int apart,
                                    uint32_t first, uint32_t *passed)
{
    const __m512i mark = _mm512_set1_epi16((short)table->mark);
    const __m512i near = _mm512_set1_epi16((short)table->near);
    const __m512i most_near = _mm512_set1_epi16((short)(table->radius - apart));
    const __m512i most_whole = _mm512_set1_epi16((short)(table->both - apart));
    size_t hits = 0;

    for (size_t from = 0; from < count; from += 32) {
        __mmask32 there = count - from < 32 ? ((__mmask32)1 << (count - from)) - 1 : ~(__mmask32)0;
        __m512i other = _mm512_xor_si512(_mm512_maskz_loadu_epi16(there, marks + 2 * from), mark);
        __mmask32 fits = _mm512_mask_cmple_epu16_mask(there, _mm512_popcnt_epi16(other), most_whole);
        if (fits)
            fits = _mm512_mask_cmple_epu16_mask(fits, _mm512_popcnt_epi16(_mm512_and_si512(other, near)), most_near);
        for (; fits; fits &= fits - 1)
            passed[hits++] = first + (uint32_t)from + (uint32_t)__builtin_ctz(fits);
    }
    return hits;
}

WIDE static void measure_wide(const uint8_t *prints, const uint32_t *rows, size_t count, const uint8_t query[32],
                              uint16_t *apart)
{
    const __m256i wanted = _mm256_loadu_si256((const __m256i *)query);

    for (size_t k = 0; k < count; k++) {
        const __m256i *print = (const __m256i *)(prints + (size_t)rows[k] * TABLES_ROW);
        __m256i words = _mm256_popcnt_epi64(_mm256_xor_si256(_mm256_loadu_si256(print), wanted));
        __m128i half = _mm_add_epi64(_mm256_castsi256_si128(words), _mm256_extracti128_si256(words, 1));
        apart[k] = (uint16_t)(_mm_cvtsi128_si64(half) + _mm_extract_epi64(half, 1));
    }
}

static const probe_loops wide = {check_marks_wide, measure_wide};

const probe_loops *probe_loops_here(void)
{
    if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
        __builtin_cpu_supports("avx512bitalg") && __builtin_cpu_supports("avx512vpopcntdq"))
        return &wide;
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt") ? &avx2 : &plain;
}
#else
const probe_loops *probe_loops_here(void) { return &plain; }
#endif

/* The radius of a table: within + 1 - tables shared out evenly, rounded down below zero too; layout.py, radii. */
static int radius_of(int tables, int within, int table)
{
    int total = within + 1 - tables, each = total / tables, over = total % tables;

    if (over < 0) {
        over += tables;
        each -= 1;
    }
    return each + over * (table + 1) / tables - over * table / tables;
}

static void aim_table(probe *aim, int which)
{
    const tables_plan *plan = aim->plan;
    probe_table *table = &aim->table[which];
    int width = tables_first(plan, which + 1) - tables_first(plan, which), next = (which + 1) % plan->tables;
    int same = width - plan->key_bits < TABLES_MARK_BITS ? width - plan->key_bits : TABLES_MARK_BITS;

    table->radius = radius_of(plan->tables, aim->within, which);
    table->both = plan->tables > 1 ? table->radius + radius_of(plan->tables, aim->within, next) + 1 : table->radius;
    table->key_first = tables_first(plan, which);
    table->mark_first = table->key_first + plan->key_bits;
    table->key = bits_field(&aim->bits, table->key_first, plan->key_bits);
    table->mark = (uint16_t)bits_field(&aim->bits, table->mark_first, TABLES_MARK_BITS);
    table->near = (uint16_t)(((uint32_t)1 << same) - 1);
    aim->farthest = table->radius > aim->farthest ? table->radius : aim->farthest;
}

void probe_aim(probe *aim, const tables_plan *plan, const uint8_t *query, int within)
{
    aim->plan = plan;
    aim->print = query;
    aim->bits = bits_of_print(query);
    aim->within = within;
    aim->farthest = -1;
    for (int table = 0; table < plan->tables; table++)
        aim_table(aim, table);
}

static int finds(const probe *aim, const tables_bits *difference, int which)
{
    const probe_table *table = &aim->table[which];
    const tables_plan *plan = aim->plan;
    int key = count_bits(bits_field(difference, table->key_first, plan->key_bits));
    uint32_t mark;

    if (key > table->radius)
        return 0;
    mark = bits_field(difference, table->mark_first, TABLES_MARK_BITS);
    return key + count_bits(mark & table->near) <= table->radius && key + count_bits(mark) <= table->both;
}

int probe_found_before(const probe *aim, const tables_bits *print, int table)
{
    tables_bits difference;

    for (int k = 0; k < 4; k++)
        difference.word[k] = print->word[k] ^ aim->bits.word[k];
    for (int before = 0; before < table; before++)
        if (finds(aim, &difference, before))
            return 1;
    return 0;
}

static double choices(int from, int count)
{
    double ways = 1;

    for (int k = 0; k < count; k++)
        ways = ways * (from - k) / (k + 1);
    return ways;
}

double probe_mask_count(int key_bits, int radius)
{
    double count = 0;

    for (int bits = 0; bits <= radius && bits <= key_bits; bits++)
        count += choices(key_bits, bits);
    return count;
}

/* The next number with as many bits. */
static uint32_t next_same(uint32_t mask)
{
    uint32_t low = mask & -mask, carried = mask + low;
    return carried | ((mask ^ carried) >> 2) / low;
}

static size_t write_masks(uint32_t *mask, int key_bits, int bits)
{
    uint64_t number = ((uint64_t)1 << bits) - 1;
    size_t count = 0;

    if (!bits) {
        mask[0] = 0;
        return 1;
    }
    for (; number < (uint64_t)1 << key_bits; number = next_same((uint32_t)number))
        mask[count++] = (uint32_t)number;
    return count;
}

int probe_make_masks(probe_masks *masks, int key_bits, int radius)
{
    size_t count = 0;

    radius = radius > key_bits ? key_bits : radius;
    if (masks->mask && radius <= masks->radius)
        return TABLES_DONE;
    free(masks->mask);
    masks->mask = malloc((size_t)(probe_mask_count(key_bits, radius) + 1) * sizeof *masks->mask);
    if (!masks->mask)
        return TABLES_NO_MEMORY;
    for (int bits = 0; bits <= radius; bits++) {
        count += write_masks(masks->mask + count, key_bits, bits);
        masks->ends[bits] = count;
    }
    masks->radius = radius;
    return TABLES_DONE;
}
