// The pages of the web client, from memory. Knows paths and bytes, not what
// the pages do.

#pragma once

#include "net/http.hpp"

#include <mutex>
#include <optional>
#include <span>

namespace suivant::net {

/// One file of the web client as the build put it into the program.
struct asset {
  std::string_view path; // "/ticket/index.html".
  std::string_view type; // "text/html; charset=utf-8".
  std::string_view etag; // With its quotes.
  std::span<const char> raw;
  std::span<const char> gzip;   // Empty if it would not be smaller.
  std::span<const char> brotli; // Likewise.
  bool immutable = false;       // The name has a hash of the content in it.
};

class assets {
public:
  /// Of a table that lives as long as the program.
  static std::shared_ptr<assets> of_table(std::span<const asset> table);

  /// Of a folder, looked at again by `refresh`; for people who work on the
  /// pages. Takes compressed forms from "name.br" and "name.gz".
  static std::shared_ptr<assets> of_folder(std::string folder);

  virtual ~assets() = default;

  /// The page asked for; nothing if there is none of that name or the method
  /// is not GET.
  std::optional<response> answer(const request& asked) const;

  /// Reads what has changed. Cheap if nothing has.
  virtual void refresh() {}

protected:
  struct page {
    std::string type;
    std::string etag;
    shared_text raw;
    shared_text gzip;   // Null if there is none.
    shared_text brotli; // Null if there is none.
    bool immutable;
  };
  using shelf = std::vector<std::pair<std::string, page>>; // By path.

  void replace(shelf pages);

private:
  std::shared_ptr<const shelf> current() const;

  mutable std::mutex mutex_;
  std::shared_ptr<const shelf> shelf_;
};

/// The table that the build of the web client makes.
std::span<const asset> embedded_assets();

} // namespace suivant::net
