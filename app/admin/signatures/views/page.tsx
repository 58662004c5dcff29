import { adminPage } from '@/components/admin/admin-page'
import { AdminTable } from '@/components/admin/admin-table'
import { placeCrumb } from '@/components/admin/crumbs'
import { Empty } from '@/components/admin/empty'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { ViewWords } from '@/components/admin/views/view-words'
import { t } from '@/components/admin/words'
import { listPetitionNames } from '@/lib/petitions/list-petition-names'
import { listViews } from '@/lib/signatures/views/list-views'
import { MAX_VIEW_NAME } from '@/lib/signatures/views/view-name'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { remove, rename } from './actions'

export default adminPage('view.save', async (staff, { searchParams }) => {
  const [views, petitions] = await Promise.all([listViews(staff), listPetitionNames(readerLanguage())])
  return (
    <>
      <PageHeading below={[placeCrumb('/admin/signatures')]}>{t('views.yourViews')}</PageHeading>
      <Notice searchParams={searchParams} />
      <p>{t('views.whatTheyAre')}</p>
      {views.length === 0 ? (
        <Empty next={{ href: '/admin/signatures', words: t('common.allSignatures') }}>{t('views.noneYet')}</Empty>
      ) : (
        <AdminTable id="list" heads={[t('views.view'), t('views.shows'), t('views.name'), t('common.actions')]}>
          {views.map(({ id, name, query }) => (
            <tr key={id}>
              <td>
                <a href={`/admin/signatures?${query}`}>
                  <bdi>{name}</bdi>
                </a>
              </td>
              <td className="name">
                <ViewWords query={query} petitions={petitions} />
              </td>
              <td>
                <form action={rename} className="row">
                  <input type="hidden" name="id" value={id} />
                  <input
                    name="name"
                    defaultValue={name}
                    required
                    maxLength={MAX_VIEW_NAME}
                    size={20}
                    autoComplete="off"
                    dir="auto"
                    aria-label={t('views.newNameOf', { name })}
                  />
                  <button type="submit" aria-label={t('views.renameView', { name })}>
                    {t('views.rename')}
                  </button>
                </form>
              </td>
              <td>
                <form action={remove}>
                  <input type="hidden" name="id" value={id} />
                  <button type="submit" aria-label={t('views.deleteView', { name })}>
                    {t('views.delete')}
                  </button>
                </form>
              </td>
            </tr>
          ))}
        </AdminTable>
      )}
    </>
  )
})
