// Checks that every struct of rows declares all of its members.
#define REJOINDER_CHECK_FIELDS
#include "app/organization_rows.hpp"
