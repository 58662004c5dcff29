import { describe, expect, it } from 'vitest'
import { pool } from '@/lib/db'
import { encode, solveTask } from '@/scripts/testing/solve-task'
import { useDatabase } from '@/scripts/testing/use-database'
import { forgetProofs } from './forget-proofs'
import { makeTask } from './make-task'
import { spendProof } from './spend-proof'

useDatabase()

const now = new Date()
const minutes = (n: number) => new Date(now.getTime() + n * 60_000)
const purpose = ['sign', 'a-petition', 'someone@example.org']

it('is good once, also of twenty at once', async () => {
  const proof = solveTask(await makeTask(purpose, now))
  const answers = await Promise.all(Array.from({ length: 20 }, () => spendProof(proof, purpose, now)))
  expect(answers.filter(Boolean)).toHaveLength(1)
  expect(await spendProof(proof, purpose, now)).toBe(false)
})

it('is good for its own purpose alone, and can still be used for that', async () => {
  const proof = solveTask(await makeTask(purpose, now))
  for (const other of [
    ['own link', 'someone@example.org'],
    ['sign', 'another-petition', 'someone@example.org'],
    ['sign', 'a-petition', 'another@example.org'],
  ])
    expect(await spendProof(proof, other, now)).toBe(false)
  expect(await spendProof(proof, purpose, now)).toBe(true)
})

it('ends after twenty minutes, and its mark is forgotten then, not before', async () => {
  const [used, late] = await Promise.all([makeTask(purpose, now), makeTask(purpose, now)])
  expect(await spendProof(solveTask(used), purpose, now)).toBe(true)
  expect(await spendProof(solveTask(late), purpose, minutes(21))).toBe(false)
  await forgetProofs(minutes(19))
  expect(await spendProof(solveTask(used), purpose, minutes(19))).toBe(false)
  expect(await forgetProofs(minutes(21))).toBeGreaterThan(0)
  expect((await pool().query('SELECT FROM spent_proof')).rowCount).toBe(0)
})

describe('is no proof', () => {
  it.each(['', 'nonsense', encode({}), encode([]), 'e30='.repeat(2_000)])('%.20s', async (text) => {
    expect(await spendProof(text, purpose, now)).toBe(false)
  })

  it('a task made easier, made longer, or of another key', async () => {
    const task = await makeTask(purpose, now)
    const changed = (parameters: object) => ({ ...task, parameters: { ...task.parameters, ...parameters } })
    for (const parameters of [{ cost: 1 }, { keyPrefix: 'ff' }, { expiresAt: 4_000_000_000 }, { keyLength: 1 }])
      expect(await spendProof(solveTask(changed(parameters)), purpose, now)).toBe(false)
    expect(await spendProof(solveTask({ ...task, signature: '00'.repeat(32) }), purpose, now)).toBe(false)
  })

  it('a solution that was not worked for', async () => {
    const challenge = await makeTask(purpose, now)
    const solution = { counter: 0, derivedKey: '00'.repeat(32) }
    expect(await spendProof(encode({ challenge, solution }), purpose, now)).toBe(false)
  })
})
