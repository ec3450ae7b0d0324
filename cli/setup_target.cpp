#include "cli/setup_target.hpp"

#include "actors/common/calendar.hpp"
#include "actors/office/clocks.hpp"
#include "actors/office/office_json.hpp"
#include "actors/office/office_log.hpp"
#include "actors/office/setup_questions.hpp"
#include "cli/http_client.hpp"
#include "cli/password.hpp"
#include "net/gateway/texts.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace suivant::cli {
namespace {

// -- a folder -----------------------------------------------------------------

class data_folder final : public setup_target {
public:
  data_folder(const target_options& how, office_id office)
      : office_{std::move(office)} {
    if (!how.dry_run)
      log_ = take_over(how.data, true);
    else if (std::filesystem::exists(how.data))
      log_ = std::make_shared<storage::log>(look_into(how.data));
    if (log_)
      now_ = must(office::newest_state(*log_, office_));
  }

  office::setup in_force() override {
    return now_.setup;
  }

  calendar_day today() override {
    const auto& zone = now_.setup.zone;
    return wall_time_of(zone_called(is_zone(zone) ? zone : "UTC"), when().at)
        .day;
  }

  json::object outcome(const office::setup& wanted) override {
    return office::outcome_of(office::trial_of(wanted), now_, when().at);
  }

  void apply(const office::setup& wanted) override {
    const auto by = office::asker{office::role::system, "console"};
    const auto at = when();
    const auto decided = office::decide(
        now_, {office::configure{wanted, office::clocks_of(wanted)}, by, {}},
        at);
    if (const auto* no = std::get_if<office::refusal>(&decided))
      problem(gateway::text_for("en", office::name_of(*no)));
    auto written
        = storage::addition{office::stream_of(office_), now_.last_fact, {}};
    auto number = now_.last_fact;
    for (const auto& event : std::get<office::events>(decided))
      written.records.push_back(office::to_json(
          office::fact{++number, at.at, "system console", {}, event}));
    must(log_->commit({written}, {office::name_row(office_, wanted)}));
  }

private:
  // An office dates its facts itself, and never backward.
  moment when() const {
    const auto& setup = now_.setup;
    const auto days = calendar{is_zone(setup.zone) ? setup.zone : "UTC",
                               setup.cut_over_minutes};
    const auto clock
        = std::chrono::floor<milliseconds>(std::chrono::system_clock::now());
    const auto at = std::max(clock, now_.last_at);
    return {at, days.day_of(at)};
  }

  office_id office_;
  std::shared_ptr<storage::log> log_;
  office::state now_;
};

// -- a server -----------------------------------------------------------------

class running_server final : public setup_target {
public:
  running_server(const target_options& how, const office_id& office)
      : client_{how.port}, path_{"/api/v1/offices/" + office.text + "/setup"} {
    if (how.user.empty())
      misuse("Say with --user who asks the server.");
    const auto said = ask(
        "POST", "/api/v1/sessions",
        json::object{{"name", how.user}, {"password", password_of(how.user)}});
    csrf_ = said.at("csrf").as_string();
  }

  office::setup in_force() override {
    const auto heard = client_.ask({"GET", path_, headers(), {}});
    if (heard.status == 404)
      return {};
    is_there_ = true;
    return office::setup_from_json(must_be_well(heard));
  }

  calendar_day today() override {
    const auto now = std::chrono::system_clock::now();
    return std::chrono::floor<std::chrono::days>(now);
  }

  // Of an office that is not there, nothing can be in the way.
  json::object outcome(const office::setup& wanted) override {
    if (!is_there_)
      return office::outcome_of(
          office::trial_of(wanted), {},
          std::chrono::floor<milliseconds>(std::chrono::system_clock::now()));
    return ask("POST", path_ + "/trial",
               json::object{{"setup", office::to_json(wanted)}});
  }

  void apply(const office::setup& wanted) override {
    ask("PUT", path_, office::to_json(wanted).as_object());
  }

private:
  using header_list = std::vector<std::pair<std::string, std::string>>;

  header_list headers() const {
    auto all = header_list{{"Accept-Language", "en"}};
    if (!cookie_.empty())
      all.insert(all.end(), {{"Cookie", cookie_}, {"X-Csrf", csrf_}});
    return all;
  }

  json::object ask(const std::string& method, const std::string& path,
                   const json::object& body) {
    const auto heard
        = client_.ask({method, path, headers(), boost::json::serialize(body)});
    if (!heard.cookie.empty() && cookie_.empty())
      cookie_ = heard.cookie;
    return must_be_well(heard);
  }

  static json::object must_be_well(const http_answer& heard) {
    auto said = json::parse(heard.body).as_object();
    if (heard.status >= 400)
      problem(std::string{said.at("message").as_string()});
    return said;
  }

  http_client client_;
  std::string path_;
  std::string cookie_;
  std::string csrf_;
  bool is_there_ = false;
};

} // namespace

std::unique_ptr<setup_target> target_for(const target_options& how,
                                         const office_id& office) {
  if (how.port != 0)
    return std::make_unique<running_server>(how, office);
  if (how.data.empty())
    misuse("Name the data folder with --data, or a server with --server.");
  return std::make_unique<data_folder>(how, office);
}

} // namespace suivant::cli
