import { adminPage } from '@/components/admin/admin-page'
import { AdminTable } from '@/components/admin/admin-table'
import { languageName } from '@/components/admin/display-names'
import { Empty } from '@/components/admin/empty'
import { Notice } from '@/components/admin/notice'
import { MainAction, PageHeading } from '@/components/admin/page-heading'
import { PetitionName } from '@/components/admin/petition-name'
import { StatusPill } from '@/components/admin/pill'
import { t } from '@/components/admin/words'
import { listForAdmin } from '@/lib/petitions/admin/list-for-admin'
import { may } from '@/lib/staff/roles'

export default adminPage('petition.read', async (staff, { searchParams }) => {
  const petitions = await listForAdmin(staff)
  return (
    <>
      <PageHeading
        actions={
          may(staff.role, 'petition.write') && (
            <MainAction href="/admin/petitions/new">{t('petitions.newPetition')}</MainAction>
          )
        }
      >
        {t('common.petitions')}
      </PageHeading>
      <Notice searchParams={searchParams} />
      {petitions.length === 0 ? (
        <Empty>{t('petitions.noPetitionsYet')}</Empty>
      ) : (
        <AdminTable
          id="list"
          heads={[
            t('common.petition'),
            t('common.status'),
            { number: t('common.count') },
            { number: t('common.goal') },
            t('petitions.publishedIn'),
            t('petitions.outdatedTranslations'),
          ]}
        >
          {petitions.map((petition) => (
            <tr key={petition.id}>
              <td>
                <a href={`/admin/petitions/${petition.id}`}>
                  <PetitionName slug={petition.slug} />
                </a>
              </td>
              <td>
                <StatusPill code={petition.status} /> {petition.removed && <StatusPill code="unpublished" />}
              </td>
              <td className="number">{petition.net.toLocaleString('en')}</td>
              <td className="number">{petition.goal.toLocaleString('en')}</td>
              <td>{petition.published.map((code) => languageName(code)).join(', ') || t('petitions.noLanguage')}</td>
              <td>{petition.outdated.map((code) => languageName(code)).join(', ') || t('common.none')}</td>
            </tr>
          ))}
        </AdminTable>
      )}
    </>
  )
})
