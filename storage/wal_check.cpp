// Reads write-ahead files block by block: a block is 32 KiB of fragments,
// each with a checksum, a length and a kind. Knows nothing of the log above.

#include "storage/wal_check.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace suivant::storage {
namespace {

constexpr auto block_bytes = std::size_t{32} << 10;
constexpr auto header_bytes = std::size_t{7}; // Checksum 4, length 2, kind 1.
constexpr auto empty_write_bytes = std::size_t{12};

enum kind : unsigned char { none = 0, full = 1, first, middle, last };

constexpr auto crc32c_table = [] {
  auto table = std::array<std::uint32_t, 256>{};
  for (auto i = 0u; i < table.size(); ++i) {
    auto value = i;
    for (auto bit = 0; bit < 8; ++bit)
      value = (value >> 1) ^ ((value & 1) != 0 ? 0x82f63b78u : 0u);
    table[i] = value;
  }
  return table;
}();

// Checksums are stored turned and shifted, so that the checksum of bytes that
// contain checksums stays a good one.
std::uint32_t masked_checksum(std::string_view bytes) {
  auto sum = 0xffffffffu;
  for (const auto byte : bytes)
    sum = crc32c_table[(sum ^ static_cast<unsigned char>(byte)) & 0xffu]
          ^ (sum >> 8);
  sum = ~sum;
  return ((sum >> 15) | (sum << 17)) + 0xa282ead8u;
}

std::uint32_t little_endian(std::string_view bytes) {
  auto value = std::uint32_t{0};
  for (auto i = bytes.size(); i > 0; --i)
    value = (value << 8) | static_cast<unsigned char>(bytes[i - 1]);
  return value;
}

class damage_search {
public:
  void look_into(std::string_view block) {
    while (block.size() >= header_bytes)
      block.remove_prefix(step_at(block));
    // A whole block ends in a few zeros; a file ends behind a fragment.
    const auto filling
        = std::ranges::all_of(block, [](char byte) { return byte == '\0'; });
    damaged_ |= !filling;
  }

  void file_ends() {
    damaged_ |= within_write_;
    within_write_ = false;
  }

  bool write_follows() const {
    return write_follows_;
  }

private:
  // Behind damage even a length cannot be trusted: from there on each byte
  // might be the start of the next fragment.
  std::size_t step_at(std::string_view rest) {
    const auto length = little_endian(rest.substr(4, 2));
    const auto found = static_cast<kind>(rest[6]);
    const auto fits = found >= full && found <= last
                      && header_bytes + length <= rest.size();
    if (!fits
        || little_endian(rest.substr(0, 4))
               != masked_checksum(rest.substr(6, 1 + length))) {
      damaged_ = true;
      return 1;
    }
    // Recovery itself adds an empty write; that one acknowledged nothing.
    const auto begins
        = found == first || (found == full && length > empty_write_bytes);
    write_follows_ |= damaged_ && begins;
    within_write_ = found == first || found == middle;
    return header_bytes + length;
  }

  bool damaged_ = false;
  bool within_write_ = false;
  bool write_follows_ = false;
};

std::vector<std::filesystem::path>
files_in_order(const std::filesystem::path& folder) {
  auto files = std::vector<std::filesystem::path>{};
  auto ignored = std::error_code{};
  for (const auto& it : std::filesystem::directory_iterator{folder, ignored})
    if (it.path().extension() == ".log")
      files.push_back(it.path());
  std::ranges::sort(files, {}, [](const auto& file) {
    const auto number = file.stem().string();
    return std::pair{number.size(), number};
  });
  return files;
}

} // namespace

bool writes_follow_damage(const std::filesystem::path& folder) {
  auto search = damage_search{};
  auto block = std::string(block_bytes, '\0');
  for (const auto& file : files_in_order(folder)) {
    auto in = std::ifstream{file, std::ios::binary};
    while (in) {
      in.read(block.data(), static_cast<std::streamsize>(block.size()));
      search.look_into({block.data(), static_cast<std::size_t>(in.gcount())});
    }
    search.file_ends();
  }
  return search.write_follows();
}

} // namespace suivant::storage
