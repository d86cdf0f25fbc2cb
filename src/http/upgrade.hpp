#pragma once

#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <memory>

#include "http/ticket.hpp"
#include "http/web_socket.hpp"

namespace rejoinder::http {

// A request that is to become a WebSocket.
struct Upgrade {
    Ticket ticket;
    boost::beast::http::request<boost::beast::http::empty_body> request;
    std::shared_ptr<WebSocketHandler> handler;
};

}  // namespace rejoinder::http
