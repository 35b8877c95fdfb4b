/* From a picture to 64 by 64 points, in two ways: exactly as the reference rounds, and quickly.
 *
 * The exact way repeats every single-precision step of the reference in its order. The quick way takes the two smoothings
 * and the picking along a side as one linear map with about one weight per pixel; it differs from the exact way only by
 * what the reference's running sums lose in rounding, and says by how much at most.
 */
#ifndef RESCIND_SHRINK_H
#define RESCIND_SHRINK_H

#include "pdq.h"

typedef float pdq_points[PDQ_SIDE][PDQ_SIDE];

/* How a turn reads the picture: rows from the bottom, columns from the right, then rows and columns exchanged. */
typedef struct {
    int rows, columns, exchange;
} pdq_turn;

/* The exact points of the turned picture. */
int pdq_exact(const pdq_picture *picture, pdq_turn turn, pdq_points points);

/* Four ways to read a picture: way 2 * rows + columns. A set of them has bit 1 << way for each. */
enum { PDQ_WAYS = 4, PDQ_AS_IT_LIES = 1, PDQ_ALL_WAYS = 15 };

/* The points of the picture for each way in the set; the others are left as they are. */
int pdq_quick(const pdq_picture *picture, unsigned ways, pdq_points points[PDQ_WAYS]);

/* One smoothing averages this many pixels: a 128th of the side, rounded up. */
static inline size_t pdq_window(size_t length) { return (length + 2 * PDQ_SIDE - 1) / (2 * PDQ_SIDE); }

/* The position kept for point i of 64: centres, not corners. */
static inline size_t pdq_pick(size_t length, size_t i) { return (2 * i + 1) * length / (2 * PDQ_SIDE); }

#endif
