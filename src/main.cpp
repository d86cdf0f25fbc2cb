#include "app/cli.hpp"
#include "app/web/embedded.hpp"

int main(int argc, char** argv) {
    return rejoinder::app::run_command_line(argc, argv, rejoinder::app::web::console_assets);
}
