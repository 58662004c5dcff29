import { randomUUID } from 'node:crypto'
import { db, pool } from '@/lib/db'
import { textHash } from '@/lib/petitions/text-hash'
import { confirm } from '@/lib/signatures/confirm'
import { type SignResult, sign } from '@/lib/signatures/sign'
import { readForm } from '@/lib/signatures/signature-form'
import { type SignatureRecord, signatureRecord } from '@/lib/signatures/signature-record'
import { openRecord } from '@/lib/vault/open-record'

/** Inserts an open petition into the test's database. */
export async function aPetition(slug: string): Promise<string> {
  const id = randomUUID()
  const text = {
    slug,
    locale: 'en',
    version: 1,
    title: 'A call',
    call: 'We call.',
    addressee: 'The Council',
    asks: ['Act.'],
    body: 'Why.',
  }
  const { slug: _, ...words } = text
  await db().petition.create({
    data: {
      id,
      slug,
      status: 'open',
      goal: 1000,
      openedAt: new Date('2026-01-01T00:00:00Z'),
      texts: { create: { ...words, sha256: textHash(text), publishedAt: new Date('2026-01-01T00:00:00Z') } },
    },
  })
  return id
}

/** Publishes an English text of a draft, so that it can be opened. */
export async function publishWords(petitionId: string, at: Date): Promise<void> {
  const words = { title: 't', call: 'c', addressee: 'a', asks: ['x'], body: 'b' }
  const data = { petitionId, locale: 'en', version: 1, ...words, sha256: Buffer.alloc(32, 1), publishedAt: at }
  await db().petitionText.create({ data })
}

/** The fields of a valid form, as a browser posts them. */
export function fields(email: string, more: Record<string, string> = {}): Record<string, string> {
  return { name: 'Test Person', email, country: 'KR', display: 'initials', consent: 'on', ...more }
}

/** Signs as a browser would, at the given time. */
export async function signAs(
  slug: string,
  email: string,
  now: Date,
  more: Record<string, string> = {},
): Promise<SignResult> {
  const read = readForm(fields(email, more))
  if (!read.ok) throw new Error(`the fixture is not a good form: ${Object.keys(read.errors).join(', ')}`)
  return sign(slug, read.form, 'en', now)
}

/** The records that the signer's mailbox would hold: those of signatures and pending forms, opened, oldest first. */
export async function openedSignatures(petitionId: string): Promise<SignatureRecord[]> {
  const { rows } = await pool().query<{ sealed: Buffer }>(
    `SELECT sealed FROM (SELECT petition_id, received_at, sealed FROM signature
       UNION ALL SELECT petition_id, received_at, sealed FROM pending_signature) s
     WHERE petition_id = $1 ORDER BY received_at`,
    [petitionId],
  )
  return rows.map((row) => openRecord(row.sealed, signatureRecord))
}

/** The token mailed to the petition's only signer. */
export async function onlyToken(petitionId: string): Promise<string> {
  const records = await openedSignatures(petitionId)
  const [record] = records
  if (!record || records.length > 1) throw new Error(`${records.length} signatures, expected one`)
  return record.token
}

/** The number of the petition's signatures in each state; pending forms as `pending`. */
export async function states(petitionId: string): Promise<Record<string, number>> {
  const { rows } = await pool().query<{ state: string; n: number }>(
    `SELECT state, count(*)::int AS n FROM (SELECT petition_id, state::text FROM signature
       UNION ALL SELECT petition_id, 'pending' FROM pending_signature) s WHERE petition_id = $1 GROUP BY 1`,
    [petitionId],
  )
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]))
}

/** Confirms all pending forms, as if everybody had pressed the button at that time. */
export async function confirmWaiting(petitionId: string, at: Date): Promise<void> {
  const { rows } = await pool().query<{ sealed: Buffer }>(
    'SELECT sealed FROM pending_signature WHERE petition_id = $1',
    [petitionId],
  )
  await Promise.all(rows.map(({ sealed }) => confirm(openRecord(sealed, signatureRecord).token, at)))
}
