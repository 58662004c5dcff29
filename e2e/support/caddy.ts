import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { IncomingHttpHeaders } from 'node:http'
import { type RequestOptions, request } from 'node:https'
import { join } from 'node:path'
import { dataDir, root } from '@/scripts/setup/root.mjs'
import { runCommand } from '@/scripts/setup/run-command.mjs'
import { unpackPackages } from '@/test/unpack-packages.mjs'
import { test } from './test'

/**
 * A Caddy, for a story behind it. No package of npm has one. Where Debian's can be had the story runs; a Mac or a machine
 * without network may have none, and `npm test` has to pass there too: the story is skipped there, with this sentence.
 */
export async function caddyOrSkip(): Promise<string> {
  const program = await findCaddy()
  // Not silenced: wherever Debian's package can be had, as in CI, the story runs.
  test.skip(program === null, 'There is no Caddy here, and none could be fetched: apt-get install caddy')
  return program ?? ''
}

/** The path of a Caddy: the system's, or Debian's package unpacked beside the test data. Null where there is neither. */
async function findCaddy(): Promise<string | null> {
  const folder = join(dataDir, 'test', 'caddy')
  const unpacked = join(folder, 'usr', 'bin', 'caddy')
  const works = (program: string) =>
    runCommand(program, ['version']).then(
      () => program,
      () => null,
    )
  const found = (await works('caddy')) ?? (await works(unpacked))
  if (found) return found
  await unpackPackages(folder, ['caddy']).catch(() => undefined)
  return works(unpacked)
}

/** Runs Caddy on the configuration that production uses; its own authority issues the certificates. */
export function startCaddy(program: string, env: Record<string, string>) {
  const child = spawn(program, ['run', '--adapter', 'caddyfile', '--config', 'deploy/caddy/Caddyfile'], {
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

/** A request over TLS to a host name of this machine; its certificate must be valid. */
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
