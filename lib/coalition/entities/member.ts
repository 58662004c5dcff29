import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { lineField, optionalCountryField, optionalTextField, websiteField } from '@/lib/input/form-fields'
import { isId } from '@/lib/input/id'
import { trimInvisible } from '@/lib/text/clean-text'
import { lockRow } from '@/lib/transaction'
import type { MemberText, Prisma } from '@/prisma/generated/client'
import { MemberKind, Region } from '@/prisma/generated/enums'
import { byName } from '../list-members'
import { MAX_DESCRIPTION } from '../member-proposals/max-description'
import { noteCorrection } from '../member-proposals/note-correction'
import { readPublicPart } from '../member-proposals/public-part'
import { memberSearch } from '../member-search'
import { ownLanguage } from '../own-language'
import type { Entity, TextOwner } from './entity'
import {
  dayValue,
  keysField,
  optionalChoice,
  optionalDayField,
  partialDateField,
  partialDateValue,
  setSources,
  slugField,
  sourceKeys,
} from './fields'

const schema = z.object({
  slug: slugField,
  kind: z.enum(MemberKind, 'unknown'),
  name: lineField(200),
  affiliation: optionalTextField(200),
  description: optionalTextField(MAX_DESCRIPTION),
  aliases: optionalTextField(500).transform((text) => linesOf(text)),
  country: optionalCountryField,
  region: optionalChoice(Object.values(Region)),
  website: websiteField,
  listed: partialDateField,
  left: optionalDayField,
  sources: keysField,
})

type Form = z.output<typeof schema>

const include = { sources: true, texts: true } as const
export type MemberRow = Prisma.MemberGetPayload<{ include: typeof include }>

/** An organisation or person of the coalition. `left` takes it off the public list but keeps the row. */
export const member: Entity<Form, MemberRow> & TextOwner = {
  name: 'member',
  schema,
  keyField: 'slug',
  isId,
  newId: () => randomUUID(),
  idOf: ({ id }) => id,
  titleOf: ({ name }) => name,
  lock: async (tx, id) =>
    (await lockRow(tx, 'member', id)) ? (await tx.member.findUniqueOrThrow({ where: { id } })).name : null,
  find: (tx, id) => tx.member.findUnique({ where: { id }, include }),
  // In the order of the public list; former members last.
  list: async (tx) =>
    (await tx.member.findMany({ include })).sort(
      (a, b) => Number(a.leftOn !== null) - Number(b.leftOn !== null) || byName('en')(a, b),
    ),
  valuesOf: ({
    slug,
    kind,
    name,
    affiliation,
    description,
    aliases,
    country,
    region,
    website,
    leftOn,
    sources,
    ...row
  }) => ({
    slug,
    kind,
    name,
    affiliation: affiliation ?? '',
    description: description ?? '',
    aliases: aliases.join('\n'),
    country: country ?? '',
    region: region ?? '',
    website: website ?? '',
    listed: partialDateValue(row.listedOn, row.listedPrecision),
    left: dayValue(leftOn),
    sources: sourceKeys(sources),
  }),
  describeNew: ({ kind }) => ({ kind }),
  async insert(tx, id, form) {
    const data = { id, slug: form.slug, ...dataOf(form, []) }
    const { count } = await tx.member.createMany({ data, skipDuplicates: true })
    if (count === 0) return false
    await tx.member.update({ where: { id }, data: { sources: setSources(form.sources) } })
    return true
  },
  async update(tx, id, form) {
    const texts = await tx.memberText.findMany({ where: { memberId: id } })
    await tx.member.update({ where: { id }, data: { ...dataOf(form, texts), sources: setSources(form.sources) } })
    return null
  },
  // Its name in other languages, if it has one. Otherwise names stay as their owners write them.
  texts: {
    fields: [
      { name: 'name', label: 'Name', rows: 1, longest: 200, optional: true },
      { name: 'affiliation', label: 'Affiliation', rows: 1, longest: 200, optional: true },
      { name: 'description', label: 'Description', rows: 5, longest: MAX_DESCRIPTION, optional: true },
    ],
    // Its name in the script of its own country, where the site has not that language.
    async own(tx, id) {
      const found = await tx.member.findUnique({ where: { id }, select: { country: true } })
      const locale = ownLanguage(found?.country ?? null)
      return locale === null ? null : { locale, fields: ['name'] }
    },
    read(tx, id, locale) {
      const select = { name: true, affiliation: true, description: true } as const
      if (locale === 'en') return tx.member.findUnique({ where: { id }, select })
      return tx.memberText.findUnique({ where: { memberId_locale: { memberId: id, locale } }, select })
    },
    // English is the member's own row.
    fixed: async (_, __, locale) => locale === 'en',
    async write(tx, memberId, locale, { name = null, affiliation = null, description = null }, now) {
      const part = `words.${locale}` as const
      const before = await readPublicPart(tx, memberId, part)
      const where = { memberId_locale: { memberId, locale } }
      const data = { name, affiliation, description }
      if (Object.values(data).every((text) => text === null))
        await tx.memberText.deleteMany({ where: { memberId, locale } })
      else await tx.memberText.upsert({ where, create: { memberId, locale, ...data }, update: data })
      const row = await tx.member.findUniqueOrThrow({ where: { id: memberId }, include: { texts: true } })
      await tx.member.update({ where: { id: memberId }, data: { search: memberSearch(row, row.texts) } })
      const after = await readPublicPart(tx, memberId, part)
      await noteCorrection(tx, memberId, part, { before: before ?? {}, after: after ?? {} }, now)
    },
  },
}

function dataOf(
  { kind, name, affiliation, description, aliases, country, region, website, listed, left }: Form,
  texts: MemberText[],
) {
  return {
    kind,
    name,
    affiliation,
    description,
    aliases,
    country,
    region,
    website,
    search: memberSearch({ name, affiliation, aliases }, texts),
    listedOn: listed.on,
    listedPrecision: listed.precision,
    leftOn: left,
  }
}

function linesOf(text: string | null): string[] {
  return (text ?? '')
    .split('\n')
    .map((line) => trimInvisible(line))
    .filter(Boolean)
}
