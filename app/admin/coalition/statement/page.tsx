import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { ClauseTable } from '@/components/admin/coalition/clause-table'
import { Languages } from '@/components/admin/coalition/languages'
import { StatementSteps } from '@/components/admin/coalition/statement-steps'
import { AdminForm } from '@/components/admin/form/admin-form'
import type { FieldSpec } from '@/components/admin/form/field-spec'
import { Notice } from '@/components/admin/notice'
import { findEditableStatement } from '@/lib/coalition/admin/find-editable-statement'
import { readWhole } from '@/lib/input/whole-number'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { may } from '@/lib/staff/roles'
import { ClausePart } from '@/prisma/generated/enums'
import { add, draft, move, setAuthor } from './actions'

export const metadata: Metadata = { title: 'Statement' }

const clauseFields: FieldSpec[] = [
  {
    name: 'anchor',
    label: 'Address within the page',
    hint: 'A clause keeps it through all versions: lower-case letters, numbers and hyphens.',
    longest: 80,
    required: true,
  },
  {
    name: 'part',
    label: 'Part',
    kind: 'select',
    options: Object.values(ClausePart).map((part) => [part, part.replaceAll('_', ' ')]),
  },
]

export default adminPage('coalition.read', async (staff, { searchParams }) => {
  const query = await searchParams
  const { version: typedVersion } = query
  const asked = typeof typedVersion === 'string' ? readWhole(typedVersion, 9_999) : null
  // An unreadable version is an error, not the newest.
  const unread = typedVersion !== undefined && asked === null
  const statement = unread ? null : await findEditableStatement(staff, asked)
  const writes = may(staff.role, 'coalition.write')
  const typed = await findDraft(staff, 'clause', query.draft)
  if (!statement) {
    return (
      <>
        <h1>Statement</h1>
        <p className="empty">Version not found.</p>
      </>
    )
  }
  const { version, adopted, summary, publishedAt, locales, clauses, versions } = statement
  const drafting = writes && !publishedAt
  return (
    <>
      <h1>Statement, version {version}</h1>
      <Notice searchParams={searchParams} />
      <p className="row">
        Versions:{' '}
        {versions.map((one) => (
          <a
            key={one.version}
            href={`/admin/coalition/statement?version=${one.version}`}
            aria-current={one.version === version ? 'page' : undefined}
          >
            {one.version}
            {one.published ? '' : ' (draft)'}
          </a>
        ))}
      </p>
      <p>
        <span className={publishedAt ? 'tag' : 'tag held'}>{publishedAt ? said(adopted, summary) : 'draft'}</span>{' '}
        {publishedAt
          ? 'The English text remains as adopted; translations can be corrected.'
          : 'The public cannot see it.'}
      </p>
      {writes && <StatementSteps statement={statement} actions={{ draft, setAuthor }} />}
      <h2>Title and lead</h2>
      <Languages kind="statement" thing={String(version)} there={locales} />
      <h2>Clauses</h2>
      <ClauseTable version={version} clauses={clauses} move={drafting ? move : null} />
      {drafting && (
        <>
          <h2>Add a clause</h2>
          <AdminForm
            action={add}
            fields={clauseFields}
            draft={typed}
            draftOf="clause"
            hidden={{ version: String(version) }}
            submit="Add clause"
          />
        </>
      )}
    </>
  )
})

function said(adopted: string, summary: boolean): string {
  return [adopted && `adopted ${adopted}`, summary && 'summary by the editors of this site'].filter(Boolean).join('; ')
}
