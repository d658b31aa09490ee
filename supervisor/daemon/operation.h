// A command on one app, from its acceptance to its result. An app does one operation at a time; the
// others wait in its queue. Operations ask workers for states and watch what becomes of them; they
// never touch a process.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "proto/control.pb.h"
#include "supervisor/daemon/worker.h"

namespace drover::sup {

class App;
using supervisor::v1::AppResult;
using supervisor::v1::Outcome;

class Operation {
 public:
  // Who asked. May go away before the operation ends; see Abandon().
  class Client {
   public:
    virtual void OnProgress(const supervisor::v1::Progress& progress) = 0;
    virtual void OnResult(const AppResult& result) = 0;

   protected:
    ~Client() = default;
  };

  virtual ~Operation() = default;
  virtual std::string_view name() const = 0;  // "reload"
  virtual void Begin(App& app) = 0;
  // Something changed in the app: look again, go on or end with App::Finish().
  virtual void Advance(App& app) = 0;
  // Its time is up: undo what is half done. The app then ends it as timed out.
  virtual void GiveUp(App& app) {}
  // Its usual time.
  virtual Millis Deadline(const App& app) const = 0;

  void set_client(Client* client) { client_ = client; }
  Client* client() const { return client_; }
  void set_id(uint64_t id) { id_ = id; }
  uint64_t id() const { return id_; }
  void set_deadline(Millis deadline) { asked_deadline_ = deadline; }
  Millis asked_deadline() const { return asked_deadline_; }  // 0: none was asked for

 private:
  Client* client_ = nullptr;
  uint64_t id_ = 0;
  Millis asked_deadline_{0};
};

std::unique_ptr<Operation> MakeStart();
std::unique_ptr<Operation> MakeStop();
std::unique_ptr<Operation> MakeRestart();
// With a new spec, if one is given: it counts only where the reload succeeds.
std::unique_ptr<Operation> MakeReload(std::shared_ptr<const AppSpec> new_spec);
std::unique_ptr<Operation> MakeScale(uint32_t instances, int sign);
std::unique_ptr<Operation> MakeDelete();

}  // namespace drover::sup
