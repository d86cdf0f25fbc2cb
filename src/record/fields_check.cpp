// Checks that every row declares all of its members.
#define REJOINDER_CHECK_FIELDS
#include "record/change.hpp"
