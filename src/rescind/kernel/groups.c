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
    bits -= bits >> 1 & 0x5555555555555555u;
    bits = (bits & 0x3333333333333333u) + (bits >> 2 & 0x3333333333333333u);
    bits = (bits + (bits >> 4)) & 0x0f0f0f0f0f0f0f0fu;
    return (int)(bits * 0x0101010101010101u >> 56);
}

static size_t place_of_lowest(uint64_t bits) { return (size_t)count_bits((bits & (0 - bits)) - 1); }

/* Goes on until the lowest bit of those at hand is the one of place `number`, which was not passed yet; whether there is
 * one. */
static int go_on(groups_cursor *on, const groups_code *code, size_t number)
{
    size_t end = code->at + code->count + code->highs;

    for (size_t ones; on->ones + (ones = (size_t)count_bits(on->here)) <= number; on->here = bits_at(on->bits, on->at)) {
        on->ones += ones;
        on->at += BITS_AT_ONCE;
        if (on->at >= end)
            return 0;
    }
    for (; on->ones < number; on->ones++)
        on->here &= on->here - 1;
    return 1;
}

size_t groups_get(const uint8_t *bits, const groups_code *code, size_t number, groups_cursor *on)
{
    size_t lows = code->at + code->count + code->highs + number * (size_t)code->low, high;

    if (on->bits != bits || on->begin != code->at || on->ones > number)
        *on = (groups_cursor){bits, code->at, code->at, 0, bits_at(bits, code->at)};
    if (!go_on(on, code, number))
        return GROUPS_NONE;
    high = on->at + place_of_lowest(on->here) - code->at - number;
    if (high >= code->highs)
        return GROUPS_NONE;
    return high << code->low | (size_t)(bits_at(bits, lows) & (((uint64_t)1 << code->low) - 1));
}
