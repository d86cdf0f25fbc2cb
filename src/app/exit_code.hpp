#pragma once

// What the program tells whoever started it (sysexits.h, as systemd knows it).
namespace rejoinder::app::exit_code {

inline constexpr int ok = 0;
// The command line cannot be understood.
inline constexpr int usage = 64;
// A file that was given, other than the configuration, is wrong.
inline constexpr int data = 65;
// An address cannot be listened at, or a server cannot be reached.
inline constexpr int unavailable = 69;
// Our own mistake.
inline constexpr int software = 70;
// The disk or the database does not do what it should.
inline constexpr int store = 74;
// Another process uses the data directory: it has to stop first.
inline constexpr int busy = 75;
// The password is wrong.
inline constexpr int no_permission = 77;
// The configuration is wrong.
inline constexpr int config = 78;

}  // namespace rejoinder::app::exit_code
