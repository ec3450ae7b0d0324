#include "net/gateway/by_link.hpp"

#include "net/gateway/by_key.hpp"
#include "net/gateway/replies.hpp"
#include "net/gateway/services.hpp"

namespace suivant::gateway {

std::optional<visit_link> link_of(const exchange& it) {
  auto link = key_in(it.request).empty()
                  ? link_in_header(it.request.header("authorization"))
                  : link_from(it.request.header("x-visit"));
  if (!link)
    it.refuse(404, "link_unknown");
  else if (!comes_rightly(it, link->office, access::scope::bookings))
    link.reset();
  return link;
}

std::function<void(no_answer)> or_refuse_link(const talk& it) {
  return [it](no_answer why) {
    if (why == no_answer::unknown_office)
      return it->refuse(404, "link_unknown");
    it->refuse(why);
  };
}

std::string address_of(const exchange& it) {
  if (!it.with.public_address.empty())
    return it.with.public_address;
  return std::string{it.request.secure ? "https://" : "http://"}
         + std::string{it.request.header("host")};
}

void with_visit(const talk& it, const visit_link& link,
                std::function<void(const visit_told&)> then) {
  it->with.offices->visit_of(link.office, link.hash(),
                             {[it, then](const visit_told& told) {
                                if (!told.visit)
                                  return it->refuse(404, "link_unknown");
                                then(told);
                              },
                              or_refuse_link(it)});
}

void ask_about(const talk& it, const visit_link& link, std::string_view name,
               int status, office::command what,
               std::vector<storage::row> rows) {
  auto key = key_outside(*it, it->key());
  if (!key.empty())
    key.insert(0, link.hash() + ':');
  it->with.offices->ask(
      link.office,
      {{std::move(what), asker_outside(*it), key}, std::move(rows)},
      {[it, name, status](const office_reply& said) {
         count(*it, name, said);
         if (said.refused)
           return refuse_start(*it, said);
         reply(*it, said, {}, status);
       },
       or_refuse(it)});
}

void command_about(const talk& it, const visit_link& link,
                   std::string_view name, int status, make_command make) {
  with_visit(it, link, [it, link, name, status, make](const visit_told& told) {
    ask_about(it, link, name, status, make(told.visit->id));
  });
}

} // namespace suivant::gateway
