// Checks that every shape declares all of its members, and that only those are named.
#define REJOINDER_CHECK_FIELDS
#include "protocol/api.hpp"
#include "protocol/api_admin.hpp"
#include "protocol/api_files.hpp"
#include "protocol/api_handover.hpp"
#include "protocol/api_login.hpp"
#include "protocol/api_records.hpp"
#include "protocol/api_reports.hpp"
#include "protocol/events.hpp"
#include "protocol/replies.hpp"
#include "protocol/requests.hpp"
