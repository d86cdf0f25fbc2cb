#pragma once

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

namespace rejoinder::http {

using ErrorCode = boost::system::error_code;

// Sockets that know their executor's type, which keeps them small.
using Executor = boost::asio::io_context::executor_type;
using Socket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, Executor>;
using ListeningSocket = boost::asio::basic_socket_acceptor<boost::asio::ip::tcp, Executor>;

}  // namespace rejoinder::http
