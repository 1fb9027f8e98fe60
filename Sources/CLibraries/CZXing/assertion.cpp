// Debian builds ZXing with its assertions, and one of 1.4.0 fails on plain pictures: any in which the same bar code stands
// twice (zxing-cpp issue 740, mended in 2.0). It would end the process, and with it the reading of a good photo.
//
// <cassert> must not be included here: it declares that `__assert_fail` throws nothing.
#include "assertion.h"

#include <cstdio>
#include <cstdlib>

namespace {

thread_local int catching = 0;

} // namespace

CatchesAssertions::CatchesAssertions() { catching++; }
CatchesAssertions::~CatchesAssertions() { catching--; }

/// What `assert` calls, in the executable's place before the C library's.
///
/// The comparison that fails holds nothing that would need to be given back, so an exception leaves it as it leaves any
/// function. From an assertion somewhere else it may not get out; the process then ends as it would have without this.
extern "C" [[noreturn]] __attribute__((visibility("default"))) void
__assert_fail(const char *assertion, const char *file, unsigned line, const char *function) {
    if (catching > 0) throw AssertionFailed();
    std::fprintf(stderr, "%s:%u: %s: Assertion `%s' failed.\n", file, line, function, assertion);
    std::abort();
}
