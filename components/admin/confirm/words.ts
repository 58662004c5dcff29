import type { FieldSpec } from '../form/field-spec'
import { t } from '../words'

export const forever = (): string => t('confirm.forever')
export const asked = (): string => t('confirm.asked')

/** A field for the reason, which the audit log or a second person gets. */
export function reason(required = false, name = 'why', longest = 500): FieldSpec {
  return {
    name,
    label: required ? t('common.reason') : t('confirm.reasonOptional'),
    hint: t('confirm.goesIntoTheAudit'),
    longest,
    required,
  }
}
