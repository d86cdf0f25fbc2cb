#include "app/web/site.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "app/api/test_request.hpp"

namespace rejoinder::app::web {
namespace {

using api::TestRequest;
using http::Method;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr Asset files[] = {
    {"assets/app-1.js", "text/javascript;charset=UTF-8", "a1", "script", "scr.gz", "scr.br"},
    {"icon.svg", "image/svg+xml", "b2", "icon"},
    {"index.html", "text/html;charset=UTF-8", "c3", "index", "idx.gz"},
};

http::Response asked(TestRequest request, Assets assets = files) {
    return Site(assets, Site::Switch::on).handle(request);
}

http::Response got(std::string path) { return asked(TestRequest(Method::get, std::move(path))); }

// A GET with one header more.
http::Response got(std::string path, std::string name, std::string value) {
    return asked(TestRequest(Method::get, std::move(path)).with(std::move(name), std::move(value)));
}

TEST(Site, ServesItsFiles) {
    const auto index = got("/console/index.html");
    EXPECT_EQ(index.status, 200);
    EXPECT_EQ(index.content_type, "text/html;charset=UTF-8");
    EXPECT_EQ(index.static_body, "index");
    EXPECT_TRUE(index.body.empty());
    EXPECT_EQ(got("/console/").static_body, "index");
    EXPECT_EQ(got("/console/icon.svg").static_body, "icon");
    EXPECT_EQ(got("/console/assets/app-1.js?v=1").static_body, "script");
}

TEST(Site, ServesBytesThatAreNotCopied) {
    EXPECT_EQ(got("/console/").static_body.data(), files[2].content.data());
}

TEST(Site, AnswersItsPagesWithTheIndex) {
    for (const char* const path : {"/console/chats", "/console/chats/0f8a-1", "/console/chats/",
                                   "/console/admin/buttons/573000000000001", "/console/assets"}) {
        const auto page = got(path);
        EXPECT_EQ(page.status, 200) << path;
        EXPECT_EQ(page.static_body, "index") << path;
        EXPECT_THAT(page.headers, HasSubstr("Cache-Control: no-cache\r\n"));
    }
}

TEST(Site, KnowsNoOtherFiles) {
    for (const char* const path :
         {"/console/assets/app-2.js", "/console/assets/app-1.js.br", "/console/assets/app",
          "/console/assets/", "/console/other.html", "/console/.build/manifest.json",
          "/console/../console/icon.svg", "/console/..", "/console/assets/../../etc/passwd",
          "/console/%2e%2e/etc/passwd", "/console/icon%2Esvg", "/console/chats%2Fx", "/console//",
          "/console//icon.svg", "/console/chats//x", "/console/chats\\x", "/console/ICON.SVG",
          "/console/icon.svg/", "/console/chats/caf\xc3\xa9"}) {
        const auto refused = got(path);
        EXPECT_EQ(refused.status, 404) << path;
        EXPECT_EQ(refused.content_type, http::content_type::problem) << path;
        EXPECT_TRUE(refused.static_body.empty()) << path;
    }
}

TEST(Site, LeadsToItself) {
    const auto root = got("/");
    EXPECT_EQ(root.status, 302);
    EXPECT_THAT(root.headers, HasSubstr("Location: /console/\r\n"));
    const auto console = got("/console");
    EXPECT_EQ(console.status, 308);
    EXPECT_THAT(console.headers, HasSubstr("Location: /console/\r\n"));
}

TEST(Site, SendsTheSmallestFormThatIsAccepted) {
    const auto form = [](std::string path, std::string accepted) {
        return got(std::move(path), "Accept-Encoding", std::move(accepted));
    };
    const std::string script = "/console/assets/app-1.js";
    EXPECT_EQ(form(script, "gzip, br").static_body, "scr.br");
    EXPECT_THAT(form(script, "gzip, br").headers, HasSubstr("Content-Encoding: br\r\n"));
    EXPECT_EQ(form(script, "gzip, br;q=0").static_body, "scr.gz");
    EXPECT_THAT(form(script, "gzip").headers, HasSubstr("Content-Encoding: gzip\r\n"));
    EXPECT_EQ(form(script, "zstd").static_body, "script");
    EXPECT_THAT(form(script, "zstd").headers, Not(HasSubstr("Content-Encoding")));
    EXPECT_EQ(form("/console/", "gzip, br").static_body, "idx.gz");
    EXPECT_EQ(form("/console/icon.svg", "gzip, br").static_body, "icon");
    // Of what has one form only, that one is sent.
    EXPECT_EQ(form("/console/icon.svg", "identity;q=0").static_body, "icon");
    EXPECT_THAT(form("/console/icon.svg", "").headers, HasSubstr("Vary: Accept-Encoding\r\n"));
}

TEST(Site, SaysHowLongAFileMayBeKept) {
    EXPECT_THAT(got("/console/assets/app-1.js").headers,
                HasSubstr("Cache-Control: public, max-age=31536000, immutable\r\n"));
    EXPECT_THAT(got("/console/").headers, HasSubstr("Cache-Control: no-cache\r\n"));
    EXPECT_THAT(got("/console/icon.svg").headers, HasSubstr("Cache-Control: no-cache\r\n"));
    EXPECT_THAT(got("/console/none.js").headers, HasSubstr("Cache-Control: no-store\r\n"));
}

TEST(Site, SendsNothingAgainToWhoHasIt) {
    EXPECT_THAT(got("/console/").headers, HasSubstr("ETag: \"c3\"\r\n"));
    const auto same = got("/console/", "If-None-Match", "\"c3\"");
    EXPECT_EQ(same.status, 304);
    EXPECT_TRUE(same.static_body.empty());
    EXPECT_THAT(same.headers, HasSubstr("ETag: \"c3\"\r\n"));
    EXPECT_THAT(same.headers, HasSubstr("Cache-Control: no-cache\r\n"));
    EXPECT_THAT(same.headers, HasSubstr("Vary: Accept-Encoding\r\n"));
    EXPECT_THAT(same.headers, Not(HasSubstr("Content-Encoding")));
    EXPECT_EQ(got("/console/", "If-None-Match", "\"a1\"").status, 200);
}

TEST(Site, EveryFormHasATagOfItsOwn) {
    const auto packed = [](const std::string& tag) {
        return asked(TestRequest(Method::get, "/console/assets/app-1.js")
                         .with("Accept-Encoding", "br")
                         .with("If-None-Match", tag));
    };
    EXPECT_THAT(packed("\"none\"").headers, HasSubstr("ETag: \"a1-br\"\r\n"));
    EXPECT_EQ(packed("\"a1-br\"").status, 304);
    EXPECT_EQ(packed("\"a1\"").status, 200);
    EXPECT_EQ(packed("\"a1-gzip\"").status, 200);
}

TEST(Site, OnlyReads) {
    EXPECT_EQ(asked(TestRequest(Method::head, "/console/")).status, 200);
    for (const Method method :
         {Method::post, Method::put, Method::patch, Method::del, Method::options, Method::other}) {
        for (const char* const path : {"/", "/console", "/console/", "/console/none.js"}) {
            const auto refused = asked(TestRequest(method, path));
            EXPECT_EQ(refused.status, 405) << path;
            EXPECT_THAT(refused.headers, HasSubstr("Allow: GET, HEAD\r\n"));
        }
    }
}

TEST(Site, EveryAnswerIsSafeInABrowser) {
    for (const char* const path : {"/", "/console", "/console/", "/console/none.js"}) {
        const std::string headers = got(path).headers;
        EXPECT_THAT(headers, HasSubstr("Content-Security-Policy: default-src 'none'; script-src "
                                       "'self'; style-src 'self' 'sha256-"));
        EXPECT_THAT(headers, HasSubstr("frame-ancestors 'none'; require-trusted-types-for"));
        EXPECT_THAT(headers, HasSubstr("X-Content-Type-Options: nosniff\r\n"));
        EXPECT_THAT(headers, HasSubstr("Referrer-Policy: no-referrer\r\n"));
        EXPECT_THAT(headers, HasSubstr("Cross-Origin-Opener-Policy: same-origin\r\n"));
        EXPECT_THAT(headers, Not(HasSubstr("Strict-Transport-Security")));
        EXPECT_THAT(asked(TestRequest(Method::get, path).over_tls()).headers,
                    HasSubstr("Strict-Transport-Security: max-age=31536000\r\n"));
    }
}

TEST(Site, OwnsTheConsolesPathsAndTheRootWhereThereIsOne) {
    const Site site(files, Site::Switch::on);
    for (const char* const path : {"/", "/console", "/console/", "/console/x/y", "/console//"})
        EXPECT_TRUE(site.owns(path)) << path;
    for (const char* const path : {"/consoles", "//console/", "/api/v1", "/healthz", ""})
        EXPECT_FALSE(site.owns(path)) << path;
    EXPECT_FALSE(Site(files, Site::Switch::off).owns("/"));
    EXPECT_TRUE(Site(files, Site::Switch::off).owns("/console"));
    EXPECT_FALSE(Site({}, Site::Switch::on).owns("/"));
    EXPECT_TRUE(Site({}, Site::Switch::on).owns("/console/"));
}

TEST(Site, SaysWhyThereIsNoConsole) {
    for (const char* const path : {"/console", "/console/", "/console/icon.svg"}) {
        const TestRequest request(Method::get, path);
        const auto missing = asked(request, {});
        EXPECT_EQ(missing.status, 404);
        EXPECT_THAT(missing.body, HasSubstr("This server was built without the console"));
        TestRequest again = request;
        const auto off = Site(files, Site::Switch::off).handle(again);
        EXPECT_EQ(off.status, 404);
        EXPECT_THAT(off.body, HasSubstr("The console of this server is switched off"));
    }
}

}  // namespace
}  // namespace rejoinder::app::web
