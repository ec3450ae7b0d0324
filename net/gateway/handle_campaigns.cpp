// Many appointments called off at a time, by supervisors: who would be, and
// doing it.

#include "actors/office/office_describe.hpp"
#include "net/gateway/looks.hpp"
#include "net/gateway/replies.hpp"
#include "net/gateway/router.hpp"
#include "net/gateway/services.hpp"
#include "net/gateway/voucher.hpp"

#include <algorithm>

namespace suivant::gateway {
namespace {

using access::right;

constexpr auto longest_reason = std::size_t{500}; // Bytes; kept for ever.
constexpr auto most_shown = std::size_t{200};

struct preview_request {
  office::booking_filter of;
  std::size_t first = 0;
  std::size_t most = 100; // At most 200 people at a time.
};
BOOST_DESCRIBE_STRUCT(preview_request, (), (of, first, most))

struct cancel_request {
  std::string id; // Made from the key when left out.
  office::booking_filter of;
  std::string reason;
  bool vouchers = true;
  bool close = false;
  office::list_terms terms;
  std::vector<visit_id> seen;
};
BOOST_DESCRIBE_STRUCT(cancel_request, (),
                      (id, of, reason, vouchers, close, terms, seen))

// Nobody is asked for a telephone, so that some cannot be told.
bool is_reachable(const exchange& it, const office_id& office,
                  const office::visit& visit) {
  const auto person = it.with.people->open(office, visit.person);
  return person && !(person->phone.empty() && person->email.empty());
}

std::vector<visit_id>
unreachable_of(const exchange& it, const office_id& office,
               const std::vector<office::shared_visit>& visits) {
  auto out = std::vector<visit_id>{};
  for (const auto& visit : visits)
    if (!is_reachable(it, office, *visit))
      out.push_back(visit->id);
  return out;
}

// -- who would be called off --------------------------------------------------

void answer_preview(const talk& it, const office_id& office,
                    const campaign_told& told) {
  if (told.refused)
    return it->refuse(status_of(*told.refused), office::name_of(*told.refused));
  const auto unreachable = unreachable_of(*it, office, told.visits);
  auto said = told.said;
  said["unreachable"] = unreachable.size();
  for (auto& row : said.at("people").get_array()) {
    auto& person = row.get_object();
    const auto visit = visit_id{person.at("visit").to_number<std::uint64_t>()};
    person["reachable"] = !std::ranges::binary_search(unreachable, visit);
  }
  it->answer(200, said);
}

// -- calling them off ---------------------------------------------------------

office::cancel_many command_of(cancel_request sent, const std::string& key) {
  if (sent.id.empty())
    sent.id = "c-" + crypto::hash_of_token(key).substr(0, 12);
  if (sent.reason.size() > longest_reason)
    throw json::unreadable{"reason: is too long"};
  return {.campaign = {std::move(sent.id)},
          .of = std::move(sent.of),
          .reason = std::move(sent.reason),
          .vouchers = sent.vouchers,
          .close = sent.close,
          .terms = sent.terms,
          .seen = std::move(sent.seen)};
}

void answer_cancelled(const talk& it, const campaign_id& id,
                      const office_reply& said) {
  count(*it, "cancel_many", said);
  if (said.refused)
    return it->refuse(status_of(*said.refused), office::name_of(*said.refused));
  it->answer(201, json::object{{"campaign", id.text},
                               {"fact", said.fact},
                               {"repeated", said.repeated}});
}

void call_off(const talk& it, const office_id& office,
              office::cancel_many asked, const campaign_told& told) {
  asked.unreachable = unreachable_of(*it, office, told.visits);
  const auto id = asked.campaign;
  it->with.offices->ask(
      office,
      {{std::move(asked), asker_in(*it, office), key_of_staff(*it)}, {}},
      {[it, id](const office_reply& said) { answer_cancelled(it, id, said); },
       or_refuse(it)});
}

} // namespace

void handle::preview_campaign(talk it) {
  const auto office = office_id{it->parts[0]};
  if (!allowed(*it, office, right::supervise))
    return;
  auto sent = preview_request{};
  json::read(it->body(), sent, json::unknown::refuse);
  it->with.offices->campaigns(office,
                              {.kind = office::campaign_view::preview,
                               .of = std::move(sent.of),
                               .first = sent.first,
                               .most = std::min(sent.most, most_shown)},
                              {[it, office](const campaign_told& told) {
                                 answer_preview(it, office, told);
                               },
                               or_refuse(it)});
}

// Who can be reached is looked at just before: rules open no sealed box.
void handle::begin_campaign(talk it) {
  const auto office = office_id{it->parts[0]};
  if (!allowed(*it, office, right::supervise))
    return;
  const auto key = it->key_needed();
  auto sent = cancel_request{};
  json::read(it->body(), sent, json::unknown::refuse);
  auto asked = command_of(std::move(sent), key);
  auto preview = campaign_asked{
      .kind = office::campaign_view::preview, .of = asked.of, .most = 0};
  it->with.offices->campaigns(office, std::move(preview),
                              {[it, office, asked](const campaign_told& told) {
                                 call_off(it, office, asked, told);
                               },
                               or_refuse(it)});
}

// -- at the reception ---------------------------------------------------------

namespace {

// Who it is, for those who may know; the look is noted.
void answer_holder(const talk& it, const office_id& office,
                   const campaign_told& told) {
  const auto& visit = *told.visits[0];
  const auto known = access::may(*it->who, office, right::see_person)
                         ? it->with.people->open(office, visit.person)
                         : std::nullopt;
  if (!known)
    return it->answer(200, told.said);
  auto said = told.said;
  said["person"] = to_json(*known);
  note_look(it, office, {visit.id}, false,
            [it, said] { it->answer(200, said); });
}

} // namespace

void handle::find_voucher(talk it) {
  const auto office = office_id{it->parts[0]};
  if (!allowed(*it, office, right::arrange_line))
    return;
  const auto body = it->body();
  const auto* code = body.if_contains("code");
  const auto typed = code != nullptr && code->is_string()
                         ? std::string{code->get_string()}
                         : std::string{};
  const auto visit = visit_in_voucher(typed);
  if (!visit)
    return it->refuse(404, "no_voucher");
  it->with.offices->campaigns(
      office, {.kind = office::campaign_view::voucher, .visit = *visit},
      {[it, office, typed](const campaign_told& told) {
         if (told.refused
             || !is_voucher_of(it->with.secret, office, *told.visits[0], typed))
           return it->refuse(404, "no_voucher");
         answer_holder(it, office, told);
       },
       or_refuse(it)});
}

} // namespace suivant::gateway
