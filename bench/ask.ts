import { Agent, request } from 'node:http'

export interface Answered {
  status: number
  /** All headers except the date, and the body, byte for byte. */
  bytes: string
  body: string
  /** Milliseconds until the last byte. */
  time: number
}

/**
 * Posts forms over persistent connections, each as if from its own network address. It asks as a program does, so that
 * a limit is answered at once instead of by a redirect (lib/web/reloadable-answer.ts).
 */
export function openAsker(base: string, connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const post = (path: string, from: string, fields: Record<string, string>, accept = '*/*') =>
    new Promise<Answered>((resolve, reject) => {
      const body = new URLSearchParams(fields).toString()
      const headers = {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': Buffer.byteLength(body),
        'x-forwarded-for': from,
        accept,
      }
      const began = performance.now()
      const asked = request(new URL(path, base), { method: 'POST', agent, headers }, (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('error', reject)
        answer.on('end', () => {
          const time = performance.now() - began
          const said = answer.rawHeaders.filter((_, i, all) => !/^date$/i.test(all[i - (i % 2)] ?? ''))
          const text = Buffer.concat(chunks).toString('latin1')
          const status = answer.statusCode ?? 0
          resolve({ status, bytes: JSON.stringify([status, said, text]), body: text, time })
        })
      })
      asked.on('error', reject)
      asked.end(body)
    })
  return { post, close: () => agent.destroy() }
}

/** A network address in one of the given number of /24 networks. */
export function addressIn(network: number): string {
  return `${11 + ((network >> 16) & 127)}.${(network >> 8) & 255}.${network & 255}.${1 + (network % 250)}`
}
