// What the holder of a visit's link may do about places that are offered.

#include "actors/office/office_describe.hpp"
#include "net/gateway/by_link.hpp"
#include "net/gateway/router.hpp"
#include "net/gateway/services.hpp"
#include "net/gateway/voucher.hpp"

namespace suivant::gateway {
namespace {

struct answer_to_offer {
  std::uint32_t version = 0;
  instant start; // The one offered.
};
BOOST_DESCRIBE_STRUCT(answer_to_offer, (), (version, start))

struct earlier_wish {
  std::uint32_t version = 0;
  instant from;
  instant until;
};
BOOST_DESCRIBE_STRUCT(earlier_wish, (), (version, from, until))

struct plain_wish {
  std::uint32_t version = 0;
};
BOOST_DESCRIBE_STRUCT(plain_wish, (), (version))

template <class Command>
void answer_offer(const talk& it, std::string_view name) {
  const auto link = link_of(*it);
  if (!link)
    return;
  auto how = answer_to_offer{};
  json::read(it->body(), how, json::unknown::refuse);
  command_about(it, *link, name, 200, [how](visit_id visit) {
    return Command{{visit, how.version}, how.start};
  });
}

void answer_voucher(const talk& it, const visit_link& link, visit_id visit) {
  it->with.offices->campaigns(
      link.office, {.kind = office::campaign_view::voucher, .visit = visit},
      {[it, link](const campaign_told& told) {
         if (told.refused)
           return it->refuse(404, "no_voucher");
         it->answer(
             200, json::object{{"code", voucher_of(it->with.secret, link.office,
                                                   *told.visits[0])}});
       },
       or_refuse_link(it)});
}

} // namespace

void handle::accept_offer(talk it) {
  answer_offer<office::accept_offer>(it, "accept_offer");
}

void handle::decline_offer(talk it) {
  answer_offer<office::decline_offer>(it, "decline_offer");
}

void handle::wait_for_earlier(talk it) {
  const auto link = link_of(*it);
  if (!link)
    return;
  auto how = earlier_wish{};
  json::read(it->body(), how, json::unknown::refuse);
  command_about(it, *link, "wait_for_earlier", 200, [how](visit_id visit) {
    return office::wait_for_earlier{{visit, how.version}, how.from, how.until};
  });
}

void handle::give_up_waiting(talk it) {
  const auto link = link_of(*it);
  if (!link)
    return;
  auto how = plain_wish{};
  json::read(it->body(), how, json::unknown::refuse);
  command_about(it, *link, "give_up_waiting", 200, [how](visit_id visit) {
    return office::give_up_waiting{{visit, how.version}};
  });
}

void handle::voucher(talk it) {
  const auto link = link_of(*it);
  if (!link)
    return;
  with_visit(it, *link, [it, link](const visit_told& told) {
    answer_voucher(it, *link, told.visit->id);
  });
}

} // namespace suivant::gateway
