import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { FilterFields } from '@/components/admin/filter-form'
import { KeptDraft } from '@/components/admin/form/kept-draft'
import { Notice } from '@/components/admin/notice'
import { QueryErrorSummary } from '@/components/admin/query-errors'
import { allColumns, type Column, isPersonal, meaningOf } from '@/lib/exports/columns'
import type { Query } from '@/lib/input/read-query'
import { listPetitionNames } from '@/lib/petitions/list-petition-names'
import { readFilterQuery } from '@/lib/signatures/admin/list-query'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { may } from '@/lib/staff/roles'
import { ask } from '../actions'

export const metadata: Metadata = { title: 'Request an export' }

export default adminPage('export.ask', async (staff, { searchParams }) => {
  const [address, petitions] = await Promise.all([searchParams, listPetitionNames()])
  const draft = await findDraft(staff, 'export', address.draft)
  const query: Query = draft?.fields ?? address
  const read = readFilterQuery(draft ? partsOf(draft.fields) : address)
  const names = may(staff.role, 'export.personal')
  const chosen = draft?.fields.column?.split(' ') ?? []
  const text = (name: string) => draft?.fields[name] ?? ''
  return (
    <>
      <h1>Request an export</h1>
      <Notice searchParams={searchParams} />
      {!read.ok && (
        <QueryErrorSummary query={query} errors={read.errors}>
          Part of the filter could not be read. Nothing was requested.
        </QueryErrorSummary>
      )}
      <p>
        The signatures are counted first, and the file is created while you download it. It never contains withdrawn,
        removed or erased signatures. Each file and each of its rows carries a mark that identifies the requester.
      </p>
      <form action={ask}>
        <KeptDraft draft={draft} name="export" />
        <fieldset className="filters">
          <legend>Signatures</legend>
          <FilterFields petitions={petitions} query={query} errors={read.ok ? {} : read.errors} file />
        </fieldset>
        <fieldset className="choices">
          <legend>Columns</legend>
          {allColumns
            .filter((column) => !isPersonal(column))
            .map((column) => (
              <Choice key={column} column={column} chosen={chosen} />
            ))}
        </fieldset>
        {names && (
          <fieldset className="choices">
            <legend>Columns that reveal who signed, or exactly when</legend>
            <p className="hint">
              A second person must approve these, and only one key can open the file. It contains only counted and
              confirmed signatures; addresses only of signers who asked for updates. Signers were promised that
              addresses are never handed over.
            </p>
            {allColumns.filter(isPersonal).map((column) => (
              <Choice key={column} column={column} chosen={chosen} />
            ))}
            <label htmlFor="recipient">age public key of the reader</label>
            <input
              id="recipient"
              name="recipient"
              defaultValue={text('recipient')}
              maxLength={3000}
              spellCheck={false}
              autoComplete="off"
            />
          </fieldset>
        )}
        <fieldset>
          <legend>File</legend>
          <div className="stack">
            <label htmlFor="format">Format</label>
            <select id="format" name="format" defaultValue={text('format') || 'csv'}>
              <option value="csv">CSV, for spreadsheets</option>
              <option value="jsonl">JSON Lines, for programs</option>
            </select>
            <label htmlFor="reason">Purpose (logged; no names)</label>
            <input id="reason" name="reason" required minLength={3} maxLength={300} defaultValue={text('reason')} />
          </div>
        </fieldset>
        <button type="submit" className="main">
          Preview
        </button>
      </form>
    </>
  )
})

/** What was typed, as far as it says which signatures. */
function partsOf({ column: _, format: __, recipient: ___, reason: ____, ...parts }: Record<string, string>) {
  return parts
}

function Choice({ column, chosen }: { column: Column; chosen: string[] }) {
  return (
    <label className="choice">
      <input type="checkbox" name="column" value={column} defaultChecked={chosen.includes(column)} />{' '}
      {meaningOf(column)}
    </label>
  )
}
