import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import { audit } from '@/lib/staff/audit/audit'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import type { MemberText, Prisma } from '@/prisma/generated/client'
import { memberSearch } from '../member-search'
import { changeRow, type SaveResult } from './change-row'
import { type MemberForm, memberValues } from './member-form'

/** Adds a member. Its address is for good: others link to it. */
export async function addMember(by: Staff, form: MemberForm, now: Date): Promise<SaveResult> {
  authorise(by, 'coalition.write')
  const id = randomUUID()
  return db().$transaction(async (tx): Promise<SaveResult> => {
    const { sources: _, ...data } = dataOf(form, [])
    const { count } = await tx.member.createMany({ data: { id, slug: form.slug, ...data }, skipDuplicates: true })
    if (count === 0) return { ok: false, errors: { slug: ['taken'] } }
    await tx.member.update({ where: { id }, data: { sources: sourcesOf(form) } })
    await audit(tx, { by, verb: 'member.add', subject: `member:${id}`, detail: { kind: form.kind } }, now)
    return { ok: true, id }
  })
}

/** Changes what is known of a member; `left` takes it off the public list and keeps it here. */
export function saveMember(by: Staff, id: string, seen: string, form: MemberForm, now: Date): Promise<SaveResult> {
  const write = async (tx: Prisma.TransactionClient) => {
    const texts = await tx.memberText.findMany({ where: { memberId: id } })
    await tx.member.update({ where: { id }, data: dataOf(form, texts) })
    return null
  }
  return changeRow(by, id, { verb: 'member.save', subject: `member:${id}`, seen, values: valuesOf(id), write }, now)
}

function dataOf(form: MemberForm, texts: MemberText[]) {
  const { kind, name, affiliation, aliases, country, region, website, listed, left } = form
  return {
    kind,
    name,
    affiliation,
    aliases,
    country,
    region,
    website,
    search: memberSearch({ name, affiliation, aliases }, texts),
    listedOn: listed.on,
    listedPrecision: listed.precision,
    leftOn: left,
    sources: sourcesOf(form),
  }
}

function sourcesOf({ sources }: MemberForm) {
  return { set: sources.map((key) => ({ key })) }
}

function valuesOf(id: string) {
  return async (tx: Prisma.TransactionClient) => {
    if (!isId(id)) return null
    await tx.$queryRaw`SELECT 1 FROM member WHERE id = ${id}::uuid FOR UPDATE`
    const row = await tx.member.findUnique({ where: { id }, include: { sources: true } })
    return row && memberValues(row)
  }
}
