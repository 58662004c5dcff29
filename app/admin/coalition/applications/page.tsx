import { adminPage } from '@/components/admin/admin-page'
import { AdminTable } from '@/components/admin/admin-table'
import { codeName } from '@/components/admin/code-name'
import { countryName, languageName } from '@/components/admin/display-names'
import { Empty } from '@/components/admin/empty'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { Pages } from '@/components/admin/pages'
import { StatusPill } from '@/components/admin/pill'
import { Time } from '@/components/admin/time'
import { t } from '@/components/admin/words'
import { listApplications } from '@/lib/coalition/admin/list-applications'
import { env } from '@/lib/env'
import { readPage } from '@/lib/input/pages'

export default adminPage('coalition.open', async (staff, { searchParams }) => {
  const page = readPage((await searchParams).page)
  const list = page === null ? null : await listApplications(staff, page)
  return (
    <>
      <PageHeading>{t('coalition.applicationsToJoin')}</PageHeading>
      <Notice searchParams={searchParams} />
      {list?.total === 0 ? (
        <Empty next={{ href: `${env().SITE_URL}/en/join`, words: t('coalition.seeTheForm') }}>
          {t('coalition.noApplicationsYet')}
        </Empty>
      ) : (
        <AdminTable
          id="list"
          heads={[
            { time: t('common.received') },
            t('common.state'),
            t('coalition.who'),
            t('common.country'),
            t('common.language'),
          ]}
        >
          {list?.rows.map(({ id, receivedAt, state, kind, country, locale }) => (
            <tr key={id}>
              <td>
                <a href={`/admin/coalition/applications/${id}`}>
                  <Time at={receivedAt} />
                </a>
              </td>
              <td>
                <StatusPill code={state === 'confirmed' ? 'to_review' : state} />
              </td>
              <td>{codeName(kind)}</td>
              <td>{countryName(country)}</td>
              <td>{languageName(locale)}</td>
            </tr>
          ))}
        </AdminTable>
      )}
      <Pages of={list} path="/admin/coalition/applications" />
    </>
  )
})
