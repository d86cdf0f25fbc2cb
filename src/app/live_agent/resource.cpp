#include "app/live_agent/resource.hpp"

#include <algorithm>
#include <iterator>

namespace rejoinder::app::live_agent {
namespace {

bool is_at(const Resource& resource, std::string_view path) {
    if (resource.path.ends_with('/'))
        return path.size() > resource.path.size() && path.starts_with(resource.path);
    // SessionId alone is documented with a slash behind it as well.
    if (resource.service == Service::session_id && path.ends_with('/')) path.remove_suffix(1);
    return path == resource.path;
}

}  // namespace

const Resource* find_resource(std::string_view path) {
    const auto* found = std::ranges::find_if(
        resources, [path](const Resource& resource) { return is_at(resource, path); });
    return found == std::end(resources) ? nullptr : found;
}

std::string allowed_methods(const Resource& resource) {
    std::string methods(http::name_of(resource.method));
    if (resource.also != http::Method::other)
        methods.append(", ").append(http::name_of(resource.also));
    return methods + ", OPTIONS";
}

}  // namespace rejoinder::app::live_agent
