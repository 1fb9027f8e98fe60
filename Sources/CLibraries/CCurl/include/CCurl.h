#ifndef ENDEKS_CCURL_H
#define ENDEKS_CCURL_H
int endeks_curl_version(void);
#endif
