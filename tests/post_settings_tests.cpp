// What an administrator can set about gateways, and how wrong it can be.

#include "config/settings.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <unistd.h>

using namespace suivant;
using namespace suivant::config;

namespace {

namespace fs = std::filesystem;

struct settings_folder {
  fs::path place = fs::temp_directory_path()
                   / ("suivant-settings-" + std::to_string(::getpid()));
  settings_folder() {
    fs::create_directories(place);
  }
  ~settings_folder() {
    fs::remove_all(place);
  }

  std::variant<settings, problem> read(const std::string& text) const {
    std::ofstream{place / "suivant.toml"} << text;
    return read_settings(place / "suivant.toml");
  }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(post_settings, settings_folder)

BOOST_AUTO_TEST_CASE(gateways_are_set_up_and_their_secrets_lie_elsewhere) {
  std::ofstream{place / "sms-password"} << "s3cret\nmore\n";
  ::setenv("SUIVANT_TEST_PASSWORD", "m4il", 1);
  const auto it = read(R"(
public_address = "https://rdv.valmont.example"
[sms]
gateway = "kannel"
url = "http://127.0.0.1:13013/cgi-bin/sendsms"
user = "suivant"
password_file = ")" + (place / "sms-password").string()
                       + R"("
sender = "36000"
callback = "http://127.0.0.1:8080/"
region = "MQ"
inbound_key = "k3y"
timeout_seconds = 5
members.to = "recipient"
[mail]
server = "smtp.valmont.example"
port = 587
tls = "required"
user = "rdv"
password_variable = "SUIVANT_TEST_PASSWORD"
from = "rdv@valmont.example"
connections = 4
)");
  if (const auto* wrong = std::get_if<problem>(&it))
    BOOST_FAIL(wrong->text);
  const auto& sms = std::get<settings>(it).sms;
  BOOST_TEST((sms.gateway == net::sms_gateway_kind::kannel));
  BOOST_TEST(sms.password == "s3cret");
  BOOST_TEST(sms.callback == "http://127.0.0.1:8080");
  BOOST_TEST(sms.region == "MQ");
  BOOST_TEST(sms.inbound_key == "k3y");
  BOOST_TEST(sms.time.count() == 5000);
  BOOST_TEST(sms.members.to == "recipient");
  const auto& mail = std::get<settings>(it).mail;
  BOOST_TEST((mail.tls == net::mail_tls::required));
  BOOST_TEST(mail.password == "m4il");
  BOOST_TEST(mail.port == 587);
  BOOST_TEST(mail.connections == 4u);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_used_is_named) {
  struct row {
    const char* text;
    const char* says;
  };
  const auto address = std::string{"public_address = \"https://a.example\"\n"};
  for (const auto& it : {
           row{"[sms]\ngateway = \"pigeon\"",
               "suivant.toml:3: sms.gateway: one of \"none\", \"kannel\", "
               "\"json\" is needed"},
           row{"[sms]\ngateway = \"kannel\"",
               "sms.url: the address of the gateway is needed"},
           row{"[sms]\nregion = \"fr\"",
               "suivant.toml:3: sms.region: two "
               "capital letters are needed, such as "
               "\"FR\""},
           row{"[sms]\ncallback = \"here\"",
               "sms.callback: an address such as http://127.0.0.1:8080 is "
               "needed"},
           row{"[mail]\nserver = \"a\"",
               "mail.from: the address that mails come from is needed"},
           row{"[mail]\npassword_file = \"/nowhere\"",
               "suivant.toml:3: mail.password_file: cannot read a password in "
               "\"/nowhere\""},
           row{"[mail]\npassword_variable = \"SUIVANT_NOT_THERE\"",
               "suivant.toml:3: mail.password_variable: there is no variable "
               "\"SUIVANT_NOT_THERE\" in the environment"},
           row{"[mail]\nsever = \"a\"",
               "suivant.toml:3: mail.sever: there is no such setting"},
       }) {
    const auto found = read(address + it.text);
    BOOST_REQUIRE(std::holds_alternative<problem>(found));
    BOOST_TEST(std::get<problem>(found).text == it.says);
  }
  const auto found = read("[mail]\nserver = \"a\"\nfrom = \"a@b.example\"\n");
  BOOST_TEST(std::get<problem>(found).text
             == "public_address: messages need it for their links");
}

BOOST_AUTO_TEST_SUITE_END()
