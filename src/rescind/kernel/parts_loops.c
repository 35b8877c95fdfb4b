/* Builds the loops of blurring for every machine and, where the compiler can, for 256-bit registers. */
#include "parts_loops.h"

#include <string.h>

#define LOOP(name) name##_plain
#define LOOP_FOR
#include "parts_blur_once.h"
#undef LOOP
#undef LOOP_FOR

#if defined(__x86_64__) && defined(__GNUC__)
#define LOOP(name) name##_avx2
#define LOOP_FOR __attribute__((target("avx2")))
#include "parts_blur_once.h"

const parts_loops *parts_loops_here(void) { return __builtin_cpu_supports("avx2") ? &set_avx2 : &set_plain; }
#else
const parts_loops *parts_loops_here(void) { return &set_plain; }
#endif
