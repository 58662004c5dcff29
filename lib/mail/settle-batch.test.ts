import { describe, expect, test } from 'vitest'
import { ones, useMailQueue } from '@/test/mail-queue'
import { useDatabase } from '@/test/use-database'
import { type Claim, claimBatch } from './claim-batch'
import type { Driver, Outcome } from './gateway/driver'

useDatabase()
const {
  provider,
  resend,
  send,
  queue,
  drain,
  pass,
  now,
  tally,
  failures,
  countsAtProvider,
  gone,
  mailsOf,
  secondsToNext,
} = useMailQueue()

describe('a batch whose outcome is unknown', () => {
  test('is sent again with the same key after a crash between sending and recording', async () => {
    await queue(20)
    const claim = await claimBatch(now(), 100)
    await resend().send({ batchId: claim?.batchId ?? '', mails: await mailsOf(claim?.rows ?? []) })
    // Here the process dies. Nobody touches the batch before the lease ends.
    expect((await send()).claimed).toBe(0)
    pass(61)
    expect(await drain()).toBe(20)
    expect(countsAtProvider()).toEqual(ones(20))
    expect(provider().requests.map(({ key }) => key)).toEqual([claim?.batchId, claim?.batchId])
  })

  test('counts as accepted if the key was used for other bytes', async () => {
    await queue(3)
    provider().behave({ as: 'drop_reply' }, 1)
    await send()
    gone.add('signer0@example.org')
    pass(600)
    await drain()
    expect(countsAtProvider()).toEqual([1, 1, 1])
    expect(await tally()).toMatchObject({ sent: 2, failed: 1, waiting: 0 })
  })

  test('is given up once the provider may have forgotten the key', async () => {
    await queue(2)
    provider().behave({ as: 'fail', status: 500 })
    await send()
    pass(20 * 3600 + 1)
    provider().behave({ as: 'accept' })
    await drain()
    expect(provider().received).toHaveLength(0)
    expect(await failures()).toEqual(['outcome_unknown', 'outcome_unknown'])
  })

  test('but a batch that was certainly not accepted is sent even after days', async () => {
    await queue(2)
    provider().behave({ as: 'fail', status: 429 })
    for (let day = 0; day < 3; day++) {
      await send()
      pass(24 * 3600)
    }
    provider().behave({ as: 'accept' })
    expect(await drain()).toBe(2)
    expect(countsAtProvider()).toEqual([1, 1])
  })

  test('stays with the worker that holds it, whatever one whose lease has expired reports', async () => {
    await queue(1)
    let second: Claim | null = null
    const slow: Driver = {
      ...resend(),
      send: async ({ mails }) => {
        pass(61)
        second = await claimBatch(now(), 100)
        return mails.map((): Outcome => ({ kind: 'retry', reason: 'rate_limited', doubt: false }))
      },
    }
    await send(slow)
    expect(second).toMatchObject({ attempts: 2 })
    expect(await secondsToNext()).toBe(60)
  })
})
