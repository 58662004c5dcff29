import type { SiteSettings } from '@/lib/overview/site-settings'
import type { FieldSpec } from '../form/field-spec'
import { t } from '../words'

const hours = Array.from({ length: 16 }, (_, i) => 5 + i)

/** The fields of the site's settings. */
export function settingFields(): (FieldSpec & { name: keyof SiteSettings })[] {
  return [
    {
      name: 'digestHour',
      label: t('settings.digestHour'),
      hint: t('settings.digestHourHint'),
      kind: 'select',
      options: hours.map((hour) => [String(hour), `${String(hour).padStart(2, '0')}:00`]),
    },
    {
      name: 'defaultGoal',
      label: t('settings.defaultGoal'),
      hint: t('settings.defaultGoalHint'),
      kind: 'number',
      required: true,
    },
  ]
}
