#include "rules/rule_files.h"

#include <openssl/evp.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string_view>

#include "rules/embedded.h"
#include "rules/json_source.h"

namespace fineprint {
namespace {

namespace fs = std::filesystem;

std::string sha256_hex(std::string_view bytes) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int length = 0;
  EVP_Digest(bytes.data(), bytes.size(), digest, &length, EVP_sha256(), nullptr);
  static constexpr char kHex[] = "0123456789abcdef";
  std::string hex;
  for (unsigned int i = 0; i < length; ++i) {
    hex += kHex[digest[i] >> 4];
    hex += kHex[digest[i] & 15];
  }
  return hex;
}

void add_folder(const std::string& folder, std::vector<RuleFile>& files) {
  std::error_code error;
  std::vector<fs::path> found;
  if (!fs::is_directory(folder, error)) {
    throw RuleFileError(folder + ": this is no folder of rule files");
  }
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end;
       at.increment(error)) {
    const bool schema = at->path().filename().string().ends_with(".schema.json");
    if (at->is_regular_file(error) && at->path().extension() == ".json" && !schema)
      found.push_back(at->path());
  }
  if (error) throw RuleFileError(folder + ": " + error.message());
  std::sort(found.begin(), found.end());
  for (const fs::path& path : found) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in) throw RuleFileError(path.string() + ": the file cannot be read");
    files.push_back({path.generic_string(), text.str()});
  }
}

}  // namespace

RuleFiles read_rule_files(const std::vector<std::string>& folders, bool shipped) {
  RuleFiles result;
  if (shipped) {
    for (const EmbeddedFile& file : embedded_rules())
      result.files.push_back({"rules/" + std::string(file.path), std::string(file.text)});
  }
  for (const std::string& folder : folders) add_folder(folder, result.files);
  // Names stay out of the digest: the same rules in another folder are the same rules.
  std::string digested;
  for (const RuleFile& file : result.files) digested += sha256_hex(file.text);
  result.digest = "sha256:" + sha256_hex(digested);
  return result;
}

}  // namespace fineprint
