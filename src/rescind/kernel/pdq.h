/* PDQ fingerprints of pixels, free of Python: what module.c and, elsewhere, a browser build call.
 *
 * The bits are those of Meta's reference on the same pixels; slow.py says step by step what that means.
 */
#ifndef RESCIND_PDQ_H
#define RESCIND_PDQ_H

#include <stddef.h>
#include <stdint.h>

enum { PDQ_BYTES = 32, PDQ_TURNS = 8, PDQ_SIDE = 64, PDQ_WAVES = 256, PDQ_SMALLEST_SIDE = 5 };
enum { PDQ_DONE = 0, PDQ_NO_MEMORY = -1 };

/* A picture: width x height x channels bytes, row by row; channels is 1 (luma) or 3 (red, green, blue). */
typedef struct {
    const uint8_t *pixels;
    size_t width, height;
    int channels;
} pdq_picture;

/* The fingerprint of one turn, 0 to 7 in the order of turn.py, and the quality of the picture as it lies, 0 to 100. */
int pdq_print(const pdq_picture *picture, int turn, uint8_t bits[PDQ_BYTES], int *quality);

/* The fingerprints of the eight turns in the order of turn.py, and the quality of the upright picture. */
int pdq_prints(const pdq_picture *picture, uint8_t bits[PDQ_TURNS][PDQ_BYTES], int *quality);

/* For tests and measurements: the 256 waves of one turn as the quick way and as the exact way find them, and how far
 * apart the quick way believes they may be. Both sides must be at least PDQ_SMALLEST_SIDE. */
int pdq_inspect(const pdq_picture *picture, int turn, float quick[PDQ_WAVES], float exact[PDQ_WAVES], float *apart);

#endif
