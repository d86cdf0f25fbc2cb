#include "app/files/upload_purpose.hpp"

#include <utility>

#include "app/api/authentication.hpp"
#include "app/api/render.hpp"
#include "base/check.hpp"
#include "http/query.hpp"
#include "protocol/api_files.hpp"
#include "protocol/wire.hpp"

namespace rejoinder::app::files {
namespace {

class VisitorPurpose final : public UploadPurpose {
public:
    VisitorPurpose(const http::Request& head, std::string cors, std::uint64_t claim)
        : cors_(std::move(cors)), claim_(claim) {
        for (http::QueryReader reader(head.query); reader.next();)
            take_field(reader.name(), reader.value());
    }

    // The first value counts: the query's before the form's.
    void take_field(std::string_view name, std::string value) override {
        const auto take = [&](std::string& field) {
            if (field.empty()) field = std::move(value);
        };
        if (name == "orgId") take(organization_);
        if (name == "chatKey") take(chat_key_);
        if (name == "fileToken") take(token_);
        if (name == "cancel") take(cancel_);
    }

    std::optional<domain::Request> claim() const override {
        const auto chat = SessionId::parse(chat_key_);
        if (!chat || token_.empty()) return std::nullopt;
        return domain::FileStep{
            domain::ClaimUpload{*chat, organization_, api::hash_of(token_), claim_}};
    }

    FileId granted(const domain::Reply& reply) const override {
        const auto file = protocol::read<protocol::api::File>(reply.body);
        const auto id = file ? FileId::parse(file->file_id) : std::nullopt;
        CHECK(id);
        return *id;
    }

    bool wants_file() const override { return cancel_ != "true"; }

    std::optional<domain::Request> complete(const FileId& file,
                                            Result<domain::StoredFile> stored) const override {
        if (!wants_file())
            return domain::FileStep{
                domain::CancelUpload{*SessionId::parse(chat_key_), api::hash_of(token_), claim_}};
        return domain::FileStep{domain::CompleteUpload{file, claim_, std::move(stored)}};
    }

    std::optional<domain::Request> release(const FileId& file) const override {
        return domain::FileStep{domain::ReleaseUpload{file, claim_}};
    }

    http::Response accepted(domain::Reply, const Result<void>& stored) const override {
        return answer(stored || !wants_file() ? "Success" : "Failure");
    }

    // Page scripts read the word, whatever the status; with another one some would not.
    http::Response refused(const Error&) const override { return answer("Failure"); }

private:
    http::Response answer(std::string_view word) const {
        http::Response response = http::text_response(200, word);
        response.headers = cors_;
        response.add_header("Cache-Control", "no-store");
        return response;
    }

    const std::string cors_;
    const std::uint64_t claim_;
    std::string organization_;
    std::string chat_key_;
    std::string token_;
    std::string cancel_;
};

class AgentPurpose final : public UploadPurpose {
public:
    explicit AgentPurpose(AgentUpload upload) : upload_(std::move(upload)) {}

    void take_field(std::string_view, std::string) override {}

    std::optional<domain::Request> claim() const override {
        return domain::AgentRequest{upload_.token_hash, {}, domain::agent::CheckFile{upload_.chat}};
    }

    FileId granted(const domain::Reply&) const override { return upload_.file; }

    bool wants_file() const override { return true; }

    std::optional<domain::Request> complete(const FileId& file,
                                            Result<domain::StoredFile> stored) const override {
        if (!stored) return std::nullopt;
        return domain::AgentRequest{
            upload_.token_hash, upload_.idempotency_key,
            domain::agent::SendFile{upload_.chat, file, *std::move(stored), upload_.url}};
    }

    std::optional<domain::Request> release(const FileId&) const override { return std::nullopt; }

    http::Response accepted(domain::Reply reply, const Result<void>&) const override {
        return api::render(std::move(reply));
    }

    http::Response refused(const Error& error) const override { return api::render(error); }

private:
    const AgentUpload upload_;
};

}  // namespace

std::unique_ptr<UploadPurpose> make_visitor_purpose(const http::Request& head, std::string cors,
                                                    std::uint64_t claim) {
    return std::make_unique<VisitorPurpose>(head, std::move(cors), claim);
}

std::unique_ptr<UploadPurpose> make_agent_purpose(AgentUpload upload) {
    return std::make_unique<AgentPurpose>(std::move(upload));
}

}  // namespace rejoinder::app::files
