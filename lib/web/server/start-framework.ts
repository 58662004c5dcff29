import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { Agent, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker as Thread } from 'node:worker_threads'
import { redactError } from '@/lib/redact-error'
import { proxyRequest } from './proxy-request'
import { requestUpstream } from './request-upstream'
import { secretHeader } from './secret-header'
import type { RequestUpstream } from './upstream'

export interface Framework {
  ask: RequestUpstream
  /** Passes a visitor's request on unchanged, and the answer back with additional headers (a flat list). */
  pass(request: IncomingMessage, response: ServerResponse, headers: string[], body?: Buffer): Promise<void>
  stop(): Promise<void>
}

/**
 * A thread that takes more memory than this ends alone, not with the whole server. Rendering pages makes few young
 * objects at a time.
 */
const resourceLimits = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 24 }
/** In ms: the wait before a failed thread is started again. */
const wait = 1_000

/**
 * Runs Next.js in a thread of this process, reached through a listener on the loopback address that requires a secret.
 * A thread that fails is started again; meanwhile cached pages are shown.
 * @param program the path of the built `scripts/framework.ts`
 * @throws Error if it does not start
 */
export async function startFramework(
  program: URL,
  { siteUrl, port }: { siteUrl: string; port: number },
): Promise<Framework> {
  const secret = randomBytes(16).toString('hex')
  const agent = new Agent({ keepAlive: true })
  let stopping = false
  let inner = 0
  let thread = launch()
  await started(thread)

  function launch(): Thread {
    // Without the modules preloaded into the process: one of them watches the process's own standard input.
    const launched = new Thread(program, { execArgv: [], workerData: { secret, port }, resourceLimits })
    launched.on('message', (listening: number) => {
      inner = listening
    })
    launched.on('error', (error) => console.error(`framework: ended: ${redactError(error, 3)}`))
    launched.on('exit', () => void relaunch())
    return launched
  }

  async function relaunch(): Promise<void> {
    if (inner === 0 || stopping) return
    await sleep(wait, undefined, { ref: false })
    if (!stopping) thread = launch()
  }

  const target = () => ({ host: '127.0.0.1', port: inner, agent, headers: { [secretHeader]: secret } })
  return {
    ask: (path) => requestUpstream(target(), path, siteUrl),
    pass: (request, response, headers, body) => proxyRequest(target(), request, response, headers, body),
    async stop() {
      stopping = true
      agent.destroy()
      if (thread.threadId === -1) return
      thread.postMessage('stop')
      await once(thread, 'exit')
    },
  }
}

async function started(thread: Thread): Promise<void> {
  const said = await Promise.race([once(thread, 'message'), once(thread, 'exit').then(() => undefined)])
  if (!said) throw new Error('the framework does not start')
}
