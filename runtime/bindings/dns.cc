#include "runtime/bindings/dns.h"

#include <netdb.h>
#include <uv.h>

#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include "runtime/bindings/socket_address.h"
#include "runtime/engine/env.h"

namespace drover::rt {

namespace {

// What getaddrinfo(req, host, family, hints, order) sorts by.
enum Order { kVerbatim, kIpv4First, kIpv6First };

template <class Uv>
struct Lookup {
  Uv uv;
  Env* env;  // outlives its loop's requests
  v8::Global<v8::Object> req;
  Order order = kVerbatim;

  void Complete(int argc, v8::Local<v8::Value>* argv) {
    auto object = req.Get(env->isolate());
    req.Reset();
    (void)env->CallMethod(object, env->Name("oncomplete"), argc, argv);
  }
};

template <class Uv>
std::unique_ptr<Lookup<Uv>> NewLookup(Args& args) {
  auto lookup = std::make_unique<Lookup<Uv>>();
  lookup->env = &args.env();
  lookup->req.Reset(args.isolate(), args.Object(0));
  lookup->uv.data = lookup.get();
  return lookup;
}

void Collect(const addrinfo* list, int family, std::vector<std::string>& out) {
  for (const addrinfo* a = list; a != nullptr; a = a->ai_next) {
    if (a->ai_socktype != SOCK_STREAM || a->ai_family != family) continue;
    SocketAddress address;
    memcpy(address.get(), a->ai_addr, a->ai_addrlen);
    out.push_back(address.Text());
  }
}

std::vector<std::string> Addresses(const addrinfo* list, Order order) {
  std::vector<std::string> out;
  const int first = order == kIpv6First ? AF_INET6 : AF_INET;
  if (order != kVerbatim) {
    Collect(list, first, out);
    Collect(list, first == AF_INET ? AF_INET6 : AF_INET, out);
    return out;
  }
  for (const addrinfo* a = list; a != nullptr; a = a->ai_next) {
    if (a->ai_socktype != SOCK_STREAM) continue;
    SocketAddress address;
    memcpy(address.get(), a->ai_addr, a->ai_addrlen);
    out.push_back(address.Text());
  }
  return out;
}

void OnAddrInfo(uv_getaddrinfo_t* uv, int status, addrinfo* list) {
  std::unique_ptr<Lookup<uv_getaddrinfo_t>> lookup(
      static_cast<Lookup<uv_getaddrinfo_t>*>(uv->data));
  const auto addresses = Addresses(list, lookup->order);
  uv_freeaddrinfo(list);
  Env& env = *lookup->env;
  if (!env.can_call_js()) return;
  auto* isolate = env.isolate();
  v8::HandleScope scope(isolate);
  v8::Context::Scope context_scope(env.context());
  if (status == 0 && addresses.empty()) status = UV_EAI_NODATA;
  std::vector<v8::Local<v8::Value>> values;
  values.reserve(addresses.size());
  for (const auto& a : addresses) values.push_back(ToV8(isolate, a));
  v8::Local<v8::Value> argv[] = {v8::Integer::New(isolate, status),
                                 v8::Array::New(isolate, values.data(), values.size())};
  lookup->Complete(2, argv);
}

// getaddrinfo(req, host, family, hints, order): req.oncomplete(err, addresses).
void GetAddrInfo(Args& args) {
  auto lookup = NewLookup<uv_getaddrinfo_t>(args);
  const auto host = args.Utf8(1);
  const int32_t family = args.Int32(2);
  lookup->order = static_cast<Order>(args.Int32(4));
  addrinfo hints = {};
  hints.ai_family = family == 4 ? AF_INET : family == 6 ? AF_INET6 : AF_UNSPEC;
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = args.Int32(3);
  const int err =
      uv_getaddrinfo(args.env().loop(), &lookup->uv, OnAddrInfo, host.c_str(), nullptr, &hints);
  if (err == 0) (void)lookup.release();  // OnAddrInfo deletes it
  args.Return(err);
}

void OnNameInfo(uv_getnameinfo_t* uv, int status, const char* host, const char* service) {
  std::unique_ptr<Lookup<uv_getnameinfo_t>> lookup(
      static_cast<Lookup<uv_getnameinfo_t>*>(uv->data));
  Env& env = *lookup->env;
  if (!env.can_call_js()) return;
  auto* isolate = env.isolate();
  v8::HandleScope scope(isolate);
  v8::Context::Scope context_scope(env.context());
  v8::Local<v8::Value> argv[] = {v8::Integer::New(isolate, status), v8::Undefined(isolate),
                                 v8::Undefined(isolate)};
  if (status == 0) {
    argv[1] = ToV8(isolate, host);
    argv[2] = ToV8(isolate, service);
  }
  lookup->Complete(3, argv);
}

// getnameinfo(req, address, port): req.oncomplete(err, hostname, service).
void GetNameInfo(Args& args) {
  const auto text = args.Utf8(1);
  SocketAddress address;
  const int family = text.find(':') == std::string::npos ? AF_INET : AF_INET6;
  if (const int err = address.Parse(family, text, args.Int32(2)); err < 0) return args.Return(err);
  auto lookup = NewLookup<uv_getnameinfo_t>(args);
  const int err =
      uv_getnameinfo(args.env().loop(), &lookup->uv, OnNameInfo, address.get(), NI_NAMEREQD);
  if (err == 0) (void)lookup.release();  // OnNameInfo deletes it
  args.Return(err);
}

// canonicalizeIP(text): the shortest form of a numeric address, or undefined.
void CanonicalizeIp(Args& args) {
  const auto text = args.Utf8(0);
  SocketAddress address;
  if (address.Parse(AF_INET, text, 0) == 0 || address.Parse(AF_INET6, text, 0) == 0)
    args.Return(address.Text());
}

}  // namespace

void BindDns(Binding& b) {
  b.Method<GetAddrInfo>("getaddrinfo");
  b.Method<GetNameInfo>("getnameinfo");
  b.Method<CanonicalizeIp>("canonicalizeIP");
  b.Constant("AI_ADDRCONFIG", AI_ADDRCONFIG);
  b.Constant("AI_ALL", AI_ALL);
  b.Constant("AI_V4MAPPED", AI_V4MAPPED);
  b.Constant("ORDER_VERBATIM", kVerbatim);
  b.Constant("ORDER_IPV4_FIRST", kIpv4First);
  b.Constant("ORDER_IPV6_FIRST", kIpv6First);
}

}  // namespace drover::rt
