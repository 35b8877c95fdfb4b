/* Builds the loops of blurring for every machine and, where the compiler can, for 256-bit registers.
 *
 * A sum of two values fits 16 bits, as brightness stays under 2 to the 15th; each product keeps its upper half.
 */
#include "parts_loops.h"

#include <string.h>

enum { BLOCK = 64 };

#define UPPER(value, weight) (uint16_t)((uint32_t)(uint16_t)(value) * (weight) >> 16)

/* out[x .. x + BLOCK - 1] = the weighted mean of pairs of values, the k-th of `pairs[2k - 1]` and `pairs[2k]`, and the middle */
static inline void blur_block_plain(const uint16_t *const pairs[2 * REACH + 1], ptrdiff_t x, const uint16_t *weight, int reach,
                                    uint16_t *out)
{
    uint16_t sum[BLOCK];

    for (int i = 0; i < BLOCK; i++)
        sum[i] = UPPER(pairs[0][x + i], weight[0]);
    for (int k = 1; k <= reach; k++) {
        const uint16_t *one = pairs[2 * k - 1] + x, *other = pairs[2 * k] + x;
        for (int i = 0; i < BLOCK; i++)
            sum[i] = (uint16_t)(sum[i] + UPPER(one[i] + other[i], weight[k]));
    }
    memcpy(out + x, sum, sizeof sum);
}

#define LOOP(name) name##_plain
#define LOOP_FOR
#include "parts_blur_once.h"
#undef LOOP
#undef LOOP_FOR

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>

enum { LANES = 16, WIDE = BLOCK / LANES };

#define READ(from) _mm256_loadu_si256((const __m256i *)(from))

/* Written out, because compilers keep the four sums in memory otherwise, which takes twice as long. */
__attribute__((target("avx2"))) static inline void blur_block_avx2(const uint16_t *const pairs[2 * REACH + 1], ptrdiff_t x,
                                                                   const uint16_t *weight, int reach, uint16_t *out)
{
    __m256i sum[WIDE], factor = _mm256_set1_epi16((short)weight[0]);

    for (int i = 0; i < WIDE; i++)
        sum[i] = _mm256_mulhi_epu16(READ(pairs[0] + x + i * LANES), factor);
    for (int k = 1; k <= reach; k++) {
        const uint16_t *one = pairs[2 * k - 1] + x, *other = pairs[2 * k] + x;
        factor = _mm256_set1_epi16((short)weight[k]);
        for (int i = 0; i < WIDE; i++) {
            __m256i both = _mm256_add_epi16(READ(one + i * LANES), READ(other + i * LANES));
            sum[i] = _mm256_add_epi16(sum[i], _mm256_mulhi_epu16(both, factor));
        }
    }
    for (int i = 0; i < WIDE; i++)
        _mm256_storeu_si256((__m256i *)(out + x + i * LANES), sum[i]);
}

#define LOOP(name) name##_avx2
#define LOOP_FOR __attribute__((target("avx2")))
#include "parts_blur_once.h"

const parts_loops *parts_loops_here(void) { return __builtin_cpu_supports("avx2") ? &set_avx2 : &set_plain; }
#else
const parts_loops *parts_loops_here(void) { return &set_plain; }
#endif
