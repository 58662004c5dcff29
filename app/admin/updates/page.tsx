import { adminPage } from '@/components/admin/admin-page'
import { AdminTable } from '@/components/admin/admin-table'
import { Empty } from '@/components/admin/empty'
import { languagesInWords } from '@/components/admin/languages-in-words'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { Pages } from '@/components/admin/pages'
import { PetitionName } from '@/components/admin/petition-name'
import { StatusPill } from '@/components/admin/pill'
import { Time } from '@/components/admin/time'
import { t } from '@/components/admin/words'
import { readPage } from '@/lib/input/pages'
import { listMailings } from '@/lib/mailings/find-mailing'
import { listPetitionNames } from '@/lib/petitions/list-petition-names'
import { may } from '@/lib/staff/roles'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { begin } from './actions'

export default adminPage('update.read', async (staff, { searchParams }) => {
  const page = readPage((await searchParams).page)
  const [list, petitions] = await Promise.all([
    page === null ? null : listMailings(staff, page),
    listPetitionNames(readerLanguage()),
  ])
  return (
    <>
      <PageHeading
        actions={
          may(staff.role, 'update.write') &&
          petitions.length > 0 && (
            <form action={begin} className="row">
              <label>
                {t('common.petition')}{' '}
                <select name="petition" required>
                  <option value="">{t('common.chooseOne')}</option>
                  {petitions.map(({ id, title }) => (
                    <option key={id} value={id}>
                      {title}
                    </option>
                  ))}
                </select>
              </label>
              <button type="submit" className="main">
                {t('updates.createDraft')}
              </button>
            </form>
          )
        }
      >
        {t('updates.mailingsToSigners')}
      </PageHeading>
      <Notice searchParams={searchParams} />
      {list?.total === 0 ? (
        <Empty next={petitions.length === 0 ? { href: '/admin/petitions', words: t('common.petitions') } : null}>
          {t('updates.noMailingsYetA')}
        </Empty>
      ) : (
        <AdminTable
          id="list"
          heads={[
            t('updates.subject'),
            t('common.stage'),
            t('common.petition'),
            t('common.languages'),
            { number: t('common.recipients') },
            { number: t('updates.sent') },
            { number: t('updates.refused') },
            { time: t('updates.created') },
          ]}
        >
          {list?.rows.map((update) => (
            <tr key={update.id}>
              <td>
                <a href={`/admin/updates/${update.id}`}>
                  {update.subject ? <bdi>{update.subject}</bdi> : t('updates.withoutASubject')}
                </a>
              </td>
              <td>
                <StatusPill code={update.stage} />
              </td>
              <td>
                <PetitionName slug={update.petition} />
              </td>
              <td>{languagesInWords(update.languages)}</td>
              <td className="number">{update.startedAt ? update.recipients.toLocaleString('en') : ''}</td>
              <td className="number">{update.startedAt ? update.accepted.toLocaleString('en') : ''}</td>
              <td className="number">{update.startedAt ? update.refused.toLocaleString('en') : ''}</td>
              <td>
                <Time at={update.createdAt} />
              </td>
            </tr>
          ))}
        </AdminTable>
      )}
      <Pages of={list} path="/admin/updates" />
    </>
  )
})
