/* All rows of one table of prints that are near rows of another.
 *
 * The other table is taken a block at a time, its words set apart, so that one print is measured against many at once.
 */
#include "parts.h"

#include <string.h>

enum { WORDS = PARTS_BYTES / 8, BLOCK = 512 };

static inline int ones(uint64_t word)
{
    word -= word >> 1 & 0x5555555555555555u;
    word = (word & 0x3333333333333333u) + (word >> 2 & 0x3333333333333333u);
    word = (word + (word >> 4)) & 0x0f0f0f0f0f0f0f0fu;
    return (int)(word * 0x0101010101010101u >> 56);
}

typedef void measure(const uint64_t words[WORDS][BLOCK], const uint64_t mine[WORDS], uint16_t apart[BLOCK], size_t count);

#define LOOP(name) name##_plain
#define LOOP_FOR
#define ONES ones
#include "pairs_once.h"
#undef LOOP
#undef LOOP_FOR
#undef ONES

#if defined(__x86_64__) && defined(__GNUC__)
#define ONES __builtin_popcountll
#define LOOP(name) name##_popcnt
#define LOOP_FOR __attribute__((target("popcnt")))
#include "pairs_once.h"
#undef LOOP
#undef LOOP_FOR
#define LOOP(name) name##_wide
#define LOOP_FOR __attribute__((target("avx512f,avx512bw,avx512vl,avx512vpopcntdq,prefer-vector-width=512")))
#include "pairs_once.h"
#undef LOOP
#undef LOOP_FOR
#undef ONES

static measure *measure_here(void)
{
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
        __builtin_cpu_supports("avx512vpopcntdq"))
        return measure_wide;
    return __builtin_cpu_supports("popcnt") ? measure_popcnt : measure_plain;
}
#else
static measure *measure_here(void) { return measure_plain; }
#endif

static void set_apart(const uint8_t *rows, size_t count, uint64_t words[WORDS][BLOCK])
{
    for (size_t j = 0; j < count; j++)
        for (size_t k = 0; k < WORDS; k++)
            memcpy(&words[k][j], rows + j * PARTS_BYTES + k * 8, 8);
}

typedef struct {
    parts_pair *found;
    size_t count, room;
    int within;
} pair_list;

static void note_near(pair_list *list, size_t row, size_t first, const uint16_t apart[BLOCK], size_t count)
{
    for (size_t j = 0; j < count; j++) {
        if (apart[j] > list->within)
            continue;
        if (list->count < list->room)
            list->found[list->count] = (parts_pair){(uint16_t)row, (uint16_t)(first + j), apart[j]};
        list->count++;
    }
}

/* With more than one block the words are set apart anew for every row of mine, so that the pairs come in order. */
size_t parts_pairs(const uint8_t *mine, size_t rows, const uint8_t *other, size_t others, int within, parts_pair *found,
                   size_t room)
{
    pair_list list = {found, 0, room, within};
    measure *measure_all = measure_here();
    uint64_t words[WORDS][BLOCK];
    uint16_t apart[BLOCK];

    for (size_t i = 0; i < rows; i++)
        for (size_t first = 0; first < others; first += BLOCK) {
            size_t count = others - first < BLOCK ? others - first : BLOCK;
            uint64_t own[WORDS];
            if (i == 0 || others > BLOCK)
                set_apart(other + first * PARTS_BYTES, count, words);
            memcpy(own, mine + i * PARTS_BYTES, sizeof own);
            measure_all((const uint64_t(*)[BLOCK])words, own, apart, count);
            note_near(&list, i, first, apart, count);
        }
    return list.count;
}
