import { adminPage } from '@/components/admin/admin-page'
import { placeCrumb } from '@/components/admin/crumbs'
import { AdminForm } from '@/components/admin/form/admin-form'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { CopyChoice } from '@/components/admin/petitions/copy-choice'
import { newPetitionFields } from '@/components/admin/petitions/new-petition-fields'
import { queryText } from '@/components/admin/petitions/query-text'
import { t } from '@/components/admin/words'
import { findSettings } from '@/lib/overview/site-settings'
import { findForAdmin } from '@/lib/petitions/admin/find-for-admin'
import { listPetitionNames } from '@/lib/petitions/list-petition-names'
import { noWords } from '@/lib/petitions/texts/petition-words'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { sourceLocale } from '@/messages/translator'
import { createPetition } from '../actions'

/** The form for a new petition, on one page, optionally filled in from another. */
export default adminPage('petition.write', async (staff, { searchParams }) => {
  const query = await searchParams
  const [petitions, { values }, original, draft] = await Promise.all([
    listPetitionNames(readerLanguage()),
    findSettings(),
    findForAdmin(staff, queryText(query.from), readerLanguage()),
    findDraft(staff, 'new petition', query.draft),
  ])
  const source = original?.languages.find(({ locale }) => locale === sourceLocale)
  const { story: _, ...words } = source?.words ?? noWords
  return (
    <>
      <PageHeading below={[placeCrumb('/admin/petitions')]}>{t('petitions.newPetition')}</PageHeading>
      <Notice searchParams={searchParams} />
      <p>{t('petitions.itStartsAsA')}</p>
      <CopyChoice petitions={petitions} original={original} />
      <AdminForm
        action={createPetition}
        fields={newPetitionFields()}
        values={{ ...words, goal: String(original?.petition.goal ?? values.defaultGoal) }}
        draft={draft}
        draftOf="new petition"
        hidden={original ? { from: original.petition.id } : {}}
        submit={t('petitions.createDraft')}
      >
        <p
          id="address-said"
          className="hint"
          data-address={t('petitions.addressWillBe', { address: '/petitions/…' })}
          hidden
        />
        <script src="/address.js" type="module" />
      </AdminForm>
    </>
  )
})
