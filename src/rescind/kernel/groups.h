/* The groups of a bucket or shell as a string of bits, coded as layout.py tells; free of Python. */
#ifndef RESCIND_GROUPS_H
#define RESCIND_GROUPS_H

#include <stddef.h>
#include <stdint.h>

/* Where the string begins, for how many places, how many values the upper bits have, and how many low bits there are. */
typedef struct {
    size_t at, count, highs;
    int low;
} groups_code;

/* Where reading has come to, so that places in ascending order are read in one go; all zero at first. */
typedef struct {
    const uint8_t *bits;
    size_t begin, at, ones; /* `ones`: how many were passed */
    uint64_t here;          /* the bits at hand, without those passed */
} groups_cursor;

#define GROUPS_NONE SIZE_MAX

/* Writes the group of place `number` where there are zeros yet. */
void groups_put(uint8_t *bits, const groups_code *code, size_t number, uint32_t group);

/* The group of place `number`, under `count`; GROUPS_NONE when the bits make no sense. Reads at most eight bytes behind the
 * end of the string. */
size_t groups_get(const uint8_t *bits, const groups_code *code, size_t number, groups_cursor *cursor);

#endif
