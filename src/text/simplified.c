#include "simplified.h"

#include "chuanda/buffer.h"
#include "chuanda/utf8.h"

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

bool is_traditional(uint32_t code_point)
{
    static const uint32_t shared[] = {
        /* 乾俱吒夥姊徵摺 */ 0x4E7E,   0x4FF1, 0x5412, 0x5925, 0x59CA, 0x5FB5, 0x647A,
        /* 箝苎菸著藉跤阪麽 */ 0x7B9D, 0x82CE, 0x83F8, 0x8457, 0x85C9, 0x8DE4, 0x962A, 0x9EBD};
    for (size_t i = 0; i < sizeof shared / sizeof shared[0]; i++) {
        if (shared[i] == code_point)
            return false;
    }
    return simplify(code_point) != code_point;
}

char *simplified_copy(struct slice text)
{
    struct buffer copy = {0};
    for (size_t at = 0; at < text.length;)
        utf8_add(&copy, simplify(utf8_next(text, &at)));
    return buffer_take(&copy);
}
