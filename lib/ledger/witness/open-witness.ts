import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { join } from 'node:path'
import { checkpointFolder, lastCheckpoint } from '@/lib/ledger/checkpoint-file'
import { COSIGNATURE } from '@/lib/ledger/log/note'
import type { Policy } from '@/lib/ledger/log/policy'
import { formatVkey, makeVkey } from '@/lib/ledger/log/vkey'
import { ed25519Key, nodeSuite } from '@/lib/ledger/node-suite'
import { answerCheckpoint, folderName, type Witness, type WitnessAnswer } from './answer-checkpoint'

const LARGEST_BODY = 64 * 1024

/**
 * Opens a witness with its own key and state in a folder. The key is made the first time. The folder is the witness's
 * identity, and only one process at a time may use it.
 */
export async function openWitness(name: string, stateDir: string, policy: Policy): Promise<Witness> {
  await mkdir(join(stateDir, 'contradictions'), { recursive: true, mode: 0o700 })
  const key = ed25519Key(await seedOf(join(stateDir, 'key')))
  const vkey = await makeVkey(name, COSIGNATURE, key.publicKey, nodeSuite)
  const onContradiction: Witness['onContradiction'] = (seen, contradicting) => {
    const path = join(stateDir, 'contradictions', `${Date.now()}-${randomBytes(4).toString('hex')}.checkpoint`)
    console.error(
      `CONTRADICTION: ${seen.origin} signed a head that does not continue its ${seen.size} leaves; kept as ${path}`,
    )
    void writeFile(path, contradicting)
  }
  return { vkey, key, policy, stateDir, onContradiction }
}

async function seedOf(path: string): Promise<Buffer> {
  const kept = await readFile(path, 'utf8').catch(() => null)
  if (kept) return Buffer.from(kept.trim(), 'base64url')
  const seed = randomBytes(32)
  await writeFile(path, `${seed.toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  return seed
}

/** Serves `POST /add-checkpoint` (C2SP tlog-witness), and at `/` a text page that identifies the witness. */
export function serveWitness(witness: Witness): Server {
  const server = createServer((request, response) => {
    answer(request, witness)
      .catch((): Plain => ({ status: 500, body: 'something went wrong\n', type: 'text/plain; charset=utf-8' }))
      .then(({ status, body, type }) => {
        response.writeHead(status, { 'content-type': type, 'x-content-type-options': 'nosniff' }).end(body)
      })
      .catch(() => response.destroy())
  })
  server.requestTimeout = 10_000
  return server
}

type Plain = Omit<WitnessAnswer, 'status'> & { status: number }

async function answer(request: IncomingMessage, witness: Witness): Promise<Plain> {
  const type = 'text/plain; charset=utf-8'
  if (request.method === 'POST' && request.url === '/add-checkpoint') {
    const body = await readBody(request)
    return body === null ? { status: 413, body: 'too large\n', type } : answerCheckpoint(body, witness, new Date())
  }
  if (request.method !== 'GET' || request.url !== '/') return { status: 404, body: 'not found\n', type }
  return { status: 200, body: await introduction(witness), type }
}

async function introduction({ vkey, policy, stateDir }: Witness): Promise<string> {
  const logs = await Promise.all(
    [...new Set(policy.logs.map(({ key }) => key.name))].map(async (origin) => {
      const head = await lastCheckpoint(checkpointFolder(folderName(origin), stateDir))
      return `${origin}: ${head ? `${head.size} leaves` : 'nothing seen yet'}\n`
    }),
  )
  return `A witness of transparency logs (c2sp.org/tlog-witness).\n\nkey: ${formatVkey(vkey)}\n\n${logs.join('')}`
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > LARGEST_BODY) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
