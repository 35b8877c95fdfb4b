/* Parts of a picture: windows that its own structure marks, each with a print, free of Python.
 *
 * A window lies where brightness stands out at some scale, and is turned the way brightness mostly runs there. So the same
 * windows are found again in a copy that was cut, turned, enlarged or framed, and their prints are nearly the same.
 * parts_array.py says what right is; both give the same bytes on every machine.
 */
#ifndef RESCIND_PARTS_H
#define RESCIND_PARTS_H

#include <stddef.h>
#include <stdint.h>

enum { PARTS_BYTES = 32, PARTS_PLACE = 8, PARTS_MOST = 4096, PARTS_ROWS = 65536 };
enum { PARTS_NO_MEMORY = -1 };

/* The place is four numbers of 16 bits, the lower byte first: x and y of the middle and the scale in 65536ths of the longer
 * side, then the direction in 65536ths of a full turn. */
typedef struct {
    uint8_t print[PARTS_BYTES], mirrored[PARTS_BYTES], place[PARTS_PLACE];
} parts_one;

/* Finds at most `most` parts of a picture, one byte of luma a pixel, the strongest first, and returns how many; none when
 * a side is very short beside the other. PARTS_NO_MEMORY when there is none. */
int parts_find(const uint8_t *luma, size_t width, size_t height, int most, parts_one *found);

/* Two prints that are at most `within` bits apart: a row of the one table and a row of the other. */
typedef struct {
    uint16_t mine, other, apart;
} parts_pair;

/* Writes the pairs of rows of 32 bytes, at most `within` bits apart, rows of `mine` ascending and for each those of
 * `other`; returns how many there are, of which no more than `room` were written. At most PARTS_ROWS rows each. */
size_t parts_pairs(const uint8_t *mine, size_t rows, const uint8_t *other, size_t others, int within, parts_pair *found,
                   size_t room);

#endif
