import { adminPage } from '@/components/admin/admin-page'
import { AdminTable } from '@/components/admin/admin-table'
import { codeName } from '@/components/admin/code-name'
import { languageName } from '@/components/admin/display-names'
import { Empty } from '@/components/admin/empty'
import { Notice } from '@/components/admin/notice'
import { MainAction, PageHeading } from '@/components/admin/page-heading'
import { PetitionName } from '@/components/admin/petition-name'
import { StatusPill } from '@/components/admin/pill'
import { NoSuchOrder } from '@/components/admin/query-errors'
import { sorted } from '@/components/admin/sorted'
import { t } from '@/components/admin/words'
import { listForAdmin } from '@/lib/petitions/admin/list-for-admin'
import { listPetitionNames } from '@/lib/petitions/list-petition-names'
import { may } from '@/lib/staff/roles'
import { readerLanguage } from '@/lib/web/admin/reader-language'

export default adminPage('petition.read', async (staff, { searchParams }) => {
  const [all, names] = await Promise.all([listForAdmin(staff), listPetitionNames(readerLanguage())])
  const titles = new Map(names.map(({ slug, title }) => [slug, title]))
  const query = await searchParams
  const list = sorted(all, {
    path: '/admin/petitions',
    query,
    columns: {
      name: ({ slug }) => titles.get(slug) ?? slug,
      status: ({ status }) => codeName(status),
      count: ({ net }) => net,
      goal: ({ goal }) => goal,
    },
  })
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
      {list.wrong && <NoSuchOrder query={query} />}
      {all.length === 0 && <Empty>{t('petitions.noPetitionsYet')}</Empty>}
      {list.rows.length > 0 && (
        <AdminTable
          id="list"
          heads={[
            { text: t('common.petition'), sort: list.head('name') },
            { text: t('common.status'), sort: list.head('status') },
            { number: t('common.count'), sort: list.head('count', true) },
            { number: t('common.goal'), sort: list.head('goal', true) },
            t('petitions.publishedIn'),
            t('petitions.outdatedTranslations'),
          ]}
        >
          {list.rows.map((petition) => (
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
