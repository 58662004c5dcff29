import { Socket } from 'node:net'
import { isMainThread } from 'node:worker_threads'

// Loaded first into the server (node --import). Its standard input is a pipe from its parent; when the parent ends,
// even by kill -9, the pipe closes and the server stops as if asked to.
if (isMainThread) {
  const { stdin } = process
  stdin.resume()
  stdin.once('close', () => {
    process.kill(process.pid, 'SIGTERM')
    setTimeout(() => process.exit(1), 20_000).unref()
  })
  if (stdin instanceof Socket) stdin.unref()
}
