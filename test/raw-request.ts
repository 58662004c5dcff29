import { connect } from 'node:net'

export interface RawAnswer {
  status: number
  /** Names as sent, in order. */
  headers: [name: string, value: string][]
  body: string
  /** Milliseconds until the other side closed. */
  took: number
}

/**
 * Writes to a server byte for byte what no client library would, and reads until the server closes. `write` may go on
 * writing as slowly as it likes.
 */
export function rawRequest(port: number, write: (send: (text: string) => void) => void): Promise<RawAnswer> {
  const began = performance.now()
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    const socket = connect(port, '127.0.0.1', () => write((text) => socket.writable && socket.write(text, 'latin1')))
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(parse(Buffer.concat(chunks).toString('latin1'), performance.now() - began)))
  })
}

function parse(text: string, took: number): RawAnswer {
  const [head = '', ...rest] = text.split('\r\n\r\n')
  const [first = '', ...lines] = head.split('\r\n')
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(': ')
    return [line.slice(0, colon), line.slice(colon + 2)]
  })
  return { status: Number(first.split(' ')[1] ?? 0), headers, body: rest.join('\r\n\r\n'), took }
}
