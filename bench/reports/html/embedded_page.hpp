#pragma once

#include <string_view>

namespace sweep {

/// The files that a page is made of, as the build found them.
struct EmbeddedPage {
  std::string_view frame;  // page.html, with places for the others
  std::string_view style;
  std::string_view script;  // all of the page's own, in the order of embed.cmake
  std::string_view echarts;
  std::string_view licences;  // of echarts and what is in it
};

EmbeddedPage embedded_page();

}  // namespace sweep
