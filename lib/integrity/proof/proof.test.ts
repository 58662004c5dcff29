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
  const proof = solveTask(await makeTask(purpose, now))
  const answers = await Promise.all(Array.from({ length: 20 }, () => spendProof(proof, purpose, now)))
  expect(answers.filter(Boolean)).toHaveLength(1)
  expect(await spendProof(proof, purpose, now)).toBe(false)
})

it('is valid for its own purpose only, and stays valid for that', async () => {
  const proof = solveTask(await makeTask(purpose, now))
  for (const other of [
    ['access link', 'someone@example.org'],
    ['sign', 'another-petition', 'someone@example.org'],
    ['sign', 'a-petition', 'another@example.org'],
  ])
    expect(await spendProof(proof, other, now)).toBe(false)
  expect(await spendProof(proof, purpose, now)).toBe(true)
})

it('says nothing of the limits that were reached, and costs the same whichever they are', async () => {
  const { cost, data, keyPrefix } = (await makeTask(purpose, now)).parameters
  const again = (await makeTask(purpose, now)).parameters
  expect(again).toMatchObject({ cost, data, keyPrefix })
  expect(Object.keys(data ?? {})).toEqual(['for'])
})

it('expires after twenty minutes; its mark is deleted then and not before', async () => {
  const [used, late] = await Promise.all([makeTask(purpose, now), makeTask(purpose, now)])
  expect(await spendProof(solveTask(used), purpose, now)).toBe(true)
  expect(await spendProof(solveTask(late), purpose, minutes(21))).toBe(false)
  await purgeProofs(minutes(19))
  expect(await spendProof(solveTask(used), purpose, minutes(19))).toBe(false)
  expect(await purgeProofs(minutes(21))).toBeGreaterThan(0)
  expect((await pool().query('SELECT FROM spent_proof')).rowCount).toBe(0)
})

describe('not a valid proof', () => {
  it.each(['', 'nonsense', encode({}), encode([]), 'e30='.repeat(2_000)])('%.20s', async (text) => {
    expect(await spendProof(text, purpose, now)).toBe(false)
  })

  it('a challenge made easier or longer, or signed with another key', async () => {
    const task = await makeTask(purpose, now)
    const changed = (parameters: object) => ({ ...task, parameters: { ...task.parameters, ...parameters } })
    for (const parameters of [{ cost: 1 }, { keyPrefix: 'ff' }, { expiresAt: 4_000_000_000 }, { keyLength: 1 }])
      expect(await spendProof(solveTask(changed(parameters)), purpose, now)).toBe(false)
    expect(await spendProof(solveTask({ ...task, signature: '00'.repeat(32) }), purpose, now)).toBe(false)
  })

  it('a solution without the work', async () => {
    const challenge = await makeTask(purpose, now)
    const solution = { counter: 0, derivedKey: '00'.repeat(32) }
    expect(await spendProof(encode({ challenge, solution }), purpose, now)).toBe(false)
  })
})
