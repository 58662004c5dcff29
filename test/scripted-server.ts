import { createServer, type Socket } from 'node:net'

export interface ScriptedServer {
  url: string
  /** The received data, without the ends of lines: commands, and each text as one. */
  heard: string[]
  connections: number
  stop(): Promise<void>
}

/** A server's reply to a command or a text: null cuts the connection, '' says nothing. */
export type Script = (heard: string, all: string[]) => string | null | undefined

/**
 * A mail server that says what a test wants, and else accepts.
 * @param say undefined for the usual reply
 * @param split sends every reply in pieces of one byte
 */
export async function startScriptedServer(say: Script, { split = false } = {}): Promise<ScriptedServer> {
  const sockets = new Set<Socket>()
  const scripted = { url: '', heard: [] as string[], connections: 0, stop }
  const server = createServer((socket) => {
    scripted.connections += 1
    sockets.add(socket)
    socket.setNoDelay(true).on('error', () => undefined)
    const send = (text: string) => {
      for (const piece of split ? text : [text]) socket.write(piece, 'latin1')
    }
    let rest = ''
    let inText = false
    send('220 scripted\r\n')
    socket.on('data', (chunk) => {
      rest += chunk.toString('utf8')
      for (;;) {
        const mark = inText ? '\r\n.\r\n' : '\r\n'
        const end = rest.indexOf(mark)
        if (end < 0 || socket.destroyed) return
        const heard = rest.slice(0, end)
        rest = rest.slice(end + mark.length)
        scripted.heard.push(heard)
        const said = say(heard, scripted.heard)
        if (said === null) return void socket.destroy()
        const reply = said ?? (inText ? '250 accepted\r\n' : usual(heard))
        inText = reply.startsWith('354')
        send(reply)
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  scripted.url = `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  return scripted

  function stop(): Promise<void> {
    for (const socket of sockets) socket.destroy()
    return new Promise((resolve) => server.close(() => resolve()))
  }
}

function usual(command: string): string {
  if (command.startsWith('EHLO')) return '250-scripted\r\n250-PIPELINING\r\n250 SMTPUTF8\r\n'
  if (command === 'DATA') return '354 go on\r\n'
  return '250 ok\r\n'
}
