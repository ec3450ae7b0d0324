#include "tests/support/kannel.hpp"

#include "net/words.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <fstream>

#include <unistd.h>

namespace suivant::tests {
namespace {

namespace fs = std::filesystem;

constexpr auto fake_network = "/usr/lib/kannel/test/fakesmsc";
constexpr auto got = "Got message";

std::string number(std::uint16_t it) {
  return std::to_string(it);
}

std::string plus_decoded(std::string text) {
  std::ranges::replace(text, '+', ' ');
  return net::percent_decoded(text).value_or(std::string{});
}

// "%00H%00%F4" as it stands there, in UTF-8. No pairs: tests send none.
std::string from_ucs2(const std::string& text) {
  const auto bytes = plus_decoded(text);
  auto out = std::string{};
  for (auto i = std::size_t{0}; i + 1 < bytes.size(); i += 2) {
    const auto letter = static_cast<unsigned char>(bytes[i]) * 256u
                        + static_cast<unsigned char>(bytes[i + 1]);
    const auto add = [&](unsigned it) { out += static_cast<char>(it); };
    if (letter < 0x80) {
      add(letter);
    } else if (letter < 0x800) {
      add(0xc0u | letter >> 6);
      add(0x80u | (letter & 0x3fu));
    } else {
      add(0xe0u | letter >> 12);
      add(0x80u | (letter >> 6 & 0x3fu));
      add(0x80u | (letter & 0x3fu));
    }
  }
  return out;
}

std::string next_word(std::string& rest) {
  const auto end = std::min(rest.find(' '), rest.size());
  auto word = rest.substr(0, end);
  rest.erase(0, std::min(end + 1, rest.size()));
  return word;
}

// "… Got message 3: <36000 +336… udh %05… data Votre+tour>", and so on.
sms_part part_in(const std::string& line) {
  const auto from = line.find('<') + 1;
  auto rest = line.substr(from, line.rfind('>') - from);
  auto it = sms_part{.from = next_word(rest), .to = next_word(rest)};
  auto kind = next_word(rest);
  it.of_several = kind.starts_with("udh");
  if (it.of_several) {
    next_word(rest);
    kind = next_word(rest);
  }
  it.unicode = kind == "ucs-2";
  it.text = it.unicode       ? from_ucs2(rest)
            : kind == "text" ? rest
                             : plus_decoded(rest);
  return it;
}

std::vector<sms_part> parts_in(const std::vector<std::string>& lines) {
  auto all = std::vector<sms_part>{};
  for (const auto& line : lines)
    all.push_back(part_in(line));
  return all;
}

} // namespace

kannel::kannel(std::string inbound)
    : folder_{fs::temp_directory_path()
              / ("suivant-kannel-" + number(send_port_) + '-'
                 + std::to_string(::getpid()))} {
  fs::create_directories(folder_);
  auto out = std::ofstream{folder_ / "kannel.conf"};
  out << "group = core\nadmin-port = " << admin_port_
      << "\nadmin-interface = 127.0.0.1\nadmin-password = test\n"
         "admin-allow-ip = 127.0.0.1\nsmsbox-port = "
      << box_port_
      << "\nsmsbox-interface = 127.0.0.1\nbox-allow-ip = 127.0.0.1\n"
         "store-type = file\nstore-location = store\ndlr-storage = internal\n"
         "sms-resend-freq = 1\n\n"
         "group = smsc\nsmsc = fake\nsmsc-id = fake\nhost = 127.0.0.1\nport = "
      << network_port_
      << "\nconnect-allow-ip = 127.0.0.1\n\n"
         "group = smsbox\nbearerbox-host = 127.0.0.1\nbearerbox-port = "
      << box_port_ << "\nsendsms-port = " << send_port_
      << "\nsendsms-interface = 127.0.0.1\nglobal-sender = 36000\n"
         "mo-recode = true\nhttp-request-retry = 60\nhttp-queue-delay = 1\n\n"
         "group = sendsms-user\nusername = suivant\npassword = secret\n"
         "user-allow-ip = 127.0.0.1\nconcatenation = true\nmax-messages = 3\n";
  if (!inbound.empty())
    out << "\ngroup = sms-service\nkeyword = default\ncatch-all = true\n"
           "max-messages = 3\nomit-empty = true\nassume-plain-text = true\n"
           "get-url = \""
        << inbound << (inbound.find('?') == std::string::npos ? '?' : '&')
        << "from=%p&to=%P&text=%b&id=%I\"\n";
  out.close();
  start();
  start_network();
}

kannel::~kannel() {
  stop_network();
  stop();
  fs::remove_all(folder_);
}

std::string kannel::url() const {
  return "http://127.0.0.1:" + number(send_port_) + "/cgi-bin/sendsms";
}

net::sms_settings kannel::settings() const {
  auto it = net::sms_settings{};
  it.gateway = net::sms_gateway_kind::kannel;
  it.url = url();
  it.user = "suivant";
  it.password = "secret";
  return it;
}

void kannel::start() {
  using words = std::vector<std::string>;
  bearerbox_ = std::make_unique<child_process>(
      words{"bearerbox", "-v", "0", "kannel.conf"}, folder_);
  bearerbox_->heard("Start-up done", 1);
  smsbox_ = std::make_unique<child_process>(
      words{"smsbox", "-v", "0", "kannel.conf"}, folder_);
  smsbox_->heard("Connected to bearerbox", 1);
}

void kannel::stop() {
  smsbox_.reset();
  bearerbox_.reset();
}

void kannel::start_network() {
  network_ = std::make_unique<child_process>(
      std::vector<std::string>{fake_network, "-v", "0", "-H", "127.0.0.1", "-r",
                               number(network_port_)},
      folder_);
  network_->heard("Connecting to", 1);
}

void kannel::stop_network() {
  if (network_ == nullptr)
    return;
  before_ = received_so_far();
  network_.reset();
}

void kannel::write(const std::string& from, const std::string& to,
                   const std::string& text) {
  network_->say(from + ' ' + to + " text " + text);
}

std::vector<sms_part> kannel::received(std::size_t count) const {
  if (count > before_.size())
    network_->heard(got, count - before_.size());
  return received_so_far();
}

std::vector<sms_part> kannel::received_so_far() const {
  auto all = before_;
  if (network_ != nullptr)
    for (auto& it : parts_in(network_->so_far(got)))
      all.push_back(std::move(it));
  return all;
}

} // namespace suivant::tests
