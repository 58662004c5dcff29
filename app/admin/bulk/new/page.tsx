import { adminPage } from '@/components/admin/admin-page'
import { placeCrumb } from '@/components/admin/crumbs'
import { FilterFields } from '@/components/admin/filter-form'
import { KeptDraft } from '@/components/admin/form/kept-draft'
import { NoPetitions } from '@/components/admin/no-petitions'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { QueryErrorSummary } from '@/components/admin/query-errors'
import { t } from '@/components/admin/words'
import type { Query } from '@/lib/input/read-query'
import { listPetitionNames } from '@/lib/petitions/list-petition-names'
import { readFilterQuery } from '@/lib/signatures/admin/list-query'
import { SOLO_QUOTA } from '@/lib/signatures/solo-quota/solo-quota'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { ask } from '../actions'

export default adminPage('bulk.ask', async (staff, { searchParams }) => {
  const [address, petitions] = await Promise.all([searchParams, listPetitionNames(readerLanguage())])
  const draft = await findDraft(staff, 'rule', address.draft)
  const opened = readFilterQuery(address)
  const query: Query = draft?.fields ?? address
  const errors = draft?.errors ?? (opened.ok ? {} : opened.errors)
  const chosen = (name: string) => ({ name, defaultValue: [query[name] ?? []].flat()[0] })
  if (petitions.length === 0)
    return (
      <>
        <PageHeading below={[placeCrumb('/admin/bulk')]}>{t('bulk.newBulkAction')}</PageHeading>
        <NoPetitions staff={staff} />
      </>
    )
  return (
    <>
      <PageHeading below={[placeCrumb('/admin/bulk')]}>{t('bulk.newBulkAction')}</PageHeading>
      <Notice searchParams={searchParams} />
      {Object.keys(errors).length > 0 && (
        <QueryErrorSummary query={query} errors={errors}>
          {t('bulk.partOfTheRule')}
        </QueryErrorSummary>
      )}
      <p>{t('bulk.theMatchingSignaturesAre', { limit: SOLO_QUOTA })}</p>
      <form action={ask}>
        <KeptDraft draft={draft} name="rule" />
        <fieldset className="filters">
          <legend>{t('common.signatures')}</legend>
          <FilterFields petitions={petitions} query={query} errors={errors} rule />
        </fieldset>
        <fieldset className="row">
          <legend>{t('common.action')}</legend>
          <label>
            {t('common.action')}{' '}
            <select {...chosen('verb')}>
              <option value="hold">{t('bulk.holdForReview')}</option>
              <option value="release">{t('bulk.release')}</option>
              <option value="remove">{t('bulk.remove')}</option>
              <option value="restore">{t('bulk.restore')}</option>
            </select>
          </label>
          <label>
            {t('bulk.reasonForRemoval')}{' '}
            <select {...chosen('reason')}>
              <option value="">{t('bulk.chooseAReason')}</option>
              <option value="fraud">{t('bulk.fraudulent')}</option>
              <option value="duplicate">{t('bulk.duplicates')}</option>
            </select>
          </label>
        </fieldset>
        <button type="submit" className="main">
          {t('common.preview')}
        </button>
      </form>
    </>
  )
})
