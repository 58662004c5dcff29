import type { Prisma } from '@/prisma/generated/client'
import type { FormValues } from '../entities/apply-change'
import { memberSearch } from '../member-search'
import { hasNameAlone, localeOfPart, type ProposalPart, toColumns, toValues } from './proposal-parts'

type Tx = Prisma.TransactionClient

/** A part's public values now, as form fields; of a logo its hash. Null if there is no such member. */
export async function readPublicPart(tx: Tx, id: string, part: ProposalPart): Promise<FormValues | null> {
  const member = await tx.member.findUnique({ where: { id } })
  if (!member) return null
  if (part === 'site') return toValues({ website: member.website })
  if (part === 'logo') {
    const logo = await tx.memberLogo.findUnique({ where: { memberId: id }, select: { sha256: true } })
    return { logo: logo ? Buffer.from(logo.sha256).toString('hex') : '' }
  }
  const locale = localeOfPart(part) ?? 'en'
  const text = await tx.memberText.findUnique({ where: { memberId_locale: { memberId: id, locale } } })
  const row = locale === 'en' ? member : text
  if (hasNameAlone(part)) return toValues({ name: text?.name ?? null })
  return toValues({
    name: row?.name ?? null,
    affiliation: row?.affiliation ?? null,
    description: row?.description ?? null,
  })
}

/** Makes the words or the website of a locked member public. */
export async function writePublicPart(tx: Tx, id: string, part: ProposalPart, values: FormValues): Promise<void> {
  const columns = toColumns(values)
  const locale = localeOfPart(part)
  if (locale && locale !== 'en') {
    const where = { memberId: id, locale }
    await tx.memberText.deleteMany({ where })
    if (Object.values(columns).some((column) => column !== null))
      await tx.memberText.create({ data: { ...where, ...columns } })
  } else {
    await tx.member.update({ where: { id }, data: columns })
  }
  const row = await tx.member.findUniqueOrThrow({ where: { id }, include: { texts: true } })
  await tx.member.update({ where: { id }, data: { search: memberSearch(row, row.texts) } })
}
