import { AuditTable } from '@/components/admin/audit-table'
import { petitionTab } from '@/components/admin/petitions/petition-tab'
import { RowPages } from '@/components/admin/row-pages'
import { t } from '@/components/admin/words'
import { listEntries } from '@/lib/staff/audit/list-entries'
import { readAuditQuery } from '@/lib/staff/audit/read-audit-query'

/** The petition's entries in the audit log, newest first. */
export default petitionTab('history', async ({ petition: { id } }, _, { searchParams }) => {
  const { before, after } = await searchParams
  const path = `/admin/petitions/${id}/history`
  const read = readAuditQuery({
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  })
  if (!read.ok)
    return (
      <p className="notice wrong" role="alert">
        {t.rich('list.pageNotFoundFirst', { link: (inner) => <a href={path}>{inner}</a> })}
      </p>
    )
  const { entries, previous, next } = await listEntries({
    subject: `petition:${id}`,
    before: read.query.before,
    after: read.query.after,
  })
  return (
    <>
      <AuditTable entries={entries} />
      <RowPages
        first={read.query.before || read.query.after ? path : null}
        previous={previous === null ? null : `${path}?after=${previous}`}
        next={next === null ? null : `${path}?before=${next}`}
      />
    </>
  )
})
