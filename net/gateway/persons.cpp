#include "net/gateway/persons.hpp"

#include "net/gateway/applications.hpp"
#include "net/post/mail_gateway.hpp"

#include <algorithm>

namespace suivant::gateway {

BOOST_DESCRIBE_STRUCT(person_data, (),
                      (name, phone, email, note, answers, applications))

namespace {

constexpr auto text_bytes = std::size_t{800}; // 200 characters, at worst.
constexpr auto note_bytes = std::size_t{4000};
constexpr auto most_answers = std::size_t{20};
constexpr auto most_applications = std::size_t{20};
constexpr auto link_member = "link"; // Beside the members of the person.

void check(std::string_view name, const std::string& text, std::size_t limit) {
  if (text.size() > limit)
    throw json::unreadable{std::string{name} + ": is too long"};
}

std::string row_key(const office_id& office, const std::string& key) {
  return office.text + '/' + key;
}

} // namespace

person_data person_from_json(const json::value& from) {
  auto it = person_data{};
  json::read(from, it, json::unknown::refuse, "person");
  check("name", it.name, text_bytes);
  check("phone", it.phone, text_bytes);
  check("email", it.email, text_bytes);
  check("note", it.note, note_bytes);
  if (it.answers.size() > most_answers)
    throw json::unreadable{"answers: are too many"};
  for (const auto& [field, text] : it.answers)
    check("answers." + field, text, note_bytes);
  if (it.applications.size() > most_applications
      || !std::ranges::all_of(it.applications, is_application))
    throw json::unreadable{"applications: ten letters and digits are needed"};
  return it;
}

json::value to_json(const person_data& it) {
  return json::write(it);
}

std::string known_as(const crypto::key& secret, const office_id& office,
                     const person_data& it) {
  auto reached = it.email.empty() ? it.phone : it.email;
  std::erase(reached, ' ');
  for (auto& letter : reached)
    if (letter >= 'A' && letter <= 'Z')
      letter = static_cast<char>(letter - 'A' + 'a');
  return reached.empty()
             ? std::string{}
             : crypto::link_token(secret, "person", office.text, reached);
}

std::optional<sealed> persons::seal(const office_id& office,
                                    const person_data& it,
                                    const std::string& link) const {
  if (it == person_data{})
    return std::nullopt;
  const auto key = crypto::random_key();
  const auto name = crypto::random_hex(16);
  auto inside = to_json(it);
  if (!link.empty())
    inside.as_object()[link_member] = link;
  const auto text = boost::json::serialize(inside);
  const auto number = number_in(it.phone);
  const auto is_mobile = number.kind == office::telephone::mobile;
  return sealed{
      {.key = name,
       .box = crypto::seal(key, name, text),
       .phone = is_mobile ? phone_hash(office, number.e164) : std::string{},
       .telephone = number.kind,
       .email = net::is_mail_address(it.email)},
      {storage::tables::persons, row_key(office, name), crypto::to_hex(key)}};
}

std::string persons::phone_hash(const office_id& office,
                                const std::string& e164) const {
  return crypto::link_token(secret_, "phone", office.text, e164);
}

phone_number persons::number_in(const std::string& typed) const {
  return phone_number_in(typed, region_);
}

std::optional<json::object>
persons::unsealed(const office_id& office,
                  const office::sealed_person& it) const {
  const auto stored
      = log_->get(storage::tables::persons, row_key(office, it.key));
  if (!stored)
    return std::nullopt;
  const auto key = crypto::key_from_hex(*stored);
  if (!key)
    return std::nullopt;
  const auto text = crypto::open(*key, it.key, it.box);
  if (!text)
    return std::nullopt;
  return json::parse(*text).as_object();
}

std::optional<person_data>
persons::open(const office_id& office, const office::sealed_person& it) const {
  auto inside = unsealed(office, it);
  if (!inside)
    return std::nullopt;
  inside->erase(link_member);
  return person_from_json(*inside);
}

std::string persons::link_in(const office_id& office,
                             const office::sealed_person& it) const {
  const auto inside = unsealed(office, it);
  const auto* link = inside ? inside->if_contains(link_member) : nullptr;
  return link == nullptr ? std::string{} : std::string{link->as_string()};
}

} // namespace suivant::gateway
