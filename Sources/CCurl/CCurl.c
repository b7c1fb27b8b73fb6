#define CURL_DISABLE_TYPECHECK
#include "CCurl.h"
#include <dlfcn.h>
#include <pthread.h>
#include <string.h>

#define FUNCTIONS(F) \
  F(CURLcode, global_init, (long)) \
  F(CURL *, easy_init, (void)) \
  F(void, easy_cleanup, (CURL *)) \
  F(CURLcode, easy_setopt, (CURL *, CURLoption, ...)) \
  F(CURLcode, easy_getinfo, (CURL *, CURLINFO, ...)) \
  F(const char *, easy_strerror, (CURLcode)) \
  F(struct curl_slist *, slist_append, (struct curl_slist *, const char *)) \
  F(void, slist_free_all, (struct curl_slist *)) \
  F(CURLM *, multi_init, (void)) \
  F(CURLMcode, multi_cleanup, (CURLM *)) \
  F(CURLMcode, multi_setopt, (CURLM *, CURLMoption, ...)) \
  F(CURLMcode, multi_add_handle, (CURLM *, CURL *)) \
  F(CURLMcode, multi_remove_handle, (CURLM *, CURL *)) \
  F(CURLMcode, multi_perform, (CURLM *, int *)) \
  F(CURLMcode, multi_poll, (CURLM *, struct curl_waitfd *, unsigned int, int, int *)) \
  F(CURLMcode, multi_wakeup, (CURLM *)) \
  F(CURLMsg *, multi_info_read, (CURLM *, int *))

#define DECLARE(type, name, parameters) type(*name) parameters;
static struct { FUNCTIONS(DECLARE) } curl;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static const char *failure;

static void load(void) {
  void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    // The next error of the loader would overwrite its text.
    const char *reason = dlerror();
    failure = reason ? strdup(reason) : NULL;
    if (!failure) failure = "libcurl.so.4 could not be loaded";
    return;
  }
#define RESOLVE(type, name, parameters) \
  *(void **)&curl.name = dlsym(library, "curl_" #name); \
  if (!curl.name) { failure = "libcurl.so.4 has no curl_" #name; return; }
  FUNCTIONS(RESOLVE)
  if (curl.global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) failure = "libcurl could not be initialised";
}

const char *ccurl_load(void) {
  pthread_once(&once, load);
  return failure;
}

CURL *ccurl_easy_init(void) { return curl.easy_init(); }
void ccurl_easy_cleanup(CURL *handle) { curl.easy_cleanup(handle); }
CURLcode ccurl_set_string(CURL *handle, CURLoption option, const char *value) { return curl.easy_setopt(handle, option, value); }
CURLcode ccurl_set_long(CURL *handle, CURLoption option, long value) { return curl.easy_setopt(handle, option, value); }
CURLcode ccurl_set_pointer(CURL *handle, CURLoption option, const void *value) { return curl.easy_setopt(handle, option, value); }
CURLcode ccurl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) { return curl.easy_setopt(handle, option, value); }
CURLcode ccurl_set_function(CURL *handle, CURLoption option, ccurl_write_function value) { return curl.easy_setopt(handle, option, value); }
CURLcode ccurl_get_long(CURL *handle, CURLINFO info, long *value) { return curl.easy_getinfo(handle, info, value); }
CURLcode ccurl_get_offset(CURL *handle, CURLINFO info, curl_off_t *value) { return curl.easy_getinfo(handle, info, value); }
const char *ccurl_easy_strerror(CURLcode code) { return curl.easy_strerror(code); }

struct curl_slist *ccurl_slist_append(struct curl_slist *list, const char *line) { return curl.slist_append(list, line); }
void ccurl_slist_free(struct curl_slist *list) { curl.slist_free_all(list); }

CURLM *ccurl_multi_init(void) { return curl.multi_init(); }
void ccurl_multi_cleanup(CURLM *multi) { curl.multi_cleanup(multi); }
CURLMcode ccurl_multi_set_long(CURLM *multi, CURLMoption option, long value) { return curl.multi_setopt(multi, option, value); }
CURLMcode ccurl_multi_add(CURLM *multi, CURL *handle) { return curl.multi_add_handle(multi, handle); }
CURLMcode ccurl_multi_remove(CURLM *multi, CURL *handle) { return curl.multi_remove_handle(multi, handle); }
CURLMcode ccurl_multi_perform(CURLM *multi, int *running) { return curl.multi_perform(multi, running); }
CURLMcode ccurl_multi_poll(CURLM *multi, int milliseconds) { return curl.multi_poll(multi, NULL, 0, milliseconds, NULL); }
CURLMcode ccurl_multi_wakeup(CURLM *multi) { return curl.multi_wakeup(multi); }

CURL *ccurl_multi_next_done(CURLM *multi, CURLcode *result) {
  int left;
  CURLMsg *message;
  while ((message = curl.multi_info_read(multi, &left))) {
    if (message->msg == CURLMSG_DONE) {
      *result = message->data.result;
      return message->easy_handle;
    }
  }
  return NULL;
}
