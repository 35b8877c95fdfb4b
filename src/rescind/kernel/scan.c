/* Counting differing bits row by row, with the best instructions the machine has. */
#include "scan.h"

#include <string.h>

enum { ROW = 32 };

typedef struct {
    uint64_t word[4];
} row_words;

static inline row_words load(const uint8_t *row)
{
    row_words words;
    memcpy(&words, row, ROW);
    return words;
}

static inline uint64_t count_plain(uint64_t bits)
{
    bits -= bits >> 1 & 0x5555555555555555u;
    bits = (bits & 0x3333333333333333u) + (bits >> 2 & 0x3333333333333333u);
    bits = (bits + (bits >> 4)) & 0x0f0f0f0f0f0f0f0fu;
    return bits * 0x0101010101010101u >> 56;
}

int scan_distance(const uint8_t a[32], const uint8_t b[32])
{
    row_words left = load(a), right = load(b);
    uint64_t bits = 0;

    for (int k = 0; k < 4; k++)
        bits += count_plain(left.word[k] ^ right.word[k]);
    return (int)bits;
}

/* Distances of `count` rows. */
typedef void measure(const uint8_t *table, size_t count, const uint8_t query[32], uint16_t *apart);

static void measure_portable(const uint8_t *table, size_t count, const uint8_t query[32], uint16_t *apart)
{
    for (size_t row = 0; row < count; row++)
        apart[row] = (uint16_t)scan_distance(table + row * ROW, query);
}

#if (defined(__x86_64__) || defined(__i386__)) && defined(__GNUC__)
#define SCAN_X86 1
#include <immintrin.h>

__attribute__((target("popcnt"))) static void measure_popcnt(const uint8_t *table, size_t count,
                                                             const uint8_t query[32], uint16_t *apart)
{
    row_words wanted = load(query);

    for (size_t row = 0; row < count; row++) {
        row_words words = load(table + row * ROW);
        int bits = 0;
        for (int k = 0; k < 4; k++)
            bits += __builtin_popcountll(words.word[k] ^ wanted.word[k]);
        apart[row] = (uint16_t)bits;
    }
}

__attribute__((target("avx2"))) static inline __m256i nibble_counts(__m256i bits)
{
    const __m256i table = _mm256_setr_epi8(0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, 0, 1, 1, 2, 1, 2, 2, 3, 1, 2,
                                           2, 3, 2, 3, 3, 4);
    const __m256i low = _mm256_set1_epi8(15);
    __m256i under = _mm256_shuffle_epi8(table, _mm256_and_si256(bits, low));
    __m256i over = _mm256_shuffle_epi8(table, _mm256_and_si256(_mm256_srli_epi16(bits, 4), low));
    return _mm256_sad_epu8(_mm256_add_epi8(under, over), _mm256_setzero_si256());
}

__attribute__((target("avx2"))) static void measure_avx2(const uint8_t *table, size_t count, const uint8_t query[32],
                                                         uint16_t *apart)
{
    const __m256i wanted = _mm256_loadu_si256((const __m256i *)query);

    for (size_t row = 0; row < count; row++) {
        __m256i sums = nibble_counts(_mm256_xor_si256(_mm256_loadu_si256((const __m256i *)(table + row * ROW)), wanted));
        __m128i half = _mm_add_epi64(_mm256_castsi256_si128(sums), _mm256_extracti128_si256(sums, 1));
        apart[row] = (uint16_t)(_mm_extract_epi16(half, 0) + _mm_extract_epi16(half, 4));
    }
}

#define WIDE __attribute__((target("avx512f,avx512bw,avx512vl,avx512vpopcntdq")))

/* Eight rows at once: counts of words, then the four words of each row are added. */
WIDE static void measure_wide(const uint8_t *table, size_t count, const uint8_t query[32], uint16_t *apart)
{
    const __m512i wanted = _mm512_broadcast_i64x4(_mm256_loadu_si256((const __m256i *)query));
    const __m512i even = _mm512_setr_epi64(0, 2, 4, 6, 8, 10, 12, 14), odd = _mm512_setr_epi64(1, 3, 5, 7, 9, 11, 13, 15);
    size_t row = 0;

    for (; row + 8 <= count; row += 8) {
        __m512i words[4];
        for (int k = 0; k < 4; k++)
            words[k] = _mm512_popcnt_epi64(
                _mm512_xor_si512(_mm512_loadu_si512(table + row * ROW + (size_t)k * 64), wanted));
        __m512i low = _mm512_add_epi64(_mm512_permutex2var_epi64(words[0], even, words[1]),
                                       _mm512_permutex2var_epi64(words[0], odd, words[1]));
        __m512i high = _mm512_add_epi64(_mm512_permutex2var_epi64(words[2], even, words[3]),
                                        _mm512_permutex2var_epi64(words[2], odd, words[3]));
        __m512i sums = _mm512_add_epi64(_mm512_permutex2var_epi64(low, even, high),
                                        _mm512_permutex2var_epi64(low, odd, high));
        _mm_storeu_si128((__m128i *)(apart + row), _mm512_cvtepi64_epi16(sums));
    }
    measure_portable(table + row * ROW, count - row, query, apart + row);
}
#endif

static measure *choose(void)
{
#ifdef SCAN_X86
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
        __builtin_cpu_supports("avx512vpopcntdq"))
        return measure_wide;
    if (__builtin_cpu_supports("avx2"))
        return measure_avx2;
    if (__builtin_cpu_supports("popcnt"))
        return measure_popcnt;
#endif
    return measure_portable;
}

const char *scan_with(void)
{
    measure *chosen = choose();
#ifdef SCAN_X86
    if (chosen == measure_wide)
        return "vpopcntdq";
    if (chosen == measure_avx2)
        return "avx2";
    if (chosen == measure_popcnt)
        return "popcnt";
#endif
    (void)chosen;
    return "portable";
}

size_t scan_rows(const uint8_t *table, size_t from, size_t rows, const uint8_t query[32], int within, uint64_t *found,
                 uint16_t *apart, size_t room, size_t *reached)
{
    enum { BLOCK = 512 };
    uint16_t block[BLOCK];
    measure *measured = choose();
    size_t hits = 0, row = from;

    while (row < rows && hits + BLOCK <= room) {
        size_t count = rows - row < BLOCK ? rows - row : BLOCK;
        measured(table + row * ROW, count, query, block);
        for (size_t k = 0; k < count; k++)
            if (block[k] <= within) {
                found[hits] = row + k;
                apart[hits++] = block[k];
            }
        row += count;
    }
    *reached = row;
    return hits;
}
