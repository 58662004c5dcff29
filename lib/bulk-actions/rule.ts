import { z } from 'zod'
import { readDomain } from '@/lib/input/read-domain'
import type { QueryErrors } from '@/lib/input/read-query'
import { type Filter, filterTexts, readFilter } from '@/lib/signatures/admin/filter'
import { inUtc } from '@/lib/signatures/admin/typed-moments'
import { trimInvisible } from '@/lib/text/clean-text'

/** A filter of one petition, and optionally the domain of the email address, which is sealed. */
export interface Rule {
  filter: Filter & { petition: string }
  domain: string | null
}

export type RuleResult =
  | { ok: true; rule: Rule }
  | { ok: false; reason: 'petition_missing' | 'too_wide' | 'domain_invalid' }
  | { ok: false; reason: 'filter_unreadable'; errors: QueryErrors }

/** Parses a rule from a form's fields. It must not match everything; any invalid field is an error. */
export function readRule({ domain: typed = '', ...parts }: Record<string, string>): RuleResult {
  const read = readFilter(inUtc(parts))
  if (!read.ok) return { ok: false, reason: 'filter_unreadable', errors: read.errors }
  const { petition, ...rest } = read.filter
  if (!petition) return { ok: false, reason: 'petition_missing' }
  const text = trimInvisible(typed).replace(/^@/, '')
  const domain = text && readDomain(text)
  if (domain === null) return { ok: false, reason: 'domain_invalid' }
  if (domain === '' && Object.values(rest).every((value) => value === undefined))
    return { ok: false, reason: 'too_wide' }
  return { ok: true, rule: { filter: { ...read.filter, petition }, domain: domain || null } }
}

const stored = z.strictObject({ domain: z.string().nullable(), filter: z.record(z.string(), z.string()) })

/** Serialises a rule for the database and the audit log. */
export function ruleText({ filter, domain }: Rule): string {
  return JSON.stringify({ domain, filter: filterTexts(filter) })
}

/** Parses a stored rule; null if it is no longer valid, and then matches nothing. */
export function parseRule(text: string): Rule | null {
  const row = stored.safeParse(parsed(text))
  const read = row.success ? readFilter(row.data.filter) : null
  if (!row.success || !read?.ok || !read.filter.petition) return null
  return { domain: row.data.domain, filter: { ...read.filter, petition: read.filter.petition } }
}

/** The form fields of a stored rule; null if it is no longer valid. */
export function ruleFields(text: string): Record<string, string> | null {
  const rule = parseRule(text)
  return rule && { ...filterTexts(rule.filter), ...(rule.domain && { domain: rule.domain }) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
