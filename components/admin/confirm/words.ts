import type { FieldSpec } from '../form/field-spec'

export const FOREVER = 'This cannot be undone.'
export const ASKED =
  'Nothing happens until a second person approves. Until then you can withdraw the request; afterwards this cannot be undone.'

/** A number with its noun: "1 session", "1,204 sessions". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`
}

/** The reason, for the audit log or a second person. */
export function reason(required = false, name = 'why', longest = 500): FieldSpec {
  return {
    name,
    label: required ? 'Reason' : 'Reason (optional)',
    hint: 'Goes into the audit log and to whoever approves. No names.',
    longest,
    required,
  }
}
