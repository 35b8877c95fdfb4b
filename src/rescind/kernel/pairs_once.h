/* The bits by which a print differs from many; pairs.c includes this file once per build, with LOOP(name) and ONES set. */

static LOOP_FOR void LOOP(measure)(const uint64_t words[WORDS][BLOCK], const uint64_t mine[WORDS], uint16_t apart[BLOCK],
                                   size_t count)
{
    uint64_t a = mine[0], b = mine[1], c = mine[2], d = mine[3];

    for (size_t j = 0; j < count; j++)
        apart[j] = (uint16_t)(ONES(words[0][j] ^ a) + ONES(words[1][j] ^ b) + ONES(words[2][j] ^ c) + ONES(words[3][j] ^ d));
}
