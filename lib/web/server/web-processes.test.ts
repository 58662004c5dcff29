import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { freePort } from '@/scripts/setup/free-port.mjs'

let program: ChildProcess | undefined
afterEach(() => void program?.kill('SIGKILL'))

function start(port: number) {
  const script = fileURLToPath(new URL('../../../test/web-processes.ts', import.meta.url))
  const started = spawn(process.execPath, ['--import', 'tsx', script, String(port)], {
    // Its processes too: cluster gives them none of its own arguments.
    env: { ...process.env, NODE_OPTIONS: '--import tsx' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  program = started
  const said = { out: '', error: '' }
  started.stdout.on('data', (chunk) => {
    said.out += chunk
  })
  started.stderr.on('data', (chunk) => {
    said.error += chunk
  })
  const ended = once(started, 'exit').then(([code, signal]) => ({ code, signal }))
  return { child: started, url: `http://127.0.0.1:${port}`, said, ended }
}

/** The ids of the processes that answer, each on a connection of its own. */
async function answering(url: string): Promise<Set<number>> {
  // A connection that is handed to a process which has just been killed is answered by nobody.
  const options = () => ({ headers: { connection: 'close' }, signal: AbortSignal.timeout(3_000) })
  const ask = () => fetch(`${url}/1`, options()).then((answer) => answer.text())
  const answers = await Promise.all(Array.from({ length: 8 }, () => ask().catch(() => 'nobody')))
  return new Set(answers.map(Number).filter(Boolean))
}

/** Waits until two processes answer, and gives their ids. */
async function both(url: string): Promise<number[]> {
  return vi.waitFor(
    async () => {
      const ids = [...(await answering(url))]
      expect(ids).toHaveLength(2)
      return ids
    },
    { timeout: 30_000, interval: 100 },
  )
}

describe('runWebProcesses', () => {
  it('answers from two processes, and replaces one that was killed while the other goes on', async () => {
    const { url, said } = start(await freePort())
    const [first = 0, second] = await both(url)
    process.kill(first, 'SIGKILL')
    await sleep(100)
    expect([...(await answering(url))]).toEqual([second])
    const ids = await both(url)
    expect(ids).toContain(second)
    expect(ids).not.toContain(first)
    expect(said.error).toMatch(/ended \(SIGKILL\) and is replaced/)
  }, 60_000)

  it('stops all of them at a signal to all of them, and lets a running request finish', async () => {
    const { url, child, said, ended } = start(await freePort())
    const ids = await both(url)
    const running = fetch(`${url}/1500`).then((answer) => answer.text())
    await sleep(300)
    // As a terminal and systemd do.
    for (const id of [...ids, child.pid ?? 0]) process.kill(id, 'SIGTERM')
    expect(ids).toContain(Number(await running))
    expect(await ended).toEqual({ code: 0, signal: null })
    expect(said.out).toBe('worker stopped\n')
    for (const id of ids) expect(() => process.kill(id, 0)).toThrow()
  }, 60_000)

  it('leaves no process behind when it is killed', async () => {
    const { url, child } = start(await freePort())
    const ids = await both(url)
    child.kill('SIGKILL')
    await vi.waitFor(() => {
      for (const id of ids) expect(() => process.kill(id, 0)).toThrow()
    }, 10_000)
  }, 60_000)

  it('ends with the reason if the port is taken', async () => {
    const other = createServer().listen(0)
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const { said, ended } = start(port)
    expect((await ended).code).toBe(1)
    expect(said.error).toContain(`Port ${port} is taken by another program.`)
    other.close()
  }, 60_000)
})
