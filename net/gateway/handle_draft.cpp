// The next set-up: kept as a draft that a secret link shows, published at once
// or at an instant, and the way back to the one before.

#include "actors/office/office_describe.hpp"
#include "actors/office/office_json.hpp"
#include "actors/office/setup_questions.hpp"
#include "net/gateway/by_link.hpp"
#include "net/gateway/handle_setup.hpp"
#include "net/gateway/replies.hpp"
#include "net/gateway/router.hpp"
#include "net/gateway/services.hpp"

namespace suivant::gateway {
namespace {

using access::right;

struct publish_wish {
  std::uint64_t draft = 0;
  instant at;
};
BOOST_DESCRIBE_STRUCT(publish_wish, (), (draft, at))

void answer_view(const talk& it, const office_id& office) {
  it->with.offices->setup_view(office, {},
                               {[it](const std::string& view) {
                                  it->answer(net::json_response(200, view));
                                },
                                or_refuse(it)});
}

// Who may have to look again is told what was changed meanwhile.
void refuse_with_changes(const talk& it, const office_id& office,
                         office::refusal why) {
  it->with.offices->setup_view(
      office, {},
      {[it, why](const std::string& view) {
         auto told = json::parse(view);
         auto more = json::object{{"changes", boost::json::array{}}};
         if (const auto* draft = told.at("draft").if_object())
           more["changes"] = draft->at("since");
         it->refuse(status_of(why), office::name_of(why), std::move(more));
       },
       or_refuse(it)});
}

/// Asks, and then tells how it is with the drafts.
void ask_about_draft(const talk& it, office::command what,
                     json::object more = {}) {
  const auto office = office_id{it->parts[0]};
  const auto name = std::string{office::name_of(what)};
  auto asked
      = ask_office{{std::move(what), asker_in(*it, office), it->key()}, {}};
  it->with.offices->ask(office, std::move(asked),
                        {[it, office, name, more](const office_reply& said) {
                           count(*it, name, said);
                           if (said.refused)
                             return refuse_with_changes(it, office,
                                                        *said.refused);
                           if (more.empty())
                             return answer_view(it, office);
                           it->answer(201, more);
                         },
                         or_refuse(it)});
}

} // namespace

void handle::draft(talk it) {
  const auto office = office_id{it->parts[0]};
  if (allowed(*it, office, right::configure))
    answer_view(it, office);
}

void handle::keep_draft(talk it) {
  const auto office = office_id{it->parts[0]};
  if (!allowed(*it, office, right::configure))
    return;
  const auto link
      = visit_link{office, crypto::link_token(it->with.secret, "preview",
                                              office.text, it->key_needed())};
  const auto known = setup_in_force(*it, office);
  if (!known || !is_as_seen(*it, *known))
    return;
  auto body = it->body();
  auto instead_of = std::uint64_t{0};
  if (const auto* sent = body.if_contains("instead_of")) {
    json::read(*sent, instead_of, json::unknown::refuse, "instead_of");
    body.erase("instead_of");
  }
  const auto wanted = wanted_by(*it, std::move(body), *known);
  if (!wanted.problems.empty())
    return refuse_setup(*it, wanted.problems);
  auto tried = office::trial_of(wanted.setup);
  if (!tried.problems.empty())
    return refuse_setup(*it, tried.problems);
  ask_about_draft(
      it,
      office::draft_setup{std::move(tried.wanted), instead_of, link.hash(), {}},
      {{"link", link.text()}});
}

void handle::drop_draft(talk it) {
  if (!allowed(*it, office_id{it->parts[0]}, right::configure))
    return;
  auto which = office::drop_draft{};
  json::read(it->body(), which, json::unknown::refuse);
  ask_about_draft(it, which);
}

void handle::publish_draft(talk it) {
  if (!allowed(*it, office_id{it->parts[0]}, right::configure))
    return;
  auto wish = publish_wish{};
  json::read(it->body(), wish, json::unknown::refuse);
  ask_about_draft(it, office::publish_draft{wish.draft, wish.at});
}

void handle::restore_setup(talk it) {
  if (allowed(*it, office_id{it->parts[0]}, right::configure))
    ask_about_draft(it, office::restore_setup{});
}

} // namespace suivant::gateway
