import { adminPage } from '@/components/admin/admin-page'
import { AdminTable } from '@/components/admin/admin-table'
import { languageName } from '@/components/admin/display-names'
import { Empty } from '@/components/admin/empty'
import { NotFound } from '@/components/admin/not-found'
import { PageHeading } from '@/components/admin/page-heading'
import { queryText } from '@/components/admin/petitions/query-text'
import { signaturesIn } from '@/components/admin/petitions/signatures-in'
import { textCrumbs } from '@/components/admin/petitions/text-crumbs'
import { TextDiff } from '@/components/admin/petitions/text-diff'
import { Time } from '@/components/admin/time'
import { t } from '@/components/admin/words'
import { findForAdmin } from '@/lib/petitions/admin/find-for-admin'
import { listVersions } from '@/lib/petitions/texts/list-versions'
import type { PublishedText } from '@/lib/petitions/texts/text-state'
import { countByText } from '@/lib/signatures/admin/count-rows'
import { readerLanguage } from '@/lib/web/admin/reader-language'

export default adminPage('petition.read', async (staff, { params, searchParams }) => {
  const { id = '', locale = '' } = await params
  const found = await findForAdmin(staff, id, readerLanguage())
  if (!found?.languages.some((one) => one.locale === locale))
    return <NotFound what={t('common.text')} list="/admin/petitions" />
  const [query, versions, signed] = await Promise.all([searchParams, listVersions(id, locale), countByText(staff, id)])
  const chosen = (name: string, otherwise: number) =>
    query[name] === undefined
      ? versions[otherwise]
      : versions.find(({ version }) => String(version) === queryText(query[name]))
  const [from, to] = [chosen('from', 1), chosen('to', 0)]
  return (
    <>
      <PageHeading below={textCrumbs(found, locale)} here={t('common.versions')}>
        {t('petitions.versionsIn', { language: languageName(locale), name: found.name })}
      </PageHeading>
      <p>
        <a href={`/admin/petitions/${id}/texts`}>{t('petitions.allTexts')}</a>
      </p>
      {versions.length === 0 ? (
        <Empty>{t('petitions.nothingHasBeenPublished')}</Empty>
      ) : (
        <AdminTable
          heads={[
            t('common.version'),
            { time: t('common.published') },
            { number: t('common.signatures') },
            t('petitions.sha256'),
          ]}
        >
          {versions.map(({ version, publishedAt, sha256 }) => (
            <tr key={version}>
              <td>{version}</td>
              <td>
                <Time at={publishedAt} />
              </td>
              <td className="number">{signaturesIn(signed, sha256)}</td>
              <td>
                <code>{sha256}</code>
              </td>
            </tr>
          ))}
        </AdminTable>
      )}
      {signed.asOf && (
        <p className="hint">{t.rich('petitions.countedAt', { time: () => <Time at={signed.asOf as Date} zone /> })}</p>
      )}
      {(!from || !to) && versions.length > 1 && (
        <p className="notice wrong" role="alert">
          {t.rich('petitions.thereIsNoSuch', {
            link: (inner) => <a href={`/admin/petitions/${id}/texts/${locale}/versions`}>{inner}</a>,
          })}
        </p>
      )}
      {from && to && versions.length > 1 && <Compare versions={versions} from={from} to={to} locale={locale} />}
    </>
  )
})

function Compare(props: { versions: PublishedText[]; from: PublishedText; to: PublishedText; locale: string }) {
  const { versions, from, to, locale } = props
  const select = (name: string, chosen: PublishedText) => (
    <select id={name} name={name} defaultValue={chosen.version}>
      {versions.map(({ version }) => (
        <option key={version}>{version}</option>
      ))}
    </select>
  )
  return (
    <>
      <form method="get" className="row">
        <label htmlFor="from">{t('petitions.fromVersion')}</label> {select('from', from)}
        <label htmlFor="to">{t('petitions.toVersion')}</label> {select('to', to)}
        <button type="submit">{t('petitions.compare')}</button>
      </form>
      <TextDiff before={from.words} after={to.words} locale={locale} />
    </>
  )
}
