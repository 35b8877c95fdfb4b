/* A linear search through fingerprints, free of Python. */
#ifndef RESCIND_SCAN_H
#define RESCIND_SCAN_H

#include <stddef.h>
#include <stdint.h>

/* Looks at rows `from` .. `rows` - 1 of a table, 32 bytes a row, and writes number and distance of those at most `within`
 * bits from the query into `found` and `apart`, rows ascending, until `room` are found. Returns how many were written and
 * sets *reached to the first row not looked at. */
size_t scan_rows(const uint8_t *table, size_t from, size_t rows, const uint8_t query[32], int within, uint64_t *found,
                 uint16_t *apart, size_t room, size_t *reached);

/* The bits that differ. */
int scan_distance(const uint8_t a[32], const uint8_t b[32]);

/* The name of the instructions used: "vpopcntdq", "avx2", "popcnt" or "portable". */
const char *scan_with(void);

#endif
