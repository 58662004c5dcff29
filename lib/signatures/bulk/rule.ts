import { z } from 'zod'
import { readDomain } from '@/lib/integrity/read-domain'
import { trimInvisible } from '@/lib/text/clean-text'
import { type Filter, readFilter } from '../desk/filter'

/** A rule: a filter of one petition, and perhaps the domain of the address, which only opening tells. */
export interface Rule {
  filter: Filter & { petition: string }
  domain: string | null
}

export type RuleResult =
  | { ok: true; rule: Rule }
  | { ok: false; reason: 'petition_missing' | 'too_wide' | 'domain_invalid' }

/** Reads a rule from a form. It has to say more than "all". */
export function readRule(fields: Record<string, unknown>): RuleResult {
  const filter = readFilter(fields)
  const { petition, ...rest } = filter
  if (!petition) return { ok: false, reason: 'petition_missing' }
  const typed = typeof fields.domain === 'string' ? trimInvisible(fields.domain).replace(/^@/, '') : ''
  const domain = typed && readDomain(typed)
  if (domain === null) return { ok: false, reason: 'domain_invalid' }
  if (!domain && Object.values(rest).every((value) => value === undefined)) return { ok: false, reason: 'too_wide' }
  return { ok: true, rule: { filter: { ...filter, petition }, domain: domain || null } }
}

const stored = z.object({ domain: z.string().nullable(), filter: z.record(z.string(), z.string()) })

/** As it is kept with the act, and hashed into the record. */
export function ruleText({ filter, domain }: Rule): string {
  const texts = Object.entries(filter).flatMap(([name, value]) => {
    if (value === undefined) return []
    return [[name, value instanceof Date ? value.toISOString().slice(0, 16) : value]]
  })
  return JSON.stringify({ domain, filter: Object.fromEntries(texts) })
}

/** @throws Error where it is not what `ruleText` wrote */
export function parseRule(text: string): Rule {
  const { domain, filter } = stored.parse(JSON.parse(text))
  const read = readFilter(filter)
  if (!read.petition) throw new Error('a rule names its petition')
  return { domain, filter: { ...read, petition: read.petition } }
}
