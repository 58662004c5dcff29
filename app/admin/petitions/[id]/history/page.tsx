import { AuditPages } from '@/components/admin/audit-pages'
import { AuditTable } from '@/components/admin/audit-table'
import { petitionTab } from '@/components/admin/petitions/petition-tab'
import { t } from '@/components/admin/words'
import { listEntries } from '@/lib/staff/audit/list-entries'
import { readAuditQuery } from '@/lib/staff/audit/read-audit-query'

/** What was done to it, the newest first. */
export default petitionTab('history', async ({ petition: { id } }, _, { searchParams }) => {
  const { before: asked } = await searchParams
  const path = `/admin/petitions/${id}/history`
  const read = readAuditQuery(asked === undefined ? {} : { before: asked })
  if (!read.ok)
    return (
      <p className="notice wrong" role="alert">
        {t.rich('list.pageNotFoundFirst', { link: (inner) => <a href={path}>{inner}</a> })}
      </p>
    )
  const { before } = read.query
  const { entries, next } = await listEntries({ subject: `petition:${id}`, before })
  return (
    <>
      <AuditTable entries={entries} />
      <AuditPages path={path} older={before !== undefined} next={next} />
    </>
  )
})
