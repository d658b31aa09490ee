// How a child finds its channel: the environment contract between whoever spawns and the runtime at
// its start. The child reads these before any user code, deletes them from its environment, and
// marks the descriptor close-on-exec, so that grandchildren see neither.
#pragma once

namespace drover::ipc {

// Decimal number of the child's descriptor that is its end of the socket. A Drover parent sets it
// for children that speak this protocol. (A child that speaks Node's gets NODE_CHANNEL_FD instead.)
inline constexpr char kChannelFdVariable[] = "DROVER_CHANNEL_FD";

// "json" or "advanced": the codec in which the child sends; it takes both. Absent: json.
inline constexpr char kCodecVariable[] = "DROVER_CHANNEL_CODEC";

// Decimal id of a cluster worker. Its presence makes the program a worker: listen() asks the
// primary, and Online is sent before user code runs. Scripts see the id as cluster.worker.id. A
// script's own primary sets NODE_UNIQUE_ID, as programs know it; the daemon sets both.
inline constexpr char kWorkerIdVariable[] = "DROVER_WORKER_ID";
inline constexpr char kUniqueIdVariable[] = "NODE_UNIQUE_ID";

}  // namespace drover::ipc
