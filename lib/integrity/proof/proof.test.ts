import { describe, expect, it } from 'vitest'
import { pool } from '@/lib/db'
import { encode, solveTask } from '@/test/solve-task'
import { useDatabase } from '@/test/use-database'
import { makeTask } from './make-task'
import { purgeProofs } from './purge-proofs'
import { spendProof } from './spend-proof'

useDatabase()

const now = new Date()
const minutes = (n: number) => new Date(now.getTime() + n * 60_000)
const purpose = ['sign', 'a-petition', 'someone@example.org']

it('is valid once, even if spent twenty times at once', async () => {
  const proof = solveTask(await makeTask(purpose, ['network'], now))
  const answers = await Promise.all(Array.from({ length: 20 }, () => spendProof(proof, purpose, ['network'], now)))
  expect(answers.filter(Boolean)).toHaveLength(1)
  expect(await spendProof(proof, purpose, ['network'], now)).toBe(false)
})

it('is valid for its own purpose only, and stays valid for that', async () => {
  const proof = solveTask(await makeTask(purpose, ['network'], now))
  for (const other of [
    ['access link', 'someone@example.org'],
    ['sign', 'another-petition', 'someone@example.org'],
    ['sign', 'a-petition', 'another@example.org'],
  ])
    expect(await spendProof(proof, other, ['network'], now)).toBe(false)
  expect(await spendProof(proof, purpose, ['network'], now)).toBe(true)
})

it('lifts the limits it was issued for, and costs more with each', async () => {
  const task = await makeTask(purpose, ['network', 'link'], now)
  expect(task.parameters.cost).toBe(2 * (await makeTask(purpose, ['network'], now)).parameters.cost)
  const proof = solveTask(task)
  expect(await spendProof(proof, purpose, ['network', 'domain'], now)).toBe(false)
  expect(await spendProof(proof, purpose, ['link'], now)).toBe(true)
})

it('expires after twenty minutes; its mark is deleted then and not before', async () => {
  const [used, late] = await Promise.all([makeTask(purpose, ['network'], now), makeTask(purpose, ['network'], now)])
  expect(await spendProof(solveTask(used), purpose, ['network'], now)).toBe(true)
  expect(await spendProof(solveTask(late), purpose, ['network'], minutes(21))).toBe(false)
  await purgeProofs(minutes(19))
  expect(await spendProof(solveTask(used), purpose, ['network'], minutes(19))).toBe(false)
  expect(await purgeProofs(minutes(21))).toBeGreaterThan(0)
  expect((await pool().query('SELECT FROM spent_proof')).rowCount).toBe(0)
})

describe('not a valid proof', () => {
  it.each(['', 'nonsense', encode({}), encode([]), 'e30='.repeat(2_000)])('%.20s', async (text) => {
    expect(await spendProof(text, purpose, ['network'], now)).toBe(false)
  })

  it('a challenge made easier or longer, or signed with another key', async () => {
    const task = await makeTask(purpose, ['network'], now)
    const changed = (parameters: object) => ({ ...task, parameters: { ...task.parameters, ...parameters } })
    for (const parameters of [{ cost: 1 }, { keyPrefix: 'ff' }, { expiresAt: 4_000_000_000 }, { keyLength: 1 }])
      expect(await spendProof(solveTask(changed(parameters)), purpose, ['network'], now)).toBe(false)
    expect(await spendProof(solveTask({ ...task, signature: '00'.repeat(32) }), purpose, ['network'], now)).toBe(false)
  })

  it('a solution without the work', async () => {
    const challenge = await makeTask(purpose, ['network'], now)
    const solution = { counter: 0, derivedKey: '00'.repeat(32) }
    expect(await spendProof(encode({ challenge, solution }), purpose, ['network'], now)).toBe(false)
  })
})
