// binding('os'): what libuv and the C library know about the machine and the user. Calls that can
// fail return a negative libuv code in place of the result. lib/bindings/os.d.ts is the contract.
#include <dlfcn.h>
#include <uv.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <string>
#include <vector>

#include <sys/resource.h>
#include <sys/utsname.h>

#include "runtime/bindings/bindings.h"
#include "runtime/engine/binding.h"

namespace drover::rt {

namespace {

using v8::Local;

constexpr Binding::NamedNumber kSignals[] = {
    {"SIGHUP", SIGHUP},     {"SIGINT", SIGINT},   {"SIGQUIT", SIGQUIT},     {"SIGILL", SIGILL},
    {"SIGTRAP", SIGTRAP},   {"SIGABRT", SIGABRT}, {"SIGIOT", SIGIOT},       {"SIGBUS", SIGBUS},
    {"SIGFPE", SIGFPE},     {"SIGKILL", SIGKILL}, {"SIGUSR1", SIGUSR1},     {"SIGSEGV", SIGSEGV},
    {"SIGUSR2", SIGUSR2},   {"SIGPIPE", SIGPIPE}, {"SIGALRM", SIGALRM},     {"SIGTERM", SIGTERM},
    {"SIGCHLD", SIGCHLD},   {"SIGSTKFLT", 16},    {"SIGCONT", SIGCONT},     {"SIGSTOP", SIGSTOP},
    {"SIGTSTP", SIGTSTP},   {"SIGTTIN", SIGTTIN}, {"SIGTTOU", SIGTTOU},     {"SIGURG", SIGURG},
    {"SIGXCPU", SIGXCPU},   {"SIGXFSZ", SIGXFSZ}, {"SIGVTALRM", SIGVTALRM}, {"SIGPROF", SIGPROF},
    {"SIGWINCH", SIGWINCH}, {"SIGIO", SIGIO},     {"SIGPOLL", SIGPOLL},     {"SIGPWR", SIGPWR},
    {"SIGSYS", SIGSYS},
};

#define E(name) \
  { #name, name }
constexpr Binding::NamedNumber kErrnos[] = {
    E(E2BIG),        E(EACCES),       E(EADDRINUSE),   E(EADDRNOTAVAIL),
    E(EAFNOSUPPORT), E(EAGAIN),       E(EALREADY),     E(EBADF),
    E(EBADMSG),      E(EBUSY),        E(ECANCELED),    E(ECHILD),
    E(ECONNABORTED), E(ECONNREFUSED), E(ECONNRESET),   E(EDEADLK),
    E(EDESTADDRREQ), E(EDOM),         E(EDQUOT),       E(EEXIST),
    E(EFAULT),       E(EFBIG),        E(EHOSTUNREACH), E(EIDRM),
    E(EILSEQ),       E(EINPROGRESS),  E(EINTR),        E(EINVAL),
    E(EIO),          E(EISCONN),      E(EISDIR),       E(ELOOP),
    E(EMFILE),       E(EMLINK),       E(EMSGSIZE),     E(EMULTIHOP),
    E(ENAMETOOLONG), E(ENETDOWN),     E(ENETRESET),    E(ENETUNREACH),
    E(ENFILE),       E(ENOBUFS),      E(ENODATA),      E(ENODEV),
    E(ENOENT),       E(ENOEXEC),      E(ENOLCK),       E(ENOLINK),
    E(ENOMEM),       E(ENOMSG),       E(ENOPROTOOPT),  E(ENOSPC),
    E(ENOSR),        E(ENOSTR),       E(ENOSYS),       E(ENOTCONN),
    E(ENOTDIR),      E(ENOTEMPTY),    E(ENOTSOCK),     E(ENOTSUP),
    E(ENOTTY),       E(ENXIO),        E(EOPNOTSUPP),   E(EOVERFLOW),
    E(EPERM),        E(EPIPE),        E(EPROTO),       E(EPROTONOSUPPORT),
    E(EPROTOTYPE),   E(ERANGE),       E(EROFS),        E(ESPIPE),
    E(ESRCH),        E(ESTALE),       E(ETIME),        E(ETIMEDOUT),
    E(ETXTBSY),      E(EWOULDBLOCK),  E(EXDEV),
};

constexpr Binding::NamedNumber kPriorities[] = {
    {"PRIORITY_LOW", UV_PRIORITY_LOW},       {"PRIORITY_BELOW_NORMAL", UV_PRIORITY_BELOW_NORMAL},
    {"PRIORITY_NORMAL", UV_PRIORITY_NORMAL}, {"PRIORITY_ABOVE_NORMAL", UV_PRIORITY_ABOVE_NORMAL},
    {"PRIORITY_HIGH", UV_PRIORITY_HIGH},     {"PRIORITY_HIGHEST", UV_PRIORITY_HIGHEST},
};

constexpr Binding::NamedNumber kDlopen[] = {
    E(RTLD_LAZY), E(RTLD_NOW), E(RTLD_GLOBAL), E(RTLD_LOCAL), E(RTLD_DEEPBIND),
};
#undef E

Local<v8::Value> Str(v8::Isolate* isolate, const char* text) {
  return ToV8(isolate, text ? text : "");
}

Local<v8::Array> ArrayOf(v8::Isolate* isolate, std::vector<Local<v8::Value>>& values) {
  return v8::Array::New(isolate, values.data(), values.size());
}

// Calls a libuv function that fills (char*, size_t*) and returns the text or the code.
template <class F>
void ReturnText(Args& args, F call) {
  std::string text(256, '\0');
  size_t size = text.size();
  int err = call(text.data(), &size);
  if (err == UV_ENOBUFS) {
    text.resize(size + 1);
    size = text.size();
    err = call(text.data(), &size);
  }
  if (err < 0) return args.Return(err);
  args.Return(std::string_view(text.data(), size));
}

void Hostname(Args& args) { ReturnText(args, uv_os_gethostname); }
void HomeDirectory(Args& args) { ReturnText(args, uv_os_homedir); }

// uname() -> [sysname, version, release, machine] or a code
void Uname(Args& args) {
  uv_utsname_t info;
  if (int err = uv_os_uname(&info); err < 0) return args.Return(err);
  v8::Isolate* isolate = args.isolate();
  std::vector<Local<v8::Value>> values = {Str(isolate, info.sysname), Str(isolate, info.version),
                                          Str(isolate, info.release), Str(isolate, info.machine)};
  args.Return(ArrayOf(isolate, values));
}

// cpus() -> flat list of model, speed, user, nice, sys, idle, irq for each, or a code
void Cpus(Args& args) {
  uv_cpu_info_t* infos = nullptr;
  int count = 0;
  if (int err = uv_cpu_info(&infos, &count); err < 0) return args.Return(err);
  v8::Isolate* isolate = args.isolate();
  std::vector<Local<v8::Value>> values;
  auto number = [&](uint64_t n) {
    values.push_back(v8::Number::New(isolate, static_cast<double>(n)));
  };
  for (int i = 0; i < count; i++) {
    const uv_cpu_info_t& cpu = infos[i];
    values.push_back(Str(isolate, cpu.model));
    number(static_cast<uint64_t>(cpu.speed));
    for (uint64_t n : {cpu.cpu_times.user, cpu.cpu_times.nice, cpu.cpu_times.sys,
                       cpu.cpu_times.idle, cpu.cpu_times.irq})
      number(n);
  }
  uv_free_cpu_info(infos, count);
  args.Return(ArrayOf(isolate, values));
}

void AvailableParallelism(Args& args) { args.Return(uv_available_parallelism()); }

std::string MacText(const char* bytes) {
  char text[18];
  auto byte = [&](int i) { return static_cast<unsigned>(static_cast<unsigned char>(bytes[i])); };
  snprintf(text, sizeof text, "%02x:%02x:%02x:%02x:%02x:%02x", byte(0), byte(1), byte(2), byte(3),
           byte(4), byte(5));
  return text;
}

// interfaces() -> flat list of name, address, netmask, family, mac, internal, scopeid (-1: none)
void Interfaces(Args& args) {
  uv_interface_address_t* list = nullptr;
  int count = 0;
  int err = uv_interface_addresses(&list, &count);
  if (err == UV_ENOSYS) count = 0;
  if (err < 0 && err != UV_ENOSYS) return args.Return(err);
  v8::Isolate* isolate = args.isolate();
  std::vector<Local<v8::Value>> values;
  for (int i = 0; i < count; i++) {
    const uv_interface_address_t& it = list[i];
    const bool v6 = it.address.address4.sin_family == AF_INET6;
    auto text = [&](const auto& a4, const auto& a6) {
      char out[INET6_ADDRSTRLEN] = "";
      if (v6) {
        uv_ip6_name(&a6, out, sizeof out);
      } else {
        uv_ip4_name(&a4, out, sizeof out);
      }
      return Str(isolate, out);
    };
    values.push_back(Str(isolate, it.name));
    values.push_back(text(it.address.address4, it.address.address6));
    values.push_back(text(it.netmask.netmask4, it.netmask.netmask6));
    values.push_back(Str(isolate, v6 ? "IPv6" : "IPv4"));
    values.push_back(Str(isolate, MacText(it.phys_addr).c_str()));
    values.push_back(v8::Boolean::New(isolate, it.is_internal));
    values.push_back(
        v8::Number::New(isolate, v6 ? static_cast<double>(it.address.address6.sin6_scope_id) : -1));
  }
  if (list) uv_free_interface_addresses(list, count);
  args.Return(ArrayOf(isolate, values));
}

void TotalMemory(Args& args) { args.Return(static_cast<double>(uv_get_total_memory())); }
void FreeMemory(Args& args) { args.Return(static_cast<double>(uv_get_free_memory())); }

void Uptime(Args& args) {
  double seconds = 0;
  if (int err = uv_uptime(&seconds); err < 0) return args.Return(err);
  args.Return(seconds);
}

void LoadAverage(Args& args) {
  std::array<double, 3> averages{};
  uv_loadavg(averages.data());
  std::vector<Local<v8::Value>> values;
  for (double a : averages) values.push_back(v8::Number::New(args.isolate(), a));
  args.Return(ArrayOf(args.isolate(), values));
}

// user() -> [uid, gid, username, homedir, shell or null] as latin-1 strings of the raw bytes, so
// that lib/ can decode them as it is asked to; or a code.
void User(Args& args) {
  uv_passwd_t info;
  if (int err = uv_os_get_passwd(&info); err < 0) return args.Return(err);
  v8::Isolate* isolate = args.isolate();
  auto raw = [&](const char* text) -> Local<v8::Value> {
    if (!text) return v8::Null(isolate);
    return v8::String::NewFromOneByte(isolate, reinterpret_cast<const uint8_t*>(text))
        .FromMaybe(v8::String::Empty(isolate));
  };
  std::vector<Local<v8::Value>> values = {v8::Number::New(isolate, static_cast<double>(info.uid)),
                                          v8::Number::New(isolate, static_cast<double>(info.gid)),
                                          raw(info.username), raw(info.homedir), raw(info.shell)};
  uv_os_free_passwd(&info);
  args.Return(ArrayOf(isolate, values));
}

// priority(pid) -> the priority, or 1000 - code where the code is negative (priorities are too)
void GetPriority(Args& args) {
  int priority = 0;
  int err = uv_os_getpriority(args.Int32(0), &priority);
  args.Return(err < 0 ? 1000 - err : priority);
}

void SetPriority(Args& args) { args.Return(uv_os_setpriority(args.Int32(0), args.Int32(1))); }

}  // namespace

void BindOs(Binding& b) {
  b.Method<Hostname>("hostname");
  b.Method<HomeDirectory>("homedir");
  b.Method<Uname>("uname");
  b.Method<Cpus>("cpus");
  b.Method<AvailableParallelism>("availableParallelism");
  b.Method<Interfaces>("interfaces");
  b.Method<TotalMemory>("totalmem");
  b.Method<FreeMemory>("freemem");
  b.Method<Uptime>("uptime");
  b.Method<LoadAverage>("loadavg");
  b.Method<User>("user");
  b.Method<GetPriority>("getPriority");
  b.Method<SetPriority>("setPriority");
  b.Constants("signals", kSignals);
  b.Constants("errno", kErrnos);
  b.Constants("priority", kPriorities);
  b.Constants("dlopen", kDlopen);
  b.Constant("UV_UDP_REUSEADDR", UV_UDP_REUSEADDR);
}

}  // namespace drover::rt
