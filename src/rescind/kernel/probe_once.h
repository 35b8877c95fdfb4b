/* The loops over marks and rows; included once for every kind of machine with LOOP and LOOP_FOR set. */

LOOP_FOR static inline uint16_t LOOP(count_16)(uint16_t bits)
{
    bits = (uint16_t)(bits - (bits >> 1 & 0x5555));
    bits = (uint16_t)((bits & 0x3333) + (bits >> 2 & 0x3333));
    bits = (uint16_t)((bits + (bits >> 4)) & 0x0f0f);
    return (uint16_t)((bits + (bits >> 8)) & 0x1f);
}

/* The counting runs without a branch, so that compilers put it into the widest registers there are. */
LOOP_FOR static size_t LOOP(check_marks)(const uint8_t *marks, size_t count, const probe_table *table, int apart,
                                         uint32_t first, uint32_t *passed)
{
    enum { STEP = 32 };
    uint16_t held[STEP], fits[STEP];
    uint16_t near = (uint16_t)(table->radius - apart), both = (uint16_t)(table->both - apart);
    size_t hits = 0;

    for (size_t from = 0; from < count; from += STEP) {
        size_t here = count - from < STEP ? count - from : STEP;
        uint16_t any = 0;
        memcpy(held, marks + 2 * from, 2 * here);
        for (size_t k = 0; k < STEP; k++) {
            uint16_t mark = TABLES_SWAP ? (uint16_t)tables_swap(held[k], 2) : held[k];
            uint16_t other = (uint16_t)(mark ^ table->mark);
            fits[k] = (uint16_t)((LOOP(count_16)(other & table->near) <= near) &
                                 (LOOP(count_16)(other) <= both));
            any |= fits[k];
        }
        for (size_t k = 0; any && k < here; k++)
            if (fits[k])
                passed[hits++] = first + (uint32_t)(from + k);
    }
    return hits;
}

LOOP_FOR static void LOOP(measure)(const uint8_t *prints, const uint32_t *rows, size_t count, const uint8_t query[32],
                                   uint16_t *apart)
{
    tables_bits wanted = bits_of_print(query);

    for (size_t k = 0; k < count; k++) {
        tables_bits print = bits_of_print(prints + (size_t)rows[k] * TABLES_ROW);
        int bits = 0;
        for (int w = 0; w < 4; w++)
            bits += COUNT_64(print.word[w] ^ wanted.word[w]);
        apart[k] = (uint16_t)bits;
    }
}
