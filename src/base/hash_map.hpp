#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <functional>

namespace rejoinder {

// A hash table in one piece of memory. Its order is no order: whoever goes through one sorts, or
// does nothing that depends on it.
template <class Key, class Value>
using HashMap = boost::unordered_flat_map<Key, Value, std::hash<Key>>;

}  // namespace rejoinder
