import { type Column, isPersonal } from './columns'

interface Preset {
  columns: Column[]
  /** Parts of the filter. */
  filter: Record<string, string>
}

/** Common kinds of files. A link with its name fills in the form. */
const presets = {
  /** The file to hand over to a body: names in the form that signers chose. */
  delivery: { columns: ['reference', 'country', 'name'], filter: { state: 'counted' } },
  statistics: { columns: ['country', 'language', 'via', 'signed_on'], filter: { state: 'counted' } },
  subscribers: { columns: ['language', 'email'], filter: {} },
  /** Nothing is filled in. */
  custom: { columns: [], filter: {} },
} satisfies Record<string, Preset>

export type PresetName = keyof typeof presets

export const presetNames = Object.keys(presets) as PresetName[]

/** Parses the name of a preset; null for anything else. */
export function presetAt(name: unknown): PresetName | null {
  return presetNames.find((one) => one === name) ?? null
}

/** Tells whether its file reveals who signed. */
export function isPersonalPreset(name: PresetName): boolean {
  const { columns }: Preset = presets[name]
  return columns.some(isPersonal)
}

/** The form fields that a preset fills in. */
export function presetFields(name: PresetName): Record<string, string> {
  const { columns, filter }: Preset = presets[name]
  return { ...filter, column: columns.join(' ') }
}
