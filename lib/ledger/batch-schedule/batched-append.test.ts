import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { db, pool } from '@/lib/db'
import { findCount } from '@/lib/petitions/find-count'
import { confirm } from '@/lib/signatures/confirm'
import { withdraw } from '@/lib/signatures/withdraw'
import { confirmedSignatures, retractSignature } from '@/test/a-ledger'
import { aPetition, onlyToken, signAs } from '@/test/a-petition'
import { useDatabase } from '@/test/use-database'
import { append } from '../append'
import { isDue } from './batch-row'

useDatabase()

const start = new Date('2026-03-01T12:03:04.567Z')
const at = (seconds: number) => new Date(start.getTime() + seconds * 1000)
const draw = vi.fn(() => 0.5)
const quiet = { rule: { least: 120, most: 600 }, random: draw }
const due = 360

let petitions = 0
let slug = ''
let id = ''

beforeEach(async () => {
  slug = `quiet-${++petitions}`
  id = await aPetition(slug)
  draw.mockReset().mockReturnValue(0.5)
})

afterEach(() => pool().query(`TRUNCATE signature, retraction, ledger_batch CASCADE`))

const count = async () => (await findCount(slug))?.count
const leaves = () => db().ledgerLeaf.findMany({ where: { petitionId: id }, orderBy: { index: 'asc' } })

it('publishes separate arrivals together, at the time drawn when the first one came', async () => {
  for (const second of [0, 40, 300]) {
    await confirmedSignatures(id, 1, at(second))
    expect(await append(at(second), quiet)).toBe(0)
  }
  expect(await append(at(due - 1), quiet)).toBe(0)
  expect(await count()).toBe(0)
  expect(await append(at(due), quiet)).toBe(3)
  expect(await findCount(slug)).toMatchObject({ count: 3, asOf: new Date('2026-03-01T12:00:00Z') })
  expect(draw).toHaveBeenCalledTimes(1)
})

it('publishes retractions with additions', async () => {
  await confirmedSignatures(id, 2, at(0))
  await append(at(0), { rule: null, random: draw })
  await retractSignature(id, [0])
  await append(at(1), quiet)
  await confirmedSignatures(id, 1, at(200))
  await append(at(200), quiet)
  expect(await count()).toBe(2)
  expect(await append(at(1 + due), quiet)).toBe(2)
  expect((await leaves()).slice(2).map(({ kind }) => kind)).toEqual(['sign', 'retract'])
})

it('several workers, and a restart, keep the one time that was drawn', async () => {
  await confirmedSignatures(id, 1, at(0))
  let draws = 0
  // Each worker would draw another moment.
  const workers = Array.from({ length: 6 }, () => ({ rule: quiet.rule, random: () => (draws++ % 6) / 6 }))
  await Promise.all(workers.map((pace) => append(at(0), pace)))
  const { dueAt } = await db().ledgerBatch.findUniqueOrThrow({ where: { petitionId: id } })
  const before = new Date((dueAt?.getTime() ?? 0) - 1)
  for (const pace of workers) expect(await append(before, pace)).toBe(0)
  const appended = await Promise.all(workers.map((pace) => append(dueAt ?? start, pace)))
  expect(appended.reduce((sum, n) => sum + n)).toBe(1)
})

it('a draw based on a stale read has no effect', async () => {
  await confirmedSignatures(id, 1, at(0))
  await append(at(0), quiet)
  // It saw no batch yet when the other one had just drawn.
  let looks = 0
  const late = {
    query: (text: string, values: unknown[]) =>
      text.startsWith('SELECT') && looks++ === 0 ? Promise.resolve({ rows: [] }) : pool().query(text, values),
  } as unknown as ReturnType<typeof pool>
  await isDue(late, id, 1, at(0), quiet.rule, () => 0.99)
  expect((await db().ledgerBatch.findUniqueOrThrow({ where: { petitionId: id } })).dueAt).toEqual(at(due))
})

it('a signature confirmed while others are being published waits for the next batch', async () => {
  await confirmedSignatures(id, 3, at(0))
  await append(at(0), quiet)
  // Another worker has the petition's lock, and publishes the batch; then somebody confirms.
  const other = await pool().connect()
  await other.query('BEGIN')
  await other.query('INSERT INTO petition_total (petition_id, as_of) VALUES ($1, $2)', [id, start])
  const second = append(at(due), quiet)
  await sleep(300)
  await other.query('UPDATE ledger_batch SET opened_at = NULL, due_at = NULL WHERE petition_id = $1', [id])
  await other.query('COMMIT')
  other.release()
  expect(await second).toBe(0)
  expect(await append(at(due), quiet)).toBe(0)
  expect(await append(at(due + due), quiet)).toBe(3)
})

it('a crash in the middle publishes nothing, and the same batch is due again', async () => {
  await confirmedSignatures(id, 4, at(0))
  await append(at(0), quiet)
  await pool().query('ALTER TABLE hour_total ADD CONSTRAINT broken CHECK (net < 0) NOT VALID')
  await expect(append(at(due), quiet)).rejects.toThrow('broken')
  expect(await leaves()).toEqual([])
  await pool().query('ALTER TABLE hour_total DROP CONSTRAINT broken')
  expect(await append(at(due + 1), quiet)).toBe(4)
  expect(draw).toHaveBeenCalledTimes(1)
})

it('an arrival long after one that was retracted before counting is not published at that moment', async () => {
  await signAs(slug, 'first@example.org', at(0))
  const token = await onlyToken(id)
  await confirm(token, at(1))
  await append(at(1), quiet)
  await withdraw(token, at(2))
  // The worker runs, with nothing to do.
  await append(at(1_000), quiet)
  await confirmedSignatures(id, 1, at(5_000))
  expect(await append(at(5_000), quiet)).toBe(0)
  expect(await append(at(5_000 + due), quiet)).toBe(1)
})

it('a crowd is published within seconds, in parts, completely', async () => {
  await confirmedSignatures(id, 2_300, at(0))
  expect(await append(at(0), quiet)).toBe(2_300)
  await confirmedSignatures(id, 5, at(10))
  expect(await append(at(10), quiet)).toBe(0)
  expect(await append(at(16), quiet)).toBe(5)
})
