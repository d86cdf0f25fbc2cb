#pragma once

#include <toml++/toml.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/config.hpp"

namespace rejoinder::app {

// How a value is written after `--set name=`: text may come without quotes there.
enum class ValueForm : std::uint8_t { toml, text, texts };

// One row of config.hpp, with the member of `Config` it stands for.
struct Setting {
    std::string_view section;
    std::string_view name;
    std::string_view sentence;
    // What it may be, for people: `1 to 16`, `lenient`, `strict`.
    std::string allowed;
    ValueForm form = ValueForm::toml;
    // The value in a Config, as it is written in the file.
    std::function<std::string(const Config&)> text;
    // Takes the value of a node; returns what is wrong with it, if anything: then nothing changes.
    std::function<std::optional<std::string>(Config&, const toml::node&)> read;

    std::string path() const { return std::string(section) + "." + std::string(name); }
};

struct SettingSection {
    std::string_view name;
    std::string_view sentence;
    std::vector<Setting> settings;
};

// All rows, in their order.
const std::vector<SettingSection>& setting_sections();

const SettingSection* find_section(std::string_view name);
const Setting* find_setting(std::string_view section, std::string_view name);

}  // namespace rejoinder::app
