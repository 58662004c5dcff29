import { createHash } from 'node:crypto'
import { afterEach, beforeEach, vi } from 'vitest'
import { type FakeResend, startFakeResend } from '@/e2e/support/fake-resend'
import { pool } from '@/lib/db'
import type { Driver, OutgoingMail } from '@/lib/mail/gateway/driver'
import { openResend } from '@/lib/mail/gateway/resend'
import type { MailRow } from '@/lib/mail/mail-row'
import { type Composer, type Sent, sendDue } from '@/lib/mail/send-due'

/** A queue, a provider and a clock, new for each test. The rows carry their address in the clear. */
export function useMailQueue() {
  let provider: FakeResend
  let clock = new Date(0)
  let queued = 0
  const gone = new Set<string>()
  const unreadable = new Set<string>()

  beforeEach(async () => {
    await pool().query('TRUNCATE mail, suppression CASCADE')
    provider = await startFakeResend()
    clock = new Date('2026-11-21T12:00:00Z')
    gone.clear()
    unreadable.clear()
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
  })
  afterEach(() => provider.stop())

  const compose: Composer = async (rows) =>
    rows.map(({ sealed }) => {
      const to = sealed?.toString() ?? ''
      if (unreadable.has(to)) return 'unreadable'
      return gone.has(to) ? null : { to, subject: 'Subject', html: '<p>Hello</p>', text: 'Hello' }
    })
  const now = () => new Date(clock)
  const resend = ({ timeout = 5_000 } = {}) =>
    openResend({ apiKey: 're_test', from: 'petition@example.org', baseUrl: provider.url, perSecond: Infinity, timeout })
  const send = (driver: Driver = resend()): Promise<Sent> => sendDue(driver, { test: compose }, now)

  return {
    gone,
    unreadable,
    now,
    resend,
    send,
    provider: () => provider,

    restartProvider: async (options: Parameters<typeof startFakeResend>[0]) => {
      await provider.stop()
      provider = await startFakeResend(options)
    },

    pass: (seconds: number) => {
      clock = new Date(clock.getTime() + seconds * 1000)
    },

    queue: async (count: number, { domain = 'example.org', notBefore = clock } = {}) => {
      for (let index = 0; index < count; index++) {
        const hash = createHash('sha256').update(`${queued++}`).digest()
        await pool().query(
          `INSERT INTO mail (address_index, id, kind, sealed, queued_at, not_before)
           VALUES ($1, gen_random_uuid(), 'test', $2, $3, $4)`,
          [hash, Buffer.from(`signer${index}@${domain}`), clock, notBefore],
        )
      }
    },

    /** Sends until nothing is due any more; gives the number of accepted mails. */
    drain: async (driver: Driver = resend()): Promise<number> => {
      for (let accepted = 0; ; ) {
        const sent = await send(driver)
        if (sent.claimed === 0) return accepted
        accepted += sent.accepted
      }
    },

    mailsOf: async (rows: MailRow[]): Promise<OutgoingMail[]> => {
      const mails = await compose(rows, now())
      return mails.flatMap((mail, index) => (mail && mail !== 'unreadable' ? [{ ...mail, id: String(index) }] : []))
    },

    /** How many mails each recipient got. */
    countsAtProvider: (): number[] => {
      const addresses = new Set(provider.received.map(({ to }) => to))
      return [...addresses].map((address) => provider.countTo(address))
    },

    tally: async () => {
      const { rows } = await pool().query(
        `SELECT count(sent_at)::int AS sent, count(failed_at)::int AS failed, count(sealed)::int AS sealed,
           count(*) FILTER (WHERE sent_at IS NULL AND failed_at IS NULL)::int AS waiting FROM mail`,
      )
      return rows[0]
    },

    secondsToNext: async (): Promise<number> => {
      const { rows } = await pool().query<{ next: Date }>('SELECT min(not_before) AS next FROM mail')
      return ((rows[0]?.next.getTime() ?? 0) - clock.getTime()) / 1000
    },

    failures: async (): Promise<string[]> => {
      const { rows } = await pool().query<{ failure: string }>('SELECT failure FROM mail WHERE failed_at IS NOT NULL')
      return rows.map(({ failure }) => failure)
    },
  }
}

export function ones(length: number): number[] {
  return Array.from({ length }, () => 1)
}
