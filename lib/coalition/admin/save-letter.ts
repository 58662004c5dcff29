import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import { audit } from '@/lib/staff/audit/audit'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import type { Prisma } from '@/prisma/generated/client'
import { changeRow, type SaveResult } from './change-row'
import { type LetterForm, letterValues } from './letter-form'

/** Begins a letter: a draft that nobody outside sees. Its address is for good. */
export async function addLetter(by: Staff, { slug, dated, sources }: LetterForm, now: Date): Promise<SaveResult> {
  authorise(by, 'coalition.write')
  const id = randomUUID()
  return db().$transaction(async (tx): Promise<SaveResult> => {
    const data = { id, slug, datedOn: dated.on, datedPrecision: dated.precision }
    const { count } = await tx.letter.createMany({ data, skipDuplicates: true })
    if (count === 0) return { ok: false, errors: { slug: ['taken'] } }
    await tx.letter.update({ where: { id }, data: { sources: { set: sources.map((key) => ({ key })) } } })
    await audit(tx, { by, verb: 'letter.add', subject: `letter:${id}`, detail: { slug } }, now)
    return { ok: true, id }
  })
}

export function saveLetter(by: Staff, id: string, seen: string, form: LetterForm, now: Date): Promise<SaveResult> {
  const write = async (tx: Prisma.TransactionClient) => {
    const { dated, sources } = form
    const data = { datedOn: dated.on, datedPrecision: dated.precision }
    await tx.letter.update({ where: { id }, data: { ...data, sources: { set: sources.map((key) => ({ key })) } } })
    return null
  }
  const values = async (tx: Prisma.TransactionClient) => {
    if (!isId(id)) return null
    await tx.$queryRaw`SELECT 1 FROM letter WHERE id = ${id}::uuid FOR UPDATE`
    const row = await tx.letter.findUnique({ where: { id }, include: { sources: true } })
    return row && letterValues(row)
  }
  return changeRow(by, id, { verb: 'letter.save', subject: `letter:${id}`, seen, values, write }, now)
}
