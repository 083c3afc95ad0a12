#include "simplified.h"

uint32_t simplify(uint32_t code_point)
{
    size_t low = 0;
    for (size_t high = simplified_count; low < high;) {
        size_t middle = (low + high) / 2;
        if (simplified_pairs[middle] >> 16 < code_point)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == simplified_count || simplified_pairs[low] >> 16 != code_point)
        return code_point;
    return simplified_pairs[low] & 0xFFFF;
}
