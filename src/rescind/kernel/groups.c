/* Writing and reading coded groups: the bit of a place is searched for from where the last one was found. */
#include "groups.h"

#include "tables.h"

enum { BITS_AT_ONCE = 56 }; /* that can be read from any bit on in one go */

static void put_bit(uint8_t *bits, size_t at) { bits[at >> 3] |= (uint8_t)(1 << (at & 7)); }

/* Puts a number of up to 24 bits where there is nothing but zeros. */
static void put_number(uint8_t *bits, size_t at, uint32_t number)
{
    uint64_t shifted = (uint64_t)number << (at & 7);

    for (uint8_t *to = bits + (at >> 3); shifted; shifted >>= 8)
        *to++ |= (uint8_t)shifted;
}

void groups_put(uint8_t *bits, const groups_code *code, size_t number, uint32_t group)
{
    size_t lows = code->at + code->count + code->highs;

    put_bit(bits, code->at + (group >> code->low) + number);
    put_number(bits, lows + number * (size_t)code->low, group & (((uint32_t)1 << code->low) - 1));
}

/* BITS_AT_ONCE bits from `at` on. */
static uint64_t bits_at(const uint8_t *bits, size_t at)
{
    return get_64(bits + (at >> 3)) >> (at & 7) & (((uint64_t)1 << BITS_AT_ONCE) - 1);
}

static int count_bits(uint64_t bits)
{
#if defined(__GNUC__)
    return __builtin_popcountll(bits);
#else
    int count = 0;
    for (; bits; bits &= bits - 1)
        count++;
    return count;
#endif
}

static size_t place_of_lowest(uint64_t bits) { return (size_t)count_bits((bits & (0 - bits)) - 1); }

/* Goes on to the bits that hold the one of place `number`, counted from 0; whether there are any. */
static int go_on(groups_cursor *on, const groups_code *code, size_t number, uint64_t *here)
{
    size_t end = code->at + code->count + code->highs;

    for (; on->at < end; on->at += BITS_AT_ONCE) {
        size_t ones;
        *here = bits_at(on->bits, on->at);
        ones = (size_t)count_bits(*here);
        if (on->ones + ones > number)
            return 1;
        on->ones += ones;
    }
    return 0;
}

size_t groups_get(const uint8_t *bits, const groups_code *code, size_t number, groups_cursor *on)
{
    size_t lows = code->at + code->count + code->highs + number * (size_t)code->low, high;
    uint64_t here;

    if (on->bits != bits || on->begin != code->at || on->ones > number)
        *on = (groups_cursor){bits, code->at, code->at, 0};
    if (!go_on(on, code, number, &here))
        return GROUPS_NONE;
    for (size_t skip = number - on->ones; skip; skip--)
        here &= here - 1;
    high = on->at + place_of_lowest(here) - code->at - number;
    if (high >= code->highs)
        return GROUPS_NONE;
    return high << code->low | (size_t)(bits_at(bits, lows) & (((uint64_t)1 << code->low) - 1));
}
