#include "app/signals.hpp"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "base/check.hpp"

namespace rejoinder::app {
namespace {

constexpr char stop_byte = 's';
constexpr char reload_byte = 'r';

// Signal handlers know nothing but globals. The pipe is open while a `Signals` lives.
std::array<int, 2> pipe_ends = {-1, -1};

void put(char byte) {
    // A full pipe has the waiting side on its way already.
    [[maybe_unused]] const auto written = ::write(pipe_ends[1], &byte, 1);
}

void on_signal(int signal) {
    const int kept = errno;
    put(signal == SIGHUP ? reload_byte : stop_byte);
    errno = kept;
}

void handle(int signal, void (*handler)(int)) {
    struct sigaction action{};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    CHECK(::sigaction(signal, &action, nullptr) == 0);
}

}  // namespace

Signals::Signals() {
    CHECK(::pipe2(pipe_ends.data(), O_CLOEXEC) == 0);
    CHECK(::fcntl(pipe_ends[1], F_SETFL, O_NONBLOCK) == 0);
    handle(SIGTERM, on_signal);
    handle(SIGINT, on_signal);
    handle(SIGHUP, on_signal);
    handle(SIGPIPE, SIG_IGN);
}

Signals::~Signals() {
    handle(SIGTERM, SIG_DFL);
    handle(SIGINT, SIG_DFL);
    handle(SIGHUP, SIG_DFL);
    ::close(pipe_ends[0]);
    ::close(pipe_ends[1]);
}

Signals::Kind Signals::wait() {
    char byte = 0;
    while (::read(pipe_ends[0], &byte, 1) != 1) CHECK(errno == EINTR);
    return byte == reload_byte ? Kind::reload : Kind::stop;
}

void Signals::ask_to_stop() { put(stop_byte); }

}  // namespace rejoinder::app
