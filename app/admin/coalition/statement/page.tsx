import { adminPage } from '@/components/admin/admin-page'
import { ClauseTable } from '@/components/admin/coalition/clause-table'
import { Languages } from '@/components/admin/coalition/languages'
import { StatementSteps } from '@/components/admin/coalition/statement-steps'
import { capital, codeName } from '@/components/admin/code-name'
import { Empty } from '@/components/admin/empty'
import { AdminForm } from '@/components/admin/form/admin-form'
import type { FieldSpec } from '@/components/admin/form/field-spec'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { Pill, StatusPill } from '@/components/admin/pill'
import { t } from '@/components/admin/words'
import { findEditableStatement } from '@/lib/coalition/admin/find-editable-statement'
import { readWhole } from '@/lib/input/whole-number'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { may } from '@/lib/staff/roles'
import { ClausePart } from '@/prisma/generated/enums'
import { add, draft, move, setAuthor } from './actions'

const clauseFields = (): FieldSpec[] => [
  {
    name: 'anchor',
    label: t('coalition.addressWithinThePage'),
    hint: t('coalition.aClauseKeepsIt'),
    longest: 80,
    required: true,
  },
  {
    name: 'part',
    label: t('coalition.part'),
    kind: 'select',
    options: Object.values(ClausePart).map((part) => [part, codeName(part)]),
  },
]

export default adminPage('coalition.read', async (staff, { searchParams }) => {
  const query = await searchParams
  const { version: typedVersion } = query
  const asked = typeof typedVersion === 'string' ? readWhole(typedVersion, 9_999) : null
  // An invalid version is an error; it does not lead to the newest.
  const unread = typedVersion !== undefined && asked === null
  const statement = unread ? null : await findEditableStatement(staff, asked)
  const writes = may(staff.role, 'coalition.write')
  const typed = await findDraft(staff, 'clause', query.draft)
  if (!statement) {
    return (
      <>
        <PageHeading>{t('coalition.statement')}</PageHeading>
        {typedVersion === undefined ? (
          <Empty>{t('coalition.noStatementYet')}</Empty>
        ) : (
          <Empty next={{ href: '/admin/coalition/statement', words: t('coalition.newestVersion') }}>
            {t('coalition.versionNotFound')}
          </Empty>
        )}
      </>
    )
  }
  const { version, adopted, summary, publishedAt, locales, clauses, versions } = statement
  const drafting = writes && !publishedAt
  return (
    <>
      <PageHeading>{t('coalition.statementVersion', { version })}</PageHeading>
      <Notice searchParams={searchParams} />
      <p className="row">
        {t('coalition.versions')}{' '}
        {versions.map((one) => (
          <a
            key={one.version}
            href={`/admin/coalition/statement?version=${one.version}`}
            aria-current={one.version === version ? 'page' : undefined}
          >
            {one.version}
            {one.published ? '' : ` (${codeName('draft').toLowerCase()})`}
          </a>
        ))}
      </p>
      <p>
        {publishedAt ? <Pill tone="good">{said(adopted, summary)}</Pill> : <StatusPill code="draft" />}{' '}
        {publishedAt ? t('coalition.theEnglishTextRemains') : t('coalition.thePublicCannotSee')}
      </p>
      {writes && <StatementSteps statement={statement} actions={{ draft, setAuthor }} />}
      <h2>{t('coalition.titleAndLead')}</h2>
      <Languages kind="statement" thing={String(version)} there={locales} />
      <h2>{t('coalition.clauses')}</h2>
      <ClauseTable version={version} clauses={clauses} move={drafting ? move : null} />
      {drafting && (
        <>
          <h2>{t('coalition.addAClause')}</h2>
          <AdminForm
            action={add}
            fields={clauseFields()}
            draft={typed}
            draftOf="clause"
            hidden={{ version: String(version) }}
            submit={t('coalition.addClause')}
          />
        </>
      )}
    </>
  )
})

function said(adopted: string, summary: boolean): string {
  return capital(
    [adopted && t('coalition.adoptedOn', { day: adopted }), summary && t('coalition.summaryByEditors')]
      .filter(Boolean)
      .join('; '),
  )
}
