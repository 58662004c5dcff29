import { describe, expect, it } from 'vitest'
import { db, pool } from '@/lib/db'
import { confirm } from '@/lib/signatures/confirm'
import { withdraw } from '@/lib/signatures/withdraw'
import { openWithToken, sealWithToken } from '@/lib/vault/seal-with-token'
import { hashToken, newToken } from '@/lib/vault/token'
import { answerReceipt } from '@/lib/web/answer-receipt'
import { aSigner } from '@/test/a-ledger'
import { aPetition, openedSignatures, signAs } from '@/test/a-petition'
import { serveLedger } from '@/test/serve-ledger'
import { useDatabase } from '@/test/use-database'
import { answerReceipts } from './answer-receipts'
import { append } from './append'
import { checkLedger } from './check/check-ledger'
import { ledgerSource } from './check/ledger-source'
import { parsePolicy } from './log/policy'
import { nodeSuite } from './node-suite'
import { parseReceipt, verifyReceipt } from './receipt'
import { requestReceipt } from './request-receipt'
import { signCheckpoints } from './sign-checkpoints'

useDatabase()
const { address } = serveLedger()
const now = new Date()

async function counted(slug: string, people = 5) {
  const signer = await aSigner()
  const id = await aPetition(slug)
  for (let i = 0; i < people; i += 1) await signAs(slug, `person-${i}@example.org`, now, { name: 'Test Person' })
  const tokens = (await openedSignatures(id)).map(({ token }) => token)
  for (const token of tokens) await confirm(token, now)
  await append(now)
  await signCheckpoints(signer, now)
  const { policy } = await db().ledgerLog.findUniqueOrThrow({ where: { petitionId: id } })
  return { id, token: tokens[2] ?? '', signer, policy: await parsePolicy(policy, nodeSuite), policyText: policy }
}

const post = (token: string, headers: Record<string, string> = {}) =>
  answerReceipt(
    new Request('http://localhost/api/v1/receipts', {
      method: 'POST',
      headers,
      body: new URLSearchParams({ token, locale: 'en' }),
    }),
  )

describe('a receipt', () => {
  it('proves its leaf, by itself and against the ledger', async () => {
    const { token, policy, signer, policyText } = await counted('receipted')
    const response = await post(token)
    expect(response.headers.get('content-disposition')).toContain('receipt-receipted.tlog-proof')
    expect(response.headers.get('cache-control')).toBe('no-store')
    const receipt = await response.text()
    expect(await verifyReceipt(receipt, policy, nodeSuite)).toMatchObject({ ok: true, checkpoint: { size: 5 } })
    const source = ledgerSource(address('receipted'))
    expect(await checkLedger(source, { receipt, policy: policyText })).toMatchObject({ receipt: { stands: true } })
    await withdraw(token, now)
    await append(now)
    await signCheckpoints(signer, now)
    expect(await checkLedger(source, { receipt })).toMatchObject({ receipt: { stands: false } })
  })

  it('reveals nothing about the signer, not even to somebody who guesses everything', async () => {
    const { token } = await counted('silent')
    const receipt = await (await post(token)).text()
    const { createHash } = await import('node:crypto')
    const opening = parseReceipt(receipt)?.opening
    const guess = {
      country: 'KR',
      display: 'initials',
      email: 'person-2@example.org',
      name: 'Test Person',
      petition: 'silent',
    }
    const parts = [JSON.stringify(guess), guess.email, guess.name].map((text) =>
      createHash('sha256').update(text).digest(),
    )
    for (const hash of parts) expect(Buffer.from(opening?.record ?? []).equals(hash)).toBe(false)
    const decoded = Buffer.concat(receipt.split(/\s/).map((word) => Buffer.from(word, 'base64'))).toString('latin1')
    for (const text of [receipt, decoded]) expect(text).not.toMatch(/person-2|example\.org"|Test Person/)
  })

  it('exists for counted signatures only', async () => {
    const { token } = await counted('only-counted')
    await withdraw(token, now)
    expect((await post(token, { accept: 'application/json' })).status).toBe(409)
    expect((await post(token)).status).toBe(303)
    expect((await post(newToken(), { accept: 'application/json' })).status).toBe(404)
    expect((await post('x', { accept: 'application/json' })).status).toBe(404)
  })

  it('is requested from a worker by a process that cannot open signatures, and comes back sealed to the token', async () => {
    const { token } = await counted('split')
    const asked = requestReceipt(token, now, false)
    let answer: Buffer | undefined
    for (let i = 0; i < 100 && !answer; i += 1) {
      await answerReceipts(now)
      const { rows } = await pool().query<{ answer: Buffer | null }>('SELECT answer FROM receipt_request')
      answer = rows[0]?.answer ?? undefined
    }
    expect(answer?.toString('latin1')).not.toContain('tlog-proof')
    expect(() => openWithToken(newToken(), answer ?? Buffer.alloc(0))).toThrow()
    const result = await asked
    expect(result).toMatchObject({ ok: true, slug: 'split' })
    expect(await db().receiptRequest.count()).toBe(0)
    expect(await requestReceipt(newToken(), now, false)).toEqual({ ok: false, reason: 'token_unknown' })
  })

  it('requests that nobody fetches are deleted', async () => {
    const tokenHash = hashToken(newToken()) ?? Buffer.alloc(32)
    await db().receiptRequest.create({
      data: {
        tokenHash,
        requestedAt: new Date(now.getTime() - 400_000),
        answer: sealWithToken(newToken(), {}) as Buffer<ArrayBuffer>,
      },
    })
    await answerReceipts(now)
    expect(await db().receiptRequest.count()).toBe(0)
  })
})
