import { adminPage } from '@/components/admin/admin-page'
import { documentFields } from '@/components/admin/coalition/document-fields'
import { placeCrumb } from '@/components/admin/crumbs'
import { AdminForm } from '@/components/admin/form/admin-form'
import { PageHeading } from '@/components/admin/page-heading'
import { t } from '@/components/admin/words'
import { findDraft } from '@/lib/staff/drafts/find-draft'

export default adminPage('coalition.write', async (staff, { searchParams }) => {
  const draft = await findDraft(staff, 'document', (await searchParams).draft)
  return (
    <>
      <PageHeading below={[placeCrumb('/admin/coalition/documents')]}>{t('coalition.addADocument')}</PageHeading>
      <p>{t('coalition.itIsPublicWithin')}</p>
      <AdminForm
        action="/admin/coalition/documents/files"
        fields={documentFields(true)}
        draft={draft}
        draftOf="document"
        submit={t('coalition.addAndPublish')}
      />
    </>
  )
})
