import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { db, pool } from '@/lib/db'
import { aSigner, confirmedSignatures, retractSignature } from '@/test/a-ledger'
import { aPetition } from '@/test/a-petition'
import { useDatabase } from '@/test/use-database'
import { append } from './append'
import { toBase64 } from './log/bytes'
import { parseCheckpoint } from './log/checkpoint'
import { leafInput } from './log/hash'
import { treeEdge } from './log/tree-edge'
import { nodeSuite } from './node-suite'
import { recount } from './recount'
import { signCheckpoints } from './sign-checkpoints'

useDatabase()

/** Ten minutes by hand: PAUSES_SECONDS=600 npx vitest run lib/ledger/paused-appenders.test.ts */
const SECONDS = Number(process.env.PAUSES_SECONDS ?? 12)
const HEADS = 10
const folders: string[] = []
const children: ChildProcess[] = []
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

async function appender(): Promise<ChildProcess> {
  const dataDir = await mkdtemp(join(tmpdir(), 'appender-'))
  folders.push(dataDir)
  const env = { ...process.env, DATA_DIR: dataDir }
  const child = spawn(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'test/ledger-loop.ts'], {
    env,
    detached: true,
  })
  children.push(child)
  await new Promise((resolve, reject) =>
    child.stdout.once('data', resolve).once('close', () => reject(new Error('no appender'))),
  )
  return child
}

/** Stops the whole process group, as a sleeping machine does, for longer or shorter than the database waits. */
async function pauseNowAndThen({ pid = 0 }: ChildProcess, until: number): Promise<void> {
  while (Date.now() < until) {
    await sleep(50 + Math.random() * 1_500)
    const seconds = Math.random() < 0.3 ? 5.5 + Math.random() * 1.5 : Math.random() * 0.5
    // By a process of its own: if the test is interrupted meanwhile, the group still goes on, and then ends.
    const pause = spawn('sh', ['-c', `kill -STOP -${pid}; sleep ${seconds.toFixed(2)}; kill -CONT -${pid}`], {
      detached: true,
      stdio: 'ignore',
    })
    await once(pause, 'exit')
  }
}

it(
  'two appenders under load with random pauses: no fork, no duplicate, no loss',
  async () => {
    const id = await aPetition('paused')
    const appenders = [await appender(), await appender()]
    const until = Date.now() + SECONDS * 1_000
    const pauses = appenders.map((child) => pauseNowAndThen(child, until))
    let people = 0
    // Even on a busy machine, until there are enough checkpoints to compare.
    while (Date.now() < until || (await db().ledgerCheckpoint.count({ where: { petitionId: id } })) <= HEADS) {
      await confirmedSignatures(id, 40, new Date())
      people += 40
      const { rows } = await pool().query<{ leaf_index: string }>(
        `SELECT s.leaf_index FROM signature s WHERE s.petition_id = $1 AND s.state = 'counted'
         AND NOT EXISTS (SELECT 1 FROM retraction r WHERE r.petition_id = $1 AND r.leaf_index = s.leaf_index) LIMIT 1`,
        [id],
      )
      if (rows[0]) {
        await retractSignature(id, [Number(rows[0].leaf_index)])
        await pool().query(
          `UPDATE signature SET state = 'withdrawn', withdrawn_at = now() WHERE petition_id = $1 AND leaf_index = $2`,
          [id, rows[0].leaf_index],
        )
      }
      await sleep(50)
    }
    await Promise.all(pauses)
    for (const { pid = 0 } of appenders) process.kill(-pid, 'SIGKILL')
    await append(new Date())
    await signCheckpoints(await aSigner(), new Date())

    const [count] = await recount()
    const back = await db().retraction.count()
    expect(count).toMatchObject({
      differences: [],
      ledger: { added: { sign: people }, net: people - back, size: people + back },
    })
    const { rows } = await pool().query<{ n: number }>(
      'SELECT count(DISTINCT leaf)::int AS n FROM ledger_leaf WHERE kind = $1',
      ['sign'],
    )
    expect(rows[0]?.n).toBe(people)
    await noFork(id)
  },
  SECONDS * 1_000 + 60_000,
)

it('an appender ends with the test that started it, however that ends', async () => {
  const child = await appender()
  child.stdin?.destroy()
  await expect.poll(() => child.exitCode, { timeout: 15_000 }).toBe(0)
})

/** Every checkpoint ever signed, in the database or on an appender's disk, belongs to one history. */
async function noFork(petitionId: string): Promise<void> {
  const notes = (await db().ledgerCheckpoint.findMany({ where: { petitionId } })).map(({ note }) => note)
  for (const folder of folders) {
    const heads = join(folder, 'ledger', petitionId)
    // An appender that had no turn on a busy machine has signed nothing.
    for (const name of await readdir(heads).catch(() => [])) notes.push(await readFile(join(heads, name), 'utf8'))
  }
  expect(notes.length).toBeGreaterThan(HEADS)
  const heads = notes.map((note) => parseCheckpoint(note)?.checkpoint).filter((head) => head !== undefined)
  expect(heads).toHaveLength(notes.length)

  const roots = new Map(heads.map(({ size }) => [size, '']))
  const edge = treeEdge(nodeSuite.sha256)
  const { rows } = await pool().query<{ leaf: Buffer }>(
    'SELECT leaf FROM ledger_leaf WHERE petition_id = $1 ORDER BY index',
    [petitionId],
  )
  for (let size = 0; size <= rows.length; size += 1) {
    if (roots.has(size)) roots.set(size, toBase64(edge.root()))
    edge.add(nodeSuite.sha256(leafInput(rows[size]?.leaf ?? new Uint8Array())))
  }
  expect(heads.map(({ size, root }) => [size, toBase64(root)])).toEqual(
    heads.map(({ size }) => [size, roots.get(size)]),
  )
}
