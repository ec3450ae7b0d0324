#include "net/gateway/qr.hpp"

#include <memory>

#include <qrencode.h>

namespace suivant::gateway {
namespace {

constexpr auto margin = 4; // Modules of white around; ISO/IEC 18004.

struct free_code {
  void operator()(QRcode* it) const {
    QRcode_free(it);
  }
};

bool is_dark(const QRcode& code, int x, int y) {
  return (code.data[y * code.width + x] & 1u) != 0;
}

// One rectangle for each run of dark modules in a row.
std::string runs(const QRcode& code) {
  auto path = std::string{};
  for (auto y = 0; y < code.width; ++y)
    for (auto x = 0; x < code.width; ++x) {
      if (!is_dark(code, x, y))
        continue;
      const auto begin = x;
      while (x < code.width && is_dark(code, x, y))
        ++x;
      path += 'M' + std::to_string(begin + margin) + ' '
              + std::to_string(y + margin) + 'h' + std::to_string(x - begin)
              + "v1h-" + std::to_string(x - begin) + 'z';
    }
  return path;
}

} // namespace

std::string qr_svg(const std::string& text) {
  const auto code = std::unique_ptr<QRcode, free_code>{
      QRcode_encodeString(text.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1)};
  if (code == nullptr)
    return {};
  const auto side = std::to_string(code->width + 2 * margin);
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + ' '
         + side + "\" shape-rendering=\"crispEdges\"><rect width=\"" + side
         + "\" height=\"" + side + "\" fill=\"#fff\"/><path d=\"" + runs(*code)
         + "\"/></svg>";
}

} // namespace suivant::gateway
