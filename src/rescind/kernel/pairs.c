/* All rows of one table of prints that are near rows of another. */
#include "parts.h"

#include <string.h>

enum { WORDS = PARTS_BYTES / 8 };

static int ones(uint64_t word)
{
    word -= word >> 1 & 0x5555555555555555u;
    word = (word & 0x3333333333333333u) + (word >> 2 & 0x3333333333333333u);
    word = (word + (word >> 4)) & 0x0f0f0f0f0f0f0f0fu;
    return (int)(word * 0x0101010101010101u >> 56);
}

#define LOOP(name) name##_plain
#define LOOP_FOR
#define ONES ones
#include "pairs_once.h"
#undef LOOP
#undef LOOP_FOR
#undef ONES

#if defined(__x86_64__) && defined(__GNUC__)
#define LOOP(name) name##_popcnt
#define LOOP_FOR __attribute__((target("popcnt")))
#define ONES __builtin_popcountll
#include "pairs_once.h"

size_t parts_pairs(const uint8_t *mine, size_t rows, const uint8_t *other, size_t others, int within, parts_pair *found,
                   size_t room)
{
    return (__builtin_cpu_supports("popcnt") ? pairs_popcnt : pairs_plain)(mine, rows, other, others, within, found, room);
}
#else
size_t parts_pairs(const uint8_t *mine, size_t rows, const uint8_t *other, size_t others, int within, parts_pair *found,
                   size_t room)
{
    return pairs_plain(mine, rows, other, others, within, found, room);
}
#endif
