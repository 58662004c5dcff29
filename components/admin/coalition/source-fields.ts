import type { FieldSpec } from '../form/field-spec'

/** What the desk enters of a source. */
export function sourceFields(fresh: boolean): FieldSpec[] {
  const key: FieldSpec = {
    name: 'key',
    label: 'Key',
    hint: 'A short name to find it by, for good: small letters, digits and hyphens.',
    longest: 80,
    required: true,
  }
  return [
    ...(fresh ? [key] : []),
    { name: 'name', label: 'Title', hint: 'As the source calls itself; not translated.', longest: 300, required: true },
    { name: 'publisher', label: 'Publisher', longest: 200, required: true },
    { name: 'url', label: 'Address on the web', longest: 300 },
    { name: 'published', label: 'Published', hint: 'A day, month or year: 2014-02-07, 2014-02 or 2014.' },
  ]
}
