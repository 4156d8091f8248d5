#include "reports/html_page.h"

#include "reports/html_style.h"
#include "reports/html_text.h"

namespace fineprint {

std::string html_page_head(std::string_view title, std::string_view first,
                           std::string_view first_name) {
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
      "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n<title>";
  out += title;
  out += "</title>\n<style>";
  out += html_style();
  out += "</style>\n</head>\n<body>\n<a class=\"skiplink\" href=\"#";
  out += first;
  out += "\">To the ";
  out += first_name;
  return out + "</a>\n";
}

std::string html_fact(std::size_t count, std::string_view noun) {
  return html_fact(std::to_string(count), std::string(noun) + (count == 1 ? "" : "s"));
}

std::string html_fact(std::string_view value, std::string_view name) {
  return "<li><b>" + std::string(value) + "</b><span>" + std::string(name) + "</span></li>\n";
}

std::string html_page_foot(std::string_view version, std::string_view rules_digest,
                           std::string_view sameness) {
  return "</main>\n<footer class=\"foot soft\"><p>fineprint " + html_escape(version) +
         ". Rules <code>" + html_escape(rules_digest) + "</code>. " + std::string(sameness) +
         " This is a reading aid, not legal advice.</p></footer>\n</body>\n</html>\n";
}

}  // namespace fineprint
