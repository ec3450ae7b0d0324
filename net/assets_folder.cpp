// Pages straight from a folder, for those who are writing them.

#include "net/assets.hpp"

#include <array>
#include <filesystem>
#include <fstream>
#include <map>

namespace suivant::net {

namespace {

namespace fs = std::filesystem;

struct kind {
  std::string_view extension;
  std::string_view type;
};

constexpr std::array kinds{
    kind{".html", "text/html; charset=utf-8"},
    kind{".js", "text/javascript; charset=utf-8"},
    kind{".mjs", "text/javascript; charset=utf-8"},
    kind{".css", "text/css; charset=utf-8"},
    kind{".json", "application/json"},
    kind{".webmanifest", "application/manifest+json"},
    kind{".svg", "image/svg+xml"},
    kind{".png", "image/png"},
    kind{".ico", "image/x-icon"},
    kind{".webp", "image/webp"},
    kind{".woff2", "font/woff2"},
    kind{".mp3", "audio/mpeg"},
    kind{".ogg", "audio/ogg"},
    kind{".txt", "text/plain; charset=utf-8"},
    kind{".map", "application/json"},
};

std::string type_of(const fs::path& file) {
  for (const auto& one : kinds)
    if (file.extension() == one.extension)
      return std::string{one.type};
  return "application/octet-stream";
}

shared_text read(const fs::path& file) {
  std::ifstream in{file, std::ios::binary};
  if (!in)
    return nullptr;
  return std::make_shared<const std::string>(std::istreambuf_iterator<char>{in},
                                             std::istreambuf_iterator<char>{});
}

std::string etag_of(std::string_view bytes) {
  return '"' + std::to_string(std::hash<std::string_view>{}(bytes)) + '"';
}

/// "desk.3f2a91bc.js": at least eight hexadecimal digits between two dots.
bool has_hash(const fs::path& file) {
  const auto middle = file.stem().extension().string();
  return middle.size() > 8
         && middle.find_first_not_of("0123456789abcdef", 1) == middle.npos;
}

class folder_assets final : public assets {
public:
  explicit folder_assets(fs::path folder) : folder_{std::move(folder)} {
    replace({});
    refresh();
  }

  void refresh() override {
    auto seen = look();
    if (seen == seen_)
      return;
    shelf pages;
    for (const auto& [file, changed] : seen)
      if (auto loaded = load(file))
        pages.emplace_back("/" + fs::relative(file, folder_).generic_string(),
                           std::move(*loaded));
    replace(std::move(pages));
    seen_ = std::move(seen);
  }

private:
  using sightings = std::map<fs::path, fs::file_time_type>;

  sightings look() const {
    sightings seen;
    std::error_code failed;
    for (fs::recursive_directory_iterator it{folder_, failed}, end;
         !failed && it != end; it.increment(failed))
      if (std::error_code gone; it->is_regular_file(gone))
        seen.emplace(it->path(), it->last_write_time(gone));
    return seen;
  }

  static std::optional<page> load(const fs::path& file) {
    const auto raw = read(file);
    if (raw == nullptr || file.extension() == ".gz"
        || file.extension() == ".br")
      return std::nullopt;
    return page{.type = type_of(file),
                .etag = etag_of(*raw),
                .raw = raw,
                .gzip = read(file.string() + ".gz"),
                .brotli = read(file.string() + ".br"),
                .immutable = has_hash(file)};
  }

  const fs::path folder_;
  sightings seen_;
};

} // namespace

std::shared_ptr<assets> assets::of_folder(std::string folder) {
  return std::make_shared<folder_assets>(std::move(folder));
}

} // namespace suivant::net
