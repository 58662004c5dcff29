import { adminPage } from '@/components/admin/admin-page'
import { AdminTable } from '@/components/admin/admin-table'
import { codeName } from '@/components/admin/code-name'
import { Empty } from '@/components/admin/empty'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { Pages } from '@/components/admin/pages'
import { PetitionName } from '@/components/admin/petition-name'
import { Time } from '@/components/admin/time'
import { t, tOf } from '@/components/admin/words'
import { listExports } from '@/lib/exports/list-exports'
import { readPage } from '@/lib/input/pages'
import { trace } from './actions'

export default adminPage('export.read', async (staff, { searchParams }) => {
  const page = readPage((await searchParams).page)
  const list = page === null ? null : await listExports(staff, new Date(), page)
  return (
    <>
      <PageHeading>{t('exports.exports')}</PageHeading>
      <Notice searchParams={searchParams} />
      <p>
        <a href="/admin/exports/new">{t('exports.requestAnExport')}</a>
      </p>
      {list?.total === 0 ? (
        <Empty>{t('exports.noExportsYet')}</Empty>
      ) : (
        <AdminTable
          id="list"
          heads={[
            { time: t('common.requested') },
            t('common.petition'),
            t('exports.columns'),
            { number: t('common.signatures') },
            t('common.stage'),
            t('common.requestedBy'),
            t('common.approvedBy'),
          ]}
        >
          {list?.rows.map((file) => (
            <tr key={file.id}>
              <td>
                <a href={`/admin/exports/${file.id}`}>
                  <Time at={file.askedAt} />
                </a>
              </td>
              <td>
                <PetitionName slug={file.petition} />
              </td>
              <td>{file.columns.map((column) => tOf('columnName', column) ?? column).join(', ')}</td>
              <td className="number">{file.rows.toLocaleString('en')}</td>
              <td>
                <span className="tag">{codeName(file.stage)}</span>
              </td>
              <td>{file.askedBy}</td>
              <td>{file.approvedBy ?? (file.recipient ? t('exports.nobodyYet') : t('exports.notRequired'))}</td>
            </tr>
          ))}
        </AdminTable>
      )}
      <Pages of={list} path="/admin/exports" />
      <h2>{t('exports.traceALeakedRow')}</h2>
      <p>{t('exports.everyRowOfEvery')}</p>
      <form action={trace} className="filters">
        <label>
          {t('common.reference')}
          <input name="reference" required size={10} maxLength={12} spellCheck={false} autoComplete="off" />
        </label>
        <label>
          {t('exports.mark')}
          <input name="mark" required size={10} maxLength={12} spellCheck={false} autoComplete="off" />
        </label>
        <button type="submit">{t('exports.findExport')}</button>
      </form>
    </>
  )
})
