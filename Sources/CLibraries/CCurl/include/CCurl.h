#ifndef ENDEKS_CCURL_H
#define ENDEKS_CCURL_H
#include <stddef.h>
#include <stdint.h>

/// What became of an exchange.
enum endeks_curl_outcome {
    /// A response came, whatever its status.
    endeks_curl_answered = 0,
    /// Nothing was sent: no such host, no connection, a certificate that does not hold, an address we do not take.
    endeks_curl_not_sent = 1,
    /// The request went out, in whole or in part, and no whole response came.
    endeks_curl_no_response = 2,
    /// The response is larger than was allowed.
    endeks_curl_too_large = 3,
};

/// A handle with its own connections; one thread uses it at a time.
typedef struct endeks_curl endeks_curl;

endeks_curl *endeks_curl_open(void);
void endeks_curl_close(endeks_curl *handle);

struct endeks_curl_request {
    const char *method;
    const char *url;
    /// Header lines, each ended by a line feed.
    const char *headers;
    const uint8_t *body;
    size_t body_count;
    long connect_milliseconds;
    long total_milliseconds;
    /// The most bytes of a response.
    size_t most;
    /// Plain http may be used, and no proxy: for an address on this machine.
    int on_loopback;
    /// A connection of its own. libcurl repeats a request by itself when a kept connection breaks before the response,
    /// which must not happen to one that has an effect.
    int alone;
};

struct endeks_curl_response {
    enum endeks_curl_outcome outcome;
    /// libcurl's own number of what went wrong, for the log.
    int code;
    long status;
    /// Given back with endeks_curl_release.
    uint8_t *body;
    size_t count;
    /// Seconds of a Retry-After header, or 0.
    long retry_after;
};

/// Does one exchange, blocking. Redirects are not followed; nothing but http and https is spoken.
void endeks_curl_perform(
    endeks_curl *handle, const struct endeks_curl_request *request, struct endeks_curl_response *response);
void endeks_curl_release(struct endeks_curl_response *response);

/// Takes an address apart by the same rules as it is fetched. Returns 0, or -1 when it is none, names a user, or does not fit.
int endeks_curl_split(
    const char *url, char *scheme, size_t scheme_size, char *host, size_t host_size, int *port);
#endif
