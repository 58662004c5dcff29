import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formatAddCheckpoint } from '@/lib/ledger/log/add-checkpoint'
import { COSIGNATURE } from '@/lib/ledger/log/note'
import { parsePolicy } from '@/lib/ledger/log/policy'
import { proveConsistency, proveInclusion } from '@/lib/ledger/log/prove'
import { makeVkey } from '@/lib/ledger/log/vkey'
import { ed25519Key, nodeSuite } from '@/lib/ledger/node-suite'
import { formatReceipt, leafOf } from '@/lib/ledger/receipt'
import { answerCheckpoint, type Witness } from '@/lib/ledger/witness/answer-checkpoint'
import { type MemoryLog, memoryLog, retractLeaf, signLeaf, textOf } from '@/test/memory-log'
import { type CheckOptions, checkLedger } from './check-ledger'
import { requireUnchanged } from './check-releases'
import { Fault } from './fault'

const key = ed25519Key(randomBytes(32))
const signatures = (count: number) => Array.from({ length: count }, (_, i) => signLeaf(i))
const corrections = [{ index: 601, reason: 'duplicate', signatures: 1 }]
const opening = { text: textOf('the text'), salt: randomBytes(32), record: randomBytes(32) }

/** The published history: 600 signatures (number 400 with a receipt), one withdrawn, one removed. */
let leaves: Uint8Array[]
let honest: MemoryLog
/** Its earlier state. */
let earlier: MemoryLog
let receipt: string

beforeAll(async () => {
  leaves = [...signatures(600), retractLeaf(7), retractLeaf(8, 'duplicate')]
  leaves[400] = await leafOf(opening, nodeSuite)
  honest = await memoryLog(leaves, { key, corrections })
  earlier = await memoryLog(leaves.slice(0, 450), { key })
  const proof = await proveInclusion(earlier.tree, 400)
  receipt = formatReceipt({ opening, index: 400, proof, checkpoint: earlier.checkpoint })
})

async function faultOf(log: MemoryLog, options: CheckOptions = {}): Promise<string> {
  try {
    await checkLedger(log.source, options)
    return 'nothing found'
  } catch (error) {
    if (error instanceof Fault) return error.code
    throw error
  }
}

describe('an honest log', () => {
  it('passes every check', async () => {
    const report = await checkLedger(honest.source, { policy: honest.policy, since: earlier.checkpoint, receipt })
    expect(report.tally).toMatchObject({ size: 602, net: 598, added: { sign: 600 } })
    expect(report.tally.retracted).toMatchObject({ withdrawn: 1, duplicate: 1 })
    expect(report).toMatchObject({ since: { size: 450 }, receipt: { index: 400, stands: true } })
  })

  it('reports that a receipt’s signature was retracted since', async () => {
    const log = await memoryLog([...leaves, retractLeaf(400)], { key, corrections })
    expect(await checkLedger(log.source, { receipt })).toMatchObject({ receipt: { stands: false } })
  })

  it('may drop a partial tile once the full one exists', async () => {
    const half = await memoryLog(leaves.slice(0, 300), { key })
    const full = await memoryLog(leaves, { key, corrections })
    for (const path of half.files.keys()) if (path.endsWith('.p/44')) half.files.delete(path)
    const source = {
      ...half.source,
      read: async (path: string) => half.files.get(path) ?? full.files.get(path) ?? null,
    }
    expect((await checkLedger(source)).tally.net).toBe(300)
  })
})

const changed = (at: number, leaf: Uint8Array) => leaves.map((old, i) => (i === at ? leaf : old))
const forgeries: [string, () => Uint8Array[]][] = [
  ['a dropped leaf', () => leaves.filter((_, i) => i !== 100)],
  ['an added leaf', () => [...leaves.slice(0, 100), signLeaf(9_999), ...leaves.slice(100)]],
  [
    'two leaves that changed places',
    () => changed(100, leaves[101] ?? signLeaf(0)).map((leaf, i) => (i === 101 ? signLeaf(100) : leaf)),
  ],
  ['a rewritten leaf', () => changed(100, signLeaf(9_999))],
  ['a rewritten last leaf', () => changed(601, retractLeaf(9, 'duplicate'))],
]

describe.each(forgeries)('%s', (_, forged) => {
  it('does not match the signed checkpoint', async () => {
    const forgery = await memoryLog(forged(), { key, corrections })
    forgery.files.set('checkpoint', new TextEncoder().encode(honest.checkpoint))
    expect(await faultOf(forgery)).toMatch(/file_missing|file_malformed|root_differs|bad_leaf/)
  })

  it('with a newly signed checkpoint is detected by anyone who kept an earlier one', async () => {
    const forgery = await memoryLog(forged(), { key, corrections })
    expect(await faultOf(forgery, { since: honest.checkpoint })).toMatch(
      /rolled_back|not_consistent|corrections_differ/,
    )
  })

  it('with a newly signed checkpoint is not cosigned by a witness', async () => {
    const { witness, contradictions } = await aWitness(honest)
    const forgery = await memoryLog([...forged(), signLeaf(1_000)], { key })
    const answer = await ask(witness, forgery, honest.tree.size)
    expect(answer.status).toBe(forgery.tree.size === honest.tree.size ? 409 : 422)
    expect(contradictions).toHaveLength(1)
  })
})

describe('other tampering', () => {
  it('a split view: two heads of one size', async () => {
    const other = await memoryLog(changed(100, signLeaf(9_999)), { key, corrections })
    expect(await faultOf(other)).toBe('nothing found')
    expect(await faultOf(other, { since: honest.checkpoint })).toBe('not_consistent')
    const { witness, contradictions } = await aWitness(honest)
    expect((await ask(witness, other, 602)).status).toBe(409)
    expect(contradictions).toEqual([other.checkpoint])
  })

  it('a rollback', async () => {
    expect(await faultOf(earlier, { since: honest.checkpoint })).toBe('rolled_back')
    expect(await faultOf(await memoryLog(leaves.slice(0, 300), { key }), { receipt })).toBe('rolled_back')
    const { witness } = await aWitness(honest)
    expect(await ask(witness, earlier, 450)).toMatchObject({ status: 409, body: '602\n' })
    expect(await ask(witness, earlier, 602)).toMatchObject({ status: 400 })
  })

  it('a wrong key', async () => {
    const other = await memoryLog(leaves, { key: ed25519Key(randomBytes(32)), corrections })
    expect(await faultOf(other, { policy: honest.policy })).toBe('not_signed_by_log')
    const { witness } = await aWitness(honest)
    expect((await ask(witness, other, 602)).status).toBe(403)
  })

  it('a false signature', async () => {
    const other = await memoryLog(leaves, { key, corrections })
    other.files.set('checkpoint', new TextEncoder().encode(honest.checkpoint.replace('\n602\n', '\n601\n')))
    expect(await faultOf(other)).toBe('signature_false')
  })

  it('a tile that does not belong to the entries', async () => {
    const other = await memoryLog(leaves, { key, corrections })
    const tile = other.files.get('tile/0/001')?.slice() ?? new Uint8Array()
    tile[5] = (tile[5] ?? 0) ^ 1
    other.files.set('tile/0/001', tile)
    expect(await faultOf(other)).toBe('tile_differs')
  })

  it('a missing file', async () => {
    for (const path of [
      'tile/entries/001',
      'tile/1/000.p/2',
      'checkpoint',
      'policy',
      'texts.json',
      'corrections.json',
    ]) {
      const other = await memoryLog(leaves, { key, corrections })
      other.files.delete(path)
      expect(await faultOf(other)).toBe('file_missing')
    }
  })

  it('signatures retracted twice, or never added', async () => {
    for (const extra of [retractLeaf(7), retractLeaf(600), retractLeaf(5_000)]) {
      expect(await faultOf(await memoryLog([...leaves, extra], { key, corrections }))).toBe('bad_leaf')
    }
  })

  it('a removal missing from the correction log, or only there', async () => {
    expect(await faultOf(await memoryLog(leaves, { key }))).toBe('corrections_differ')
    const more = [...corrections, { index: 601, reason: 'fraud', signatures: 1 }]
    expect(await faultOf(await memoryLog(leaves, { key, corrections: more }))).toBe('corrections_differ')
  })

  it('a swapped text', async () => {
    const other = await memoryLog(leaves, { key, corrections })
    other.files.set(`texts/${textOf('the text').toString('hex')}.json`, new TextEncoder().encode('another text'))
    expect(await faultOf(other)).toBe('text_differs')
    const swapped = await memoryLog(leaves, { key, corrections, texts: ['another text'] })
    expect(await faultOf(swapped, { receipt })).toBe('text_differs')
  })

  it('an altered receipt', async () => {
    for (const alter of alterations)
      expect(await faultOf(honest, { receipt: alter(receipt) })).toMatch(/receipt_(false|malformed)/)
    const elsewhere = await memoryLog(changed(400, signLeaf(400)), { key, corrections })
    expect(await faultOf(elsewhere, { receipt })).toMatch('not_consistent')
  })
})

const alterations: ((receipt: string) => string)[] = [
  (text) => text.replace('index 400', 'index 401'),
  (text) => text.replace(/extra A(.)/, (_, char) => `extra A${char === 'Z' ? 'Y' : 'Z'}`),
  (text) => text.replace(/^(index .*\n)(.)/m, (_, line, char) => `${line}${char === 'Z' ? 'Y' : 'Z'}`),
  (text) => text.replace(/^(index .*\n).*\n/m, '$1'),
  (text) => text.replace('\n450\n', '\n451\n'),
  (text) => text.replace(earlier.checkpoint, honest.checkpoint),
  (text) => text.slice(0, -10),
]

const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

/** A witness that has cosigned the honest log. */
async function aWitness(log: MemoryLog) {
  const stateDir = await mkdtemp(join(tmpdir(), 'witness-'))
  folders.push(stateDir)
  const contradictions: string[] = []
  const own = ed25519Key(randomBytes(32))
  const witness: Witness = {
    vkey: await makeVkey('witness.example.org/w1', COSIGNATURE, own.publicKey, nodeSuite),
    key: own,
    policy: await parsePolicy(log.policy, nodeSuite),
    stateDir,
    onContradiction: (_, contradicting) => contradictions.push(contradicting),
  }
  expect((await ask(witness, log, 0)).status).toBe(200)
  return { witness, contradictions }
}

/** The request of a log that claims whatever suits it. */
async function ask(witness: Witness, log: MemoryLog, oldSize: number) {
  const proof = oldSize <= log.tree.size ? await proveConsistency(log.tree, oldSize) : []
  return answerCheckpoint(formatAddCheckpoint({ oldSize, proof, checkpoint: log.checkpoint }), witness, new Date())
}

describe('what staff report to have brought into the count', () => {
  const line = { day: '2026-11-28', reason: 'reviewed', signatures: 5, approvals: 2 } as const
  const withReleases = async (text: string) => {
    const log = await memoryLog(leaves, { key, corrections })
    log.files.set('releases.json', new TextEncoder().encode(text))
    return log
  }

  it('is read, must be consistent, and may be missing in older logs', async () => {
    const said = await withReleases(JSON.stringify([line]))
    expect((await checkLedger(said.source)).released).toBe(5)
    expect(await faultOf(await withReleases('[{"day":"yesterday"}]'))).toBe('file_malformed')
    expect((await checkLedger(honest.source)).released).toBe(0)
  })

  it('stays reported: a mirror detects a missing or smaller line', () => {
    expect(() => requireUnchanged([line], [{ ...line, signatures: 6 }])).not.toThrow()
    expect(() => requireUnchanged([line], [{ ...line, signatures: 4 }])).toThrow(Fault)
    expect(() => requireUnchanged([line], [{ ...line, approvals: 1 }])).toThrow(Fault)
    expect(() => requireUnchanged([line], null)).toThrow(Fault)
  })
})
