// libsodium as it is; its functions import without help.
#ifndef CSODIUM_H
#define CSODIUM_H
#include <sodium.h>
#endif
