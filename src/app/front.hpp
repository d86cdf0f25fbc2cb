#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/api/api.hpp"
#include "app/committer.hpp"
#include "app/config.hpp"
#include "app/files/file_links.hpp"
#include "app/files/file_store.hpp"
#include "app/files/public_files.hpp"
#include "app/files/uploads.hpp"
#include "app/live_agent/dialect.hpp"
#include "app/origins.hpp"
#include "app/secret.hpp"
#include "app/shard.hpp"
#include "app/web/asset.hpp"
#include "app/web/site.hpp"
#include "base/clock.hpp"
#include "domain/effects.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "http/server.hpp"
#include "http/ticket.hpp"
#include "store/archive.hpp"

namespace rejoinder::app {

// Where requests and answers meet: every request goes to whom its path belongs to, and everything
// that leaves the core goes to whoever waits for it.
//
//     /chat/rest/…            the visitors' dialect
//     /upload, /files/…       the visitors' files
//     /api/…                  the agents' API
//     /console/…, /           the agents' console
//     /healthz, /metrics, /   for operators; / where there is no console
//
// Thread-safe; nothing in it waits.
class Front final : public http::Handler, public Outlet {
public:
    // What is passed by reference outlives the front.
    Front(const Config& config, web::Assets console, const SessionKeys& keys,
          const files::FileLinks& links, files::FileStore& store, const Clock& clock);

    // The core, the sockets and the records; to be set once, before any request comes. Both may be
    // gone before the front, when nothing calls it any more.
    void connect(Shard& shard, http::Server& server, std::unique_ptr<store::Archive> archive);

    // What all deployments allow together; empty means any origin. Any thread, at any time.
    void set_allowed_origins(std::vector<std::string> allowed) {
        origins_.set_allowed(std::move(allowed));
    }

    // Ends the log-ins and uploads under way. To be called once the sockets are closed.
    void stop() {
        api_.stop();
        uploads_.stop();
    }
    // The server is about to stop: polls that come now hear that there is nothing new.
    void prepare_to_stop() { dialect_.stop(); }

    void handle(const http::Request& request, http::Ticket ticket) override;
    bool streams_body(http::Method method, std::string_view path) override;
    std::unique_ptr<http::BodySink> open_body(const http::Request& head,
                                              http::Ticket ticket) override;
    void gone(http::Ticket ticket) override;
    std::string error_headers(std::optional<std::string_view> origin) override;
    void release(std::vector<domain::Outgoing> outgoing) override;

private:
    api::Links api_links();
    std::unique_ptr<http::BodySink> open_agents_upload(const http::Request& head,
                                                       http::Ticket ticket,
                                                       api::AgentUpload upload);
    // The answer with the file that the core told of; `is_public` for a visitor's link.
    http::Response file_answer(const domain::Reply& reply, bool is_public) const;
    http::Answer download_answer(domain::Outgoing outgoing) const;
    http::Response operators_page(const http::Request& request) const;
    http::Response health() const;
    http::Response metrics() const;

    const bool has_metrics_;
    const std::string public_url_;
    const files::FileLinks& file_links_;
    files::FileStore& file_store_;
    Origins origins_;
    Shard* shard_ = nullptr;
    http::Server* server_ = nullptr;
    live_agent::Dialect dialect_;
    api::Api api_;
    files::Uploads uploads_;
    files::PublicFiles public_files_;
    const web::Site site_;
};

}  // namespace rejoinder::app
