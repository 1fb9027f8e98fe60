#ifndef ENDEKS_CZXING_ASSERTION_H
#define ENDEKS_CZXING_ASSERTION_H

/// What an assertion of ZXing that does not hold is turned into while a `CatchesAssertions` is alive in its thread.
struct AssertionFailed {};

/// While it lives, an assertion that fails in this thread throws instead of ending the process.
class CatchesAssertions {
public:
    CatchesAssertions();
    ~CatchesAssertions();
    CatchesAssertions(const CatchesAssertions &) = delete;
    CatchesAssertions &operator=(const CatchesAssertions &) = delete;
};

#endif
