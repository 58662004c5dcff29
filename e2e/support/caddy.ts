import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { IncomingHttpHeaders } from 'node:http'
import { type RequestOptions, request } from 'node:https'
import { root } from '@/scripts/setup/root.mjs'

/** Whether Caddy is installed, as Debian or its makers install it. */
export function hasCaddy(): boolean {
  try {
    execFileSync('caddy', ['version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Runs Caddy on the configuration that production uses; its own authority issues the certificates. */
export function startCaddy(env: Record<string, string>) {
  const child = spawn('caddy', ['run', '--adapter', 'caddyfile', '--config', 'deploy/caddy/Caddyfile'], {
    cwd: root,
    stdio: 'ignore',
    env: { ...process.env, CADDY_TLS: 'tls internal', ...env },
  })
  return {
    async stop() {
      const ended = child.exitCode === null && once(child, 'exit')
      child.kill()
      await ended
    },
  }
}

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

/** A request over TLS to a name of this machine; its certificate has to hold. */
export function askOverTls(url: string, options: RequestOptions, form?: URLSearchParams): Promise<Answer> {
  const { hostname } = new URL(url)
  const headers = form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}
  return new Promise((resolve, reject) => {
    const lookup: RequestOptions['lookup'] = (_, { all }, found) =>
      all ? found(null, [{ address: '127.0.0.1', family: 4 }]) : found(null, '127.0.0.1', 4)
    const asked = request(url, { ...options, servername: hostname, lookup, headers, agent: false }, (answer) => {
      let body = ''
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }))
    })
    asked.on('error', reject)
    asked.end(form?.toString())
  })
}
