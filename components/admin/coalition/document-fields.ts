import type { FieldSpec } from '../form/field-spec'
import { t } from '../words'
import { languageField, slugField } from './entities/common-fields'

/** The fields of a document; for a new one also its file. */
export function documentFields(isNew: boolean): FieldSpec[] {
  return [
    ...(isNew ? [{ ...slugField('documents'), hint: t('coalition.documentAddressHint') }] : []),
    {
      name: 'title',
      label: t('common.title'),
      hint: t('coalition.theDocumentsOwnTitle'),
      longest: 300,
      required: true,
    },
    languageField(t('common.chooseOne'), true),
    { name: 'dated', label: t('coalition.date'), hint: t('coalition.aDayMonthOr'), required: true },
    ...(isNew ? [file()] : []),
  ]
}

const file = (): FieldSpec => ({
  name: 'file',
  label: t('coalition.file'),
  hint: t('coalition.pdfPngJpegOr'),
  kind: 'file',
  accept: '.pdf,.png,.jpg,.jpeg,.webp',
  required: true,
})
