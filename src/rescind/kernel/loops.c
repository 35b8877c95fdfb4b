/* Builds the loops for every machine and, where the compiler can, for 256-bit registers; chooses at run time. */
#include "loops.h"

#include <math.h>
#include <string.h>

#define LOOP(name) name##_plain
#define LOOP_FOR
#include "loops_once.h"
#undef LOOP
#undef LOOP_FOR

#if defined(__x86_64__) && defined(__GNUC__)
#define LOOP(name) name##_avx2
#define LOOP_FOR __attribute__((target("avx2")))
#include "loops_once.h"

const pdq_loops *pdq_loops_here(void) { return __builtin_cpu_supports("avx2") ? &set_avx2 : &set_plain; }
#else
const pdq_loops *pdq_loops_here(void) { return &set_plain; }
#endif
