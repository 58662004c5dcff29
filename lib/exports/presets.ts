import { type Column, isPersonal } from './columns'

interface Preset {
  columns: Column[]
  /** Parts of the filter. */
  filter: Record<string, string>
}

/** The files that are asked for again and again, by which a link fills in the form. */
const presets = {
  /** What a body is handed over: names as their signers chose. */
  delivery: { columns: ['reference', 'country', 'name'], filter: { state: 'counted' } },
  statistics: { columns: ['country', 'language', 'via', 'signed_on'], filter: { state: 'counted' } },
  subscribers: { columns: ['language', 'email'], filter: {} },
  /** Everything is chosen in the form. */
  custom: { columns: [], filter: {} },
} satisfies Record<string, Preset>

export type PresetName = keyof typeof presets

export const presetNames = Object.keys(presets) as PresetName[]

/** Null where none has the name. */
export function presetAt(name: unknown): PresetName | null {
  return presetNames.find((one) => one === name) ?? null
}

/** Whether its file shows who signed. */
export function isPersonalPreset(name: PresetName): boolean {
  const { columns }: Preset = presets[name]
  return columns.some(isPersonal)
}

/** The fields of the form that it fills in. */
export function presetFields(name: PresetName): Record<string, string> {
  const { columns, filter }: Preset = presets[name]
  return { ...filter, column: columns.join(' ') }
}
