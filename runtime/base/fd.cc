#include "runtime/base/fd.h"

#include <fcntl.h>

namespace drover::base {

Fd Fd::Duplicate() const { return Fd(::fcntl(fd_, F_DUPFD_CLOEXEC, 3)); }

}  // namespace drover::base
