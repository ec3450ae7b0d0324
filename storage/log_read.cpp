// Reading streams in order, finding their ends, recomputing their chains.
// Knows nothing of what the records say.

#include "storage/hash.hpp"
#include "storage/keys.hpp"
#include "storage/log_inside.hpp"

#include <rocksdb/db.h>

#include <algorithm>
#include <limits>

namespace suivant::storage {
namespace {

constexpr auto read_ahead_bytes = std::size_t{256} << 10;

failure bad_record(std::string_view stream, record_number number,
                   std::string_view what) {
  return {trouble::unreadable, std::string{stream} + " record "
                                   + std::to_string(number) + ' '
                                   + std::string{what}};
}

// Visits each record where it lies in its block; nothing is copied. `visit`
// answers whether to go on, or why not.
template <class Visit>
result<done> walk(const engine& from, std::string_view stream,
                  record_number number, Visit visit) {
  const auto behind = key_behind(stream);
  const auto bound = slice_of(behind);
  auto options = rocksdb::ReadOptions{};
  options.iterate_upper_bound = &bound;
  options.readahead_size = read_ahead_bytes;
  options.fill_cache = false; // A replay must not push out what is in use.
  const auto it = std::unique_ptr<rocksdb::Iterator>{
      from.db().NewIterator(options, from.family(families::events))};
  for (it->Seek(key_of(stream, number)); it->Valid(); it->Next(), ++number) {
    const auto value = it->value().ToStringView();
    if (!belongs_to(it->key().ToStringView(), stream)
        || number_in(it->key().ToStringView()) != number)
      return bad_record(stream, number, "is missing");
    if (value.size() < hash_bytes)
      return bad_record(stream, number, "is too short");
    const auto more
        = visit(number, value.substr(hash_bytes), hash_at_start_of(value));
    if (!more)
      return more.why();
    if (!*more)
      return done{};
  }
  if (it->status().IsCorruption())
    return bad_record(stream, number, it->status().ToString());
  if (!it->status().ok())
    return failure_of(it->status());
  return done{};
}

} // namespace

result<done> log::read(std::string_view stream, record_number from,
                       const reader& read) const {
  const auto source = inside_->now();
  if (!source)
    return source.why();
  return walk(**source, stream, std::max(from, record_number{1}),
              [&](auto number, auto record, const auto& hash) -> result<bool> {
                return read(number, record, hash);
              });
}

result<stream_end> log::verify(std::string_view stream) const {
  const auto source = inside_->now();
  if (!source)
    return source.why();
  // The chain alone cannot tell that its newest records were cut off; a kept
  // snapshot remembers where the stream once ended. Marks are read first, so
  // that a running writer cannot put one behind the records seen below.
  const auto marks = snapshot_marks(**source, stream);
  if (!marks)
    return marks.why();
  auto end = stream_end{};
  const auto check
      = [&](auto number, auto record, const auto& hash) -> result<bool> {
    end = {number, hash_of({bytes_of(end.hash), record})};
    if (end.hash != hash)
      return bad_record(stream, number, "does not fit its hash");
    for (const auto& mark : *marks)
      if (mark.number == number && mark.hash != hash)
        return bad_record(stream, number, "does not fit its snapshot");
    return true;
  };
  if (auto walked = walk(**source, stream, 1, check); !walked)
    return walked.why();
  for (const auto& mark : *marks)
    if (mark.number > end.number)
      return bad_record(stream, end.number + 1, "is missing");
  return end;
}

result<stream_end> log::end_of(std::string_view stream) const {
  const auto source = inside_->now();
  if (!source)
    return source.why();
  return end_in(**source, stream);
}

// Jumps from each stream's first record behind its last possible one.
result<std::vector<std::string>> log::streams() const {
  const auto source = inside_->now();
  if (!source)
    return source.why();
  auto found = std::vector<std::string>{};
  const auto it = std::unique_ptr<rocksdb::Iterator>{
      (*source)->db().NewIterator({}, (*source)->family(families::events))};
  it->SeekToFirst();
  while (it->Valid()) {
    const auto key = it->key().ToStringView();
    if (!is_key(key))
      return failure{trouble::unreadable, "a record belongs to no stream"};
    found.emplace_back(stream_in(key));
    it->Seek(key_behind(found.back()));
  }
  if (!it->status().ok())
    return failure_of(it->status());
  return found;
}

result<stream_end> end_in(const engine& from, std::string_view stream) {
  const auto it = std::unique_ptr<rocksdb::Iterator>{
      from.db().NewIterator({}, from.family(families::events))};
  it->SeekForPrev(key_of(stream, std::numeric_limits<record_number>::max()));
  if (!it->status().ok())
    return failure_of(it->status());
  if (!it->Valid() || !belongs_to(it->key().ToStringView(), stream))
    return stream_end{};
  const auto number = number_in(it->key().ToStringView());
  const auto value = it->value().ToStringView();
  if (value.size() < hash_bytes)
    return bad_record(stream, number, "is too short");
  return stream_end{number, hash_at_start_of(value)};
}

} // namespace suivant::storage
