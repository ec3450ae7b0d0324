// Secrets keep what they promise: links that repeat, boxes that notice.

#include "actors/common/crypto.hpp"

#include <boost/test/unit_test.hpp>

#include <set>

using namespace suivant;

namespace {

constexpr auto cheap = crypto::password_cost{.memory_bytes = 8192, .passes = 1};

} // namespace

BOOST_AUTO_TEST_SUITE(crypto_)

BOOST_AUTO_TEST_CASE(chance_does_not_repeat) {
  BOOST_TEST(crypto::random_hex(16).size() == 32u);
  BOOST_TEST(crypto::random_hex(16) != crypto::random_hex(16));
  BOOST_TEST((crypto::random_key() != crypto::random_key()));
}

BOOST_AUTO_TEST_CASE(a_random_text_uses_its_alphabet_and_all_of_it) {
  const auto text = crypto::random_text("abc", 300);
  BOOST_TEST((std::set<char>(text.begin(), text.end())
              == std::set<char>{'a', 'b', 'c'}));
}

BOOST_AUTO_TEST_CASE(bytes_survive_base64) {
  for (const auto* bytes : {"", "a", "ab", "abc", "\xff\xfe"})
    BOOST_TEST((crypto::from_base64(crypto::to_base64(bytes)) == bytes));
  BOOST_TEST(crypto::to_base64("Suivant") == "U3VpdmFudA==");
  BOOST_TEST(!crypto::from_base64("U3VpdmFudA"));
  BOOST_TEST(!crypto::from_base64("U3Vp dmFu"));
  BOOST_TEST(!crypto::from_base64("é"));
}

BOOST_AUTO_TEST_CASE(a_key_survives_hex_and_nothing_else_is_one) {
  const auto key = crypto::random_key();
  BOOST_TEST((crypto::key_from_hex(crypto::to_hex(key)) == key));
  BOOST_TEST(!crypto::key_from_hex(""));
  BOOST_TEST(!crypto::key_from_hex(std::string(64, 'g')));
  BOOST_TEST(!crypto::key_from_hex(std::string(62, 'a')));
}

BOOST_AUTO_TEST_CASE(asking_again_gives_the_same_link) {
  const auto secret = crypto::random_key();
  const auto link = crypto::link_token(secret, "visit", "hall", "k1");
  BOOST_TEST(link.size() == 32u);
  BOOST_TEST(link == crypto::link_token(secret, "visit", "hall", "k1"));
}

BOOST_AUTO_TEST_CASE(anything_else_gives_another_link) {
  const auto secret = crypto::random_key();
  const auto links = std::set<std::string>{
      crypto::link_token(secret, "visit", "hall", "k1"),
      crypto::link_token(secret, "visit", "hall", "k2"),
      crypto::link_token(secret, "visit", "hallk", "1"),
      crypto::link_token(secret, "visith", "all", "k1"),
      crypto::link_token(crypto::random_key(), "visit", "hall", "k1")};
  BOOST_TEST(links.size() == 5u);
}

BOOST_AUTO_TEST_CASE(what_is_stored_of_a_token_is_not_the_token) {
  const auto hash = crypto::hash_of_token("t");
  BOOST_TEST(hash.size() == 32u);
  BOOST_TEST(hash == crypto::hash_of_token("t"));
  BOOST_TEST(hash != crypto::hash_of_token("u"));
}

BOOST_AUTO_TEST_CASE(texts_are_the_same_only_when_equal) {
  BOOST_TEST(crypto::same("abc", "abc"));
  BOOST_TEST(crypto::same("", ""));
  BOOST_TEST(!crypto::same("abc", "abd"));
  BOOST_TEST(!crypto::same("abc", "ab"));
}

BOOST_AUTO_TEST_CASE(a_sealed_person_opens_with_their_key) {
  const auto key = crypto::random_key();
  for (const auto* text : {"", R"({"name":"Zoé Ñandú"})"}) {
    const auto box = crypto::seal(key, "p1", text);
    BOOST_TEST(box.find("Zo") == std::string::npos);
    BOOST_TEST((crypto::open(key, "p1", box) == text));
  }
}

BOOST_AUTO_TEST_CASE(sealing_twice_gives_different_boxes) {
  const auto key = crypto::random_key();
  BOOST_TEST(crypto::seal(key, "p1", "x") != crypto::seal(key, "p1", "x"));
}

BOOST_AUTO_TEST_CASE(a_box_does_not_open_for_others_nor_when_changed) {
  const auto key = crypto::random_key();
  auto box = crypto::seal(key, "p1", "Ada");
  BOOST_TEST(!crypto::open(crypto::random_key(), "p1", box));
  BOOST_TEST(!crypto::open(key, "p2", box));
  BOOST_TEST(!crypto::open(key, "p1", ""));
  BOOST_TEST(!crypto::open(key, "p1", "AAAA"));
  BOOST_TEST(!crypto::open(key, "p1", "not base64"));
  box[40] = box[40] == 'A' ? 'B' : 'A';
  BOOST_TEST(!crypto::open(key, "p1", box));
}

BOOST_AUTO_TEST_CASE(a_password_fits_its_hash_alone) {
  const auto hash = crypto::hash_password("horse staple", cheap);
  BOOST_TEST(hash.starts_with("$argon2id$"));
  BOOST_TEST(crypto::verify_password(hash, "horse staple"));
  BOOST_TEST(!crypto::verify_password(hash, "horse stapl"));
  BOOST_TEST(!crypto::verify_password(hash, ""));
  BOOST_TEST(!crypto::verify_password("", "horse staple"));
  BOOST_TEST(hash != crypto::hash_password("horse staple", cheap));
}

BOOST_AUTO_TEST_CASE(a_guess_costs_nineteen_mebibytes_twice) {
  const auto hash = crypto::hash_password("horse staple", {});
  BOOST_TEST(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
}

BOOST_AUTO_TEST_CASE(a_hash_of_another_cost_is_made_anew) {
  const auto hash = crypto::hash_password("horse staple", cheap);
  BOOST_TEST(!crypto::needs_rehash(hash, cheap));
  BOOST_TEST(crypto::needs_rehash(hash, {}));
}

BOOST_AUTO_TEST_SUITE_END()
