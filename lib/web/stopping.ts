let stopping = false

/** From now on the process says that it will stop (`/api/health`), so that a proxy asks another. */
export function sayStopping(): void {
  stopping = true
}

/** Whether the process will stop soon; it still answers. */
export function isStopping(): boolean {
  return stopping
}
