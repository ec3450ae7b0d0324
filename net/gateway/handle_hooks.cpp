// Web hooks: made and ended by who manages an office, watched and tended by
// operators too.

#include "actors/common/json_codec.hpp"
#include "net/gateway/ask_access.hpp"
#include "net/gateway/router.hpp"
#include "net/web_address.hpp"

namespace suivant::gateway {
namespace {

struct new_hook {
  std::string name;
  std::string url;
  std::string partner;
  std::vector<std::string> kinds;
};
BOOST_DESCRIBE_STRUCT(new_hook, (), (name, url, partner, kinds))

struct again {
  office::fact_number from = 0;
};
BOOST_DESCRIBE_STRUCT(again, (), (from))

// Only what has something to say.
void say_trouble(json::object& out, const hooks::mark& it) {
  if (it.tries == 0)
    return;
  out["tries"] = it.tries;
  out["failing_since"] = json::write(it.failing_since);
  out["next_try"] = json::write(it.next_try);
  out["last_error"] = it.last_error;
}

json::object shown(const hook_state& it) {
  auto given_up = boost::json::array{};
  for (const auto& one : it.at.given_up)
    given_up.push_back(json::object{{"first", one.first},
                                    {"last", one.last},
                                    {"count", one.count},
                                    {"at", json::write(one.at)},
                                    {"error", one.error}});
  auto out = json::object{
      {"name", it.what.name},       {"url", it.what.url},
      {"partner", it.what.partner}, {"kinds", json::write(it.what.kinds)},
      {"by", it.what.by},           {"created", json::write(it.what.created)},
      {"paused", it.at.paused},     {"done", it.at.done},
      {"newest", it.newest},        {"given_up", std::move(given_up)}};
  if (it.at.last_success != instant{})
    out["last_success"] = json::write(it.at.last_success);
  say_trouble(out, it.at);
  return out;
}

void tend(const talk& it, tend_hook wish, const char* word) {
  ask_access(it,
             access::note_hook_tended{access::author_of(*it->who), wish.office,
                                      wish.name, word},
             [it, wish](const access::accepted&) {
               it->with.hooks->tend(wish);
               it->nothing();
             });
}

} // namespace

void handle::hooks(talk it) {
  const auto office = office_id{it->parts[0]};
  if (!allowed(*it, office, access::right::tend_hooks))
    return;
  it->with.hooks->states(office, [it](const hook_states& all) {
    auto list = boost::json::array{};
    for (const auto& one : all)
      list.push_back(shown(one));
    it->answer(200, std::move(list));
  });
}

void handle::make_hook(talk it) {
  const auto office = office_id{it->parts[0]};
  if (!allowed(*it, office, access::right::manage_accounts))
    return;
  if (!it->with.log->get(storage::tables::meta, "office/" + office.text))
    return it->refuse(no_answer::unknown_office);
  auto sent = new_hook{};
  json::read(it->body(), sent, json::unknown::refuse);
  if (!net::read_web_address(sent.url))
    throw json::unreadable{"url: \"https://…\" is needed"};
  ask_access(it,
             access::make_hook{access::author_of(*it->who), office, sent.name,
                               sent.partner, sent.url, sent.kinds},
             [it](const access::hook_made& made) {
               it->with.hooks->changed();
               it->answer(201, json::object{{"secret", made.secret}});
             });
}

void handle::remove_hook(talk it) {
  const auto office = office_id{it->parts[0]};
  if (!allowed(*it, office, access::right::manage_accounts))
    return;
  ask_access(
      it,
      access::remove_hook{access::author_of(*it->who), office, it->parts[1]},
      [it](const access::accepted&) {
        it->with.hooks->changed();
        it->nothing();
      });
}

void handle::tend_hook(talk it) {
  const auto office = office_id{it->parts[0]};
  if (!allowed(*it, office, access::right::tend_hooks))
    return;
  using what = suivant::tend_hook::what;
  auto how = again{};
  json::read(it->body(), how, json::unknown::refuse);
  if (it->parts[2] == "pause")
    return tend(it, {office, it->parts[1], what::pause}, "pause");
  if (it->parts[2] == "resume")
    return tend(it, {office, it->parts[1], what::resume}, "resume");
  if (it->parts[2] == "again")
    return tend(it, {office, it->parts[1], what::send_again, how.from},
                "again");
  it->refuse(404, "unknown");
}

} // namespace suivant::gateway
