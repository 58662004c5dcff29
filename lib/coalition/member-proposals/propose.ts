import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db'
import { countInHour } from '@/lib/integrity/limits/count-in-hour'
import type { FieldErrors } from '../entities/apply-change'
import { findMemberSession } from '../member-access/find-member-session'
import { ownLanguage } from '../own-language'
import { hasNameAlone, localeOfPart, type ProposalPart, readPart, readProposal } from './proposal-parts'
import { readPublicPart } from './public-part'
import { reencodeLogo } from './reencode-logo'

/** Proposals of one member within an hour. */
const MAX_AN_HOUR = 30

export type ProposeResult = { ok: true } | { ok: false; reason: 'session_unknown' } | { ok: false; errors: FieldErrors }

/**
 * A member proposes its words in a language, or its website. It replaces what it proposed of that part before; an
 * editor decides. Errors of the whole form: `unchanged`, `busy`.
 */
export async function propose(
  session: string | null,
  partName: string,
  fields: Record<string, string>,
  now: Date,
): Promise<ProposeResult> {
  const member = await findMemberSession(session, now)
  const part = readPart(partName)
  if (!member || !part || part === 'logo') return { ok: false, reason: 'session_unknown' }
  if (hasNameAlone(part) && localeOfPart(part) !== ownLanguage(member.country))
    return { ok: false, reason: 'session_unknown' }
  const read = readProposal(part, fields)
  if (!read.ok) return read
  const content = JSON.stringify(read.values)
  if (content === JSON.stringify(await readPublicPart(db(), member.memberId, part))) return wrong('form', 'unchanged')
  if (await isBusy(member.memberId, now)) return wrong('form', 'busy')
  return keep(member.memberId, part, { content, picture: null }, now)
}

/** The same for its logo, or to have none. Error: `logo`. */
export async function proposeLogo(session: string | null, file: Buffer | null, now: Date): Promise<ProposeResult> {
  const member = await findMemberSession(session, now)
  if (!member) return { ok: false, reason: 'session_unknown' }
  // First: a picture takes a tenth of a second of the thread that answers everybody.
  if (await isBusy(member.memberId, now)) return wrong('form', 'busy')
  const logo = file && (await reencodeLogo(file))
  if (file && !logo) return wrong('logo', 'logo')
  const content = JSON.stringify(logo ? { width: logo.width, height: logo.height } : {})
  return keep(member.memberId, 'logo', { content, picture: logo ? logo.bytes : null }, now)
}

/** Counts one more, and says whether it is one too many. */
async function isBusy(memberId: string, now: Date): Promise<boolean> {
  const bucket = { kind: 'member proposal', value: memberId, limit: MAX_AN_HOUR, exact: true } as const
  const { numbers } = await countInHour([bucket], now)
  return (numbers[0] ?? 0) > MAX_AN_HOUR
}

async function keep(
  memberId: string,
  part: ProposalPart,
  proposed: { content: string; picture: Buffer<ArrayBuffer> | null },
  now: Date,
): Promise<ProposeResult> {
  const data = { id: randomUUID(), ...proposed, proposedAt: now, decidedAt: null, reason: null, corrected: null }
  const where = { memberId_part: { memberId, part } }
  await db().memberProposal.upsert({ where, create: { memberId, part, ...data }, update: data })
  return { ok: true }
}

function wrong(field: string, code: string): ProposeResult {
  return { ok: false, errors: { [field]: [code] } }
}
