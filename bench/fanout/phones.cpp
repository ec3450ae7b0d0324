// The load of the fan-out bench: phones that listen, an office that speaks,
// and the processor time the server takes for it, read from /proc.
//
//   phones QUESTION PORT PID SUBSCRIBE-PATH RUN [PHONES]
//
// PATH has a %d for the topic; POST /pub/<topic> must send to all. Prints
// lines of "metric value". QUESTION is one of: broadcast, lines, personal.

#include "bench/fanout/crowd.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <filesystem>
#include <fstream>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

using namespace suivant::bench;
using std::chrono::microseconds;

constexpr std::size_t text_bytes = 96;
constexpr std::uint64_t second = 1'000'000'000;

/// A connection for POST that does not wait for the answers.
class publisher {
public:
  explicit publisher(std::uint16_t port)
      : socket_{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)} {
    sockaddr_in there{};
    there.sin_family = AF_INET;
    there.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    there.sin_port = htons(port);
    const int yes = 1;
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    if (::connect(socket_, reinterpret_cast<sockaddr*>(&there), sizeof there)
        != 0)
      std::exit(1);
  }
  ~publisher() {
    ::close(socket_);
  }
  publisher(const publisher&) = delete;
  publisher& operator=(const publisher&) = delete;

  void publish(int topic, std::uint64_t due) {
    unsent_ += "POST /pub/" + std::to_string(topic)
               + " HTTP/1.1\r\nHost: localhost\r\n"
                 "Content-Type: text/plain\r\nContent-Length: "
               + std::to_string(text_bytes) + "\r\n\r\n"
               + stamped(due, text_bytes);
    push();
  }

  void push() {
    static std::array<char, 65'536> answers;
    while (::recv(socket_, answers.data(), answers.size(), MSG_DONTWAIT) > 0) {
    }
    const auto sent = ::send(socket_, unsent_.data(), unsent_.size(),
                             MSG_DONTWAIT | MSG_NOSIGNAL);
    if (sent > 0)
      unsent_.erase(0, static_cast<std::size_t>(sent));
  }

private:
  int socket_;
  std::string unsent_;
};

/// Nanoseconds on a processor so far, all threads together.
double processor_time(const std::string& process) {
  double total = 0;
  for (const auto& task :
       std::filesystem::directory_iterator{"/proc/" + process + "/task"}) {
    double spent = 0;
    std::ifstream{task.path() / "schedstat"} >> spent;
    total += spent;
  }
  return total;
}

/// What the process holds in memory by itself, without the program text.
double resident_bytes(const std::string& process) {
  std::ifstream status{"/proc/" + process + "/status"};
  double total = 0;
  for (std::string word; status >> word;) {
    double kilobytes = 0;
    if (word == "RssAnon:" || word == "RssShmem:")
      status >> kilobytes;
    total += kilobytes * 1024;
  }
  return total;
}

void print(const char* metric, double value) {
  std::printf("%s %.3f\n", metric, value);
}

struct bench {
  std::uint16_t port;
  std::string process;
  std::string path;
  int run;
  std::size_t phones;

  void report(crowd& people, double spent, double seconds) const {
    const auto delivered = static_cast<double>(people.all.count());
    print("deliveries_per_second", delivered / seconds);
    print("server_us_per_delivery", spent / 1e3 / delivered);
    print("p50_ms", people.all.at(0.5));
    print("p99_ms", people.all.at(0.99));
  }

  void connect(crowd& people, const std::vector<int>& topics) const {
    if (!people.connect(topics)) {
      std::fputs("not everybody could connect\n", stderr);
      std::exit(1);
    }
    people.read(microseconds{200'000});
    people.all.clear();
  }

  /// One message to everybody, again once all have it.
  void broadcast() const {
    crowd people{port, path, run};
    const auto before = resident_bytes(process);
    connect(people, std::vector<int>(phones, 0));
    print("bytes_per_connection",
          (resident_bytes(process) - before) / static_cast<double>(phones));
    publisher office{port};
    constexpr std::size_t rounds = 30;
    const auto spent = processor_time(process);
    const auto begun = now();
    for (std::size_t round = 1; round <= rounds; ++round) {
      office.publish(0, now());
      while (people.all.count() < round * phones && now() - begun < 30 * second)
        people.read(microseconds{1'000});
      office.push();
    }
    const auto seconds = static_cast<double>(now() - begun) / 1e9;
    report(people, processor_time(process) - spent, seconds);
  }

  /// Lines of fifty phones each, five changes per line and second: more than
  /// can be sent one by one.
  void lines() const {
    constexpr std::size_t line = 50;
    std::vector<int> topics;
    for (std::size_t i = 0; i < phones; ++i)
      topics.push_back(static_cast<int>(i / line));
    crowd people{port, path, run};
    connect(people, topics);
    // Many offices, each by its own connection.
    std::deque<publisher> offices;
    while (offices.size() < 32)
      offices.emplace_back(port);
    const auto push = [&] {
      for (auto& one : offices)
        one.push();
    };
    constexpr std::uint64_t every = second / 5'000;
    constexpr std::uint64_t lasts = 4 * second;
    const auto many = topics.size() / line;
    const auto spent = processor_time(process);
    const auto begun = now();
    std::uint64_t published = 0;
    while (published * every < lasts) {
      while (begun + published * every <= now() && published * every < lasts) {
        // Scattered, but the same for every system.
        const auto which = published * 7'919 % many;
        offices[which % offices.size()].publish(static_cast<int>(which),
                                                begun + published * every);
        ++published;
      }
      push();
      people.read(microseconds{200});
    }
    while (people.all.count() < published * line && now() - begun < 3 * lasts) {
      push();
      people.read(microseconds{1'000});
    }
    const auto seconds = static_cast<double>(now() - begun) / 1e9;
    print("undelivered_percent",
          100
              - 100 * static_cast<double>(people.all.count())
                    / static_cast<double>(published * line));
    report(people, processor_time(process) - spent, seconds);
  }

  /// Words to single phones while a broadcast to all others never ends.
  void personal() const {
    constexpr std::size_t apart = 100;
    std::vector<int> topics(phones, 0);
    for (std::size_t i = 0; i < apart; ++i)
      topics[i] = static_cast<int>(i) + 1;
    crowd people{port, path, run};
    connect(people, topics);
    people.mine.clear();
    publisher office{port};
    publisher counter{port};
    const auto begun = now();
    auto next = begun;
    std::size_t rounds = 0;
    std::size_t words = 0;
    while (now() - begun < 4 * second) {
      if (people.all.count() >= rounds * (phones - apart)) {
        office.publish(0, now());
        ++rounds;
      }
      if (now() >= next) {
        counter.publish(static_cast<int>(words++ * 37 % apart) + 1, now());
        next += second / 100;
      }
      people.read(microseconds{200}, apart);
    }
    office.push();
    for (int i = 0; i < 2'000 && people.mine.count() < words; ++i)
      people.read(microseconds{1'000}, apart);
    print("personal_p50_ms", people.mine.at(0.5));
    print("personal_p99_ms", people.mine.at(0.99));
  }
};

} // namespace

int main(int count, char** words) {
  if (count < 6) {
    std::fputs("usage: phones QUESTION PORT PID PATH RUN [PHONES]\n", stderr);
    return 2;
  }
  const bench it{.port = static_cast<std::uint16_t>(std::atoi(words[2])),
                 .process = words[3],
                 .path = words[4],
                 .run = std::atoi(words[5]),
                 .phones = static_cast<std::size_t>(
                     count > 6 ? std::atoi(words[6]) : 10'000)};
  const std::string question = words[1];
  if (question == "broadcast")
    it.broadcast();
  else if (question == "lines")
    it.lines();
  else
    it.personal();
}
