// How the registry makes and changes accounts.

#include "actors/access/registry.hpp"
#include "actors/common/json_codec.hpp"

#include <algorithm>

namespace suivant::access {
namespace {

constexpr auto office_prefix = std::string_view{"office/"}; // In table `meta`.
constexpr auto telling_letters = std::size_t{5}; // Not "de", not "hall".

// The words of an office's name that it is known by.
void add_words(std::string_view name, std::vector<std::string>& names) {
  while (!name.empty()) {
    const auto end = std::min(name.find_first_of(" -'"), name.size());
    if (end >= telling_letters)
      names.emplace_back(name.substr(0, end));
    name.remove_prefix(std::min(end + 1, name.size()));
  }
}

} // namespace

outcome<accepted> registry::answer(const create_account& asked) {
  const auto name = folded(asked.name);
  if (!are_roles_of_staff(asked.roles))
    return refused{refusal::roles_are_invalid};
  if (!may_manage(asked.by.roles, asked.roles))
    return refused{refusal::right_is_missing};
  if (!is_account_name(name))
    return refused{refusal::account_name_is_invalid};
  if (accounts_.contains(name))
    return refused{refusal::account_exists};
  if (auto no = take_as_password(asked.password, name, asked.roles); no.index())
    return no;

  auto what = change{};
  what.accounts.push_back(
      {.name = name,
       .hash = crypto::hash_password(asked.password, limits_.cost),
       .language = asked.language,
       .roles = asked.roles,
       .created = clock_()});
  what.records.push_back({.type = audited::account_created,
                          .by = asked.by.name,
                          .account = name,
                          .roles = names_of(asked.roles)});
  return accept(std::move(what));
}

outcome<accepted> registry::answer(const change_password& asked) {
  const auto found = accounts_.find(asked.name);
  if (found == accounts_.end())
    return refused{refusal::account_unknown};
  auto fresh = found->second;
  // Whoever finds a desk open must not be able to guess on, nor lock its
  // person out elsewhere.
  const auto desk = origin{asked.session, true};
  const auto until = locks_.locked_until(fresh.name, desk);
  if (clock_() < until)
    return refused{refusal::locked_out, until};
  if (!check(fresh.hash, asked.old_password))
    return std::visit([](const auto& why) -> outcome<accepted> { return why; },
                      refuse_password(fresh.name, desk, ""));
  if (auto no = take_as_password(asked.new_password, fresh.name, fresh.roles);
      no.index())
    return no;

  fresh.hash = crypto::hash_password(asked.new_password, limits_.cost);
  fresh.browsers.clear();
  auto what = change{};
  what.records.push_back({.type = audited::password_changed, .by = fresh.name});
  end_all(fresh.name, asked.session, fresh.name, "password_changed", what);
  what.accounts.push_back(std::move(fresh));
  return accept(std::move(what));
}

outcome<accepted> registry::answer(const reset_password& asked) {
  auto found = managed(asked.by, asked.name);
  auto* fresh = std::get_if<account>(&found);
  if (fresh == nullptr)
    return std::get<refused>(found);
  if (auto no = take_as_password(asked.password, fresh->name, fresh->roles);
      no.index())
    return no;

  fresh->hash = crypto::hash_password(asked.password, limits_.cost);
  fresh->browsers.clear();
  const auto name = fresh->name;
  auto what = change{};
  what.records.push_back({.type = audited::password_changed,
                          .by = asked.by.name,
                          .account = fresh->name});
  end_all(fresh->name, "", asked.by.name, "password_changed", what);
  what.accounts.push_back(std::move(*fresh));
  auto done = accept(std::move(what));
  if (done.index() == 0)
    locks_.forget(name);
  return done;
}

outcome<accepted> registry::answer(const set_roles& asked) {
  auto found = managed(asked.by, asked.name);
  auto* fresh = std::get_if<account>(&found);
  if (fresh == nullptr)
    return std::get<refused>(found);
  if (!are_roles_of_staff(asked.roles))
    return refused{refusal::roles_are_invalid};
  if (!may_manage(asked.by.roles, asked.roles))
    return refused{refusal::right_is_missing};
  if (fresh->roles == asked.roles)
    return accepted{};

  fresh->roles = asked.roles;
  auto what = change{};
  what.records.push_back(changed(*fresh, asked.by.name));
  what.accounts.push_back(std::move(*fresh));
  return accept(std::move(what));
}

outcome<accepted> registry::answer(const set_disabled& asked) {
  auto found = managed(asked.by, asked.name);
  auto* fresh = std::get_if<account>(&found);
  if (fresh == nullptr)
    return std::get<refused>(found);
  if (fresh->disabled == asked.disabled)
    return accepted{};

  fresh->disabled = asked.disabled;
  auto what = change{};
  what.records.push_back(changed(*fresh, asked.by.name));
  if (fresh->disabled)
    end_all(fresh->name, "", asked.by.name, "account_disabled", what);
  what.accounts.push_back(std::move(*fresh));
  return accept(std::move(what));
}

outcome<account_views> registry::answer(const list_accounts& asked) const {
  auto views = account_views{};
  for (const auto& [name, it] : accounts_) {
    const auto in_reach = std::ranges::any_of(it.roles, [&](const auto& held) {
      return may(asked.by.roles, held.first, right::manage_accounts);
    });
    if (in_reach)
      views.push_back({name, it.language, it.roles, it.disabled,
                       locks_.locked_until(name), it.created});
  }
  return views;
}

outcome<accepted> registry::take_as_password(const std::string& password,
                                             const std::string& name,
                                             const role_map& roles) const {
  const auto names = names_around(name, roles);
  if (!names)
    return names.why();
  if (const auto why = weakness(password, *names, limits_.passwords))
    return refused{*why};
  return accepted{};
}

// What somebody who knows where a person works would try.
storage::result<std::vector<std::string>>
registry::names_around(const std::string& account, const role_map& roles) const
    try {
  auto names = std::vector{account};
  const auto everywhere = roles.contains(every_office);
  const auto read
      = log_->scan(storage::tables::meta, office_prefix,
                   [&](std::string_view key, std::string_view text) {
                     const auto id = office_id{
                         std::string{key.substr(office_prefix.size())}};
                     if (!everywhere && !roles.contains(id))
                       return true;
                     names.push_back(id.text);
                     auto said = std::map<std::string, std::string>{};
                     json::read(json::parse(text), said);
                     for (const auto& [language, name] : said)
                       add_words(name, names);
                     return true;
                   });
  if (!read)
    return read.why();
  return names;
} catch (const json::unreadable& why) {
  return storage::failure{storage::trouble::unreadable, why.what()};
}

std::variant<account, refused>
registry::managed(const author& by, const std::string& name) const {
  const auto found = accounts_.find(folded(name));
  if (found == accounts_.end())
    return refused{refusal::account_unknown};
  if (!may_manage(by.roles, found->second.roles))
    return refused{refusal::right_is_missing};
  if (found->first == by.name)
    return refused{refusal::own_account};
  return found->second;
}

audit_record registry::changed(const account& it, const std::string& by) {
  return {.type = audited::account_changed,
          .by = by,
          .account = it.name,
          .roles = names_of(it.roles),
          .disabled = it.disabled};
}

} // namespace suivant::access
