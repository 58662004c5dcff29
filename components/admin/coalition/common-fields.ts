import type { FieldSpec } from '../form/field-spec'

/** The last part of an address, for good. */
export function slugField(room: string): FieldSpec {
  return {
    name: 'slug',
    label: 'Address',
    hint: `Its page will be /…/${room}/ and this, for good: small letters, digits and hyphens.`,
    longest: 80,
    required: true,
  }
}

/** Which sources say so. @param sources keys and names */
export function sourcesField(sources: [string, string][]): FieldSpec {
  return { name: 'sources', label: 'Sources', kind: 'ticks', options: sources }
}
