// FlyingFox brings FoundationNetworking along, whose URLSession is written on libcurl. Nothing here calls URLSession,
// but linked statically its references alone have libcurl, and thirty libraries behind it, loaded at every start.
// They end here instead: a URLSession in this program fails at once. Arguments are ignored, so none are declared.
#include <stddef.h>

#define REFUSE(name, type, value) \
  __attribute__((visibility("hidden"))) type name(void) { return value; }

enum { FAILED_INIT = 2, BAD_HANDLE = 1 };  // CURLE_FAILED_INIT; CURLM_BAD_HANDLE and CURLUE_BAD_HANDLE

REFUSE(curl_global_init, int, FAILED_INIT)
REFUSE(curl_version, const char *, "")
REFUSE(curl_version_info, void *, NULL)
REFUSE(curl_free, void, )
REFUSE(curl_easy_init, void *, NULL)
REFUSE(curl_easy_cleanup, void, )
REFUSE(curl_easy_setopt, int, FAILED_INIT)
REFUSE(curl_easy_getinfo, int, FAILED_INIT)
REFUSE(curl_easy_pause, int, FAILED_INIT)
REFUSE(curl_easy_strerror, const char *, "this program has no URLSession")
REFUSE(curl_slist_append, void *, NULL)
REFUSE(curl_slist_free_all, void, )
REFUSE(curl_multi_init, void *, NULL)
REFUSE(curl_multi_cleanup, int, BAD_HANDLE)
REFUSE(curl_multi_setopt, int, BAD_HANDLE)
REFUSE(curl_multi_assign, int, BAD_HANDLE)
REFUSE(curl_multi_add_handle, int, BAD_HANDLE)
REFUSE(curl_multi_remove_handle, int, BAD_HANDLE)
REFUSE(curl_multi_socket_action, int, BAD_HANDLE)
REFUSE(curl_multi_info_read, void *, NULL)
REFUSE(curl_url, void *, NULL)
REFUSE(curl_url_get, int, BAD_HANDLE)
REFUSE(curl_url_set, int, BAD_HANDLE)
