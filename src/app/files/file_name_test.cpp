#include "app/files/file_name.hpp"

#include <gtest/gtest.h>

namespace rejoinder::app::files {
namespace {

TEST(FileName, IsTheLastPartOfAPath) {
    EXPECT_EQ(clean_file_name("cat.png"), "cat.png");
    EXPECT_EQ(clean_file_name("C:\\pics\\My cat.png"), "My cat.png");
    EXPECT_EQ(clean_file_name("../../etc/passwd"), "passwd");
    EXPECT_EQ(clean_file_name("..\\..\\boot.ini"), "boot.ini");
    EXPECT_EQ(clean_file_name("folder/"), "file");
    EXPECT_EQ(clean_file_name(".."), "file");
    EXPECT_EQ(clean_file_name(""), "file");
    EXPECT_EQ(clean_file_name(" .hidden. "), "hidden");
}

TEST(FileName, HoldsNothingThatIsNotSeen) {
    EXPECT_EQ(clean_file_name("a\r\nb\x01\x7f.txt"), "ab.txt");
    EXPECT_EQ(clean_file_name(std::string_view("a\0b.txt", 7)), "ab.txt");
    EXPECT_EQ(clean_file_name("exe.\u202egpj.bin"), "exe.gpj.bin");
    EXPECT_EQ(clean_file_name("zero\u200bwidth\ufeff\u0085.txt"), "zerowidth.txt");
    EXPECT_EQ(clean_file_name("what?<\"x\">|*:.txt"), "what___x_____.txt");
}

TEST(FileName, IsUtf8) {
    EXPECT_EQ(clean_file_name("na\u00efve \u732b \U0001f408.png"),
              "na\u00efve \u732b \U0001f408.png");
    EXPECT_EQ(clean_file_name("latin\xe9.txt"), "latin\ufffd.txt");
    EXPECT_EQ(clean_file_name("\xc0\xaf\xed\xa0\x80\xf5.txt"),
              "\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd.txt");
    EXPECT_EQ(clean_file_name("cut\xe7\x8c"), "cut\ufffd\ufffd");
}

TEST(FileName, FillsItsBoundAndKeepsItsEnding) {
    const std::string fits = std::string(file_name_bytes_max - 4, 'n') + ".png";
    EXPECT_EQ(clean_file_name(fits), fits);
    EXPECT_EQ(clean_file_name("n" + fits), fits);
    EXPECT_EQ(clean_file_name(std::string(300, 'n')), std::string(file_name_bytes_max, 'n'));
    std::string wide;
    for (int i = 0; i < 100; ++i) wide += "\u732b";
    EXPECT_EQ(clean_file_name(wide + ".png"), wide.substr(0, 249) + ".png");
}

TEST(FileName, TellsItsExtension) {
    EXPECT_EQ(file_extension("a.tar.GZ"), "gz");
    EXPECT_EQ(file_extension("none"), "");
    EXPECT_EQ(file_extension("dot."), "");
}

TEST(FileName, GoesIntoAHeader) {
    EXPECT_EQ(attachment("cat.png"), "attachment; filename=\"cat.png\"; filename*=UTF-8''cat.png");
    EXPECT_EQ(attachment("na\u00efve \"50%\".txt"),
              "attachment; filename=\"na__ve _50__.txt\"; "
              "filename*=UTF-8''na%C3%AFve%20%2250%25%22.txt");
}

}  // namespace
}  // namespace rejoinder::app::files
