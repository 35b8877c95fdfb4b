/* The pairs of two tables of prints; pairs.c includes this file once per build, with LOOP(name) and ONES set. */

static LOOP_FOR int LOOP(apart)(const uint64_t *mine, const uint8_t *other)
{
    uint64_t theirs[WORDS];

    memcpy(theirs, other, sizeof theirs);
    return (int)(ONES(mine[0] ^ theirs[0]) + ONES(mine[1] ^ theirs[1]) + ONES(mine[2] ^ theirs[2]) +
                 ONES(mine[3] ^ theirs[3]));
}

static LOOP_FOR size_t LOOP(pairs)(const uint8_t *mine, size_t rows, const uint8_t *other, size_t others, int within,
                                   parts_pair *found, size_t room)
{
    size_t count = 0;

    for (size_t i = 0; i < rows; i++) {
        uint64_t words[WORDS];
        memcpy(words, mine + i * PARTS_BYTES, sizeof words);
        for (size_t j = 0; j < others; j++) {
            int bits = LOOP(apart)(words, other + j * PARTS_BYTES);
            if (bits > within)
                continue;
            if (count < room)
                found[count] = (parts_pair){(uint16_t)i, (uint16_t)j, (uint16_t)bits};
            count++;
        }
    }
    return count;
}
