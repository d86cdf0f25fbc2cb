#pragma once

#ifdef REJOINDER_CHECK_FIELDS
#include <boost/pfr/tuple_size.hpp>
#endif
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

// Declares the members of an aggregate, all of them. Code that goes through every member (rows,
// wire shapes) finds them with `visit_fields` or `fields_of`.
//
// Leaving one out does not compile where REJOINDER_CHECK_FIELDS is defined: in one source of each
// room that declares some (`fields_check.cpp`), since counting members is slow to compile.
#define FIELDS(Struct, ...)                                             \
    REJOINDER_COUNT_FIELDS(Struct, BOOST_PP_VARIADIC_SIZE(__VA_ARGS__)) \
    template <class Visit>                                              \
    constexpr auto visit_fields(const Struct*, Visit&& visit) {         \
        return visit(REJOINDER_FIELD_LIST(Struct, __VA_ARGS__));        \
    }                                                                   \
    static_assert(true)

#ifdef REJOINDER_CHECK_FIELDS
#define REJOINDER_COUNT_FIELDS(Struct, count)                    \
    static_assert(::boost::pfr::tuple_size_v<Struct> == (count), \
                  #Struct ": a field is missing in its declaration");
#else
#define REJOINDER_COUNT_FIELDS(Struct, count)
#endif

namespace rejoinder {

// The fields of a struct as a tuple.
template <class Struct>
constexpr auto fields_of(const Struct* shape) {
    return visit_fields(shape, [](const auto&... field) { return std::tuple{field...}; });
}

}  // namespace rejoinder
