import { MAX_DESCRIPTION } from '@/lib/coalition/member-proposals/max-description'
import { hasNameAlone, localeOfPart, type ProposalPart } from '@/lib/coalition/member-proposals/proposal-parts'
import type { FieldSpec } from '../form/field-spec'
import { tOf } from '../words'

/** The fields of a proposal, so that editors can correct it before publishing. */
export function proposalFields(part: ProposalPart): FieldSpec[] {
  const locale = localeOfPart(part)
  const named = (name: string) => ({ name, label: tOf('field', name) ?? name, ...(locale && { lang: locale }) })
  if (!locale) return [{ ...named('website'), longest: 300 }]
  const name = { ...named('name'), longest: 200, required: locale === 'en' }
  if (hasNameAlone(part)) return [name]
  return [
    name,
    { ...named('affiliation'), longest: 200 },
    { ...named('description'), kind: 'text', rows: 6, longest: MAX_DESCRIPTION },
  ]
}
