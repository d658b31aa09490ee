// What commands print: tables for people, JSON for programs.
#pragma once

#include <string>

#include "proto/control.pb.h"
#include "supervisor/cli/terminal.h"

namespace drover::sup {

std::string ShowList(const supervisor::v1::Listing& listing, const Terminal& terminal);
std::string ShowApp(const supervisor::v1::AppInfo& app, const Terminal& terminal);
// One line of progress: "web w0 (pid 4711) online 127.0.0.1:3000".
std::string ShowProgress(const supervisor::v1::Progress& progress, const Terminal& terminal);

// docs/supervisor.md describes these.
std::string ListAsJson(const supervisor::v1::Listing& listing);
std::string ResultAsJson(const supervisor::v1::Result& result);
std::string EventAsJson(const supervisor::v1::Event& event);

std::string_view StatusName(supervisor::v1::WorkerStatus status);
std::string_view OutcomeName(supervisor::v1::Outcome outcome);

}  // namespace drover::sup
