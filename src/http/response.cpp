#include "http/response.hpp"

namespace rejoinder::http {

Response& Response::add_header(std::string_view name, std::string_view value) {
    headers.append(name).append(": ");
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte != 0x7f) headers.push_back(c);
    }
    headers.append("\r\n");
    return *this;
}

Response text_response(int status, std::string_view text) {
    return Response{
        .status = status, .content_type = content_type::text, .body = std::string(text)};
}

Response error_response(const Error& error) { return text_response(error.status(), error.text()); }

}  // namespace rejoinder::http
