#include <stddef.h>
#include <stdint.h>

/// libFuzzer's own main, from an executable that has one: runs `one` on inputs as the arguments say.
int LLVMFuzzerRunDriver(int *count, char ***arguments, int (*one)(const uint8_t *bytes, size_t count));
