import { adminPage } from '@/components/admin/admin-page'
import { AdminTable } from '@/components/admin/admin-table'
import { Empty } from '@/components/admin/empty'
import { ExportTabs } from '@/components/admin/exports/export-tabs'
import { PresetLinks } from '@/components/admin/exports/preset-links'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { Pages } from '@/components/admin/pages'
import { PetitionName } from '@/components/admin/petition-name'
import { StatusPill } from '@/components/admin/pill'
import { Time } from '@/components/admin/time'
import { t, tOf } from '@/components/admin/words'
import { listExports } from '@/lib/exports/list-exports'
import { readPage } from '@/lib/input/pages'
import { may } from '@/lib/staff/roles'

export default adminPage('export.read', async (staff, { searchParams }) => {
  const page = readPage((await searchParams).page)
  const list = page === null ? null : await listExports(staff, new Date(), page)
  return (
    <>
      <PageHeading>{t('exports.exports')}</PageHeading>
      <ExportTabs here="/admin/exports" />
      <Notice searchParams={searchParams} />
      {may(staff.role, 'export.ask') && (
        <>
          <h2>{t('exports.newExport')}</h2>
          <PresetLinks staff={staff} />
        </>
      )}
      <h2>{t('exports.files')}</h2>
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
                <StatusPill code={file.stage === 'ready' ? 'to_download' : file.stage} />
              </td>
              <td>
                <bdi>{file.askedBy}</bdi>
              </td>
              <td>
                {file.approvedBy ? (
                  <bdi>{file.approvedBy}</bdi>
                ) : (
                  t(file.recipient ? 'exports.nobodyYet' : 'exports.notRequired')
                )}
              </td>
            </tr>
          ))}
        </AdminTable>
      )}
      <Pages of={list} path="/admin/exports" />
    </>
  )
})
