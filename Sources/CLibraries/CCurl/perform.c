#include "CCurl.h"
#include <curl/curl.h>
int endeks_curl_version(void) { return (int)curl_version_info(CURLVERSION_NOW)->version_num; }
