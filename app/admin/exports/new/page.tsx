import { adminPage } from '@/components/admin/admin-page'
import { placeCrumb } from '@/components/admin/crumbs'
import { OrderForm } from '@/components/admin/exports/order-form'
import { PresetLinks } from '@/components/admin/exports/preset-links'
import { NoPetitions } from '@/components/admin/no-petitions'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { QueryErrorSummary } from '@/components/admin/query-errors'
import { t } from '@/components/admin/words'
import { isPersonalPreset, presetAt } from '@/lib/exports/presets'
import { EXPORT_FORM, filterIn } from '@/lib/exports/reviewed-order'
import { listRecipients } from '@/lib/exports/saved-recipients'
import { startingFields } from '@/lib/exports/starting-fields'
import type { Query } from '@/lib/input/read-query'
import { listPetitionNames } from '@/lib/petitions/list-petition-names'
import { readFilterQuery } from '@/lib/signatures/admin/list-query'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { may } from '@/lib/staff/roles'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { preview } from '../actions'

export default adminPage('export.ask', async (staff, { searchParams }) => {
  const [{ preset: typed, ...address }, petitions, recipients] = await Promise.all([
    searchParams,
    listPetitionNames(readerLanguage()),
    listRecipients(staff),
  ])
  const draft = await findDraft(staff, EXPORT_FORM, address.draft)
  const preset = presetAt(draft ? draft.fields.preset : typed)
  const fields: Query = draft?.fields ?? { ...startingFields(preset, petitions, recipients), ...address }
  const read = draft ? filterIn(draft.fields, new Date()) : readFilterQuery(address)
  const errors = read.ok ? {} : read.errors
  const names = may(staff.role, 'export.personal')
  return (
    <>
      <PageHeading below={[placeCrumb('/admin/exports')]}>{t('exports.requestAnExport')}</PageHeading>
      <Notice searchParams={searchParams} />
      {petitions.length === 0 ? (
        <NoPetitions staff={staff} />
      ) : (
        <>
          {!read.ok && (
            <QueryErrorSummary query={fields} errors={errors}>
              {t('exports.partOfTheFilter')}
            </QueryErrorSummary>
          )}
          <PresetLinks staff={staff} chosen={preset} petition={[fields.petition ?? ''].flat()[0]} />
          <p>{t('exports.theSignaturesAreCounted')}</p>
          <OrderForm
            action={preview}
            petitions={petitions}
            fields={fields}
            errors={errors}
            draft={draft}
            preset={preset !== null && preset !== 'custom'}
            personal={names && (!preset || preset === 'custom' || isPersonalPreset(preset))}
            recipients={recipients}
          />
        </>
      )}
    </>
  )
})
