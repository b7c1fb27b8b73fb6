// libdispatch's doors for a loop that serves the main queue itself. Their declarations are not installed with the
// toolchain; swift-corelibs-foundation's CFRunLoop goes through the same two.
#ifndef MAIN_QUEUE_H
#define MAIN_QUEUE_H
#include <sys/eventfd.h>

int _dispatch_get_main_queue_handle_4CF(void);
void _dispatch_main_queue_callback_4CF(void *ignored);

/// A descriptor that becomes readable when the main queue is given something to do.
static inline int cn_main_queue_descriptor(void) { return _dispatch_get_main_queue_handle_4CF(); }
/// Makes the descriptor wait for the next time.
static inline void cn_main_queue_acknowledge(void) {
    eventfd_t count;
    eventfd_read(_dispatch_get_main_queue_handle_4CF(), &count);
}
/// Does all that the main queue has to do. For the process's first thread alone.
static inline void cn_main_queue_drain(void) { _dispatch_main_queue_callback_4CF(0); }
#endif
