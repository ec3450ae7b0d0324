// From an office's message to the telephone and the letter box of a person,
// by all that lies between.

#include "net/gateway/post/confirmation_code.hpp"
#include "net/gateway/post/post_over.hpp"
#include "tests/support/called_back.hpp"
#include "tests/support/kannel.hpp"
#include "tests/support/letters.hpp"
#include "tests/support/mail_server.hpp"
#include "tests/support/storage_folder.hpp"

#include <future>

using namespace suivant;
using namespace suivant::gateway;
using namespace suivant::tests;
using office::occasion;
using office::way;

namespace {

const auto hall = office_id{"valmont"};

// Persons in a folder, and gateways as a test has them.
class sending_office : storage_folder {
public:
  explicit sending_office(post_context with = {}) : with_{std::move(with)} {
    log_ = std::make_shared<storage::log>(open());
    with_.secret = written_with().secret;
    with_.people = std::make_shared<gateway::persons>(log_, with_.secret);
    with_.public_address = "https://rdv.valmont.example";
    with_.clock = [] { return that_tuesday - 48h; };
    people_ = with_.people;
  }
  ~sending_office() {
    if (with_.sms)
      with_.sms->close();
    if (with_.mail)
      with_.mail->close();
  }

  post::letter letter(occasion about, way by, const std::string& phone,
                      const std::string& email) {
    auto visit = visit_told_of("fr", that_tuesday);
    auto person = person_data{};
    person.name = "Zoé Martin";
    person.phone = phone;
    person.email = email;
    person.applications = {"ABCDEFGHIJ"}; // Whoever has some has a link.
    auto sealed = people_->seal(hall, person,
                                "valmont.0123456789abcdef0123456789abcdef");
    must(log_->commit({}, {sealed->key}));
    visit.person = sealed->person;
    auto it = letter_about(about, visit);
    it.what.by = by;
    return it;
  }

  post::told send(post::letter what) {
    const auto port = post_over(with_);
    auto ended = std::promise<post::told>{};
    port->send(std::move(what),
               [&](const post::told& it) { ended.set_value(it); });
    return ended.get_future().get();
  }

  bool gives_receipts(way by) const {
    return post_over(with_)->gives_receipts(by);
  }

  const post_context& with() const {
    return with_;
  }

private:
  std::shared_ptr<storage::log> log_;
  std::shared_ptr<const gateway::persons> people_;
  post_context with_;
};

post_context by_sms(const kannel& network, const std::string& callback) {
  auto it = post_context{};
  it.sms_by = network.settings();
  it.sms_by.callback = callback;
  it.sms = net::sms_gateway_by(it.sms_by);
  return it;
}

} // namespace

BOOST_AUTO_TEST_SUITE(post_port)

BOOST_AUTO_TEST_CASE(a_call_reaches_the_phone_and_its_receipt_comes_back) {
  auto us = called_back{};
  auto network = kannel{};
  auto office = sending_office{by_sms(network, us.address())};
  BOOST_TEST(office.gives_receipts(way::sms));
  BOOST_TEST(!office.gives_receipts(way::email));
  const auto told = office.send(
      office.letter(occasion::turn, way::sms, "0612 345 678", ""));
  BOOST_TEST((told.is == post::fate::handed), told.why);
  const auto got = network.received(1).front();
  BOOST_TEST(got.to == "+33612345678");
  BOOST_TEST(got.text.starts_with("C'est à vous ! Numéro A012 : Guichet 3."));
  for (auto is_delivered = false; !is_delivered;) {
    const auto heard = us.told.next();
    BOOST_REQUIRE(heard);
    BOOST_TEST(heard->path == receipt_path);
    const auto it = receipt_in(office.with().secret, *heard);
    BOOST_REQUIRE(it);
    BOOST_TEST((it->of == message_id{hall, visit_id{1234}, 2}));
    is_delivered = it->says == net::receipt_says::delivered;
    auto forged = *heard;
    forged.query.replace(forged.query.find("valmont"), 7, "valmonx");
    BOOST_TEST(!receipt_in(office.with().secret, forged));
  }
}

BOOST_AUTO_TEST_CASE(numbers_and_addresses_that_lead_nowhere_are_refused) {
  auto nothing = sending_office{};
  BOOST_TEST(
      nothing.send(nothing.letter(occasion::turn, way::sms, "06", "")).why
      == "no_gateway");
  BOOST_TEST(
      nothing.send(nothing.letter(occasion::turn, way::email, "", "a@b")).why
      == "no_gateway");
}

BOOST_AUTO_TEST_CASE(each_reason_for_not_sending_a_text_has_its_name) {
  auto network = kannel{};
  auto office = sending_office{by_sms(network, {})};
  BOOST_TEST(!office.gives_receipts(way::sms));
  const auto why = [&](const std::string& phone) {
    const auto told
        = office.send(office.letter(occasion::turn, way::sms, phone, ""));
    BOOST_TEST((told.is == post::fate::refused));
    return told.why;
  };
  BOOST_TEST(why("01 23 45 67 89") == "number_is_landline");
  BOOST_TEST(why("06 12") == "number_is_unusable");
  BOOST_TEST(why("") == "no_number");
  auto erased = office.letter(occasion::turn, way::sms, "0612345678", "");
  auto visit = *erased.visit;
  visit.person.key = "0000";
  erased.visit = std::make_shared<const office::visit>(visit);
  BOOST_TEST(office.send(erased).why == "person_erased");
  BOOST_TEST(network.received_so_far().empty());
}

BOOST_AUTO_TEST_CASE(an_answer_goes_back_to_whoever_wrote) {
  auto network = kannel{};
  auto office = sending_office{by_sms(network, {})};
  auto ended = std::promise<net::sending>{};
  answer_sms(office.with(), "36000", "33612345678", "À bientôt — 3e",
             [&](const net::sending& it) { ended.set_value(it); });
  BOOST_TEST((ended.get_future().get().how == net::sent::handed));
  const auto got = network.received(1).front();
  BOOST_TEST(got.to == "+33612345678");
  BOOST_TEST(got.text == "À bientôt - 3e");
}

BOOST_AUTO_TEST_CASE(nobody_but_the_gateway_speaks_for_a_phone) {
  auto with = net::sms_settings{};
  const auto is_taken
      = [&](const std::string& query, const std::string& header) {
          auto asked = net::request{};
          asked.query = query;
          if (!header.empty())
            asked.headers.emplace_back("authorization", header);
          return is_by_gateway(with, asked);
        };
  BOOST_TEST(!is_taken("key=", ""));
  with.inbound_key = "k3y";
  BOOST_TEST(is_taken("from=1&key=k3y", ""));
  BOOST_TEST(is_taken("from=1", "Bearer k3y"));
  for (const auto* query : {"", "key=", "key=k3", "key=k3yy", "key=K3Y"})
    BOOST_TEST(!is_taken(query, ""), query);
  BOOST_TEST(!is_taken("", "Basic k3y"));
}

BOOST_AUTO_TEST_CASE(a_booking_reaches_the_letter_box_with_its_date) {
  auto server = mail_server{};
  auto with = post_context{};
  with.mail_by = server.settings();
  with.mail = std::make_shared<net::mail_gateway>(with.mail_by);
  auto office = sending_office{std::move(with)};
  const auto told = office.send(
      office.letter(occasion::booked, way::email, "", "zoe@example.org"));
  BOOST_TEST((told.is == post::fate::handed), told.why);
  const auto got = server.received(1).front();
  BOOST_TEST(got.to == "zoe@example.org");
  BOOST_TEST(got.subject == "Passeport : mardi 10 mars 2026 à 09:00");
  BOOST_TEST(got.text.starts_with("Bonjour Zoé Martin,\n"), got.text);
  BOOST_TEST(got.files.size() == 1u);
  BOOST_TEST((bounced(office.with().secret, got.from)
              == message_id{hall, visit_id{1234}, 2}));
  BOOST_TEST(got.headers.at("list-unsubscribe")
                 .as_string()
                 .find("https://rdv.valmont.example/ticket/#valmont.0123")
             != std::string::npos);
  BOOST_TEST(
      office.send(office.letter(occasion::booked, way::email, "", "")).why
      == "no_address");
}

BOOST_AUTO_TEST_CASE(a_code_proves_the_address_that_it_goes_to) {
  auto network = kannel{};
  auto office = sending_office{by_sms(network, {})};
  office.send(office.letter(occasion::code, way::sms, "06 12 34 56 78", ""));
  const auto text = network.received(1).front().text;
  const auto at = text.find_first_of("0123456789");
  BOOST_TEST(is_confirmation_code(office.with().secret, hall, visit_id{1234},
                                  "+33612345678", text.substr(at, 6)));
}

BOOST_AUTO_TEST_SUITE_END()
