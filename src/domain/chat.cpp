#include "domain/chat.hpp"

#include <utility>

namespace rejoinder::domain {

void Chat::visit(PageView page) {
    if (page_views.size() == page_views_max) page_views.erase(page_views.begin());
    page_views.push_back(std::move(page));
}

void Chat::note(const record::Entry& entry) {
    using enum record::EntryType;
    switch (entry.type) {
        case visitor_message:
        case visitor_rich_message:
            if (row.start_time && !pace.unanswered_since) pace.unanswered_since = entry.at;
            pace.idle_since.reset();
            break;
        case agent_message:
        case bot_message:
        case agent_rich_message:
            // Lines of a bot that spoke before the chat come from the page.
            if (entry.agent.empty()) break;
            pace.unanswered_since.reset();
            pace.idle_since = entry.at;
            break;
        case accept:
            // What the visitor wrote while it waited has to be answered from now on.
            if (!entries.empty() && !pace.unanswered_since &&
                entries.back().type == visitor_message)
                pace.unanswered_since = entry.at;
            break;
        case alert_critical_wait_chat:
            pace.is_critical = true;
            break;
        case clear_critical_wait_chat:
            pace.is_critical = false;
            break;
        case idle_warning_triggered:
            pace.is_idle_warned = true;
            break;
        case idle_warning_cleared:
            pace.is_idle_warned = false;
            break;
        case flag_raised:
            is_flag_raised = true;
            break;
        case flag_lowered_agent:
        case flag_lowered_supervisor:
            is_flag_raised = false;
            break;
        default:
            break;
    }
}

}  // namespace rejoinder::domain
