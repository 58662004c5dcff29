import { adminPage } from '@/components/admin/admin-page'
import { CoSignatureList } from '@/components/admin/coalition/co-signature-list'
import { ListTabs } from '@/components/admin/coalition/list-tabs'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { t } from '@/components/admin/words'
import { listWaiting } from '@/lib/coalition/admin/find-editable-co-signature'

export default adminPage('coalition.read', async (staff, { searchParams }) => {
  const rows = (await listWaiting(staff)).map((row) => ({ ...row, state: 'confirmed' as const }))
  return (
    <>
      <PageHeading>{t('coalition.coSignaturesToReview')}</PageHeading>
      <ListTabs here="co-signatures" />
      <Notice searchParams={searchParams} />
      <p>
        {t.rich('coalition.organisationsThatHaveSigned', {
          link: (inner) => <a href="/admin/coalition/letters">{inner}</a>,
        })}
      </p>
      <CoSignatureList rows={rows} />
    </>
  )
})
