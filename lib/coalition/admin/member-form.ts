import { z } from 'zod'
import { dayField, lineField, optionalCountryField, optionalTextField, websiteField } from '@/lib/input/form-fields'
import { trimInvisible } from '@/lib/text/clean-text'
import type { Member, Source } from '@/prisma/generated/client'
import { MemberKind, Region } from '@/prisma/generated/enums'
import { isoDate } from '../partial-date'
import type { Values } from './change-row'
import { keysField, optionalChoice, partialDateField, slugField } from './fields'

/** What the desk enters of a member. */
export const memberForm = z.object({
  slug: slugField,
  kind: z.enum(MemberKind, 'unknown'),
  name: lineField(200),
  affiliation: optionalTextField(200),
  aliases: optionalTextField(500).transform((text) => lines(text)),
  country: optionalCountryField,
  region: optionalChoice(Object.values(Region)),
  website: websiteField,
  listed: partialDateField,
  left: z.union([z.literal('').transform((): null => null), dayField]).default(null),
  sources: keysField,
})

export type MemberForm = z.output<typeof memberForm>

/** The same fields, filled with what a member's row holds. */
export function memberValues(row: Member & { sources: Source[] }): Values {
  const { slug, kind, name, affiliation, aliases, country, region, website, leftOn, sources } = row
  return {
    slug,
    kind,
    name,
    affiliation: affiliation ?? '',
    aliases: aliases.join('\n'),
    country: country ?? '',
    region: region ?? '',
    website: website ?? '',
    listed: isoDate({ on: row.listedOn, precision: row.listedPrecision }),
    left: leftOn?.toISOString().slice(0, 10) ?? '',
    sources: sources
      .map(({ key }) => key)
      .sort()
      .join(' '),
  }
}

function lines(text: string | null): string[] {
  return (text ?? '')
    .split('\n')
    .map((line) => trimInvisible(line))
    .filter(Boolean)
}
