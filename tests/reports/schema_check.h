// Validation of JSON against a schema of the project.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "sample_analysis.h"

namespace fineprint::test {

// What is wrong with the value, or "" if the schema allows it.
inline std::string schema_faults_of(const nlohmann::json& schema_json,
                                    const nlohmann::json& value) {
  valijson::Schema schema;
  valijson::SchemaParser parser;
  const valijson::adapters::NlohmannJsonAdapter schema_adapter(schema_json);
  parser.populateSchema(schema_adapter, schema);
  valijson::Validator validator;
  valijson::ValidationResults results;
  const valijson::adapters::NlohmannJsonAdapter target(value);
  if (validator.validate(schema, target, &results)) return "";
  std::string faults;
  valijson::ValidationResults::Error error;
  while (results.popError(error)) {
    for (const std::string& step : error.context) faults += step;
    faults += ": " + error.description + "\n";
  }
  return faults.empty() ? "invalid" : faults;
}

// The same with a schema of the source tree.
inline std::string schema_faults(const std::string& schema_path, const nlohmann::json& value) {
  return schema_faults_of(nlohmann::json::parse(read_source(schema_path)), value);
}

}  // namespace fineprint::test
