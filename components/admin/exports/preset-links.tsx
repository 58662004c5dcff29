import { isPersonalPreset, type PresetName, presetNames } from '@/lib/exports/presets'
import { may } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { t, tOf } from '../words'

interface Props {
  staff: Staff
  /** The preset that filled in the form. */
  chosen?: PresetName | null
  /** The petition chosen already. */
  petition?: string
}

/** Links to common kinds of files; each opens the form filled in. */
export function PresetLinks({ staff, chosen, petition }: Props) {
  const offered = presetNames.filter((name) => !isPersonalPreset(name) || may(staff.role, 'export.personal'))
  return (
    <nav aria-label={t('exports.newExport')}>
      <ul className="presets">
        {offered.map((name) => (
          <li key={name}>
            <a
              href={`/admin/exports/new?${new URLSearchParams({ preset: name, ...(petition && { petition }) })}`}
              aria-current={name === chosen ? 'page' : undefined}
            >
              <strong>{tOf('preset', name)}</strong>
              <span>{tOf('presetHint', name)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
