import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { DatabaseAway, isAway } from './is-away'
import { createWaitingRoom } from './waiting-room'

function room(isBack: () => Promise<boolean>, most = 10, each = 10) {
  return createWaitingRoom({ isBack, pause: 5, most, mostOf: () => each })
}
const patience = (network = 'a', ms = 10_000) => ({ deadline: performance.now() + ms, network })
const outcome = (waited: Promise<void>) =>
  waited.then(
    () => 'went on',
    (error: unknown) => (error instanceof DatabaseAway ? error.message : 'another error'),
  )

it('all go on when the database is back, and nobody looks any more', async () => {
  let looks = 0
  const { wait, ...rest } = room(async () => {
    looks += 1
    if (looks === 1) throw new Error('refused')
    return looks === 3
  })
  expect(await Promise.all([outcome(wait(patience())), outcome(wait(patience()))])).toEqual(['went on', 'went on'])
  await sleep(50)
  expect([looks, rest.waiting]).toEqual([3, 0])
})

it('who has waited long enough is told, and the last to leave ends the looking', async () => {
  let looks = 0
  const one = room(async () => {
    looks += 1
    return false
  })
  expect(await outcome(one.wait(patience('a', 60)))).toBe('the database stayed away')
  expect([one.closed, one.waiting]).toEqual([false, 0])
  await sleep(20)
  const before = looks
  await sleep(50)
  expect(looks).toBe(before)
  expect(await outcome(one.wait(patience('a', -1)))).toBe('the database is away')
})

it('takes a bounded number in all, and of one network; others are told at once', async () => {
  let back = false
  const one = room(async () => back, 5, 2)
  const waited = ['a', 'a', 'b', 'b', 'c'].map((network) => outcome(one.wait(patience(network))))
  for (const network of ['a', 'c', 'd']) {
    const began = performance.now()
    expect(await outcome(one.wait(patience(network)))).toBe('too many wait for the database')
    expect(performance.now() - began).toBeLessThan(100)
  }
  expect([one.closed, one.waiting]).toEqual([true, 5])
  back = true
  expect(new Set(await Promise.all(waited))).toEqual(new Set(['went on']))
  // Their places are free again.
  expect(await Promise.all(['a', 'a', 'b'].map((network) => outcome(one.wait(patience(network)))))).toHaveLength(3)
  expect(one.waiting).toBe(0)
})

it.each([
  ['ECONNREFUSED', true],
  ['57P01', true],
  ['57P03', true],
  ['08006', true],
  ['08P01', true],
  ['25006', true],
  ['53300', true],
  ['53100', true],
  ['P1001', true],
  ['P2002', false],
  // About the statement, or our own disk.
  ['23505', false],
  ['40001', false],
  ['42P01', false],
  ['57014', false],
  ['ENOSPC', false],
])('%s says that the database is away: %s', (code, away) => {
  expect(isAway(Object.assign(new Error('as said'), { code }))).toBe(away)
})

it('knows the errors of the client, which have no code', () => {
  expect(isAway(new Error('Connection terminated unexpectedly'))).toBe(true)
  expect(isAway(new Error('timeout exceeded when trying to connect'))).toBe(true)
  expect(isAway(new Error('something else'))).toBe(false)
  expect(isAway('Connection terminated')).toBe(false)
})
