// libcurl for Swift: its variadic functions as typed ones, and the library itself loaded at the first call,
// because loading it (and TLS, LDAP, Kerberos behind it) costs more than all the rest of a start.
#ifndef CCURL_H
#define CCURL_H
#include <curl/curl.h>

typedef size_t (*ccurl_write_function)(char *data, size_t size, size_t count, void *context);

/// Loads libcurl and initialises it, once. Returns NULL, or why it could not be loaded.
const char *ccurl_load(void);

CURL *ccurl_easy_init(void);
void ccurl_easy_cleanup(CURL *handle);
CURLcode ccurl_set_string(CURL *handle, CURLoption option, const char *value);
CURLcode ccurl_set_long(CURL *handle, CURLoption option, long value);
CURLcode ccurl_set_pointer(CURL *handle, CURLoption option, const void *value);
CURLcode ccurl_set_list(CURL *handle, CURLoption option, struct curl_slist *value);
CURLcode ccurl_set_function(CURL *handle, CURLoption option, ccurl_write_function value);
CURLcode ccurl_get_long(CURL *handle, CURLINFO info, long *value);
CURLcode ccurl_get_offset(CURL *handle, CURLINFO info, curl_off_t *value);
const char *ccurl_easy_strerror(CURLcode code);

struct curl_slist *ccurl_slist_append(struct curl_slist *list, const char *line);
void ccurl_slist_free(struct curl_slist *list);

CURLM *ccurl_multi_init(void);
void ccurl_multi_cleanup(CURLM *multi);
CURLMcode ccurl_multi_set_long(CURLM *multi, CURLMoption option, long value);
CURLMcode ccurl_multi_add(CURLM *multi, CURL *handle);
CURLMcode ccurl_multi_remove(CURLM *multi, CURL *handle);
CURLMcode ccurl_multi_perform(CURLM *multi, int *running);
CURLMcode ccurl_multi_poll(CURLM *multi, int milliseconds);
/// Ends a ccurl_multi_poll under way in another thread.
CURLMcode ccurl_multi_wakeup(CURLM *multi);
/// The next transfer that has ended, with its result; NULL when there is none.
CURL *ccurl_multi_next_done(CURLM *multi, CURLcode *result);

#endif
