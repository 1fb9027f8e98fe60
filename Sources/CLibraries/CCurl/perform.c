#include "CCurl.h"

#include <curl/curl.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct endeks_curl {
    CURL *easy;
};

struct sink {
    uint8_t *bytes;
    size_t count;
    size_t capacity;
    size_t most;
    int too_large;
};

static pthread_once_t started = PTHREAD_ONCE_INIT;
static void start(void) { curl_global_init(CURL_GLOBAL_DEFAULT); }

endeks_curl *endeks_curl_open(void) {
    pthread_once(&started, start);
    endeks_curl *handle = calloc(1, sizeof *handle);
    if (!handle) return NULL;
    handle->easy = curl_easy_init();
    if (!handle->easy) {
        free(handle);
        return NULL;
    }
    return handle;
}

void endeks_curl_close(endeks_curl *handle) {
    if (!handle) return;
    curl_easy_cleanup(handle->easy);
    free(handle);
}

static size_t take(char *bytes, size_t size, size_t count, void *context) {
    struct sink *sink = context;
    size_t added = size * count;
    if (added > sink->most - sink->count) {
        sink->too_large = 1;
        return 0;
    }
    if (sink->count + added > sink->capacity) {
        size_t capacity = sink->capacity ? sink->capacity : 16384;
        while (capacity < sink->count + added) capacity *= 2;
        if (capacity > sink->most) capacity = sink->most;
        uint8_t *grown = realloc(sink->bytes, capacity);
        if (!grown) return 0;
        sink->bytes = grown;
        sink->capacity = capacity;
    }
    memcpy(sink->bytes + sink->count, bytes, added);
    sink->count += added;
    return added;
}

static struct curl_slist *lines(const char *headers) {
    // Without this libcurl waits for a 100 Continue before a body of more than a megabyte.
    struct curl_slist *list = curl_slist_append(NULL, "Expect:");
    while (headers && *headers && list) {
        const char *end = strchr(headers, '\n');
        size_t count = end ? (size_t)(end - headers) : strlen(headers);
        char *line = strndup(headers, count);
        struct curl_slist *longer = line ? curl_slist_append(list, line) : NULL;
        free(line);
        if (!longer) {
            curl_slist_free_all(list);
            return NULL;
        }
        list = longer;
        headers += count + (end ? 1 : 0);
    }
    return list;
}

static enum endeks_curl_outcome outcome(CURL *easy, CURLcode code, int too_large) {
    if (code == CURLE_OK) return endeks_curl_answered;
    if (too_large || code == CURLE_FILESIZE_EXCEEDED) return endeks_curl_too_large;
    switch (code) {
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_URL_MALFORMAT:
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
        return endeks_curl_not_sent;
    default: break;
    }
    long sent = 0;
    curl_easy_getinfo(easy, CURLINFO_REQUEST_SIZE, &sent);
    return sent > 0 ? endeks_curl_no_response : endeks_curl_not_sent;
}

void endeks_curl_perform(
    endeks_curl *handle, const struct endeks_curl_request *request, struct endeks_curl_response *response) {
    CURL *easy = handle->easy;
    struct sink sink = {.most = request->most};
    memset(response, 0, sizeof *response);
    response->outcome = endeks_curl_not_sent;
    struct curl_slist *headers = lines(request->headers);
    if (!headers) {
        response->code = CURLE_OUT_OF_MEMORY;
        return;
    }
    // Forgets the last request, keeps the connections.
    curl_easy_reset(easy);
    curl_easy_setopt(easy, CURLOPT_URL, request->url);
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, request->on_loopback ? "http,https" : "https");
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
    // A proxy of the environment is for the world outside.
    if (request->on_loopback) curl_easy_setopt(easy, CURLOPT_PROXY, "");
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, request->connect_milliseconds);
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, request->total_milliseconds);
    curl_easy_setopt(easy, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)request->most);
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &sink);
    if (request->alone) {
        curl_easy_setopt(easy, CURLOPT_FRESH_CONNECT, 1L);
        curl_easy_setopt(easy, CURLOPT_FORBID_REUSE, 1L);
    }
    if (request->body) {
        curl_easy_setopt(easy, CURLOPT_POST, 1L);
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)request->body_count);
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, (const char *)request->body);
    }
    curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, request->method);

    CURLcode code = curl_easy_perform(easy);
    response->code = (int)code;
    response->outcome = outcome(easy, code, sink.too_large);
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &response->status);
    curl_off_t wait = 0;
    if (curl_easy_getinfo(easy, CURLINFO_RETRY_AFTER, &wait) == CURLE_OK && wait > 0 && wait < 86400)
        response->retry_after = (long)wait;
    response->body = sink.bytes;
    response->count = sink.count;
    curl_slist_free_all(headers);
    // Nothing of this request may be touched through the handle later.
    curl_easy_reset(easy);
}

void endeks_curl_release(struct endeks_curl_response *response) {
    free(response->body);
    response->body = NULL;
    response->count = 0;
}

static int part(CURLU *url, CURLUPart which, unsigned flags, char *out, size_t size) {
    char *text = NULL;
    if (curl_url_get(url, which, &text, flags) != CURLUE_OK || !text) return -1;
    int fits = strlen(text) < size;
    if (fits) strcpy(out, text);
    curl_free(text);
    return fits ? 0 : -1;
}

int endeks_curl_split(
    const char *url, char *scheme, size_t scheme_size, char *host, size_t host_size, int *port) {
    char number[8] = "";
    char *user = NULL;
    int result = -1;
    pthread_once(&started, start);
    CURLU *parts = curl_url();
    if (!parts) return -1;
    if (curl_url_set(parts, CURLUPART_URL, url, 0) == CURLUE_OK
        && curl_url_get(parts, CURLUPART_USER, &user, 0) != CURLUE_OK
        && part(parts, CURLUPART_SCHEME, 0, scheme, scheme_size) == 0
        && part(parts, CURLUPART_HOST, 0, host, host_size) == 0
        && part(parts, CURLUPART_PORT, CURLU_DEFAULT_PORT, number, sizeof number) == 0) {
        *port = atoi(number);
        result = 0;
    }
    curl_free(user);
    curl_url_cleanup(parts);
    return result;
}
