// What people are told: what visitors want of it, and what staff see of it.

#include "actors/office/office_describe.hpp"
#include "net/gateway/by_link.hpp"
#include "net/gateway/network_limits.hpp"
#include "net/gateway/post/confirmation_code.hpp"
#include "net/gateway/replies.hpp"
#include "net/gateway/router.hpp"
#include "net/gateway/services.hpp"
#include "net/post/mail_gateway.hpp"

namespace suivant::gateway {
namespace {

struct notice_wish {
  int places = 0;
};
BOOST_DESCRIBE_STRUCT(notice_wish, (), (places))

struct code_wish {
  std::string phone; // One of the two.
  std::string email;
};
BOOST_DESCRIBE_STRUCT(code_wish, (), (phone, email))

struct texts_wish {
  bool on = false;
};
BOOST_DESCRIBE_STRUCT(texts_wish, (), (on))

// Only where a code can go. A wrong address is said at once, not by silence.
bool can_be_proven(const exchange& it, const code_wish& wish) {
  if (wish.phone.empty() == wish.email.empty()) {
    it.refuse(422, "address_needed");
    return false;
  }
  if (wish.phone.empty() && !net::is_mail_address(wish.email)) {
    it.refuse(422, "email_wrong");
    return false;
  }
  if (!wish.phone.empty()
      && it.with.people->number_in(wish.phone).kind
             != office::telephone::mobile) {
    it.refuse(422, "phone_takes_no_texts");
    return false;
  }
  return true;
}

} // namespace

// -- visitors -----------------------------------------------------------------

void handle::ask_notice(talk it) {
  const auto link = link_of(*it);
  if (!link)
    return;
  auto wish = notice_wish{};
  json::read(it->body(), wish, json::unknown::refuse);
  command_about(it, *link, "ask_notice", 200, [wish](visit_id visit) {
    return office::ask_notice{{visit}, wish.places};
  });
}

void handle::seen(talk it) {
  const auto link = link_of(*it);
  if (!link)
    return;
  command_about(it, *link, "note_seen", 200,
                [](visit_id visit) { return office::note_seen{{visit}}; });
}

void handle::send_code(talk it) {
  const auto link = link_of(*it);
  if (!link)
    return;
  auto wish = code_wish{};
  json::read(it->body(), wish, json::unknown::refuse);
  if (!can_be_proven(*it, wish))
    return;
  const auto now = it->with.clock();
  if (!it->with.codes->may(it->request.peer, now))
    return it->refuse(429, "too_many_codes");
  it->with.codes->count(it->request.peer, now);
  with_visit(it, *link, [it, link, wish](const visit_told& told) {
    auto person = person_data{.phone = wish.phone, .email = wish.email};
    auto sealed = it->with.people->seal(link->office, person, link->text());
    auto rows = std::vector<storage::row>{std::move(sealed->key)};
    ask_about(it, *link, "send_code", 202,
              office::send_code{{told.visit->id}, std::move(sealed->person)},
              std::move(rows));
  });
}

// Of the number that the visit was booked with.
void handle::texts(talk it) {
  const auto link = link_of(*it);
  if (!link)
    return;
  auto wish = texts_wish{};
  json::read(it->body(), wish, json::unknown::refuse);
  with_visit(it, *link, [it, link, wish](const visit_told& told) {
    const auto& phone = told.visit->person.phone;
    if (wish.on)
      ask_about(it, *link, "allow_messages", 200,
                office::allow_messages{phone});
    else
      ask_about(it, *link, "stop_messages", 200, office::stop_messages{phone});
  });
}

// Whether they have not said otherwise.
void handle::wants_texts(talk it) {
  const auto link = link_of(*it);
  if (!link)
    return;
  with_visit(it, *link, [it, link](const visit_told& told) {
    it->with.offices->agenda(
        link->office,
        {.kind = office::agenda_kind::messages, .visit = told.visit->id},
        {[it](const agenda_told& said) {
           if (said.refused)
             return it->refuse(404, "link_unknown");
           const auto stopped = said.head.at("stopped").as_bool();
           it->answer(200, json::object{{"on", !stopped}});
         },
         or_refuse_link(it)});
  });
}

// -- staff --------------------------------------------------------------------

void handle::messages(talk it) {
  const auto office = office_id{it->parts[0]};
  if (!allowed(*it, office, access::right::arrange_line))
    return;
  auto wanted = visit_id{};
  json::detail::read_key(it->parts[1], wanted);
  it->with.offices->agenda(
      office, {.kind = office::agenda_kind::messages, .visit = wanted},
      {[it](const agenda_told& told) {
         if (told.refused)
           return it->refuse(status_of(*told.refused),
                             office::name_of(*told.refused));
         it->answer(200, told.head);
       },
       or_refuse(it)});
}

} // namespace suivant::gateway
