// binding('structured_clone'): structuredClone(value, transfer, makeError) and
// setBufferPrototype(prototype), which messages between processes need, too.
#include "runtime/engine/env.h"
#include "runtime/engine/value_codec.h"

namespace drover::rt {
namespace {

void Clone(Args& args) {
  v8::Local<v8::Value> result;
  if (StructuredClone(args.env(), args[0], args.Object(1).As<v8::Array>(), args.Function(2))
          .ToLocal(&result)) {
    args.Return(result);
  }
}

void SetPrototype(Args& args) { SetBufferPrototype(args.env(), args.Object(0)); }

}  // namespace

void BindStructuredClone(Binding& b) {
  b.Method<Clone>("structuredClone");
  b.Method<SetPrototype>("setBufferPrototype");
}

}  // namespace drover::rt
