#pragma once

#include <boost/pfr/tuple_size.hpp>
#include <boost/preprocessor/seq/enum.hpp>
#include <boost/preprocessor/seq/transform.hpp>
#include <boost/preprocessor/variadic/size.hpp>
#include <boost/preprocessor/variadic/to_seq.hpp>
#include <string_view>
#include <tuple>

namespace rejoinder {

// One member of a struct: its name in the source and where it is.
template <class Struct, class Member>
struct Field {
    std::string_view name;
    Member Struct::* member;
};

}  // namespace rejoinder

#define REJOINDER_FIELD(r, Struct, field) (::rejoinder::Field{#field, &Struct::field})
#define REJOINDER_FIELD_LIST(Struct, ...) \
    BOOST_PP_SEQ_ENUM(                    \
        BOOST_PP_SEQ_TRANSFORM(REJOINDER_FIELD, Struct, BOOST_PP_VARIADIC_TO_SEQ(__VA_ARGS__)))

// Declares the members of an aggregate, all of them: leaving one out does not compile. Code that
// goes through every member (rows, wire shapes) finds them with `fields_of`.
#define FIELDS(Struct, ...)                                                                  \
    static_assert(::boost::pfr::tuple_size_v<Struct> == BOOST_PP_VARIADIC_SIZE(__VA_ARGS__), \
                  #Struct ": a field is missing in its declaration");                        \
    constexpr auto fields_of(const Struct*) {                                                \
        return std::tuple{REJOINDER_FIELD_LIST(Struct, __VA_ARGS__)};                        \
    }                                                                                        \
    static_assert(true)
