/* How the tables of a search are laid out, free of Python; the words are in layout.py. */
#ifndef RESCIND_TABLES_H
#define RESCIND_TABLES_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum {
    TABLES_ROW = 32,         /* bytes of a print */
    TABLES_MOST = 16,        /* tables */
    TABLES_MARK_BITS = 16,
    TABLES_CROWDED = 1024,   /* rows of a bucket from which on it may be cut into shells, and */
    TABLES_TIMES = 16,       /* how many times as many as usual it must have besides */
    TABLES_CROWDED_BITS = 4, /* fewer low bits in shells */
    TABLES_SHELL = 48        /* bytes of a shell */
};

enum { TABLES_DONE = 0, TABLES_NO_MEMORY = -1 };

typedef struct {
    int tables, key_bits, group_bits;
    size_t count;
} tables_plan;

/* Where the sections of one table begin, and where it ends, in bytes from the start of all tables. */
typedef struct {
    size_t starts, marks, groups, shells, end;
} tables_sections;

/* A print as four words, the lowest bit first. */
typedef struct {
    uint64_t word[4];
} tables_bits;

/* Whether the plan makes sense and has room for so many rows; no tables is a plan too. */
int tables_sound(const tables_plan *plan);

/* The bytes of all tables of a sound plan. */
size_t tables_size(const tables_plan *plan);

tables_sections tables_sections_of(const tables_plan *plan, int table);

/* Where the piece of a table begins; piece `tables` begins at 256. */
static inline int tables_first(const tables_plan *plan, int table) { return table * 256 / plan->tables; }

static inline int tables_low(const tables_plan *plan) { return plan->key_bits - plan->group_bits; }

static inline size_t tables_groups(const tables_plan *plan)
{
    return (plan->count + ((size_t)1 << plan->group_bits) - 1) >> plan->group_bits;
}

/* How many values the number of a group has without its low bits. */
static inline size_t tables_highs(const tables_plan *plan, int low)
{
    return plan->count ? ((tables_groups(plan) - 1) >> low) + 1 : 0;
}

/* A bucket with more rows than this is cut into shells. */
static inline size_t tables_crowded(const tables_plan *plan)
{
    size_t usual = (plan->count + ((size_t)1 << plan->key_bits) - 1) >> plan->key_bits;
    return TABLES_TIMES * usual > TABLES_CROWDED ? TABLES_TIMES * usual : TABLES_CROWDED;
}

static inline size_t tables_shell_room(const tables_plan *plan) { return 2 * plan->count / tables_crowded(plan); }

/* The bits of the groups of all buckets, without the zeros behind. */
static inline size_t tables_group_bits(const tables_plan *plan)
{
    int low = tables_low(plan);
    return (size_t)(low + 1) * plan->count + (tables_highs(plan, low) << plan->key_bits);
}

/* Where the groups of a bucket begin. */
static inline size_t tables_first_bit(const tables_plan *plan, uint32_t key, size_t begin)
{
    int low = tables_low(plan);
    return (size_t)(low + 1) * begin + tables_highs(plan, low) * key;
}

/* Makes the tables of the prints into `out`. Returns TABLES_DONE or TABLES_NO_MEMORY. */
int tables_build(const uint8_t *prints, const tables_plan *plan, uint8_t *out);

/* Numbers in memory are little-endian on every machine. */
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
#define TABLES_SWAP 1
#else
#define TABLES_SWAP 0
#endif

static inline uint64_t tables_swap(uint64_t value, int bytes)
{
    uint64_t swapped = 0;

    for (int k = 0; k < bytes; k++)
        swapped |= (value >> 8 * k & 255) << 8 * (bytes - 1 - k);
    return swapped;
}

static inline uint16_t get_16(const uint8_t *at)
{
    uint16_t value;
    memcpy(&value, at, sizeof value);
    return TABLES_SWAP ? (uint16_t)tables_swap(value, 2) : value;
}

static inline uint32_t get_32(const uint8_t *at)
{
    uint32_t value;
    memcpy(&value, at, sizeof value);
    return TABLES_SWAP ? (uint32_t)tables_swap(value, 4) : value;
}

static inline uint64_t get_64(const uint8_t *at)
{
    uint64_t value;
    memcpy(&value, at, sizeof value);
    return TABLES_SWAP ? tables_swap(value, 8) : value;
}

static inline void put_16(uint8_t *at, uint32_t value)
{
    at[0] = (uint8_t)value;
    at[1] = (uint8_t)(value >> 8);
}

static inline void put_32(uint8_t *at, uint32_t value)
{
    put_16(at, value);
    put_16(at + 2, value >> 16);
}

static inline tables_bits bits_of_print(const uint8_t *print)
{
    tables_bits bits;

    for (int k = 0; k < 4; k++)
        bits.word[k] = get_64(print + 8 * k);
    return bits;
}

/* The number that `bits` (1 to 32) bits from `first` (under 512) on make, round the end to the start. */
static inline uint32_t bits_field(const tables_bits *print, int first, int bits)
{
    int word = first >> 6 & 3, shift = first & 63;
    uint64_t low = print->word[word] >> shift;
    uint64_t high = shift ? print->word[(word + 1) & 3] << (64 - shift) : 0;

    return (uint32_t)((low | high) & (((uint64_t)1 << bits) - 1));
}

#endif
