import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, describe, expect, it } from 'vitest'

let child: ChildProcess | undefined
afterEach(() => void child?.kill('SIGKILL'))

async function start(notice = 0, waiting = 0) {
  const script = fileURLToPath(new URL('../../../test/slow-server.ts', import.meta.url))
  const started = spawn(process.execPath, ['--import', 'tsx', script, String(notice), String(waiting)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child = started
  const said = { out: '', error: '' }
  started.stderr.on('data', (chunk) => {
    said.error += chunk
  })
  const port = await new Promise<number>((resolve) => {
    started.stdout.on('data', (chunk) => {
      said.out += chunk
      if (said.out.includes('}')) resolve(JSON.parse(said.out.split('\n')[0] ?? '').port)
    })
  })
  const ended = once(started, 'exit').then(([code, signal]) => ({ code, signal }))
  return { child: started, port, url: `http://127.0.0.1:${port}`, said, ended }
}

describe('gracefulShutdown', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'on %s lets the running request finish, takes no other, closes what is behind',
    async (signal) => {
      const { child, url, said, ended } = await start()
      const running = fetch(`${url}/1500`)
      await sleep(300)
      child.kill(signal)
      await sleep(300)
      await expect(fetch(`${url}/1`)).rejects.toThrow()
      expect(await (await running).text()).toBe('stopping')
      const answered = performance.now()
      expect(await ended).toEqual({ code: 0, signal: null })
      // Sooner than the browser would close its idle connection.
      expect(performance.now() - answered).toBeLessThan(3000)
      expect(said.out).toMatch(/worker stopped\ndatabase closed\n$/)
      expect(said.error).toMatch(/^while stopping: Error at .*\n$/)
    },
  )

  it('says first that it will stop, and answers all the same, so that a proxy can turn to another', async () => {
    const { child, url, ended } = await start(3_000)
    expect(await (await fetch(`${url}/1`)).text()).toBe('whole')
    child.kill('SIGTERM')
    const said = async () => (await fetch(`${url}/1`)).text()
    await expect.poll(said).toBe('stopping')
    expect((await ended).code).toBe(0)
    await expect(fetch(`${url}/1`)).rejects.toThrow()
  })

  it('does not wait for a browser that keeps its connection open', async () => {
    const { child, port, ended } = await start()
    const kept = connect(port, '127.0.0.1')
    kept.write('GET /1 HTTP/1.1\r\nHost: a\r\n\r\n')
    await once(kept, 'data')
    const began = performance.now()
    child.kill('SIGTERM')
    expect((await ended).code).toBe(0)
    expect(performance.now() - began).toBeLessThan(3000)
  })

  it('waits 10 s at most', async () => {
    const { child, url, ended } = await start()
    const running = fetch(`${url}/60000`).catch(() => 'cut off')
    await sleep(300)
    const began = performance.now()
    child.kill('SIGTERM')
    expect((await ended).code).toBe(0)
    expect(await running).toBe('cut off')
    const took = performance.now() - began
    expect(took).toBeGreaterThan(9_000)
    expect(took).toBeLessThan(14_000)
  }, 30_000)

  it.each([
    ['lets requests that wait for the database have their answer', 2_000, 'stopping'],
    ['cuts off what goes on when none waits for it any more', 60_000, 'cut off'],
  ])('%s', async (_, takes, outcome) => {
    const { child, url, ended } = await start(0, 5_000)
    const running = fetch(`${url}/${takes}`).then(
      (answer) => answer.text(),
      () => 'cut off',
    )
    await sleep(300)
    child.kill('SIGTERM')
    expect(await running).toBe(outcome)
    expect((await ended).code).toBe(0)
  })

  it('ends at once at the second signal', async () => {
    const { child, url, ended } = await start()
    const running = fetch(`${url}/60000`).catch(() => 'cut off')
    await sleep(300)
    child.kill('SIGTERM')
    await sleep(200)
    child.kill('SIGTERM')
    expect((await ended).code).toBe(1)
    await running
  })

  it('says in a sentence that the port is taken, also in a log for machines', async () => {
    const other = createServer().listen(0)
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const program = `import { createServer } from 'node:http'
import { logAsJson } from './lib/json-console.ts'
import { gracefulShutdown } from './lib/web/server/graceful-shutdown.ts'
logAsJson()
await gracefulShutdown(createServer(), ${port}, [])`
    const args = ['--import', 'tsx', '--input-type=module', '--eval', program]
    const env = { ...process.env, LOG_FORMAT: 'json' }
    const { stderr, code } = await promisify(execFile)(process.execPath, args, { env }).catch((error) => error)
    other.close()
    expect(code).toBe(1)
    expect(JSON.parse(stderr)).toMatchObject({ message: `Port ${port} is taken by another program.` })
  }, 60_000)
})
