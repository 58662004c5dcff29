import { connect, createServer, type Socket } from 'node:net'
import { Transform } from 'node:stream'

/** A way to a server, in which something may go wrong. */
export interface Path {
  port: number
  /**
   * Nothing gets through, in either direction; connections stay open, and what was sent arrives when it is opened
   * again.
   */
  cut: () => void
  /** Data sent to the server from now on arrives so many ms later. */
  delay: (ms: number) => void
  open: () => void
  close: () => void
}

/** Opens a port of this machine that leads to another. */
export async function openPath(to: number): Promise<Path> {
  const sockets = new Set<Socket>()
  let isCut = false
  let late = 0
  const server = createServer((socket) => {
    const onward = connect(to, '127.0.0.1')
    const slow = new Transform({
      transform: (chunk, _, done) => void setTimeout(done, late, null, chunk),
    })
    socket.pipe(slow).pipe(onward).pipe(socket)
    for (const [one, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      sockets.add(one)
      one.setNoDelay(true)
      if (isCut) one.pause()
      one
        .on('error', () => undefined)
        .on('close', () => {
          sockets.delete(one)
          other.destroy()
        })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const setCut = (cut: boolean) => {
    isCut = cut
    for (const socket of sockets) {
      if (cut) socket.pause()
      else socket.resume()
    }
  }
  return {
    port: typeof address === 'object' ? (address?.port ?? 0) : 0,
    cut: () => setCut(true),
    delay: (ms) => {
      late = ms
    },
    open: () => {
      late = 0
      setCut(false)
    },
    close: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
