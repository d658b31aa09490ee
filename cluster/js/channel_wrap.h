// ChannelWrap: binding('ipc').Channel, the face of one ipc::Channel.
//
//   const c = new Channel(fd, advanced);   // owns fd from now on; c.error is 0 or a negative code
//   c.send(message, internal, callback)    // bytes waiting, or a negative code; may throw
//   (encoding) c.send(message, internal, callback, handleKind, fd, info)  // with a duplicate of fd
//   c.onmessage(message, internal)         // or (message, internal, handleKind, fd, info): fd is
//   the
//                                          // receiver's, or -1 where it was lost on the way
//   c.onclose(code)                        // once: the peer has ended it (0) or it has failed
//   c.close()                              // after what waits has been written; no onclose
//   c.ref() c.unref() c.hasRef() c.fd c.writeQueueSize
//
// callback(status) runs from the loop, when the message is written or never will be.
// What send() has accepted is written before the process ends, if the peer takes it in time.
#pragma once

#include <memory>

#include "ipc/channel.h"
#include "ipc/user_message.h"
#include "runtime/engine/wrap.h"

namespace drover::cluster::js {

// The cluster's part of a channel's traffic. It sees every message first.
class ChannelTap {
 public:
  // True: the message was the cluster's.
  virtual bool OnChannelMessage(ipc::Inbound& message) = 0;
  // The channel must not be used any more when this has returned.
  virtual void OnChannelClosed(const base::Error& error) = 0;

 protected:
  ~ChannelTap() = default;
};

class ChannelWrap final : public rt::Wrap, public ipc::Channel::Delegate {
 public:
  static constexpr char kTypeName[] = "Channel";

  static void New(rt::Args& args);
  static void Describe(rt::ClassBuilder& c);

  // Null once it is closed.
  ipc::Channel* channel() { return channel_.get(); }
  // The tap outlives this, or is taken away (null) before it dies.
  void set_tap(ChannelTap* tap) { tap_ = tap; }
  // Ends the channel because of the peer's fault.
  void Abort(const base::Error& error);

  bool IsAlive() const override { return channel_ && channel_->open() && channel_->has_ref(); }
  void CloseForTeardown() override;

 private:
  ChannelWrap(rt::Env& env, v8::Local<v8::Object> object, ipc::Codec codec);

  void OnMessage(ipc::Channel& channel, ipc::Inbound message) override;
  void OnClosed(ipc::Channel& channel, ipc::CloseReason reason, const base::Error& error) override;

  void Deliver(ipc::Inbound message);
  void NotifyTap(const base::Error& error);
  void CloseWhenFlushed();

  void Send(rt::Args& args);
  static void JsSend(rt::Args& args);
  static void JsClose(rt::Args& args);
  static void JsRef(rt::Args& args);
  static void JsUnref(rt::Args& args);
  static void JsHasRef(rt::Args& args);
  static void JsFd(rt::Args& args);
  static void JsQueued(rt::Args& args);

  std::unique_ptr<ipc::Channel> channel_;
  ipc::Codec codec_;
  ChannelTap* tap_ = nullptr;
  bool closing_ = false;
};

}  // namespace drover::cluster::js
